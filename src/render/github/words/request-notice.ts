/** The words for the number of a written notice that cannot be recorded (8.1). */
import type { RequestProblemArgs } from '../../../model/github/request.ts';
import type { Remark } from '../../../model/problems/remark.ts';
import { remarkWords } from '../../errors/remark.ts';
import type { Language, WordingTable, Words } from '../../text/wording.ts';

export type NoticeProblemCode = Extract<keyof RequestProblemArgs, 'notice-unknown' | 'notice-refused'>;

export const requestNoticeWords: WordingTable<Pick<RequestProblemArgs, NoticeProblemCode>> = {
  'notice-unknown': {
    vi: ({ id, organization }) => ({
      message: `"${organization}" không có việc tạm dừng nào làm thành thông báo mang mã ${id}`,
      hint: 'Mã là tám ký tự cuối của tên tệp. Đúng mã thì từ khi soạn, người trong thông báo đã đổi, hoặc việc tạm dừng chưa được ghi vào tệp: danhba notices list cho biết. Văn bản không phải thông báo tạm dừng thì ghi số bằng danhba notices record',
    }),
    en: ({ id, organization }) => ({
      message: `No suspensions of "${organization}" make a notice with the id ${id}`,
      hint: 'The id is the last eight signs of the name of the file. If it is right, the people of the notice have changed since it was drafted, or the files do not say yet that they are suspended: danhba notices list tells. The number of any other document is recorded by danhba notices record',
    }),
  },
  'notice-refused': {
    vi: ({ parts }) => wordsOf(parts, 'vi'),
    en: ({ parts }) => wordsOf(parts, 'en'),
  },
};

function wordsOf(parts: readonly Remark[], language: Language): Words {
  const words = parts.map((part) => remarkWords(part, language));
  const hints = new Set(words.map(({ hint }) => hint).filter((hint) => hint !== ''));
  return { message: words.map(({ message }) => message).join('; '), hint: [...hints].join('. ') };
}
