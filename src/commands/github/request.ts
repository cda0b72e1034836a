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
import { editOrganization } from '../../desired/edit/edit.ts';
import { applyRequest } from '../../forms/apply.ts';
import { parseFormBody } from '../../forms/body.ts';
import { labelsOf } from '../../forms/questions.ts';
import { readRequest } from '../../forms/read.ts';
import type { GitHub } from '../../github/connect/open.ts';
import { proposeChange } from '../../github/files/propose-change.ts';
import { commentOnIssue, writeStickyComment } from '../../github/talk/comments.ts';
import { type Issue, readIssue } from '../../github/talk/issues.ts';
import { readUsedIds } from '../../history/person-ids.ts';
import { findRepository } from '../../history/repository.ts';
import type { EditRefusal } from '../../model/directory/edit.ts';
import { nextPersonId } from '../../model/directory/next-person-id.ts';
import {
  type Request,
  type RequestedEdits,
  type RequestKind,
  requestKinds,
} from '../../model/github/request.ts';
import { ExpectedError } from '../../model/problems/errors.ts';
import type { Problem } from '../../model/problems/problem.ts';
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
  renderRequestRefused,
  renderRequestStale,
  renderRequestStopped,
  renderRequestUneditable,
  requestTitle,
} from '../../render/github/request.ts';
import { compareProblems } from '../../review/difference.ts';
import { judge, readDesired } from '../../run/desired.ts';
import { openSetGitHub } from '../../run/github.ts';
import { readUsable, type UsableDesired } from '../../run/propose.ts';

export interface RequestCommandOptions extends CommonOptions {
  readonly issue: string;
}

/** Ends with 1 where the form has to be corrected: the answer stands under the issue. */
export async function githubRequest(options: RequestCommandOptions, io: Io): Promise<ExitCode> {
  const number = parseNumber('--issue', options.issue);
  const github = openSetGitHub(io);
  await github.login();
  const issue = await readIssue(github, number);
  const kind = kindOf(issue);
  const today = todayOf(options, io);
  const pending = await readPending(github, number);
  const refuse = async (text: string): Promise<ExitCode> => {
    const old = pending.own === undefined ? '' : `\n${renderRequestStale(pending.own.number)}`;
    await writeStickyComment(github, number, 'request', text + old);
    await markStale(github, pending, true);
    return exitCode.problems;
  };
  const read = readRequest(kind, parseFormBody(issue.body, labelsOf(kind)), today);
  if ('problems' in read) return await refuse(renderRequestProblems(kind, read.problems));
  const desired = await readUsable(options, io);
  const freeId = kind === 'issue' ? await readFreeId(github, pending, options) : undefined;
  const applied = applyRequest(
    read.request,
    { ...desired.directory, declared: desired.declared, today },
    freeId,
  );
  if ('problem' in applied) return await refuse(renderRequestProblems(kind, [applied.problem]));
  const edited = editText(desired.context.textOf(applied.file) ?? '', applied);
  if ('refusal' in edited) return await refuse(renderRequestUneditable(kind, edited.refusal));
  const broken = await findNewErrors(options, desired, applied.file, edited.text, today);
  if (broken.length > 0) return await refuse(renderRequestRefused(kind, broken));
  const asked = { kind, applied, marker: markerOf(read.request, applied) };
  const code = await propose(github, issue, asked, edited.text, options, io);
  await markStale(github, pending, false);
  return code;
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

/**
 * An id that nobody has or ever had, or is about to get: one that is given again would make a newcomer the heir of
 * somebody's mailbox. The form's own pull request keeps the id it gives.
 *
 * @throws ExpectedError where Git does not remember all ids.
 */
async function readFreeId(
  github: GitHub,
  { own, others }: Pending,
  { directory }: CommonOptions,
): Promise<string | undefined> {
  const known = await readUsedIds(directory);
  if (known === undefined) throw new ExpectedError('history-cut', { at: directory });
  const used = new Set([...known, ...(await readPendingIds(github, others))]);
  const given = own === undefined ? [] : await readPendingIds(github, [own]);
  return given.find((id) => !used.has(id)) ?? nextPersonId(used);
}

function editText(
  text: string,
  { edits }: RequestedEdits,
): { readonly text: string } | { readonly refusal: EditRefusal } {
  let result = text;
  for (const edit of edits) {
    const edited = editOrganization(result, edit);
    if ('refusal' in edited) return edited;
    result = edited.text;
  }
  return { text: result };
}

/** Errors the edit would bring: a collision, a name that cannot be derived; those that were there are not its fault. */
async function findNewErrors(
  options: CommonOptions,
  before: UsableDesired,
  file: string,
  text: string,
  today: string,
): Promise<readonly Problem[]> {
  const after = await readDesired(options, new Map([[file, text]]));
  const { problems } = compareProblems(judge(before, [], today), judge(after, [], today));
  return problems.filter(({ severity }) => severity === 'error');
}

/** The same for the same request, whatever else of the form is edited; an id danhba chooses is no part of it. */
function markerOf(request: Request, { organization, edits }: RequestedEdits): string {
  const isChosen = request.kind === 'issue' && request.person.id === undefined;
  const plain = edits.map((edit) =>
    isChosen && edit.kind === 'add-person' ? { ...edit, person: { ...edit.person, id: '' } } : edit,
  );
  const digest = createHash('sha256').update(JSON.stringify([request.kind, organization, plain]));
  return `request-${digest.digest('hex')}`;
}

interface AskedChange {
  readonly kind: RequestKind;
  readonly applied: RequestedEdits;
  readonly marker: string;
}

async function propose(
  github: GitHub,
  issue: Issue,
  { kind, applied: { file, name, organization }, marker }: AskedChange,
  text: string,
  { directory }: CommonOptions,
  io: Io,
): Promise<ExitCode> {
  const root = resolve((await findRepository(directory)) ?? resolve(directory, '..'));
  const branch = requestBranch(issue.number);
  const title = requestTitle(kind, name, organization);
  const proposed = await proposeChange(github, {
    branch,
    title,
    message: `${title}\n\nCloses #${issue.number}`,
    // The login without its sign calls nobody.
    body: `Theo phiếu #${issue.number} của ${issue.author}.\n\nCloses #${issue.number}\n`,
    files: [{ path: relative(root, resolve(file)).split(sep).join('/'), text }],
    marker,
  });
  if (proposed.result === 'closed') {
    await writeStickyComment(github, issue.number, 'request', renderRequestClosed(proposed));
    return exitCode.clean;
  }
  if (proposed.result === 'nothing' || proposed.result === 'foreign') {
    await commentOnIssue(github, issue.number, renderRequestStopped(proposed.result, branch));
    return proposed.result === 'nothing' ? exitCode.clean : exitCode.refused;
  }
  await writeStickyComment(github, issue.number, 'request', renderRequestDone(kind, name, proposed.number));
  await writeStepOutput(io, 'pull-request', proposed.number);
  io.out(`${proposed.url}\n`);
  return exitCode.clean;
}
