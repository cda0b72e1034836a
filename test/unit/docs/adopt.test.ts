/** docs/adopt.md and its Vietnamese twin have the same commands and answers, and name every file there is. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readLaterCommands, readPageSteps } from '../../support/adopt-page.ts';
import { pageOf, root } from './read-docs.ts';

const pages = ['docs/adopt.md', 'docs/adopt.vi.md'] as const;
const plain = (page: string) => readPageSteps(page).map(({ script, answer }) => ({ script, answer }));

describe('the page of a server that is there already', () => {
  it('has the same commands and answers in both languages', () => {
    expect(plain(pages[1])).toEqual(plain(pages[0]));
    expect(readLaterCommands(pages[1])).toBe(readLaterCommands(pages[0]));
    expect(readLaterCommands(pages[0], 'Taking it back')).toMatch(/replace: olcAccess/);
  });

  it.each(pages)('%s names every file, and applies each that is not another’s in its place', (page) => {
    const { text } = pageOf(page);
    const steps = readPageSteps(page).map(({ script }) => script);
    const book = pageOf(page.replace('adopt', 'address-book')).text;
    const commands = [...steps, readLaterCommands(page), ...(book.match(/```bash\n.*?```/gs) ?? [])].join('');
    for (const file of readdirSync(join(root, 'servers/openldap/config'))) {
      const name = file.replace('-present', '');
      expect(text, file).toContain(`\`${name}\``);
      expect(commands, file).toContain(name.replace('.ldif', ''));
    }
  });

  it.each(pages)('%s warns of pointing danhba’s own server at a database that is there', (page) => {
    expect(pageOf(page).text.indexOf('slapd.conf')).toBeLessThan(pageOf(page).text.indexOf('```'));
  });
});
