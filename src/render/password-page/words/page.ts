/** The words of the page where a password is changed, for people who have never seen it. */
import type { FieldName, PageFacts } from '../../../model/password-page/told.ts';
import type { Language } from '../../text/wording.ts';

/** The body that runs the system, as it is called in a sentence. */
export const operatorOf = ({ operator }: PageFacts, language: Language): string =>
  operator ?? (language === 'vi' ? 'đơn vị vận hành hệ thống thư' : 'the operator of the mail system');

export const call = ({ operatorPhone: phone }: PageFacts, language: Language): string =>
  phone === undefined ? '' : language === 'vi' ? `, điện thoại ${phone}` : `, telephone ${phone}`;

export interface PageWords {
  readonly title: string;
  readonly system: (facts: PageFacts) => string;
  readonly intro: string;
  readonly fields: Readonly<Record<FieldName, { readonly label: string; readonly hint: string }>>;
  readonly rules: {
    readonly title: string;
    readonly length: (facts: PageFacts) => string;
    readonly lower: string;
    readonly upper: string;
    readonly digit: string;
    readonly special: string;
    readonly differs: string;
    readonly again: string;
    readonly met: string;
    readonly unmet: string;
  };
  readonly show: string;
  readonly hide: string;
  readonly send: string;
  readonly forgotten: string;
  readonly whom: (facts: PageFacts) => readonly string[];
  readonly done: {
    readonly title: string;
    readonly lead: string;
    readonly steps: (facts: PageFacts) => readonly string[];
    readonly again: string;
  };
  readonly missing: { readonly title: string; readonly back: string };
}

const vi: PageWords = {
  title: 'Đổi mật khẩu thư điện tử công vụ',
  system: ({ province, domain }) => `Hệ thống thư điện tử công vụ ${province} · ${domain}`,
  intro:
    'Dùng trang này khi nhận mật khẩu lần đầu hoặc mật khẩu được cấp lại, và mỗi khi muốn đổi mật khẩu. Chưa đổi mật khẩu lần đầu thì chưa dùng được hộp thư.',
  fields: {
    address: { label: 'Địa chỉ thư', hint: 'Gõ đủ cả phần sau dấu @, như trên phiếu.' },
    present: {
      label: 'Mật khẩu hiện tại',
      hint: 'Lần đầu: mật khẩu in trên phiếu, đúng chữ hoa, chữ thường và dấu gạch ngang.',
    },
    next: { label: 'Mật khẩu mới', hint: 'Tắt bộ gõ tiếng Việt (Unikey) trước khi gõ.' },
    again: { label: 'Gõ lại mật khẩu mới', hint: '' },
  },
  rules: {
    title: 'Mật khẩu mới phải có',
    length: ({ minLength, administratorMinLength }) =>
      `ít nhất ${minLength} ký tự (người quản trị: ${administratorMinLength})`,
    lower: 'chữ thường: a–z',
    upper: 'chữ hoa: A–Z',
    digit: 'chữ số: 0–9',
    special: 'ký tự đặc biệt: - _ . , ! ? @ # %…',
    differs: 'khác mật khẩu hiện tại',
    again: 'hai lần gõ giống nhau',
    met: 'đã có',
    unmet: 'chưa có',
  },
  show: 'Hiện mật khẩu',
  hide: 'Ẩn mật khẩu',
  send: 'Đổi mật khẩu',
  forgotten: 'Quên mật khẩu, mất phiếu?',
  whom: (facts) => [
    `Không cấp lại mật khẩu qua thư hay điện thoại. Đơn vị của ông/bà gửi văn bản đề nghị tới ${operatorOf(facts, 'vi')} (khoản 1 Điều 7).`,
    `Nghi mật khẩu bị lộ: báo ngay ${operatorOf(facts, 'vi')}${call(facts, 'vi')} để khóa hộp thư (khoản 2 Điều 17); điện thoại chỉ dùng để khóa, không cấp mật khẩu.`,
  ],
  done: {
    title: 'Đã đổi mật khẩu',
    lead: 'Từ bây giờ chỉ mật khẩu mới có giá trị.',
    steps: ({ maxAgeMonths, administratorMaxAgeMonths }) => [
      'Mở thư như mọi khi (trình duyệt, Outlook, Thunderbird, điện thoại): địa chỉ thư và mật khẩu mới. Máy nào còn nhớ mật khẩu cũ thì sửa ở máy đó, nếu không hộp thư có thể bị khóa tạm vì đăng nhập sai nhiều lần.',
      'Hủy phiếu mật khẩu. Không ghi mật khẩu mới ra giấy, không cho ai biết.',
      `Sau ${maxAgeMonths} tháng (người quản trị: ${administratorMaxAgeMonths} tháng) phải đổi lại, trước khi hết hạn (khoản 2 Điều 4): đến lúc đó mở lại trang này.`,
    ],
    again: 'Đổi mật khẩu của hộp thư khác',
  },
  missing: { title: 'Không có trang này', back: 'Về trang đổi mật khẩu' },
};

const en: PageWords = {
  title: 'Change your official mail password',
  system: ({ province, domain }) => `Official mail of ${province} · ${domain}`,
  intro:
    'Use this page when you receive a first or a reset password, and whenever you want another one. Until the first password is changed the mailbox cannot be used.',
  fields: {
    address: {
      label: 'Mail address',
      hint: 'The whole of it, with what stands behind the @, as on the sheet.',
    },
    present: {
      label: 'Present password',
      hint: 'The first time: the one printed on the sheet, with its capitals, small letters and dashes.',
    },
    next: { label: 'New password', hint: 'Turn Vietnamese typing (Unikey) off first.' },
    again: { label: 'New password once more', hint: '' },
  },
  rules: {
    title: 'The new password must have',
    length: ({ minLength, administratorMinLength }) =>
      `at least ${minLength} characters (administrators: ${administratorMinLength})`,
    lower: 'a small letter: a–z',
    upper: 'a capital letter: A–Z',
    digit: 'a digit: 0–9',
    special: 'a special character: - _ . , ! ? @ # %…',
    differs: 'something other than the present password',
    again: 'the same, typed twice',
    met: 'there',
    unmet: 'not there yet',
  },
  show: 'Show the passwords',
  hide: 'Hide the passwords',
  send: 'Change the password',
  forgotten: 'Password forgotten, sheet lost?',
  whom: (facts) => [
    `No password is given by mail or telephone. Your organization asks ${operatorOf(facts, 'en')} in writing (Article 7.1).`,
    `If somebody else may know it: tell ${operatorOf(facts, 'en')} at once${call(facts, 'en')}, and the mailbox is locked (Article 17.2); a call can lock it, and never gives a password.`,
  ],
  done: {
    title: 'The password is changed',
    lead: 'From now on the new password alone counts.',
    steps: ({ maxAgeMonths, administratorMaxAgeMonths }) => [
      'Open your mail as always (browser, Outlook, Thunderbird, telephone): mail address and new password. Change it on every device that remembers the old one, or too many wrong logins may lock the mailbox for a while.',
      'Destroy the sheet. Do not write the new password down, and tell it to nobody.',
      `Within ${maxAgeMonths} months (administrators: ${administratorMaxAgeMonths}) it must be changed again, before it expires (Article 4.2): come back to this page then.`,
    ],
    again: 'Change the password of another mailbox',
  },
  missing: { title: 'There is no such page', back: 'To the page where a password is changed' },
};

export const pageWords: Readonly<Record<Language, PageWords>> = { vi, en };
