// `npm run lab -- --story`: one mailbox from its issue to its end on the real three servers, told as it happens.

import type { Step } from './story-looks.ts';
import { enterScene, openStage, type Stage, type Watcher } from './story-stage.ts';
import { steps } from './story-steps.ts';

/**
 * Plays the whole story and tells it; true where every server answered as the story says. Whatever happens, and when
 * it is told to stop, nothing is left behind.
 *
 * @throws Error where a server does not start; Postfix needs root.
 */
export async function runStory(
  write: (text: string) => void,
  stop: AbortSignal,
  given: readonly Step[] = steps,
): Promise<boolean> {
  const stage = await openStage();
  const stopped = new Promise<boolean>((resolve) => {
    if (stop.aborted) resolve(false);
    stop.addEventListener('abort', () => resolve(false));
  });
  try {
    return await Promise.race([tellStory(stage, given, write), stopped]);
  } finally {
    await stage.close();
  }
}

async function tellStory(
  stage: Stage,
  given: readonly Step[],
  write: (text: string) => void,
): Promise<boolean> {
  for (const [index, { title, deed, play }] of given.entries()) {
    write(`\n${index + 1}. ${title.vi} / ${title.en}\n   ${deed.vi}.\n   ${deed.en}.\n`);
    try {
      await play(enterScene(stage, teller(write)));
    } catch (thrown) {
      const words = thrown instanceof Error ? thrown.message : String(thrown);
      write(`   ✗ ${words.replaceAll('\n', '\n     ')}\n`);
      return false;
    }
  }
  write(`\n✓ ${given.length} bước, đúng cả / steps, all as told\n`);
  return true;
}

const teller = (write: (text: string) => void): Watcher => ({
  command: (line, code) => write(`   $ ${line}  (${code})\n`),
  seen: (what, answer) => write(`   ✓ ${what}: ${answer}\n`),
});
