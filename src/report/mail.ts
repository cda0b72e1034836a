/** What was found on the mail server: forwards (12.5), and all the rest; or that nothing could be seen. */
import { lettersInQuarantine } from '../model/mail/state.ts';
import type { Plan } from '../model/plan/plan.ts';
import type { Remark } from '../model/problems/remark.ts';
import type { ForwardFinding, OtherMailFinding } from '../model/report.ts';
import { type Body, countBy, type Situation, sortBy } from './situation.ts';

export function reportForwards({ plan }: Situation): Body<'forwards'> {
  const forwards = (plan.mail?.findings ?? []).filter((one): one is ForwardFinding => one.code === 'forward');
  return {
    counts: countBy(forwards, ({ args }) => (args.active ? 'active' : 'inactive')),
    ...unseen(plan),
    rows: sortBy(
      forwards,
      ({ args }) => (args.active ? '1' : '2'),
      ({ organization }) => organization,
      ({ user }) => user,
    ),
  };
}

export function reportMail({ plan }: Situation): Body<'mail'> {
  const others = (plan.mail?.findings ?? []).filter((one): one is OtherMailFinding => one.code !== 'forward');
  const quarantined = lettersInQuarantine(others);
  return {
    counts: countBy(others, ({ code }) => code),
    ...(quarantined > 0 && { quarantined }),
    ...unseen(plan),
    rows: sortBy(
      others,
      ({ code }) => code,
      ({ organization }) => organization,
      ({ user }) => user,
    ),
  };
}

function unseen({ mail }: Plan): { readonly mailUnseen?: 'skipped' | Remark } {
  const why = mail === undefined ? 'skipped' : mail.unreachable;
  return why === undefined ? {} : { mailUnseen: why };
}
