/** The words for slips of typing, pasting, saving and copying: what a hand did, and what it is to do. */
import type { SlipArgs } from '../../../model/problems/slips.ts';
import type { WordingTable } from '../../text/wording.ts';
import { encodingNames } from './encodings.ts';

const places = {
  indent: { vi: 'ở đầu dòng', en: 'at the beginning of the line' },
  colon: { vi: 'ở dấu hai chấm', en: 'at the colon' },
  line: { vi: 'trên dòng trông như để trống', en: 'on a line that looks empty' },
} as const;

const blankNames: Readonly<Record<string, { vi: string; en: string }>> = {
  'U+00A0': { vi: 'dấu cách không ngắt', en: 'a no-break space' },
  'U+202F': { vi: 'dấu cách không ngắt', en: 'a no-break space' },
  'U+3000': { vi: 'dấu cách toàn khổ', en: 'a full-width space' },
  'U+200B': { vi: 'ký tự ẩn không có bề rộng', en: 'a character without width' },
  'U+2060': { vi: 'ký tự ẩn không có bề rộng', en: 'a character without width' },
  'U+FEFF': { vi: 'dấu thứ tự byte', en: 'a byte-order mark' },
  'U+00AD': { vi: 'gạch nối ẩn', en: 'a hidden hyphen' },
};

const markWords = {
  mark: {
    vi: (mark: string) => ({
      message: `"${mark}" không phải dấu gạch đầu dòng của YAML`,
      hint: 'Gõ lại đầu dòng: dấu trừ và một dấu cách, "- "',
    }),
    en: (mark: string) => ({
      message: `"${mark}" is not the mark of an item in YAML`,
      hint: 'Type the beginning again: a hyphen and a blank, "- "',
    }),
  },
  joined: {
    vi: () => ({ message: 'Thiếu dấu cách sau dấu gạch đầu dòng "-"', hint: 'Gõ một dấu cách sau dấu "-"' }),
    en: () => ({ message: 'A blank is missing after the mark "-"', hint: 'Type a space after the "-"' }),
  },
  appended: {
    vi: () => ({
      message: 'Mục mới viết tiếp vào cuối dòng này: dòng trước đó không xuống dòng',
      hint: 'Xuống dòng trước dấu "-", thụt vào như các mục khác',
    }),
    en: () => ({
      message: 'A new item goes on at the end of this line, which was not ended',
      hint: 'Begin a new line before the "-", indented like the other items',
    }),
  },
  lost: {
    vi: () => ({
      message: 'Từ dòng này là một người khác, nhưng mất dòng đầu "- id: …"',
      hint: 'Thêm lại dòng "- id: …" ở trên dòng này, đúng mã cũ của người đó',
    }),
    en: () => ({
      message: 'From this line on it is somebody else, whose first line "- id: …" is lost',
      hint: 'Put the line "- id: …" back above this one, with the id the person had',
    }),
  },
  missing: {
    vi: () => ({
      message: 'Từ dòng này là một người khác, nhưng thiếu dấu gạch đầu dòng "- "',
      hint: 'Viết "- id: …", thụt vào như các mục khác',
    }),
    en: () => ({
      message: 'From this line on it is somebody else, but the mark "- " is missing',
      hint: 'Write "- id: …", indented like the other items',
    }),
  },
} as const;

/** A colon of another width, or another sign in its place. */
const isColon = (sign: string): boolean => sign === ':';

const lostSigns = {
  '#': {
    vi: 'Từ dấu # trở đi là lời ghi chú: phần đó không được đọc',
    en: 'What follows the # is a comment: nobody reads it',
  },
  '&': {
    vi: 'Chữ dính liền sau dấu & bị hiểu là một nhãn, không được đọc',
    en: 'The word after the & is taken for an anchor: nobody reads it',
  },
  '!': {
    vi: 'Dấu ! ở đầu giá trị bị hiểu là một thẻ, không được đọc',
    en: 'The ! in front of the value is taken for a tag: nobody reads it',
  },
} as const;

