/**
 * What emulate 0.12.2 lacks of GitHub, made from the emulator's own state: the files of a pull request, the head after
 * a push, comments on lines, the merge of what was pushed later, the pull requests of a commit, annotations that add up,
 * commit statuses, who has edited what, the bounds of texts, and that a branch has one open pull request.
 */

import { linesOf } from '../../src/github/pull/suggestions.ts';
import { makeEdits } from './github-edits.ts';
import { isBehind, mergePull } from './github-merges.ts';
import { checkAnswer, type Request } from './github-openapi.ts';

export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  /** Undefined: no content. */
  readonly body: unknown;
}

// biome-ignore lint/suspicious/noExplicitAny: answers of the emulator, whose form the description checks.
type Told = any;

/** Puts a request to the emulator as somebody; `token` undefined: as the owner. */
export type Ask = (
  method: string,
  path: string,
  options?: { readonly body?: unknown; readonly token?: string | undefined },
) => Promise<Answer>;

const longestText = 65_536;
const docs = { documentation_url: 'https://docs.github.com/rest' };
const refuse = (message: string, errors: readonly unknown[] = []): Answer => ({
  status: 422,
  headers: {},
  body: { message, errors, ...docs },
});

/** The answer, or undefined where the emulator is to give it. */
export function makeSupplement(ask: Ask, base: string) {
  const annotations = new Map<number, readonly unknown[]>();
  const diffs = new Map<string, readonly Told[]>();
  const merges = new Map<number, Told>();
  /** What the head was when somebody closed it; the branch may be gone since. */
  const closedHeads = new Map<number, string>();
  /** The pull request each commit of a merge came by. */
  const broughtBy = new Map<string, number>();
  const statuses = new Map<string, Told[]>();
  let opening: Promise<unknown> = Promise.resolve();
  const edits = makeEdits(async (token) => ((await ask('GET', '/user', { token })).body as Told).login);

  const all = async (path: string): Promise<readonly Told[]> => {
    const items: Told[] = [];
    for (let page = 1; ; page++) {
      const { body } = await ask('GET', `${path}${path.includes('?') ? '&' : '?'}per_page=100&page=${page}`);
      items.push(...(body as readonly Told[]));
      if ((body as readonly Told[]).length < 100) return items;
    }
  };

  /** A branch has one open pull request to each base. */
  const openOnce = async (path: string, told: Told, token: string | undefined): Promise<Answer> => {
    const [owner = ''] = path.split('/').slice(2);
    const head = String(told.head).includes(':') ? told.head : `${owner}:${told.head}`;
    const open = await all(`${path}?state=open`);
    const isThere = open.some(
      (pull) => pull.base.ref === told.base && `${pull.head.user.login}:${pull.head.ref}` === head,
    );
    if (!isThere) return await ask('POST', path, { body: told, token });
    const message = `A pull request already exists for ${head}.`;
    return refuse('Validation Failed', [{ resource: 'PullRequest', code: 'custom', message }]);
  };

  /** The emulator keeps the head a pull request was opened with; GitHub follows the branch while it is open. */
  const fresh = async (pull: Told): Promise<Told> => {
    const merge = merges.get(pull.id);
    if (merge !== undefined) return { ...pull, ...merge };
    const closedAt = closedHeads.get(pull.id);
    if (pull.state !== 'open' && closedAt !== undefined) {
      return { ...pull, head: { ...pull.head, sha: closedAt } };
    }
    if (pull.state !== 'open' || pull.head.repo === null) return pull;
    const ref = await ask('GET', `/repos/${pull.head.repo.full_name}/git/ref/heads/${pull.head.ref}`);
    return ref.status === 200
      ? { ...pull, head: { ...pull.head, sha: (ref.body as Told).object.sha } }
      : pull;
  };

  const readPull = async (repo: string, number: string): Promise<Told | undefined> => {
    const { status, body } = await ask('GET', `${repo}/pulls/${number}`);
    return status === 200 ? await fresh(body) : undefined;
  };

  /** The emulator knows the difference of a commit to its parent, in pages: so one is made of the whole difference. */
  const diffOf = async (pull: Told): Promise<readonly Told[]> => {
    const repo = `/repos/${pull.head.repo.full_name}`;
    const compared = (await ask('GET', `${repo}/compare/${pull.base.sha}...${pull.head.sha}`)).body as Told;
    const from = compared.merge_base_commit.sha as string;
    const key = `${from}…${pull.head.sha}`;
    const known = diffs.get(key);
    if (known !== undefined) return known;
    const head = (await ask('GET', `${repo}/git/commits/${pull.head.sha}`)).body as Told;
    const whole = await ask('POST', `${repo}/git/commits`, {
      body: { message: key, tree: head.tree.sha, parents: [from] },
    });
    const files: Told[] = [];
    for (let page = 1; ; page++) {
      const path = `${repo}/commits/${(whole.body as Told).sha}?per_page=100&page=${page}`;
      const part = ((await ask('GET', path)).body as Told).files as readonly Told[];
      files.push(...part);
      if (part.length < 100) break;
    }
    diffs.set(key, files);
    return files;
  };

  /** The emulator would merge the head the pull request was opened with, and in one way alone. */
  const mergeHead = async (
    repo: string,
    pull: Told,
    way: Told,
    token: string | undefined,
  ): Promise<string | undefined> => {
    const made = await mergePull(ask, repo, pull, way, token);
    if (made === undefined) return undefined;
    const merge_commit_sha = made.at(-1) as string;
    const merged_at = new Date().toISOString();
    merges.set(pull.id, { merged: true, merged_at, merge_commit_sha, state: 'closed', head: pull.head });
    for (const sha of made) broughtBy.set(sha, pull.id);
    return merge_commit_sha;
  };

  const paged = (request: Request, items: readonly unknown[]): Answer => {
    const size = Number(request.query.get('per_page') ?? 30);
    const page = Number(request.query.get('page') ?? 1);
    const query = new URLSearchParams(request.query);
    query.set('page', String(page + 1));
    const next = `<${base}${request.path}?${query}>; rel="next"`;
    return {
      status: 200,
      headers: page * size < items.length ? { link: next } : {},
      body: items.slice((page - 1) * size, page * size),
    };
  };

  const isOnDiff = async (pull: Told, { path, line, side }: Told): Promise<boolean> => {
    const file = (await diffOf(pull)).find(({ filename }) => filename === path);
    return side === 'RIGHT' && file?.patch !== undefined && linesOf(file.patch).has(line);
  };

  const answer = async (request: Request, token: string | undefined): Promise<Answer | undefined> => {
    const { method, path, query, body } = request;
    const [, repo = '', rest = ''] = /^(\/repos\/[^/]+\/[^/]+)(\/.*)?$/.exec(path) ?? [];
    const told = body as Told;
    const route = `${method} ${rest.replace(/\/\d+(?=\/|$)/g, '/#').replace(/\/[0-9a-f]{40}(?=\/|$)/, '/@')}`;
    const number = /\/(\d+)/.exec(rest)?.[1] ?? '';

    if (method !== 'GET' && String(told?.body ?? '').length > longestText) {
      return refuse('Validation Failed', [{ code: 'custom', field: 'body', message: 'body is too long' }]);
    }
    if (path === '/graphql') return await edits.answer(told, token);
    switch (route) {
      case 'GET /pulls': {
        const listed = await ask('GET', `${path}${query.size === 0 ? '' : `?${query}`}`, { token });
        if (listed.status !== 200) return listed;
        return { ...listed, body: await Promise.all((listed.body as readonly Told[]).map(fresh)) };
      }
      case 'POST /pulls': {
        // GitHub looks and opens in one step.
        const opened = opening.then(() => openOnce(path, told, token));
        opening = opened.catch(() => undefined);
        return await opened;
      }
      case 'PATCH /pulls/#': {
        const pull = told?.state === 'closed' ? await readPull(repo, number) : undefined;
        if (pull?.state === 'open') closedHeads.set(pull.id, pull.head.sha);
        return undefined;
      }
      case 'GET /pulls/#': {
        const pull = await readPull(repo, number);
        return pull && { status: 200, headers: {}, body: pull };
      }
      case 'GET /pulls/#/files': {
        const pull = await readPull(repo, number);
        return pull && paged(request, (await diffOf(pull)).slice(0, 3000));
      }
      case 'POST /pulls/#/comments': {
        const pull = await readPull(repo, number);
        if (pull === undefined || (await isOnDiff(pull, told))) return undefined;
        const error = {
          resource: 'PullRequestReviewComment',
          code: 'custom',
          field: 'pull_request_review_thread.line',
          message: 'could not be resolved',
        };
        return refuse('Validation Failed', [error]);
      }
      case 'POST /pulls/#/reviews': {
        const pull = await readPull(repo, number);
        if (pull === undefined) return undefined;
        const { comments = [], ...review } = told;
        for (const comment of comments) {
          if (!(await isOnDiff(pull, comment)))
            return refuse('Unprocessable Entity', ['Line could not be resolved']);
        }
        const made = await ask('POST', path, { body: review, token });
        for (const comment of comments) {
          const commit_id = told.commit_id ?? pull.head.sha;
          await ask('POST', `${repo}/pulls/${number}/comments`, { body: { ...comment, commit_id }, token });
        }
        return { ...made, status: made.status === 201 ? 200 : made.status };
      }
      case 'GET /commits/@/pulls': {
        const sha = rest.split('/')[2] as string;
        const pulls = await all(`${repo}/pulls?state=all`);
        const found: Told[] = [];
        for (const listed of pulls) {
          const pull = await fresh(listed);
          const commits = await all(`${repo}/pulls/${pull.number}/commits`);
          const within = commits.some((one) => one.sha === sha && sha !== pull.base.sha);
          // GitHub knows the commits a rebase made for those of the pull request.
          const brought = pull.merge_commit_sha === sha || broughtBy.get(sha) === pull.id;
          if (brought || within) found.push(pull);
        }
        return paged(request, found);
      }
      case 'PUT /pulls/#/merge': {
        const old = (await ask('GET', path.replace(/\/merge$/, ''))).body as Told;
        const pull = await fresh(old);
        if (pull.state !== 'open') return undefined;
        const isOwn = (told?.merge_method ?? 'merge') !== 'merge' || pull.head.sha !== old.head.sha;
        if (!isOwn && !(await isBehind(ask, repo, pull))) return undefined;
        const sha = await mergeHead(repo, pull, told ?? {}, token);
        if (sha === undefined) {
          const message = 'Pull Request is not mergeable';
          return { status: 405, headers: {}, body: { message, ...docs, status: '405' } };
        }
        return { status: 200, headers: {}, body: { sha, merged: true, message: 'Merged' } };
      }
      case 'GET /issues': {
        // GitHub counts pull requests among the issues.
        const given = ['state', 'labels'].flatMap((key) =>
          query.has(key) ? `${key}=${query.get(key)}` : [],
        );
        const labels = query.get('labels')?.split(',') ?? [];
        const issues = await all(`${repo}/issues?${given.map(encodeURI).join('&')}`);
        const pulls = await all(`${repo}/pulls?state=${query.get('state') ?? 'open'}`);
        const asIssues = pulls
          .filter((pull) => labels.every((name) => pull.labels.some((label: Told) => label.name === name)))
          .map(asIssue);
        return paged(request, [...issues, ...asIssues]);
      }
      case 'GET /issues/#': {
        const issue = await ask('GET', path);
        const pull = issue.status === 404 ? await readPull(repo, number) : undefined;
        return pull && { status: 200, headers: {}, body: asIssue(pull) };
      }
      case 'POST /statuses/@': {
        const { login } = (await ask('GET', '/user', { token })).body as Told;
        const sha = rest.split('/')[2] as string;
        const made = statusOf(`${base}${path}`, told, login, statuses.get(sha)?.length ?? 0);
        statuses.set(sha, [made, ...(statuses.get(sha) ?? [])]);
        return { status: 201, headers: {}, body: made };
      }
      case 'GET /commits/@/statuses':
        return paged(request, statuses.get(rest.split('/')[2] as string) ?? []);
      case 'GET /issues/#/comments': {
        const listed = await ask('GET', `${path}${query.size === 0 ? '' : `?${query}`}`, { token });
        return listed.status === 200
          ? { ...listed, body: (listed.body as readonly Told[]).map(edits.inSeconds) }
          : listed;
      }
      case 'GET /issues/comments': {
        // The emulator takes "comments" for the number of an issue.
        const since = query.get('since') ?? '';
        const numbered = [
          ...(await all(`${repo}/issues?state=all`)),
          ...(await all(`${repo}/pulls?state=all`)),
        ];
        const each = numbered.map((one) => all(`${repo}/issues/${one.number}/comments`));
        const found = (await Promise.all(each)).flat().map(edits.inSeconds);
        const later = found.filter((one) => one.updated_at >= since).sort((one, other) => other.id - one.id);
        return paged(request, query.get('direction') === 'desc' ? later : later.toReversed());
      }
      case 'PATCH /issues/#':
      case 'PATCH /issues/comments/#': {
        const edited = await ask('PATCH', path, { body, token });
        if (edited.status === 200 && told.body !== undefined) await edits.note(edited.body, token);
        return edited;
      }
      case 'PATCH /check-runs/#': {
        // The emulator puts the new annotations in the place of the old ones; GitHub adds them.
        const before = annotations.get(Number(number)) ?? [];
        const now = [...before, ...(told.output?.annotations ?? [])];
        annotations.set(Number(number), now);
        return await ask('PATCH', path, {
          body: { ...told, ...(told.output && { output: { ...told.output, annotations: now } }) },
          token,
        });
      }
      case 'POST /check-runs': {
        if (token?.startsWith('ghp_')) {
          const message = 'You must authenticate via a GitHub App.';
          return { status: 403, headers: {}, body: { message, ...docs, status: '403' } };
        }
        const made = await ask('POST', path, { body, token });
        if (made.status === 201) annotations.set((made.body as Told).id, told.output?.annotations ?? []);
        return made;
      }
      default:
        return undefined;
    }
  };

  return async (request: Request, token: string | undefined): Promise<Answer | undefined> => {
    const given = await answer(request, token);
    if (given === undefined) return undefined;
    const own = ownRoutes.some(([method, form]) => method === request.method && form.test(request.path));
    const problems = own ? checkAnswer(request.method, request.path, given.status, given.body) : [];
    if (problems.length > 0)
      throw new Error(`the supplement answers what GitHub does not: ${problems.join('\n')}`);
    return given;
  };
}

