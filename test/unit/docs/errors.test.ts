/** docs/errors.md has one row for each code that can end a command, with the words a user is told. Renewed by -u. */
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { ExpectedError } from '../../../src/model/problems/errors.ts';
import { exitCodeOf } from '../../../src/process/io.ts';
import { errorWords } from '../../../src/render/errors/remark.ts';
import type { RemarkWords } from '../../../src/render/errors/remark-words.ts';
import { pageOf, root } from './read-docs.ts';

const cell = (text: string) => text.replaceAll('\n', ' ').replaceAll('|', '\\|').replaceAll('<', '\\<');

function rows(): readonly string[] {
  const entries: readonly (readonly [string, RemarkWords])[] = Object.entries(errorWords);
  const codes = Map.groupBy(entries, ([says]) => says.split('.')[0] ?? '');
  return [...codes]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([code, words]) => {
      const exit = exitCodeOf(new ExpectedError(code as never, {} as never));
      const said = words.map(([, { en }]) => cell(en)).join('<br>');
      const hints = words.flatMap(([, { hint = [] }]) =>
        typeof hint === 'object' && 'en' in hint ? hint.en : hint,
      );
      return `| \`${code}\` | ${exit} | ${said} | ${[...new Set(hints)].map(cell).join('<br>')} |`;
    });
}

const head = `# Errors

What ends a command, or one part of it, is told as one line on stderr, with its code in brackets, and a line on how to put it right:

\`\`\`
danhba: [ldap-unreachable] ldap://127.0.0.1:389: cannot connect: ECONNREFUSED
   = DANHBA_LDAP_URL · npm run lab
\`\`\`

It is told in the language of \`--lang\`; without it, in that of \`policy.yaml\`, and in Vietnamese where no policy says another. The file, address or option it is about stands first. Words in braces below stand for facts; what a server, the system or a file says is quoted as it is. \`danhba: [system]\` tells what the system refuses, in its own words. The exit code is 3 where danhba refuses to act, else 1. Problems of the directory are other things: [problems](problems/README.md).

| code | exit | says | how to put it right |
|---|---|---|---|
`;

it('every code of the union has its row, as it is worded', async () => {
  await expect(`${head}${rows().join('\n')}\n`).toMatchFileSnapshot(join(root, 'docs/errors.md'));
});

it('is found from the page of the commands', () => {
  expect(pageOf('docs/commands.md').text).toContain('(errors.md)');
});
