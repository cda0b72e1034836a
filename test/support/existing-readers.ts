// Who reads, logs in and writes on the existing server all the while, and what each of them sees.

import { setTimeout as sleep } from 'node:timers/promises';
import { Attribute, BusyError, Change, Client, type Entry } from 'ldapts';
import { existingBase, existingPeople, oldPassword, readers } from './existing-people.ts';
import type { ExistingSlapd } from './existing-slapd.ts';

const people = `ou=People,${existingBase}`;
/** Their entries change while the test runs; what others see of all the rest does not. */
const [changer, called] = [existingPeople[400]!, existingPeople[401]!];
/** The first dozen are the help desk. */
const helper = existingPeople[3]!;

const group = `cn=phong7,ou=groups,${existingBase}`;

const replace = (type: string, value: string): Change =>
  new Change({ operation: 'replace', modification: new Attribute({ type, values: [value] }) });

async function asClient<T>(
  url: string,
  who: readonly [dn: string, password: string] | undefined,
  act: (client: Client) => Promise<T>,
): Promise<T> {
  const client = new Client({ url, timeout: 20_000, connectTimeout: 20_000 });
  try {
    if (who !== undefined) await client.bind(...who);
    return await act(client);
  } finally {
    await client.unbind().catch(() => {});
  }
}

const all = { scope: 'sub', filter: '(objectClass=*)', attributes: ['*', '+'] } as const;
const read = async (client: Client, base: string): Promise<Entry[]> =>
  (await client.search(base, { ...all, attributes: [...all.attributes] })).searchEntries;

/** What the server itself or danhba's steps write on entries that are there; docs/adopt.md says who notices. */
const moves = ['*', '+', 'modifyTimestamp', 'entryCSN', 'modifiersName', 'contextCSN', 'pwdPolicySubentry'];

/** danhba's own, which a reader of everything sees, too. */
const isNew = (dn: string): boolean =>
  /(^|,)ou=(organizations|tombstones|danhba|policies),/i.test(dn) ||
  /^cn=(planner|reconciler|mailserver|passwordpage|addressbook),ou=services,/i.test(dn);

/** Every entry each reader sees, with all attributes but those that move. */
export async function readSights({
  url,
}: ExistingSlapd): Promise<Readonly<Record<string, readonly Entry[]>>> {
  const sight = async (
    who: readonly [string, string] | undefined,
    base: string,
    hides: readonly string[],
  ) => {
    const entries = await asClient(url, who, (client) => read(client, base));
    return entries
      .filter(({ dn }) => !isNew(dn) && dn !== changer.dn && dn !== called.dn && dn !== group)
      .map(
        (entry) =>
          Object.fromEntries(Object.entries(entry).filter(([name]) => !hides.includes(name))) as Entry,
      )
      .sort((a, b) => (a.dn < b.dn ? -1 : 1));
  };
  return {
    anonymous: await sight(undefined, people, moves),
    'a user': await sight([existingPeople[7]!.dn, oldPassword], people, moves),
    portal: await sight([readers.portal, oldPassword], people, moves),
    webmail: await sight([readers.webmail, oldPassword], existingBase, moves),
    backup: await sight([readers.backup, oldPassword], existingBase, [...moves, 'authTimestamp']),
  };
}

export interface Traffic {
  /** What went wrong, except while the server was being started again. */
  readonly failures: readonly string[];
  /** How often each has had its answer. */
  readonly answers: Readonly<Record<string, number>>;
  readonly stop: () => Promise<void>;
}

/**
 * slapd answers a large search that is under way with busy (51) when cn=config is changed, whatever the change: about five
 * of a hundred changes meet one. Who reads everything asks again; nobody else is ever told so.
 */
const readsAll: ReadonlySet<string> = new Set(['webmail', 'backup']);

async function askAgainWhereBusy(name: string, act: () => Promise<void>): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await act();
    } catch (thrown) {
      if (!(thrown instanceof BusyError && readsAll.has(name)) || attempt === 5) throw thrown;
    }
  }
}

/** Logs in, reads and writes, each over and over, until it is stopped. */
export function startTraffic({ url, isRestarting }: ExistingSlapd): Traffic {
  const failures: string[] = [];
  const answers: Record<string, number> = {};
  let going = true;
  let turn = 0;
  let password = oldPassword;
  const expectCount = (count: number, entries: readonly unknown[]) => {
    if (entries.length < count) throw new Error(`${entries.length} entries instead of ${count}`);
  };
  const acts: Readonly<Record<string, () => Promise<void>>> = {
    async login() {
      const { dn } = existingPeople[turn++ % 400]!;
      await asClient(url, [dn, oldPassword], async (client) => expectCount(1, await read(client, dn)));
    },
    anonymous: () =>
      asClient(url, undefined, async (client) => {
        const filter = `(mail=${existingPeople[turn++ % 400]!.mail})`;
        expectCount(1, (await client.search(people, { filter })).searchEntries);
      }),
    webmail: () =>
      asClient(url, [readers.webmail, oldPassword], async (client) => {
        const { searchEntries } = await client.search(people, { filter: '(employeeNumber=*)' });
        expectCount(480, searchEntries);
      }),
    backup: () =>
      asClient(url, [readers.backup, oldPassword], async (client) => {
        const { searchEntries } = await client.search(existingBase, { filter: '(userPassword=*)' });
        expectCount(484, searchEntries);
      }),
    /** To one that no policy of danhba's would take. */
    async password() {
      const next = password === oldPassword ? 'matkhau2' : oldPassword;
      await asClient(url, [changer.dn, password], (client) =>
        client.modify(changer.dn, replace('userPassword', next)),
      );
      password = next;
    },
    personnel: () =>
      asClient(url, [readers.personnel, oldPassword], (client) =>
        client.modify(group, replace('description', `${turn++}`)),
      ),
    helpdesk: () =>
      asClient(url, [helper.dn, oldPassword], (client) =>
        client.modify(called.dn, replace('telephoneNumber', `0213 3 ${turn++}`)),
      ),
  };
  const loops = Object.entries(acts).map(async ([name, act]) => {
    while (going) {
      const before = isRestarting();
      try {
        await askAgainWhereBusy(name, act);
        answers[name] = (answers[name] ?? 0) + 1;
      } catch (thrown) {
        if (!before && !isRestarting()) failures.push(`${name}: ${thrown}`);
      }
      await sleep(10);
    }
  });
  return {
    failures,
    answers,
    async stop() {
      going = false;
      await Promise.all(loops);
    },
  };
}
