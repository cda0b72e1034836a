/** Answers forms whose pull request was merged: what was done, or what it waits for; and closes them once all is done. */
import { formOfPull, requestBranch } from '../consent/pending.ts';
import { countRows } from '../forms/read.ts';
import type { GitHub } from '../github/connect/open.ts';
import { isCode } from '../github/connect/refusal.ts';
import { listNewestPullRequests, listPullRequestsOf, type PullRequest } from '../github/pull/pull-request.ts';
import { readOwnMarkers, writeStickyComment } from '../github/talk/comments.ts';
import { closeIssue, type Issue, listOpenIssues, readIssue } from '../github/talk/issues.ts';
import { type ChangedRecord, readChangedRecords } from '../history/changed-records.ts';
import { type LastChanges, rememberLastChanges } from '../history/record.ts';
import { organizationKey } from '../model/account/key.ts';
import type { Directory } from '../model/directory/directory.ts';
import type { CalendarDate } from '../model/directory/organization.ts';
import { type FormFacts, formKindOf } from '../model/github/form-work.ts';
import type { RequestKind } from '../model/github/request.ts';
import type { Outcome } from '../model/plan/outcome.ts';
import type { Why } from '../model/plan/why.ts';
import { ExpectedError } from '../model/problems/errors.ts';
import { addDays, dateOfInstant, latestOf } from '../model/time/date.ts';
import {
  renderFormDone,
  renderFormMerged,
  renderFormSettled,
  renderFormWaiting,
} from '../render/github/form-work.ts';
import { type FormRecord, judgeRecord, whoWorksOn } from '../review/form-work.ts';
import { namesOf } from '../review/names.ts';
import { accountsAfter } from '../run/carry-out.ts';
import type { Desired } from '../run/desired.ts';
import type { Proposal, UsableDesired } from '../run/propose.ts';
import { withDueDays } from './deadlines.ts';
import { doneOf } from './form-done.ts';

export interface FormWork {
  readonly directory: string;
  readonly proposal: Proposal;
  readonly outcomes: readonly Outcome[];
  /** In which file each change's password was sealed. */
  readonly sealed: ReadonlyMap<string, string>;
  readonly lastChanges: LastChanges;
}

interface MergedForm {
  readonly issue: Issue;
  readonly kind: RequestKind;
  readonly pull: PullRequest;
}

/** One for each merged pull request: a form that was opened again may have another. */
const doneMarker = ({ pull }: MergedForm) => `done-${pull.number}`;
const waitingMarker = ({ pull }: MergedForm) => `waiting-${pull.number}`;

/**
 * Looks at the forms that are open, and at those of these pull requests. Nothing is remembered but the comments
 * themselves: what an earlier run could not write, this one does. A form nobody opened again is closed after its last
 * answer; one that somebody closed is answered and stays closed.
 *
 * @throws the first ExpectedError, once all of them were tried.
 */
export async function answerForms(
  github: GitHub,
  work: FormWork,
  pulls: readonly PullRequest[],
): Promise<void> {
  if (work.proposal.desired.directory === undefined) return;
  let failure: ExpectedError | undefined;
  const attempt = async (part: () => Promise<void>) => {
    try {
      await part();
    } catch (thrown) {
      if (!(thrown instanceof ExpectedError)) throw thrown;
      failure ??= thrown;
    }
  };
  const unanswered: (MergedForm & { readonly waits: boolean })[] = [];
  const forms = await findMergedForms(github, pulls);
  for (const form of forms.filter((one) => isAsked(one, work.proposal.plan.today))) {
    await attempt(async () => {
      const told = await readOwnMarkers(github, form.issue.number, [doneMarker(form), waitingMarker(form)]);
      if (!told.has(doneMarker(form))) {
        unanswered.push({ ...form, waits: told.has(waitingMarker(form)) });
      } else if (form.issue.open && !form.issue.reopened) {
        await closeIssue(github, form.issue.number, 'completed');
      }
    });
  }
  const records = await readRecords(work.directory, unanswered, work.lastChanges);
  for (const [index, form] of unanswered.entries()) {
    await attempt(() => answerForm(github, form, records[index] ?? [], work));
  }
  if (failure !== undefined) throw failure;
}

