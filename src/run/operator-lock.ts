/** Carries out an operator's lock upon a call, or its lifting, under the lease: one entry is written, and sessions end behind it. */
import { refuseOtherClock } from '../ldap/connect/clock.ts';
import { acquireLease } from '../ldap/lease/lease.ts';
import { readSentinel } from '../ldap/lease/sentinel.ts';
import type { OperatorAct } from '../model/account/operator-lock.ts';
import type { Places } from '../model/account/places.ts';
import { mailUsersOf, ownMailUserOf } from '../model/mail/state.ts';
import type { Outcome } from '../model/plan/outcome.ts';
import type { HeldArgs, MailChange, Plan } from '../model/plan/plan.ts';
import { ExpectedError } from '../model/problems/errors.ts';
import { type PlannedAct, planOperatorAct } from '../plan/compare/operator-act.ts';
import { operatorLockFacts } from '../plan/remarks/operator-locks.ts';
import { type CommonOptions, type Io, todayOf } from '../process/io.ts';
import { readAccounts } from './actual.ts';
import { type Beside, runChanges } from './perform/perform.ts';
import { readUsable, type UsableDesired } from './propose.ts';
import { withServers } from './servers.ts';

export interface OperatorActOptions extends CommonOptions {
  readonly journal: string;
}

export interface Acted extends PlannedAct {
  readonly desired: UsableDesired;
  readonly outcomes: readonly Outcome[];
  /** Of the lock as it is to stand. */
  readonly lock?: HeldArgs['operator-lock'];
  /** The file and line that declare the account. */
  readonly place?: string;
  /** False where no mail server is set: whoever is logged in stays so. */
  readonly asksMail: boolean;
}

export interface ActOnlooker {
  /** Awaited before anything is done. */
  readonly begins?: (plan: Plan) => Promise<void>;
  readonly outcomes?: Beside;
}

/** @throws ExpectedError `lock-refused` where the act is none of an operator's, or another run is at work. */
export async function actAsOperator(
  key: string,
  act: OperatorAct,
  options: OperatorActOptions,
  io: Io,
  onlooker: ActOnlooker = {},
): Promise<Acted> {
  const today = todayOf(options, io);
  const desired = await readUsable(options, io);
  const { policy } = desired.directory;
  return await withServers(io, async (servers) => {
    const { connection, mail } = servers;
    const lease = await acquireLease(connection, policy, policy.domain, io.now);
    try {
      const { client } = await connection.live();
      await refuseOtherClock(client, policy, io.now());
      const { accounts, unmarked } = await readAccounts(
        connection,
        policy,
        await readSentinel(client, policy),
      );
      const { declared } = desired;
      const planned = planOperatorAct(key, act, { accounts, unmarked, declared, policy, today });
      if ('says' in planned) throw new ExpectedError(planned.says, planned.facts as never);
      // Locked already, somebody may still be logged in: an earlier call could not see to it.
      const again = act.kind === 'lock' && planned.plan.changes.length === 0 && mail !== undefined;
      const plan = again ? { ...planned.plan, changes: endsOf(planned, policy) } : planned.plan;
      await onlooker.begins?.(plan);
      const { journal } = options;
      const also = onlooker.outcomes && { also: onlooker.outcomes };
      const outcomes =
        plan.changes.length === 0
          ? []
          : (await runChanges(servers, { plan, desired }, { journal, lease, ...also }, io)).outcomes;
      return {
        ...planned,
        plan,
        desired,
        outcomes,
        asksMail: mail !== undefined,
        ...standing(planned, desired),
      };
    } finally {
      await lease.release();
    }
  });
}

/** What is told of the lock that is there now, and where what follows it is written. */
function standing({ plan, account }: PlannedAct, { directory, declared }: UsableDesired): Partial<Acted> {
  const lock = operatorLockFacts(plan.changes[0]?.account ?? account, directory.calendar, plan.today);
  const record = declared.find(({ key }) => key === account.key);
  return {
    ...(lock && { lock }),
    ...(record && { place: `${record.file}:${record.line}` }),
  };
}

function endsOf({ account }: PlannedAct, places: Places): readonly MailChange[] {
  const { key, name } = account;
  const why = { code: 'locked', clause: '17.2' } as const;
  return mailUsersOf(account, places).map((user) => ({
    id: user === ownMailUserOf(account, places) ? `end-sessions ${key}` : `end-sessions ${key} ${user}`,
    kind: 'end-sessions',
    key,
    name,
    user,
    why,
    wave: 1,
    after: [],
  }));
}
