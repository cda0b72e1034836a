/** The words for what the rules or the file refuse, for who fills in a form: they ask for nothing no form can give. */
import type { EditRefusal } from '../../../model/directory/edit.ts';
import type { Problem, ProblemArgs, ProblemCode } from '../../../model/problems/problem.ts';
import { wordsOf } from '../../problems/problems.ts';
import type { Language, Words } from '../../text/wording.ts';
import { fieldTerms as fields } from './request-terms.ts';

type Hints = {
  readonly [C in ProblemCode]?: Readonly<Record<Language, (args: ProblemArgs[C]) => string>>;
};

const fill = {
  vi: `điền "${fields.address.vi}" cùng số và ngày quyết định`,
  en: `fill in "${fields.address.en}" with its number and date`,
};
const decision = {
  vi: `Có quyết định (khoản 5.2.b) thì ${fill.vi}`,
  en: `With a decision (5.2.b), ${fill.en}`,
};
const fullName = {
  vi: () =>
    `Ghi đủ họ, tên đệm và tên, có dấu, vào mục họ tên. Tên đúng là như vậy thì ${fill.vi} (khoản 5.2.b)`,
  en: () => `Write the full name with its marks. If it is right as it is, ${fill.en} (5.2.b)`,
};
const chooseAnother = {
  vi: () => `Chọn địa chỉ khác. ${decision.vi}`,
  en: () => `Choose another address. ${decision.en}`,
};
const operator = {
  vi: 'Phiếu không sửa được điều này: đề nghị đơn vị vận hành xem, rồi lưu lại phiếu',
  en: 'No form can put this right: ask the operator to look at it, then save the form again',
};

const few = (candidates: readonly string[]): string => candidates.slice(0, 3).join(' · ');

/** Where the words of `check` speak of the file. */
const hints: Hints = {
  'address-collision': {
    vi: ({ candidates }) =>
      `${candidates.length > 0 ? `Xin quyết định một địa chỉ khác, ví dụ: ${few(candidates)}. ` : ''}${decision.vi}`,
    en: ({ candidates }) =>
      `${candidates.length > 0 ? `Have another address decided, for example: ${few(candidates)}. ` : ''}${decision.en}`,
  },
  'address-taken': chooseAnother,
  'address-differs': chooseAnother,
  'address-length': { vi: () => `Tên dài thì: ${decision.vi}`, en: () => `For a long name: ${decision.en}` },
  'address-decided-form': {
    vi: () => 'Xin quyết định một địa chỉ đúng dạng của Điều 5',
    en: () => 'Have an address decided that keeps the form of Article 5',
  },
  'address-domain': {
    vi: ({ domain }) => `Ghi địa chỉ @${domain}`,
    en: ({ domain }) => `Write an address @${domain}`,
  },
  'address-form': { vi: () => 'Viết liền, không dấu', en: () => 'No marks, no spaces' },
  'address-reserved': chooseAnother,
  'name-abbreviated': fullName,
  'name-given-first': fullName,
  'name-one-syllable': fullName,
  'name-sign': fullName,
  'name-title': fullName,
  'name-encoding': {
    vi: () => 'Gõ lại họ tên bằng bộ gõ tiếng Việt, bảng mã Unicode',
    en: () => 'Type the name again in Unicode',
  },
  'name-letter': {
    vi: () => `Gõ lại ký tự này. Tên có chữ cái riêng của dân tộc: ${decision.vi}`,
    en: () => `Type it again. Where a name has letters of its own language: ${decision.en}`,
  },
  'name-too-long': { vi: () => 'Chỉ ghi họ và tên', en: () => 'Write the name only' },
  'date-in-future': { vi: () => 'Xem lại ngày của văn bản', en: () => 'Look at the date again' },
  'dates-order': { vi: () => 'Xem lại ngày của văn bản', en: () => 'Look at the date again' },
  'custodian-ended': {
    vi: () => `Ghi một người còn làm ở cơ quan vào "${fields.successor.vi}"`,
    en: () => `Name somebody who stays as "${fields.successor.en}"`,
  },
};

/** The message as `check` has it; private values are not repeated. */
export function refusedWords(problem: Problem, language: Language): Words {
  const { message: whole, hint } = wordsOf(problem, language, 'everybody');
  // In which line of which file somebody stands is of no use to who fills in a form.
  const message = 'place' in problem.args ? whole.replace(` (${problem.args.place})`, '') : whole;
  if (hint === '') return { message, hint };
  const told = hints[problem.code]?.[language] as ((args: Problem['args']) => string) | undefined;
  return { message, hint: told?.(problem.args) ?? operator[language] };
}

/** Why the file stays as it is: who fills in a form cannot put a file right. */
export function uneditableWords(refusal: EditRefusal, language: Language): Words {
  const at =
    'line' in refusal ? { vi: ` (dòng ${refusal.line})`, en: ` (line ${refusal.line})` } : { vi: '', en: '' };
  return {
    vi: {
      message: `Tệp của cơ quan có chỗ viết theo cách phiếu không sửa được${at.vi}`,
      hint: 'Đề nghị đơn vị vận hành xem tệp, rồi lưu lại phiếu',
    },
    en: {
      message: `The file of the organization has something a form cannot edit${at.en}`,
      hint: 'Ask the operator to look at it, then save the form again',
    },
  }[language];
}
