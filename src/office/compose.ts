/** Sets a letter in a Word document, in the form of Decree 30/2020/NĐ-CP: the same letter is the same bytes. */
import {
  AlignmentType,
  BorderStyle,
  Document,
  Header,
  type ISectionOptions,
  LevelFormat,
  LevelSuffix,
  Packer,
  PageNumber,
  Paragraph,
  SectionType,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  WidthType,
} from 'docx';
import type { Letter, PeopleTable } from '../model/letter.ts';
import { footColumns, headColumns, sheet, textColumn, twips } from './sheet.ts';
import { headLines, numbering, styled, stylesOf } from './styles.ts';

type Style = Parameters<typeof styled>[0];

export async function composeLetter(letter: Letter): Promise<Uint8Array> {
  const { annex } = letter;
  const document = new Document({
    title: letter.subject,
    creator: letter.body,
    styles: stylesOf(letter),
    numbering: {
      config: [
        {
          reference: numbering,
          levels: [
            {
              level: 0,
              format: LevelFormat.DECIMAL,
              text: '%1.',
              alignment: AlignmentType.LEFT,
              suffix: LevelSuffix.SPACE,
              style: { paragraph: { indent: { left: 0, firstLine: twips(12.7) } } },
            },
          ],
        },
      ],
    },
    sections: [
      section([...headOf(letter), ...textOf(letter), footOf(letter)]),
      ...(annex === undefined ? [] : [section([...annexHead(annex), peopleTable(letter.people)], true)]),
    ],
  });
  return await Packer.pack(document, 'uint8array');
}

/** Its pages are counted from 1, and the first shows no number. */
function section(children: ISectionOptions['children'], isNext = false): ISectionOptions {
  const { margin, width, height } = sheet;
  const number = new Paragraph({
    ...styled('PageNumber'),
    children: [new TextRun({ children: [PageNumber.CURRENT] })],
  });
  return {
    properties: {
      ...(isNext && { type: SectionType.NEXT_PAGE }),
      titlePage: true,
      page: {
        size: { width: twips(width), height: twips(height) },
        margin: {
          top: twips(margin.top),
          bottom: twips(margin.bottom),
          left: twips(margin.left),
          right: twips(margin.right),
          header: twips(margin.header),
          footer: twips(margin.footer),
        },
        pageNumbers: { start: 1 },
      },
    },
    headers: {
      default: new Header({ children: [number] }),
      first: new Header({ children: [line('PageNumber', '')] }),
    },
    children,
  };
}

const line = (style: Style, text: string): Paragraph =>
  new Paragraph({ ...styled(style), text: inDocument(text) });

/** One paragraph in these lines. */
const broken = (style: Style, lines: readonly string[]): Paragraph =>
  new Paragraph({
    ...styled(style),
    children: lines.map((text, i) => new TextRun({ text: inDocument(text), ...(i > 0 && { break: 1 }) })),
  });

/** No XML can hold control characters; a name that a hand wrote into the server may have some. */
export const inDocument = (text: string): string =>
  text.normalize('NFC').replace(/[\p{Cc}\p{Cs}\uFFFE\uFFFF]+/gu, ' ');

function headOf(letter: Letter): readonly (Paragraph | Table)[] {
  const { parentBody, body, nation, motto, number, placeAndDate, title, subject, addressee } = letter;
  const left = [
    ...(parentBody === undefined ? [] : [broken('ParentBody', headLines(parentBody))]),
    broken('Body', headLines(body)),
    line('BodyRule', ''),
  ];
  const right = [line('Nation', nation), line('Motto', motto), line('MottoRule', '')];
  const below = [
    line('Number', number),
    ...(title === undefined ? [broken('About', headLines(subject))] : []),
  ];
  const head = bareTable(headColumns, [
    [left, right],
    [below, [line('PlaceAndDate', placeAndDate)]],
  ]);
  return [
    head,
    ...(title === undefined
      ? []
      : [line('DocumentTitle', title), line('Subject', subject), line('SubjectRule', '')]),
    ...(addressee === undefined ? [] : [line('Addressee', addressee)]),
  ];
}

const textOf = ({ paragraphs }: Letter): readonly Paragraph[] =>
  paragraphs.map(({ text, numbered }) => line(numbered === true ? 'Point' : 'Content', text));

/** In one row, so that no page ends between the titles and the name. */
function footOf({ recipients, authority, signer }: Letter): Table {
  const gap = 240;
  return bareTable(
    footColumns,
    [
      [
        [
          line('RecipientsTitle', recipients.title),
          ...recipients.lines.map((one) => line('Recipients', one)),
        ],
        [...authority.map((one) => line('Authority', one)), line('Signer', signer)],
      ],
    ],
    gap,
  );
}

function annexHead({ title, name, reference }: NonNullable<Letter['annex']>): readonly Paragraph[] {
  return [line('AnnexTitle', title), line('AnnexName', name), line('AnnexReference', reference)];
}

type Cells = readonly (readonly [readonly Paragraph[], readonly Paragraph[]])[];

/** Two columns beside each other, without lines. */
function bareTable(
  { left, right }: { readonly left: number; readonly right: number },
  rows: Cells,
  above = 0,
): Table {
  const none = { style: BorderStyle.NONE, size: 0 } as const;
  const borders = { top: none, bottom: none, left: none, right: none } as const;
  const widths = [twips(left), twips(right)];
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: twips(left + right), type: WidthType.DXA },
    columnWidths: widths,
    borders: { ...borders, insideHorizontal: none, insideVertical: none },
    margins: { top: above, left: 0, right: 0, marginUnitType: WidthType.DXA },
    rows: rows.map(
      (cells) =>
        new TableRow({
          cantSplit: true,
          children: cells.map(
            (children, i) =>
              new TableCell({ borders, children, width: { size: widths[i] ?? 0, type: WidthType.DXA } }),
          ),
        }),
    ),
  });
}

/** Its head stands on every page, and no row is torn. */
export function peopleTable({ columns, rows }: PeopleTable): Table {
  const widths = columns.map(({ width }) => twips((textColumn * width) / 100));
  const row = (style: Style, cells: readonly string[], isHead = false) =>
    new TableRow({
      cantSplit: true,
      tableHeader: isHead,
      children: cells.map(
        (text, i) =>
          new TableCell({
            children: [line(style, text)],
            width: { size: widths[i] ?? 0, type: WidthType.DXA },
          }),
      ),
    });
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: twips(textColumn), type: WidthType.DXA },
    columnWidths: widths,
    margins: { left: 85, right: 85, top: 40, bottom: 40, marginUnitType: WidthType.DXA },
    rows: [
      row(
        'ColumnHead',
        columns.map(({ title }) => title),
        true,
      ),
      ...rows.map((cells) => row('Cell', cells)),
    ],
  });
}
