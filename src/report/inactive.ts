/** 8.1: until when each active mailbox may go unused, and what keeps it from being suspended. */
import type { ObservedAccount } from '../model/account/account.ts';
import type { AccountDeclaration } from '../model/directory/organization.ts';
import type { InactiveRow, InactivityStatus } from '../model/report.ts';
import { addDays, dateOfGeneralizedTime, daysBetween } from '../model/time/date.ts';
import { inactivityOf } from '../plan/decide/inactivity.ts';
import { type Body, countBy, declarationsOf, type Situation, sortBy, subjectOf } from './situation.ts';

export function reportInactive(situation: Situation): Body<'inactive'> {
  const { plan, accounts, declared, all } = situation;
  const { accessDoubt } = plan;
  const declarationOf = declarationsOf(declared);
  const restored = new Map(plan.changes.map(({ key, account }) => [key, account?.restored]));
  // A restoration in the file counts before a run has written it to the server.
  const asRecorded = (account: ObservedAccount): ObservedAccount => {
    const day = restored.get(account.key);
    return day === undefined ? account : { ...account, restored: day };
  };
  const rows = accounts
    .filter(({ mailbox, state }) => mailbox && state === 'active')
    .map((account) => judge(asRecorded(account), declarationOf(account.key), situation));
  // Where access says nothing, nobody is near the end of anything: the doubt itself is what to look at.
  const shown = all ? rows : accessDoubt ? [] : rows.filter(({ status }) => status !== 'running');
  return {
    counts: countBy(rows, ({ status }) => status),
    ...(accessDoubt && { accessDoubt }),
    rows: sortBy(
      shown,
      ({ due }) => due,
      ({ key }) => key,
    ),
  };
}

function judge(account: ObservedAccount, declaration: AccountDeclaration, situation: Situation): InactiveRow {
  const { plan, today, policy } = situation;
  const { absence } = declaration;
  const known = account.lastAccess === undefined ? undefined : dateOfGeneralizedTime(account.lastAccess);
  const seen = {
    ...subjectOf(account),
    ...(known !== undefined && { lastAccess: known }),
    ...(absence !== undefined && absence.until >= today && { absentUntil: absence.until }),
  };
  // 17.2: whom an operator has locked cannot log in, and no term runs.
  if (account.operatorLock !== undefined) return { ...seen, status: 'protected', protection: 'lock' };
  const term = plan.accessDoubt === undefined ? inactivityOf(account, absence, situation) : undefined;
  const bare = inactivityOf(account, undefined, situation);
  if (term === undefined || bare === undefined) return { ...seen, status: 'unknown' };
  const soon = addDays(today, policy.lifecycle.warnDays);
  const told = { ...seen, ...term, daysLeft: daysBetween(today, term.due) };
  // A day nobody can be held to yet: far away that says enough, near it does not.
  if (term.missingYear !== undefined && term.due <= soon) return { ...told, status: 'unknown' };
  // The absence decides where without it the account would be in the list.
  if (term.due >= today && bare.due < term.due && bare.due <= soon) {
    return { ...told, status: 'protected', protection: 'absence' };
  }
  const status: InactivityStatus = term.due < today ? 'overdue' : term.due <= soon ? 'soon' : 'running';
  if (status === 'overdue' && policy.guard.protected.includes(account.key)) {
    return { ...told, status: 'protected', protection: 'policy' };
  }
  return { ...told, status };
}
