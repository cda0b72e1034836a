/** Reads which notices the documents of a folder are; what danhba has not drafted is of no account. */
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { ignoreMissing } from '../../files/missing.ts';
import { readPlainFile } from '../../files/read-plain-file.ts';
import type { NoticeStamp } from '../../model/notice.ts';
import { ExpectedError } from '../../model/problems/errors.ts';
import { type Remark, remark } from '../../model/problems/remark.ts';
import type { Draft } from '../../notices/list.ts';
import { readNotice } from '../../office/read-notice.ts';
import type { Io } from '../../process/io.ts';
import { renderError } from '../../process/told-error.ts';
import type { Language } from '../../render/text/wording.ts';

/** More than any letter. */
const longestDraft = 16_000_000;

type WrongFile = Remark<'notice-file.altered' | 'notice-file.foreign' | 'notice-file.unreadable'>;

/** In the order of their names; a folder that is not there has none. What cannot be read or was altered is told. */
export async function readDrafts(folder: string, language: Language, io: Io): Promise<readonly Draft[]> {
  const names = (await readdir(folder).catch(ignoreMissing)) ?? [];
  const drafts: Draft[] = [];
  // Word leaves a lock beside what is open.
  for (const name of names.filter((one) => /\.docx$/i.test(one) && !one.startsWith('~$')).toSorted()) {
    const file = join(folder, name);
    const stamp = await readStamp(file);
    if (!('says' in stamp)) drafts.push({ file, stamp });
    else if (stamp.says !== 'notice-file.foreign') {
      const wrong = new ExpectedError(stamp.says, { ...stamp.facts, at: file } as never);
      io.err(renderError(wrong, language, io.errScreen) ?? '');
    }
  }
  return drafts;
}

/** The facts of what is wrong are the caller's to complete: it knows what the file is called. */
export async function readStamp(file: string): Promise<NoticeStamp | WrongFile> {
  const found = await readPlainFile(file, longestDraft).catch((thrown: NodeJS.ErrnoException) => thrown);
  if (!('bytes' in found)) {
    const cause = 'refusal' in found ? found.refusal : 'tooLarge' in found ? 'EFBIG' : found.code;
    return remark('notice-file.unreadable', { at: '', cause: cause ?? String(found) }) as WrongFile;
  }
  const stamp = readNotice(found.bytes);
  if (typeof stamp === 'object') return stamp;
  return remark(`notice-file.${stamp}`, { at: '' }) as WrongFile;
}
