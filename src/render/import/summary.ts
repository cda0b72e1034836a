/** The last words of `danhba import`: what was made, what waits for people, and what comes next. */
import type { Arrivals } from '../../model/import/arrival.ts';
import type { ImportMap } from '../../model/import/import-map.ts';
import type { Made } from '../../model/import/made.ts';
import type { Language } from '../text/wording.ts';

/** What a suggested map has. */
interface SuggestedCounts {
  readonly organizations: number;
  readonly unsigned: number;
  readonly agencies: number;
  readonly services: number;
}

interface ImportWords {
  readonly suggested: (file: string, entries: number, counts: SuggestedCounts) => string;
  readonly done: (out: string, made: Made, arrivals: Arrivals) => string;
  /** A map of another list: what it names is not there. */
  readonly columnsMissing: (map: string, field: string, names: readonly string[]) => string;
}

export function countSuggested({ entries, organizations }: ImportMap): SuggestedCounts {
  const named = (role: 'agency' | 'service') =>
    entries.filter((one) => one.role === role).flatMap(({ when }) => when[0]?.values ?? []).length;
  return {
    organizations: organizations.length,
    unsigned: organizations.filter(({ signed }) => signed === false).length,
    agencies: named('agency'),
    services: named('service'),
  };
}

const errorsIn = ({ report }: Made): number =>
  report.problems.filter(({ problem }) => problem.severity === 'error').length;

export const importWords: Readonly<Record<Language, ImportWords>> = {
  vi: {
    suggested: (file, entries, { organizations, unsigned, agencies, services }) =>
      `Đã xem ${entries} mục và viết ${file}: ${organizations} cơ quan (${unsigned} đề xuất chờ ký), ${agencies} hộp thư cơ quan, ${services} dịch vụ.
Đọc, sửa, ký từng cơ quan, rồi chạy lại không có --suggest-map.
`,
    columnsMissing: (map, field, names) =>
      `cảnh báo: ${map}: fields.${field}: nguồn không có ${names.join(', ')}, nên không ai có điều này\n`,
    done: (out, made, { restoredZeros = 0 }) => {
      const { counts } = made.report;
      const zeros =
        restoredZeros === 0
          ? ''
          : `${restoredZeros} số điện thoại trong bảng bị mất số 0 ở đầu: đã thêm lại.\n`;
      const errors = errorsIn(made);
      const waits =
        counts.waiting === 0 && errors === 0
          ? 'Không còn gì chờ quyết định.'
          : `${counts.waiting} điều chờ quyết định (decisions.csv)${errors === 0 ? '' : `, ${errors} lỗi danhba check còn báo`}: ghi cột "answer" rồi chạy lại.`;
      return `Đã ghi ${out}: ${counts.people} người, ${counts.agencies} hộp thư cơ quan; ${made.files.size} tệp mới hoặc thay đổi. Địa chỉ đúng quy tắc: ${counts.byRule}.
${zeros}${waits} Chi tiết: import-report.md.
`;
    },
  },
  en: {
    suggested: (file, entries, { organizations, unsigned, agencies, services }) =>
      `Saw ${entries} entries and wrote ${file}: ${organizations} organizations (${unsigned} proposed, to be signed), ${agencies} agency mailboxes, ${services} services.
Read it, correct it, sign each organization, and run again without --suggest-map.
`,
    columnsMissing: (map, field, names) =>
      `warning: ${map}: fields.${field}: the source has no ${names.join(', ')}, so nobody has any\n`,
    done: (out, made, { restoredZeros = 0 }) => {
      const { counts } = made.report;
      const zeros =
        restoredZeros === 0
          ? ''
          : `${restoredZeros} telephone numbers of the table had lost their first zero: it is there again.\n`;
      const errors = errorsIn(made);
      const waits =
        counts.waiting === 0 && errors === 0
          ? 'Nothing waits to be decided.'
          : `${counts.waiting} decisions wait (decisions.csv)${errors === 0 ? '' : `, danhba check still finds ${errors} errors`}: fill the column "answer", and run again.`;
      return `Wrote ${out}: ${counts.people} people, ${counts.agencies} agency mailboxes; ${made.files.size} files are new or changed. Addresses as the rules give them: ${counts.byRule}.
${zeros}${waits} Details: import-report.md.
`;
    },
  },
};
