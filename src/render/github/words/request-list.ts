/** The words for what is wrong with a pasted list, and for who keeps an agency's mailbox (9.1). */
import type { RequestProblemArgs } from '../../../model/github/request.ts';
import type { RowNote } from '../../../model/github/request-answer.ts';
import type { Language, WordingTable } from '../../text/wording.ts';
import { fieldTerms as fields } from './request-terms.ts';

export const rowNoteWords = {
  'telephone-zero': {
    vi: 'điện thoại ghi lại với số 0 ở đầu, xin xem lại',
    en: 'the telephone is written with its leading zero, please look at it',
  },
} as const satisfies Record<RowNote, Record<Language, string>>;

export type ListProblemCode = Extract<
  keyof RequestProblemArgs,
  `table-${string}` | `row-${string}` | `successor-${string}` | 'person-mismatch'
>;

export const requestListWords: WordingTable<Pick<RequestProblemArgs, ListProblemCode>> = {
  'table-and-field': {
    vi: ({ field }) => ({
      message: `Có "${fields.table.vi}" mà vẫn điền "${fields[field].vi}"`,
      hint: `Một người thì điền từng mục; nhiều người thì ghi cả người đó vào "${fields.table.vi}"`,
    }),
    en: ({ field }) => ({
      message: `There is a "${fields.table.en}", and yet "${fields[field].en}" is filled in`,
      hint: 'Fill in the single fields for one person, or put everybody into the list',
    }),
  },
  'table-heading-missing': {
    vi: () => ({
      message: `"${fields.table.vi}" không có dòng tiêu đề`,
      hint: 'Dán cả dòng tiêu đề của bảng, ví dụ: Họ và tên, Chức vụ, Phòng, SĐT; mỗi cột cách nhau một dấu Tab như Excel và Word dán',
    }),
    en: () => ({
      message: `The "${fields.table.en}" has no row of headings`,
      hint: 'Paste the headings too ("Họ và tên", "Chức vụ", "Phòng", "SĐT"), with tabs between the columns as Excel and Word put them',
    }),
  },
  'table-heading-repeated': {
    vi: ({ field }) => ({
      message: `"${fields.table.vi}" có hai cột cùng là "${fields[field].vi}"`,
      hint: 'Chỉ để lại một cột',
    }),
    en: ({ field }) => ({
      message: `Two columns of the "${fields.table.en}" are "${fields[field].en}"`,
      hint: 'Leave one of them',
    }),
  },
  'table-column-unnamed': {
    vi: ({ column }) => ({
      message: `Cột thứ ${column} của "${fields.table.vi}" có chữ mà không có tiêu đề`,
      hint: 'Ghi tiêu đề cho cột đó; họ và tên tách hai cột thì ghi "Họ đệm" và "Tên"',
    }),
    en: ({ column }) => ({
      message: `Column ${column} of the "${fields.table.en}" has values and no heading`,
      hint: 'Give it one; a name in two columns has the headings "Họ đệm" and "Tên"',
    }),
  },
  'table-empty': {
    vi: () => ({ message: `"${fields.table.vi}" chỉ có dòng tiêu đề`, hint: 'Dán cả các dòng bên dưới' }),
    en: () => ({
      message: `The "${fields.table.en}" has headings and no row`,
      hint: 'Paste the rows below them too',
    }),
  },
  'table-too-long': {
    vi: ({ rows, limit }) => ({
      message: `"${fields.table.vi}" có ${rows} dòng, quá ${limit}`,
      hint: 'Chia làm nhiều phiếu',
    }),
    en: ({ rows, limit }) => ({
      message: `The "${fields.table.en}" has ${rows} rows, more than ${limit}`,
      hint: 'Send several forms',
    }),
  },
  'row-repeated': {
    vi: ({ name, row }) => ({
      message: `${name} đã có ở dòng ${row}`,
      hint: 'Bỏ bớt một dòng. Nếu là hai người cùng tên thì thêm cột "Trùng tên" và đánh dấu x ở dòng sau',
    }),
    en: ({ name, row }) => ({
      message: `${name} stands in row ${row} already`,
      hint: 'Take one out. For two people of one name add a column "Trùng tên" with an x in the later row',
    }),
  },
  'row-elsewhere': {
    vi: ({ organization }) => ({
      message: `Dòng này ghi cơ quan "${organization}", khác với phiếu`,
      hint: 'Mỗi cơ quan, đơn vị một phiếu',
    }),
    en: ({ organization }) => ({
      message: `The row names "${organization}", another organization than the form`,
      hint: 'Send a form for each organization',
    }),
  },
  'person-mismatch': {
    vi: ({ id, name, written }) => ({
      message: `Mã ${id} là của ${name}, không phải ${written}`,
      hint: 'Xem lại mã hoặc họ tên ở dòng này',
    }),
    en: ({ id, name, written }) => ({
      message: `The id ${id} is that of ${name}, not of ${written}`,
      hint: 'Look at the id and the name of the row again',
    }),
  },
  'successor-missing': {
    vi: ({ name }) => ({
      message: `${name} đang quản lý hộp thư của cơ quan, phiếu chưa ghi ai thay (khoản 9.1)`,
      hint: `Điền "${fields.successor.vi}"`,
    }),
    en: ({ name }) => ({
      message: `${name} keeps the agency mailbox, and nobody is named to follow (9.1)`,
      hint: `Fill in "${fields.successor.en}"`,
    }),
  },
  'successor-unneeded': {
    vi: ({ name }) => ({
      message: `${name} không quản lý hộp thư của cơ quan mà vẫn điền "${fields.successor.vi}"`,
      hint: 'Bỏ trống mục đó; muốn đổi người quản lý thì dùng phiếu "Đổi người quản lý hộp thư cơ quan"',
    }),
    en: ({ name }) => ({
      message: `${name} does not keep the agency mailbox, and yet "${fields.successor.en}" is filled in`,
      hint: 'Clear it; another custodian has a form of its own ("Đổi người quản lý hộp thư cơ quan")',
    }),
  },
  'successor-leaves': {
    vi: ({ name }) => ({
      message: `${name} cũng nghỉ hoặc chuyển đi, không quản lý hộp thư của cơ quan được`,
      hint: 'Ghi một người còn làm ở cơ quan (khoản 9.1)',
    }),
    en: ({ name }) => ({
      message: `${name} leaves too, and cannot keep the agency mailbox`,
      hint: 'Name somebody who stays (9.1)',
    }),
  },
};
