// The files of the story's own small province: two bodies, and the person whose mailbox it is about.

import { cp, mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Slapd } from './slapd.ts';

const shipped = fileURLToPath(new URL('../../directory/', import.meta.url));

/** The days of the story, in order; all lie in years whose calendar is signed off. */
export const day = {
  issued: '2026-09-14',
  forwarding: '2026-09-21',
  suspended: '2026-09-22',
  reset: '2026-09-24',
  restored: '2026-10-05',
  transferred: '2026-10-12',
  // One month, as the story's policy says, and the day after.
  waits: '2026-11-12',
  deleted: '2026-11-13',
  asked: '2026-11-16',
} as const;

/** What is written behind a person's name, a line each. */
export const record = {
  suspension: `suspension: {reason: violation, clause: "12.5", document: 31/QĐ-STTTT, date: ${day.suspended}}`,
  reset: 'passwordReset: {document: 13/STTTT-VP, date: 2026-09-23}',
  restoration: 'restoration: {document: 12/STTTT-VP, date: 2026-10-02}',
} as const;

const names = { sotttt: 'Sở Thông tin và Truyền thông', sotc: 'Sở Tài chính' } as const;
export type BodyId = keyof typeof names;

export const an = { id: 'LC-000001', name: 'Nguyễn Văn An' };
export const binh = { id: 'LC-000002', name: 'Trần Thị Bình' };
export const namesake = { id: 'LC-000003', name: 'Nguyễn Vũ An' };

/** One person of a file. */
export interface Item {
  readonly id: string;
  readonly name: string;
  readonly records?: readonly string[];
}

function renderBody(id: BodyId, people: readonly Item[]): string {
  const items = people.map(({ id: person, name, records = [] }) =>
    [`  - id: ${person}`, `name: ${name}`, ...records].join('\n    '),
  );
  const list = items.length === 0 ? 'people: []' : `people:\n${items.join('\n')}`;
  return `id: ${id}\nname: ${names[id]}\nkind: provincial\nparent: ubnd\ncode: ${id}\nmailbox: none\n${list}\n`;
}

/** Writes the file of one body. */
export async function writeBody(root: string, id: BodyId, people: readonly Item[]): Promise<void> {
  await writeFile(join(root, 'directory/organizations', `${id}.yaml`), renderBody(id, people));
}

/** The shipped policy and calendars, and the body above the others; `recipients` is YAML of who opens what is sealed. */
export async function writeProvince(root: string, slapd: Slapd, recipients: string): Promise<void> {
  const directory = join(root, 'directory');
  await mkdir(join(directory, 'organizations'), { recursive: true });
  await cp(join(shipped, 'calendar'), join(directory, 'calendar'), { recursive: true });
  const policy = (await readFile(join(shipped, 'policy.yaml'), 'utf8'))
    .replace(/^domain: \S+/m, `domain: ${slapd.domain}`)
    .replace(/^baseDn: \S+/m, `baseDn: ${slapd.baseDn}`)
    .replace(/^operator: \S+/m, 'operator: ubnd')
    // Twelve months would not fit between the first login, which is of the real day, and the last calendar.
    .replace(/keepTerminatedMonths: \d+/, 'keepTerminatedMonths: 1');
  await writeFile(join(directory, 'policy.yaml'), policy);
  const committee =
    'id: ubnd\nname: Ủy ban nhân dân tỉnh Lai Châu\nkind: people-committee\ncode: ubnd\nmailbox: none\n';
  await writeFile(join(directory, 'organizations/ubnd.yaml'), committee + recipients);
}
