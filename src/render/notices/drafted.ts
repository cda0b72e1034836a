/** Tells which notices were drafted: each file, for whom, about how many. */
import type { Notice, NoticeKind } from '../../model/notice.ts';
import type { Language } from '../text/wording.ts';

const noticeKindWords = {
  suspension: { vi: 'tạm dừng, sẽ xóa', en: 'suspension, and deletion to come' },
  deletion: { vi: 'xóa tài khoản', en: 'deletion' },
  issue: { vi: 'cấp mới', en: 'issue' },
  change: { vi: 'thay đổi địa chỉ', en: 'change of address' },
  reset: { vi: 'cấp lại mật khẩu', en: 'password reset' },
  termination: { vi: 'chấm dứt', en: 'termination' },
  restoration: { vi: 'khôi phục', en: 'restoration' },
} as const satisfies Record<NoticeKind, Readonly<Record<Language, string>>>;

interface Draft {
  readonly file: string;
  readonly notice: Notice;
}

export function renderDrafted(
  drafts: readonly Draft[],
  organizationName: (id: string) => string,
  language: Language,
): string {
  if (drafts.length === 0) {
    return language === 'vi' ? 'Không có văn bản nào cần soạn.\n' : 'No notice to draft.\n';
  }
  const lines = drafts.map(({ file, notice: { kind, organization, people } }) => {
    const about = `${organizationName(organization)}: ${noticeKindWords[kind][language]}`;
    const count =
      language === 'vi'
        ? `${people.length} hộp thư`
        : `${people.length} mailbox${people.length === 1 ? '' : 'es'}`;
    return `${file}\n  ${about}, ${count}\n`;
  });
  const last =
    language === 'vi'
      ? 'Số và ngày để trống cho văn thư. Thời hạn 12 tháng của 8.1 chỉ tính khi số và ngày đã ghi vào tệp.\n'
      : 'Number and date are left to the records office. The twelve months of 8.1 run only once both are recorded in the file.\n';
  return `${lines.join('')}${last}`;
}
