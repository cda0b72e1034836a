/** What the commit and the pull request of a form say of it: whose form it is, and the document behind it. */
import type { Decision } from '../../model/directory/organization.ts';
import { trailerLines, type WrittenTrailers, withoutCalls } from '../../model/github/form-trailers.ts';
import { dateText } from '../text/dates.ts';
import { markdown, visible } from '../text/escape.ts';

/** "15/UBND-VP ngày 20/11/2026" */
const basisWords = (document: string, date: string): string => `${document} ngày ${dateText(date, 'vi')}`;

/** The title, one line in words, and the lines programs read. */
export function requestMessage(title: string, { basis, issue }: WrittenTrailers): string {
  const words =
    basis === undefined ? '' : `Căn cứ: ${basisWords(visible(withoutCalls(basis.document)), basis.date)}, `;
  const told = `${words}theo phiếu #${issue}.`;
  return `${title}\n\n${told[0]?.toUpperCase()}${told.slice(1)}\n\n${trailerLines({ basis, issue })}`;
}

/** The same lines once more, in a block where nothing is markup: a squash may take them from here. */
export function requestBody(
  { number, author }: { readonly number: number; readonly author: string },
  basis: Decision | undefined,
): string {
  // The login without its sign calls nobody.
  return [
    `Theo phiếu #${number} của ${author}.`,
    '',
    ...(basis === undefined
      ? []
      : [`Căn cứ: ${basisWords(markdown(withoutCalls(basis.document)), basis.date)}.`, '']),
    '```',
    trailerLines({ basis, issue: number }),
    '```',
    '',
  ].join('\n');
}
