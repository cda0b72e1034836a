/** Lives through a history: edits, days, logins, and runs that end, crash, or cannot read every file. */

import type { ObservedAccount, Tombstone } from '../../src/model/account/account.ts';
import type { PasswordPolicy } from '../../src/model/account/password-policy.ts';
import { settleDeclarations } from '../../src/model/directory/settle-declarations.ts';
import type { AccountChange, Change, Held, Plan } from '../../src/model/plan/plan.ts';
import { addDays } from '../../src/model/time/date.ts';
import { declareAccounts } from '../../src/naming/declared.ts';
import type { PlanInput } from '../../src/plan/facts/facts.ts';
import { makePlan } from '../../src/plan/make-plan.ts';
import { findProblems } from '../../src/rules/index.ts';
import { judgeAccess } from '../../src/run/access.ts';
import { makeBooks } from './lifecycle-books.ts';
import { type Deed, deedOf } from './lifecycle-hand.ts';
import { directoryOf, edit, makeProvince, type Province, type Step } from './lifecycle-province.ts';
import { rightPolicies } from './world.ts';

/** The directory server a history runs against. */
export interface HistoryServer {
  readonly observe: () => Promise<{
    readonly accounts: readonly ObservedAccount[];
    readonly tombstones: readonly Tombstone[];
    readonly passwordPolicies?: readonly PasswordPolicy[];
  }>;
  /** Throws where the server refuses. */
  readonly perform: (change: Change) => Promise<'applied' | 'already'>;
  /** The tombstones of a change alone: where a run was killed between them and the change. */
  readonly layOnly: (change: AccountChange) => Promise<void>;
  /** What other hands do; absent where the server is none they can reach. */
  readonly hand?: (deed: Deed) => Promise<void>;
  /** False where the server lets nobody in. */
  readonly login: (account: ObservedAccount, today: string) => Promise<boolean>;
}

/** Throws, with the day and the change, where an invariant is broken. */
export async function live(
  steps: readonly Step[],
  server: HistoryServer,
  /** Shown everything a plan is made of, and the plan. */
  witness: (input: PlanInput, plan: Plan) => void = () => {},
): Promise<void> {
  const province = makeProvince();
  const books = makeBooks(province);
  /** What the sentinel remembers of logins, and the day by the server's own clock, which no run's clock moves. */
  let sentinel: ReadonlyMap<string, string> = new Map();
  let real = province.today;

  const look = async (hidden: number, spoilt: number | undefined, approved?: string) => {
    const { today } = province;
    const directory = directoryOf(province, hidden, spoilt);
    const declared = declareAccounts(directory);
    const observed = await server.observe();
    const problems = findProblems(directory, declared, observed.accounts, today);
    const passwordPolicies = observed.passwordPolicies ?? rightPolicies(directory.policy);
    const access = judgeAccess({
      listening: province.recording ? { day: real } : { doubt: 'not-recorded' },
      replicas: { lastAccess: new Map(), listening: new Map(), unread: [] },
      recorded: sentinel,
      isSeen: true,
    });
    const given = { directory, declared, ...observed, passwordPolicies, problems, today, ...access };
    const input = { ...given, unmarked: [], ...(approved !== undefined && { approved }) };
    const plan = makePlan(input);
    witness(input, plan);
    return {
      plan,
      declared: settleDeclarations(declared, today),
      accounts: observed.accounts,
      logins: access.logins,
    };
  };

  const carryOut = async (seen: Awaited<ReturnType<typeof look>>, count: number) => {
    const before = new Map(seen.accounts.map((account) => [account.uuid, account]));
    books.hear(seen.accounts, province.recording, real);
    sentinel = seen.logins ?? sentinel;
    for (const change of seen.plan.changes.slice(0, count)) {
      const done = await server.perform(change);
      if (done !== 'applied') throw new Error(`${change.id} was done before it was planned`);
      if (change.account === undefined) continue;
      books.note(change, seen.declared, 'base' in change ? before.get(change.base.uuid) : undefined);
    }
    const cut = seen.plan.changes[count];
    if (cut !== undefined && cut.account !== undefined) await server.layOnly(cut);
    books.audit((await server.observe()).accounts);
  };

  const run = async ({ who, what }: Pick<Step, 'who' | 'what'>) => {
    // Half of the runs see everything; the others miss some files, or some lines of one.
    const hidden = who % 4 === 1 ? what % 16 : 0;
    const spoilt = who % 8 === 3 ? what : undefined;
    let seen = await look(hidden, spoilt);
    if (who % 3 === 0 && seen.plan.approval !== undefined)
      seen = await look(hidden, spoilt, seen.plan.approval);
    const whole = what % 3 !== 0;
    await carryOut(seen, whole ? seen.plan.changes.length : what % (seen.plan.changes.length + 1));
    if (!whole) return;
    let again = await look(hidden, spoilt);
    for (let round = 1; again.plan.changes.length > 0; round++) {
      if (round > 3) throw new Error(`${province.today}: four runs do not settle`);
      expectSettled(province.today, again.plan, seen.plan);
      await carryOut(again, again.plan.changes.length);
      seen = again;
      again = await look(hidden, spoilt);
    }
    if (hidden === 0 && spoilt === undefined) books.settle(again.accounts, again.declared, again.plan);
  };

  for (const step of steps) {
    if (step.kind === 'run') await run(step);
    else if (step.kind === 'days') {
      province.today = addDays(province.today, (1 + (step.what % 400) ** (step.who % 2 === 0 ? 0.5 : 1)) | 0);
      real = province.today;
    } else if (step.kind === 'clock') {
      // One run by a clock that is wrong, ahead or behind, by days or by years.
      const days = [-500, -40, -2, 2, 40, 500][step.who % 6] as number;
      province.today = addDays(real, days);
      await run(step);
      province.today = real;
    } else if (step.kind === 'listen') province.recording = !province.recording;
    else if (step.kind === 'hand') {
      for (const deed of deedOf((await server.observe()).accounts, province, step)) {
        if (server.hand === undefined) break;
        books.touch(deed);
        await server.hand(deed);
      }
    } else if (step.kind === 'record') recordSuspensions(province, (await server.observe()).accounts);
    else if (step.kind === 'login') await login(province, server, step);
    else edit(province, step);
  }
  await run({ who: 0, what: 1 });
}

