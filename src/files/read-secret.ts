/** Reads a file that holds one secret: what no secret can be, as somebody typed it, is refused; who may read it is told. */
import { readFileSync, realpathSync, statSync } from 'node:fs';
import { dirname } from 'node:path';

/** Why the content is not the secret somebody meant; nothing of it is ever told. */
export type SecretFault = 'utf-16' | 'bom' | 'not-utf-8' | 'nul' | 'lines' | 'empty';

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** The one line of the file, without the line end after it. Throws what the system refuses. */
export function readSecretFile(file: string): { readonly secret: string } | { readonly fault: SecretFault } {
  return parseSecret(readFileSync(file));
}

export function parseSecret(
  bytes: Uint8Array,
): { readonly secret: string } | { readonly fault: SecretFault } {
  const [first = 0x20, second = 0x20, third] = bytes;
  // A byte-order mark, or a letter beside a zero byte: what Notepad's "Unicode" and PowerShell write.
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)) return { fault: 'utf-16' };
  if ((first === 0) !== (second === 0)) return { fault: 'utf-16' };
  if (first === 0xef && second === 0xbb && third === 0xbf) return { fault: 'bom' };
  let text: string;
  try {
    text = utf8.decode(bytes);
  } catch {
    return { fault: 'not-utf-8' };
  }
  if (text.includes('\0')) return { fault: 'nul' };
  const secret = text.replace(/\r?\n$/, '');
  if (secret.trim() === '') return { fault: 'empty' };
  return /[\r\n]/.test(secret) ? { fault: 'lines' } : { secret };
}

/** True where every user of the machine may read the file: by its own rights, and those of all folders above it. */
export function isReadableByAll(file: string): boolean {
  try {
    const real = realpathSync(file);
    if ((statSync(real).mode & 0o004) === 0) return false;
    for (let folder = dirname(real); ; folder = dirname(folder)) {
      if ((statSync(folder).mode & 0o001) === 0) return false;
      if (folder === dirname(folder)) return true;
    }
  } catch {
    // Who reads it will say so.
    return false;
  }
}
