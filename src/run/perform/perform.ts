/** Carries a plan out against the server: seals, counts, writes, and tells what became of each change. */
import { basename } from 'node:path';
import { ResultCodeError } from 'ldapts';
import { openJournal } from '../../apply/journal.ts';
import { withRetry } from '../../apply/retry.ts';
import { runPlan } from '../../apply/run.ts';
import type { Lease } from '../../ldap/lease/lease.ts';
import { writeCount } from '../../ldap/lease/sentinel.ts';
import { isAsPlanned } from '../../ldap/write/still.ts';
import { isDone, type Outcome, type Result } from '../../model/plan/outcome.ts';
import { type Change, type ChangeKind, isMailChange, type Plan } from '../../model/plan/plan.ts';
import { InternalError, remarkOf } from '../../model/problems/errors.ts';
import { remark } from '../../model/problems/remark.ts';
import type { Io } from '../../process/io.ts';
import { makeLogger } from '../../process/log.ts';
import { makeProgress } from '../../process/progress.ts';
import { remarkText } from '../../render/errors/remark.ts';
import { recordedOutcome } from '../../render/plan/outcomes.ts';
import { renderPreparation } from '../../render/run/progress.ts';
import type { Language } from '../../render/text/wording.ts';
import type { FormBases } from '../basis.ts';
import type { Proposal } from '../propose.ts';
import type { Servers } from '../servers.ts';
import { archiveBefore, endSessionsBehind, performMailChange } from './mail.ts';
import { prepareCredentials, withdrawUnset } from './seal.ts';
import { openWriter, type WriterOptions } from './writer.ts';

/** The database has one writer: more requests in flight gain nothing (docs/decisions). */
const requestsInFlight = 16;

/** Told of every outcome beside the journal, and made durable with it. */
export interface Beside {
  readonly record: (outcome: Outcome) => void;
  readonly sync: () => Promise<void>;
}

export interface PerformOptions {
  readonly journal: string;
  readonly credentials: string;
  readonly lease: Pick<Lease, 'isLost'>;
  /** What forms said of the documents behind the changes. */
  readonly forms?: FormBases;
  readonly also?: Beside;
  /** Of entries that are taken over, or given back. */
  readonly adoption?: WriterOptions['adoption'];
}

type ChangesOptions = Pick<PerformOptions, 'journal' | 'lease'>;

export interface Performed {
  readonly outcomes: readonly Outcome[];
  /** The name of the file the password of each change was sealed into, by the change's id. */
  readonly sealed: ReadonlyMap<string, string>;
  /** False where the number of entries could not be recorded; the next run records it. */
  readonly counted: boolean;
  /** True where fewer entries are left than an earlier run saw, and nobody has confirmed that number. */
  readonly doubted: boolean;
}

/** Carries the plan out with progress and a journal, and leaves the count the next read is measured by. */
export async function perform(
  servers: Servers,
  { plan, desired }: Pick<Proposal, 'plan' | 'desired'>,
  options: PerformOptions,
  io: Io,
): Promise<Performed> {
  const { language } = desired;
  const { connection } = servers;
  // Killed amid deletions, the next run must not take what is gone for what it cannot see.
  const deletions = plan.changes.filter(({ kind }) => leaves(kind)).length;
  const left = plan.counts.actual - deletions;
  // Killed amid the first load, what it made must not stand there as entries no run has counted.
  const isFirst = plan.counts.actual === 0 && plan.doubt === undefined && plan.changes.length > 0;
  const ready = (deletions === 0 && !isFirst) || (await count(connection, plan, left, options, language, io));
  if (!ready) return { outcomes: [], sealed: new Map(), counted: false, doubted: plan.doubt !== undefined };
  const isIdle = plan.changes.length === 0;
  const ran = isIdle ? undefined : await runChanges(servers, { plan, desired }, options, io);
  const { outcomes, sealed } = ran ?? { outcomes: [], sealed: new Map() };
  const done = outcomes.filter(isDone);
  const created = done.filter(({ kind }) => kind === 'create' || kind === 'adopt').length;
  const deleted = done.filter(({ kind }) => leaves(kind)).length;
  const entries = plan.counts.actual + created - deleted;
  // Who could not be made again is there, and only unseen.
  const isUnseen = outcomes.some((outcome) => outcome.kind === 'create' && !isDone(outcome));
  const doubted = !isTrusted(plan, entries, isUnseen);
  const counted = doubted || (await count(connection, plan, entries, options, language, io));
  return { outcomes, sealed, counted, doubted };
}

/** What is deleted, or given back, is none of danhba's any more. */
const leaves = (kind: ChangeKind): boolean => kind === 'delete' || kind === 'unadopt';

/** A read in doubt must not lower the count by which it was doubted. */
function isTrusted({ doubt }: Plan, entries: number, isUnseen: boolean): boolean {
  if (doubt === undefined) return true;
  return doubt.expected !== null && entries >= doubt.expected && !isUnseen;
}

