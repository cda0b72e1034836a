/** Every problem code has its words; one that is forgotten does not compile. */
import type { ProblemArgs } from '../../../model/problems/problem.ts';
import type { Language, WordingTable } from '../../text/wording.ts';
import { authorityWords } from './authority.ts';
import { fileWords } from './files.ts';
import { formWords } from './form.ts';
import { namingWords } from './naming.ts';
import { ruleWords } from './rules.ts';
import { slipWords } from './slips.ts';

/** Where a problem is told without what would quote private data. */
export const hiddenValueWords = {
  vi: 'giá trị ở dòng này không đúng (không hiện ở đây vì là dữ liệu riêng)',
  en: 'the value of this line is wrong (not shown here: it is private)',
} as const satisfies Record<Language, string>;

export const problemWords: WordingTable<ProblemArgs> = {
  ...formWords,
  ...slipWords,
  ...fileWords,
  ...ruleWords,
  ...authorityWords,
  ...namingWords,
};
