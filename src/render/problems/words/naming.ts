/** The words for what is wrong with a name, a code or an address: what the rule says and what to do about it. */
import type { CharacterFacts, NamingArgs } from '../../../model/problems/naming.ts';
import type { WordingTable } from '../../text/wording.ts';
import { encodingNames } from './encodings.ts';
import { addressWords, codeWords } from './naming-address.ts';
import { kindNames } from './naming-kinds.ts';
import { parentWords, requestWords } from './naming-request.ts';

/** An invisible character is told by its code point alone. */
const quoted = (char: string): string => (/[\p{C}\p{Z}\p{M}]/u.test(char) ? '' : `"${char}" `);

const where = {
  vi: ({ char, codePoint, position }: CharacterFacts, name = '') =>
    `${quoted(char)}(${codePoint}${name && `, ${name}`}) ở vị trí ${position}`,
  en: ({ char, codePoint, position }: CharacterFacts, name = '') =>
    `${quoted(char)}(${codePoint}${name && `, ${name}`}) at position ${position}`,
};

const decide = {
  vi: 'Khai nameParts (family, middle, given), hoặc address kèm số văn bản quyết định.',
  en: 'Give nameParts (family, middle, given), or an address with the number of the document that decided it.',
};

const nameWords: WordingTable<Pick<NamingArgs, Extract<keyof NamingArgs, `name-${string}`>>> = {
  'name-empty': {
    vi: () => ({ message: 'Tên để trống', hint: 'Ghi họ và tên đầy đủ, hoặc tên chính thức của tổ chức.' }),
    en: () => ({
      message: 'The name is empty',
      hint: 'Write the full name, or the official name of the organization.',
    }),
  },
  'name-too-long': {
    vi: ({ max }) => ({ message: `Tên dài quá ${max} ký tự`, hint: 'Chỉ ghi tên, không ghi nội dung khác.' }),
    en: ({ max }) => ({ message: `The name is longer than ${max} characters`, hint: 'Write the name only.' }),
  },
  'name-encoding': {
    vi: ({ sort, word, ...facts }) => ({
      message: `"${word}" bị lỗi bảng mã: ${encodingNames[sort].vi}; xem ${where.vi(facts)}`,
      hint: 'Gõ lại tên bằng bộ gõ tiếng Việt, bảng mã Unicode.',
    }),
    en: ({ sort, word, ...facts }) => ({
      message: `"${word}" is broken text: ${encodingNames[sort].en}; see ${where.en(facts)}`,
      hint: 'Type the name again in Unicode with a Vietnamese input method.',
    }),
  },
  'name-letter': {
    vi: ({ name, instead, ...facts }) => ({
      message: `Ký tự không thuộc bảng chữ cái tiếng Việt: ${where.vi(facts, name)}`,
      hint: instead
        ? `Gõ lại ký tự này, có lẽ là "${instead}" (${pointOf(instead)}).`
        : 'Xóa hoặc gõ lại ký tự này bằng bộ gõ tiếng Việt; tên có chữ cái riêng của dân tộc thì khai nameParts.',
    }),
    en: ({ name, instead, ...facts }) => ({
      message: `Not a letter of the Vietnamese alphabet: ${where.en(facts, name)}`,
      hint: instead
        ? `Type it again; "${instead}" (${pointOf(instead)}) was probably meant.`
        : 'Delete it or type it again; where a name has letters of its own language, give nameParts.',
    }),
  },
  'name-sign': {
    vi: ({ of, ...facts }) => ({
      message: `Tên có ký tự không phải chữ: ${where.vi(facts)}`,
      hint:
        of === 'person'
          ? `Ghi họ và tên, không kèm dấu, số hay chú thích. ${decide.vi}`
          : 'Ghi tên chính thức theo quyết định thành lập, viết đầy đủ, không dùng &, ngoặc hay dấu khác.',
    }),
    en: ({ of, ...facts }) => ({
      message: `The name has a sign that is no letter: ${where.en(facts)}`,
      hint:
        of === 'person'
          ? `Write the full name without signs, digits or remarks. ${decide.en}`
          : 'Write the official name in full, as the founding decision has it, without &, brackets or other signs.',
    }),
  },
  'name-one-syllable': {
    vi: ({ syllable }) => ({
      message: `Tên chỉ có một tiếng ("${syllable}"), không có họ để viết tắt (5.2.a)`,
      hint: `Ghi đủ họ và tên. ${decide.vi}`,
    }),
    en: ({ syllable }) => ({
      message: `The name has one syllable only ("${syllable}") and no surname to abbreviate (5.2.a)`,
      hint: `Write the full name. ${decide.en}`,
    }),
  },
  'name-given-first': {
    vi: ({ token }) => ({
      message: `Tên bắt đầu bằng hoặc chứa "${token}": có thể tên gọi đứng trước họ, không tự suy ra được (5.2.a)`,
      hint: decide.vi,
    }),
    en: ({ token }) => ({
      message: `"${token}" suggests that the given name stands before the surname: this cannot be guessed (5.2.a)`,
      hint: decide.en,
    }),
  },
  'name-title': {
    vi: ({ title }) => ({
      message: `Tên lẫn danh xưng hoặc chức vụ: "${title}"`,
      hint: `Chỉ ghi họ và tên; chức vụ ghi ở "title". Nếu đúng là tên: ${decide.vi}`,
    }),
    en: ({ title }) => ({
      message: `The name contains a title or an office: "${title}"`,
      hint: `Write the name only, the office under "title". If it is a name: ${decide.en}`,
    }),
  },
  'name-abbreviated': {
    vi: ({ token }) => ({
      message: `"${token}" là chữ viết tắt`,
      hint: `Ghi đầy đủ họ và tên. ${decide.vi}`,
    }),
    en: ({ token }) => ({
      message: `"${token}" is an abbreviation`,
      hint: `Write the name in full. ${decide.en}`,
    }),
  },
  'name-parts-differ': {
    vi: ({ name, parts }) => ({
      message: `nameParts ("${parts}") không cùng các chữ với tên "${name}"`,
      hint: 'Sửa family, middle, given cho khớp từng chữ với tên.',
    }),
    en: ({ name, parts }) => ({
      message: `nameParts ("${parts}") are not the letters of the name "${name}"`,
      hint: 'Correct family, middle and given so that together they are the name.',
    }),
  },
  'name-parts-given': {
    vi: () => ({
      message: 'nameParts không có tên gọi (given)',
      hint: 'Ghi tên gọi đầy đủ vào given (5.2.a).',
    }),
    en: () => ({
      message: 'nameParts has no given name',
      hint: 'Write the given name in full into given (5.2.a).',
    }),
  },
  'name-kind-mismatch': {
    vi: ({ kind, found }) => ({
      message: `"${found}" không phải tên của ${kindNames[kind].vi}`,
      hint: 'Sửa kind cho đúng loại tổ chức, hoặc sửa tên.',
    }),
    en: ({ kind, found }) => ({
      message: `"${found}" is not the name of ${kindNames[kind].en}`,
      hint: 'Correct the kind, or the name.',
    }),
  },
  'name-parent-mismatch': {
    vi: ({ found, parent }) => ({
      message: `Tên ghi "${found}"${parent ? `, không khớp với parent "${parent}"` : ', không thuộc tên riêng (5.1.b)'}`,
      hint: 'Sửa parent, hoặc bỏ phần này khỏi tên.',
    }),
    en: ({ found, parent }) => ({
      message: `The name says "${found}", which ${parent ? `is not its parent "${parent}"` : 'is no part of it (5.1.b)'}`,
      hint: 'Correct the parent, or leave this part out of the name.',
    }),
  },
  'name-unmarked': {
    vi: ({ word }) => ({
      message: `Tên có vẻ gõ không dấu ("${word}"), không phân biệt được từ nào bỏ đi (5.1)`,
      hint: 'Gõ lại tên chính thức có đủ dấu.',
    }),
    en: ({ word }) => ({
      message: `The name seems typed without marks ("${word}"), so what adds nothing to it cannot be told (5.1)`,
      hint: 'Type the official name with its marks.',
    }),
  },
  'name-no-words': {
    vi: ({ name }) => ({
      message: `"${name}" không còn từ nào để đặt địa chỉ (5.1)`,
      hint: 'Ghi tên riêng đầy đủ của tổ chức.',
    }),
    en: ({ name }) => ({
      message: `"${name}" leaves no word to make an address of (5.1)`,
      hint: 'Write the full proper name of the organization.',
    }),
  },
};

const pointOf = (char: string): string =>
  `U+${(char.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;

export const namingWords = {
  ...requestWords,
  ...nameWords,
  ...parentWords,
  ...codeWords,
  ...addressWords,
} satisfies WordingTable<NamingArgs>;
