/** What `danhba completion` prints, in the shells themselves: what each offers at the Tab key. */
import { spawnSync } from 'node:child_process';
import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runDanhba } from '../../support/child.ts';
import { runOnTerminal } from '../../support/terminal.ts';

let root: string;
const file = (shell: string) => join(root, `danhba.${shell}`);

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'danhba-completion-'));
  await cp(join(import.meta.dirname, '../../problems/_base'), join(root, 'directory'), { recursive: true });
  for (const shell of ['bash', 'zsh', 'fish']) {
    const { out, err, code } = await runDanhba(['completion', shell], { cwd: root });
    expect([err, code]).toEqual(['', 0]);
    await writeFile(file(shell), out);
  }
});

afterAll(() => rm(root, { recursive: true, force: true }));

function said(shell: string, args: readonly string[], input = ''): string {
  const { stdout, stderr, status, error } = spawnSync(shell, args, { cwd: root, input, encoding: 'utf8' });
  expect(error).toBeUndefined();
  expect(stderr).toBe('');
  expect(status).toBe(0);
  return stdout;
}

/** As bash calls it: the words so far, the last of them not ended. */
function inBash(line: string): readonly string[] {
  const words = line.split(' ').map((word) => `'${word}'`);
  const script = `source ${file('bash')}
COMP_WORDS=(${words.join(' ')}); COMP_CWORD=${words.length - 1}; _danhba; printf '%s\\n' "\${COMPREPLY[@]}"`;
  return said('bash', ['--norc', '-c', script]).split('\n').filter(Boolean);
}

/** fish tells by itself what it would offer, each with its description behind a tab. */
const inFish = (line: string): readonly string[] =>
  said('fish', ['--no-config', '-c', `source ${file('fish')}; complete -C '${line}'`])
    .split('\n')
    .filter(Boolean)
    .map((one) => one.split('\t')[0] ?? '');

/** zsh completes on a terminal alone; another key shows what the line has become. */
async function inZsh(line: string): Promise<string> {
  const prepared = `autoload -U compinit; compinit -u -D; source ${file('zsh')}
show() { BUFFER="print -r -- '<$BUFFER>'; exit"; zle accept-line }; zle -N show; bindkey '^X' show
print rea""dy\r`;
  const { shown } = await runOnTerminal('TERM=dumb PS1= exec zsh -f -i', {
    cwd: root,
    typed: [
      { after: '', keys: prepared },
      { after: 'ready', keys: `${line}\t\u0018` },
    ],
  });
  return shown;
}

const shells = { bash: inBash, fish: inFish } as const;

describe.each(Object.entries(shells))('%s', (_shell, offered) => {
  it.each([
    ['danhba che', ['check']],
    ['danhba audit ', ['verify']],
    ['danhba github do', ['doctor']],
    ['danhba report pass', ['passwords']],
    ['danhba completion ', ['bash', 'fish', 'zsh']],
    ['danhba check --format ', ['github', 'json', 'text']],
    ['danhba plan --format ', ['json', 'markdown', 'text']],
    ['danhba plan --organ', ['--organization']],
    ['danhba name organization X --kind com', ['commune']],
    // The value of an option is no command.
    ['danhba apply --journal check --ye', ['--yes']],
    ['danhba deadline --from ', []],
  ])('offers after "%s" %j', (line, words) => {
    expect([...offered(line)].sort()).toEqual(words);
  });

  it('offers every command, and the options of each', () => {
    expect(offered('danhba ')).toEqual(
      expect.arrayContaining(['check', 'plan', 'apply', 'completion', 'help']),
    );
    expect(offered('danhba audit verify --')).toEqual(
      expect.arrayContaining(['--head', '--directory', '--lang', '--help']),
    );
  });

  it('offers the ids of the organizations at hand', () => {
    expect(offered('danhba report held --organization ')).toEqual(expect.arrayContaining(['ubnd']));
  });
});

describe('bash', () => {
  it('knows the command by it', () => {
    const told = said('bash', ['--norc', '-c', `source ${file('bash')}; complete -p danhba`]);
    expect(told).toBe('complete -o default -F _danhba danhba\n');
  });

  it('leaves files to the shell, and offers nothing where nobody can know', () => {
    expect(inBash('danhba check dir')).toEqual([]);
    expect(inBash('danhba check --directory dir')).toEqual(['directory']);
  });
});

describe('fish', () => {
  it('offers files where a file is meant', () => {
    expect(inFish('danhba check dir')).toEqual(['directory/']);
    expect(inFish('danhba deadline dir')).toEqual([]);
  });
});

describe('zsh', () => {
  it.each([
    ['danhba che', 'danhba check'],
    ['danhba report pass', 'danhba report passwords'],
    ['danhba plan --organ', 'danhba plan --organization'],
    ['danhba github doc', 'danhba github doctor'],
    ['danhba check --format js', 'danhba check --format json'],
    ['danhba plan --organization ubn', 'danhba plan --organization ubnd'],
  ])('makes of "%s" "%s"', async (line, completed) => {
    expect(await inZsh(line)).toContain(`<${completed}`);
  });
});