/** Leaves so many entries as the next read's measure; false where that failed, which is told. */
async function count(
  connection: Servers['connection'],
  plan: Plan,
  entries: number,
  options: PerformOptions,
  language: Language,
  io: Io,
): Promise<boolean> {
  const result = await withRetry(() => recordCount(connection, plan, entries, options.lease));
  if (result.result === 'applied') return true;
  const detail = 'detail' in result && result.detail ? remarkText(result.detail, language) : '';
  io.err(
    language === 'vi'
      ? `Chưa ghi được số mục đang có: ${detail}\n`
      : `The number of entries was not recorded: ${detail}\n`,
  );
  return false;
}

/** What is written after the lease is lost could be written over another run's. */
async function recordCount(
  connection: Servers['connection'],
  plan: Plan,
  count: number,
  lease: PerformOptions['lease'],
): Promise<Result> {
  if (lease.isLost()) return { result: 'failed', detail: remark('lease-lost') };
  try {
    await writeCount((await connection.live()).client, plan, count);
    return { result: 'applied' };
  } catch (thrown) {
    return { result: thrown instanceof ResultCodeError ? 'failed' : 'retry', detail: remarkOf(thrown) };
  }
}

/** The changes alone, with progress and a journal; where none sets a password no folder for sealed ones is needed. */
export async function runChanges(
  { connection, mail }: Servers,
  { plan, desired }: Pick<Proposal, 'plan' | 'desired'>,
  {
    journal: file,
    credentials: folder = '',
    lease,
    also,
    forms = new Map(),
    adoption,
  }: Partial<PerformOptions> & ChangesOptions,
  io: Io,
): Promise<Pick<Performed, 'outcomes' | 'sealed'>> {
  const { directory, language } = desired;
  if (directory === undefined) throw new InternalError('a plan without a directory');
  const journal = await openJournal(file, plan, io.now());
  const log = await makeLogger(io);
  log.info({ changes: plan.changes.length, held: plan.held.length, digest: plan.digest }, 'apply');
  const trace = log.isLevelEnabled('debug') ? (ldif: string) => log.debug({ ldif }, 'request') : undefined;
  // A password is sealed and on the disk before the server has it: killed in between, nothing is lost.
  const { passwords, files, sealed, failed } = await prepareCredentials(
    plan.changes,
    directory.policy,
    directory.organizations,
    { credentials: folder, now: io.now(), forms, told: tellSealing(language, io) },
  );
  io.status?.('');
  if (files.length > 0) io.err(`${sealedWords[language](files.length, folder)}\n`);
  const { write, maybeSet } = openWriter(
    connection,
    plan,
    { lease, passwords, language, ...(trace && { trace }), ...(adoption && { adoption }) },
    io,
  );
  const planned = new Set(plan.changes.map(({ id }) => id));
  const progress = makeProgress(plan.changes.length, language, io);
  try {
    const outcomes = await runPlan(plan, {
      perform: async (change) => {
        const unsealed = failed.get(change.id);
        if (unsealed !== undefined) return { result: 'failed', detail: unsealed };
        if (isMailChange(change)) return await performMailChange(mail, change);
        if (mail === undefined || change.kind !== 'delete') return await write(change);
        const archive = await progress.archive(
          archiveBefore(mail, change, plan, async () =>
            isAsPlanned((await connection.live()).client, plan, change),
          ),
        );
        if ('refusal' in archive) return archive.refusal;
        const result = await write(change);
        const { archived } = archive;
        return result.result === 'applied' && archived ? { ...result, detail: archived } : result;
      },
      concurrency: requestsInFlight,
      onOutcome: (outcome) => {
        const told = recordedOutcome(outcome);
        journal.record(told);
        also?.record(outcome);
        if (isDone(outcome)) log.info(told, 'change');
        else log.warn(told, 'change');
        if (planned.has(outcome.id)) progress.step(outcome);
      },
      ...(mail && { followUp: (done: readonly Change[]) => endSessionsBehind(mail, done, plan) }),
      onWave: async () => {
        await journal.sync();
        await also?.sync();
      },
    });
    const withdrawn = await withdrawUnset(sealed, maybeSet);
    if (withdrawn > 0) io.err(`${withdrawnWords[language](withdrawn)}\n`);
    const fileOf = [...sealed].flatMap(([path, ids]) => ids.map((id) => [id, basename(path)] as const));
    return { outcomes, sealed: new Map(fileOf) };
  } finally {
    progress.end();
    await journal.close();
  }
}

const tellSealing = (language: Language, io: Io) => (done: number, of: number) =>
  io.status?.(renderPreparation({ what: 'sealing', done, of }, language));

const sealedWords = {
  vi: (count: number, folder: string) => `Mật khẩu đã niêm phong: ${count} tệp trong ${folder}`,
  en: (count: number, folder: string) => `Passwords sealed: ${count} files in ${folder}`,
} as const satisfies Record<Language, unknown>;

const withdrawnWords = {
  vi: (count: number) =>
    `Đã bỏ ${count} tệp niêm phong: máy chủ không nhận mật khẩu nào trong đó, không ai cần đến`,
  en: (count: number) =>
    `Sealed files withdrawn: ${count}: the server took none of the passwords in them, so nobody needs them`,
} as const satisfies Record<Language, unknown>;
