/** `danhba deadline`: the due date of a term, by the signed-off calendars of the directory. */

import { join } from 'node:path';
import { ExpectedError } from '../model/problems/errors.ts';
import { isCalendarDate } from '../model/time/date.ts';
import { deadlineOf, type Term } from '../model/time/deadline.ts';
import { type CommonOptions, type ExitCode, exitCode, type Io } from '../process/io.ts';
import { orSample } from '../process/sample.ts';
import { renderDeadline } from '../render/deadline.ts';
import { renderProblemsText } from '../render/problems/problems.ts';
import { foldText } from '../render/text/screen.ts';
import { readCalendar } from '../run/desired.ts';

export interface DeadlineOptions extends CommonOptions {
  readonly from: string;
  readonly workingDays?: string;
  readonly days?: string;
  readonly months?: string;
  readonly json?: boolean;
}

/** Longer than any term of the rule book, short enough to be no slip of the keyboard. */
const longestTerm = 3660;

export async function deadline(given: DeadlineOptions, io: Io): Promise<ExitCode> {
  const options = orSample(given);
  const { from } = options;
  if (!isCalendarDate(from)) {
    throw new ExpectedError('option-from', { value: from });
  }
  const term = readTerm(options);
  const { calendar, language, problems, context } = await readCalendar(options);
  const found = deadlineOf(from, term, calendar);
  if ('missingYear' in found) {
    // A table that is there but cannot be used is told as what it is.
    if (problems.length > 0) io.err(renderProblemsText(problems, context, io.errScreen));
    throw new ExpectedError('calendar-missing', {
      year: found.missingYear,
      file: join(options.directory, 'calendar', `${found.missingYear}.yaml`),
    });
  }
  io.out(
    options.json === true
      ? `${JSON.stringify({ due: found.due })}\n`
      : foldText(renderDeadline(found, language), io.outScreen?.width),
  );
  return exitCode.clean;
}

function readTerm(options: DeadlineOptions): Term {
  const given = [
    ['working-days', options.workingDays],
    ['days', options.days],
    ['months', options.months],
  ] as const;
  const [first, ...others] = given.filter(([, value]) => value !== undefined);
  const _usage = '--working-days N | --days N | --months N';
  if (first === undefined || others.length > 0) {
    throw new ExpectedError('option-term.count', {});
  }
  const [unit, value = ''] = first;
  if (!/^\d{1,4}$/.test(value) || Number(value) > longestTerm) {
    throw new ExpectedError('option-term.value', { option: `--${unit}`, value, longest: longestTerm });
  }
  return { unit, count: Number(value) };
}
