/** The import table of docs/architecture.md is the one that test/unit/architecture.test.ts enforces. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { codeWords, pageOf, root, tableAfter, withoutBlocks } from './read-docs.ts';

interface Room {
  readonly rooms: readonly string[];
  readonly packages: readonly string[];
}

const test = readFileSync(join(root, 'test/unit/architecture.test.ts'), 'utf8');
const { text } = pageOf('docs/architecture.md');

const quoted = (list: string): string[] =>
  [...list.matchAll(/'([^']+)'/g)].map((match) => match[1] as string);

/** The table as it is written in the test, which cannot be imported without running it. */
function enforcedTable(): Map<string, Room> {
  const table = /const rooms[^=]*= \{\n([\s\S]*?)\n\};/.exec(test)?.[1] ?? '';
  const entries = table.matchAll(
    /^ {2}'?([\w-]+)'?: \{\s*rooms: \[([^\]]*)\],\s*packages: \[([^\]]*)\],?\s*\},$/gm,
  );
  return new Map(
    [...entries].map(([, room = '', rooms = '', packages = '']) => [
      room,
      { rooms: quoted(rooms), packages: quoted(packages) },
    ]),
  );
}

describe('the import table', () => {
  it('on the page is the one the test enforces', () => {
    const enforced = enforcedTable();
    expect(enforced.size).toBeGreaterThan(10);
    const shown = new Map(
      tableAfter(text, '<!-- import-table -->').map(([room = '', , rooms = '', packages = '']) => [
        codeWords(room)[0] ?? '',
        { rooms: codeWords(rooms), packages: codeWords(packages) },
      ]),
    );
    expect(shown).toEqual(enforced);
  });

  it('names the pure rooms the test knows', () => {
    const pure = quoted(/pureRooms = new Set\(\[([^\]]+)\]/.exec(test)?.[1] ?? '');
    expect(pure.length).toBeGreaterThan(3);
    const sentence = /^(.*) are \*\*pure\*\*/m.exec(text)?.[1] ?? '';
    expect(codeWords(sentence)).toEqual(pure);
  });
});

describe('files the page names', () => {
  const named = codeWords(withoutBlocks(text)).filter((word) => /^(src|test|servers)\//.test(word));

  it.each(named)('%s is there', (path) => {
    expect(existsSync(join(root, path))).toBe(true);
  });
});
