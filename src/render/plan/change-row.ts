/** One change as a row of Markdown that everybody may read: without private fields and documents. */
import type { Change } from '../../model/plan/plan.ts';
import { type Names, namedGroup, namedLine, organizationName } from '../text/named.ts';
import type { Language } from '../text/wording.ts';
import { addressOf, fieldLines, nameOf, whyText } from './lines.ts';
import { organizationOf } from './summary.ts';
import { kindWords } from './words/plan.ts';

/** `safe` makes text of others harmless in Markdown. */
export function changeRow(
  change: Change,
  { language, names }: { readonly language: Language; readonly names: Names },
  safe: (text: string) => string,
): string {
  const address = addressOf(change);
  const fields = fieldLines(change, language, 'everybody').map((line) => {
    const { label, from, to } = namedLine(line, names);
    return `${label}: ${safe(from)} → ${safe(to)}`;
  });
  const { group, ...why } = change.why;
  const named = group === undefined ? why : { ...why, group: namedGroup(group, names) };
  const cells = [
    kindWords[change.kind][language],
    `${safe(nameOf(change))}${address === undefined ? '' : `<br>${safe(address)}`}`,
    safe(organizationName(names, organizationOf(change))),
    fields.join('<br>'),
    safe(whyText({ why: named }, language, 'everybody')),
  ];
  return `| ${cells.join(' | ')} |`;
}
