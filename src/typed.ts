/** What can be typed: every command with its arguments and options. */
import { Command } from 'commander';
import { findOpenSecrets } from './config.ts';
import { commands } from './load-command.ts';
import { noticeKinds } from './model/notice.ts';
import type { ExitCode, Io } from './process/io.ts';
import { remarkText } from './render/errors/remark.ts';
import { commandHelp } from './render/help.ts';
import { describe, helpIn, shapeOf } from './usage.ts';
import { version } from './version.ts';

/** The whole of what can be typed; `run` is given what a command comes to. */
export function makeProgram(io: Io, run: (command: Promise<ExitCode>) => Promise<void>): Command {
  const program = new Command('danhba')
    .version(version)
    .exitOverride()
    .configureHelp(helpIn(io.language))
    // What commander says in English is told below, as every error is.
    .configureOutput({ outputError: () => {} })
    .helpOption('-h, --help', '')
    .helpCommand('help [command]', commandHelp.help?.[io.language])
    .hook('preAction', () => {
      for (const open of findOpenSecrets(io.environment)) {
        io.err(`[${open.says}] ${remarkText(open, io.language)}\n`);
      }
    });
  const command = (name: string) =>
    program
      .command(name)
      .option('--directory <dir>', '', 'directory')
      .option('--today <date>')
      .option('--lang <language>', 'vi | en');

  /** Of a command below another, which takes the options of that one too; `With` an argument of its own. */
  type Below<Given extends unknown[]> = () => Promise<(...given: [...Given, never, Io]) => Promise<ExitCode>>;
  const all = (options: object, self: Command) =>
    ({ ...self.optsWithGlobals<object>(), ...options }) as never;
  const below = (load: Below<[]>) => async (options: object, self: Command) =>
    run((await load())(all(options, self), io));
  const belowWith = (load: Below<[never]>) => async (given: unknown, options: object, self: Command) =>
    run((await load())(given as never, all(options, self), io));

  command('check')
    .argument('[file...]')
    .option('--format <format>', 'text | json | github', 'text')
    .option('--no-cache')
    .action(async (files, options) => run((await commands.check())({ ...options, files }, io)));

  command('codeowners')
    .option('--check')
    .action(async (options) => run((await commands.codeowners())(options, io)));

  command('plan')
    .option('--format <format>', 'text | json | markdown', 'text')
    .option('--out <file>')
    .option('--approve <digest>')
    .option('--expect <number>')
    .option('--organization <id>')
    .option('--all')
    .option('--adopt <file>')
    .option('--no-cache')
    .action(async (options) => run((await commands.plan())(options, io)));

  command('apply')
    .argument('[plan]')
    .option('--digest <digest>')
    .option('--approve <digest>')
    .option('--expect <number>')
    .option('--journal <file>', '', '.danhba/journal.jsonl')
    .option('--credentials <dir>', '', 'credentials')
    .option('--record')
    .option('--adopt <file>')
    .option('--audit <file>')
    .option('--yes')
    .action(async (planFile, options) =>
      run((await commands.apply())({ ...options, ...(planFile && { planFile }) }, io)),
    );

  command('adopt')
    .option('--undo <file>')
    .option('--digest <digest>')
    .option('--expect <number>')
    .option('--journal <file>', '', '.danhba/journal.jsonl')
    .option('--audit <file>')
    .option('--yes')
    .action(async (options) => run((await commands.adopt())(options, io)));

  command('reconcile')
    .option('--approve <digest>')
    .option('--journal <file>', '', '.danhba/journal.jsonl')
    .option('--credentials <dir>', '', 'credentials')
    .option('--record')
    .option('--notices <dir>')
    .option('--audit <file>')
    .option('--metrics <file>')
    .option('--summary <file>')
    .option('--github')
    .option('--commit <sha>')
    .option('--consented <sha>')
    .option('--publish <dir>')
    .option('--publish-internal <dir>')
    .action(async (options) => run((await commands.reconcile())(options, io)));

  command('consent')
    .requiredOption('--base <dir>')
    .requiredOption('--head <dir>')
    .requiredOption('--author <login>')
    .option(
      '--approver <login>',
      '',
      (login: string, all: readonly string[]) => [...all, login],
      [] as readonly string[],
    )
    .option('--format <format>', 'text | json', 'text')
    .action(async (options) => run((await commands.consent())(options, io)));

  command('lock')
    .argument('<key>')
    .option('--reason <text>')
    .option('--lift')
    .option('--journal <file>', '', '.danhba/journal.jsonl')
    .option('--audit <file>')
    .action(async (key, options) => run((await commands.lock())(key, options, io)));

  const audit = command('audit').action((_options, self: Command) => self.help({ error: true }));
  audit
    .command('verify <file>')
    .option('--head <hash>')
    .action(belowWith(async () => (await commands.audit()).verify));

  const github = command('github').action((_options, self: Command) => self.help({ error: true }));
  github
    .command('review')
    .requiredOption('--pull-request <number>')
    .requiredOption('--base <dir>')
    .option('--commit <sha>')
    .option('--out <file>')
    .action(below(commands.githubReview));
  github
    .command('answer')
    .option('--branch <name>')
    .option('--pull-request <number>')
    .action(below(commands.githubAnswer));
  github.command('request').requiredOption('--issue <number>').action(below(commands.githubRequest));

  github
    .command('doctor')
    .option('--format <format>', 'text | json', 'text')
    .action(below(commands.githubDoctor));

  command('import')
    .requiredOption('--from <source>')
    .requiredOption('--map <file>')
    .option('--out <dir>')
    .option('--policy <file>')
    .option('--suggest-map')
    .option('--overwrite')
    .action(async (options) => run((await commands.importDirectory())(options, io)));

  command('init')
    .argument('<dir>')
    .option('--domain <domain>')
    .option('--base-dn <dn>')
    .option('--province <name>')
    .option('--operator-name <name>')
    .option('--operator-code <code>')
    .option('--danhba <spec>')
    .option('--refresh')
    .action(async (folder, options) => run((await commands.init())(folder, options, io)));

  const name = command('name')
    .option('--stdin')
    .option('--forms')
    .option('--json', 'JSON')
    .action(async (options, self: Command) => {
      if (options.forms === true) return run((await commands.nameForms())(options, io));
      if (options.stdin !== true) self.help({ error: true });
      await run((await commands.name()).nameBatch(options, io));
    });
  name
    .command('person <name>')
    .requiredOption('--suffix <label>')
    .option('--address <address>')
    .option('--decision <document>')
    .option('--json', 'JSON')
    .action(belowWith(async () => (await commands.name()).namePerson));
  name
    .command('organization <name>')
    .requiredOption('--kind <kind>', 'provincial, district-room, commune …')
    .option('--parent <localpart>')
    .option('--code <code>')
    .option('--address <address>')
    .option('--decision <document>')
    .option('--json', 'JSON')
    .action(belowWith(async () => (await commands.name()).nameOrganization));

  command('person-id').action(async (options) => run((await commands.personId())(options, io)));

  const calendar = command('calendar').action((_options, self: Command) => self.help({ error: true }));
  calendar
    .command('draft <year>')
    .action(async (year, _options, self: Command) =>
      run((await commands.calendar())(year, self.optsWithGlobals(), io)),
    );

  command('deadline')
    .requiredOption('--from <date>')
    .option('--working-days <n>')
    .option('--days <n>')
    .option('--months <n>')
    .option('--json', 'JSON')
    .action(async (options) => run((await commands.deadline())(options, io)));

  command('report')
    .argument(
      '<report>',
      'deadlines | inactive | passwords | suspended | held | custodians | legacy | forwards | mail | unmanaged | usage',
    )
    .option('--format <format>', 'text | json | markdown | html | csv | xlsx')
    .option('--out <file>')
    .option('--organization <id>')
    .option('--all')
    .option('--period <period>')
    .option('--audience <audience>', 'public | internal')
    .option('--audit <file>')
    .action(async (name, options) => run((await commands.report())(name, options, io)));

  command('publish')
    .requiredOption('--out <dir>')
    .option('--audience <audience>', 'public | internal', 'public')
    .option('--audit <file>')
    .action(async (options) => run((await commands.publish())(options, io)));

  command('export')
    .requiredOption('--format <format>', 'csv | xlsx | outlook | vcard | vcard21 | ldif | ics')
    .option('--out <file>')
    .option('--audience <audience>', 'public | internal', 'public')
    .option('--organization <id>')
    .action(async (options) => run((await commands.exportDirectory())(options, io)));

  const notices = command('notices').action((_options, self: Command) => self.help({ error: true }));
  notices
    .command('draft')
    .requiredOption('--out <dir>')
    .option('--kind <kind>', noticeKinds.join(' | '))
    .option('--organization <id>')
    .option('--since <date>')
    .option('--audit <file>')
    .action(below(commands.noticesDraft));

  notices
    .command('list')
    .option('--drafts <dir>')
    .option('--format <format>', 'text | json | markdown', 'text')
    .action(below(commands.noticesList));
  notices
    .command('record')
    .argument('<file...>')
    .requiredOption('--document <document>')
    .requiredOption('--date <date>')
    .option('--copied <date>')
    .action(belowWith(commands.noticesRecord));

  const credentials = command('credentials').action((_options, self: Command) => self.help({ error: true }));
  credentials
    .command('open <file>')
    .requiredOption('--identity <file>')
    .option('--out <file>')
    .action(belowWith(async () => (await commands.credentials()).openCredentials));
  credentials
    .command('key')
    .requiredOption('--out <file>')
    .action(below(async () => (await commands.credentials()).makeCredentialKey));

  command('password-page')
    .option('--listen <address>', '', '127.0.0.1:8089')
    .action(async (options) => run((await commands.passwordPage())(options, io)));

  command('completion')
    .argument('<shell>', 'bash | zsh | fish')
    .action(async (shell) => run((await commands.completion())(shell, shapeOf(program), io)));

  command('doctor')
    .option('--format <format>', 'text | json', 'text')
    .option('--journal <file>', '', '.danhba/journal.jsonl')
    .option('--credentials <dir>', '', 'credentials')
    .action(async (options) => run((await commands.doctor())(options, io)));

  command('demo').action(async (options) => run((await commands.demo())(options, io)));
  describe(program, io.language);
  return program;
}
