/** The octets of a text file → its text; an encoding from before Unicode is refused by its name, never guessed at. */
import { ExpectedError } from '../model/problems/errors.ts';

const strict = (encoding: string) => new TextDecoder(encoding, { fatal: true, ignoreBOM: false });

/** UTF-8, or UTF-16 as Excel's "Unicode text" is. */
export function decodeText(bytes: Buffer, at: string): string {
  const utf16 = utf16Of(bytes);
  try {
    return strict(utf16 ?? 'utf-8').decode(bytes);
  } catch {
    throw new ExpectedError('import-encoding', { at, encoding: legacyEncoding(bytes) });
  }
}

/** A byte-order mark, or a letter beside a zero octet. */
function utf16Of(bytes: Buffer): 'utf-16le' | 'utf-16be' | undefined {
  const [first = 0x20, second = 0x20] = bytes;
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  if (second === 0 && first !== 0) return 'utf-16le';
  return first === 0 && second !== 0 ? 'utf-16be' : undefined;
}

/**
 * What octets that are no UTF-8 most likely are. TCVN3 writes its letters where others have signs (µ ¸ ® ©);
 * Windows-1258 writes tones as letters of their own, which join the vowel before them.
 */
function legacyEncoding(bytes: Buffer): string {
  const text = new TextDecoder('windows-1258').decode(bytes).normalize('NFC');
  if (/\p{L}[¡-¿]|[¡-¿]\p{L}/u.test(text)) return 'TCVN3';
  return /[ăâêôơưđ\u1ea0-\u1ef9]/iu.test(text) ? 'Windows-1258' : '?';
}
