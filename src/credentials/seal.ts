/** Seals a text with age so that only the holders of the recipients' keys can open it. */
import { ExpectedError } from '../model/problems/errors.ts';
import { maskSecrets } from '../model/text/secrets.ts';
import { loadAge } from './age.ts';

/**
 * The age file of a text. It opens with the identity of any one of the recipients (`age1…`). A recipient that age
 * refuses is an ExpectedError that names it: nobody is left out silently.
 */
export async function seal(text: string, recipients: readonly string[]): Promise<Uint8Array> {
  // Without a recipient age would make a file that nobody can ever open.
  if (recipients.length === 0) {
    throw new ExpectedError('recipient-missing', {});
  }
  const { Encrypter } = await loadAge();
  const encrypter = new Encrypter();
  for (const recipient of recipients) {
    await refuseUnusable(recipient);
    encrypter.addRecipient(recipient);
  }
  return await encrypter.encrypt(text);
}

/** Some keys are refused when they are read, others (points of small order) only when they are used. */
async function refuseUnusable(recipient: string): Promise<void> {
  const { Encrypter } = await loadAge();
  try {
    const probe = new Encrypter();
    probe.addRecipient(recipient);
    await probe.encrypt('');
  } catch (thrown) {
    const shown = maskSecrets(recipient);
    throw new ExpectedError('recipient-refused', { recipient: shown }, { cause: thrown });
  }
}
