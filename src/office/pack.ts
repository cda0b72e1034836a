/** Packs the parts of an Office file: the same parts are the same bytes, whenever and wherever they are packed. */
import { type Zippable, zipSync } from 'fflate';

/** No clock goes into the file. */
export function packParts(parts: Readonly<Record<string, Uint8Array>>): Uint8Array {
  const files: Zippable = {};
  // Local time, for that is what a zip file keeps.
  const options = { mtime: new Date(1980, 0, 1), level: 9 } as const;
  for (const name of Object.keys(parts).toSorted(byPlace)) files[name] = [parts[name] as Uint8Array, options];
  return zipSync(files);
}

/** The list of types first: readers look there for what the file is. */
const byPlace = (a: string, b: string): number => rank(a) - rank(b) || (a < b ? -1 : 1);
const rank = (name: string): number => (name === '[Content_Types].xml' ? 0 : name === '_rels/.rels' ? 1 : 2);
