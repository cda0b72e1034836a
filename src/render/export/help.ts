/** What --help says and shows of `danhba export`. */
import type { Example } from '../examples.ts';

export const exportHelp = {
  vi: 'danh bạ cho Excel, Thunderbird, Outlook, điện thoại',
  en: 'the directory for Excel, Thunderbird, Outlook, telephones',
} as const;

export const exportOptionHelp = {
  'export --out': {
    vi: 'ghi ra tệp (vcard21: thư mục) thay vì stdout',
    en: 'write to a file (vcard21: a folder), not to stdout',
  },
} as const;

export const exportExamples: Readonly<Record<string, readonly Example[]>> = {
  export: [
    {
      line: 'danhba export --format xlsx --out danh-ba.xlsx',
      vi: 'mở bằng Excel',
      en: 'to open with Excel',
    },
    {
      line: 'danhba export --format vcard --organization sotttt --out sotttt.vcf',
      vi: 'danh thiếp của một tổ chức, cho Thunderbird và điện thoại',
      en: 'the cards of one organization, for Thunderbird and telephones',
    },
    {
      line: 'danhba export --format ics --audience internal --out han.ics',
      vi: 'các hạn, để đưa vào lịch',
      en: 'what is due, for a calendar',
    },
  ],
};
