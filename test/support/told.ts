/** What a user is told of an error, in English: its code, its words, and how to put it right. */
import { ExpectedError } from '../../src/model/problems/errors.ts';
import { remarkWords } from '../../src/render/errors/remark.ts';

export function wordsOfError(thrown: unknown) {
  if (!(thrown instanceof ExpectedError)) throw thrown;
  return { code: thrown.code, ...remarkWords(thrown.remark, 'en') };
}

/** Rejects where nothing, or another error, was thrown. */
export async function told(work: Promise<unknown>) {
  const done = Symbol('done');
  const came = await work.then(
    () => done,
    (thrown: unknown) => thrown,
  );
  if (came === done) throw new Error('nothing was thrown');
  return wordsOfError(came);
}
