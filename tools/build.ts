/**
 * Makes `dist/`, the program as it is installed: without types, and in fewer files than it is written in. Node looks for
 * each file anew at every start; what a command needs is still loaded when it is typed. `node tools/build.ts`
 */
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { rolldown } from 'rolldown';

const root = join(import.meta.dirname, '..');
const folder = join(root, 'dist');

/**
 * `entries` are sources below the project, by the names they have in `dist/`. A file that says the same already is left
 * alone, as somebody may be running it; what is of no entry goes.
 */
export async function build(
  entries: Readonly<Record<string, string>> = { cli: 'src/cli.ts' },
): Promise<void> {
  const program = await rolldown({
    cwd: root,
    input: entries,
    platform: 'node',
    // Packages stay where npm puts them: who mends one of them mends it for danhba.
    external: [/^node:/, /^@?[a-z]/],
    onLog: (level, { message }) => {
      if (level !== 'debug') throw new Error(message);
    },
  });
  const { output } = await program.generate({
    format: 'esm',
    entryFileNames: '[name].js',
    // As deep below the package as the sources are that tell from their own place where it lies.
    chunkFileNames: 'program/[name].js',
  });
  await program.close();
  const made = new Map(output.map((one) => [one.fileName, one.type === 'chunk' ? one.code : one.source]));
  for (const [name, text] of made) await writeIfOther(join(folder, name), text);
  for (const name of await filesBelow(folder)) if (!made.has(name)) await rm(join(folder, name));
}

async function writeIfOther(file: string, text: string | Uint8Array): Promise<void> {
  const there = await readFile(file).catch(() => undefined);
  if (there?.equals(Buffer.from(text)) === true) return;
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, text);
}

async function filesBelow(folder: string): Promise<readonly string[]> {
  const found = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = found.filter((one) => one.isFile());
  return files.map(({ parentPath, name }) => join(parentPath, name).slice(folder.length + 1));
}

if (import.meta.main) await build();
