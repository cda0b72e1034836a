/** The styles of a document: everything it looks like is a style with a name an office knows, so that it can be edited. */
import { AlignmentType, BorderStyle, type IParagraphStyleOptions, type IStylesOptions } from 'docx';
import type { Letter } from '../model/letter.ts';
import { headColumns, points, textColumn, twips } from './sheet.ts';
import { linesOf, textWidth } from './text-width.ts';

const font = 'Times New Roman';
const black = '000000';

/** In points; Word counts in halves. */
const sizes = {
  head: 12,
  motto: 13,
  number: 13,
  about: 12,
  text: 14,
  recipients: 12,
  list: 11,
  cell: 12,
} as const;

type StyleName =
  | 'ParentBody'
  | 'Body'
  | 'BodyRule'
  | 'Nation'
  | 'Motto'
  | 'MottoRule'
  | 'Number'
  | 'About'
  | 'PlaceAndDate'
  | 'DocumentTitle'
  | 'Subject'
  | 'SubjectRule'
  | 'Addressee'
  | 'Content'
  | 'Point'
  | 'Authority'
  | 'Signer'
  | 'RecipientsTitle'
  | 'Recipients'
  | 'PageNumber'
  | 'AnnexTitle'
  | 'AnnexName'
  | 'AnnexReference'
  | 'ColumnHead'
  | 'Cell';

/** What the office sees in its list of styles. */
const names = {
  ParentBody: 'Tên cơ quan chủ quản',
  Body: 'Tên cơ quan ban hành',
  BodyRule: 'Đường kẻ dưới tên cơ quan',
  Nation: 'Quốc hiệu',
  Motto: 'Tiêu ngữ',
  MottoRule: 'Đường kẻ dưới tiêu ngữ',
  Number: 'Số, ký hiệu',
  About: 'Trích yếu công văn',
  PlaceAndDate: 'Địa danh, thời gian',
  DocumentTitle: 'Tên loại văn bản',
  Subject: 'Trích yếu',
  SubjectRule: 'Đường kẻ dưới trích yếu',
  Addressee: 'Kính gửi',
  Content: 'Nội dung',
  Point: 'Nội dung, khoản',
  Authority: 'Chức vụ người ký',
  Signer: 'Họ tên người ký',
  RecipientsTitle: 'Nơi nhận',
  Recipients: 'Nơi nhận, danh sách',
  PageNumber: 'Số trang',
  AnnexTitle: 'Phụ lục',
  AnnexName: 'Phụ lục, tên',
  AnnexReference: 'Phụ lục, kèm theo',
  ColumnHead: 'Bảng, đầu cột',
  Cell: 'Bảng, ô',
} as const satisfies Record<StyleName, string>;

export const numbering = 'points';

type Look = NonNullable<IParagraphStyleOptions['run']>;
type Layout = NonNullable<IParagraphStyleOptions['paragraph']>;

const look = (size: number, more: Omit<Look, 'size'> = {}): Look => ({ size: size * 2, ...more });
const centred = { alignment: AlignmentType.CENTER } as const;

/** A line as long as this, in the middle of a column; both in points. */
function rule(length: number, column: number): Layout {
  const side = Math.round(((column - length) / 2) * 20);
  return {
    ...centred,
    indent: { left: side, right: side },
    border: { top: { style: BorderStyle.SINGLE, size: 6, space: 1, color: black } },
    spacing: { before: 50, line: 120, lineRule: 'exact' },
  };
}

/** Between a third and a half of the line above it. */
const ruleShare = 0.4;

/** The names above the number as they stand in their column, the body in bold. */
export const headLines = (name: string): readonly string[] =>
  linesOf(name, sizes.head, points(headColumns.left));

export function stylesOf({ body, motto, subject }: Letter): IStylesOptions {
  const [left, right, whole] = [points(headColumns.left), points(headColumns.right), points(textColumn)];
  const lastWidth = (lines: readonly string[], size: number) => textWidth(lines.at(-1) ?? '', size);
  const bodyRule = ruleShare * lastWidth(headLines(body), sizes.head);
  const subjectRule = ruleShare * lastWidth(linesOf(subject, sizes.text, whole), sizes.text);
  const indent = { firstLine: twips(12.7) };
  const text: Layout = {
    alignment: AlignmentType.BOTH,
    indent,
    spacing: { before: 120, line: 264, lineRule: 'auto' },
  };
  const styles = {
    ParentBody: { run: look(sizes.head), paragraph: centred },
    Body: { run: look(sizes.head, { bold: true }), paragraph: centred },
    BodyRule: { run: look(2), paragraph: rule(bodyRule, left) },
    Nation: { run: look(sizes.head, { bold: true }), paragraph: centred },
    Motto: { run: look(sizes.motto, { bold: true }), paragraph: centred },
    MottoRule: { run: look(2), paragraph: rule(textWidth(motto, sizes.motto), right) },
    Number: { run: look(sizes.number), paragraph: centred },
    About: { run: look(sizes.about), paragraph: { ...centred, spacing: { before: 60 } } },
    PlaceAndDate: { run: look(sizes.motto, { italics: true }), paragraph: centred },
    DocumentTitle: {
      run: look(sizes.text, { bold: true }),
      paragraph: { ...centred, keepNext: true, spacing: { before: 360 } },
    },
    Subject: { run: look(sizes.text, { bold: true }), paragraph: { ...centred, keepNext: true } },
    SubjectRule: { run: look(2), paragraph: rule(subjectRule, whole) },
    Addressee: {
      run: look(sizes.text),
      paragraph: { ...centred, spacing: { before: 360, after: 240 } },
    },
    Content: { run: look(sizes.text), paragraph: text },
    Point: { run: look(sizes.text), paragraph: { ...text, numbering: { reference: numbering, level: 0 } } },
    Authority: { run: look(sizes.text, { bold: true }), paragraph: { ...centred, keepNext: true } },
    Signer: {
      run: look(sizes.text, { bold: true }),
      // Room for the signature and the seal.
      paragraph: { ...centred, spacing: { before: 1500 } },
    },
    RecipientsTitle: {
      run: look(sizes.recipients, { bold: true, italics: true }),
      paragraph: { keepNext: true },
    },
    Recipients: { run: look(sizes.list), paragraph: { keepNext: true } },
    PageNumber: { run: look(sizes.motto), paragraph: centred },
    AnnexTitle: { run: look(sizes.text, { bold: true }), paragraph: { ...centred, keepNext: true } },
    AnnexName: { run: look(sizes.text, { bold: true }), paragraph: { ...centred, keepNext: true } },
    AnnexReference: {
      run: look(sizes.text, { italics: true }),
      paragraph: { ...centred, keepNext: true, spacing: { after: 240 } },
    },
    ColumnHead: { run: look(sizes.cell, { bold: true }), paragraph: { ...centred, keepNext: true } },
    Cell: { run: look(sizes.cell), paragraph: { alignment: AlignmentType.LEFT } },
  } as const satisfies Record<StyleName, Omit<IParagraphStyleOptions, 'id'>>;
  return {
    default: {
      document: {
        run: {
          font,
          size: sizes.text * 2,
          color: black,
          language: { value: 'vi-VN', eastAsia: 'vi-VN' },
        },
      },
    },
    paragraphStyles: Object.entries(styles).map(([id, style]) => ({
      id,
      name: names[id as StyleName],
      basedOn: 'Normal',
      next: id,
      quickFormat: true,
      ...style,
    })),
  };
}

/** The style of a paragraph, by name: one that is not there does not compile. */
export const styled = (style: StyleName): { readonly style: StyleName } => ({ style });
