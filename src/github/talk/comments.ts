/** Writes comments on issues and pull requests without ever repeating itself. */
import { InternalError } from '../../model/problems/errors.ts';
import type { GitHub } from '../connect/open.ts';
import { isCode } from '../connect/refusal.ts';
import { isMarked, isOurs, markText, readMarker, refuseOtherLogin, sameText } from './own-text.ts';

export interface WrittenComment {
  readonly result: 'created' | 'updated' | 'unchanged';
  readonly id: number;
  readonly url: string;
}

interface Comment {
  readonly id: number;
  readonly node_id: string;
  readonly html_url: string;
  readonly body?: string | undefined;
}

/**
 * One comment with this marker on an issue or pull request: created, updated in place, or left as it is.
 *
 * Where two runs created one each, the older stays. @param marker small letters, digits and hyphens.
 * @throws ExpectedError where GitHub cannot be used.
 */
export async function writeStickyComment(
  github: GitHub,
  number: number,
  marker: string,
  body: string,
): Promise<WrittenComment> {
  const text = markText(marker, body);
  const isThis = (comment: Comment) => isMarked(marker, comment.body);
  return await github.lookingAgain(async () => {
    for (let round = 1; ; round++) {
      const written = await bring(github, number, text, isThis);
      if (written !== undefined) return written;
      if (round === rounds)
        throw new InternalError(`#${number}: the comment ${marker} is deleted again and again`);
    }
  });
}

const rounds = 3;

/** Undefined: another run has just taken ours for the surplus one. */
async function bring(
  github: GitHub,
  number: number,
  text: string,
  isThis: (comment: Comment) => boolean,
): Promise<WrittenComment | undefined> {
  let found = await listOwnComments(github, number, isThis);
  const isNew = found.length === 0;
  if (isNew) {
    // There is no "create unless there": another run may have done the same since we looked.
    const created = await create(github, number, text);
    const others = await listOwnComments(github, number, isThis);
    found = others.some(({ id }) => id === created.id) ? others : [...others, created];
  }
  const [kept, ...surplus] = found as [Comment, ...Comment[]];
  for (const { id } of surplus) await remove(github, id);
  const written = { id: kept.id, url: kept.html_url };
  if (sameText(kept.body, text)) return { result: isNew ? 'created' : 'unchanged', ...written };
  try {
    await github.octokit.rest.issues.updateComment({ ...github.place, comment_id: kept.id, body: text });
  } catch (thrown) {
    if (isCode(thrown, 'github-missing')) return undefined;
    throw thrown;
  }
  return { result: isNew ? 'created' : 'updated', ...written };
}

/** Our comment with this marker, the oldest where there are several; undefined where there is none. */
export async function readStickyComment(
  github: GitHub,
  number: number,
  marker: string,
): Promise<{ readonly body: string; readonly nodeId: string } | undefined> {
  const [found] = await listOwnComments(github, number, (comment) => isMarked(marker, comment.body));
  return found && { body: found.body ?? '', nodeId: found.node_id };
}

/** Which of these markers we have a comment with. */
export async function readOwnMarkers(
  github: GitHub,
  number: number,
  markers: readonly string[],
): Promise<ReadonlySet<string>> {
  const markerOf = (body: string | undefined) => markers.find((marker) => isMarked(marker, body));
  const own = await listOwnComments(github, number, ({ body }) => markerOf(body) !== undefined);
  return new Set(own.flatMap(({ body }) => markerOf(body) ?? []));
}

export interface SeenMarkers {
  /** `12 done-…`: the number of the issue or pull request, and the marker. */
  readonly seen: ReadonlySet<string>;
  /** Written before this instant (milliseconds), a comment is not among them. */
  readonly from: number;
}

/** So many pages of the repository's comments are read, 100 on each. */
const mostPages = 10;

/**
 * The markers on all issues and pull requests since an instant, in one search. Whose they are does not matter here: a
 * job that has got another account must not say everything again.
 */
export async function listMarkers(github: GitHub, since: number): Promise<SeenMarkers> {
  const seen = new Set<string>();
  let from = since;
  const asked = {
    since: new Date(since).toISOString().replace(/\.\d+/, ''),
    sort: 'created',
    direction: 'desc',
    per_page: 100,
  } as const;
  for (let page = 1; ; page++) {
    const place = { ...github.place, ...asked, page };
    const { data } = await github.octokit.rest.issues.listCommentsForRepo(place);
    for (const { issue_url: url, body } of data) {
      const marker = readMarker(body);
      if (marker !== undefined) seen.add(`${url.split('/').at(-1)} ${marker}`);
    }
    if (data.length < asked.per_page) return { seen, from };
    if (page < mostPages) continue;
    from = Math.max(from, Date.parse(data.at(-1)?.created_at ?? ''));
    return { seen, from };
  }
}

/**
 * A comment of its own, once: where we have said exactly this here before, nothing is written. Of two runs that say it
 * in one moment the later one takes its own back.
 */
export async function commentOnIssue(github: GitHub, number: number, body: string): Promise<WrittenComment> {
  const listSame = async () =>
    await listOwnComments(github, number, (comment) => sameText(comment.body, body));
  return await github.lookingAgain(async () => {
    const [same] = await listSame();
    if (same !== undefined) return { result: 'unchanged', id: same.id, url: same.html_url };
    const created = await create(github, number, body);
    const [first = created] = await listSame();
    if (first.id >= created.id) return { result: 'created', id: created.id, url: created.html_url };
    await remove(github, created.id);
    return { result: 'unchanged', id: first.id, url: first.html_url };
  });
}

async function create(github: GitHub, number: number, body: string): Promise<Comment> {
  // Whose words they will be is known before they are said.
  await github.login();
  const asked = { ...github.place, issue_number: number, body };
  const { data } = await github.octokit.rest.issues.createComment(asked);
  try {
    await refuseOtherLogin(github, data.user);
  } catch (thrown) {
    await remove(github, data.id);
    throw thrown;
  }
  return data;
}

/** Oldest first. */
async function listOwnComments(
  github: GitHub,
  number: number,
  wanted: (comment: Comment) => boolean,
): Promise<readonly Comment[]> {
  const all = await github.octokit.paginate(github.octokit.rest.issues.listComments, {
    ...github.place,
    issue_number: number,
    per_page: 100,
  });
  const found: Comment[] = [];
  for (const comment of all) if (wanted(comment) && (await isOurs(github, comment.user))) found.push(comment);
  return found.sort((left, right) => left.id - right.id);
}

async function remove(github: GitHub, id: number): Promise<void> {
  try {
    await github.octokit.rest.issues.deleteComment({ ...github.place, comment_id: id });
  } catch (thrown) {
    if (!isCode(thrown, 'github-missing')) throw thrown;
  }
}
