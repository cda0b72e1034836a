/** What a run did, as the Markdown page of a job: counts, what was not done and why, what waits for a person. */
import { isDone, type Outcome } from '../../model/plan/outcome.ts';
import type { Plan } from '../../model/plan/plan.ts';
import type { Problem } from '../../model/problems/problem.ts';
import { type NoticeList, renderOpenNotices } from '../notices/list.ts';
import { renderPlanMarkdown } from '../plan/markdown.ts';
import { resultWords, undoneLines } from '../plan/outcomes.ts';
import { planWords } from '../plan/words/plan.ts';
import type { ProblemContext } from '../problems/problems.ts';
import { markdown } from '../text/escape.ts';
import type { Names } from '../text/named.ts';
import type { Language } from '../text/wording.ts';
import { runWords } from './words/run.ts';

export interface RunSummary {
  readonly exitCode: number;
  readonly day: string;
  readonly commit?: string;
  /** What ended the run before its time. */
  readonly error?: string;
  readonly plan?: Plan;
  readonly problems: readonly Problem[];
  readonly locate?: ProblemContext['locate'];
  readonly outcomes: readonly Outcome[];
  /** Files the run wrote its own suspensions into (8.1). */
  readonly recorded: readonly string[];
  /** Whose suspension is still in no file. */
  readonly unrecorded: readonly string[];
  /** Written notices, where the run came as far as a plan. */
  readonly notices?: NoticeList;
  /** The hash of the audit's last record. */
  readonly head?: string;
}

export interface RunSummaryOptions {
  readonly language: Language;
  /** How many items of a list are told one by one. */
  readonly limit: number;
  readonly names: Names;
}

export function renderRunSummary(run: RunSummary, options: RunSummaryOptions): string {
  const words = runWords[options.language];
  const doubt = run.plan?.doubt;
  const lines = [
    ...(doubt === undefined ? [] : [`**${markdown(planWords[options.language].doubt(doubt))}**`, '']),
    `# danhba reconcile · ${run.day}`,
    '',
    `**${words.exit[run.exitCode] ?? run.exitCode}**`,
    '',
  ];
  if (run.commit !== undefined) lines.push(`- ${words.commit}: \`${run.commit}\``);
  for (const [result, count] of countResults(run.outcomes)) {
    lines.push(`- ${resultWords[result][options.language]}: ${count}`);
  }
  if (run.recorded.length > 0) lines.push(`- ${words.recorded}: ${run.recorded.map(markdown).join(', ')}`);
  if (run.head !== undefined && run.head !== '') lines.push(`- ${words.head}: \`${run.head}\``);
  if (run.error !== undefined) lines.push('', markdown(run.error.replaceAll('\n', ' ')));
  lines.push(...section(words.notDone, notDone(run, options), options, countUndone(run)));
  lines.push(...section(words.problems, problems(run), options));
  if (run.notices !== undefined)
    lines.push(...renderOpenNotices(run.notices, options.language, options.limit));
  if (run.plan?.approval !== undefined) {
    lines.push('', words.approve, '', '```sh', `danhba reconcile --approve ${run.plan.approval}`, '```');
  }
  const plan = run.plan === undefined ? '' : `\n${renderPlanMarkdown(run.plan, options)}`;
  return `${lines.join('\n')}\n${plan}`;
}

function countResults(outcomes: readonly Outcome[]): readonly (readonly [Outcome['result'], number])[] {
  return [...Map.groupBy(outcomes, ({ result }) => result)].map(([result, of]) => [result, of.length]);
}

function section(
  title: string,
  items: readonly string[],
  { language, limit }: RunSummaryOptions,
  count: number = items.length,
): readonly string[] {
  if (items.length === 0) return [];
  const told = items.slice(0, limit).map((item) => `- ${item}`);
  const more = items.length > limit ? [`- ${runWords[language].more(items.length - limit)}`] : [];
  return ['', `## ${title}: ${count}`, '', ...told, ...more];
}

function countUndone({ outcomes, unrecorded }: RunSummary): number {
  return outcomes.filter((one) => !isDone(one)).length + unrecorded.length;
}

function notDone({ outcomes, unrecorded }: RunSummary, { language }: RunSummaryOptions): readonly string[] {
  return [
    ...undoneLines(outcomes, language).map(markdown),
    ...unrecorded.map((key) => markdown(`${key}: ${runWords[language].unrecorded}`)),
  ];
}

/** Where and what kind: the words of a problem may quote what a page for many readers leaves out. */
function problems({ problems, locate }: RunSummary): readonly string[] {
  if (locate === undefined) return [];
  const errors = problems.filter(({ severity }) => severity === 'error');
  return errors.map(({ code, at }) => `${markdown(`${at.file}:${locate(at).line}`)} \`${code}\``);
}
