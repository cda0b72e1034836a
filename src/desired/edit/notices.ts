/** Writes the number and day of a written notice beside the suspension it tells (8.1), in the texts of the directory. */
import type { Key } from '../../model/account/key.ts';
import type { Declared } from '../../model/directory/declared.ts';
import type { EditRefusal } from '../../model/directory/edit.ts';
import { noticeEdit } from '../../model/directory/notice-edit.ts';
import type { Decision } from '../../model/directory/organization.ts';
import { editOrganization } from './edit.ts';

export interface NoticedFiles {
  /** The new texts, by file. */
  readonly texts: ReadonlyMap<string, string>;
  readonly refused: readonly { readonly key: Key; readonly refusal: EditRefusal }[];
}

/** Everybody of the notice, or whoever could not be written: nothing is to be kept of the others then. */
export function writeNotice(
  keys: readonly Key[],
  decision: Decision,
  declared: readonly Declared[],
  textOf: (file: string) => string | undefined,
): NoticedFiles {
  const records = new Map(declared.map((one) => [one.key, one]));
  const texts = new Map<string, string>();
  const refused: { readonly key: Key; readonly refusal: EditRefusal }[] = [];
  for (const key of keys) {
    const record = records.get(key);
    const edit = record && noticeEdit(record, decision);
    const text = record && (texts.get(record.file) ?? textOf(record.file));
    if (record === undefined || edit === undefined || text === undefined) {
      refused.push({ key, refusal: { code: 'person-unknown', id: key } });
      continue;
    }
    const result = editOrganization(text, edit);
    if ('refusal' in result) refused.push({ key, refusal: result.refusal });
    else texts.set(record.file, result.text);
  }
  return { texts, refused };
}
