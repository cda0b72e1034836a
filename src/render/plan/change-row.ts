/** One change as a row of Markdown that everybody may read: without private fields and documents. */
import type { Change } from '../../model/plan/plan.ts';
import type { Language } from '../text/wording.ts';
import { addressOf, fieldLines, nameOf, whyText } from './lines.ts';
import { organizationOf } from './summary.ts';
import { kindWords } from './words/plan.ts';

/** `safe` makes text of others harmless in Markdown. */
export function changeRow(change: Change, language: Language, safe: (text: string) => string): string {
  const address = addressOf(change);
  const fields = fieldLines(change, language, 'everybody').map(
    ({ label, from, to }) => `${label}: ${safe(from)} → ${safe(to)}`,
  );
  const cells = [
    kindWords[change.kind][language],
    `${safe(nameOf(change))}${address === undefined ? '' : `<br>${safe(address)}`}`,
    safe(organizationOf(change)),
    fields.join('<br>'),
    safe(whyText(change, language, 'everybody')),
  ];
  return `| ${cells.join(' | ')} |`;
}
