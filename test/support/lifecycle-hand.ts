/** What other hands do to entries between runs: lost stamps, moved and renamed entries, copies, marks on entries of others. */
import type { ObservedAccount } from '../../src/model/account/account.ts';
import { parseKey } from '../../src/model/account/key.ts';
import { everybody, type Province, type Step } from './lifecycle-province.ts';

/** An entry as a hand leaves it, in the place of the one at `was`; without `entry` that one is gone. */
export interface Deed {
  readonly was?: string;
  readonly entry?: ObservedAccount;
}

const base = 'dc=laichau,dc=gov,dc=vn';
let copies = 0;

function without<K extends keyof ObservedAccount>(entry: ObservedAccount, ...fields: K[]): ObservedAccount {
  const left = { ...entry };
  for (const field of fields) delete left[field];
  return left;
}

/** Undefined where there is nothing to do it to. */
export function deedOf(
  accounts: readonly ObservedAccount[],
  province: Province,
  { who, what }: Step,
): readonly Deed[] {
  const mailboxes = accounts.filter(({ mailbox }) => mailbox);
  const entry = mailboxes[who % Math.max(mailboxes.length, 1)];
  if (entry === undefined) return [];
  const parsed = parseKey(entry.key);
  const isPerson = parsed?.kind === 'person';
  const container = isPerson ? 'ou=people' : 'ou=organizations';
  const change = (more: Partial<ObservedAccount>): readonly Deed[] => [
    { was: entry.dn, entry: { ...entry, ...more } },
  ];
  const lose = (...fields: (keyof ObservedAccount)[]): readonly Deed[] => [
    { was: entry.dn, entry: without(entry, ...fields) },
  ];
  switch (what % 18) {
    case 0:
      return lose('lockedOn');
    case 1:
      return lose('issued');
    case 2:
      return lose('renamedOn', 'restored');
    case 3:
      return isPerson ? lose('organization') : [];
    case 4:
      return isPerson ? change({ organization: (entry.organization ?? 'sokx').toUpperCase() }) : [];
    case 5:
      return isPerson ? change({ organization: 'khong-ai-biet' }) : [];
    case 6:
    case 7:
      return entry.locked === true ? change({ locked: false }) : [];
    case 8:
      return change({ extraNames: [`thua${who}`] });
    case 9:
      return change({ dn: `${entry.dn.split(',')[0]},ou=cu,${container},${base}` });
    case 10:
      return change({ dn: `cn=${entry.name},${container},${base}` });
    case 11:
      return change({ dn: `${isPerson ? 'uid' : 'ou'}=khac${who},${container},${base}` });
    case 12: {
      const dn = `${isPerson ? 'uid' : 'ou'}=ban-sao${++copies},${container},${base}`;
      const { issued: _issued, address: _address, former: _former, ...rest } = entry;
      return [{ entry: { ...rest, addresses: [], dn, uuid: `copy-${copies}` } }];
    }
    case 13:
      return [{ was: entry.dn, entry: { ...without(entry, 'former'), addresses: [] } }];
    case 14:
      return entry.state === 'suspended' ? change({ notice: `9/TB; ${province.today}` }) : [];
    case 15:
      return entry.state === 'active' ? [] : change({ since: '2023-01-05' });
    case 16:
      return mark(accounts, province, who);
    default:
      return accounts.flatMap((one) => mended(one, accounts));
  }
}

/** An entry that was there before danhba gets the mark of somebody who has none yet. */
function mark(accounts: readonly ObservedAccount[], province: Province, who: number): readonly Deed[] {
  const keys = new Set(accounts.map(({ key }) => key));
  const nobody = everybody(province).filter(({ person }) => !keys.has(`person:${person.id}`));
  const chosen = nobody[who % Math.max(nobody.length, 1)]?.person;
  if (chosen === undefined) return [];
  const [name, number] = [chosen.name, ++copies];
  const entry: ObservedAccount = {
    key: `person:${chosen.id}`,
    name,
    privileged: false,
    mailbox: true,
    address: `cu${number}@laichau.gov.vn`,
    addresses: [],
    state: 'active',
    locked: false,
    dn: `uid=cu${number},ou=people,${base}`,
    uuid: `marked-${number}`,
  };
  return [{ entry }];
}

/** What an administrator does by the LDIF of a held item: copies go, entries get their place and name back. */
function mended(entry: ObservedAccount, accounts: readonly ObservedAccount[]): readonly Deed[] {
  if (entry.uuid.startsWith('copy-')) return [{ was: entry.dn }];
  const [, own] = entry.uuid.split(' ');
  if (own === undefined || own === entry.dn || accounts.some(({ dn }) => dn === own)) return [];
  return [{ was: entry.dn, entry: { ...entry, dn: own } }];
}
