/** Which mailboxes a run has deleted, as its plan told them before it did. */
import { scopeOf } from '../model/account/account.ts';
import { parseBasis } from '../model/account/basis.ts';
import type { CalendarDate } from '../model/directory/organization.ts';
import type { DeletedMailbox } from '../model/notice.ts';
import type { Change } from '../model/plan/plan.ts';

/** Of changes that were carried out. */
export function deletedBy(done: readonly Change[], day: CalendarDate): readonly DeletedMailbox[] {
  return done.flatMap((change) => {
    if (change.kind !== 'delete' || !change.base.mailbox || change.base.address === undefined) return [];
    const { key, name, title, unit, address, state } = change.base;
    const notice = state === 'suspended' ? parseBasis(change.base.notice) : undefined;
    return [
      {
        key,
        organization: scopeOf(change.base),
        name,
        ...(title !== undefined && { title }),
        ...(unit !== undefined && { unit }),
        address,
        day,
        ...(notice !== undefined && { notice }),
      },
    ];
  });
}
