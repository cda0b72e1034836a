/** Opens what was sealed: for the person who received it, never for the tool itself. */
import { readFile } from 'node:fs/promises';
import { ExpectedError } from '../model/problems/errors.ts';
import { loadAge } from './age.ts';

const armorMark = '-----BEGIN AGE ENCRYPTED FILE-----';
const binaryMark = 'age-encryption.org/v1';

/** The text sealed in an age file, binary or armored; an ExpectedError says why it cannot be opened. */
export async function openSealedFile(file: string, identities: readonly string[]): Promise<string> {
  const { Decrypter } = await loadAge();
  const decrypter = new Decrypter();
  for (const identity of identities) decrypter.addIdentity(identity);
  const sealed = await readSealed(file);
  try {
    return await decrypter.decrypt(sealed, 'text');
  } catch (thrown) {
    if (thrown instanceof Error && thrown.message.startsWith('no identity matched')) {
      throw new ExpectedError('sealed-for-others', { at: file }, { cause: thrown });
    }
    throw damaged(file, thrown);
  }
}

async function readSealed(file: string): Promise<Uint8Array> {
  let bytes: Uint8Array;
  try {
    bytes = await readFile(file);
  } catch (thrown) {
    const { code = String(thrown) } = thrown as NodeJS.ErrnoException;
    throw new ExpectedError('sealed-unreadable', { at: file, cause: code }, { cause: thrown });
  }
  const beginning = new TextDecoder('latin1').decode(bytes.subarray(0, 64)).trimStart();
  if (beginning.startsWith(binaryMark)) return bytes;
  if (!beginning.startsWith(armorMark)) {
    throw new ExpectedError('sealed-invalid', { at: file });
  }
  try {
    return (await loadAge()).armor.decode(new TextDecoder().decode(bytes));
  } catch (thrown) {
    throw damaged(file, thrown);
  }
}

const damaged = (file: string, cause: unknown): ExpectedError =>
  new ExpectedError('sealed-damaged', { at: file }, { cause });
