/** The words for what is wrong with the answers of a form. */
import type { RequestField, RequestProblemArgs } from '../../../model/github/request.ts';
import type { WordingTable } from '../../text/wording.ts';
import { exampleOf, fieldTerms as fields } from './request-terms.ts';

/** What is wrong with a form whatever the directory says. */
export type FormProblemCode = Extract<
  keyof RequestProblemArgs,
  `form-${string}` | `field-${string}` | `date-${string}` | 'not-confirmed' | 'nothing-asked'
>;

export const requestFormWords: WordingTable<Pick<RequestProblemArgs, FormProblemCode>> = {
  'form-too-long': {
    vi: ({ length, limit }) => ({
      message: `Phiếu dài ${length} ký tự, quá ${limit}`,
      hint: 'Điền lại một phiếu mới',
    }),
    en: ({ length, limit }) => ({
      message: `The form has ${length} characters, more than ${limit}`,
      hint: 'Fill in a new form',
    }),
  },
  'form-hidden-text': {
    vi: () => ({
      message: 'Phiếu có đoạn chú thích HTML ("<!--") không ai nhìn thấy',
      hint: 'Bỏ đoạn đó, hoặc điền lại một phiếu mới',
    }),
    en: () => ({
      message: 'The form has an HTML comment ("<!--") nobody sees',
      hint: 'Take it out, or fill in a new form',
    }),
  },
  'field-missing': {
    vi: ({ field }) => ({ message: `Thiếu "${fields[field].vi}"`, hint: 'Sửa phiếu và điền mục này' }),
    en: ({ field }) => ({
      message: `"${fields[field].en}" is missing`,
      hint: 'Edit the form and fill it in',
    }),
  },
  'field-repeated': {
    vi: ({ field }) => ({ message: `Mục "${fields[field].vi}" có hai lần`, hint: 'Chỉ để lại một mục' }),
    en: ({ field }) => ({ message: `"${fields[field].en}" stands twice`, hint: 'Leave one of them' }),
  },
  'field-several-lines': {
    vi: ({ field }) => ({ message: `"${fields[field].vi}" có nhiều dòng`, hint: 'Ghi trên một dòng' }),
    en: ({ field }) => ({ message: `"${fields[field].en}" has several lines`, hint: 'Write it in one line' }),
  },
  'field-too-long': {
    vi: ({ field, limit }) => ({
      message: `"${fields[field].vi}" dài quá ${limit} ký tự`,
      hint: 'Ghi ngắn lại',
    }),
    en: ({ field, limit }) => ({
      message: `"${fields[field].en}" is longer than ${limit} characters`,
      hint: 'Shorten it',
    }),
  },
  'field-character': {
    vi: ({ field, codePoint }) => ({
      message: `"${fields[field].vi}" có ký tự không nhìn thấy (${codePoint})`,
      hint: 'Gõ lại mục này, đừng dán',
    }),
    en: ({ field, codePoint }) => ({
      message: `"${fields[field].en}" has a character that cannot be seen (${codePoint})`,
      hint: 'Type it again instead of pasting it',
    }),
  },
  'field-form': {
    vi: ({ field }) => ({ message: `"${fields[field].vi}" không đúng dạng`, hint: example('Ví dụ', field) }),
    en: ({ field }) => ({
      message: `"${fields[field].en}" does not have its form`,
      hint: example('For example', field),
    }),
  },
  'field-telephone': {
    vi: ({ field }) => ({
      message: `"${fields[field].vi}" thiếu hoặc thừa chữ số, không rõ là số nào`,
      hint: `Ghi đủ số, có số 0 ở đầu, ${example('ví dụ', field)}. Dán từ Excel thì đổi cột đó sang dạng văn bản rồi gõ lại số: Excel bỏ số 0 ở đầu và làm tròn số dài`,
    }),
    en: ({ field }) => ({
      message: `"${fields[field].en}" lacks digits or has too many: nobody can tell which number is meant`,
      hint: `Write all of it, with its leading zero, ${example('for example', field)}. For a paste from Excel make the column Text and type the number again: Excel drops the zero and rounds long numbers`,
    }),
  },
  'field-choice': {
    vi: ({ field, value }) => ({
      message: `"${fields[field].vi}" không có lựa chọn "${value}"`,
      hint: 'Chọn một mục có trong phiếu',
    }),
    en: ({ field, value }) => ({
      message: `"${fields[field].en}" has no choice "${value}"`,
      hint: 'Take one the form offers',
    }),
  },
  'field-unneeded': {
    vi: ({ field }) => ({
      message: `Đã chọn hộp thư của cơ quan mà vẫn điền "${fields[field].vi}"`,
      hint: 'Bỏ mục đó, hoặc chọn hộp thư cá nhân',
    }),
    en: ({ field }) => ({
      message: `The agency mailbox is chosen, and yet "${fields[field].en}" is filled in`,
      hint: 'Clear it, or choose the personal mailbox',
    }),
  },
  'field-together': {
    vi: ({ field, other }) => ({
      message: `Có "${fields[other].vi}" mà thiếu "${fields[field].vi}"`,
      hint: 'Điền cả hai, hoặc bỏ cả hai',
    }),
    en: ({ field, other }) => ({
      message: `There is "${fields[other].en}" without "${fields[field].en}"`,
      hint: 'Fill in both or none',
    }),
  },
  'date-invalid': {
    vi: ({ field, value }) => ({
      message: `"${fields[field].vi}": "${value}" không phải một ngày có thật`,
      hint: 'Ghi như 04/05/2026 hoặc 2026-05-04',
    }),
    en: ({ field, value }) => ({
      message: `"${fields[field].en}": "${value}" is no existing day`,
      hint: 'Write it like 2026-05-04 or 04/05/2026',
    }),
  },
  'date-in-future': {
    vi: ({ field, date }) => ({
      message: `"${fields[field].vi}": ngày ${date} chưa tới`,
      hint: 'Xem lại ngày của văn bản',
    }),
    en: ({ field, date }) => ({
      message: `"${fields[field].en}": ${date} is still to come`,
      hint: 'Look at the date of the document again',
    }),
  },
  'date-order': {
    vi: ({ field, date, earliest }) => ({
      message: `"${fields[field].vi}": ${date} sớm hơn ${earliest}`,
      hint: 'Ngày này không được trước việc mà nó nói tới',
    }),
    en: ({ field, date, earliest }) => ({
      message: `"${fields[field].en}": ${date} is before ${earliest}`,
      hint: 'It cannot be before what it is about',
    }),
  },
  'not-confirmed': {
    vi: ({ field }) => ({
      message: `Chưa đánh dấu "${fields[field].vi}"`,
      hint: 'Đánh dấu khi văn bản đã được ký và gửi đi',
    }),
    en: ({ field }) => ({
      message: `"${fields[field].en}" is not ticked`,
      hint: 'Tick it once the document is signed and sent',
    }),
  },
  'nothing-asked': {
    vi: () => ({ message: 'Phiếu không nói thay đổi gì', hint: 'Điền ít nhất một mục mới' }),
    en: () => ({ message: 'The form asks for no change', hint: 'Fill in at least one new value' }),
  },
};

function example(lead: string, field: RequestField): string {
  const shown = exampleOf(field);
  return shown === '' ? '' : `${lead}: ${shown}`;
}
