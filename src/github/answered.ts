/** Remembers on a pull request for which state of it our answer stands: whoever loses the machine loses nothing. */
import { readStickyComment, writeStickyComment } from './comments.ts';
import type { GitHub } from './open.ts';

const form = /^<!-- answered:([0-9a-f]{64}) -->$/;

/** The state the answer was written for; undefined where there is none, or its writing broke off. */
export async function readAnswered(github: GitHub, number: number): Promise<string | undefined> {
  const body = await readStickyComment(github, number, 'review');
  return form.exec(body?.split(/\r?\n/)[1] ?? '')?.[1];
}

/** Puts the state behind the mark of the answer with this text; @param state 64 hexadecimal digits. */
export async function writeAnswered(
  github: GitHub,
  number: number,
  text: string,
  state: string,
): Promise<void> {
  await writeStickyComment(github, number, 'review', `<!-- answered:${state} -->\n${text}`);
}
