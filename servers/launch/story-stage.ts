// Where the story plays: the three servers, a workplace with files, the danhba command, and what people do with mail.

import { spawn } from 'node:child_process';
import { mkdir, readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { cli } from './command.ts';
import { type Dovecot, startDovecot } from './dovecot.ts';
import { type PasswordPage, startPasswordPage } from './password-page.ts';
import { type Postfix, startPostfix } from './postfix.ts';
import { type Slapd, startSlapd } from './slapd.ts';
import { writeProvince } from './story-files.ts';

/** The servers and the workplace, for as long as a story lasts. */
export interface Stage {
  readonly slapd: Slapd;
  /** Where a password is changed. */
  readonly page: PasswordPage;
  readonly dovecot: Dovecot;
  readonly postfix: Postfix;
  /** The folder a person of the operator works in; below it directory/, credentials/ and the key. */
  readonly root: string;
  /** What one step hands on to the next. */
  readonly memory: Map<string, unknown>;
  /** Commands that have not ended. */
  readonly running: Set<Promise<unknown>>;
  /** Ends them. */
  readonly stop: AbortSignal;
  /** Stops everything and leaves nothing behind. */
  close(): Promise<void>;
}

/** One step under way: what it runs and sees is kept for who watches. */
export interface Scene extends Stage {
  /** Runs the command in the workplace; gives what it wrote. @throws Error when it ends otherwise than `code`. */
  danhba(code: number, ...args: readonly string[]): Promise<string>;
  /** Shows an answer as it was given. @throws Error when it is not what the story tells. */
  see(what: string, answer: string, wanted: RegExp): void;
}

/** Told of each command and each answer as they come. */
export interface Watcher {
  command(line: string, code: number | null): void;
  seen(what: string, answer: string): void;
}

/** @throws Error where one of the servers does not start; Postfix needs root. */
export async function openStage(): Promise<Stage> {
  const ends: (() => Promise<unknown>)[] = [];
  const close = async () => {
    for (const end of ends.splice(0).reverse()) await end();
  };
  try {
    const slapd = await startSlapd();
    ends.push(slapd.stop);
    const page = await startPasswordPage({ slapd });
    ends.push(page.stop);
    const dovecot = await startDovecot({ slapd, changeUrl: page.url });
    ends.push(dovecot.stop);
    const postfix = await startPostfix({ slapd, dovecot });
    ends.push(postfix.stop);
    // In a folder that goes with its server, also when we are killed.
    const root = join(slapd.directory, 'story');
    await mkdir(root, { mode: 0o700 });
    const stop = new AbortController();
    const running = new Set<Promise<unknown>>();
    ends.push(async () => {
      stop.abort();
      // One that is still at work would make its folder anew.
      await Promise.allSettled(running);
    });
    const stage = {
      slapd,
      page,
      dovecot,
      postfix,
      root,
      memory: new Map(),
      running,
      stop: stop.signal,
      close,
    };
    const made = await runDanhba(stage, ['credentials', 'key', '--out', keyFile]);
    if (made.code !== 0) throw new Error(made.err);
    await writeProvince(root, slapd, made.out);
    return stage;
  } catch (error) {
    await close();
    throw error;
  }
}

/** The operator's private key, in the workplace. */
const keyFile = 'khoa.txt';

/** The stage with the means of a step. */
export function enterScene(stage: Stage, watcher: Watcher): Scene {
  return {
    ...stage,
    async danhba(code, ...args) {
      const ended = await runDanhba(stage, args);
      watcher.command(`danhba ${args.join(' ')}`, ended.code);
      if (ended.code === code) return ended.out;
      throw new Error(`danhba ${args.join(' ')}: ${ended.code}, ${code} wanted\n${ended.out}${ended.err}`);
    },
    see(what, answer, wanted) {
      if (!wanted.test(answer)) throw new Error(`${what}: ${answer || '""'}\n${wanted} wanted`);
      watcher.seen(what, answer);
    },
  };
}

interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** As a shell does it after the lab's environment was loaded. */
async function runDanhba(stage: Stage, args: readonly string[]): Promise<Ended> {
  const { slapd, dovecot, root } = stage;
  const child = spawn(process.execPath, [cli, ...args], {
    cwd: root,
    env: {
      PATH: process.env.PATH,
      DANHBA_LDAP_URL: slapd.url,
      DANHBA_LDAP_BIND_DN: slapd.reconciler.dn,
      DANHBA_LDAP_PASSWORD_FILE: slapd.reconciler.passwordFile,
      DANHBA_DOVEADM_URL: dovecot.doveadmUrl,
      DANHBA_DOVEADM_API_KEY_FILE: dovecot.apiKeyFile,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
    signal: stage.stop,
  });
  const ended = new Promise<number | null>((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', resolve);
  });
  const gone = new Promise<void>((resolve) => child.once('close', () => resolve()));
  stage.running.add(gone);
  void gone.then(() => stage.running.delete(gone));
  const [code, out, err] = await Promise.all([ended, text(child.stdout), text(child.stderr)]);
  return { code, out, err };
}

/** Opens the newest sealed file of a body, as its recipient does, and takes the password from the printed sheet. */
export async function openNewestSheet(scene: Scene, body: string, address: string): Promise<string> {
  const folder = join(scene.root, 'credentials');
  const names = (await readdir(folder)).filter((name) => name.startsWith(`${body}-`));
  const files = await Promise.all(
    names.map(async (name) => ({ name, at: (await stat(join(folder, name))).mtimeMs })),
  );
  const newest = files.sort((a, b) => b.at - a.at)[0];
  if (newest === undefined) throw new Error(`nothing is sealed for ${body}`);
  const head = (await readFile(join(folder, newest.name))).subarray(0, 21).toString('latin1');
  scene.see(newest.name, head, /^age-encryption\.org\/v1$/);
  const sheets = await scene.danhba(
    0,
    'credentials',
    'open',
    `credentials/${newest.name}`,
    '--identity',
    keyFile,
  );
  const sheet = sheets.slice(sheets.indexOf(address));
  const html = /<p class="password">(.*?)<\/p>/s.exec(sheet)?.[1] ?? '';
  const password = html
    .replace(/<[^>]*>/g, '')
    .replace(/&(amp|lt|gt);/g, (_, name: string) => entities[name]!);
  if (!sheets.includes(address)) throw new Error(`no sheet for ${address}`);
  // Not shown: a password is between the sheet and its holder.
  scene.see(`${address}, ký tự / characters`, String(password.length), /^([89]|[1-9]\d)$/);
  return password;
}

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>' };
