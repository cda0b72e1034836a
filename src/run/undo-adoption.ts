/** Undoes an adoption under the lease: reads what was recorded and what is there, plans, asks, and gives back. */
import { readAdoptionRecord, undoFileOf } from '../files/adoption-record.ts';
import { refuseOtherClock } from '../ldap/connect/clock.ts';
import { acquireLease, type Lease } from '../ldap/lease/lease.ts';
import { managedOf } from '../ldap/read/attributes.ts';
import { decodeCandidate } from '../ldap/read/candidate.ts';
import type { Found } from '../ldap/read/read.ts';
import { parseKey } from '../model/account/key.ts';
import type { AdoptionRecord } from '../model/adoption.ts';
import type { Policy } from '../model/directory/policy.ts';
import type { Outcome } from '../model/plan/outcome.ts';
import type { Plan } from '../model/plan/plan.ts';
import { planUndo, type Returning } from '../plan/adoption/undo.ts';
import { changeId } from '../plan/draft.ts';
import { type CommonOptions, type ExitCode, exitCode, type Io, todayOf } from '../process/io.ts';
import { renderOutcomes } from '../render/plan/outcomes.ts';
import { renderPlanText } from '../render/plan/text.ts';
import type { Language } from '../render/text/wording.ts';
import { observe } from './actual.ts';
import { exitOf } from './carry-out.ts';
import { refuseOtherPlan } from './other-plan.ts';
import { type Beside, perform } from './perform/perform.ts';
import { confirmCount, readUsable, type UsableDesired } from './propose.ts';
import { type Servers, withServers } from './servers.ts';

interface UndoOptions extends CommonOptions {
  readonly journal: string;
  readonly digest?: string;
  readonly expect?: string;
}

interface UndoOnlooker {
  /** Awaited before anything is done; throws where it must not be. */
  readonly begins: (plan: Plan, language: Language) => Promise<void>;
  readonly outcomes?: Beside;
}

interface Undone {
  readonly language: Language;
  readonly outcomes: readonly Outcome[];
  readonly exit: ExitCode;
}

export async function undoAdoption(
  file: string,
  options: UndoOptions,
  io: Io,
  onlooker: UndoOnlooker,
): Promise<Undone> {
  const desired = await readUsable(options, io);
  const records = await readAdoptionRecord(/\.ya?ml$/i.test(file) ? undoFileOf(file) : file);
  const { policy } = desired.directory;
  return await withServers(io, async (servers) => {
    const lease = await acquireLease(servers.connection, policy, policy.domain, io.now);
    try {
      await refuseOtherClock((await servers.connection.live()).client, policy, io.now());
      return await undoUnder(lease, { records, desired, servers }, options, io, onlooker);
    } finally {
      await lease.release();
    }
  });
}

interface World {
  readonly records: readonly AdoptionRecord[];
  readonly desired: UsableDesired;
  readonly servers: Servers;
}

async function undoUnder(
  lease: Lease,
  { records, desired, servers }: World,
  options: UndoOptions,
  io: Io,
  onlooker: UndoOnlooker,
): Promise<Undone> {
  const { directory, declared, language } = desired;
  const { policy } = directory;
  const found = new Map<string, Found>();
  const listed = new Set(records.map(({ uuid }) => uuid));
  const keep = (one: Found) => {
    const uuid = one.attributes.entryUUID?.[0] ?? '';
    if (listed.has(uuid)) found.set(uuid, one);
  };
  const read = await observe(servers, policy, io.now(), undefined, keep);
  const { mail: _mail, ...observed } = confirmCount(read, options.expect);
  const today = todayOf(options, io);
  const returning = records.map((record) => returningOf(policy, record, found.get(record.uuid)));
  const planOn = (day: string) =>
    planUndo({ ...observed, directory, declared, problems: [], today: day }, returning);
  const plan = planOn(today);
  const proposal = {
    plan,
    planOn,
    desired,
    problems: [],
    accounts: observed.accounts,
    loginsSince: undefined,
  };
  refuseOtherPlan(proposal, options.digest);
  io.err(renderPlanText(plan, { language, limit: 10, ...(io.errScreen && { screen: io.errScreen }) }));
  await onlooker.begins(plan, language);
  const performed = await perform(
    servers,
    proposal,
    {
      journal: options.journal,
      credentials: '',
      lease,
      adoption: { records: new Map(records.map((one) => [changeId('unadopt', one.key), one])) },
      ...(onlooker.outcomes && { also: onlooker.outcomes }),
    },
    io,
  );
  io.out(renderOutcomes(performed.outcomes, language, io.outScreen));
  const exit = exitOf(performed, proposal);
  const isHeld = exit === exitCode.clean && plan.held.length > 0;
  return { language, outcomes: performed.outcomes, exit: isHeld ? exitCode.refused : exit };
}

function returningOf(policy: Policy, record: AdoptionRecord, found: Found | undefined): Returning {
  const { key, dn, uuid } = record;
  const before = decodeCandidate(policy, { ...record.before, entryUUID: [uuid] }, dn, key);
  if (found === undefined) return { record, before, values: undefined, now: undefined };
  const { attributes } = found;
  const kind = parseKey(key)?.kind ?? 'person';
  const there = found.marked ? found.account.dn : found.entry.dn;
  return {
    record,
    before,
    values: managedOf(attributes, kind),
    now: decodeCandidate(policy, attributes, there, key),
  };
}
