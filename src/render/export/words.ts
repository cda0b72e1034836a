/** The words of what `danhba export` writes, and of what it says of it. */
import type { PublicationAudience } from '../../model/publish/published.ts';
import { visible } from '../text/escape.ts';
import type { Language } from '../text/wording.ts';

export const exportWords = {
  vi: {
    kind: 'Loại',
    agency: 'Cơ quan',
    person: 'Cá nhân',
    id: 'Mã cơ quan',
    people: 'Cá nhân',
    agencies: 'Cơ quan',
    count: 'Số người',
    late: (due: string) => `hạn ${due}`,
    calendar: (province: string) => `Hạn thư điện tử công vụ ${province}`,
  },
  en: {
    kind: 'Kind',
    agency: 'Agency',
    person: 'Person',
    id: 'Id of the organization',
    people: 'People',
    agencies: 'Organizations',
    count: 'People',
    late: (due: string) => `due ${due}`,
    calendar: (province: string) => `Official mailboxes of ${province}: what is due`,
  },
} as const satisfies Record<Language, unknown>;

interface Written {
  readonly audience: PublicationAudience;
  readonly count: number;
  readonly file: string;
}

const endings = {
  vi: ({ audience, count, file }: Written) =>
    `Đã ghi ${count} địa chỉ vào ${file} (${audience === 'public' ? 'phần công khai' : 'nội bộ: không đăng ra ngoài'}).\n`,
  en: ({ audience, count, file }: Written) =>
    `${count} addresses are written to ${file} (${audience === 'public' ? 'what everybody may see' : 'internal: not to be published'}).\n`,
} as const satisfies Record<Language, (written: Written) => string>;

export const renderExported = (written: Written, language: Language): string =>
  endings[language]({ ...written, file: visible(written.file) });

const calendarEndings = {
  vi: (count: number, file: string) => `Đã ghi ${count} hạn vào ${file} (nội bộ: không đăng ra ngoài).\n`,
  en: (count: number, file: string) =>
    `${count} due dates are written to ${file} (internal: not to be published).\n`,
} as const satisfies Record<Language, (count: number, file: string) => string>;

export const renderCalendarWritten = (count: number, file: string, language: Language): string =>
  calendarEndings[language](count, visible(file));
