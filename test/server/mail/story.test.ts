// The whole story on the real three servers, as `npm run lab -- --story` plays it: the tests read what it told.

import { spawn } from 'node:child_process';
import { chmod, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { runStory } from '../../../servers/launch/story.ts';
import type { Step } from '../../../servers/launch/story-looks.ts';
import { loginImap } from '../../../servers/launch/story-people.ts';
import { steps } from '../../../servers/launch/story-steps.ts';

const root = fileURLToPath(new URL('../../../', import.meta.url));
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'story-'));
  await chmod(folder, 0o755); // the servers run as users of their own
});
afterAll(() => rm(folder, { recursive: true, force: true }));

interface Told {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** Runs the lab with all its temporary folders in ours. `hear` is told of what it has written so far. */
function tell(hear: (out: string, stop: () => void) => void = () => {}): Promise<Told> {
  const child = spawn(process.execPath, ['--', 'servers/launch/lab.ts', '--story'], {
    cwd: root,
    env: { PATH: process.env.PATH, TMPDIR: folder },
  });
  let out = '';
  let err = '';
  child.stdout.on('data', (chunk) => {
    out += chunk;
    hear(out, () => child.kill('SIGTERM'));
  });
  child.stderr.on('data', (chunk) => {
    err += chunk;
  });
  return new Promise((resolve) => child.once('close', (code) => resolve({ code, out, err })));
}

/** Folders and processes that still are there. */
async function readRemains(): Promise<readonly string[]> {
  const numbers = (await readdir('/proc')).filter((name) => /^\d+$/.test(name));
  const lines = await Promise.all(
    numbers.map((number) => readFile(`/proc/${number}/cmdline`, 'utf8').catch(() => '')),
  );
  return [...(await readdir(folder)), ...lines.filter((line) => line.includes(`${folder}/`))];
}

test('every step is as told, in Vietnamese and English, and nothing is left behind', async () => {
  const { code, out, err } = await tell();
  expect(code, out + err).toBe(0);
  const parts = out.split(/^\d+\. /m).slice(1);
  expect(parts).toHaveLength(steps.length);
  for (const [index, { title, deed }] of steps.entries()) {
    const part = parts[index] ?? '';
    expect(part.startsWith(`${title.vi} / ${title.en}\n`), part).toBe(true);
    expect(part).toContain(deed.vi);
    expect(part).toContain(deed.en);
    expect(part).toMatch(/^ {3}✓ [^:]+: ./m);
  }
  expect(out).not.toContain('✗');
  expect(await readRemains()).toEqual([]);
});

test('told to stop in the middle, it ends with 1 and leaves nothing behind', async () => {
  let heard = false;
  const { code, out } = await tell((so, stop) => {
    if (heard || !so.includes('$ danhba check')) return;
    heard = true;
    stop();
  });
  expect(code).toBe(1);
  expect(out).not.toContain('as told');
  expect(await readRemains()).toEqual([]);
});

test('an answer that is not as told ends the story', async () => {
  const words = { vi: 'thử', en: 'a try' };
  const play: Step['play'] = async (scene) => {
    scene.see('IMAP', await loginImap(scene, 'nobody@laichau.gov.vn', 'Mua-xuan-2026'), /^OK$/);
  };
  let told = '';
  const after = { title: words, deed: words, play: async () => expect.unreachable() };
  const stop = new AbortController().signal;
  const asTold = await runStory((text) => (told += text), stop, [{ title: words, deed: words, play }, after]);
  expect(asTold).toBe(false);
  expect(told).toMatch(/ {3}✗ IMAP: NO \[AUTHENTICATIONFAILED\].*\n.*\/\^OK\$\/ wanted/);
});
