/** The words of what the page tells of a form that was sent; one answer for all that must not be told apart. */
import type { Unsuitable } from '../../../model/password-page/change.ts';
import type { Lack } from '../../../model/password-page/quality.ts';
import type { Fault, PageFacts, Told } from '../../../model/password-page/told.ts';
import type { Language } from '../../text/wording.ts';
import { call, operatorOf } from './page.ts';

/** A heading, then why it may be so or what to do. */
export interface ToldWords {
  readonly title: string;
  readonly lines: readonly string[];
}

type FaultSays = { [F in Fault as `${F['field']}-${F['says']}`]: string };

const faultWords: Readonly<Record<Language, Omit<FaultSays, 'next-lacks'>>> = {
  vi: {
    'address-missing': 'Chưa gõ địa chỉ thư.',
    'address-form': 'Địa chỉ thư phải gõ đủ, ví dụ: annv.sotttt@{domain}.',
    'present-missing': 'Chưa gõ mật khẩu hiện tại.',
    'present-long': 'Mật khẩu hiện tại không dài như vậy: kiểm tra có dán nhầm không.',
    'next-missing': 'Chưa gõ mật khẩu mới.',
    'next-long': 'Mật khẩu mới dài quá: nhiều nhất 128 ký tự.',
    'next-same': 'Mật khẩu mới phải khác mật khẩu hiện tại.',
    'next-letters':
      'Mật khẩu mới có chữ có dấu hoặc ký tự lạ: tắt bộ gõ tiếng Việt rồi gõ lại; nhiều máy, nhiều phần mềm không gõ được chữ ấy.',
    'again-differs': 'Hai lần gõ mật khẩu mới không giống nhau.',
  },
  en: {
    'address-missing': 'The mail address is missing.',
    'address-form': 'The whole mail address is needed, such as annv.sotttt@{domain}.',
    'present-missing': 'The present password is missing.',
    'present-long': 'No present password is as long as this: look whether something else was pasted.',
    'next-missing': 'The new password is missing.',
    'next-long': 'The new password is too long: at most 128 characters.',
    'next-same': 'The new password must be another than the present one.',
    'next-letters':
      'The new password has letters with marks, or other rare signs: turn Vietnamese typing off and type it again; many devices and programs cannot type them.',
    'again-differs': 'The new password was not typed twice the same.',
  },
};

const lackWords: Readonly<Record<Language, Readonly<Record<Lack, string>>>> = {
  vi: {
    length: 'chưa đủ {minLength} ký tự',
    lower: 'chưa có chữ thường',
    upper: 'chưa có chữ hoa',
    digit: 'chưa có chữ số',
    special: 'chưa có ký tự đặc biệt',
  },
  en: {
    length: 'shorter than {minLength} characters',
    lower: 'no small letter',
    upper: 'no capital letter',
    digit: 'no digit',
    special: 'no special character',
  },
};

/** What is wrong with one field. */
export function faultText(fault: Fault, facts: PageFacts, language: Language): string {
  const fill = (text: string) =>
    text.replace('{domain}', facts.domain).replace('{minLength}', String(facts.minLength));
  if (fault.says !== 'lacks') {
    return fill(faultWords[language][`${fault.field}-${fault.says}` as keyof Omit<FaultSays, 'next-lacks'>]);
  }
  const lacks = fault.lacks.map((lack) => fill(lackWords[language][lack])).join(', ');
  return language === 'vi' ? `Mật khẩu mới ${lacks}.` : `The new password has: ${lacks}.`;
}

const unsuitableWords: Readonly<Record<Language, Readonly<Record<Unsuitable, string>>>> = {
  vi: {
    short: 'Mật khẩu mới ngắn quá: ít nhất {minLength} ký tự{administrator}.',
    weak: 'Máy chủ không nhận mật khẩu mới: phải có ít nhất {minLength} ký tự{administrator}, đủ chữ thường, chữ hoa, chữ số và ký tự đặc biệt.',
    used: 'Mật khẩu này đã dùng rồi. Chọn mật khẩu chưa dùng trong các lần gần đây.',
    young: 'Mật khẩu vừa được đổi, chưa đến lúc được đổi nữa.',
    forbidden: 'Hộp thư này không được tự đổi mật khẩu. Hỏi đơn vị vận hành.',
  },
  en: {
    short: 'The new password is too short: at least {minLength} characters{administrator}.',
    weak: 'The server does not take the new password: it needs at least {minLength} characters{administrator}, with a small letter, a capital, a digit and a special character.',
    used: 'This password was used before. Choose one that none of the last ones was.',
    young: 'The password was changed a short while ago and cannot be changed yet.',
    forbidden: 'The password of this mailbox cannot be changed here. Ask the operator.',
  },
};

const administratorNote = {
  vi: ' (tài khoản quản trị, khoản 1 Điều 4)',
  en: ' (an administrator, Article 4.1)',
};

const stayed = {
  vi: 'Mật khẩu hiện tại vẫn còn giá trị.',
  en: 'The present password still counts.',
};

