/** `danhba github request`: turns a filled form into a pull request that edits one file, or says what is wrong with it. */

import { createHash } from 'node:crypto';
import { relative, resolve, sep } from 'node:path';
import {
  markStale,
  type Pending,
  readPending,
  readPendingIds,
  requestBranch,
} from '../../consent/pending.ts';
import { needsOperator } from '../../forms/apply.ts';
import { parseFormBody } from '../../forms/body.ts';
import { labelsOf } from '../../forms/questions.ts';
import { readRequest } from '../../forms/read.ts';
import type { ReadRow } from '../../forms/table/rows.ts';
import type { GitHub } from '../../github/connect/open.ts';
import { type Proposed, proposeChange } from '../../github/files/propose-change.ts';
import { commentOnIssue, writeStickyComment } from '../../github/talk/comments.ts';
import { type Issue, readIssue } from '../../github/talk/issues.ts';
import { openCheckout } from '../../history/checkout.ts';
import { mergesCleanly } from '../../history/head-files.ts';
import { findRepository } from '../../history/repository.ts';
import type { Decision } from '../../model/directory/organization.ts';
import { type RequestKind, requestKinds } from '../../model/github/request.ts';
import type { AnsweredRow } from '../../model/github/request-answer.ts';
import { ExpectedError, InternalError } from '../../model/problems/errors.ts';
import {
  type CommonOptions,
  type ExitCode,
  exitCode,
  type Io,
  parseNumber,
  todayOf,
} from '../../process/io.ts';
import { writeStepOutput } from '../../process/step-output.ts';
import {
  renderRequestClosed,
  renderRequestDone,
  renderRequestProblems,
  renderRequestStale,
  renderRequestStopped,
  renderRequestWrong,
  requestTitle,
} from '../../render/github/request.ts';
import { requestBody, requestMessage } from '../../render/github/request-basis.ts';
import { renderRequestList, titleOfMany } from '../../render/github/request-list.ts';
import { openSetGitHub } from '../../run/github.ts';
import { readUsable, type UsableDesired } from '../../run/propose.ts';
import { judgeForm, type RequestedChange } from './request-edits.ts';
import { countRivals, readFreeIds } from './request-ids.ts';

export interface RequestCommandOptions extends CommonOptions {
  readonly issue: string;
}

/** Ends with 1 where something in the form has to be corrected: the answer stands under the issue. */
export async function githubRequest(options: RequestCommandOptions, io: Io): Promise<ExitCode> {
  const number = parseNumber('--issue', options.issue);
  const github = await openSetGitHub(io);
  await github.login();
  const issue = await readIssue(github, number);
  const kind = kindOf(issue);
  const today = todayOf(options, io);
  const pending = await readPending(github, number);
  const read = readRequest(kind, parseFormBody(issue.body, labelsOf(kind)), today);
  if ('problems' in read) {
    return await refuse(github, number, pending, renderRequestProblems(kind, read.problems));
  }
  const desired = await readUsable(options, io);
  const asked =
    'rows' in read
      ? { rows: read.rows, organization: read.organization, unused: read.unused }
      : {
          rows: [{ row: 1, name: '', ...read }],
          organization: read.request.organization,
        };
  return await answerForm(github, { issue, kind, desired, today, ...asked }, pending, options, io);
}

interface Form {
  readonly issue: Issue;
  readonly kind: RequestKind;
  readonly desired: UsableDesired;
  readonly today: string;
  readonly organization: string;
  readonly rows: readonly ReadRow[];
  /** The columns of a list nobody looks at; undefined where the form is about one person. */
  readonly unused?: readonly string[];
}

/** Two forms may look for a free id in the same moment: whoever sees the other takes another. */
const attempts = 5;

async function answerForm(
  github: GitHub,
  form: Form,
  before: Pending,
  options: CommonOptions,
  io: Io,
): Promise<ExitCode> {
  const { number } = form.issue;
  const count = form.kind === 'issue' ? form.rows.length : 0;
  let pending = before;
  let rank = 0;
  for (let attempt = 1; attempt <= attempts; attempt++) {
    const { directory } = options;
    const freeIds = count === 0 ? [] : await readFreeIds(github, pending, directory, count, rank * count);
    const rows = form.rows.filter((one) => 'request' in one);
    const { rows: judged, change } = await judgeForm({ ...form, options, rows, freeIds });
    const answered: readonly AnsweredRow[] = [
      ...judged,
      ...form.rows.flatMap((one) =>
        'problems' in one ? [{ ...one, wrong: { problems: one.problems } }] : [],
      ),
    ].sort((one, other) => one.row - other.row);
    if (change === undefined) return await refuse(github, number, pending, answerOf(form, answered));
    const proposed = await propose(github, form, { change, freeIds, own: pending.own }, options);
    if (!('url' in proposed)) {
      await markStale(github, before, false);
      return await tellStopped(github, number, proposed);
    }
    const ids = change.edits.flatMap((edit) => (edit.kind === 'add-person' ? [edit.person.id] : []));
    if (ids.some((id) => freeIds.includes(id))) {
      const now = await readPending(github, number);
      const rivals = await countRivals(github, number, pending, now, ids);
      pending = now;
      if (rivals !== undefined) {
        rank = rivals;
        continue;
      }
    }
    const answer = answerOf(form, answered, { change, number: proposed.number });
    await writeStickyComment(github, number, 'request', answer);
    await markStale(github, before, false);
    await writeStepOutput(io, 'pull-request', proposed.number);
    io.out(`${proposed.url}\n`);
    return answered.some((row) => 'wrong' in row) ? exitCode.problems : exitCode.clean;
  }
  throw new InternalError(`#${number}: other forms take the same ids again and again`);
}

