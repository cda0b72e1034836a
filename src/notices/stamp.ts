/** What a document says it is: a notice's stamp as named properties, and read back from them. */
import { toldKey } from '../model/account/key.ts';
import { type NoticeReason, type NoticeStamp, noticeKinds } from '../model/notice.ts';
import { isCalendarDate } from '../model/time/date.ts';
import { markText, noticeId } from './id.ts';

/** Word keeps no longer value when it saves the document. */
const longestValue = 255;
const separator = '; ';

const reasons: ReadonlySet<string> = new Set<NoticeReason>([
  'inactivity',
  'violation',
  'retirement',
  'resignation',
  'transfer',
  'dismissal',
  'contract-end',
  'death',
  'removed',
  'dissolved',
  'request',
  'term',
  'retention',
]);

export interface Property {
  readonly name: string;
  readonly value: string;
}

/** `danhbaNoticeKeys`, and as many `danhbaNoticeKeys2`, `danhbaNoticeKeys3` as it takes, list whom it is about. */
export function propertiesOf({ id, kind, organization, drafted, marks }: NoticeStamp): readonly Property[] {
  return [
    { name: 'danhbaNotice', value: id },
    { name: 'danhbaNoticeKind', value: kind },
    { name: 'danhbaNoticeOrganization', value: organization },
    { name: 'danhbaNoticeDrafted', value: drafted },
    ...inValues(marks.map(markText)).map((value, i) => ({ name: keysName(i), value })),
  ];
}

const keysName = (index: number): string => `danhbaNoticeKeys${index === 0 ? '' : index + 1}`;

function inValues(texts: readonly string[]): readonly string[] {
  const values: string[] = [];
  for (const text of texts) {
    const last = values.at(-1);
    const longer = last === undefined ? text : `${last}${separator}${text}`;
    if (last === undefined || longer.length > longestValue) values.push(text);
    else values[values.length - 1] = longer;
  }
  return values;
}

/** Undefined of a document that is no notice of danhba's; `altered` where its parts do not make its id. */
export function parseStamp(properties: readonly Property[]): NoticeStamp | 'altered' | undefined {
  const values = new Map(properties.map(({ name, value }) => [name, value]));
  const id = values.get('danhbaNotice');
  if (id === undefined) return undefined;
  const kind = noticeKinds.find((one) => one === values.get('danhbaNoticeKind'));
  const organization = values.get('danhbaNoticeOrganization');
  const drafted = values.get('danhbaNoticeDrafted');
  const marks = parseMarks(values);
  if (kind === undefined || organization === undefined || marks === undefined) return 'altered';
  if (drafted === undefined || !isCalendarDate(drafted)) return 'altered';
  return noticeId({ kind, organization }, marks) === id
    ? { id, kind, organization, drafted, marks }
    : 'altered';
}

function parseMarks(values: ReadonlyMap<string, string>): NoticeStamp['marks'] | undefined {
  const texts: string[] = [];
  for (let i = 0; ; i += 1) {
    const value = values.get(keysName(i));
    if (value === undefined) break;
    texts.push(...value.split(separator));
  }
  const marks = texts.map((text) => {
    const [key = '', day = '', reason = '', ...more] = text.split(' ');
    const good = key !== '' && isCalendarDate(day) && reasons.has(reason) && more.length === 0;
    return good ? { key: toldKey(key), day, reason: reason as NoticeReason } : undefined;
  });
  return marks.every((mark) => mark !== undefined) ? marks : undefined;
}
