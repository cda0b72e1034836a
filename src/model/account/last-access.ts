/** The last access to a mailbox (8.1) is the later one of those its servers have seen. */
import { dateOfGeneralizedTime } from '../time/date.ts';

/** As slapd writes it: times of this form have the order of their texts. */
const form = /^\d{14}Z$/;

/** The later of two generalized times; undefined where nobody has seen any. Text that is no time gives way. */
export function latestAccess(one: string | undefined, other: string | undefined): string | undefined {
  if (one === undefined || other === undefined) return one ?? other;
  const [here, there] =
    form.test(one) && form.test(other)
      ? [one, other]
      : [dateOfGeneralizedTime(one) ?? '', dateOfGeneralizedTime(other) ?? ''];
  return there > here ? other : one;
}
