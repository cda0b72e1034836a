/** What is told where an adoption cannot be done, or undone, by the file at hand. */
import type { RemarkWords } from './remark-words.ts';

const again = {
  vi: 'Nhập lại bằng danhba import để có tệp mới',
  en: 'Run danhba import again for a new one',
};

export const adoptErrors = {
  'adoption-file.form': {
    vi: 'không đọc được tệp tiếp nhận:\n{problems}',
    en: 'the file of the adoption cannot be used:\n{problems}',
    hint: again,
  },
  'adoption-file.other': {
    vi: 'tệp tiếp nhận của nơi khác: {found}; policy.yaml ghi {policy}',
    en: 'the adoption is of another place: {found}; policy.yaml says {policy}',
    hint: again,
  },
  'adoption-file.twice': {
    vi: '{what} đã ghi ở dòng {before}; không ai được tiếp nhận hai lần',
    en: '{what} stands in line {before} already; nobody is adopted twice',
    hint: { vi: 'Bỏ một trong hai', en: 'Take one of them out' },
  },
  'adoption-undo.broken': {
    vi: 'dòng này không phải bản ghi của một lần tiếp nhận',
    en: 'this line is no record of an adoption',
    hint: {
      vi: 'Dùng đúng tệp .undo.jsonl mà apply --adopt đã ghi, chưa ai sửa',
      en: 'Take the .undo.jsonl file that apply --adopt wrote, as it wrote it',
    },
  },
  'adoption-undo.missing': {
    vi: 'không có bản ghi này: chưa tiếp nhận gì theo tệp, hoặc bản ghi ở nơi khác',
    en: 'there is no such record: nothing was adopted by this file, or the record lies elsewhere',
    hint: {
      vi: 'Bản ghi nằm cạnh tệp tiếp nhận: adoption.undo.jsonl',
      en: 'The record lies beside the file of the adoption: adoption.undo.jsonl',
    },
  },
  'adoption-undo.option': {
    vi: 'cần --undo và tên tệp; tiếp nhận thì dùng danhba apply --adopt',
    en: 'needs --undo and a file; to adopt, danhba apply --adopt',
    hint: 'danhba adopt --undo adoption.yaml',
  },
} as const satisfies Record<string, RemarkWords>;
