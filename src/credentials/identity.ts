/** The age identities of those who open sealed files: makes a new one, reads those of a file. */
import { open, readFile, rm } from 'node:fs/promises';
import { ExpectedError } from '../model/problems/errors.ts';
import { loadAge } from './age.ts';

/**
 * Makes an identity and writes it to a new file that only its owner can read, in the form of `age-keygen`; returns the
 * public key, the recipient. A file that is there is never overwritten: what was sealed for it could not be opened.
 */
export async function makeIdentityFile(file: string, now: Date): Promise<string> {
  const { generateX25519Identity, identityToRecipient } = await loadAge();
  const identity = await generateX25519Identity();
  const recipient = await identityToRecipient(identity);
  const created = `${now.toISOString().slice(0, 19)}Z`;
  try {
    const handle = await open(file, 'wx', 0o600);
    try {
      await handle.writeFile(`# created: ${created}\n# public key: ${recipient}\n${identity}\n`);
      await handle.sync();
    } catch (thrown) {
      await rm(file, { force: true });
      throw thrown;
    } finally {
      await handle.close();
    }
  } catch (thrown) {
    const { code = String(thrown) } = thrown as NodeJS.ErrnoException;
    throw code === 'EEXIST'
      ? new ExpectedError('identity-exists', { at: file }, { cause: thrown })
      : new ExpectedError('identity-unwritable', { at: file, cause: code }, { cause: thrown });
  }
  return recipient;
}

/** The identities of a file, one a line; empty lines and lines with "#" are passed over. Nothing of it is ever told. */
export async function readIdentityFile(file: string): Promise<readonly string[]> {
  let text: string;
  try {
    text = await readFile(file, 'utf8');
  } catch (thrown) {
    const { code = String(thrown) } = thrown as NodeJS.ErrnoException;
    throw new ExpectedError('identity-unreadable', { at: file, cause: code }, { cause: thrown });
  }
  const lines = text.split(/\r?\n/).map((line) => line.trim());
  const identities = lines.filter((line) => line !== '' && !line.startsWith('#'));
  if (identities.length === 0) throw invalid(file, text);
  for (const identity of identities) {
    if (!(await isIdentity(identity))) {
      const line = lines.indexOf(identity) + 1;
      throw invalid(file, text, line);
    }
  }
  return identities;
}

/** A key of a hardware token or a passphrase is age's own business, and its command line tool opens those. */
function invalid(at: string, text: string, line?: number): ExpectedError {
  // What Notepad's "Unicode" and PowerShell's > write.
  if (/^\ufeff|[\0\ufffd]/.test(text)) return new ExpectedError('identity-invalid.encoding', { at });
  if (/^age-encryption\.org\/|^-----BEGIN AGE/.test(text)) {
    return new ExpectedError('identity-invalid.encrypted', { at });
  }
  if (/^AGE-PLUGIN-/m.test(text)) return new ExpectedError('identity-invalid.hardware', { at });
  return line === undefined
    ? new ExpectedError('identity-invalid.none', { at })
    : new ExpectedError('identity-invalid.line', { at, line });
}

async function isIdentity(text: string): Promise<boolean> {
  const { identityToRecipient } = await loadAge();
  try {
    await identityToRecipient(text);
    return true;
  } catch {
    return false;
  }
}
