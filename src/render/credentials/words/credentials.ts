/** The words of a password sheet: Vietnamese, as the offices that hand it over write. */
import type { CalendarDate } from '../../../model/directory/organization.ts';

/** What a sheet is for: a mailbox was issued (6.3), or its password was set again (7.3). */
export type SheetKind = 'first' | 'reset';

export const titleWords = {
  first: 'Phiếu mật khẩu lần đầu',
  reset: 'Phiếu cấp lại mật khẩu',
} as const satisfies Record<SheetKind, string>;

const clauseWords = {
  first: 'khoản 3 Điều 6',
  reset: 'khoản 3 Điều 7',
} as const satisfies Record<SheetKind, string>;

/** `ngày 02 tháng 6 năm 2026`: days below ten and the first two months get a zero, so that none can be added later. */
export function formalDate(date: CalendarDate): string {
  const [year = '', month = '', day = ''] = date.split('-');
  return `ngày ${day} tháng ${Number(month) < 3 ? month : Number(month)} năm ${year}`;
}

/** What a character is called where it is spelled out; a small letter is itself. */
export function spelled(character: string): string {
  if (/[A-Z]/.test(character)) return `chữ hoa ${character}`;
  if (/[0-9]/.test(character)) return `số ${character}`;
  if (/[a-z]/.test(character)) return character;
  return character === '-' ? 'dấu gạch' : `dấu ${character}`;
}

/** The tag below a character of the password. */
export function tagOf(character: string): string {
  if (/[A-Z]/.test(character)) return 'hoa';
  if (/[0-9]/.test(character)) return 'số';
  return /[a-z]/.test(character) ? '' : character === '-' ? 'gạch' : 'dấu';
}

export const labelWords = {
  organization: 'Cơ quan, đơn vị',
  name: 'Họ và tên',
  agency: 'Hộp thư',
  agencyMailbox: 'Hộp thư cơ quan',
  custodian: 'Người quản lý hộp thư',
  title: 'Chức danh',
  address: 'Địa chỉ thư',
  basis: 'Căn cứ',
  password: 'Mật khẩu',
  spelling: 'Đọc từng ký tự',
  spellingNote:
    'Chữ không ghi gì là chữ thường. Mật khẩu không dùng các ký tự dễ nhầm: 0 O o, 1 l I, 2 Z, 5 S, 6 G, 8 B.',
  firstLogin: 'Khi đăng nhập lần đầu',
  keeping: 'Giữ gìn phiếu',
  handOver: 'Trao tận tay người nhận',
  system: 'Hệ thống thư điện tử công vụ',
  phone: 'Điện thoại của đơn vị vận hành',
  receipt: 'Cắt ra, đơn vị giữ',
  giver: 'Người trao (ký, ghi rõ họ tên)',
  receiver: 'Người nhận (ký, ghi rõ họ tên)',
  signedOn: 'Ngày ……/……/20……',
  source: 'Điều, khoản nêu trên: Quy chế sử dụng thư điện tử công vụ của tỉnh.',
} as const;

/** Where nothing but the organization's file asked for it. */
export const listBasis = (place: string | undefined): string =>
  `Danh sách hộp thư của đơn vị${place === undefined ? '' : ` (${place})`}`;

export const documentBasis = (document: string, date: CalendarDate | undefined): string =>
  `Văn bản số ${document}${date === undefined ? '' : ` ${formalDate(date)}`}`;

export interface RuleFacts {
  readonly kind: SheetKind;
  readonly minLength: number;
  readonly maxAgeMonths: number;
}

const twoDigits = (number: number): string => String(number).padStart(2, '0');

