/** What the questions of the forms, and the kinds of request, are called. */
import type { RequestField, RequestKind } from '../../../model/github/request.ts';
import type { Language } from '../../text/wording.ts';

type Words = Readonly<Record<Language, string>>;

export const requestKindWords = {
  issue: { vi: 'cấp mới', en: 'issue' },
  change: { vi: 'thay đổi', en: 'change' },
  suspend: { vi: 'tạm dừng', en: 'suspend' },
  terminate: { vi: 'chấm dứt', en: 'terminate' },
  restore: { vi: 'khôi phục', en: 'restore' },
  reset: { vi: 'cấp lại mật khẩu', en: 'reset password' },
  custodian: { vi: 'đổi người quản lý hộp thư cơ quan', en: 'change custodian' },
  notice: { vi: 'ghi số thông báo tạm dừng', en: 'record a notice of suspension' },
} as const satisfies Record<RequestKind, Words>;

export const fieldTerms = {
  organization: { vi: 'Cơ quan, đơn vị', en: 'Organization' },
  mailbox: { vi: 'Hộp thư', en: 'Mailbox' },
  person: { vi: 'Họ và tên hoặc mã cá nhân', en: 'Full name or id' },
  'person-id': { vi: 'Mã cá nhân', en: 'Id of the person' },
  name: { vi: 'Họ và tên', en: 'Full name' },
  title: { vi: 'Chức vụ, chức danh', en: 'Title' },
  unit: { vi: 'Phòng, bộ phận', en: 'Unit' },
  phone: { vi: 'Điện thoại cơ quan', en: 'Office telephone' },
  address: { vi: 'Địa chỉ thư do quyết định đặt', en: 'Decided address' },
  'address-document': {
    vi: 'Số, ký hiệu quyết định đặt địa chỉ',
    en: 'Number of the decision on the address',
  },
  'address-date': { vi: 'Ngày quyết định đặt địa chỉ', en: 'Date of the decision on the address' },
  namesake: { vi: 'Trùng họ tên', en: 'Namesake' },
  clause: { vi: 'Khoản của Điều 12 bị vi phạm', en: 'Clause of Article 12' },
  reason: { vi: 'Lý do', en: 'Reason' },
  effective: { vi: 'Ngày làm việc cuối cùng', en: 'Last day of work' },
  destination: { vi: 'Chuyển đến cơ quan (mã)', en: 'Organization moved to (id)' },
  successor: {
    vi: 'Người quản lý hộp thư cơ quan thay thế',
    en: 'Custodian of the agency mailbox from now on',
  },
  custodian: { vi: 'Người quản lý mới (họ và tên hoặc mã cá nhân)', en: 'New custodian (full name or id)' },
  table: { vi: 'Danh sách nhiều người', en: 'List of people' },
  document: { vi: 'Số, ký hiệu văn bản', en: 'Document number' },
  date: { vi: 'Ngày văn bản', en: 'Date of the document' },
  'notice-id': { vi: 'Mã thông báo', en: 'Id of the notice' },
  'notice-document': { vi: 'Số, ký hiệu thông báo', en: 'Number of the notice' },
  'notice-date': { vi: 'Ngày thông báo', en: 'Date of the notice' },
  confirmed: { vi: 'Xác nhận', en: 'Confirmation' },
} as const satisfies Record<RequestField, Words>;

const examples = {
  phone: '0213 3 876 543',
  'person-id': 'LC-000017',
  address: 'anngv.sotttt@laichau.gov.vn',
  'notice-id': '1f2e3d4c',
} as const satisfies Partial<Record<RequestField, string>>;

/** A right answer; empty where the form is plain. */
export const exampleOf = (field: RequestField): string =>
  (examples as Partial<Record<RequestField, string>>)[field] ?? '';
