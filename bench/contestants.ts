/** The command of each contestant, on one stage. */
import { execFile } from 'node:child_process';
import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { readAttributes } from '../src/ldap/read/attributes.ts';
import { alterOne } from './alter.ts';
import { python } from './peers/installed.ts';
import { type ContestantName, changes } from './rows.ts';
import type { Contestant } from './run-once.ts';
import { baseDn, type Stage, today } from './stage.ts';

const node = process.execPath;
const bench = import.meta.dirname;
const danhba = [node, join(bench, '../dist/cli.js')] as const;

/** What danhba is asked with, as the account that is there to plan. */
export async function makeContestants(
  names: ReadonlySet<ContestantName>,
  stage: Stage,
): Promise<readonly Contestant[]> {
  const withoutCache = await cacheSwitch();
  return await Promise.all([...names].map((name) => makeContestant(name, stage, withoutCache)));
}

async function makeContestant(
  name: ContestantName,
  stage: Stage,
  withoutCache: readonly string[],
): Promise<Contestant> {
  const { directory, slapd, scratch } = stage;
  const { url, planner } = slapd;
  const cache = join(scratch, 'caches', name);
  const environment = {
    DANHBA_LDAP_URL: url,
    DANHBA_LDAP_BIND_DN: planner.dn,
    DANHBA_LDAP_PASSWORD_FILE: planner.passwordFile,
    DANHBA_CACHE: cache,
  };
  const run = (command: 'plan' | 'check', of: string, ...more: readonly string[]) =>
    [...danhba, command, '--directory', of, '--today', today, ...more] as const;
  // Where there is a cache and no option to leave it alone, it is empty at every run.
  const cold = { environment, before: () => emptied(cache) };
  // The round that is discarded fills it.
  const warm = { environment };
  switch (name) {
    case 'plan-warm':
      return { name, command: run('plan', directory), exitCode: 0, ...warm };
    case 'plan-cold':
      return { name, command: run('plan', directory, ...withoutCache), exitCode: 0, ...cold };
    case 'check-all':
      return { name, command: run('check', directory, ...withoutCache), exitCode: 0, ...cold };
    case 'check-one': {
      const copy = await stage.copyWith(name, 0);
      const before = (round: number) => alterOne(copy, `Người được đo lần ${round}`);
      return { name, command: run('check', copy), exitCode: 0, ...warm, before };
    }
    case 'load':
      return { name, command: [node, join(bench, 'load.ts'), directory, today], exitCode: 0, ...cold };
    case 'change-0':
    case 'change-1':
    case 'change-10': {
      const share = changes[name];
      const copy = await stage.copyWith(name, share);
      return { name, command: run('plan', copy), exitCode: share === 0 ? 0 : 2, ...warm };
    }
    case 'ldapsearch':
      // The same entries, the same attributes, the same pages as a plan reads.
      return {
        name,
        command: [
          ...['ldapsearch', '-LLL', '-x', '-H', url, '-D', planner.dn, '-y', planner.passwordFile],
          ...['-E', 'pr=1000/noprompt', '-b', baseDn, '(objectClass=*)', ...readAttributes],
        ] as [string, ...string[]],
        exitCode: 0,
      };
    case 'yaml':
      return { name, command: [node, join(bench, 'peers/yaml-parse.ts'), directory], exitCode: 0 };
    case 'python':
      return {
        name,
        command: [
          ...[python, join(bench, 'peers/plan.py'), url, planner.dn, planner.passwordFile],
          ...[baseDn, directory, ...readAttributes],
        ] as [string, ...string[]],
        exitCode: 0,
      };
  }
}

/** `--no-cache`, where danhba has one. */
async function cacheSwitch(): Promise<readonly string[]> {
  const [program, ...args] = danhba;
  const { stdout } = await promisify(execFile)(program, [...args, 'plan', '--help']);
  return /--no-cache\b/.test(stdout) ? ['--no-cache'] : [];
}

async function emptied(folder: string): Promise<void> {
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
}
