/** Changes the files of a generated province: the title of a share of its people, or of one person. */
import { glob, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** A person's, as the generator writes it: every one of them has one. */
const titleLine = /^ {4}title: .*$/gm;

/** Gives exactly this share of the people, evenly spread over the texts it is given one after another, another title. */
export function makeAlteration(share: number, title: string): (text: string) => string {
  let seen = 0;
  return (text) =>
    text.replace(titleLine, (line) => {
      seen++;
      return Math.floor(seen * share) > Math.floor((seen - 1) * share) ? `    title: ${title}` : line;
    });
}

export async function alterAll(directory: string, alter: (text: string) => string): Promise<void> {
  for (const file of await organizationFiles(directory)) await alterFile(file, alter);
}

/** The first person of one file; which one it is does not change from call to call. */
export async function alterOne(directory: string, title: string): Promise<void> {
  const files = await organizationFiles(directory);
  const file = files[Math.floor(files.length / 2)];
  if (file === undefined) throw new Error(`${directory}: no organization`);
  let isFirst = true;
  await alterFile(file, (text) =>
    text.replace(titleLine, (line) => {
      const altered = isFirst ? `    title: ${title}` : line;
      isFirst = false;
      return altered;
    }),
  );
}

async function organizationFiles(directory: string): Promise<readonly string[]> {
  const files: string[] = [];
  for await (const path of glob('organizations/**/*.yaml', { cwd: directory }))
    files.push(join(directory, path));
  return files.sort();
}

async function alterFile(file: string, alter: (text: string) => string): Promise<void> {
  const text = await readFile(file, 'utf8');
  const altered = alter(text);
  if (altered !== text) await writeFile(file, altered);
}
