/** What a written notice tells, in a word, with the clause that asks for it. */
import type { NoticeKind } from '../../../model/notice.ts';
import type { Language } from '../../text/wording.ts';

export const noticeKindWords = {
  suspension: { vi: 'tạm dừng (8.1)', en: 'suspension (8.1)' },
  deletion: { vi: 'xóa tài khoản (8.1)', en: 'deletion (8.1)' },
  issue: { vi: 'cấp mới (6.2)', en: 'issue (6.2)' },
  change: { vi: 'thay đổi (6.2)', en: 'change (6.2)' },
  reset: { vi: 'cấp lại mật khẩu (7.2)', en: 'password reset (7.2)' },
  termination: { vi: 'chấm dứt (8.2)', en: 'termination (8.2)' },
  restoration: { vi: 'khôi phục (8.3)', en: 'restoration (8.3)' },
} as const satisfies Record<NoticeKind, Readonly<Record<Language, string>>>;
