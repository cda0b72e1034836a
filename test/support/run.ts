/** Runs danhba's commands in this process, as a user would type them, and keeps what they said. */
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { apply } from '../../src/commands/apply.ts';
import { doctor } from '../../src/commands/doctor.ts';
import { lock } from '../../src/commands/lock.ts';
import { plan } from '../../src/commands/plan.ts';
import type { Plan } from '../../src/model/plan/plan.ts';
import type { Io } from '../../src/process/io.ts';
import { type Files, policyText } from './world.ts';

export interface Said {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

export interface Workplace {
  readonly root: string;
  /** Writes organization files by id; null removes one. */
  readonly write: (files: Readonly<Record<string, string | null>>) => Promise<void>;
  readonly plan: (options?: Partial<Parameters<typeof plan>[0]>) => Promise<Said & { plan: Plan }>;
  readonly apply: (options?: Partial<Parameters<typeof apply>[0]>) => Promise<Said>;
  /** Of the account with this key, upon a call. */
  readonly lock: (key: string, options: Partial<Parameters<typeof lock>[1]>) => Promise<Said>;
  readonly doctor: (options?: Partial<Parameters<typeof doctor>[0]>) => Promise<Said>;
  /** Any other command, with the settings of this server. */
  readonly said: (command: (io: Io) => Promise<number>) => Promise<Said>;
  readonly remove: () => Promise<void>;
}

export interface Server {
  readonly url: string;
  readonly baseDn: string;
  readonly bindDn: string;
  readonly passwordFile: string;
  /** How long a lost server is waited for; absent: as long as by default. */
  readonly waitSeconds?: number;
  /** More settings of the environment. */
  readonly environment?: Readonly<Record<string, string>>;
  /** The clock of the machine danhba runs on; absent: this one's. */
  readonly now?: () => Date;
  /** How slow the server may be; absent: as usual. */
  readonly pace?: Io['pace'];
}

/** A directory in a temporary folder, wired to this server as an operator would wire it. */
export async function makeWorkplace(server: Server, files: Files): Promise<Workplace> {
  const root = await mkdtemp(join(tmpdir(), 'danhba-test-'));
  const directory = join(root, 'directory');
  const { mkdir } = await import('node:fs/promises');
  await mkdir(join(directory, 'organizations'), { recursive: true });
  await writeFile(join(directory, 'policy.yaml'), policyText);
  const calendars = join(import.meta.dirname, '../../directory/calendar');
  await cp(calendars, join(directory, 'calendar'), { recursive: true });
  const write = async (changed: Readonly<Record<string, string | null>>) => {
    for (const [id, text] of Object.entries(changed)) {
      const file = join(directory, 'organizations', `${id}.yaml`);
      if (text === null) await rm(file);
      else await writeFile(file, text);
    }
  };
  await write(files);
  const said = async (command: (io: Io) => Promise<number>): Promise<Said> => {
    let out = '';
    let err = '';
    const io: Io = {
      out: (text) => {
        out += text;
      },
      err: (text) => {
        err += text;
      },
      environment: {
        DANHBA_LDAP_URL: server.url,
        DANHBA_LDAP_BIND_DN: server.bindDn,
        DANHBA_LDAP_PASSWORD_FILE: server.passwordFile,
        DANHBA_LDAP_WAIT: server.waitSeconds === undefined ? '' : String(server.waitSeconds),
        ...server.environment,
      },
      errIsTerminal: false,
      language: 'vi',
      now: server.now ?? (() => new Date()),
      ...(server.pace && { pace: server.pace }),
      input: (async function* () {})(),
    };
    const code = await command(io);
    return { code, out, err };
  };
  const common = { directory, today: '2026-11-23' };
  return {
    root,
    write,
    said,
    plan: async (options = {}) => {
      const result = await said((io) => plan({ ...common, format: 'json', ...options }, io));
      return { ...result, plan: JSON.parse(result.out) as Plan };
    },
    apply: (options = {}) =>
      said((io) =>
        apply(
          {
            ...common,
            journal: join(root, 'journal.jsonl'),
            credentials: join(root, 'credentials'),
            ...options,
          },
          io,
        ),
      ),
    lock: (key, options) =>
      said((io) => lock(key, { ...common, journal: join(root, 'journal.jsonl'), ...options }, io)),
    doctor: (options = {}) =>
      said((io) =>
        doctor(
          {
            ...common,
            format: 'json',
            journal: join(root, 'journal.jsonl'),
            credentials: join(root, 'credentials'),
            ...options,
          },
          io,
        ),
      ),
    remove: () => rm(root, { recursive: true, force: true }),
  };
}

export async function readSecret(file: string): Promise<string> {
  return (await readFile(file, 'utf8')).trimEnd();
}
