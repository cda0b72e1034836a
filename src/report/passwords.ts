/** 4.2, 6.3, 7.3: whose password has expired, will soon, was never replaced or never set. */
import type { ObservedAccount } from '../model/account/account.ts';
import type { PasswordPolicyName } from '../model/account/password-policy.ts';
import type { CalendarDate } from '../model/directory/organization.ts';
import type { PasswordRow, PasswordStatus } from '../model/report.ts';
import { addDays, addMonths, dateOfGeneralizedTime, daysBetween } from '../model/time/date.ts';
import { type Body, countBy, type Situation, sortBy, subjectOf } from './situation.ts';

/** The order somebody works through them in. */
const ranks = {
  'never-set': '1',
  expired: '2',
  'must-change': '3',
  expiring: '4',
  unknown: '5',
  valid: '6',
} as const satisfies Record<PasswordStatus, string>;

/** Of mailboxes that may log in: what a suspended or ended one has for a password opens nothing. */
export function reportPasswords(situation: Situation): Body<'passwords'> {
  const { accounts, all } = situation;
  const active = accounts.filter(({ mailbox, state }) => mailbox && state === 'active');
  const rows = active.map((account) => judge(account, situation));
  // Where not one account shows a day, the rights to see it are more likely missing than the passwords.
  const unreadable =
    active.length > 0 && active.every(({ passwordChanged }) => passwordChanged === undefined);
  const shown = all ? rows : unreadable ? [] : rows.filter(({ status }) => status !== 'valid');
  return {
    counts: countBy(rows, ({ status }) => status),
    ...(unreadable && { passwordsUnreadable: true as const }),
    rows: sortBy(
      shown,
      ({ status }) => ranks[status],
      lastDayOf,
      ({ changed }) => changed,
      ({ key }) => key,
    ),
  };
}

function judge(account: ObservedAccount, situation: Situation): PasswordRow {
  const { privileged, passwordChanged, mustChange = false } = account;
  const {
    policy: { passwords },
    passwordDays,
    today,
    policy,
  } = situation;
  const ours: PasswordPolicyName = privileged === true ? 'administrators' : 'users';
  const head = {
    ...subjectOf(account),
    policy: typeof privileged === 'string' ? privileged : ours,
    mustChange,
  };
  if (passwordChanged === undefined) return { ...head, status: 'never-set' };
  const changed = dateOfGeneralizedTime(passwordChanged);
  // Another's policy: nobody here knows how long it lets a password live.
  if (changed === undefined || typeof privileged === 'string') {
    return { ...head, ...(changed && { changed }), status: 'unknown' };
  }
  const { maxAgeMonths } = ours === 'administrators' ? passwords.administrator : passwords.user;
  const days = passwordDays(ours);
  const term = {
    changed,
    expires: addMonths(changed, maxAgeMonths),
    ...(days !== undefined && { serverExpires: addDays(changed, days) }),
  };
  const last = lastDayOf(term) ?? term.expires;
  const soon = addDays(today, policy.lifecycle.warnDays);
  const status = last < today ? 'expired' : mustChange ? 'must-change' : last <= soon ? 'expiring' : 'valid';
  return { ...head, ...term, daysLeft: daysBetween(today, last), status };
}

/** The nearer of the two ends. */
function lastDayOf({
  expires,
  serverExpires,
}: Pick<PasswordRow, 'expires' | 'serverExpires'>): CalendarDate | undefined {
  if (expires === undefined || serverExpires === undefined) return expires ?? serverExpires;
  return expires < serverExpires ? expires : serverExpires;
}
