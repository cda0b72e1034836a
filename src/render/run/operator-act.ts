/** Tells an operator what became of a lock upon a call, and what has to follow it (17.2). */
import type { Account } from '../../model/account/account.ts';
import { scopeOf } from '../../model/account/account.ts';
import { isDone, type Outcome } from '../../model/plan/outcome.ts';
import type { HeldArgs } from '../../model/plan/plan.ts';
import { renderOutcomes } from '../plan/outcomes.ts';
import { visible } from '../text/escape.ts';
import type { Language } from '../text/wording.ts';

export interface OperatorActResult {
  readonly kind: 'lock' | 'lift';
  /** As it was before. */
  readonly account: Account;
  /** Of the lock as it stands now. */
  readonly lock?: HeldArgs['operator-lock'];
  /** The file and line that declare the account. */
  readonly place?: string;
  readonly outcomes: readonly Outcome[];
  readonly asksMail: boolean;
}

const words = {
  vi: {
    locked: (since: string) => `đã khóa, từ ${since} (17.2)`,
    standing: (since: string) => `đã bị khóa từ ${since}; ngày và lý do giữ nguyên`,
    was: 'Lý do đã ghi',
    lifted: 'đã mở khóa; thời hạn không truy cập tính lại từ hôm nay (8.1)',
    free: 'không có khóa nào của đơn vị vận hành',
    next: (key: string, due: string, place: string) =>
      `Chậm nhất ${due}: có văn bản thì ghi "suspension" vào ${place}; không thì danhba lock ${key} --lift`,
    file: 'tệp của tổ chức',
    noMail: 'Chưa đặt máy chủ thư (DANHBA_DOVEADM_URL): phiên đang mở chưa bị ngắt',
  },
  en: {
    locked: (since: string) => `locked since ${since} (17.2)`,
    standing: (since: string) => `locked since ${since} already; its day and reason stay`,
    was: 'The reason on record',
    lifted: 'the lock is lifted; the term of inactivity runs from today (8.1)',
    free: 'no lock of an operator stands on it',
    next: (key: string, due: string, place: string) =>
      `By ${due}: with a document, record a "suspension" in ${place}; without one, danhba lock ${key} --lift`,
    file: 'the organization’s file',
    noMail: 'No mail server is set (DANHBA_DOVEADM_URL): open sessions were not ended',
  },
} as const satisfies Record<Language, object>;

export function renderOperatorAct(result: OperatorActResult, language: Language): string {
  const { kind, account, lock, place, outcomes, asksMail } = result;
  const told = words[language];
  const own = outcomes.find((one) => one.kind === kind);
  const lines = outcomes.length === 0 ? [] : [renderOutcomes(outcomes, language).trimEnd()];
  if (own !== undefined && !isDone(own)) return `${lines.join('\n')}\n`;
  const address = account.address === undefined ? '' : ` <${account.address}>`;
  const whose = visible(`${account.name}${address} [${scopeOf(account)}] ${account.key}`);
  lines.push(`${whose}: ${becomeOf(result, own, language)}`);
  // At the desk alone, for whoever asks why; with the lift it goes.
  const { operatorLock } = account;
  if (operatorLock !== undefined) lines.push(`   = ${told.was}: ${visible(operatorLock)}`);
  if (kind === 'lock') {
    const { key } = account;
    if (lock?.due !== undefined) lines.push(`   = ${told.next(key, lock.due, visible(place ?? told.file))}`);
    if (!asksMail) lines.push(`   ! ${told.noMail}`);
  }
  return `${lines.join('\n')}\n`;
}

function becomeOf({ kind, lock }: OperatorActResult, own: Outcome | undefined, language: Language): string {
  const told = words[language];
  if (kind === 'lift') return own === undefined ? told.free : told.lifted;
  const since = lock?.since ?? '?';
  return own === undefined ? told.standing(since) : told.locked(since);
}
