/** What the address book shows, and what the province's files leave undone, with what puts it right; `{base}` is the base DN. */
import type { ServerFindings } from '../../../model/doctor/finding.ts';
import type { WordingTable } from '../../text/wording.ts';
import { listed } from './listed.ts';

export type FilesFindings = Pick<
  ServerFindings,
  'book-finds' | 'book-reads' | 'book-blind' | 'adoption-unusable' | 'adoption-over' | 'notices-lacking'
>;

const rules = 'servers/openldap/acl.conf · servers/openldap/config/40-access.ldif';

export const filesWords: WordingTable<FilesFindings> = {
  'book-finds': {
    vi: ({ names }) => ({
      message: `sổ địa chỉ tìm thấy hộp thư tạm dừng, đã chấm dứt hoặc không phải của danhba: ${listed(names)}`,
      hint: `${rules}: "cn=addressbook,ou=services,{base}"`,
    }),
    en: ({ names }) => ({
      message: `the address book finds mailboxes that are suspended, ended or not danhba’s: ${listed(names)}`,
      hint: `${rules}: cn=addressbook,ou=services,{base}`,
    }),
  },
  'book-reads': {
    vi: ({ names }) => ({
      message: `sổ địa chỉ đọc được nhiều hơn tên, chức vụ và địa chỉ: ${listed(names)}`,
      hint: `${rules}: "cn=addressbook,ou=services,{base}"`,
    }),
    en: ({ names }) => ({
      message: `the address book reads more than names, posts and addresses: ${listed(names)}`,
      hint: `${rules}: cn=addressbook,ou=services,{base}`,
    }),
  },
  'book-blind': {
    vi: ({ open }) => ({
      message: `sổ địa chỉ không tìm thấy ai trong ${open} hộp thư đang hoạt động`,
      hint: `${rules}; docs/address-book.vi.md`,
    }),
    en: ({ open }) => ({
      message: `the address book finds none of ${open} active mailboxes`,
      hint: `${rules}; docs/address-book.md`,
    }),
  },
  'adoption-unusable': {
    vi: () => ({
      message: 'adoption.yaml cạnh thư mục không dùng được: lần chạy nào cũng dừng ở đó',
      hint: '"danhba plan" cho biết sai ở đâu; danhba import viết lại tệp (docs/adopt.vi.md)',
    }),
    en: () => ({
      message: 'adoption.yaml beside the directory cannot be used: every run ends with it',
      hint: 'danhba plan tells what is wrong with it; danhba import writes it anew (docs/adopt.md)',
    }),
  },
  'adoption-over': {
    vi: ({ entries }) => ({
      message: `adoption.yaml đã xong: mọi mục trong tệp (${entries}) đã do danhba quản lý`,
      hint: 'Đưa tệp ra khỏi kho, cất cùng adoption.undo.jsonl chừng nào còn có thể phải hoàn lại (docs/adopt.vi.md)',
    }),
    en: ({ entries }) => ({
      message: `adoption.yaml is over: every entry in it (${entries}) is managed by danhba`,
      hint: 'Take it out of the repository, and keep it with adoption.undo.jsonl while you may have to undo it (docs/adopt.md)',
    }),
  },
  'notices-lacking': {
    vi: ({ waiting, names }) => ({
      message: `${waiting} hộp thư tạm dừng chưa ghi thông báo mà không soạn được văn bản (8.1), thiếu: ${listed(names)}`,
      hint: 'policy.yaml: notices (docs/notices.vi.md), rồi "danhba notices draft"',
    }),
    en: ({ waiting, names }) => ({
      message: `${waiting} suspensions have no recorded notice, and none can be drafted (8.1) without ${listed(names)}`,
      hint: 'policy.yaml: notices (docs/notices.md), then danhba notices draft',
    }),
  },
};
