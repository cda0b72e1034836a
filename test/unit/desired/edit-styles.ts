/** Organization files as people write them: in blocks and brackets, with quotes, comments and blank lines anywhere. */
import fc from 'fast-check';

export interface Variant {
  readonly style: 'block' | 'dash-alone' | 'brackets' | 'brackets-in-lines';
  readonly quoteKeys: boolean;
  readonly quote: '' | '"' | "'";
  readonly title: boolean;
  readonly absence: '' | 'block' | 'brackets';
  readonly comments: boolean;
  readonly blank: boolean;
}

export const variants: fc.Arbitrary<Variant> = fc.record({
  style: fc.constantFrom('block', 'dash-alone', 'brackets', 'brackets-in-lines'),
  quoteKeys: fc.boolean(),
  quote: fc.constantFrom('', '"', "'"),
  title: fc.boolean(),
  absence: fc.constantFrom('', 'block', 'brackets'),
  comments: fc.boolean(),
  blank: fc.boolean(),
});

export interface StyledFile {
  readonly people: readonly Variant[];
  readonly lineEnd: string;
  readonly mark: string;
  /** After the last character of the last person. */
  readonly ending: string;
}

/** People are LC-0, LC-1, … */
export function styled({ people, lineEnd, mark, ending }: StyledFile): string {
  const head = ['# đầu tệp', 'id: soa', '', 'name: Sở Y tế # của tổ chức', 'people: # danh sách'];
  const lines = [...head, ...people.flatMap((variant, index) => personLines(variant, `LC-${index}`))];
  return mark + (lines.join('\n') + ending).replaceAll('\n', lineEnd);
}

function personLines(variant: Variant, id: string): string[] {
  const lines = variant.style.startsWith('brackets') ? inBrackets(variant, id) : inBlock(variant, id);
  const above = variant.comments ? [`# trên ${id}`, `  # trên ${id}, thụt vào`] : [];
  return [...(variant.blank ? ['', '  '] : []), ...above, ...lines];
}

function entriesOf({ quoteKeys, quote, title, absence }: Variant, id: string): [string, string][] {
  const key = (name: string) => (quoteKeys ? `"${name}"` : name);
  const entries: [string, string][] = [
    [key('id'), id],
    [key('name'), `${quote}Nguyễn Văn An${quote}`],
  ];
  if (title) entries.push([key('title'), `${quote}Chuyên viên${quote}`]);
  if (absence !== '') entries.push([key('absence'), '{until: 2026-01-01, reason: "ốm"}']);
  return entries;
}

function inBrackets(variant: Variant, id: string): string[] {
  const entries = entriesOf(variant, id).map(([key, value]) => `${key}: ${value}`);
  const comment = variant.comments ? ` # của ${id}` : '';
  if (variant.style === 'brackets') return [`  - {${entries.join(', ')}}${comment}`];
  const lines = entries.map((entry) => `      ${entry},${comment}`);
  return [`  - {${comment}`, ...lines, `    }${comment}`];
}

function inBlock(variant: Variant, id: string): string[] {
  const comment = variant.comments ? ` # của ${id}` : '';
  const lines = entriesOf(variant, id).flatMap(([key, value], index) => {
    const nested =
      value.startsWith('{') && variant.absence === 'block'
        ? [
            `${key}:${comment}`,
            '  until: 2026-01-01',
            ...(variant.comments ? [`  # của ${id}, trong`] : []),
            '  reason: "ốm"',
          ]
        : [`${key}: ${value}${comment}`];
    return variant.blank && index > 0 ? ['', ...nested] : nested;
  });
  const below = lines.map((line) => (line === '' ? '' : `    ${line}`));
  if (variant.style === 'dash-alone') return [`  -${comment}`, ...below];
  const [first = '', ...others] = lines;
  return [`  - ${first}`, ...others.map((line) => (line === '' ? '' : `    ${line}`))];
}
