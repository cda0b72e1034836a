/** A story told day by day: files as they are on a day, and a server in memory that every run changes. */
import type { ObservedAccount } from '../../src/model/account/account.ts';
import type { Held, Plan } from '../../src/model/plan/plan.ts';
import { type LifecycleServer, makeLifecycleServer, performPlan } from './lifecycle-server.ts';
import { type Files, planOf, type Situation } from './world.ts';

type More = Omit<Situation, 'organizations' | 'today' | 'accounts' | 'tombstones'>;

export interface Story {
  readonly server: LifecycleServer;
  /** The plan of that day; nothing is done. */
  readonly plan: (organizations: Files, today: string, more?: More) => Plan;
  /** A whole run: the plan is carried out, and a second one on the same day finds nothing left. */
  readonly run: (organizations: Files, today: string, more?: More) => Plan;
  /** The entry, or an error where there is none. */
  readonly account: (key: string) => ObservedAccount;
}

export function makeStory(initial: readonly ObservedAccount[] = []): Story {
  const server = makeLifecycleServer(initial);
  const plan: Story['plan'] = (organizations, today, more = {}) => {
    const accounts = server.accounts();
    const tombstones = server.tombstones();
    return planOf({ ...more, organizations, today, accounts, tombstones }).plan;
  };
  return {
    server,
    plan,
    run: (organizations, today, more = {}) => {
      const first = plan(organizations, today, more);
      performPlan(server, first);
      const { approved: _once, ...again } = more;
      const left = plan(organizations, today, again).changes.map(({ id }) => id);
      if (left.length > 0) throw new Error(`a second run on ${today} still does ${left.join(', ')}`);
      return first;
    },
    account: (key) => {
      const found = server.find(key);
      if (found === undefined) throw new Error(`no entry ${key}`);
      return found;
    },
  };
}

/** "kind key" of every change, in order. */
export const changesOf = ({ changes }: Plan): string[] => changes.map(({ kind, key }) => `${kind} ${key}`);

/** "code key" of everything held. */
export const heldOf = ({ held }: Plan): string[] => held.map(({ code, key }) => `${code} ${key}`);

/** The one held entry of that code. */
export function heldAs<C extends Held['code']>({ held }: Plan, code: C): Extract<Held, { code: C }> {
  const found = held.filter((one) => one.code === code);
  if (found.length !== 1) throw new Error(`${found.length} held as ${code}`);
  return found[0] as Extract<Held, { code: C }>;
}
