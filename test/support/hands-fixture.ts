// Servers that other hands reach too: danhba at work on one of them, root beside it, and the tools an operator has.

import { spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'ldapts';
import { expect } from 'vitest';
import type { Held, Plan } from '../../src/model/plan/plan.ts';
import type { Subject } from '../contract/bench.ts';
import { committee } from './faults-fixture.ts';
import { makeWorkplace, type Said, type Server, type Workplace } from './run.ts';
import { type Files, organizationText } from './world.ts';

export interface Hands {
  readonly subject: Subject;
  /** rootdn: whoever has touched the server beside danhba. */
  readonly root: Client;
  readonly work: Workplace;
  /** Writes the people of the one organization. */
  readonly write: (...people: readonly string[]) => Promise<void>;
  /** A run that is clean, and a plan of the same day that has nothing left. */
  readonly settle: (today: string) => Promise<Said>;
  /** Entries of danhba's that root sees, by their key. */
  readonly entries: (filter: string, ...attributes: string[]) => Promise<readonly Record<string, string[]>[]>;
  /** Real ldapmodify, fed with this as root: its exit code. */
  readonly ldapmodify: (ldif: string) => Promise<number>;
  readonly stop: () => Promise<void>;
}

export async function startHands(
  start: () => Promise<Subject>,
  files: Files = {},
  more: Pick<Server, 'environment'> = {},
): Promise<Hands> {
  const subject = await start();
  const secrets = await mkdtemp(join(tmpdir(), 'danhba-test-'));
  const fileOf = async (name: 'root' | 'reconciler'): Promise<string> => {
    const file = join(secrets, name);
    await writeFile(file, subject[name].password, { mode: 0o600 });
    return file;
  };
  const [rootFile, passwordFile] = [await fileOf('root'), await fileOf('reconciler')];
  const { url, baseDn } = subject;
  const work = await makeWorkplace(
    { url, baseDn, bindDn: subject.reconciler.dn, passwordFile, ...more },
    { ubnd: committee, ...files },
  );
  const root = new Client({ url });
  await root.bind(subject.root.dn, subject.root.password);
  return {
    subject,
    root,
    work,
    write: (...people) => work.write({ sokx: organizationText('sokx', people, 'mailbox: none\n') }),
    settle: async (today) => {
      const ran = await work.apply({ today });
      expect(ran.code, ran.out + ran.err).toBe(0);
      const { plan } = await work.plan({ today });
      expect(plan.changes, JSON.stringify(plan.changes)).toEqual([]);
      return ran;
    },
    entries: async (filter, ...attributes) => {
      const { searchEntries } = await root.search(baseDn, { filter, attributes });
      return searchEntries.map((entry) => {
        const values = Object.entries(entry).map(
          ([name, some]) => [name, [some].flat().map(String)] as const,
        );
        return Object.fromEntries(values.filter(([, some]) => some.length > 0));
      });
    },
    ldapmodify: (ldif) => ldapmodify(['-x', '-H', url, '-D', subject.root.dn, '-y', rootFile], ldif),
    stop: async () => {
      await root.unbind();
      await work.remove();
      await rm(secrets, { recursive: true, force: true });
      await subject.stop();
    },
  };
}

async function ldapmodify(args: readonly string[], ldif: string): Promise<number> {
  const tool = spawn('/usr/bin/ldapmodify', args, { stdio: ['pipe', 'ignore', 'ignore'] });
  tool.stdin.end(`${ldif}\n`);
  return await new Promise((resolve, reject) => {
    tool.on('error', reject);
    tool.on('close', (exit) => resolve(exit ?? -1));
  });
}

/** The held items of a key that say something is wrong with its entries, with what mends it. */
export const faultsOf = ({ held }: Plan, key: string) =>
  held.flatMap((one: Held) =>
    one.key === key && 'ldif' in one.args ? [{ code: one.code, ...(one.args as { ldif: string }) }] : [],
  );
