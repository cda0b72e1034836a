/** A copy of the repository, and a shell in it in which what a page shows is typed. */
import { execFile, spawn } from 'node:child_process';
import { globSync } from 'node:fs';
import { cp, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { renderCalendarDraft } from '../../src/render/calendar-draft.ts';
import { ownOnly } from './child.ts';
import { type PageEdit, writeEdit } from './page-edits.ts';
import { isAsShown, type TypedCommand } from './page-tour.ts';

const root = join(import.meta.dirname, '../..');

/** The day the pages were written on; npm's own start is the same each time, and left out. */
const danhba = `danhba() {
  local command=$1; shift
  case $command in
    check|plan|apply) node dist/cli.js "$command" --today 2026-11-24 "$@" ;;
    *) node dist/cli.js "$command" "$@" ;;
  esac
}`;

export interface TypedShell {
  readonly folder: string;
  /** What is seen, of both streams; what was read by "set -a" before, and the last exit code, are known. */
  type(command: string): Promise<string>;
  /** "as shown", or what the page shows beside what is seen. */
  compare(typed: TypedCommand): Promise<string>;
  /** Writes into the file of an organization, wherever it lies. */
  edit(edit: PageEdit, directory?: string): Promise<void>;
  close(): Promise<void>;
}

export async function openTypedShell(): Promise<TypedShell> {
  const folder = await mkdtemp(join(tmpdir(), 'danhba-typed-'));
  for (const name of [
    'package.json',
    'node_modules',
    'src',
    'dist',
    'servers',
    'schemas',
    'assets',
    'tools',
  ]) {
    await symlink(join(root, name), join(folder, name));
  }
  for (const name of ['directory', '.github']) {
    await cp(join(root, name), join(folder, name), { recursive: true });
  }
  // The pages show what is seen while the next year's calendar is not missed; that it is, README says.
  const calendar = renderCalendarDraft(2027).replace(/^source: .*$/m, 'source: 1/TB');
  await writeFile(join(folder, 'directory/calendar/2027.yaml'), calendar);
  const git = (...args: string[]) =>
    promisify(execFile)('git', ['-C', folder, '-c', 'user.name=a', '-c', 'user.email=a@b', ...args]);
  await git('init', '--quiet');
  await git('add', 'directory', '.github');
  await git('commit', '--quiet', '-m', 'sample');

  let last = 0;
  let settings = '';
  const type = async (command: string): Promise<string> => {
    if (command.startsWith('set -a')) settings = command;
    const typed = command.replaceAll('npm run -s danhba --', 'danhba');
    const shell = spawn('bash', ['-c', `${danhba}\n${settings}\n(exit ${last})\n${typed}\n`], {
      cwd: folder,
      env: { ...ownOnly, PATH: `${join(root, 'node_modules/.bin')}:${process.env.PATH}`, LC_ALL: 'C.UTF-8' },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let said = '';
    for (const stream of [shell.stdout, shell.stderr]) {
      stream.setEncoding('utf8').on('data', (text: string) => {
        said += text;
      });
    }
    last = await new Promise<number>((resolve, reject) => {
      shell.once('error', reject);
      shell.once('close', (code) => resolve(code ?? 1));
    });
    return said;
  };
  return {
    folder,
    type,
    async compare({ command, shown }) {
      const said = await type(command);
      return isAsShown(shown, said) ? 'as shown' : `${shown.join('\n')}\n--- but it says ---\n${said}`;
    },
    async edit(edit, directory = 'directory') {
      const [file = ''] = globSync(`${directory}/organizations/**/${edit.organization}.yaml`, {
        cwd: folder,
      });
      const path = join(folder, file);
      await writeFile(path, writeEdit(await readFile(path, 'utf8'), edit));
    },
    close: () => rm(folder, { recursive: true, force: true }),
  };
}
