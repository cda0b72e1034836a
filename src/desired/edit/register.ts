/** Edits the text of the operator's register of notices: a line more, or the day of a copy; every other byte stays. */
import { isMap, isSeq } from 'yaml';
import type { NoticeRecord } from '../../model/directory/notice-record.ts';
import type { CalendarDate } from '../../model/directory/organization.ts';
import { canonicalJson } from '../../model/text/json.ts';
import { composeYaml } from '../read/compose-yaml.ts';
import { parseYaml } from '../read/parse-yaml.ts';
import { splice, unknownStyle } from './places.ts';
import { insertEntry } from './splice.ts';
import { isList, type Writable, writeItem } from './write.ts';

/** Says nothing where the text is written in a way that an edit could not keep. */
type Edited = { readonly text: string } | { readonly refusal: 'style' };

const head = `# yaml-language-server: $schema=../schemas/notices.schema.json
# Sổ văn bản đã gửi: danhba notices record ghi vào đây. Thông báo tạm dừng ghi ở suspension.notice của từng người.

`;

const keys = [
  'kind',
  'organization',
  'people',
  'document',
  'date',
  'copied',
  'id',
] as const satisfies (keyof NoticeRecord)[];

/** Without a text the file begins. */
export function appendNotice(text: string | undefined, record: NoticeRecord): Edited {
  const before = text ?? head;
  const known = listIn(before);
  const entries = keys.flatMap((key) => (record[key] === undefined ? [] : [[key, record[key]] as const]));
  const item = Object.fromEntries(entries) as Record<string, Writable>;
  if (known === undefined) return { refusal: 'style' };
  const lineEnd = before.includes('\r\n') ? '\r\n' : '\n';
  const apart = before === '' || before.endsWith('\n') ? '' : lineEnd;
  const written =
    before +
    apart +
    writeItem(item, 1, 2)
      .map((line) => line + lineEnd)
      .join('');
  return isSame(listIn(written), [...known, item]) ? { text: written } : { refusal: 'style' };
}

/** 8.1: the day the copy of one of its notices went to the superior body. */
export function writeCopied(text: string, index: number, day: CalendarDate): Edited {
  const { document, errors } = composeYaml(text);
  const known = listIn(text);
  if (document === undefined || errors.length > 0 || known === undefined) return { refusal: 'style' };
  const item = isSeq(document.contents) ? document.contents.items[index] : undefined;
  if (!isMap(item)) return { refusal: 'style' };
  try {
    const written = splice(text, insertEntry(text, item, ['copied', day], keys, 2));
    const wanted = known.map((item, at) => (at === index ? { ...(item as object), copied: day } : item));
    return isSame(listIn(written), wanted) ? { text: written } : { refusal: 'style' };
  } catch (thrown) {
    if (thrown === unknownStyle) return { refusal: 'style' };
    throw thrown;
  }
}

/** Nothing but comments is an empty register; undefined where it is no list. */
function listIn(text: string): readonly unknown[] | undefined {
  const { value, problems } = parseYaml('', text);
  if (problems.length > 0) return undefined;
  if (value === undefined || value === null) return [];
  return isList(value) ? value : undefined;
}

const isSame = (a: unknown, b: unknown): boolean => canonicalJson(a) === canonicalJson(b);
