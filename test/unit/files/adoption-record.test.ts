/** What entries had before adoption is on the disk, private, and is read back as it was written. */
import { appendFile, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openAdoptionRecord, readAdoptionRecord, undoFileOf } from '../../../src/files/adoption-record.ts';
import type { AdoptionRecord } from '../../../src/model/adoption.ts';

let folder: string;
let file: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'danhba-test-'));
  file = join(folder, 'adoption.undo.jsonl');
});
afterEach(() => rm(folder, { recursive: true }));

const record = (id: number, title = 'x'): AdoptionRecord => ({
  key: `person:LC-${id}`,
  uuid: `uuid-${id}`,
  dn: `uid=${id},ou=people`,
  before: { cn: ['Nguyễn Văn An'], title: [title, 'hai\ndòng'] },
  after: { cn: ['Nguyễn Văn An'], danhbaKey: [`person:LC-${id}`] },
});

async function keep(...records: AdoptionRecord[]): Promise<void> {
  const journal = await openAdoptionRecord(file);
  await Promise.all(records.map(journal.remember));
  await journal.close();
}

describe('the record of an adoption', () => {
  it('lies beside the file of the adoption', () => {
    expect(undoFileOf('laichau/adoption.yaml')).toBe('laichau/adoption.undo.jsonl');
    expect(undoFileOf('x.YML')).toBe('x.undo.jsonl');
    expect(undoFileOf('x')).toBe('x.undo.jsonl');
  });

  it('is private, has all that was remembered at once, and grows with each run', async () => {
    const all = Array.from({ length: 40 }, (_, index) => record(index));
    await keep(...all.slice(0, 30));
    await keep(...all.slice(30));
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    expect(await readAdoptionRecord(file)).toEqual(all);
  });

  it('is on the disk when it is remembered', async () => {
    const journal = await openAdoptionRecord(file);
    await journal.remember(record(1));
    expect(await readFile(file, 'utf8')).toBe(`${JSON.stringify(record(1))}\n`);
    await journal.close();
  });

  it('counts the last of an entry that was adopted more than once', async () => {
    await keep(record(1, 'cũ'), record(2), record(1, 'mới'));
    expect(await readAdoptionRecord(file)).toEqual([record(1, 'mới'), record(2)]);
  });

  it('goes on behind half a line that a killed run has left, which says nothing', async () => {
    await keep(record(1));
    await appendFile(file, '{"key":"person:LC-2","uu');
    expect(await readAdoptionRecord(file)).toEqual([record(1)]);
    await keep(record(3));
    await expect(readAdoptionRecord(file)).resolves.toEqual([record(1), record(3)]);
  });

  it.each([
    '{}',
    'null',
    '{"key":1,"uuid":"u","dn":"d","before":{},"after":{}}',
    '{"key":"k","uuid":"u","dn":"d","before":{"cn":"x"},"after":{}}',
  ])('is refused with a line that is none of ours: %s', async (line) => {
    await writeFile(file, `${line}\n${JSON.stringify(record(1))}\n`);
    await expect(readAdoptionRecord(file)).rejects.toMatchObject({ code: 'adoption-undo' });
  });

  it('is told to be missing, or to have no place', async () => {
    await expect(readAdoptionRecord(file)).rejects.toMatchObject({ code: 'adoption-undo' });
    const nowhere = join(folder, 'khong-co', 'x.undo.jsonl');
    await expect(openAdoptionRecord(nowhere)).rejects.toMatchObject({ code: 'file-unwritable' });
  });
});
