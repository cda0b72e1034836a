/** Writes the number and day a records office has given a draft into the files: for everybody it is about, or nobody. */

import { writeNotice } from '../../desired/edit/notices.ts';
import { appendNotice, writeCopied } from '../../desired/edit/register.ts';
import { type Replacement, replaceFiles } from '../../files/replace-files.ts';
import type { Key } from '../../model/account/key.ts';
import type { EditRefusal } from '../../model/directory/edit.ts';
import type { NoticeRecord } from '../../model/directory/notice-record.ts';
import type { CalendarDate, Decision } from '../../model/directory/organization.ts';
import type { NoticeStamp } from '../../model/notice.ts';
import { ExpectedError } from '../../model/problems/errors.ts';
import { type Remark, remark } from '../../model/problems/remark.ts';
import { isCalendarDate } from '../../model/time/date.ts';
import { judgeRecord } from '../../notices/judge-record.ts';
import { type CommonOptions, type Io, todayOf } from '../../process/io.ts';
import { renderError } from '../../process/told-error.ts';
import { renderProblemsText } from '../../render/problems/problems.ts';
import { compareProblems } from '../../review/difference.ts';
import { judge, readDesired } from '../../run/desired.ts';
import { readUsable, type UsableDesired } from '../../run/propose.ts';
import { readStamp } from './read-drafts.ts';

export interface RecordNoticesOptions extends CommonOptions {
  readonly document: string;
  readonly date: string;
  /** The day the copy of a deletion's notice went to the superior body (8.1). */
  readonly copied?: string;
}

export interface RecordedNotice {
  readonly file: string;
  readonly stamp: NoticeStamp;
  readonly written: readonly Key[];
  /** Those whose record said so before. */
  readonly left: readonly Key[];
}

export interface RecordedNotices {
  readonly desired: UsableDesired;
  readonly decision: Decision;
  readonly copied?: CalendarDate;
  readonly notices: readonly RecordedNotice[];
  /** The files that were changed. */
  readonly files: readonly string[];
}

export async function recordNotices(
  files: readonly string[],
  options: RecordNoticesOptions,
  io: Io,
): Promise<RecordedNotices> {
  const today = todayOf(options, io);
  const decision = { document: options.document.trim().normalize('NFC'), date: options.date };
  const { copied } = options;
  for (const [option, value] of [
    ['--date', options.date],
    ['--copied', copied],
  ] as const) {
    if (value !== undefined && !isCalendarDate(value)) {
      throw new ExpectedError('notice-date.form', { option, value });
    }
  }
  if (copied !== undefined && (copied < decision.date || copied > today)) {
    throw new ExpectedError('notice-copied.date', { copied, date: decision.date });
  }
  const desired = await readUsable(options, io);
  const { directory, declared, language } = desired;
  const question = { declared, register: directory.notices.notices, decision, today };
  const notices: RecordedNotice[] = [];
  const refused: ExpectedError[] = [];
  const refuse = (at: string, parts: readonly Remark[]) =>
    refused.push(new ExpectedError('notice-refused', { at, parts }));
  for (const file of files) {
    const stamp = await readStamp(file);
    if ('says' in stamp) {
      refuse(file, [stamp]);
      continue;
    }
    const same = notices.find((one) => one.stamp.id === stamp.id);
    const verdict = judgeRecord(stamp, question);
    if (same !== undefined) refuse(file, [remark('notice-file.same', { at: '', other: same.file })]);
    else if ('refusals' in verdict) refuse(file, verdict.refusals);
    else if (copied !== undefined && stamp.kind !== 'deletion') {
      refuse(file, [remark('notice-copied.kind', { at: '' })]);
    } else notices.push({ file, stamp, written: verdict.write, left: verdict.left });
  }
  const last = refused.pop();
  for (const one of refused) io.err(renderError(one, language, io.errScreen) ?? '');
  if (last !== undefined) throw last;
  const edited = editAll(notices, decision, copied, desired);
  await refuseProblems(options, desired, edited, today);
  await replaceFiles(edited);
  const changed = edited.map(({ file }) => file);
  return { desired, decision, ...(copied !== undefined && { copied }), notices, files: changed };
}

/** The texts of all files that change, each with all its edits. */
function editAll(
  notices: readonly RecordedNotice[],
  decision: Decision,
  copied: CalendarDate | undefined,
  { directory, declared, context }: UsableDesired,
): readonly Replacement[] {
  const texts = new Map<string, string>();
  const textOf = (file: string) => texts.get(file) ?? context.textOf(file);
  const { file: register, notices: known } = directory.notices;
  for (const { stamp, written, left } of notices) {
    if (stamp.kind === 'suspension') {
      const edited = writeNotice(written, decision, declared, textOf);
      const [refused] = edited.refused;
      if (refused !== undefined) throw unwritten(refused.key, refused.refusal.code);
      for (const [file, text] of edited.texts) texts.set(file, text);
      continue;
    }
    const index = known.findIndex(({ id }) => id === stamp.id);
    if (left.length > 0 && (copied === undefined || known[index]?.copied !== undefined)) continue;
    const record = recordOf(stamp, decision, copied);
    const edited =
      copied !== undefined && index >= 0
        ? writeCopied(textOf(register) ?? '', index, copied)
        : appendNotice(textOf(register), record);
    if ('refusal' in edited) throw unwritten(register, edited.refusal);
    texts.set(register, edited.text);
  }
  return [...texts].map(([file, after]) => ({ file, before: context.textOf(file), after }));
}

const unwritten = (at: string, code: EditRefusal['code']) =>
  new ExpectedError('notice-unwritten.refusal', { at, code });

const recordOf = (
  { id, kind, organization, marks }: NoticeStamp,
  decision: Decision,
  copied: CalendarDate | undefined,
): NoticeRecord => ({
  kind: kind as NoticeRecord['kind'],
  organization,
  people: marks.map(({ key }) => key),
  ...decision,
  ...(copied !== undefined && { copied }),
  id,
});

/** The rules have the last word: nothing is written that check would refuse afterwards. */
async function refuseProblems(
  options: CommonOptions,
  desired: UsableDesired,
  edited: readonly Replacement[],
  today: string,
): Promise<void> {
  const register = desired.directory.notices.file;
  const broken = desired.formProblems.filter(
    ({ at, severity }) => severity === 'error' && at.file === register,
  );
  const after = await readDesired(options, new Map(edited.map((one) => [one.file, one.after])));
  const { problems } = compareProblems(judge(desired, [], today), judge(after, [], today));
  const wrong = [...(edited.some(({ file }) => file === register) ? broken : []), ...problems].filter(
    ({ severity }) => severity === 'error',
  );
  if (wrong.length === 0) return;
  const told = renderProblemsText(wrong, { ...after.context, language: desired.language }).trimEnd();
  throw new ExpectedError('notice-unwritten.problems', { problems: told });
}
