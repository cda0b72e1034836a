/** Reads one part of the settings, or tells why the token sees none of it; other failures end the reading. */

import type { Seen } from '../../model/github/repository-settings.ts';
import { ExpectedError } from '../../model/problems/errors.ts';
import { isCode } from '../connect/refusal.ts';

/** @throws ExpectedError where GitHub does not serve, or the token is not valid: then nothing was looked at. */
export async function see<T>(read: () => Promise<T>): Promise<Seen<T>> {
  try {
    return { seen: true, value: await read() };
  } catch (thrown) {
    if (isCode(thrown, 'github-plan')) return { seen: false, reason: 'plan' };
    // GitHub hides what may not be seen behind 404, and refuses a filter only owners may use with 422.
    const hidden = ['github-rights', 'github-missing', 'github-refused'];
    if (thrown instanceof ExpectedError && hidden.includes(thrown.code)) {
      return { seen: false, reason: 'rights' };
    }
    throw thrown;
  }
}

/** As `see`; what GitHub says is not there is `undefined`, and seen. */
export async function seeOrNone<T>(
  read: () => Promise<T>,
  none: 'github-missing' | 'github-unprotected',
): Promise<Seen<T | undefined>> {
  return await see(async () => {
    try {
      return await read();
    } catch (thrown) {
      if (isCode(thrown, none)) return undefined;
      throw thrown;
    }
  });
}
