/** `danhba github doctor`: whether the repository is set up as it must be, as far as the operator's token sees. */
import { isBlind, judgeRepository } from '../../doctor/repository.ts';
import { webUrlOf } from '../../github/connect/settings.ts';
import { readRepositorySettings } from '../../github/settings/read.ts';
import { teamsAmong } from '../../model/github/team.ts';
import { type CommonOptions, type ExitCode, exitCode, type Io, oneOf } from '../../process/io.ts';
import {
  renderRepositoryChecksJson,
  renderRepositoryChecksText,
} from '../../render/github/repository-checks.ts';
import { foldText } from '../../render/text/screen.ts';
import { operatorsOf } from '../../review/owners.ts';
import { openSetGitHub } from '../../run/github.ts';
import { readUsable } from '../../run/propose.ts';

export interface DoctorCommandOptions extends CommonOptions {
  readonly format: string;
}

/** Ends with 1 where something failed, or nothing at all could be seen: that says no more than a failure. */
export async function githubDoctor(options: DoctorCommandOptions, io: Io): Promise<ExitCode> {
  const format = oneOf('--format', options.format, ['text', 'json'] as const);
  const github = await openSetGitHub(io);
  const { directory, language } = await readUsable(options, io);
  const logins = operatorsOf(directory);
  const teams = teamsAmong(directory.organizations.flatMap((one) => one.organization.representatives ?? []));
  const settings = await readRepositorySettings(github, logins, teams);
  const byName = (directory.policy.operators ?? []).length > 0;
  const findings = judgeRepository(settings, { logins, byName });
  const place = {
    ...github.place,
    web: webUrlOf(github.apiUrl),
    branch: settings.repository.seen ? settings.repository.value.defaultBranch : '?',
    organization: settings.repository.seen ? settings.repository.value.organization : undefined,
  };
  io.out(
    format === 'json'
      ? renderRepositoryChecksJson(findings, place, language)
      : foldText(renderRepositoryChecksText(findings, place, language), io.outScreen?.width),
  );
  const failed = findings.some(({ status }) => status === 'failed');
  return failed || isBlind(findings) ? exitCode.problems : exitCode.clean;
}
