/** Remembers on a pull request for which state of it our answer stands: a machine that is lost takes no state with it. */

import type { GitHub } from '../connect/open.ts';
import { readStickyComment, writeStickyComment } from '../talk/comments.ts';
import { readEdits } from '../talk/issue-comments.ts';

const form = /^<!-- answered:([0-9a-f]{64}) -->$/;

/**
 * The state the answer was written for; undefined where there is none, its writing broke off, or somebody has put other
 * words into it: everybody who may write to the repository can edit our comments too.
 */
export async function readAnswered(github: GitHub, number: number): Promise<string | undefined> {
  const comment = await readStickyComment(github, number, 'review');
  const state = form.exec(comment?.body.split(/\r?\n/)[1] ?? '')?.[1];
  if (comment === undefined || state === undefined) return undefined;
  const editor = (await readEdits(github, [comment.nodeId])).get(comment.nodeId)?.editor;
  return editor === 'us' || editor === 'nobody' ? state : undefined;
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