const recentDays = 31;

/** Of what was closed long ago nobody waits for an answer, when the server has drifted and a run puts it right. */
function isAsked({ issue, pull }: MergedForm, today: CalendarDate): boolean {
  if (issue.open) return true;
  const merged = dateOfInstant(Date.parse(pull.merged?.at ?? pull.opened));
  return merged >= addDays(today, -recentDays);
}

/** The last merged pull request of each form, unless another of the same form is still open. */
async function findMergedForms(
  github: GitHub,
  pulls: readonly PullRequest[],
): Promise<readonly MergedForm[]> {
  const open = await listOpenIssues(github, 'danhba');
  const known = new Set(open.map(({ number }) => number));
  const others = new Set(pulls.flatMap((pull) => formOfPull(pull) ?? [])).difference(known);
  const issues = [...open];
  for (const number of others) issues.push(...(await findIssue(github, number)));
  const forms = issues.flatMap((issue) => {
    const kind = formKindOf(issue.labels);
    return kind === undefined || issue.isPullRequest ? [] : [{ issue, kind }];
  });
  if (forms.length === 0) return [];
  const newest = await listNewestPullRequests(github);
  const merged: MergedForm[] = [];
  for (const form of forms) {
    const isOwn = (pull: PullRequest) => formOfPull(pull) === form.issue.number;
    const listed = newest.filter(isOwn);
    const branch = requestBranch(form.issue.number);
    const own = listed.length > 0 ? listed : (await listPullRequestsOf(github, branch)).filter(isOwn);
    const [pull] = own.filter((one) => one.merged !== undefined).sort((a, b) => b.number - a.number);
    if (pull !== undefined && !own.some((one) => one.open)) merged.push({ ...form, pull });
  }
  return merged;
}

async function findIssue(github: GitHub, number: number): Promise<readonly Issue[]> {
  try {
    return [await readIssue(github, number)];
  } catch (thrown) {
    if (isCode(thrown, 'github-missing')) return [];
    throw thrown;
  }
}

/** What each merge has changed, by Git alone; nothing where the checkout does not have it yet. */
async function readRecords(
  directory: string,
  forms: readonly MergedForm[],
  lastChanges: LastChanges,
): Promise<readonly (readonly FormRecord[])[]> {
  const found: (readonly (ChangedRecord & { readonly commit: string | undefined })[])[] = [];
  for (const { pull } of forms) {
    const commit = pull.merged?.commit;
    const records = commit === undefined ? undefined : await readChangedRecords(directory, commit);
    found.push((records ?? []).map((record) => ({ ...record, commit })));
  }
  const all = found.flat();
  const last = await lastChanges(
    all.map(({ key }) => ({ key, aspect: key.startsWith('person:') ? ofPerson : ofOrganization })),
  );
  const newest = new Map(all.map((record, index) => [record, last[index]]));
  return found.map((records) =>
    records.map((record) => ({ ...record, superseded: newest.get(record) !== record.commit })),
  );
}

const ofPerson = ['home', 'record'] as const;
const ofOrganization = ['record', 'dissolved'] as const;

