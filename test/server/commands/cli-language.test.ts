/** Every command speaks one language to its end: its help, what it says of wrong arguments and of errors, what it found. */
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { runDanhba } from '../../support/child.ts';
import { englishIn, vietnameseIn } from '../../support/language.ts';

const root = join(import.meta.dirname, '../../..');
const languages = [
  ['vi', englishIn],
  ['en', vietnameseIn],
] as const;
const danhba = (args: readonly string[], language: string, environment = {}) =>
  runDanhba([...args, '--lang', language], { cwd: root, environment });

const commands = [
  '',
  'adopt',
  'apply',
  'audit',
  'audit verify',
  'calendar',
  'calendar draft',
  'check',
  'codeowners',
  'completion',
  'consent',
  'credentials',
  'credentials key',
  'credentials open',
  'deadline',
  'demo',
  'doctor',
  'export',
  'github',
  'github answer',
  'github doctor',
  'github request',
  'github review',
  'import',
  'init',
  'lock',
  'name',
  'name organization',
  'name person',
  'notices',
  'notices draft',
  'notices list',
  'notices record',
  'password-page',
  'person-id',
  'plan',
  'publish',
  'reconcile',
  'report',
];

describe.each(languages)('%s alone', (language, foreignIn) => {
  it('says the help of every command, a word for each option', async () => {
    const seen = new Set<string>();
    for (const command of commands) {
      const { out, code } = await danhba([...command.split(' ').filter(Boolean), '--help'], language);
      expect(code, command).toBe(0);
      // A line to be typed is of no language.
      const told = out.replace(/^ {2}(\$ .*|[a-z-]+)/gm, ' ');
      expect(foreignIn(told), `${command}\n${out}`).toEqual([]);
      expect(out, 'an option without a word').not.toMatch(/^ {2}-[^ ]+( [<[][^ ]+)?(, --[a-z]+)? *$/m);
      for (const [, below = ''] of (out.split(/^(?:Lệnh|Commands):$/m)[1] ?? '').matchAll(
        /^ {2}([a-z][a-z-]*) /gm,
      ))
        seen.add(`${command} ${below}`.trim());
    }
    expect([...seen].filter((command) => !command.endsWith('help')).sort()).toEqual(commands.slice(1).sort());
  }, 300_000);

  it.each([
    ['an unknown command', ['chekc']],
    ['an unknown option', ['check', '--formt', 'json']],
    ['too many arguments', ['apply', 'a.json', 'b.json']],
    ['a missing argument', ['report']],
    ['a missing option', ['name', 'person', 'An']],
    ['an option without its value', ['plan', '--out', '--lang']],
    ['no such day', ['check', '--today', '2026-02-30']],
    ['no such directory', ['check', '--directory', 'khong-co']],
    ['no setting', ['plan']],
    [
      'no server',
      ['report', 'held'],
      { DANHBA_LDAP_URL: 'ldap://127.0.0.1:9', DANHBA_LDAP_BIND_DN: 'cn=x', DANHBA_LDAP_PASSWORD: 'x' },
    ],
    ['no plan', ['apply', 'package.json']],
    ['no undo', ['adopt']],
    ['no report', ['report', 'deadlins']],
    ['no file', ['export', '--format', 'xlsx']],
    ['not for everybody', ['export', '--format', 'ics']],
    ['no period', ['report', 'usage', '--period', '2026-Q9']],
    ['an option of another report', ['report', 'held', '--period', '2026']],
    ['no token', ['github', 'answer']],
    ['no audit', ['audit', 'verify', 'khong-co']],
    ['no calendar', ['deadline', '--from', '2050-01-01', '--days', '3']],
    ['no map', ['import', '--from', 'a.csv', '--map', 'khong-co.yaml']],
    ['no source', ['import', '--from', 'a.doc', '--map', 'khong-co.yaml', '--suggest-map']],
    ['a clean directory', ['check']],
    ['a wrong name', ['name', 'person', 'An', '--suffix', 'sotttt']],
    ['a due day', ['deadline', '--from', '2026-11-23', '--working-days', '3']],
  ] as [string, readonly string[], object?][])('says %s', async (_what, args, environment = {}) => {
    const { out, err } = await danhba(args, language, environment);
    expect(out + err).not.toBe('');
    expect(foreignIn(out + err), out + err).toEqual([]);
  });

  it('compares the ready forms of places under the province', async () => {
    const { out, code } = await danhba(['name', '--forms'], language);
    expect(code).toBe(0);
    const withoutNames = out.replace(
      /(?:Xã|Thị trấn|Huyện)(?: \p{Lu}\p{Ll}+)+|directory\/\S+|\S*\{[a-z]+\}\S*/gu,
      '',
    );
    expect(foreignIn(withoutNames), withoutNames).toEqual([]);
  });

  it('tells the whole story of the demo: plans, outcomes, what comes next', async () => {
    const { out, code } = await danhba(['demo'], language);
    expect(code).toBe(0);
    const ours = out
      .split('\n')
      .filter(
        (line) =>
          !/[\p{Lu}][\p{Ll}]+ .*<.*@|npm run|node tools|set -a|^ *· |\[[a-z-]+\]|^ +[a-z-]+ .*\d$/u.test(
            line,
          ),
      );
    expect(foreignIn(ours.join('\n'))).toEqual([]);
  }, 300_000);
});
