import { existsSync, readFileSync, statfsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

const cores = Math.min(8, availableParallelism());

/**
 * How many files at once. Each worker compiles danhba for itself as it gets warm, and more of them than the cores need
 * compile it more often: what only works has one for each core, what waits for servers as many as keep the cores busy.
 */
const workers = { working: cores, waiting: 3 * cores };

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

/** What waits longest, by the clock, and works little; of the units what takes longest. */
const longest = [
  'server/ldap/transport-pace',
  'server/faults/wire',
  'server/mail/signatures',
  'server/github/job',
  'server/mail/names',
  'server/ldap/replica',
  'server/mail/launch',
  'server/mail/archives',
  'server/dovecot/state',
  'server/mail/doors',
  'server/github/merged',
  'server/dovecot/connection',
  'server/commands/usage',
  'server/ldap/transport-silence',
  'server/faults/answers',
  'server/github/faults',
  'server/faults/read',
  'server/mail/crowd',
  'server/dovecot/pace',
  'server/mail/suspended',
  'unit/plan/model-history',
  'unit/desired/edit-directory',
];

/** So many others begin between two of them: then about two wait at any time, and the last of them is over in time. */
const others = 6;

/** Begun late they would be waited for alone, and all at once no core would work. Units are over before servers begin. */
class LongestBetween extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rankOf = ({ moduleId, project }: TestSpecification): number =>
      project.name === 'container'
        ? 0
        : 1 + longest.findIndex((name) => moduleId.endsWith(`/test/${name}.test.ts`));
    const isLong = (one: TestSpecification): boolean => one.project.name === 'container' || rankOf(one) > 0;
    const sorted = await super.sort(files);
    const spread = (group: readonly TestSpecification[]): TestSpecification[] => {
      const long = group.filter(isLong).sort((a, b) => rankOf(a) - rankOf(b));
      const rest = group.filter((one) => !isLong(one));
      const between = long.flatMap((one, at) => [one, ...rest.slice(others * at, others * (at + 1))]);
      return [...between, ...rest.slice(others * long.length)];
    };
    const isUnit = ({ project }: TestSpecification): boolean => project.name === 'unit';
    return [...spread(sorted.filter(isUnit)), ...spread(sorted.filter((one) => !isUnit(one)))];
  }
}

for (const name of longest) {
  if (!existsSync(join(import.meta.dirname, `test/${name}.test.ts`)))
    throw new Error(`no test/${name}.test.ts`);
}

const common = {
  globalSetup: ['test/support/build.ts'],
  setupFiles: ['test/support/seed.ts'],
  // The same modules are not loaded again for each file of tests: that took more time than the tests.
  isolate: false,
  // Each `danhba` a test starts finds itself compiled, and keeps nothing in the folder of whoever runs the tests.
  env: {
    NODE_COMPILE_CACHE: join(import.meta.dirname, 'node_modules/.cache/danhba/compiled'),
    DANHBA_CACHE: join(import.meta.dirname, 'node_modules/.cache/danhba/kept'),
    // What a test starts is what is installed (test/support/build.ts).
    LAB_COMMAND: join(import.meta.dirname, 'dist/cli.js'),
  },
  // A slow machine is no fault: the limit is for what never ends.
  testTimeout: 300_000,
  hookTimeout: 300_000,
};

// Servers wait for the disk at every change: what a test writes does not outlive it, and need not be there.
const temporary = process.env.TMPDIR ?? findMemory();
const inMemory = { ...common, env: { ...common.env, ...(temporary !== undefined && { TMPDIR: temporary }) } };

const first = { maxWorkers: workers.working, sequence: { groupOrder: 0 } };
const second = { maxWorkers: workers.waiting, sequence: { groupOrder: 1 } };

export default defineConfig({
  test: {
    sequence: { sequencer: LongestBetween },
    projects: [
      { test: { ...inMemory, ...first, name: 'unit', include: ['test/unit/**/*.test.ts'] } },
      { test: { ...inMemory, ...second, name: 'server', include: ['test/server/**/*.test.ts'] } },
      {
        test: {
          ...common,
          ...second,
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