async function answerForm(
  github: GitHub,
  form: MergedForm & { readonly waits: boolean },
  records: readonly FormRecord[],
  { proposal, outcomes, sealed }: FormWork,
): Promise<void> {
  if (records.length === 0) return;
  const { issue, kind, pull } = form;
  const { plan, desired } = proposal;
  const { language, declared } = desired;
  const directory = desired.directory as Directory;
  const accounts = accountsAfter(proposal, outcomes);
  const judged = records.map((record) => judgeRecord(kind, record, { plan, outcomes, accounts, declared }));
  const facts = factsOf(form, records, desired);
  const waiting = judged.filter((one) => 'waits' in one);
  if (waiting.length > 0) {
    const done = judged.length - waiting.length;
    const text = renderFormWaiting({ ...facts, waiting, done }, namesOf([directory], accounts), language);
    // Whoever closed it wants no more of it but the end.
    if (issue.open) await writeStickyComment(github, issue.number, waitingMarker(form), text);
    return;
  }
  const done = doneOf(
    kind,
    judged.filter((one) => 'done' in one),
    { plan, directory, sealed },
  );
  const left = rowsLeft(kind, issue.body, records);
  const text = renderFormDone(
    { ...facts, ...done, author: issue.author, ...(left > 0 && { left }) },
    language,
  );
  await writeStickyComment(github, issue.number, doneMarker(form), text);
  if (form.waits) {
    const settled = renderFormSettled(pull.number, language);
    await writeStickyComment(github, issue.number, waitingMarker(form), settled);
  }
  if (issue.open) await closeIssue(github, issue.number, 'completed');
}

/** What the rule book sets a term for; by its kind, a change of this run is not needed to count it. */
const termedAs = {
  issue: 'create',
  change: 'update',
  custodian: undefined,
  notice: undefined,
  suspend: undefined,
  terminate: 'terminate',
  restore: 'restore',
  reset: undefined,
} as const satisfies Record<RequestKind, unknown>;

/** Of several records the last one is waited for. */
function factsOf(
  { kind, pull }: MergedForm,
  records: readonly Pick<FormRecord, 'key'>[],
  { directory }: Pick<Desired, 'directory'>,
): FormFacts {
  const facts = { kind, pullRequest: pull.number };
  const as = termedAs[kind];
  if (as === undefined || directory === undefined) return facts;
  const keys = records.length > 0 ? records.map(({ key }) => key) : [organizationKey('')];
  const why: Why = { code: 'declared', clause: '' };
  const termed = withDueDays(
    keys.map((key) => ({ kind: as, key, why })),
    pull,
    directory,
  );
  const due = latestOf(termed.map((one) => one.why.due));
  return { ...facts, ...(due !== undefined && { due }) };
}

/** Rows of a list that were wrong when it was merged: nobody else would tell that they are not done. */
function rowsLeft(kind: RequestKind, body: string, records: readonly FormRecord[]): number {
  const people = records.filter(({ key }) => key.startsWith('person:'));
  return Math.max(0, countRows(kind, body) - people.length);
}

export interface Announcement {
  readonly desired: UsableDesired;
  /** Where the files of main stand, with their history. */
  readonly directory: string;
  readonly today: CalendarDate;
}

/**
 * Tells those who sent a form that its pull request was merged, ahead of the run that carries it out: that may come
 * tomorrow morning. Where anything was said already, nothing is.
 */
export async function announceMergedForms(
  github: GitHub,
  { desired, directory, today }: Announcement,
  attempt: (number: number, announce: () => Promise<void>) => Promise<void>,
): Promise<void> {
  const { declared, language } = desired;
  const lastChanges = rememberLastChanges(directory);
  for (const form of await findMergedForms(github, [])) {
    const { issue, pull } = form;
    const markers = [doneMarker(form), waitingMarker(form)];
    const readSaid = () => readOwnMarkers(github, issue.number, markers);
    const say = (text: string) => writeStickyComment(github, issue.number, waitingMarker(form), text);
    await attempt(issue.number, async () => {
      if ((await readSaid()).size > 0) return;
      const [records = []] = await readRecords(directory, [form], lastChanges);
      const facts = factsOf(form, records, desired);
      const leaving = whoWorksOn(form.kind, records, declared, today);
      const isAll = leaving.length > 0 && leaving.length === records.length;
      await say(
        isAll
          ? renderFormWaiting({ ...facts, waiting: leaving, done: 0 }, namesOf([desired.directory]), language)
          : renderFormMerged(facts, language),
      );
      // A run may have finished in that moment, and looks no more at a form that is closed.
      if ((await readSaid()).has(doneMarker(form))) await say(renderFormSettled(pull.number, language));
    });
  }
}