export const slipWords: WordingTable<SlipArgs> = {
  'yaml-conflict-markers': {
    vi: ({ first, last }) => ({
      message: `Còn dấu xung đột của Git, dòng ${first} đến ${last}: hai bản sửa chưa được chọn`,
      hint: 'Giữ một bản (hoặc ghép cả hai), xóa bản kia và các dòng <<<<<<<, =======, >>>>>>>',
    }),
    en: ({ first, last }) => ({
      message: `Marks of a Git conflict are left, lines ${first} to ${last}: nobody chose between the two versions`,
      hint: 'Keep one version (or join the two); delete the other and the lines <<<<<<<, =======, >>>>>>>',
    }),
  },
  'yaml-foreign-space': {
    vi: ({ codePoint, where }) => ({
      message: `Có khoảng trắng lạ ${places[where].vi} (${codePoint}, ${blankNames[codePoint]?.vi ?? 'không phải dấu cách thường'}), thường do dán từ Word, tin nhắn hay trang web`,
      hint:
        where === 'line'
          ? 'Xóa cả dòng này'
          : where === 'colon'
            ? 'Xóa khoảng trắng quanh dấu hai chấm, gõ lại một dấu cách sau nó'
            : 'Xóa phần thụt đầu dòng, gõ lại bằng phím cách',
    }),
    en: ({ codePoint, where }) => ({
      message: `A strange blank ${places[where].en} (${codePoint}, ${blankNames[codePoint]?.en ?? 'no ordinary space'}), most often pasted from a word processor, a chat or a web page`,
      hint:
        where === 'line'
          ? 'Delete the whole line'
          : where === 'colon'
            ? 'Delete the blanks around the colon and type one space after it'
            : 'Delete the indentation and type it again with the space bar',
    }),
  },
  'yaml-missing-space': {
    vi: ({ key, sign }) => ({
      message: isColon(sign)
        ? `Thiếu dấu cách sau dấu hai chấm của "${key}"`
        : `Sau "${key}" là "${sign}", không phải dấu hai chấm và dấu cách`,
      hint: `Viết "${key}: …"`,
    }),
    en: ({ key, sign }) => ({
      message: isColon(sign)
        ? `A space is missing after the colon of "${key}"`
        : `After "${key}" stands "${sign}", not a colon and a space`,
      hint: `Write "${key}: …"`,
    }),
  },
  'yaml-list-mark': {
    vi: ({ mark, slip }) => markWords[slip].vi(mark),
    en: ({ mark, slip }) => markWords[slip].en(mark),
  },
  'yaml-indent': {
    vi: ({ found, expected }) => ({
      message: `Dòng này thụt vào ${found} dấu cách, phải là ${expected}`,
      hint: 'Thụt vào cho thẳng hàng với các dòng cùng loại ở trên',
    }),
    en: ({ found, expected }) => ({
      message: `This line is indented by ${found} spaces, not ${expected}`,
      hint: 'Indent it like the lines of its kind above',
    }),
  },
  'yaml-quote-needed': {
    vi: ({ key, sign }) => ({
      message: quoteReasons(sign).vi,
      hint: `Đặt cả giá trị trong nháy kép thẳng: ${key}: "…"`,
    }),
    en: ({ key, sign }) => ({
      message: quoteReasons(sign).en,
      hint: `Put the whole value in straight double quotes: ${key}: "…"`,
    }),
  },
  'yaml-text-lost': {
    vi: ({ key, sign }) => ({
      message: lostSigns[sign].vi,
      hint: `Nếu thuộc về giá trị: đặt cả giá trị trong nháy kép, ${key}: "…"${sign === '#' ? '; nếu là ghi chú: viết dấu cách sau #' : ''}`,
    }),
    en: ({ key, sign }) => ({
      message: lostSigns[sign].en,
      hint: `If it is part of the value: put the whole value in double quotes, ${key}: "…"${sign === '#' ? '; if it is a comment: write a space after the #' : ''}`,
    }),
  },
  'text-encoding': {
    vi: ({ value, sort }) => ({
      message: `"${value}" bị lỗi bảng mã: ${encodingNames[sort].vi}`,
      hint: 'Gõ lại bằng bộ gõ tiếng Việt, bảng mã Unicode',
    }),
    en: ({ value, sort }) => ({
      message: `"${value}" is broken text: ${encodingNames[sort].en}`,
      hint: 'Type it again in Unicode with a Vietnamese input method',
    }),
  },
  'name-spelling': {
    vi: ({ name, sort, likely }) => ({
      message: sort === 'capitals' ? `Tên viết toàn chữ hoa: "${name}"` : `Tên có vẻ gõ không dấu: "${name}"`,
      hint:
        likely === undefined
          ? 'Gõ lại họ và tên có đủ dấu, viết hoa chữ đầu mỗi tiếng'
          : `Có phải là "${likely}"?`,
    }),
    en: ({ name, sort, likely }) => ({
      message:
        sort === 'capitals'
          ? `The name is all capitals: "${name}"`
          : `The name seems typed without marks: "${name}"`,
      hint:
        likely === undefined
          ? 'Type the name with its marks, each syllable capitalized'
          : `Did you mean "${likely}"?`,
    }),
  },
};

function quoteReasons(sign: string): { readonly vi: string; readonly en: string } {
  if (sign === ':')
    return {
      vi: 'Trong giá trị có dấu hai chấm, nên bị hiểu là một khóa nữa',
      en: 'There is a colon in the value, which makes another key of it',
    };
  if (sign === '“ ”')
    return {
      vi: 'Nháy cong “ ” của Word không phải nháy của YAML: chúng thành một phần của giá trị',
      en: 'The curly quotes “ ” of a word processor are none in YAML: they become part of the value',
    };
  if (sign === '"…')
    return {
      vi: 'Có dấu nháy đóng mà không có dấu nháy mở',
      en: 'There is a closing quote and no opening one',
    };
  if (sign === '"')
    return {
      vi: 'Sau dấu nháy đóng còn chữ',
      en: 'There is text after the closing quote',
    };
  return {
    vi: `Giá trị bắt đầu bằng "${sign}", dấu mà YAML dùng vào việc khác`,
    en: `The value begins with "${sign}", which means something else in YAML`,
  };
}
