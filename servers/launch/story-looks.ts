// What the steps of the story share: who it is about, and looks at what the servers answer.

import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { until } from '../../test/support/mail.ts';
import { type Imap, openImap } from '../../test/support/mail-clients.ts';
import { an, binh, type Item } from './story-files.ts';
import { readSubjects, tryAllDoors } from './story-people.ts';
import type { Scene, Stage } from './story-stage.ts';

/** In Vietnamese and in English. */
export interface Words {
  readonly vi: string;
  readonly en: string;
}

export interface Step {
  readonly title: Words;
  /** What a person does. */
  readonly deed: Words;
  /** @throws Error where a server answers otherwise than the story tells. */
  readonly play: (scene: Scene) => Promise<void>;
}

export const old = 'annv.sotttt@laichau.gov.vn';
export const fresh = 'annv.sotc@laichau.gov.vn';
export const ownPassword = 'Mua-xuan-2026';
export const secondPassword = 'Mua-thu-2026';
export const thirdPassword = 'Mua-dong-2026';
export const refused = {
  IMAP: /^NO \[AUTHENTICATIONFAILED\]/,
  POP3: /^-ERR \[AUTH\]/,
  submission: /^535 /,
} as const;

export const oldDn = ({ slapd }: Stage) => `uid=${an.id},ou=people,${slapd.baseDn}`;
export const written = (...records: readonly string[]): readonly Item[] => [{ ...an, records }, binh];

/** A step's memory of an earlier one. */
export function recall<T>(scene: Scene, name: string): T {
  const value = scene.memory.get(name);
  if (value === undefined) throw new Error(`an earlier step has left no "${name}"`);
  return value as T;
}

/** Every way in says no, and in no other words than to a wrong password. */
export async function seeShutOut(scene: Scene, user: string, password: string): Promise<void> {
  for (const [door, answer] of await tryAllDoors(scene, user, password)) {
    scene.see(door, answer, refused[door as keyof typeof refused]);
  }
}

/** A mail program that stays connected. */
export async function openSession(scene: Scene, user: string, password: string): Promise<void> {
  const imap = await openImap(scene.dovecot.ports.imap);
  await imap.login(user, password);
  const { status, text } = await imap.command('SELECT INBOX');
  scene.see('IMAP, phiên để mở / a session left open', `${status} ${text}`, /^OK /);
  scene.memory.set('session', imap);
}

export async function seeSessionCut(scene: Scene): Promise<void> {
  const imap = recall<Imap>(scene, 'session');
  const { status, text } = await imap.command('NOOP');
  imap.close();
  scene.see('IMAP, phiên để mở / the open session', `${status} ${text}`, /^closed/);
}

/** What the journal keeps of the last change of a kind. */
export async function seeJournal(scene: Scene, kind: string, wanted: RegExp): Promise<void> {
  const lines = (await readFile(join(scene.root, '.danhba/journal.jsonl'), 'utf8')).split('\n');
  const line = lines.findLast((one) => one.includes(`"kind":"${kind}"`)) ?? '';
  scene.see('nhật ký / journal', line, wanted);
}

/** What a plan holds back of an account, and why. */
export async function heldOf(scene: Scene, today: string, key: string): Promise<string> {
  const json = await scene.danhba(0, 'plan', '--today', today, '--format', 'json');
  const { held } = JSON.parse(json) as { held: readonly { key: string }[] };
  return JSON.stringify(held.find((one) => one.key === key)) ?? '';
}

export const lineWith = (output: string, part: string) =>
  output
    .split('\n')
    .find((line) => line.includes(part))
    ?.trim() ?? '';

/** The inbox holds exactly these; mail needs a moment from SMTP to the mailbox. */
export async function seeSubjects(
  scene: Scene,
  user: string,
  password: string,
  subjects: readonly string[],
): Promise<void> {
  let found: readonly string[] = [];
  await until(async () => {
    found = await readSubjects(scene, user, password);
    return found.length >= subjects.length;
  });
  scene.see('IMAP', found.join(', '), new RegExp(`^${subjects.join(', ')}$`));
}
