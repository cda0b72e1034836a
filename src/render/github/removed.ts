/** Who was deleted from a file, as what it is: whose mailbox would end, and the lines to write instead. */
import type { Asking, RemovedPerson } from '../../model/github/review.ts';
import { dateText } from '../text/dates.ts';
import { organizationName } from '../text/named.ts';
import type { Language } from '../text/wording.ts';
import { safe } from './safe.ts';
import { reviewWords } from './words/review.ts';

export function removedLines(
  removed: readonly RemovedPerson[],
  names: Asking['names'],
  language: Language,
  shown: number,
): readonly string[] {
  if (removed.length === 0) return [];
  const words = reviewWords[language];
  const rest = removed.length - shown;
  const people = removed.slice(0, shown).map(({ id, name, organization, due }) => {
    const ends = due === undefined ? '' : `: ${words.removedEnds(dateText(due, language))}`;
    return `- **${safe(name)}** (${safe(id)}), ${safe(organizationName(names, organization))}${ends}`;
  });
  return [
    '',
    ...people,
    ...(rest > 0 ? [`- ${words.more(rest)}`] : []),
    '',
    `${words.removedLines}:`,
    '',
    '```yaml',
    '    termination:',
    '      reason: retirement',
    `      document: ${words.document}`,
    `      decided: ${words.day}`,
    '```',
    '',
    words.reasons,
  ];
}
