/** The cells all rows of the table of changes have: the deed with its count, and whose mailbox it is. */
import type { Names } from '../text/named.ts';
import type { Language } from '../text/wording.ts';
import { safe } from './safe.ts';
import { reviewWords } from './words/review.ts';

export interface TableOptions {
  readonly language: Language;
  readonly names: Names;
  /** Where only one organization is told of, the first line has named it. */
  readonly isOneOrganization: boolean;
  /** How many rows, and how many names of one row. */
  readonly shown: number;
}

/** So many names of one row: the rest is counted. */
const mostNames = 20;

export const deedCell = (deed: string, count: number): string =>
  count === 1 ? `**${deed}**` : `**${deed}**<br>${count}`;

/** Of several whom the same happens to. */
export function manyCell(
  same: readonly { readonly name: string; readonly id: string }[],
  { language, shown }: TableOptions,
): string {
  const told = same.slice(0, Math.min(mostNames, Math.max(1, shown)));
  const more = same.length - told.length;
  const text = told.map(({ name, id }) => `${safe(name)} (${safe(id)})`).join(', ');
  return more > 0 ? `${text}, ${reviewWords[language].more(more)}` : text;
}

interface One {
  readonly name: string;
  /** Where it has to be told. */
  readonly organization: string | undefined;
  /** A person's, or what stands in its place. */
  readonly id: string | undefined;
  readonly line: number | undefined;
}

export function oneCell({ name, organization, id, line }: One, { language }: TableOptions): string {
  const place = line === undefined ? undefined : reviewWords[language].line(line);
  const last = [id, place].filter((part) => part !== undefined).join(' · ');
  return [safe(name), organization === undefined ? '' : safe(organization), last]
    .filter((part) => part !== '')
    .join('<br>');
}
