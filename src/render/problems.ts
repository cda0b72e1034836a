/** Shows problems: to people with the line and a caret, to programs as JSON, to GitHub as annotations. */
import type { Place, Problem } from '../model/problem.ts';
import { visible, workflowData, workflowProperty } from './escape.ts';
import type { Language, Words } from './wording.ts';
import { problemWords } from './words/problems.ts';

export interface Position {
  readonly line: number;
  readonly column: number;
}

export interface ProblemContext {
  readonly language: Language;
  readonly locate: (place: Place) => Position;
  /** The text of a file, for the excerpt; undefined where it could not be read. */
  readonly textOf: (file: string) => string | undefined;
}

function wordsOf(problem: Problem, language: Language): Words {
  // The table is complete by type; only its union of functions cannot be called without this step.
  const table = problemWords as unknown as Record<string, Record<Language, (args: unknown) => Words>>;
  const words = table[problem.code]?.[language](problem.args);
  return words ?? { message: problem.code, hint: '' };
}

/** By file, then place: the order somebody works through them in. */
function sortProblems(problems: readonly Problem[], locate: ProblemContext['locate']): Problem[] {
  const placed = problems.map((problem) => ({ problem, at: locate(problem.at) }));
  placed.sort(
    (a, b) =>
      compare(a.problem.at.file, b.problem.at.file) ||
      a.at.line - b.at.line ||
      a.at.column - b.at.column ||
      compare(a.problem.code, b.problem.code),
  );
  return placed.map(({ problem }) => problem);
}

export function renderProblemsText(problems: readonly Problem[], context: ProblemContext): string {
  const vi = context.language === 'vi';
  const shown = sortProblems(problems, context.locate).map((problem) => renderOne(problem, context));
  const errors = problems.filter(({ severity }) => severity === 'error').length;
  const warnings = problems.length - errors;
  const sum = vi ? `${errors} lỗi, ${warnings} cảnh báo` : `${errors} errors, ${warnings} warnings`;
  return `${[...shown, sum].join('\n')}\n`;
}

function renderOne(problem: Problem, context: ProblemContext): string {
  const { line, column } = context.locate(problem.at);
  const { message, hint } = wordsOf(problem, context.language);
  const vi = context.language === 'vi';
  const severity = problem.severity === 'error' ? (vi ? 'lỗi' : 'error') : vi ? 'cảnh báo' : 'warning';
  const head = `${visible(problem.at.file)}:${line}:${column}: ${severity} [${problem.code}] ${visible(message)}`;
  const help = hint === '' ? [] : [`   = ${visible(hint)}`];
  return [head, ...excerpt(context.textOf(problem.at.file), line, column), ...help, ''].join('\n');
}

/** The line itself and a caret under the place; long lines are cut around it. */
function excerpt(text: string | undefined, line: number, column: number): string[] {
  const raw = text?.split('\n', line)[line - 1]?.replace(/\r$/, '');
  if (raw === undefined || raw.trim() === '') return [];
  const start = Math.max(0, column - 60);
  const before = visible(raw.slice(start, column - 1)).replaceAll('\t', ' ');
  const shown = before + visible(raw.slice(column - 1, start + 100));
  const number = String(line);
  const margin = ' '.repeat(number.length);
  const caret = ' '.repeat([...before.normalize('NFC')].length);
  return [` ${number} | ${shown}`, ` ${margin} | ${caret}^`];
}

export function renderProblemsJson(problems: readonly Problem[], context: ProblemContext): string {
  const list = sortProblems(problems, context.locate).map((problem) => {
    const { message, hint } = wordsOf(problem, context.language);
    const { code, severity, at } = problem;
    return { code, severity, file: at.file, ...context.locate(at), message, ...(hint !== '' && { hint }) };
  });
  return `${JSON.stringify({ problems: list }, null, 2)}\n`;
}

export function renderProblemsGithub(problems: readonly Problem[], context: ProblemContext): string {
  const lines = sortProblems(problems, context.locate).map((problem) => {
    const { line, column } = context.locate(problem.at);
    const { message, hint } = wordsOf(problem, context.language);
    const properties = [
      `file=${workflowProperty(problem.at.file)}`,
      `line=${line}`,
      `col=${column}`,
      `title=${workflowProperty(problem.code)}`,
    ].join(',');
    const data = workflowData(visible(hint === '' ? message : `${message}. ${hint}`));
    return `::${problem.severity} ${properties}::${data}\n`;
  });
  return lines.join('');
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
