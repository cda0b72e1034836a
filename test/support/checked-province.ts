/** A thousand people of the sample in a temporary folder, and `danhba check` of them, with what is kept and without. */
import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { check } from '../../src/commands/check.ts';
import type { Io } from '../../src/process/io.ts';
import { renderProblemsJson } from '../../src/render/problems/problems.ts';
import { judge, judgeCalendars, readDesired } from '../../src/run/desired.ts';
import { withoutFollowUps } from '../../src/run/follow-ups.ts';

export const checkedDay = '2026-11-23';

export interface CheckedProvince {
  readonly directory: string;
  readonly cache: string;
  /** The output and the exit code, with what an earlier run has kept. */
  readonly said: (options?: {
    cache?: boolean;
    today?: string;
    directory?: string;
    format?: string;
  }) => Promise<string>;
  /** What a reading of the whole has to say, and the exit code. */
  readonly whole: (today?: string) => Promise<string>;
  readonly remove: () => void;
}

export function makeCheckedProvince(): CheckedProvince {
  const root = mkdtempSync(join(tmpdir(), 'danhba-checked-'));
  const [directory, cache] = [join(root, 'directory'), join(root, 'cache')];
  const sample = join(import.meta.dirname, '../../directory');
  mkdirSync(directory);
  for (const path of [
    ...['policy.yaml', 'calendar', 'organizations/ubnd.yaml', 'organizations/provincial'],
    ...['organizations/districts/muongte', 'organizations/districts/sinho'],
  ])
    cpSync(join(sample, path), join(directory, path), { recursive: true });
  return {
    directory,
    cache,
    said: async (options = {}) => {
      let said = '';
      const io: Io = {
        out: (text) => {
          said += text;
        },
        err: (text) => {
          said += `err: ${text}`;
        },
        environment: { DANHBA_CACHE: cache },
        errIsTerminal: false,
        language: 'vi',
        now: () => new Date(0),
        input: (async function* () {})(),
      };
      const code = await check({ directory, format: 'json', today: checkedDay, ...options }, io);
      return `${code} ${said}`;
    },
    whole: async (today = checkedDay) => {
      const desired = await readDesired({ directory });
      const found = [...judge(desired, [], today), ...judgeCalendars(desired, today)];
      const problems = withoutFollowUps(found, [], desired, directory);
      const code = problems.some(({ severity }) => severity === 'error') ? 1 : 0;
      return `${code} ${renderProblemsJson(problems, desired.context)}`;
    },
    remove: () => rmSync(root, { recursive: true, force: true }),
  };
}
