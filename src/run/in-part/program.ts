/** A digest of the program that summaries come from: another version, or one that is being worked on, begins anew. */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The rooms a summary comes from, below the folder this file is in with them. */
const rooms = ['desired', 'files', 'ldap', 'model', 'naming', 'plan', 'quiet', 'rules', 'run/in-part'];

/** Of every line that has a part in it, of the schemas, and of which packages read YAML. */
export function digestOfProgram(): Uint8Array {
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
