/** Every problem code has its words; one that is forgotten does not compile. */
import type { ProblemArgs } from '../../model/problem.ts';
import type { WordingTable } from '../wording.ts';
import { authorityWords } from './authority.ts';
import { formWords } from './form.ts';
import { namingWords } from './naming.ts';
import { ruleWords } from './rules.ts';

export const problemWords: WordingTable<ProblemArgs> = {
  ...formWords,
  ...ruleWords,
  ...authorityWords,
  ...namingWords,
};
