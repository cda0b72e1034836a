/** `danhba doctor`: whether servers, rights, machine and repository are as danhba needs them, and what puts them right. */
import { dirname } from 'node:path';
import { readGitHubSettings } from '../config.ts';
import { judgeServers } from '../doctor/servers.ts';
import { examineFolder } from '../files/examine-folder.ts';
import { readGitVersion } from '../history/commit.ts';
import type { Directory } from '../model/directory/directory.ts';
import type { MachineFacts } from '../model/doctor/facts.ts';
import type { ServerFinding } from '../model/doctor/finding.ts';
import { ExpectedError } from '../model/problems/errors.ts';
import { dateOfInstant } from '../model/time/date.ts';
import { type CommonOptions, type ExitCode, exitCode, type Io, oneOf } from '../process/io.ts';
import { renderChecksJson, renderChecksText, type ToldCheck } from '../render/doctor/checks.ts';
import { serversHead, tellServerChecks } from '../render/doctor/server-checks.ts';
import { tellRepositoryChecks } from '../render/github/repository-checks.ts';
import type { Language } from '../render/text/wording.ts';
import { operatorsOf } from '../review/owners.ts';
import { examineServers } from '../run/examine.ts';
import { examineFiles } from '../run/examine-files.ts';
import { examineRepository } from '../run/examine-repository.ts';
import { openSetGitHub } from '../run/github.ts';
import { readUsable } from '../run/propose.ts';

export interface DoctorOptions extends CommonOptions {
  readonly format: string;
  readonly journal: string;
  readonly credentials: string;
}

/** The servers are what matters: GitHub is not waited for, in milliseconds, as long as a job of GitHub’s own would. */
const patience = 15_000;

/** Ends with 1 where something failed; what cannot be seen is told, and fails nothing. */
export async function doctor(options: DoctorOptions, io: Io): Promise<ExitCode> {
  const format = oneOf('--format', options.format, ['text', 'json'] as const);
  const { directory, language } = await readUsable(options, io);
  const { policy } = directory;
  // GitHub beside the servers: neither waits for the other.
  const [servers, files, machine, github] = await Promise.all([
    examineServers(policy, io),
    examineFiles(directory, options.directory, language),
    examineMachine(options, io),
    tellGitHub(directory, language, io),
  ]);
  const findings = judgeServers({ ...servers, files, machine }, policy);
  const told = [...tellServerChecks(findings, policy.baseDn, language), ...github];
  io.out(
    format === 'json' ? renderChecksJson(told) : renderChecksText(told, serversHead[language], language),
  );
  return told.some(({ status }) => status === 'failed') ? exitCode.problems : exitCode.clean;
}

async function examineMachine(options: DoctorOptions, io: Io): Promise<MachineFacts> {
  const now = io.now();
  return {
    node: process.versions.node,
    git: await readGitVersion('.'),
    zoneDate: dateInZone(now),
    today: dateOfInstant(now.getTime()),
    state: await examineFolder(dirname(options.journal)),
    credentials: await examineFolder(options.credentials),
  };
}

/** By the table of zones of this machine's own; undefined where it has no such zone. */
function dateInZone(now: Date): string | undefined {
  try {
    // Sweden writes dates as ISO 8601 does.
    return new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Ho_Chi_Minh' }).format(now);
  } catch (thrown) {
    if (thrown instanceof RangeError) return undefined;
    throw thrown;
  }
}

/** As `danhba github doctor` tells them, where GitHub is set. */
async function tellGitHub(directory: Directory, language: Language, io: Io): Promise<readonly ToldCheck[]> {
  const tell = (finding: Omit<ServerFinding, 'id'>) =>
    tellServerChecks([{ id: 'github', ...finding } as ServerFinding], directory.policy.baseDn, language);
  try {
    if (readGitHubSettings(io.environment) === undefined) {
      return tell({ status: 'unseen', code: 'unseen', args: { why: 'github-unset' } });
    }
    const github = await openSetGitHub(io, patience);
    const { findings, place } = await examineRepository(github, directory, operatorsOf(directory));
    return tellRepositoryChecks(findings, place, language).map((one) => ({ ...one, id: `github-${one.id}` }));
  } catch (thrown) {
    if (!(thrown instanceof ExpectedError)) throw thrown;
    return tell({ status: 'failed', code: 'told', args: { what: thrown.remark } });
  }
}
