/** `danhba name person` knows who has an address in the directory at hand: by name, by alias, and after leaving. */
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { runDanhba } from '../../support/child.ts';

let root = '';
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'danhba-name-'));
  await cp('test/problems/_base', root, { recursive: true });
  const file = join(root, 'organizations/sotttt.yaml');
  const more = `    aliases: [binhtt.sotttt@laichau.gov.vn]
  - id: LC-000018
    name: Lò Văn Chi
    termination: {reason: retirement, document: 7/QĐ, decided: 2026-01-05}
  - id: LC-000019
    name: Sùng A Páo
    titel: Văn thư
`;
  await writeFile(file, (await readFile(file, 'utf8')) + more);
});
afterAll(() => rm(root, { recursive: true, force: true }));

const ask = (name: string, ...more: readonly string[]) =>
  runDanhba(['name', 'person', name, '--suffix', 'sotttt', '--directory', root, '--lang', 'en', ...more]);

test.each([
  ['the first address of somebody', 'Ngô Văn An', 'annv.sotttt', 'Nguyễn Văn An'],
  ['an alias', 'Trần Thị Bình', 'binhtt.sotttt', 'Nguyễn Văn An'],
  ['that of somebody with a mistake in his record', 'Sính A Páo', 'paosa.sotttt', 'Sùng A Páo'],
  ['that of somebody who has left', 'Lý Văn Chi', 'chilv.sotttt', 'Lò Văn Chi'],
])('%s is taken', async (_what, name, local, holder) => {
  const { code, out } = await ask(name);
  expect(code, out).toBe(1);
  const place = `${root}/organizations/sotttt.yaml:`;
  expect(out).toContain(`The address "${local}@laichau.gov.vn" is that of ${holder} (${place}`);
  expect(out).toContain('could be: ');
  expect(out).not.toContain(`could be: ${local}@`);
});

test('one that nobody has is free, whatever is wrong with another record', async () => {
  const { code, out } = await ask('Vàng A Dũng');
  expect(code, out).toBe(0);
  expect(out).not.toContain('!');
});

test('a local part alone is no address', async () => {
  const { code, out } = await ask('Vàng A Dũng', '--address', 'dungva.sotttt');
  expect(code).toBe(1);
  expect(out).toContain('[address-domain]');
  expect((await ask('Vàng A Dũng', '--address', 'dungva.sotttt@laichau.gov.vn')).code).toBe(0);
});
