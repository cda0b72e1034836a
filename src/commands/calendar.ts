/** `danhba calendar draft`: begins the file of a year's days off, which check refuses until the notices are named. */
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { ExpectedError } from '../model/problems/errors.ts';
import { type CommonOptions, type ExitCode, exitCode, type Io, languageOf } from '../process/io.ts';
import { renderCalendarDraft } from '../render/calendar-draft.ts';
import { readPolicy } from '../run/policy.ts';

/** The schema of calendars has the same bounds. */
const [firstYear, lastYear] = [2000, 2199];

/** Never writes over a file: a signed calendar would be lost. */
export async function draftCalendar(asked: string, options: CommonOptions, io: Io): Promise<ExitCode> {
  const year = Number(asked);
  if (!/^\d{4}$/.test(asked) || year < firstYear || year > lastYear) {
    throw new ExpectedError('calendar-year', { at: asked, first: firstYear, last: lastYear });
  }
  const policy = await readPolicy(options.directory, io.language);
  const file = join(options.directory, 'calendar', `${year}.yaml`);
  try {
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, renderCalendarDraft(year), { flag: 'wx' });
  } catch (thrown) {
    const { code } = thrown as NodeJS.ErrnoException;
    if (code === 'EEXIST') throw new ExpectedError('calendar-exists', { at: file });
    throw new ExpectedError('file-unwritable', { at: file, cause: code ?? String(thrown) });
  }
  io.out(
    languageOf(options, policy.language) === 'vi'
      ? `Đã ghi bản nháp ${file}: mới có các ngày luật ấn định.\nTiếp theo: điền các ngày còn lại theo thông báo chính thức, ghi số thông báo vào "source", rồi chạy "danhba check".\n`
      : `Wrote the draft ${file}: it has what the law fixes by date.\nNext: add the other days by the official notices, name them in "source", then run "danhba check".\n`,
  );
  return exitCode.clean;
}
