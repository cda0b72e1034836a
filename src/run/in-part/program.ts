/** A digest of the program that summaries come from: another version, or one that is being worked on, begins anew. */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageFolder } from '../../files/package-folder.ts';

/** The sources a summary comes from. */
const rooms = ['desired', 'files', 'ldap', 'model', 'naming', 'plan', 'quiet', 'rules', 'run/in-part'];

/** Installed, the sources lie together with all others, and the schemas with them (tools/build.ts). */
const isSource = import.meta.filename.endsWith('.ts');
const folders = isSource ? rooms.map((room) => `src/${room}`) : ['dist'];
const besides = isSource ? ['schemas/validate.js', 'package.json'] : ['package.json'];

/** Of every line that has a part in it, of the schemas, and of which packages read YAML. */
export function digestOfProgram(): Uint8Array {
  const hash = createHash('sha256');
  for (const folder of folders) {
    const found = readdirSync(join(packageFolder, folder), { recursive: true, withFileTypes: true });
    const files = found.map(({ parentPath, name }) => join(parentPath, name));
    for (const file of files.filter((one) => /\.[jt]s$/.test(one)).sort())
      hash.update(`${file.slice(packageFolder.length)}\n`).update(readFileSync(file));
  }
  for (const file of besides) hash.update(readFileSync(join(packageFolder, file)));
  return hash.digest();
}