/** As it is typed into a browser. */
const typedAddress = (page: string): string => page.replace(/^https:\/\//, '').replace(/^([^/]*)\/$/, '$1');

export const firstLoginWords = (
  { kind, minLength, maxAgeMonths }: RuleFacts,
  webmail: string | undefined,
): readonly string[] => [
  'Tắt bộ gõ tiếng Việt, gõ đúng chữ hoa, chữ thường và cả dấu gạch ngang.',
  `Đổi mật khẩu ngay (${clauseWords[kind]}). Chưa đổi thì chưa dùng được hộp thư.`,
  `Mật khẩu mới có ít nhất ${minLength} ký tự, đủ chữ thường, chữ hoa, chữ số và ký tự đặc biệt (khoản 1 Điều 4); không dùng lại mật khẩu trên phiếu này.`,
  `Từ đó, ${twoDigits(maxAgeMonths)} tháng đổi một lần (khoản 2 Điều 4); quá hạn thì không đăng nhập được.`,
  ...(webmail === undefined ? [] : [`Vào hộp thư bằng trình duyệt tại ${typedAddress(webmail)}.`]),
];

/** Where the sheet shows the page on which a password is changed. */
export const pageWords = {
  title: ({ kind }: RuleFacts): string => `Đổi mật khẩu ngay (${clauseWords[kind]}), chỉ tại trang này`,
  qr: (page: string): string => `Mã QR của trang đổi mật khẩu ${page}`,
  after: ({ maxAgeMonths }: RuleFacts): string =>
    `Chưa đổi thì chưa dùng được hộp thư. Từ đó, ${twoDigits(maxAgeMonths)} tháng đổi một lần (khoản 2 Điều 4), cũng tại trang này; quá hạn thì không đăng nhập được.`,
} as const;

/** One caption for each picture. */
export const stepWords = (
  { minLength }: RuleFacts,
  webmail: string | undefined,
): readonly [string, string, string, string] => [
  'Mở trang: quét mã QR bằng điện thoại, hoặc gõ đúng địa chỉ này vào thanh địa chỉ của trình duyệt trên máy tính (không tìm trên mạng).',
  'Gõ địa chỉ thư và mật khẩu của phiếu này. Tắt bộ gõ tiếng Việt; đúng chữ hoa, chữ thường, cả dấu gạch ngang.',
  `Gõ hai lần mật khẩu mới: ít nhất ${minLength} ký tự, đủ chữ thường, chữ hoa, chữ số và ký tự đặc biệt (khoản 1 Điều 4); không dùng lại mật khẩu trên phiếu này.`,
  webmail === undefined
    ? 'Vào hộp thư như thường lệ (trình duyệt, Outlook, Thunderbird), từ nay bằng mật khẩu mới.'
    : `Vào hộp thư tại ${typedAddress(webmail)} (hoặc Outlook, Thunderbird), từ nay bằng mật khẩu mới.`,
];

/** A call may lock and nothing else: whoever calls cannot be seen. */
export const keepingWords = (operator: string, phone: string | undefined): readonly string[] => [
  'Không cho người khác xem, không chụp ảnh, không gửi qua thư hay tin nhắn. Đổi mật khẩu xong thì hủy phiếu.',
  'Có nhiều phiếu thì chỉ phiếu lập sau cùng có giá trị.',
  phone === undefined
    ? `Mất phiếu hoặc nghi bị lộ: gọi điện báo ngay ${operator} (khoản 2 Điều 17). Cấp lại mật khẩu cần văn bản của đơn vị (khoản 1 Điều 7).`
    : `Mất phiếu hoặc nghi bị lộ: gọi ngay ${operator} (khoản 2 Điều 17). Qua điện thoại chỉ đề nghị khóa hộp thư được; không đọc mật khẩu cho ai. Cấp lại mật khẩu cần văn bản của đơn vị (khoản 1 Điều 7).`,
];

export const madeWords = (time: string, date: CalendarDate): string => `Lập lúc ${time}, ${formalDate(date)}`;

export const numberWords = (run: string, number: number, count: number): string =>
  `Đợt ${run} · phiếu ${number}/${count}`;

export const documentTitle = (organization: string, date: CalendarDate): string =>
  `Phiếu mật khẩu · ${organization} · ${date}`;
