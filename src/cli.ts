#!/usr/bin/env node
/** The `danhba` command: reads arguments, runs one command, turns what it says into an exit code. */
import { enableCompileCache } from 'node:module';
import { Command, CommanderError } from 'commander';
import { type ExitCode, exitCode, exitCodeOf, type Io, renderError } from './commands/io.ts';
import { warnOfSecretFiles } from './config.ts';
import { version } from './version.ts';

// Every command loads only what it needs, and finds it compiled from the second run on.
enableCompileCache();
const commands = {
  apply: async () => (await import('./commands/apply.ts')).apply,
  audit: () => import('./commands/audit.ts'),
  check: async () => (await import('./commands/check.ts')).check,
  codeowners: async () => (await import('./commands/codeowners.ts')).codeowners,
  consent: async () => (await import('./commands/consent.ts')).consent,
  credentials: () => import('./commands/credentials.ts'),
  deadline: async () => (await import('./commands/deadline.ts')).deadline,
  demo: async () => (await import('./commands/demo.ts')).demo,
  githubDoctor: async () => (await import('./commands/github-doctor.ts')).githubDoctor,
  githubRequest: async () => (await import('./commands/github-request.ts')).githubRequest,
  githubAnswer: async () => (await import('./commands/github-answer.ts')).githubAnswer,
  githubReview: async () => (await import('./commands/github-review.ts')).githubReview,
  name: () => import('./commands/name.ts'),
  plan: async () => (await import('./commands/plan.ts')).plan,
  reconcile: async () => (await import('./commands/reconcile.ts')).reconcile,
  report: async () => (await import('./commands/report.ts')).report,
};

const io: Io = {
  out: (text) => void process.stdout.write(text),
  err: (text) => void process.stderr.write(text),
  environment: process.env,
  errIsTerminal: process.stderr.isTTY === true,
  now: () => new Date(),
  input: process.stdin,
};

