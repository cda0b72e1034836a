/** Knows the columns of a list by their headings, whatever their order, marks and capitals. */
import type { RequestField, RequestProblem } from '../../model/github/request.ts';
import { type ListKind, requestForms, rowFields } from '../questions.ts';
import { bare } from '../text.ts';

/** Which cell of a row says what. */
export interface Columns {
  readonly fields: ReadonlyMap<RequestField, number>;
  /** Where the family and middle names have a column of their own, before the given name. */
  readonly family: number | undefined;
  /** The headings nobody looks at, to be told. */
  readonly unused: readonly string[];
}

const names = ['ho va ten', 'ho ten', 'ten', 'ho va ten day du', 'ho ten day du', 'can bo', 'nguoi su dung'];
const ids = ['ma ca nhan', 'ma', 'ma nguoi', 'id'];
const families = new Set(['ho', 'ho dem', 'ho va dem', 'ho va ten dem', 'ho ten dem', 'ho lot']);
const numbers = new Set(['stt', 'tt', 'so tt', 'so thu tu', 'no', 'nr']);

/** Beside the labels of the form itself. */
const synonyms: Readonly<Partial<Record<RequestField, readonly string[]>>> = {
  organization: ['co quan', 'co quan don vi', 'ten co quan'],
  title: ['chuc vu', 'chuc danh', 'chuc vu chuc danh', 'chuc danh chuc vu'],
  unit: ['phong', 'bo phan', 'phong bo phan', 'phong ban', 'phong chuyen mon', 'phong ban bo phan'],
  phone: [
    'sdt',
    'so dien thoai',
    'dien thoai',
    'dien thoai co quan',
    'so dien thoai co quan',
    'sdt co quan',
    'so dt',
    'dt',
    'dt co quan',
  ],
  'person-id': ids,
  namesake: ['trung ten', 'cung ten', 'cung ho ten'],
  reason: ['ly do'],
  destination: ['chuyen den', 'noi den', 'noi chuyen den', 'co quan tiep nhan', 'don vi tiep nhan'],
  document: ['so quyet dinh', 'so van ban', 'so ky hieu', 'so qd', 'quyet dinh so'],
  date: ['ngay quyet dinh', 'ngay van ban', 'ngay qd'],
  effective: ['ngay lam viec cuoi cung', 'ngay lam viec cuoi'],
};

/** "Họ và tên (*)" is "ho va ten". */
const keyOf = (heading: string): string =>
  bare(heading)
    .replace(/\([^)]*\)/g, ' ')
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();

function fieldOf(kind: ListKind, heading: string): { field: RequestField; fresh: boolean } | undefined {
  const key = keyOf(heading);
  if (key === '') return undefined;
  const fresh = kind === 'change' && key.endsWith(' moi');
  const plain = fresh ? key.slice(0, -' moi'.length) : key;
  if (names.includes(plain)) return { field: kind === 'issue' || fresh ? 'name' : 'person', fresh };
  if (!fresh && ids.includes(plain)) return { field: 'person-id', fresh };
  const form = requestForms[kind];
  const field = rowFields[kind].find((one) => {
    const label = keyOf(form[one]?.label ?? '');
    return (one !== 'person' && label === key) || (synonyms[one] ?? []).includes(plain);
  });
  return field === undefined ? undefined : { field, fresh };
}

/** Undefined where the cells are no headings: a title above them, or a person. */
export function readHeadings(
  kind: ListKind,
  cells: readonly string[],
): Columns | { readonly problem: RequestProblem } | undefined {
  const fields = new Map<RequestField, number>();
  const fresh = new Set<RequestField>();
  const unused = new Map<number, string>();
  const family = cells.findIndex((cell) => families.has(keyOf(cell)));
  for (const [index, cell] of cells.entries()) {
    if (cell === '' || cell === '#' || numbers.has(keyOf(cell)) || index === family) continue;
    const found = fieldOf(kind, cell);
    const standing = found && fields.get(found.field);
    if (found === undefined) unused.set(index, cell);
    else if (standing === undefined) fields.set(found.field, index);
    // In a change what is there now may stand beside what is asked for.
    else if (found.fresh && !fresh.has(found.field)) {
      unused.set(standing, cells[standing] ?? '');
      fields.set(found.field, index);
    } else if (!found.fresh && fresh.has(found.field)) unused.set(index, cell);
    else return { problem: { code: 'table-heading-repeated', args: { field: found.field } } };
    if (found?.fresh) fresh.add(found.field);
  }
  const lead = rowFields[kind][0];
  if (!fields.has(lead) && !(kind !== 'issue' && fields.has('person-id'))) return undefined;
  return { fields, family: family < 0 ? undefined : family, unused: [...unused.values()] };
}
