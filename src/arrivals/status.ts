/** What the map says of somebody's status: only what is written there suspends or terminates anybody. */
import { comparedValue, sameDn } from '../model/account/dn.ts';
import type { ArrivalStatus } from '../model/import/arrival.ts';
import type { ImportMap } from '../model/import/import-map.ts';
import type { SourceEntry } from '../model/import/source-entry.ts';
import { compileValues } from './match.ts';

type StatusOf = (entry: SourceEntry, addresses: readonly string[]) => ArrivalStatus;

const active: ArrivalStatus = { state: 'active' };

export function compileStatus({ status = [], decided = [] }: ImportMap): StatusOf {
  const rules = status.map(({ attribute, values }) => ({
    attribute,
    values: values.map((one) => ({ fits: compileValues([one.value]), written: one })),
  }));
  const byAddress = new Map(decided.map((one) => [comparedValue(one.account), one]));
  const dns = decided.filter(({ account }) => !account.includes('@') && account.includes('='));
  return (entry, addresses) => {
    const own =
      addresses.map((one) => byAddress.get(one)).find((one) => one !== undefined) ??
      dns.find(({ account }) => sameDn(entry.dn, account));
    if (own !== undefined) return asStatus(own, own.account);
    for (const { attribute, values } of rules) {
      for (const value of entry.values[attribute] ?? []) {
        const found = values.find(({ fits }) => fits(value));
        // What the map does not know may mean anything: people look at it.
        const told = found === undefined ? undecided(value) : asStatus(found.written, value);
        if (told.state !== 'active') return told;
      }
    }
    return active;
  };
}

const undecided = (value: string): ArrivalStatus => ({ state: 'undecided', value });

type Written =
  | NonNullable<ImportMap['decided']>[number]
  | NonNullable<ImportMap['status']>[number]['values'][number];

/** The schema of the map has seen to it that a decision is whole. */
function asStatus(
  { state, reason, document = '', date = '', decided = '', clause }: Omit<Written, 'account' | 'value'>,
  value: string,
): ArrivalStatus {
  switch (state) {
    case 'active':
      return active;
    case 'undecided':
      return undecided(value);
    case 'suspended':
      return {
        state,
        reason: reason === 'inactivity' ? reason : 'violation',
        document,
        date,
        ...(clause !== undefined && { clause }),
      };
    case 'terminated':
      return { state, reason: reason as 'retirement', document, decided };
  }
}
