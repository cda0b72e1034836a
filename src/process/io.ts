/** What a command may use of the process: where it writes, what it reads, and the day it believes in. */
import type { Pace } from '../ldap/connect/pace.ts';
import { type ErrorCode, ExpectedError } from '../model/problems/errors.ts';
import { dateOfInstant, isCalendarDate } from '../model/time/date.ts';
import type { Screen } from '../render/text/screen.ts';
import type { Language } from '../render/text/wording.ts';
import type { Ask } from './question.ts';

export interface Io {
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** True where progress may redraw its line. */
  readonly errIsTerminal: boolean;
  /** What is told on stdout and on stderr is laid out for these; absent: as in a pipe. */
  readonly outScreen?: Screen;
  readonly errScreen?: Screen;
  /** Draws the line that tells how far a run is, in place; absent where it cannot be drawn again. */
  readonly status?: (line: string) => void;
  /** Of what is told before, or without, a directory that says in which language. */
  readonly language: Language;
  /** Absent where nobody sits at a terminal. */
  readonly ask?: Ask;
  readonly now: () => Date;
  /** How slow the directory server may be, where that is not as usual. */
  readonly pace?: Partial<Pace>;
  readonly input: AsyncIterable<string | Uint8Array>;
}

/** Options every command takes. */
export interface CommonOptions {
  readonly directory: string;
  readonly today?: string;
  readonly lang?: string;
}

/** The exit codes of the contract (docs/commands.md). */
export const exitCode = { clean: 0, problems: 1, pending: 2, refused: 3, incomplete: 4 } as const;

export type ExitCode = (typeof exitCode)[keyof typeof exitCode];

/** Errors that refuse to act, rather than fail to. */
const refusals: ReadonlySet<ErrorCode> = new Set([
  'apply-declined',
  'clock-differs',
  'count-mismatch',
  'schema-old',
  'digest-mismatch',
  'approval-mismatch',
  'approver-refused',
  'ldap-read-incomplete',
  'lease-held',
  'lease-future',
  'lock-refused',
  'publish-doubtful',
  'wrong-server',
  'consent-missing',
  'consent-unknown',
  'checkout-differs',
  'branch-other',
]);

/** The exit code of a command that threw this. */
export function exitCodeOf(thrown: unknown): ExitCode {
  return thrown instanceof ExpectedError && refusals.has(thrown.code) ? exitCode.refused : exitCode.problems;
}

/** `--today`, else the day it is now in Asia/Ho_Chi_Minh. */
export function todayOf(options: CommonOptions, io: Io): string {
  if (options.today === undefined) return dateOfInstant(io.now().getTime());
  if (isCalendarDate(options.today)) return options.today;
  throw new ExpectedError('option-today', { value: options.today });
}

/** `--lang`, else the policy's language, else Vietnamese. */
export function languageOf(
  options: Pick<CommonOptions, 'lang'>,
  policyLanguage: Language | undefined,
): Language {
  if (options.lang === undefined) return policyLanguage ?? 'vi';
  if (options.lang === 'vi' || options.lang === 'en') return options.lang;
  throw new ExpectedError('option-lang', { value: options.lang });
}

/** The option's value, or an error that names the allowed ones. */
export function oneOf<T extends string>(name: string, value: string, allowed: readonly T[]): T {
  const found = allowed.find((one) => one === value);
  if (found !== undefined) return found;
  throw new ExpectedError('option.choice', {
    option: name,
    value,
    allowed: allowed.join(' | '),
    first: allowed[0] ?? '',
  });
}

/** The number of an issue or pull request: at least 1. @throws ExpectedError for any other text. */
export function parseNumber(option: string, text: string): number {
  const number = Number(text);
  if (/^[1-9][0-9]{0,9}$/.test(text)) return number;
  throw new ExpectedError('option.number', { option, value: text });
}
