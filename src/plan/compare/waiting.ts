/** While an adoption is open, nobody who has an entry in its file is issued another mailbox. */
import type { OpenAdoption } from '../../model/adoption.ts';
import type { Declared } from '../../model/directory/declared.ts';
import type { Hold } from '../../model/plan/plan.ts';
import type { Facts } from '../facts/facts.ts';

export type WaitJudge = (declared: Declared) => Hold | undefined;

/** Asked of those without an entry of their own. An entry that nobody sees may only be out of sight: it is waited for too. */
export function makeWaitJudge(open: OpenAdoption | undefined, { accounts, unmarked }: Facts): WaitJudge {
  if (open === undefined) return () => undefined;
  const entries = new Map(open.adoption.entries.map((entry) => [entry.key, entry]));
  const marked = new Set(accounts.map(({ uuid }) => uuid));
  const dns = new Map(unmarked.map(({ uuid, dn }) => [uuid, dn]));
  return ({ key }) => {
    const entry = entries.get(key);
    if (entry === undefined || marked.has(entry.uuid)) return undefined;
    const dn = dns.get(entry.uuid);
    return dn === undefined
      ? { code: 'adoption-changed', args: { dn: entry.dn, differs: [] }, kind: 'create' }
      : { code: 'adoption-waits', args: { dn }, kind: 'create' };
  };
}