function makeProgram(run: (command: Promise<ExitCode>) => Promise<void>): Command {
  const program = new Command('danhba')
    .description(
      'Danh bạ thư điện tử công vụ bằng tệp YAML trong Git · an official mailbox directory as code',
    )
    .version(version)
    .exitOverride()
    .configureHelp({ showGlobalOptions: true })
    .showHelpAfterError('   = --help: xem cách dùng / how to use it')
    .hook('preAction', () => {
      for (const line of warnOfSecretFiles(io.environment)) io.err(`${line}\n`);
    });
  const command = (name: string, description: string) =>
    program
      .command(name)
      .description(description)
      .option('--directory <dir>', 'thư mục danh bạ · the directory', 'directory')
      .option('--today <date>', 'ngày YYYY-MM-DD (mặc định: hôm nay) · the day (default: today)')
      .option('--lang <language>', 'vi | en');

  command('check', 'kiểm tra tệp theo quy tắc · hold the files against schema and rules')
    .option('--format <format>', 'text | json | github', 'text')
    .action(async (options) => run((await commands.check())(options, io)));

  command('codeowners', 'ghi .github/CODEOWNERS theo các tệp · write .github/CODEOWNERS as the files say')
    .option('--check', 'chỉ xem tệp có đúng không · only say whether the file is right')
    .action(async (options) => run((await commands.codeowners())(options, io)));

  command('plan', 'cho xem sẽ làm gì · show what would be done')
    .option('--format <format>', 'text | json | markdown', 'text')
    .option('--out <file>', 'ghi kế hoạch ra tệp · write the plan to a file')
    .option('--approve <digest>', 'duyệt một lần các thay đổi bị giữ lại · approve the held changes, once')
    .option('--expect <number>', 'xác nhận số mục trên máy chủ · confirm the number of entries read')
    .option('--all', 'kể mọi thay đổi · tell every change')
    .action(async (options) => run((await commands.plan())(options, io)));

  command('apply', 'thực hiện · perform the plan')
    .argument('[plan]', 'tệp do plan --out ghi · a file written by plan --out')
    .option('--digest <digest>', 'chỉ làm đúng kế hoạch có mã này · perform only the plan of this digest')
    .option('--approve <digest>', 'duyệt một lần các thay đổi bị giữ lại · approve the held changes, once')
    .option('--expect <number>', 'xác nhận số mục trên máy chủ · confirm the number of entries read')
    .option('--journal <file>', 'nhật ký · the journal', '.danhba/journal.jsonl')
    .option(
      '--credentials <dir>',
      'nơi đặt mật khẩu đã niêm phong · where sealed passwords go',
      'credentials',
    )
    .option('--record', 'ghi vào tệp việc tạm dừng do không truy cập · record suspensions for inactivity')
    .action(async (planFile, options) =>
      run((await commands.apply())({ ...options, ...(planFile && { planFile }) }, io)),
    );

  command('reconcile', 'việc chạy định kỳ: thực hiện, kiểm toán, số đo · the scheduled job')
    .option('--approve <digest>', 'duyệt một lần các thay đổi bị giữ lại · approve the held changes, once')
    .option('--journal <file>', 'nhật ký · the journal', '.danhba/journal.jsonl')
    .option(
      '--credentials <dir>',
      'nơi đặt mật khẩu đã niêm phong · where sealed passwords go',
      'credentials',
    )
    .option('--record', 'ghi vào tệp việc tạm dừng do không truy cập · record suspensions for inactivity')
    .option('--audit <file>', 'nhật ký kiểm toán nối chuỗi · the hash-chained audit (JSON Lines)')
    .option('--metrics <file>', 'số đo cho hệ thống giám sát · metrics (OpenMetrics text)')
    .option('--summary <file>', 'trang tóm tắt Markdown (mặc định: $GITHUB_STEP_SUMMARY) · a Markdown page')
    .option('--github', 'báo trên GitHub việc đã làm, việc giữ lại · tell on GitHub what was done and held')
    .option('--commit <sha>', 'commit của danh bạ (mặc định: git HEAD) · the commit of the directory')
    .option(
      '--consented <sha>',
      'coi mọi thay đổi đến commit này là đã được đồng ý · take all up to this commit for agreed to',
    )
    .action(async (options) => run((await commands.reconcile())(options, io)));

  command('consent', 'ai còn phải đồng ý · who must still agree to a change')
    .requiredOption('--base <dir>', 'danh bạ của nhánh gốc · the directory of the base branch')
    .requiredOption('--head <dir>', 'danh bạ có thay đổi · the directory with the change')
    .requiredOption('--author <login>', 'người gửi · who proposes it')
    .option(
      '--approver <login>',
      'người đã đồng ý, có thể nhiều lần · who agreed, more than once',
      (login: string, all: readonly string[]) => [...all, login],
      [] as readonly string[],
    )
    .option('--format <format>', 'text | json', 'text')
    .action(async (options) => run((await commands.consent())(options, io)));

  const audit = command('audit', 'nhật ký kiểm toán · the audit').action((_options, self: Command) =>
    self.help({ error: true }),
  );
  audit
    .command('verify <file>')
    .description('kiểm tra chuỗi, chỉ ra dòng đầu tiên bị sửa · verify the chain, tell the first broken line')
    .option('--head <hash>', 'mã đã cất giữ ở nơi khác phải còn trong tệp · a hash kept elsewhere')
    .action(async (file, options, self: Command) =>
      run((await commands.audit()).verify(file, { ...self.optsWithGlobals(), ...options }, io)),
    );

  const github = command(
    'github',
    'trả lời trên GitHub, xem thiết đặt · answer on GitHub, look at its settings',
  ).action((_options, self: Command) => self.help({ error: true }));
  github
    .command('review')
    .description('trả lời một pull request · answer a pull request')
    .requiredOption('--pull-request <number>', 'số của pull request · its number')
    .requiredOption('--base <dir>', 'danh bạ của nhánh gốc · the directory of the base branch')
    .option('--commit <sha>', 'commit của --directory (mặc định: git HEAD) · the commit of --directory')
    .option('--out <file>', 'ghi kế hoạch đầy đủ ra tệp · write the whole plan to a file')
    .action(async (options, self: Command) =>
      run((await commands.githubReview())({ ...self.optsWithGlobals(), ...options }, io)),
    );
  github
    .command('answer')
    .description('trả lời các pull request đang mở · answer the open pull requests')
    .option('--branch <name>', 'nhánh của --directory · the branch --directory is of')
    .option('--pull-request <number>', 'chỉ pull request này · only this one, a fork’s too')
    .action(async (options, self: Command) =>
      run((await commands.githubAnswer())({ ...self.optsWithGlobals(), ...options }, io)),
    );
  github
    .command('request')
    .description('lập pull request từ một phiếu · make a pull request of a form')
    .requiredOption('--issue <number>', 'số của phiếu · the number of the issue')
    .action(async (options, self: Command) =>
      run((await commands.githubRequest())({ ...self.optsWithGlobals(), ...options }, io)),
    );

  github
    .command('doctor')
    .description('xem kho đã đặt đúng chưa · whether the repository is set up as it must be')
    .option('--format <format>', 'text | json', 'text')
    .action(async (options, self: Command) =>
      run((await commands.githubDoctor())({ ...self.optsWithGlobals(), ...options }, io)),
    );

  const name = command('name', 'đặt địa chỉ theo Điều 5 · derive an address by Article 5')
    .option('--stdin', 'đọc JSON Lines · read JSON Lines')
    .action(async (options, self: Command) => {
      if (options.stdin !== true) self.help({ error: true });
      await run((await commands.name()).nameBatch(options, io));
    });
  name
    .command('person <name>')
    .description('địa chỉ cá nhân · a personal address (5.2)')
    .requiredOption('--suffix <label>', 'phần sau dấu chấm của tổ chức, vd. sotttt · the organization’s part')
    .option('--address <address>', 'xét địa chỉ này · judge this address')
    .option('--decision <document>', 'số văn bản quyết định · the decision behind it')
    .option('--json', 'JSON')
    .action(async (fullName, options, self: Command) =>
      run((await commands.name()).namePerson(fullName, { ...self.optsWithGlobals(), ...options }, io)),
    );
  name
    .command('organization <name>')
    .description('địa chỉ cơ quan · an agency address (5.1)')
    .requiredOption('--kind <kind>', 'provincial, district-room, commune …')
    .option(
      '--parent <localpart>',
      'phần địa chỉ của cơ quan quản lý · local part of the managing organization',
    )
    .option('--code <code>', 'mã viết tắt đã đăng ký · the registered code')
    .option('--address <address>', 'xét địa chỉ này · judge this address')
    .option('--decision <document>', 'số văn bản quyết định · the decision behind it')
    .option('--json', 'JSON')
    .action(async (fullName, options, self: Command) =>
      run((await commands.name()).nameOrganization(fullName, { ...self.optsWithGlobals(), ...options }, io)),
    );

  command('deadline', 'tính hạn theo lịch làm việc · a due date by the calendar')
    .requiredOption('--from <date>', 'ngày của sự việc (không tính) · the day of the event (not counted)')
    .option('--working-days <n>', 'số ngày làm việc · working days')
    .option('--days <n>', 'số ngày · calendar days')
    .option('--months <n>', 'số tháng · months')
    .option('--json', 'JSON')
    .action(async (options) => run((await commands.deadline())(options, io)));

  command('report', 'báo cáo: hạn, mật khẩu, việc giữ lại… · reports: deadlines, passwords, what is held…')
    .argument(
      '<report>',
      'deadlines | inactive | passwords | suspended | held | custodians | forwards | mail',
    )
    .option('--format <format>', 'text | json | markdown', 'text')
    .option('--all', 'kể cả những mục không cần để ý · rows of everything')
    .action(async (name, options) => run((await commands.report())(name, options, io)));

  const credentials = command('credentials', 'mật khẩu đã niêm phong · sealed passwords (6.3, 7.3)').action(
    (_options, self: Command) => self.help({ error: true }),
  );
  credentials
    .command('open <file>')
    .description('mở tệp niêm phong thành phiếu để in · open a sealed file into sheets to print')
    .requiredOption('--identity <file>', 'tệp khóa riêng age của đơn vị · the age identity file')
    .option('--out <file>', 'ghi phiếu ra tệp (HTML) thay vì stdout · write the sheets to a file')
    .action(async (file, options, self: Command) =>
      run(
        (await commands.credentials()).openCredentials(file, { ...self.optsWithGlobals(), ...options }, io),
      ),
    );
  credentials
    .command('key')
    .description('tạo khóa age mới cho đơn vị · make an age key for an organization')
    .requiredOption('--out <file>', 'tệp khóa riêng, không ghi đè · the identity file, never overwritten')
    .action(async (options, self: Command) =>
      run((await commands.credentials()).makeCredentialKey({ ...self.optsWithGlobals(), ...options }, io)),
    );

  command('demo', 'cả câu chuyện trên máy chủ nhúng · the whole story on the embedded server').action(
    async (options) => run((await commands.demo())(options, io)),
  );
  return program;
}

async function main(): Promise<void> {
  try {
    await makeProgram(async (command) => {
      process.exitCode = await command;
    }).parseAsync();
  } catch (thrown) {
    process.exitCode = explain(thrown);
  }
}

function explain(thrown: unknown): ExitCode {
  if (thrown instanceof CommanderError) return thrown.exitCode === 0 ? exitCode.clean : exitCode.problems;
  io.err(
    renderError(thrown) ??
      `danhba: lỗi bên trong, xin báo lại · a bug, please report it\n${thrown instanceof Error ? thrown.stack : String(thrown)}\n`,
  );
  return exitCodeOf(thrown);
}

// A reader that closes early (`danhba plan | head`) is no error.
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
  });
}

await main();
