/** What the values of an account are called that are words of the program, and what stands where there is none. */
import {
  type Account,
  type AccountField,
  type AccountState,
  type StateReason,
  valueSeparator,
} from '../../model/account/account.ts';
import { kindNames } from '../problems/words/naming-kinds.ts';
import type { Language } from './wording.ts';

type Words = Readonly<Record<Language, string>>;

export const stateWords = {
  active: { vi: 'đang dùng', en: 'active' },
  suspended: { vi: 'tạm dừng', en: 'suspended' },
  terminated: { vi: 'đã chấm dứt', en: 'ended' },
} as const satisfies Record<AccountState, Words>;

export const reasonWords = {
  inactivity: { vi: 'không truy cập', en: 'no access' },
  violation: { vi: 'vi phạm', en: 'breach' },
  retirement: { vi: 'nghỉ hưu', en: 'retirement' },
  resignation: { vi: 'thôi việc', en: 'resignation' },
  transfer: { vi: 'chuyển công tác', en: 'transfer' },
  dismissal: { vi: 'buộc thôi việc', en: 'dismissal' },
  'contract-end': { vi: 'hết hạn hợp đồng', en: 'end of contract' },
  death: { vi: 'từ trần', en: 'death' },
  removed: { vi: 'không còn trong tệp', en: 'in no file' },
  dissolved: { vi: 'tổ chức giải thể', en: 'dissolved' },
} as const satisfies Record<StateReason, Words>;

export const noneWords = { vi: 'không có', en: 'none' } as const satisfies Words;

const truthWords = { true: { vi: 'có', en: 'yes' }, false: { vi: 'không', en: 'no' } } as const;

/** The fields whose values are codes; every other text is the directory's own, or the server's. */
const codeWords: { readonly [Field in AccountField]?: Readonly<Record<string, Words>> } = {
  state: stateWords,
  reason: reasonWords,
  organizationKind: kindNames,
  privileged: truthWords,
  mailbox: truthWords,
  locked: truthWords,
};

/** A value as a reader says it. What the server has, and danhba does not know, is shown as it is. */
export function valueText(account: Account, field: AccountField, language: Language): string {
  const value = account[field] ?? '';
  const texts = Array.isArray(value) ? value : String(value).split(valueSeparator);
  const told = texts.map((text) => codeWords[field]?.[text]?.[language] ?? text);
  return told.join(Array.isArray(value) ? ', ' : ' | ') || noneWords[language];
}