/** The whole message above the form. */
export function toldWords(told: Told, facts: PageFacts, language: Language): ToldWords {
  if (told.says === 'faults') {
    return {
      title: titles[language].faults,
      lines: told.faults.map((one) => faultText(one, facts, language)),
    };
  }
  if (told.says === 'unsuitable') {
    const { administrator, why } = told;
    const minLength = administrator ? facts.administratorMinLength : facts.minLength;
    const line = unsuitableWords[language][why]
      .replace('{minLength}', String(minLength))
      .replace('{administrator}', administrator ? administratorNote[language] : '');
    return { title: titles[language].unsuitable, lines: [line, stayed[language]] };
  }
  const minutes = told.says === 'limited' ? told.minutes : 0;
  const lines = linesOf[language][told.says].map((line) =>
    line
      .replace('{minutes}', String(minutes))
      .replace('{operator}', `${operatorOf(facts, language)}${call(facts, language)}`),
  );
  return { title: titles[language][told.says], lines };
}

const titles: Readonly<Record<Language, Readonly<Record<Told['says'], string>>>> = {
  vi: {
    faults: 'Chưa gửi được, xem lại các ô sau:',
    unsuitable: 'Chưa đổi được: mật khẩu mới không dùng được',
    refused: 'Chưa đổi được mật khẩu. Có thể vì một trong những lý do sau:',
    expired: 'Mật khẩu hiện tại đã hết hạn',
    limited: 'Đã thử sai nhiều lần',
    busy: 'Đang có nhiều người dùng trang này',
    unavailable: 'Máy chủ danh bạ đang không trả lời',
    stale: 'Trang này đã mở quá lâu, hoặc trình duyệt chặn cookie',
  },
  en: {
    faults: 'Not sent yet, please look at these:',
    unsuitable: 'Not changed: the new password cannot be used',
    refused: 'The password was not changed. One of these may be why:',
    expired: 'The present password has expired',
    limited: 'Too many wrong tries',
    busy: 'Many people use this page just now',
    unavailable: 'The directory server does not answer',
    stale: 'This page was open for too long, or cookies are blocked',
  },
};

const linesOf: Readonly<
  Record<Language, Readonly<Record<Exclude<Told['says'], 'faults' | 'unsuitable'>, readonly string[]>>>
> = {
  vi: {
    refused: [
      'Địa chỉ gõ chưa đúng, hoặc không phải địa chỉ chính của hộp thư: gõ đúng địa chỉ ghi trên phiếu.',
      'Mật khẩu hiện tại gõ chưa đúng: xem đèn Caps Lock, tắt bộ gõ tiếng Việt. Có nhiều phiếu thì chỉ phiếu lập sau cùng có giá trị.',
      'Hộp thư đang khóa tạm vì nhiều lần gõ sai: chờ 30 phút rồi thử lại.',
      'Hộp thư đang tạm dừng hoặc đã chấm dứt: đơn vị quản lý trực tiếp hỏi {operator}.',
    ],
    expired: [
      'Mật khẩu gõ đúng, nhưng đã quá hạn (khoản 2 Điều 4) nên không tự đổi được nữa.',
      'Đơn vị gửi văn bản đề nghị cấp lại mật khẩu (khoản 1 Điều 7), rồi dùng phiếu mới ở trang này.',
    ],
    limited: [
      'Để giữ an toàn cho hộp thư, hãy chờ {minutes} phút rồi thử lại. Mật khẩu hiện tại vẫn còn giá trị.',
    ],
    busy: ['Hãy thử lại sau một phút. Chưa có gì thay đổi.'],
    unavailable: [
      'Hãy thử lại sau vài phút. Nếu mật khẩu mới chưa đăng nhập được thì mật khẩu cũ vẫn còn giá trị.',
    ],
    stale: [
      'Hãy gõ lại và gửi lần nữa. Chưa có gì thay đổi. Nếu vẫn thấy dòng này, cho phép cookie của trang.',
    ],
  },
  en: {
    refused: [
      'The address is mistyped, or not the first address of the mailbox: type the one printed on the sheet.',
      'The present password is mistyped: look at Caps Lock, turn Vietnamese typing off. Of several sheets only the latest counts.',
      'The mailbox is locked for a while after many wrong tries: wait 30 minutes and try again.',
      'The mailbox is suspended or has ended: your managing organization asks {operator}.',
    ],
    expired: [
      'The password was right, but too old (Article 4.2), so that it cannot be changed here any more.',
      'Your organization asks for a reset in writing (Article 7.1); then use the new sheet on this page.',
    ],
    limited: [
      'To keep the mailbox safe, please wait {minutes} minutes and try again. The present password still counts.',
    ],
    busy: ['Please try again in a minute. Nothing has changed.'],
    unavailable: [
      'Please try again in a few minutes. Where the new password does not log in, the old one still counts.',
    ],
    stale: [
      'Please type it again and send it once more. Nothing has changed. If this line stays, allow the cookie of the page.',
    ],
  },
};
