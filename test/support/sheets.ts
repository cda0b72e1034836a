/** Sealed sheets as their recipient reads them: the passwords by address. */
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { openSealedFile } from '../../src/credentials/open.ts';

/** Address and password of each sheet of an opened file. */
export function readSheets(html: string): Map<string, string> {
  const sheets = html.matchAll(/class="address">([^<]*)<[\s\S]*?<p class="password">([\s\S]*?)<\/p>/g);
  return new Map([...sheets].map(([, address = '', cells = '']) => [address, cells.replace(/<[^>]*>/g, '')]));
}

/** Every password that was ever sealed for an address, in the order of the sealing. */
export async function sealedPasswords(folder: string, identity: string): Promise<Map<string, string[]>> {
  // A run that was killed while it wrote one has left the beginning of it, by another name: nobody has that password.
  const names = (await readdir(folder)).filter((name) => name.endsWith('.age'));
  const files = await Promise.all(
    names.map(async (name) => {
      const file = join(folder, name);
      const [{ mtimeMs }, html] = await Promise.all([stat(file), openSealedFile(file, [identity])]);
      return { at: mtimeMs, sheets: readSheets(html) };
    }),
  );
  const found = new Map<string, string[]>();
  for (const { sheets } of files.sort((a, b) => a.at - b.at)) {
    for (const [address, password] of sheets) found.set(address, [...(found.get(address) ?? []), password]);
  }
  return found;
}