/** Answers made here rather than by the emulator, whose own ones lack some of the fields GitHub promises. */
const ownRoutes: readonly (readonly [string, RegExp])[] = [
  ['GET', /\/pulls\/\d+\/files$/],
  ['POST', /\/pulls\/\d+\/comments$/],
  ['POST', /\/statuses\/[0-9a-f]{40}$/],
  ['GET', /\/commits\/[0-9a-f]{40}\/statuses$/],
];

function statusOf(url: string, { state, context, description, target_url }: Told, login: string, id: number) {
  const now = new Date().toISOString();
  return {
    id: id + 1,
    node_id: `S_${id + 1}`,
    url,
    avatar_url: null,
    state,
    context: context ?? 'default',
    description: description ?? null,
    target_url: target_url ?? null,
    created_at: now,
    updated_at: now,
    creator: simpleUser(login),
  };
}

/** As GitHub tells whose something is. */
function simpleUser(login: string) {
  const url = `https://api.github.com/users/${encodeURIComponent(login)}`;
  const parts = ['followers', 'following', 'gists', 'starred', 'subscriptions', 'organizations', 'repos'];
  return {
    login,
    id: 1,
    node_id: 'U_1',
    avatar_url: url,
    gravatar_id: null,
    url,
    html_url: url,
    ...Object.fromEntries(parts.map((part) => [`${part}_url`, url])),
    events_url: url,
    received_events_url: url,
    type: 'User',
    site_admin: false,
  };
}

function asIssue({ _links: _, head: __, base: ___, ...pull }: Told): Told {
  return { ...pull, pull_request: { url: pull.url, html_url: pull.html_url, diff_url: '', patch_url: '' } };
}
