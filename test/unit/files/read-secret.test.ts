/** What no secret can be, as somebody typed it, is no secret; the one line of the file is, whatever is in it. */
import { describe, expect, it } from 'vitest';
import { parseSecret } from '../../../src/files/read-secret.ts';

const utf16 = (text: string, mark: string) => Buffer.from(mark + text, 'utf16le');

describe('the bytes of a secret file', () => {
  it.each([
    ['Mua-xuan-2026', 'Mua-xuan-2026'],
    ['Mua-xuan-2026\n', 'Mua-xuan-2026'],
    ['Mua-xuan-2026\r\n', 'Mua-xuan-2026'],
    [' mùa xuân ', ' mùa xuân '],
    ['x', 'x'],
    ['\ttab', '\ttab'],
  ])('%j hold %j', (text, secret) => {
    expect(parseSecret(Buffer.from(text))).toEqual({ secret });
  });

  it.each([
    ['nothing', Buffer.from(''), 'empty'],
    ['a line end', Buffer.from('\n'), 'empty'],
    ['blanks', Buffer.from('  \r\n'), 'empty'],
    ['a byte-order mark', Buffer.from('\ufeffMua-xuan'), 'bom'],
    ["Notepad's Unicode", utf16('Mua-xuan\r\n', '\ufeff'), 'utf-16'],
    ['the same without its mark', utf16('Mua-xuan', ''), 'utf-16'],
    ['the same the other way about', utf16('Mua-xuan', '\ufeff').swap16(), 'utf-16'],
    ['TCVN3', Buffer.from([0x4d, 0xf5, 0x61]), 'not-utf-8'],
    ['a NUL', Buffer.from('Mua\0xuan'), 'nul'],
    ['two lines', Buffer.from('Mua\nxuan\n'), 'lines'],
    ['an empty line after it', Buffer.from('Mua-xuan\n\n'), 'lines'],
    ['an empty line before it', Buffer.from('\nMua-xuan'), 'lines'],
    ['an old line end', Buffer.from('Mua-xuan\r'), 'lines'],
  ])('%s are refused', (_name, bytes, fault) => {
    expect(parseSecret(bytes)).toEqual({ fault });
  });
});
