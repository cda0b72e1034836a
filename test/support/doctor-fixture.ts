/** A healthy province on a real slapd, and the same with one thing wrong: what the doctor says of each. */
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Slapd, startSlapd } from '../../servers/launch/slapd.ts';
import type { Supervised } from '../../servers/launch/supervised.ts';
import type { Check, CheckStatus } from '../../src/model/doctor/check.ts';
import { makeWorkplace, type Said, type Server, type Workplace } from './run.ts';
import { connect, goodPassword, personDn, personEntry, readPid, serveAgain } from './slapd-fixture.ts';

/** More than slapd's usual ceiling of 500: only then the doctor can tell that there is none. */
const people = 502;

export interface Ward {
  readonly slapd: Slapd;
  readonly workplace: Workplace;
  /** Serves the folder with these files edited; the next call begins from the shipped ones again. */
  readonly serveWith: (edits: Edits) => Promise<void>;
  readonly close: () => Promise<void>;
}

export type Edits = Readonly<Record<string, (text: string) => string>>;

/** With the reconciler's account, and the planner's beside it. */
export async function openWard(server: Partial<Server> = {}): Promise<Ward> {
  const slapd = await startSlapd();
  const root = await connect(slapd, slapd.root);
  const ids = Array.from({ length: people }, (_, number) => `LC-${number + 1}`);
  for (let start = 0; start < people; start += 100) {
    await Promise.all(
      ids.slice(start, start + 100).map((id) => root.add(personDn(slapd, id), personEntry(id))),
    );
  }
  const holder = personEntry('LC-0', { userPassword: goodPassword });
  await root.add(personDn(slapd, 'LC-0'), holder);
  // Somebody has logged in.
  await root.bind(personDn(slapd, 'LC-0'), goodPassword);
  await root.unbind();
  const { dn: bindDn, passwordFile } = slapd.reconciler;
  const workplace = await makeWorkplace(
    {
      ...{ url: slapd.url, baseDn: slapd.baseDn, bindDn, passwordFile },
      environment: {
        DANHBA_LDAP_PLANNER_DN: slapd.planner.dn,
        DANHBA_LDAP_PLANNER_PASSWORD_FILE: slapd.planner.passwordFile,
        DANHBA_LDAP_ADDRESSBOOK_PASSWORD_FILE: slapd.addressbook.passwordFile,
        ...server.environment,
      },
      ...(server.now && { now: server.now }),
    },
    {},
  );
  const shipped = new Map<string, string>();
  let again: Supervised | undefined;
  return {
    slapd,
    workplace,
    serveWith: async (edits) => {
      if (again === undefined) process.kill(await readPid(slapd.directory), 'SIGKILL');
      await (again === undefined ? slapd.exited : again.stop());
      for (const [name, text] of shipped) await writeFile(join(slapd.directory, name), text);
      for (const [name, edit] of Object.entries(edits)) {
        const file = join(slapd.directory, name);
        const text = await readFile(file, 'utf8');
        shipped.set(name, text);
        const edited = edit(text);
        if (edited === text) throw new Error(`the edit of ${name} changes nothing`);
        await writeFile(file, edited);
      }
      again = await serveAgain(slapd);
    },
    close: async () => {
      await again?.stop();
      await slapd.stop();
      await workplace.remove();
    },
  };
}

export function checksOf({ out }: Pick<Said, 'out'>): ReadonlyMap<string, Check> {
  const { checks } = JSON.parse(out) as { readonly checks: readonly Check[] };
  return new Map(checks.map((check) => [check.id, check]));
}

/** The checks that do not say what they say of a healthy province. */
export function othersThan(
  healthy: ReadonlyMap<string, Check>,
  checks: ReadonlyMap<string, Check>,
): Readonly<Record<string, CheckStatus>> {
  return Object.fromEntries(
    [...checks].flatMap(([id, { status }]) => (healthy.get(id)?.status === status ? [] : [[id, status]])),
  );
}
