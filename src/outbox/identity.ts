/** The age identities of those who open sealed files: makes a new one, reads those of a file. */
import { open, readFile, rm } from 'node:fs/promises';
import { ExpectedError } from '../model/errors.ts';
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
      ? new ExpectedError(
          'identity-exists',
          `${file}: đã có, không ghi đè / exists, and is not overwritten`,
          'Chọn tên tệp khác / choose another name: --out FILE',
          { cause: thrown },
        )
      : new ExpectedError(
          'identity-unwritable',
          `${file}: không ghi được / cannot be written (${code})`,
          'Chọn thư mục có sẵn và ghi được / choose an existing, writable folder',
          { cause: thrown },
        );
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
    throw new ExpectedError(
      'identity-unreadable',
      `${file}: không đọc được tệp khóa riêng / cannot read the identity file (${code})`,
      '--identity FILE',
      { cause: thrown },
    );
  }
  const lines = text.split(/\r?\n/).map((line) => line.trim());
  const identities = lines.filter((line) => line !== '' && !line.startsWith('#'));
  const refuse = (words: string) => new ExpectedError('identity-invalid', `${file}: ${words}`, hintOf(text));
  if (identities.length === 0) throw refuse('không có khóa riêng nào / holds no identity');
  for (const identity of identities) {
    if (!(await isIdentity(identity))) {
      const line = lines.indexOf(identity) + 1;
      throw refuse(`dòng ${line} không phải khóa riêng age / line ${line} is no age identity`);
    }
  }
  return identities;
}

/** A key of a hardware token or a passphrase is age's own business, and its command line tool opens those. */
function hintOf(text: string): string {
  // What Notepad's "Unicode" and PowerShell's > write.
  if (/^\ufeff|[\0\ufffd]/.test(text)) {
    return 'Tệp là UTF-16 hoặc có BOM: ghi lại dạng UTF-8 không BOM / it is UTF-16 or has a byte-order mark: save it as UTF-8 without BOM';
  }
  if (/^age-encryption\.org\/|^-----BEGIN AGE/.test(text)) {
    return 'Tệp khóa đang được mã hóa, mở bằng age trước / the identity file is itself encrypted: age -d';
  }
  if (/^AGE-PLUGIN-/m.test(text)) return 'Khóa trên thiết bị: dùng age / a hardware key: age -d -i FILE';
  return 'AGE-SECRET-KEY-1…';
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
