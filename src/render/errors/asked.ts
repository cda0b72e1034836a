/** What is told where what was asked for cannot be given, or whoever was asked did not agree. */
import type { RemarkWords } from './remark-words.ts';

export const askedErrors = {
  'apply-declined': {
    vi: 'Chưa làm gì, vì câu trả lời không phải là "có"',
    en: 'Nothing was done: the answer was not "yes"',
    hint: { vi: 'Xem đủ kế hoạch: danhba plan --all', en: 'The whole plan: danhba plan --all' },
  },
  'file-elsewhere.missing': {
    vi: 'không có tệp này',
    en: 'there is no such file',
    hint: {
      vi: 'Xem lại tên tệp, hoặc kiểm tra cả danh bạ: danhba check',
      en: 'Look at the name, or check everything: danhba check',
    },
  },
  'file-elsewhere.outside': {
    vi: 'không nằm trong danh bạ ({directory})',
    en: 'not in the directory ({directory})',
    hint: {
      vi: 'Danh bạ ở nơi khác thì thêm --directory',
      en: 'Where the directory is another, give --directory',
    },
  },
  'organization-unknown.far': {
    vi: 'không có tổ chức nào có mã này',
    en: 'no organization has this id',
    hint: {
      vi: 'Mã là tên tệp của tổ chức, không có ".yaml": sotttt',
      en: 'The id is the name of the organization’s file without ".yaml": sotttt',
    },
  },
  'organization-unknown.near': {
    vi: 'không có tổ chức nào có mã này',
    en: 'no organization has this id',
    hint: { vi: 'Có phải là: {nearest}?', en: 'Did you mean: {nearest}?' },
  },
} as const satisfies Record<string, RemarkWords>;
