/** What summaries of files are kept by from one run to the next, and what has to be the same for them to be used again. */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkSchema } from '../../desired/read/schema.ts';
import { type Cache, openCache } from '../../files/cache.ts';
import type { HashKey } from '../../model/quiet/keyed-hash.ts';
import { countRows } from '../../quiet/rows.ts';
import {
  type Checksum,
  decodeSnapshot,
  encodeSnapshot,
  type KeptFile,
  type Snapshot,
} from '../../quiet/snapshot.ts';
import type { Basis } from './basis.ts';
import type { Summaries } from './summaries.ts';

/** Of fewer people nothing is kept: they are read in less time than a snapshot of them. */
const fewest = 1000;

export interface Kept {
  readonly snapshot: Snapshot | undefined;
  /** Keeps what was read for the next run, where that is worth it and not there already. */
  readonly keep: (hashKey: HashKey, read: Summaries) => void;
}

/** Without a folder nothing is kept. */
export function openKept(folder: string | undefined, root: string, basis: Basis, today: string): Kept {
  if (folder === undefined) return { snapshot: undefined, keep: () => {} };
  // Asked for where there is something to compare: a small directory has nothing.
  const terms = () => termsOf(basis, today);
  const cache: Cache = openCache(folder, root);
  const octets = cache.read();
  const decoded = octets && decodeSnapshot(octets, terms(), checksum);
  const snapshot = decoded !== undefined && isOfSchema(decoded) ? decoded : undefined;
  return {
    snapshot,
    keep: (hashKey, read) => {
      const files = new Map<string, KeptFile>();
      let people = 0;
      for (const { path, digest, summary } of read.files) {
        if (summary === undefined) continue;
        files.set(path, { digest, summary });
        people += countRows(summary.rows) + summary.loud.length;
      }
      const before = snapshot?.files;
      const isSame =
        before?.size === files.size &&
        [...files].every(([path, { summary }]) => before.get(path)?.summary === summary);
      if (people >= fewest && !isSame) cache.write(encodeSnapshot({ hashKey, files }, terms(), checksum));
    },
  };
}

/** What is used again is data as a file gives it; anything else was written by somebody who knows how a checksum is made. */
function isOfSchema({ files }: Snapshot): boolean {
  return [...files].every(([path, { summary }]) => {
    const { organization, loud } = summary;
    const people = loud.map(({ person }) => person);
    const whole = organization.people === undefined ? organization : { ...organization, people };
    return (
      (organization.people !== undefined || loud.length === 0) &&
      checkSchema('organization', path, whole).length === 0
    );
  });
}

const checksum: Checksum = (...octets) => {
  const hash = createHash('sha256');
  for (const one of octets) hash.update(one);
  return hash.digest();
};

/** The day, the policy, the calendars and the grants, as they are written, and the program. */
function termsOf({ sources, unreadable }: Basis, today: string): Uint8Array {
  const said = sources.map(({ path, text }) => [path, text]);
  const unread = unreadable.map(({ path }) => path);
  return createHash('sha256')
    .update(JSON.stringify([1, today, said, unread, process.version, process.versions.icu]))
    .update(digestOfProgram())
    .digest();
}

/** The rooms a summary comes from, below the folder this file is in with them. */
const rooms = ['desired', 'files', 'ldap', 'model', 'naming', 'plan', 'quiet', 'rules', 'run/in-part'];

/** Of every line that has a part in it, of the schemas, and of which packages read YAML: another version, or one that is being worked on, begins anew. */
function digestOfProgram(): Uint8Array {
  const program = join(import.meta.dirname, '../..');
  const hash = createHash('sha256');
  for (const room of rooms) {
    const names = readdirSync(join(program, room), { recursive: true, encoding: 'utf8' });
    for (const name of names.filter((one) => /\.[jt]s$/.test(one)).sort()) {
      hash.update(`${room}/${name}\n`).update(readFileSync(join(program, room, name)));
    }
  }
  for (const file of ['schemas/validate.js', 'package.json'])
    hash.update(readFileSync(join(program, '..', file)));
  return hash.digest();
}
