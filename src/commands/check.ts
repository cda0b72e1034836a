/** `danhba check`: holds the directory against schema and rules, and shows every problem at once. */
import { readUsedIds } from '../history/person-ids.ts';
import { nextPersonId } from '../model/directory/next-person-id.ts';
import type { Problem } from '../model/problems/problem.ts';
import { type CommonOptions, type ExitCode, exitCode, type Io, oneOf, todayOf } from '../process/io.ts';
import { appendStepSummary } from '../process/step-output.ts';
import {
  type ProblemContext,
  renderProblemsGithub,
  renderProblemsJson,
  renderProblemsText,
} from '../render/problems/problems.ts';
import { renderProblemsSummary, summaryLimit } from '../render/problems/summary.ts';
import { judge, readDesired } from '../run/desired.ts';
import { contextWith, judgeOwners } from './codeowners.ts';

export interface CheckOptions extends CommonOptions {
  readonly format: string;
}

const renderers = {
  text: renderProblemsText,
  json: renderProblemsJson,
  // GitHub shows ten errors and ten warnings of a step at their lines: the log has all of them, in plain words.
  github: (problems: readonly Problem[], context: ProblemContext) =>
    problems.length === 0
      ? ''
      : renderProblemsText(problems, context) + renderProblemsGithub(problems, context),
} as const;

export async function check(options: CheckOptions, io: Io): Promise<ExitCode> {
  const format = oneOf('--format', options.format, ['text', 'json', 'github'] as const);
  const today = todayOf(options, io);
  const desired = await readDesired(options);
  const owners = await judgeOwners(options, desired);
  const found = [...judge(desired, [], today), ...(owners?.problems ?? [])];
  const problems = await withFreeIds(found, options.directory);
  const context = owners === undefined ? desired.context : contextWith(desired.context, owners);
  if (format === 'text' && problems.length === 0) io.out(clean(desired.declared, desired.language));
  else io.out(renderers[format](problems, context, io.outScreen));
  if (format === 'github' && problems.length > 0) {
    await appendStepSummary(io, summaryLimit, (room) => renderProblemsSummary(problems, context, room));
  }
  return problems.some(({ severity }) => severity === 'error') ? exitCode.problems : exitCode.clean;
}

function clean(declared: readonly { kind: string }[], language: 'vi' | 'en'): string {
  const organizations = declared.filter(({ kind }) => kind === 'organization').length;
  const people = declared.length - organizations;
  return language === 'vi'
    ? `Danh bạ đúng quy tắc: ${organizations} tổ chức, ${people} người, không có lỗi.\n`
    : `The directory keeps the rules: ${organizations} organizations, ${people} people, no problem.\n`;
}

/** A free id for each that stands twice: what the files alone say would be an id of somebody who has left them. */
async function withFreeIds(problems: readonly Problem[], directory: string): Promise<readonly Problem[]> {
  const isDuplicate = (problem: Problem) => problem.code === 'person-duplicate';
  const used = problems.some(isDuplicate) ? await readUsedIds(directory) : undefined;
  if (used === undefined) return problems;
  const given = new Map<string, string | undefined>();
  return problems.map((problem) => {
    if (problem.code !== 'person-duplicate') return problem;
    const { id } = problem.args;
    if (!given.has(id))
      given.set(id, nextPersonId([...used, ...given.values()].filter((one) => one !== undefined)));
    const free = given.get(id);
    return free === undefined ? problem : { ...problem, args: { ...problem.args, free } };
  });
}
