/** A living province on its own server, its repository, and the sections of docs/adopt.md that bring the one into the other. */
import { execFile } from 'node:child_process';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { Client, type Entry } from 'ldapts';
import { parseCsv } from '../../src/sources/csv.ts';
import { readLaterCommands } from './adopt-page.ts';
import { cli, type Ended, runDanhba } from './child.ts';
import { type ExistingSlapd, startExistingSlapd, steps } from './existing-slapd.ts';
import { livingGroups, livingLdif } from './living-tree.ts';
import { readSecret } from './run.ts';
import { replace } from './slapd-fixture.ts';

const repository = join(import.meta.dirname, '../..');
const page = 'docs/adopt.md';
export const movingDay = '2026-11-29';

export interface AdoptedProvince {
  readonly server: ExistingSlapd;
  readonly root: Client;
  /** The province's repository. */
  readonly folder: string;
  /** Types a section of the page, and gives what is seen. @throws Error where a command fails. */
  readonly type: (section: string) => Promise<string>;
  readonly danhba: (account: 'planner' | 'reconciler' | 'adopter', ...args: string[]) => Promise<Ended>;
  readonly readEntry: (dn: string) => Promise<Entry | undefined>;
  /** Every entry with its lines in order, without the times of operation. */
  readonly dump: () => Promise<ReadonlyMap<string, readonly string[]>>;
  readonly stop: () => Promise<void>;
}

export async function startAdoptedProvince(): Promise<AdoptedProvince> {
  const server = await startExistingSlapd({ data: livingLdif() });
  const folder = await makeRepository();
  const root = new Client({ url: server.url });
  await root.bind(server.root.dn, await readSecret(server.root.passwordFile));
  // slapadd runs no overlay: as the groups were filled in their day, each member knows them.
  for (const { dn, members } of livingGroups) await root.modify(dn, replace('member', ...members));
  await root.unbind();
  for (const step of steps) await server.applyStep(step);
  await root.bind(server.root.dn, await readSecret(server.root.passwordFile));
  const environmentOf = (account: string) => ({
    DANHBA_LDAP_URL: server.url,
    DANHBA_LDAP_BIND_DN: `cn=${account},ou=services,${server.baseDn}`,
    DANHBA_LDAP_PASSWORD_FILE: join(server.directory, 'work/passwords', account),
  });
  const words = `
PROVINCE='${folder}'; URL='${server.url}'
danhba() { '${process.execPath}' '${cli}' "$@" --today ${movingDay}; }
`;
  return {
    server,
    root,
    folder,
    async type(section) {
      const own = section === 'The adopter comes' ? '' : words + readLaterCommands(page, 'Moving in');
      const script = own + readLaterCommands(page, section);
      return await server.applyStep({ name: section, script, sets: '' });
    },
    danhba: (account, ...args) => {
      const day = args.includes('--today') ? [] : ['--today', movingDay];
      return runDanhba([...args, ...day], { cwd: folder, environment: environmentOf(account) });
    },
    async readEntry(dn) {
      const attributes = ['*', 'memberOf', 'entryUUID', 'pwdPolicySubentry'];
      return (await root.search(dn, { scope: 'base', attributes })).searchEntries[0];
    },
    async dump() {
      const args = ['-F', join(server.directory, 'slapd.d'), '-b', server.baseDn, '-o', 'ldif-wrap=no'];
      const { stdout } = await promisify(execFile)('/usr/sbin/slapcat', args, { maxBuffer: 2 ** 26 });
      return new Map(stdout.trim().split('\n\n').map(entryLines));
    },
    async stop() {
      await root.unbind();
      await server.stop();
      await rm(folder, { recursive: true });
    },
  };
}

function entryLines(text: string): readonly [string, readonly string[]] {
  const [dn = '', ...lines] = text.split('\n');
  const times = /^(entryCSN|modifyTimestamp|modifiersName|authTimestamp|contextCSN):/;
  return [dn, lines.filter((line) => !times.test(line)).sort()];
}

/** As `danhba init` leaves it, with the operator of a province after 2025. */
export async function makeRepository(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'danhba-moves-in-'));
  await cp(join(repository, 'directory/calendar'), join(folder, 'directory/calendar'), { recursive: true });
  const policy = await readFile(join(repository, 'directory/policy.yaml'), 'utf8');
  await writeFile(
    join(folder, 'directory/policy.yaml'),
    policy.replace(/^operator: sotttt/m, 'operator: sokhcn'),
  );
  return folder;
}

/**
 * A person fills in `decisions.csv`: everybody stays as he is, with a document where one is asked for, or, where no
 * address has been given yet, gets the one by the rules.
 */
export async function answerDecisions(
  folder: string,
  address: 'keep' | 'rename' = 'keep',
): Promise<ReadonlyMap<string, number>> {
  const file = join(folder, 'decisions.csv');
  const [header, ...rows] = parseCsv(await readFile(file), file).map(({ cells }) => cells);
  const at = (name: string) => header?.indexOf(name) ?? -1;
  const counts = new Map<string, number>();
  const answered = rows
    .filter((cells) => cells.length > 1)
    .map((cells) => {
      const decision = cells[at('decision')] ?? '';
      const isProposed = cells[at('proposal')] !== '';
      const [answer, documented] = decision === 'address' ? [address, true] : answerTo(decision, isProposed);
      counts.set(decision, (counts.get(decision) ?? 0) + 1);
      return cells.map((cell, index) => {
        if (index === at('answer')) return answer;
        if (!documented) return cell;
        if (index === at('document')) return '15/QĐ-UBND';
        return index === at('date') ? '2026-11-20' : cell;
      });
    });
  const quoted = (cell: string) => (/[",\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
  const text = [header ?? [], ...answered].map((cells) => cells.map(quoted).join(',')).join('\r\n');
  await writeFile(file, `\ufeff${text}\r\n`);
  return counts;
}

function answerTo(decision: string, proposed: boolean): readonly [answer: string, documented: boolean] {
  switch (decision) {
    case 'organization':
      return ['accept', true];
    case 'alias':
      return ['expire', false];
    case 'status':
      return ['active', false];
    case 'name':
    case 'phone':
      return [proposed ? 'accept' : 'keep', false];
    default:
      throw new Error(`nobody knows what to say to ${decision}`);
  }
}
