/** 6.2, 8.1, 8.3: the written notices of a situation, with the deletions that the files alone still tell of. */

import { basisText } from '../model/account/basis.ts';
import { isInForce } from '../model/directory/in-force.ts';
import type { DeletedMailbox } from '../model/notice.ts';
import type { NoticeRow } from '../model/notice-row.ts';
import { addDays } from '../model/time/date.ts';
import type { NoticeFacts } from '../notices/draft.ts';
import { type Draft, listNotices } from '../notices/list.ts';
import { deletionDueOf } from '../plan/decide/deletion.ts';
import type { Situation } from './situation.ts';

/** So many days back an answer that nobody has recorded is told as missing: older ones nobody will write. */
export const answersRemembered = 30;

/** The accounts may be those a run has left. */
type Facts = Omit<Situation, 'accounts'> & Pick<NoticeFacts, 'accounts'>;

export function noticesOf(situation: Facts, drafts: readonly Draft[] = []): readonly NoticeRow[] {
  const { accounts, declared, register, today } = situation;
  const since = addDays(today, -answersRemembered);
  return listNotices({ accounts, declared, register, drafts, today, since, deleted: deletedOf(situation) });
}

/** A suspension whose term is over and that has no entry any more: the mailbox was deleted (8.1). */
function deletedOf(situation: Facts): readonly DeletedMailbox[] {
  const there = new Set(situation.accounts.map(({ key }) => key));
  // Of a read that may be incomplete nobody is gone.
  if (situation.plan.doubt !== undefined) return [];
  return situation.declared.flatMap(({ key, name, address, organization, declaration }) => {
    const { suspension } = declaration ?? {};
    const notice = suspension?.notice;
    if (there.has(key) || suspension === undefined || notice === undefined || address === undefined)
      return [];
    if (declaration === undefined || !isInForce(declaration)) return [];
    const [since, noticedOn] = [suspension.date, notice.date];
    const kept = {
      state: 'suspended',
      since,
      notice: basisText(notice),
      noticedOn,
      lockedOn: noticedOn,
    } as const;
    const day = deletionDueOf(kept, situation);
    return day === undefined ? [] : [{ key, organization: organization.id, name, address, day, notice }];
  });
}