interface Made {
  readonly change: RequestedChange;
  readonly number: number;
}

/** What stands under the issue: of one person in words, of a list row by row. */
function answerOf({ kind, unused }: Form, rows: readonly AnsweredRow[], made?: Made): string {
  const pull = made && {
    number: made.number,
    organization: made.change.organizationName,
    operator: needsOperator(made.change.edits),
  };
  if (unused !== undefined) return renderRequestList(kind, rows, unused, pull);
  const [only] = rows;
  if (only !== undefined && 'wrong' in only) return renderRequestWrong(kind, only.wrong);
  if (pull === undefined || made === undefined) throw new InternalError('an answer about nobody');
  const notes = rows.flatMap((row) => ('key' in row ? (row.notes ?? []) : []));
  return renderRequestDone(kind, made.change.name, pull, notes);
}

/** Nothing is proposed; what was proposed before says something else than the form by now. */
async function refuse(github: GitHub, issue: number, pending: Pending, text: string): Promise<ExitCode> {
  const old = pending.own === undefined ? '' : `\n${renderRequestStale(pending.own.number)}`;
  await writeStickyComment(github, issue, 'request', text + old);
  await markStale(github, pending, true);
  return exitCode.problems;
}

/** By the label the form itself puts on; @throws ExpectedError for an issue that is no form. */
function kindOf({ number, labels, isPullRequest, open }: Issue): RequestKind {
  const kinds = requestKinds.filter((kind) => labels.includes(`danhba:${kind}`));
  const [kind] = kinds;
  if (kind !== undefined && kinds.length === 1 && !isPullRequest && open) return kind;
  throw new ExpectedError('request-form', {
    at: `#${number}`,
    labels: requestKinds.map((one) => `danhba:${one}`).join(' '),
  });
}

/** The same for the same request, whatever else of the form is edited; an id danhba chooses is no part of it. */
function markerOf(
  kind: RequestKind,
  { organization, edits }: RequestedChange,
  freeIds: readonly string[],
): string {
  const plain = edits.map((edit) =>
    edit.kind === 'add-person' && freeIds.includes(edit.person.id)
      ? { ...edit, person: { ...edit.person, id: '' } }
      : edit,
  );
  const digest = createHash('sha256').update(JSON.stringify([kind, organization, plain]));
  return `request-${digest.digest('hex')}`;
}

/** The document behind the form; undefined where the rows of a list name several. */
function basisOf(rows: readonly ReadRow[]): Decision | undefined {
  const [first, ...others] = rows.flatMap((one) => ('request' in one ? [one.request.basis] : []));
  const isOne = others.every(({ document, date }) => document === first?.document && date === first.date);
  return isOne ? first : undefined;
}

interface Asked {
  readonly change: RequestedChange;
  readonly freeIds: readonly string[];
  /** What the form has open. */
  readonly own: Pending['own'];
}

async function propose(
  github: GitHub,
  { issue, kind, unused, rows }: Form,
  { change, freeIds, own }: Asked,
  { directory }: CommonOptions,
): Promise<Proposed> {
  const root = resolve((await findRepository(directory)) ?? resolve(directory, '..'));
  const name = unused === undefined || change.count === 1 ? change.name : titleOfMany(change.count);
  const title = requestTitle(kind, name, change.organizationName);
  const basis = basisOf(rows);
  return await proposeChange(github, {
    branch: requestBranch(issue.number),
    title,
    // Neither closes the form: the job does, once the work is done.
    message: requestMessage(title, { basis, issue: issue.number }),
    body: requestBody(issue, basis),
    files: [{ path: relative(root, resolve(change.file)).split(sep).join('/'), text: change.text }],
    marker: markerOf(kind, change, freeIds),
    stillMerges: async (ancestor, head) =>
      (await hasIds(github, own, change)) &&
      (await mergesCleanly(github, { ancestor, head, base: openCheckout(directory) })),
  });
}

/** Where another id has to be given, what is open does not do. */
async function hasIds(github: GitHub, own: Pending['own'], { edits }: RequestedChange): Promise<boolean> {
  const ids = edits.flatMap((edit) => (edit.kind === 'add-person' ? [edit.person.id] : []));
  if (ids.length === 0) return true;
  const given = own === undefined ? [] : await readPendingIds(github, [own]);
  return ids.every((id) => given.includes(id));
}

async function tellStopped(
  github: GitHub,
  issue: number,
  stopped: Extract<Proposed, { result: 'closed' | 'nothing' | 'foreign' }>,
): Promise<ExitCode> {
  if (stopped.result === 'closed') {
    await writeStickyComment(github, issue, 'request', renderRequestClosed(stopped));
    return exitCode.clean;
  }
  await commentOnIssue(github, issue, renderRequestStopped(stopped.result, requestBranch(issue)));
  return stopped.result === 'nothing' ? exitCode.clean : exitCode.refused;
}
