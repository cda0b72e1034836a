/** The shape of the words of a remark: a text in each language, with a hole in braces for each fact it names. */
import type { Language } from '../text/wording.ts';

export interface RemarkWords extends Readonly<Record<Language, string>> {
  /** How to put it right; one text where it has no words of either language. */
  readonly hint?: string | Readonly<Record<Language, string>>;
}
