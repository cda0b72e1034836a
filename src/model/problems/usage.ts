/** What was typed and is no command, option or value of danhba. */
import type { Remark } from './remark.ts';

interface Misuse {
  readonly word: string;
  readonly near?: Remark;
}

export interface UsageErrorFacts {
  'usage.argument': Misuse;
  'usage.command': Misuse;
  'usage.excess': Misuse;
  'usage.missing': Misuse;
  'usage.option': Misuse;
  'usage.value': Misuse;
}
