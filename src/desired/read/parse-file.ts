/** One text of a directory → its data and what is wrong with its form, with causes where hands have slipped. */
import type { Problem } from '../../model/problems/problem.ts';
import { makeOffsets, makePeopleOf, type Reading, readSpoiled } from '../causes/reading.ts';
import type { Cause } from '../causes/row.ts';
import { checkCharacters } from './characters.ts';
import { makeLocator } from './locate.ts';
import { checkEncodings, checkLostText } from './lost-text.ts';
import { type ParsedYaml, parseYaml } from './parse-yaml.ts';
import { checkRecipients } from './recipients.ts';
import { checkSchema, type FileKind } from './schema.ts';

export interface ParsedFile {
  readonly value: unknown;
  /** The line of each person. */
  readonly personLines: readonly number[];
  /** People in whose lines somebody has slipped: what is read of them is a guess. */
  readonly doubtful: ReadonlySet<number>;
  readonly isMended: boolean;
  readonly problems: readonly Problem[];
  /** As `ParsedYaml` has it; of a file without errors alone. */
  readonly isPlainStyle?: boolean;
}

/** `text` has no secret in it any more. */
export function parseFile(kind: FileKind, file: string, text: string): ParsedFile {
  const parsed = parseYaml(file, text);
  const isYaml = parsed.problems.length === 0;
  if (isYaml && (parsed.value ?? null) === null && isBlank(text)) return refused([emptyFile(file)]);
  const lost = checkLostText(file, text);
  const problems = isYaml ? [...checkForm(kind, file, text, parsed), ...lost] : parsed.problems;
  const plain = { ...refused(problems), value: parsed.value, personLines: parsed.itemLines('people') };
  if (!problems.some(isError)) return { ...plain, isPlainStyle: parsed.isPlainStyle === true };
  if (problems.some(({ code }) => code === 'file-too-large')) return plain;
  const reading = readSpoiled(text);
  const slips = reading.causes.filter(({ isHidden }) => isHidden !== true);
  if (!reading.isReadable) {
    // What follows the first error most often follows from it.
    if (isYaml) return plain;
    if (slips.length === 0) return refused(problems.slice(0, 1));
    const offsetOf = makeOffsets(text);
    return refused(slips.map((one) => slipProblem(one, file, offsetOf)));
  }
  if (isYaml && slips.length === 0) return plain;
  const found = parseReading(kind, file, text, reading);
  const isTold = new Set(found.problems.map(({ at }) => at.offset));
  const mended = {
    ...found,
    problems: [...found.problems, ...lost.filter(({ at }) => !isTold.has(at.offset))],
  };
  if (mended.value === undefined) return isYaml ? plain : refused(problems.slice(0, 1));
  return !isYaml || explains(slips, problems, file, text) ? mended : plain;
}

/** Where a text is YAML, a slip is what is wrong with it only if each is where something is wrong. */
function explains(
  slips: readonly Cause[],
  problems: readonly Problem[],
  file: string,
  text: string,
): boolean {
  const locate = makeLocator(new Map([[file, text]]));
  const lines = new Set(problems.filter(isError).map(({ at }) => locate(at).line));
  return slips.every(({ line }) => lines.has(line + 1));
}

const isError = ({ severity }: Problem): boolean => severity === 'error';

const refused = (problems: readonly Problem[]): ParsedFile => ({
  value: undefined,
  personLines: [],
  doubtful: new Set(),
  isMended: false,
  problems,
});

const isBlank = (text: string): boolean => !/^[ \t]*[^\s#-]/m.test(text.replace(/^\ufeff/, ''));

const emptyFile = (file: string): Problem => ({
  code: 'file-empty',
  args: {},
  severity: 'error',
  at: { file, path: [] },
});

/** Everything wrong with data that was read. */
function checkForm(kind: FileKind, file: string, text: string, parsed: ParsedYaml): readonly Problem[] {
  const { value, sourceOf, ambiguous } = parsed;
  const ofSchema = checkSchema(kind, file, value, sourceOf);
  const recipients = kind === 'organization' ? checkRecipients(file, value) : [];
  const problems = [...ofSchema.filter((one) => !isOfRecipient(one)), ...recipients];
  const told = new Set(problems.map(({ at }) => at.path.join('/')));
  for (const { path, word } of ambiguous) {
    if (told.has(path.join('/'))) continue;
    const args = { expected: 'string', actual: 'boolean', value: word };
    problems.push({ code: 'wrong-type', args, severity: 'error', at: { file, path } });
  }
  const warned = checkEncodings(file, value).filter(({ at }) => !told.has(at.path.join('/')));
  return [...problems, ...checkCharacters(file, text, value), ...warned];
}

/** Told better by what knows the kinds of keys. */
const isOfRecipient = ({ code, at }: Problem): boolean =>
  code === 'value-format' && at.path[0] === 'credentialRecipients';

function parseReading(kind: FileKind, file: string, text: string, reading: Reading): ParsedFile {
  const parsed = parseYaml(file, reading.text);
  if (parsed.problems.length > 0) return refused(parsed.problems);
  const { rows, causes } = reading;
  const offsetOf = makeOffsets(text);
  const itemLines = parsed.itemLines('people');
  const peopleOf = makePeopleOf(
    rows,
    itemLines.map((line) => line - 1),
  );
  const doubtful = new Set<number>();
  const rebuilt = new Set<number>();
  const slips: Problem[] = [];
  for (const cause of causes) {
    const people = peopleOf(cause) ?? [];
    for (const index of people) {
      doubtful.add(index);
      if (changesLines(cause)) rebuilt.add(index);
    }
    if (cause.isHidden !== true) slips.push(slipProblem(cause, file, offsetOf, people[0]));
  }
  const locate = makeLocator(new Map([[file, reading.text]]));
  const told = new Set(causes.filter(({ rows: [first, last] }) => first === last).map(({ rows }) => rows[0]));
  const others = checkForm(kind, file, reading.text, parsed).flatMap((problem): readonly Problem[] => {
    const [list, index, ...below] = problem.at.path;
    const isOfPerson = list === 'people' && typeof index === 'number';
    // The first line of a person is lost with its id, and whoever is set aside has neither.
    if (isOfPerson && rebuilt.has(index) && problem.code === 'missing-key' && below.length === 0) return [];
    const { line, column } = locate(problem.at);
    if (told.has(line - 1)) return [];
    const row = rows[line - 1];
    const offset = offsetOf(row?.line ?? 0, Math.max(0, column - 1 + (row?.shift ?? 0)));
    return [{ ...problem, at: { ...problem.at, offset } }];
  });
  return {
    value: parsed.value,
    personLines: itemLines.map((line) => (rows[line - 1]?.line ?? 0) + 1),
    doubtful,
    isMended: true,
    problems: [...slips, ...others],
  };
}

/** Whether lines were taken for others than they are, beyond what stands in one of them. */
const changesLines = ({ code }: Cause): boolean =>
  code === 'yaml-list-mark' ||
  code === 'yaml-conflict-markers' ||
  code === 'yaml-duplicate-key' ||
  code === 'yaml-syntax';

function slipProblem(
  cause: Cause,
  file: string,
  offsetOf: (line: number, column: number) => number,
  person?: number,
): Problem {
  const { code, args, line, column } = cause;
  const path = person === undefined ? [] : ['people', person];
  const at = { file, path, offset: offsetOf(line, column) };
  return { code, args, severity: 'error', at } as Problem;
}
