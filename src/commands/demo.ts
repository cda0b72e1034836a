/** `danhba demo`: the whole main job on the embedded server: check, plan, apply, and nothing left to do. */
import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startDirectoryServer } from '../embedded/server.ts';
import { connect } from '../ldap/connect/connect.ts';
import { acquireLease } from '../ldap/lease/lease.ts';
import { isDone } from '../model/plan/outcome.ts';
import { type CommonOptions, type ExitCode, exitCode, type Io, languageOf } from '../process/io.ts';
import { orSample } from '../process/sample.ts';
import { renderOutcomes } from '../render/plan/outcomes.ts';
import { renderPlanText } from '../render/plan/text.ts';
import { foldText } from '../render/text/screen.ts';
import type { Language } from '../render/text/wording.ts';
import { perform } from '../run/perform/perform.ts';
import { readPolicy } from '../run/policy.ts';
import { propose, tellProblems } from '../run/propose.ts';
import { check } from './check.ts';

/** How many changes the demonstration tells one by one. */
const sampleSize = 5;

export async function demo(given: CommonOptions, io: Io): Promise<ExitCode> {
  const options = orSample(given);
  const policy = await readPolicy(options.directory, io.language);
  const language = languageOf(options, policy.language);
  const words = demoWords[language];
  const told = { language, limit: sampleSize, ...(io.outScreen && { screen: io.outScreen }) };
  const scratch = await mkdtemp(join(tmpdir(), 'danhba-demo-'));
  const reconciler = {
    dn: `cn=reconciler,ou=services,${policy.baseDn}`,
    password: randomBytes(18).toString('base64url'),
    role: 'reconciler',
  } as const;
  const server = await startDirectoryServer({
    baseDn: policy.baseDn,
    containers: policy.containers,
    accounts: [reconciler],
  });
  try {
    io.out(foldText(`${words.server(server.url)}\n\n${words.step(1, 'check')}\n`, io.outScreen?.width));
    const checked = await check({ ...options, format: 'text' }, io);
    const settings = { url: server.url, bindDn: reconciler.dn, password: reconciler.password };
    const connection = await connect(settings);
    try {
      io.out(`\n${words.step(2, 'plan')}\n`);
      const first = await propose(options, { connection }, io);
      tellProblems(first, io);
      io.out(renderPlanText(first.plan, told));
      io.out(`\n${words.step(3, 'apply')}\n`);
      const lease = await acquireLease(connection, policy, policy.domain, io.now);
      const journal = join(scratch, 'journal.jsonl');
      const credentials = join(scratch, 'credentials');
      const performOptions = { journal, credentials, lease };
      const { outcomes } = await perform({ connection }, first, performOptions, io);
      await lease.release();
      io.out(renderOutcomes(outcomes, language, io.outScreen));
      io.out(`\n${words.step(4, 'plan')}\n`);
      const second = await propose(options, { connection }, io);
      io.out(renderPlanText(second.plan, told));
      io.out(foldText(`\n${words.next(options.directory)}`, io.outScreen?.width));
      if (!outcomes.every(isDone) || second.plan.changes.length > 0) return exitCode.incomplete;
    } finally {
      await connection.close();
    }
    return checked;
  } finally {
    await server.stop();
    await rm(scratch, { recursive: true, force: true });
  }
}

const demoWords = {
  vi: {
    server: (url: string) => `Máy chủ LDAP nhúng đang chạy: ${url} (chỉ trong máy này, tắt khi xong)`,
    step: (number: number, command: string) =>
      `── ${number}/4 ${{ check: 'Kiểm tra danh bạ', plan: 'Lập kế hoạch', apply: 'Thực hiện' }[command]} (danhba ${command})`,
    next: (directory: string) =>
      [
        'Thử tiếp:',
        `  1. Thêm một người vào ${directory}/organizations/provincial/sotttt.yaml rồi kiểm tra:`,
        '       npm run -s danhba -- check',
        '  2. Xem địa chỉ một người sẽ có:',
        '       npm run -s danhba -- name person "Nguyễn Văn An" --suffix sotttt',
        '  3. Trên máy chủ LDAP thật (slapd, cài bằng: node tools/install.mjs --servers), ở một cửa sổ:',
        '       npm run lab -- --env-file lab.env',
        '     rồi ở cửa sổ khác:',
        '       set -a; . ./lab.env; set +a',
        '       npm run -s danhba -- plan',
        '       npm run -s danhba -- apply',
        '',
      ].join('\n'),
  },
  en: {
    server: (url: string) => `The embedded LDAP server is up: ${url} (this machine only, stopped at the end)`,
    step: (number: number, command: string) =>
      `── ${number}/4 ${{ check: 'Check the directory', plan: 'Plan', apply: 'Apply' }[command]} (danhba ${command})`,
    next: (directory: string) =>
      [
        'Try next:',
        `  1. Add a person to ${directory}/organizations/provincial/sotttt.yaml and check:`,
        '       npm run -s danhba -- check',
        '  2. See the address a person would get:',
        '       npm run -s danhba -- name person "Nguyễn Văn An" --suffix sotttt',
        '  3. On a real LDAP server (slapd, installed by: node tools/install.mjs --servers), in one window:',
        '       npm run lab -- --env-file lab.env',
        '     then in another:',
        '       set -a; . ./lab.env; set +a',
        '       npm run -s danhba -- plan',
        '       npm run -s danhba -- apply',
        '',
      ].join('\n'),
  },
} as const satisfies Record<Language, unknown>;