/**
 * What a judgement of the whole held back, a collision or the guard, may go on once the rest is done; and a reset that
 * was asked for along with a move, once the mailbox has moved. Nothing else.
 */
const goesOn: ReadonlySet<Held['code']> = new Set([
  'problem',
  'guard',
  'depends-on-held',
  'approval-needed',
  'reset-refused',
]);

function expectSettled(today: string, again: Plan, first: Plan): void {
  const held = new Set(first.held.filter(({ code }) => goesOn.has(code)).map(({ key }) => key));
  // An entry without an organization is completed alone, one of several names loses them first: the rest follows.
  const twoSteps = new Set<string>(
    first.changes
      .filter(
        (change) =>
          'fields' in change &&
          (change.fields.includes('extraNames') ||
            (change.fields.includes('organization') &&
              ['update', 'suspend', 'terminate'].includes(change.kind))),
      )
      .map(({ key }) => key),
  );
  // An agency whose heir waited for the approval is locked with its addresses, and lets them go once the heir can take them.
  const waited = first.changes.some(
    ({ why, account }) => why.code === 'dissolved' && (account?.addresses ?? []).length > 0,
  );
  // What a person who moves leaves behind may have ended long ago: the term of that is over all the same.
  for (const change of first.changes) {
    if (change.kind === 'transfer' && change.base.state === 'terminated') twoSteps.add(change.account.key);
    // And who comes back on the very day on which the former mailbox there goes moves once it is gone.
    if (change.kind === 'delete') twoSteps.add(change.key.replace(/\/\d+$/, ''));
  }
  const goes = (key: string) => twoSteps.has(key) || (waited && key.startsWith('organization:'));
  const rest = again.changes.filter(({ key }) => !held.has(key) && !goes(key));
  if (rest.length === 0) return;
  const left = rest.map(({ id, why }) => `${id} (${why.code})`);
  const done = first.changes.map(({ id }) => id);
  throw new Error(`${today}: after ${done.join(', ')} a second run still does ${left.join(', ')}`);
}

async function login(province: Province, server: HistoryServer, { who, what }: Step): Promise<void> {
  if (!province.recording) return;
  const { accounts } = await server.observe();
  const mailboxes = accounts.filter(({ mailbox }) => mailbox);
  // Most of the time most people do log in; what is left to chance is who does not.
  const chosen = what % 4 === 0 ? mailboxes : mailboxes.slice(who % (mailboxes.length + 1)).slice(0, 3);
  for (const account of chosen) {
    const { today } = province;
    const let_in = await server.login(account, today);
    if (let_in !== (account.locked === false))
      throw new Error(`${today}: ${account.key} is ${account.state} and got in: ${let_in}`);
  }
}

/** What the bot's pull request does: the job's own suspensions are written into the files. */
function recordSuspensions(province: Province, accounts: readonly ObservedAccount[]): void {
  for (const { key, state, reason, basis, since = '' } of accounts) {
    if (state !== 'suspended' || reason !== 'inactivity' || basis !== undefined) continue;
    for (const { id, mailbox, people } of province.organizations.values()) {
      const own = mailbox !== 'none' && key === `organization:${id}` ? [mailbox] : [];
      for (const one of [...own, ...people.filter((person) => key === `person:${person.id}`)]) {
        if ([one.suspension?.date, one.restoration?.date].some((date) => date !== undefined && date >= since))
          continue;
        one.suspension = { reason: 'inactivity', date: since };
        delete one.restoration;
      }
    }
  }
}
