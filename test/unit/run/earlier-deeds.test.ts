/** What earlier runs have done, read back from the audit: whole records alone, of other runs, of late, with who had asked. */
import { appendFile, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openAudit } from '../../../src/audit/open.ts';
import type { AuditEvent } from '../../../src/audit/record.ts';
import { readEarlierDeeds, readWholeAudit } from '../../../src/run/earlier-deeds.ts';

let folder: string;
let file: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'danhba-test-'));
  file = join(folder, 'audit.jsonl');
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const commit = 'a'.repeat(40);
const done = { event: 'outcome', plan: 'sha256:1', operation: 'update', outcome: 'applied' } as const;
const asked = [{ commit, kind: 'update' }] as const;

async function run(name: string, today: string, ...events: readonly AuditEvent[]): Promise<void> {
  const audit = await openAudit(file, { run: name }, () => new Date(`${today}T01:00:00Z`));
  for (const event of [{ event: 'begin', today } as const, ...events]) audit.record(event);
  await audit.close();
}
const read = () => readEarlierDeeds(file, { run: 'own', since: '2026-11-01' });

it('are those of other runs since the day, done or found done, with who had asked', async () => {
  await run('old', '2026-10-31', { ...done, key: 'person:1', asked });
  await run(
    'one',
    '2026-11-01',
    { ...done, key: 'person:2', asked },
    { ...done, key: 'person:3', outcome: 'failed', asked },
    { ...done, key: 'person:4', outcome: 'already' },
  );
  await run('own', '2026-11-02', { ...done, key: 'person:5', asked });
  const of = { run: 'one', today: '2026-11-01', plan: 'sha256:1' };
  expect(await read()).toEqual([
    { ...of, key: 'person:2', result: 'applied', asked },
    // As an older danhba wrote it, who told who had asked to nobody but GitHub.
    { ...of, key: 'person:4', result: 'already', asked: [] },
  ]);
});

it('are none where there is no audit', async () => {
  expect(await read()).toEqual([]);
});

it('a line that was altered, torn or typed is none', async () => {
  await run('one', '2026-11-01', { ...done, key: 'person:2', asked });
  const whole = await readFile(file, 'utf8');
  const [, line = ''] = whole.split('\n');
  await writeFile(file, whole.replace('person:2', 'person:9'));
  await appendFile(file, `${line.replace('person:2', 'person:8')}\n${line.slice(0, -9)}`);
  expect(await read()).toEqual([]);
  await writeFile(file, whole);
  expect(await read()).toHaveLength(1);
});

it('a key, a kind or a run nobody knows is left out', async () => {
  await run(
    'one',
    '2026-11-01',
    { ...done, key: 'policy:1', asked },
    { ...done, key: 'person:2', asked: [{ commit, kind: 'unknown' as 'update' }] },
  );
  const audit = await openAudit(file, { run: 'without-begin' }, () => new Date());
  audit.record({ ...done, key: 'person:3', asked });
  await audit.close();
  expect(await read()).toMatchObject([{ key: 'person:2', asked: [] }]);
});

describe('for figures', () => {
  it('all are read, with the first day there is', async () => {
    await run('old', '2025-10-31', { ...done, key: 'person:1', asked });
    await run('new', '2026-11-02', { ...done, key: 'person:2', asked });
    expect(await readWholeAudit(file)).toMatchObject({
      since: '2025-10-31',
      deeds: [{ key: 'person:1' }, { key: 'person:2' }],
    });
  });

  it('a line left torn by a power loss is none', async () => {
    await run('one', '2026-11-01', { ...done, key: 'person:2', asked });
    const [, line = ''] = (await readFile(file, 'utf8')).split('\n');
    await appendFile(file, line.slice(0, -9));
    expect((await readWholeAudit(file))?.deeds).toHaveLength(1);
  });

  it.each([
    ['altered', (lines: readonly string[]) => lines.map((line) => line.replace('person:2', 'person:9'))],
    ['removed', (lines: readonly string[]) => lines.filter((line) => !line.includes('person:2'))],
  ])('there are none where a line was %s', async (_how, edit) => {
    await run('one', '2026-11-01', { ...done, key: 'person:2', asked }, { ...done, key: 'person:3', asked });
    const lines = (await readFile(file, 'utf8')).split('\n');
    await writeFile(file, edit(lines).join('\n'));
    expect(await readWholeAudit(file)).toBeUndefined();
  });

  it('a file that is not there is an error: whoever names one means it', async () => {
    await expect(readWholeAudit(file)).rejects.toMatchObject({ code: 'audit' });
  });
});

it('an audit that cannot be read is told', async () => {
  await expect(readEarlierDeeds(folder, { run: 'own', since: '2026-11-01' })).rejects.toMatchObject({
    code: 'audit',
  });
});
