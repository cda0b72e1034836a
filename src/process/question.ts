/** Asks whoever sits at the terminal; where nobody does, on either side, there is nobody to ask. */
import { setTimeout as sleep } from 'node:timers/promises';

/** What was typed; undefined where the question was left (Ctrl-C, Ctrl-D, a terminal that is gone). */
export type Ask = (question: string) => Promise<string | undefined>;

export function openQuestions(input: NodeJS.ReadStream, output: NodeJS.WriteStream): Ask | undefined {
  if (input.isTTY !== true || output.isTTY !== true) return undefined;
  return async (question) => {
    // Hardly a run asks, and every run would load it.
    const { createInterface } = await import('node:readline/promises');
    await dropTypedAhead(input);
    const lines = createInterface({ input, output });
    try {
      return await new Promise<string | undefined>((resolve, reject) => {
        // Without these the process would end in the middle, and the lease with it stay behind.
        lines.once('SIGINT', () => lines.close());
        lines.once('close', () => resolve(undefined));
        lines.question(question).then(resolve, reject);
      });
    } finally {
      lines.close();
    }
  };
}

/** Milliseconds: what lies in the terminal's buffer comes at once. */
const settling = 50;

/** What was typed before the question was there answers something else. */
async function dropTypedAhead(input: NodeJS.ReadStream): Promise<void> {
  const drop = () => {};
  input.on('data', drop);
  await sleep(settling);
  input.off('data', drop);
  input.pause();
}
