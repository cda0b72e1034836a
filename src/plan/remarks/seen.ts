/** Tells of an entry what danhba sees and does not touch: attributes with options, and locks that are not its own. */
import type { ObservedAccount } from '../../model/account/account.ts';
import type { CalendarDate } from '../../model/directory/organization.ts';
import type { Held } from '../../model/plan/plan.ts';
import { ldifLine } from '../../model/text/ldif-line.ts';
import { dateOfGeneralizedTime } from '../../model/time/date.ts';
import { hold } from '../held.ts';

/** `opened` are the DNs of those whom this run lets in again: another lock would make that vain. */
export function tellSeen(
  accounts: readonly ObservedAccount[],
  opened: ReadonlySet<string>,
  today: CalendarDate,
): readonly Held[] {
  return accounts.flatMap((account) => [...optionsOf(account), ...otherLocksOf(account, opened, today)]);
}

function optionsOf(account: ObservedAccount): readonly Held[] {
  const { dn, options = [], optionAddresses: addresses = [] } = account;
  if (options.length === 0) return [];
  const args = { dn, attributes: options, addresses, ldif: deletingOf(dn, options) };
  return [hold(account, { code: 'entry-options', args })];
}

function otherLocksOf(
  account: ObservedAccount,
  opened: ReadonlySet<string>,
  today: CalendarDate,
): readonly Held[] {
  const { dn, locked, mailbox, otherLocks = [] } = account;
  if (!mailbox || (locked === true && !opened.has(dn))) return [];
  return otherLocks
    .filter(({ attribute, value }) => attribute !== 'pwdStartTime' || isToCome(value, today))
    .map((lock) => ({ ...lock, ldif: deletingOf(dn, [lock.attribute]) }))
    .map((args) => hold(account, { code: 'locked-otherwise', args }));
}

/** A time that nobody can read is as good as one to come: it is told. */
const isToCome = (time: string, today: CalendarDate): boolean =>
  (dateOfGeneralizedTime(time) ?? '9999') > today;

const deletingOf = (dn: string, attributes: readonly string[]): string =>
  [ldifLine('dn', dn), 'changetype: modify', attributes.map((name) => `delete: ${name}`).join('\n-\n')].join(
    '\n',
  );
