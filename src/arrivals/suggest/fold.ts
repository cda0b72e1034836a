/** Words as they are compared when a map is suggested: without marks, case and signs. */
import { toAscii } from '../../naming/text/alphabet.ts';

export const folded = (text: string): string =>
  text
    .normalize('NFC')
    .replaceAll('&', ' và ')
    .split(/[^\p{L}\p{N}]+/u)
    .map(toAscii)
    .filter((one) => one !== '')
    .join(' ');
