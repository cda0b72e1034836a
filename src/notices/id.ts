/** What a notice is known by: the same acts of the same people, in whatever order, are the same notice. */
import { createHash } from 'node:crypto';
import type { Notice, NoticeMark } from '../model/notice.ts';

const idLength = 32;

export function noticeId(
  { kind, organization }: Pick<Notice, 'kind' | 'organization'>,
  marks: readonly NoticeMark[],
): string {
  const lines = [kind, organization, ...marks.map(markText).toSorted()];
  return createHash('sha256').update(lines.join('\n')).digest('hex').slice(0, idLength);
}

/** One act as a line; no part of it has a space in it. */
export const markText = ({ key, day, reason }: NoticeMark): string => `${key} ${day} ${reason}`;
