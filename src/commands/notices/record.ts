/** `danhba notices record`: writes the number and day of a written notice into the files of everybody it is about. */
import { type ExitCode, exitCode, type Io } from '../../process/io.ts';
import { renderRecorded } from '../../render/notices/recorded.ts';
import { foldText } from '../../render/text/screen.ts';
import { type RecordNoticesOptions, recordNotices } from './record-edits.ts';

export async function recordCommand(
  files: readonly string[],
  options: RecordNoticesOptions,
  io: Io,
): Promise<ExitCode> {
  const recorded = await recordNotices(files, options, io);
  const { directory, declared, language } = recorded.desired;
  const names = new Map(declared.map(({ key, name }) => [key, name]));
  const { policy, calendar } = directory;
  const terms = { months: policy.lifecycle.deleteAfterNoticeMonths, calendar };
  io.out(foldText(renderRecorded({ ...recorded, names, terms }, language), io.outScreen?.width));
  return exitCode.clean;
}
