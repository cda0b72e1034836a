/** The audit on the disk: appended by one run after another, by two at once, and after a power loss. */
import { execFileSync } from 'node:child_process';
import {
  access,
  appendFile,
  mkdtemp,
  readFile,
  rm,
  stat,
  symlink,
  truncate,
  writeFile,
} from 'node:fs/promises';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openAudit } from '../../../src/audit/open.ts';
import { verifyAudit } from '../../../src/audit/verify.ts';

let folder: string;
let file: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'danhba-test-'));
  file = join(folder, 'state', 'audit.jsonl');
});

afterEach(() => rm(folder, { recursive: true, force: true }));

const now = () => new Date('2026-11-23T01:00:00Z');

/** A run of so many outcomes; gives the last hash. */
async function run(name: string, outcomes: number, ends = true): Promise<string> {
  const audit = await openAudit(file, { run: name }, now);
  audit.record({
    event: 'begin',
    today: '2026-11-23',
    ...(audit.unfinished && { unfinished: audit.unfinished }),
  });
  for (let i = 0; i < outcomes; i++) {
    audit.record({
      event: 'outcome',
      plan: 'p',
      operation: 'create',
      key: `person:${i}`,
      outcome: 'applied',
    });
  }
  if (ends) audit.record({ event: 'end', exit: 0, outcomes: { applied: outcomes } });
  await audit.close();
  return audit.head();
}

const records = async () =>
  (await readFile(file, 'utf8'))
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, unknown>);

describe('an audit', () => {
  it('is private, goes on where the run before ended, and gives its head', async () => {
    const first = await run('one', 3);
    const second = await run('two', 0);
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    expect(await verifyAudit(file, first)).toMatchObject({
      head: { number: 7, hash: second },
      runs: 2,
      kept: 5,
    });
    expect((await records())[5]).not.toHaveProperty('unfinished');
    await expect(access(`${file}.lock`)).rejects.toThrow();
  });

  it('says of which run it found no end', async () => {
    await run('one', 1, false);
    await run('two', 0);
    expect((await records())[2]).toMatchObject({ event: 'begin', unfinished: 'one' });
  });

  it('can be written by two runs at once', async () => {
    const [one, two] = await Promise.all([
      openAudit(file, { run: 'one' }, now),
      openAudit(file, { run: 'two' }, now),
    ]);
    for (let round = 0; round < 20; round++) {
      one.record({ event: 'begin', today: String(round) });
      two.record({ event: 'begin', today: String(round) });
      if (round % 3 === 0) await one.sync();
      if (round % 7 === 0) await Promise.all([one.sync(), two.sync()]);
    }
    await Promise.all([one.close(), two.close()]);
    const verdict = await verifyAudit(file);
    expect(verdict.broken).toBeUndefined();
    expect(verdict.head.number).toBe(40);
    expect(new Set((await records()).map((record) => record.run))).toEqual(new Set(['one', 'two']));
  });

  it('hashes as the handbook says', async () => {
    await run('Đỗ', 1);
    const [line] = (await readFile(file, 'utf8')).split('\n');
    const recipe = `sed -n 1p "$0" | sed 's/^{"hash":"[^"]*",/{/' | tr -d '\\n' | sha256sum`;
    const sum = execFileSync('sh', ['-c', recipe, file], { encoding: 'utf8' }).slice(0, 64);
    expect(JSON.parse(line ?? '')).toMatchObject({ hash: `sha256:${sum}` });
  });
});

describe('after a power loss', () => {
  it('keeps half a line, says so in the chain, and goes on, wherever it was torn', async () => {
    await run('one', 2);
    const whole = await readFile(file);
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: whole.length }), async (length) => {
        await writeFile(file, whole);
        await truncate(file, length);
        const before = await readFile(file);
        const atLine = before.at(-1) === 0x0a;
        await run('two', 1);
        const after = await readFile(file);
        expect(after.subarray(0, length)).toEqual(before);
        const verdict = await verifyAudit(file);
        expect(verdict.broken, `torn at ${length}`).toBeUndefined();
        const line = before.filter((byte) => byte === 0x0a).length + 1;
        // What lacks nothing but its line end is whole.
        const full = whole[length] === 0x0a;
        expect(verdict.torn).toEqual(atLine || full ? [] : [line]);
      }),
    );
  });

  it('finds out who touches the half line, or takes away what is said of it', async () => {
    await run('one', 1);
    await appendFile(file, '{"hash":"sha256:12\u0000\u0000');
    await run('two', 0);
    const whole = await readFile(file);
    expect((await verifyAudit(file)).torn).toEqual([4]);
    await fc.assert(
      fc.asyncProperty(fc.nat(whole.length - 1), fc.integer({ min: 1, max: 255 }), async (at, flip) => {
        const bytes = Buffer.from(whole);
        bytes[at] = (bytes[at] ?? 0) ^ flip;
        await writeFile(file, bytes);
        expect((await verifyAudit(file)).broken).toBeDefined();
      }),
    );
    const lines = whole.toString('latin1').split('\n');
    await writeFile(file, Buffer.from(lines.toSpliced(3, 1).join('\n'), 'latin1'));
    expect((await verifyAudit(file)).broken).toEqual({ kind: 'removed', line: 4, count: 1 });
    await writeFile(file, Buffer.from(lines.toSpliced(4, 1).join('\n'), 'latin1'));
    expect((await verifyAudit(file)).broken).toEqual({ kind: 'altered', line: 4 });
  });

  it('does not take a whole line that was altered for a torn one', async () => {
    await run('one', 2);
    const text = await readFile(file, 'utf8');
    await writeFile(file, text.replace('"exit":0', '"exit":1'));
    expect((await verifyAudit(file)).broken).toEqual({ kind: 'altered', line: 4 });
    await appendFile(file, 'half');
    const audit = await openAudit(file, { run: 'two' }, now);
    expect(audit).toMatchObject({ stray: true, torn: { bytes: 4 } });
    audit.record({ event: 'begin', today: '2026-11-23' });
    await audit.close();
    // The next record has taken its number: it is one too many.
    expect((await verifyAudit(file)).broken).toEqual({ kind: 'inserted', line: 4 });
  });

  it('takes over the lock of a process that is gone', async () => {
    await run('one', 0);
    const { pid } = process;
    const gone = Number(execFileSync('sh', ['-c', 'echo $$'], { encoding: 'utf8' }));
    expect(gone).not.toBe(pid);
    const { readlinkSync } = await import('node:fs');
    await symlink(`${hostname()} ${readlinkSync('/proc/self/ns/pid')} ${gone}`, `${file}.lock`);
    await run('two', 0);
    expect((await verifyAudit(file)).runs).toBe(2);
  });
});

describe('what is no audit', () => {
  it.each([['text\n'], ['{"id":"x"}\n{"id":"y"}\n'], ['\n']])('%j is left alone', async (text) => {
    file = join(folder, 'other');
    await writeFile(file, text);
    await expect(run('one', 0)).rejects.toMatchObject({ code: 'audit' });
    expect(await readFile(file, 'utf8')).toBe(text);
  });

  it('cannot be written: said with the reason', async () => {
    await expect(openAudit(folder, { run: 'one' }, now)).rejects.toMatchObject({
      code: 'audit',
      message: expect.stringContaining('EISDIR'),
    });
    await expect(verifyAudit(join(folder, 'none'))).rejects.toMatchObject({ code: 'audit' });
  });
});
