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
    const found = readdirSync(join(program, room), { recursive: true, withFileTypes: true });
    const files = found.map(({ parentPath, name }) => join(parentPath, name));
    for (const file of files.filter((one) => /\.[jt]s$/.test(one)).sort())
      hash.update(`${file.slice(program.length)}\n`).update(readFileSync(file));
  }
  for (const file of ['schemas/validate.js', 'package.json'])
    hash.update(readFileSync(join(program, '..', file)));
  return hash.digest();
}
