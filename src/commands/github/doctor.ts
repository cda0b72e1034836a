/** `danhba github doctor`: whether the repository is set up as it must be, as far as the operator's token sees. */
import { isBlind } from '../../doctor/repository.ts';
import { type CommonOptions, type ExitCode, exitCode, type Io, oneOf } from '../../process/io.ts';
import {
  renderRepositoryChecksJson,
  renderRepositoryChecksText,
} from '../../render/github/repository-checks.ts';
import { foldText } from '../../render/text/screen.ts';
import { operatorsOf } from '../../review/owners.ts';
import { examineRepository } from '../../run/examine-repository.ts';
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
  const { findings, place } = await examineRepository(github, directory, operatorsOf(directory));
  io.out(
    format === 'json'
      ? renderRepositoryChecksJson(findings, place, language)
      : foldText(renderRepositoryChecksText(findings, place, language), io.outScreen?.width),
  );
  const failed = findings.some(({ status }) => status === 'failed');
  return failed || isBlind(findings) ? exitCode.problems : exitCode.clean;
}
