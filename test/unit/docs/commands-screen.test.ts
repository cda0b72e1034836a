/** docs/commands.md has one screen for each command, which tells how it is typed and how it ends; the rest is below it. */
import { describe, expect, it } from 'vitest';
import { codeWords, pageOf, tableAfter } from './read-docs.ts';

const { text } = pageOf('docs/commands.md');

/** Each command's part up to what is below its screen. */
const screens = [...text.matchAll(/^## `danhba ([a-z-]+)`\n([\s\S]*?)(?=^#{2,3} |$(?![\s\S]))/gm)].map(
  ([, name = '', screen = '']) => [name, screen] as const,
);

describe('the screen of each command', () => {
  it('is listed at the top of the page', () => {
    const listed = tableAfter(text, '<!-- commands -->').map(([name = '']) => codeWords(name)[0]);
    expect(new Set(listed)).toEqual(new Set(screens.map(([name]) => name)));
    expect(screens.length).toBeGreaterThan(14);
  });

  it.each(screens)(
    '%s: fits, and says how it is typed, how it ends, and gives an example',
    (name, screen) => {
      // Options are as many as they are; what stands around them fits a screen.
      const lines = screen.split('\n').filter((line) => !line.startsWith('| `'));
      expect(lines.length).toBeLessThan(50);
      const prose = screen.replace(/^```[\s\S]*?^```$/gm, '').split('\n');
      expect(prose.filter((line) => !line.startsWith('|') && line.length > 500)).toEqual([]);
      expect(screen).toMatch(new RegExp(`^\`\`\`\\n(?:danhba ${name}\\b)`, 'm'));
      expect(screen).toMatch(/\*\*Ends with\*\*|\| ends with \|/);
      expect(screen).toMatch(new RegExp(`^\\$ danhba ${name}\\b`, 'm'));
    },
  );
});

it('no paragraph and no cell of a table is a page of its own', () => {
  const long = text
    .replace(/^```[\s\S]*?^```$/gm, '')
    .split('\n')
    .flatMap((line) => (line.startsWith('|') ? line.split('|') : [line]))
    .filter((part) => part.length > 900);
  expect(long).toEqual([]);
});
