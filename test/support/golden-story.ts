/** Keeps what GitHub shows at each step of a story as files to read: what is new or otherwise, and nothing twice. */
import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from 'vitest';
import type { TestGitHub } from './github.ts';
import { readShown, type Shown } from './github-shown.ts';

export interface GoldenStory {
  /** One golden file for each text that is new since the last step; returns them by name. */
  readonly keep: (step: string) => Promise<ReadonlyMap<string, string>>;
  /** The step's words, and what changed beside the texts, as one file; nothing else lies in the folder. */
  readonly close: () => Promise<void>;
  readonly kept: ReadonlyMap<string, string>;
}

export function openGoldenStory(hub: TestGitHub, folder: string): GoldenStory {
  const kept = new Map<string, string>();
  const told: string[] = [];
  let before: Shown = { texts: new Map(), lines: new Map() };
  let steps = 0;
  return {
    kept,
    keep: async (step) => {
      const now = await readShown(hub);
      const number = String(++steps).padStart(2, '0');
      told.push(`## ${number} ${step}`, '');
      for (const [name, line] of now.lines) if (before.lines.get(name) !== line) told.push(`- ${line}`);
      const fresh = new Map<string, string>();
      for (const [name, text] of now.texts) {
        if (before.texts.get(name) === text) continue;
        const file = `${number}-${step}.${name}.md`;
        fresh.set(name, text);
        kept.set(file, text);
        told.push(`- ${file}`);
        await expect(`${withoutHashes(text).trimEnd()}\n`).toMatchFileSnapshot(join(folder, file));
      }
      told.push('');
      before = now;
      return fresh;
    },
    close: async () => {
      const index = 'README.md';
      await expect(['# The story, step by step', '', ...told].join('\n')).toMatchFileSnapshot(
        join(folder, index),
      );
      // What is new is written when the tests are over.
      const lying = existsSync(folder) ? await readdir(folder) : [];
      expect(lying.filter((file) => file !== index && !kept.has(file))).toEqual([]);
    },
  };
}

/** Hashes have no place in a text to read, and a sealed file is called by the real day and by chance. */
const withoutHashes = (text: string): string =>
  text
    .replaceAll(/\b[0-9a-f]{64}\b/g, '…')
    .replaceAll(/(?<=<!-- danhba:done-\d{4}-\d\d-\d\d-)[0-9a-f]{12}(?= -->)/g, '…')
    .replaceAll(/\d{4}-\d\d-\d\d-[0-9a-f]{8}(?=\.html\.age)/g, 'NGÀY-MÃ');
