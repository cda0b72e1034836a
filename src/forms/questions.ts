/** The questions of each form, as .github/ISSUE_TEMPLATE asks them: what GitHub answers with is known by the label. */
import type { RequestField, RequestKind } from '../model/github/request.ts';

/** How an answer is read. */
export type FormQuestion = { readonly label: string; readonly required: boolean } & (
  | { readonly type: 'line'; readonly limit: number; readonly form?: RegExp }
  | { readonly type: 'telephone'; readonly limit: number }
  | { readonly type: 'date'; readonly future?: true }
  | { readonly type: 'choice'; readonly choices: Readonly<Record<string, string>> }
  | { readonly type: 'box'; readonly text: string }
  | { readonly type: 'table' }
);

export type Form = Readonly<Partial<Record<RequestField, FormQuestion>>>;

const line = (label: string, required: boolean, limit = 120, form?: RegExp): FormQuestion => ({
  type: 'line',
  label,
  required,
  limit,
  ...(form && { form }),
});

const table: FormQuestion = { type: 'table', label: 'Danh sách nhiều người', required: false };
const address = line('Địa chỉ thư do quyết định đặt', false, 254, /^[^@\s]+@[^@\s]+$/);
const organization = line('Cơ quan, đơn vị', true, 250);
const mailbox: FormQuestion = {
  type: 'choice',
  label: 'Hộp thư',
  required: true,
  choices: { 'Hộp thư cá nhân': 'person', 'Hộp thư của cơ quan, đơn vị': 'organization' },
};
const person = (required: boolean) => line('Họ và tên hoặc mã cá nhân', required);
const phone = (label: string): FormQuestion => ({ type: 'telephone', label, required: false, limit: 32 });
const document = line('Số, ký hiệu văn bản', true);
const date: FormQuestion = { type: 'date', label: 'Ngày văn bản', required: true };
const confirmed = {
  type: 'box',
  label: 'Xác nhận',
  required: true,
  text: 'Văn bản đề nghị đã được ký và gửi đơn vị vận hành',
} as const satisfies FormQuestion;

/** In the order of the form. */
export const requestForms: Readonly<Record<RequestKind, Form>> = {
  issue: {
    organization,
    name: line('Họ và tên', false),
    title: line('Chức vụ, chức danh', false),
    unit: line('Phòng, bộ phận', false),
    phone: phone('Điện thoại cơ quan'),
    'person-id': line('Mã cá nhân', false, 40, /^[A-Za-z][A-Za-z0-9]*-[0-9]+$/),
    namesake: {
      type: 'box',
      label: 'Trùng họ tên',
      required: false,
      text: 'Đây là người khác, cùng họ tên với một người đã có trong cơ quan',
    },
    address,
    'address-document': line('Số, ký hiệu quyết định đặt địa chỉ', false),
    'address-date': { type: 'date', label: 'Ngày quyết định đặt địa chỉ', required: false },
    table,
    document,
    date,
    confirmed,
  },
  change: {
    organization,
    person: person(false),
    name: line('Họ và tên mới', false),
    title: line('Chức vụ, chức danh mới', false),
    unit: line('Phòng, bộ phận mới', false),
    phone: phone('Điện thoại cơ quan mới'),
    address,
    table,
    document,
    date,
    confirmed,
  },
  suspend: {
    organization,
    mailbox,
    person: person(false),
    clause: {
      type: 'choice',
      label: 'Khoản của Điều 12 bị vi phạm',
      required: true,
      choices: {
        'Khoản 1': '12.1',
        'Khoản 2': '12.2',
        'Khoản 3': '12.3',
        'Khoản 4': '12.4',
        'Khoản 5': '12.5',
        'Khoản 6': '12.6',
      },
    },
    document,
    date,
    'notice-document': line('Số, ký hiệu thông báo', false),
    'notice-date': { type: 'date', label: 'Ngày thông báo', required: false },
    confirmed,
  },
  terminate: {
    organization,
    person: person(false),
    table,
    reason: {
      type: 'choice',
      label: 'Lý do',
      required: true,
      choices: {
        'Nghỉ hưu': 'retirement',
        'Thôi việc': 'resignation',
        'Luân chuyển, điều động': 'transfer',
        'Hết hạn hợp đồng': 'contract-end',
        'Buộc thôi việc': 'dismissal',
        'Từ trần': 'death',
      },
    },
    destination: line('Chuyển đến cơ quan (mã)', false, 250),
    successor: line('Người quản lý hộp thư cơ quan thay thế', false),
    document,
    // A decision is often notified before the day it takes effect (8.2).
    date: { type: 'date', label: 'Ngày quyết định', required: true, future: true },
    // Without it a mailbox ends months early: it is asked of everybody.
    effective: { type: 'date', label: 'Ngày làm việc cuối cùng', required: true, future: true },
    confirmed,
  },
  restore: { organization, mailbox, person: person(false), document, date, confirmed },
  reset: { organization, mailbox, person: person(false), document, date, confirmed },
  custodian: {
    organization,
    custodian: line('Người quản lý mới (họ và tên hoặc mã cá nhân)', true),
    document,
    date,
    confirmed,
  },
  notice: {
    organization,
    'notice-id': line('Mã thông báo', true, 250, /^(?:.*-)?[0-9a-f]{8,32}(?:\.(?:docx|pdf))?$/i),
    document,
    date,
    confirmed: {
      ...confirmed,
      text: 'Thông báo đã được ký, đóng dấu và gửi cơ quan, đơn vị',
    },
  },
};

/** What a list of many people may say of each; the first field is who it is, and is asked of one alone as well. */
export const rowFields = {
  issue: [
    'name',
    'organization',
    'title',
    'unit',
    'phone',
    'person-id',
    'namesake',
    'address',
    'address-document',
    'address-date',
  ],
  change: ['person', 'organization', 'name', 'title', 'unit', 'phone', 'address'],
  terminate: ['person', 'organization', 'reason', 'destination', 'document', 'date', 'effective'],
} as const satisfies Partial<Record<RequestKind, readonly RequestField[]>>;

/** Those a form has once for all people of its list, who may have their own. */
export const sharedFields: ReadonlySet<RequestField> = new Set([
  'organization',
  'reason',
  'destination',
  'document',
  'date',
  'effective',
]);

export type ListKind = keyof typeof rowFields;

export const isListKind = (kind: RequestKind): kind is ListKind => Object.hasOwn(rowFields, kind);

/** The labels of a form, for `parseFormBody`. */
export function labelsOf(kind: RequestKind): readonly string[] {
  return Object.values(requestForms[kind]).map(({ label }) => label);
}
