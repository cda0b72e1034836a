/** Tells which written notices are missing, which wait for a number, and which are recorded: text, Markdown, JSON. */
import {
  isOpen,
  lacksCopy,
  type NoticeRow,
  type NoticeStatus,
  noticeStatuses,
} from '../../model/notice-row.ts';
import { dateText } from '../text/dates.ts';
import { markdown, visible } from '../text/escape.ts';
import type { Audience, Language } from '../text/wording.ts';
import { noticeKindWords } from './words/kinds.ts';

export interface NoticeList {
  readonly today: string;
  readonly rows: readonly NoticeRow[];
  /** What an organization is called. */
  readonly nameOf: (organization: string) => string;
}

const statusWords = {
  missing: { vi: 'Chưa có thông báo', en: 'No notice yet' },
  waiting: { vi: 'Đã soạn, chờ số', en: 'Drafted, waiting for a number' },
  changed: {
    vi: 'Dự thảo không còn đúng, soạn lại',
    en: 'Drafts that are no longer right, to be drafted again',
  },
  recorded: { vi: 'Đã ghi số', en: 'Recorded' },
  copied: { vi: 'Đã ghi số, đã gửi cơ quan cấp trên', en: 'Recorded, and the copy sent' },
} as const satisfies Record<NoticeStatus, Readonly<Record<Language, string>>>;

const words = {
  vi: {
    people: (count: number) => `${count} hộp thư`,
    since: (day: string, days: number) => `từ ${day}, ${days} ngày`,
    noCopy: 'chưa gửi cơ quan cấp trên (8.1)',
    none: 'Không có văn bản thông báo nào.',
    draft: 'Soạn: danhba notices draft --out THƯ-MỤC',
    record: 'Có số rồi thì: danhba notices record --document SỐ --date NGÀY TỆP',
    more: (count: number) => `và ${count} mục nữa`,
    section: 'Văn bản thông báo cần xử lý',
  },
  en: {
    people: (count: number) => (count === 1 ? '1 mailbox' : `${count} mailboxes`),
    since: (day: string, days: number) => `since ${day}, ${days === 1 ? '1 day' : `${days} days`}`,
    noCopy: 'its copy was not sent to the superior body (8.1)',
    none: 'There are no written notices.',
    draft: 'To draft them: danhba notices draft --out DIR',
    record: 'With a number: danhba notices record --document NUMBER --date DATE FILE',
    more: (count: number) => `and ${count} more`,
    section: 'Written notices to see to',
  },
} as const satisfies Record<Language, object>;

export function renderNoticesJson({ today, rows }: NoticeList): string {
  const counts = Object.fromEntries(
    noticeStatuses.map((status) => [status, rows.filter((row) => row.status === status).length]),
  );
  return `${JSON.stringify({ today, counts, rows }, null, 2)}\n`;
}

export function renderNoticesText(list: NoticeList, language: Language): string {
  const told = words[language];
  const lines = noticeStatuses.flatMap((status) => {
    const rows = list.rows.filter((row) => row.status === status);
    if (rows.length === 0) return [];
    const title = `${statusWords[status][language]} [${status}]: ${rows.length}`;
    const items = rows.map((row) => `  ${visible(rowText(row, list, language))}`);
    const next = status === 'missing' ? [told.draft] : status === 'waiting' ? [told.record] : [];
    return [title, ...items, ...next.map((one) => `  = ${one}`), ''];
  });
  return lines.length === 0 ? `${told.none}\n` : `${lines.join('\n').trimEnd()}\n`;
}

export function renderNoticesMarkdown(list: NoticeList, language: Language): string {
  const sections = noticeStatuses.flatMap((status) => {
    const rows = list.rows.filter((row) => row.status === status);
    if (rows.length === 0) return [];
    const items = rows.map((row) => `- ${markdown(rowText(row, list, language, 'everybody'))}`);
    return ['', `## ${statusWords[status][language]}: ${rows.length}`, '', ...items];
  });
  const title = `# danhba notices list · ${list.today}`;
  return `${[title, ...(sections.length === 0 ? ['', words[language].none] : sections)].join('\n')}\n`;
}

/** What somebody has to see to, for the page of a run; nothing where there is nothing. */
export function renderOpenNotices(list: NoticeList, language: Language, limit: number): readonly string[] {
  const open = list.rows.filter(isOpen);
  if (open.length === 0) return [];
  const items = open
    .slice(0, limit)
    .map(
      (row) =>
        `- ${markdown(`${statusWords[row.status][language]}: ${rowText(row, list, language, 'everybody')}`)}`,
    );
  const more = open.length > limit ? [`- ${words[language].more(open.length - limit)}`] : [];
  return ['', `## ${words[language].section}: ${open.length}`, '', ...items, ...more];
}

/** In Markdown, which leaves the desk, a document has its day and not its number. */
function rowText(
  row: NoticeRow,
  { nameOf }: NoticeList,
  language: Language,
  audience: Audience = 'desk',
): string {
  const { kind, organization, people, since, days = 0, file, document, date, copied } = row;
  const told = words[language];
  const number =
    document === undefined || date === undefined
      ? []
      : [...(audience === 'desk' ? [document] : []), dateText(date, language)];
  return [
    noticeKindWords[kind][language],
    `${nameOf(organization)} (${organization})`,
    told.people(people.length),
    ...(number.length === 0 ? [] : [number.join(', ')]),
    ...(since === undefined ? [] : [told.since(dateText(since, language), days)]),
    ...(copied === undefined ? [] : [dateText(copied, language)]),
    ...(lacksCopy(row) ? [told.noCopy] : []),
    ...(file === undefined ? [] : [file]),
  ].join(' · ');
}
