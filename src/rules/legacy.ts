/** Tells in good time which accounts could not have their address by the rules when the day of the old ones has come (13.7). */
import type { Key } from '../model/account/key.ts';
import type { Declared } from '../model/directory/declared.ts';
import { isLegacyOver } from '../model/directory/settle-legacy.ts';
import { mailboxPath, problemAt, type Rule } from './rule.ts';

/** Once the day is there, it is a collision like any other. */
export const legacyCollisions: Rule = function* ({ declared, holders, today }) {
  const waiting = declared.filter((one) => one.legacy?.until !== undefined && !isLegacyOver(one, today));
  if (waiting.length === 0) return;
  const byKey = new Map<Key, Declared>();
  const bearers = new Map<string, Declared>();
  for (const one of declared) {
    if (!byKey.has(one.key)) byKey.set(one.key, one);
    for (const address of one.addresses) if (!bearers.has(address)) bearers.set(address, one);
  }
  for (const one of waiting) {
    const { address = '', byRule, until = '' } = one.legacy ?? {};
    if (typeof byRule !== 'string') continue;
    const there = holders.get(byRule);
    const holder = bearers.get(byRule) ?? (there && byKey.get(there));
    const isOthers = holder === undefined ? there !== undefined && there !== one.key : holder.key !== one.key;
    if (isOthers) {
      const who = holder === undefined ? `${there}` : `${holder.name} (${holder.file}:${holder.line})`;
      const args = { address, byRule, until, holder: who };
      yield problemAt(one, [...mailboxPath(one), 'address'], 'legacy-collision', args, 'warning');
    } else bearers.set(byRule, one);
  }
};
