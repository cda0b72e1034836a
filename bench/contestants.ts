/** The command of each contestant, on one stage. */
import { join } from 'node:path';
import { readAttributes } from '../src/ldap/read/attributes.ts';
import { alterOne } from './alter.ts';
import { python } from './peers/installed.ts';
import { type ContestantName, changes } from './rows.ts';
import type { Contestant } from './run-once.ts';
import { baseDn, type Stage, today } from './stage.ts';

const node = process.execPath;
const bench = import.meta.dirname;
const built = (name: string) => join(bench, `../dist/${name}.js`);
const danhba = [node, built('cli')] as const;

/** What danhba is asked with, as the account that is there to plan. */
export async function makeContestants(
  names: ReadonlySet<ContestantName>,
  stage: Stage,
): Promise<readonly Contestant[]> {
  return await Promise.all([...names].map((name) => makeContestant(name, stage)));
}

async function makeContestant(name: ContestantName, stage: Stage): Promise<Contestant> {
  const { directory, slapd, scratch } = stage;
  const { url, planner } = slapd;
  const environment = {
    DANHBA_LDAP_URL: url,
    DANHBA_LDAP_BIND_DN: planner.dn,
    DANHBA_LDAP_PASSWORD_FILE: planner.passwordFile,
    DANHBA_CACHE: join(scratch, 'caches', name),
  };
  const run = (command: 'plan' | 'check', of: string, ...more: readonly string[]) =>
    [...danhba, command, '--directory', of, '--today', today, ...more] as const;
  switch (name) {
    case 'plan-warm':
      // The round that is discarded fills the cache.
      return { name, command: run('plan', directory), exitCode: 0, environment };
    case 'plan-cold':
      return { name, command: run('plan', directory, '--no-cache'), exitCode: 0, environment };
    case 'check-all':
      return { name, command: run('check', directory, '--no-cache'), exitCode: 0, environment };
    case 'check-one': {
      const copy = await stage.copyWith(name, 0);
      const before = (round: number) => alterOne(copy, `Người được đo lần ${round}`);
      return { name, command: run('check', copy), exitCode: 0, environment, before };
    }
    case 'load':
      return { name, command: [node, built('load'), directory, today], exitCode: 0 };
    case 'change-0':
    case 'change-1':
    case 'change-10': {
      const share = changes[name];
      const copy = await stage.copyWith(name, share);
      return { name, command: run('plan', copy), exitCode: share === 0 ? 0 : 2, environment };
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
      return { name, command: [node, join(bench, 'peers/yaml-parse.mjs'), directory], exitCode: 0 };
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
