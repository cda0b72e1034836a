/** What `danhba publish` says it has written. */
import type { Published } from '../../model/publish/published.ts';
import { visible } from '../text/escape.ts';
import type { Language } from '../text/wording.ts';

interface Ending {
  readonly published: Published;
  readonly files: number;
  readonly folder: string;
  /** Whether the server was asked who is active. */
  readonly withStates: boolean;
}

export function renderPublished(
  { published, files, folder, withStates }: Ending,
  language: Language,
): string {
  const all = [...published.organizations.values()];
  const people = all.reduce((sum, one) => sum + one.people.length, 0);
  return words[language]({
    ...published,
    organizationCount: all.length,
    people,
    files,
    folder: visible(folder),
    withStates,
  });
}

/** Of a run that ended before its time. */
export const renderLeft = (folder: string, language: Language): string =>
  language === 'vi'
    ? `Không đăng danh bạ: ${visible(folder)} giữ như trước.\n`
    : `The directory is not published: ${visible(folder)} stays as it was.\n`;

interface Facts extends Pick<Published, 'audience'> {
  readonly organizationCount: number;
  readonly people: number;
  readonly files: number;
  readonly folder: string;
  readonly withStates: boolean;
}

/** Said where no server was asked. */
export const filesAlone = {
  vi: 'Chưa hỏi máy chủ LDAP: ai đang hoạt động là theo các tệp.\n',
  en: 'No LDAP server was asked: who is active is as the files say.\n',
} as const satisfies Record<Language, string>;

const words = {
  vi: ({ audience, organizationCount, people, files, folder, withStates }: Facts) =>
    `Đã ghi danh bạ ${audience === 'public' ? 'công khai' : 'nội bộ'} vào ${folder}: ${organizationCount} cơ quan, ${people} người, ${files} tệp. Mở ${folder}/index.html để xem.\n${
      withStates ? '' : filesAlone.vi
    }`,
  en: ({ audience, organizationCount, people, files, folder, withStates }: Facts) =>
    `The ${audience} directory is written to ${folder}: ${organizationCount} organizations, ${people} people, ${files} files. Open ${folder}/index.html to look at it.\n${
      withStates ? '' : filesAlone.en
    }`,
} as const satisfies Record<Language, (facts: Facts) => string>;
