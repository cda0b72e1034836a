import { existsSync, readFileSync, statfsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

// Tests of servers wait more than they work: four for each core, and not so many that their servers fill the memory.
const maxWorkers = Math.min(12, 4 * availableParallelism());

/** A temporary folder that no disk stands behind, with room for what the servers of a run write; else none. */
function findMemory(): string | undefined {
  const folder = '/dev/shm';
  try {
    const mounts = readFileSync('/proc/self/mounts', 'utf8').split('\n');
    const [, , kind, options] = mounts.findLast((line) => line.split(' ')[1] === folder)?.split(' ') ?? [];
    const { bavail, bsize } = statfsSync(folder);
    const runs = kind === 'tmpfs' && !/\b(ro|noexec)\b/.test(options ?? '');
    return runs && bavail * bsize > 2 * 2 ** 30 ? folder : undefined;
  } catch {
    return undefined;
  }
}

/** What waits longest, by the clock: begun late, each would be waited for alone at the end. */
const longest = [
  'server/docs/tour',
  'server/ldap/transport-pace',
  'server/mail/signatures',
  'server/faults/wire',
  'server/faults/kill',
  'server/commands/package',
  'server/github/behind',
  'server/github/job',
  'server/github/told-late-pulls',
  'server/ldap/replica',
  'server/faults/server',
  'server/mail/launch',
  'server/dovecot/connection',
  'server/dovecot/state',
  'server/github/together',
  'server/dovecot/folders',
  'server/mail/doors',
  'server/mail/story',
  'unit/plan/model-history',
  'unit/desired/edit-directory',
];

/** The containers first, then what waits longest; what servers take no part in comes last, and fills what is left. */
class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rank = ({ moduleId, project }: TestSpecification): number => {
      if (project.name === 'container') return -1;
      const at = longest.findIndex((name) => moduleId.endsWith(`/test/${name}.test.ts`));
      if (at !== -1) return at;
      return project.name === 'unit' ? longest.length + 1 : longest.length;
    };
    return (await super.sort(files)).toSorted((a, b) => rank(a) - rank(b));
  }
}

for (const name of longest) {
  if (!existsSync(join(import.meta.dirname, `test/${name}.test.ts`)))
    throw new Error(`no test/${name}.test.ts`);
}

const common = {
  setupFiles: ['test/support/seed.ts'],
  // The same modules are not loaded again for each file of tests: that took more time than the tests.
  isolate: false,
  maxWorkers,
  // Each `danhba` a test starts finds itself compiled, and keeps nothing in the folder of whoever runs the tests.
  env: {
    NODE_COMPILE_CACHE: join(import.meta.dirname, 'node_modules/.cache/danhba/compiled'),
    DANHBA_CACHE: join(import.meta.dirname, 'node_modules/.cache/danhba/kept'),
  },
  // A slow machine is no fault: the limit is for what never ends.
  testTimeout: 300_000,
  hookTimeout: 300_000,
};

// Servers wait for the disk at every change: what a test writes does not outlive it, and need not be there.
const temporary = process.env.TMPDIR ?? findMemory();
const inMemory = { ...common, env: { ...common.env, ...(temporary !== undefined && { TMPDIR: temporary }) } };

export default defineConfig({
  test: {
    sequence: { sequencer: LongestFirst },
    projects: [
      { test: { ...inMemory, name: 'unit', include: ['test/unit/**/*.test.ts'] } },
      { test: { ...inMemory, name: 'server', include: ['test/server/**/*.test.ts'] } },
      {
        test: {
          ...common,
          name: 'container',
          include: ['test/container/**/*.test.ts'],
          setupFiles: [],
          // testcontainers remembers for good where an engine was.
          isolate: true,
          // The first run installs an engine and makes a base image.
          hookTimeout: 900_000,
        },
      },
    ],
  },
});
