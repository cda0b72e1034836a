/** Turns the number of a written notice into the edits `danhba notices record` would make, or tells why not (8.1). */
import { organizationKey } from '../model/account/key.ts';
import { noticeEdit } from '../model/directory/notice-edit.ts';
import type { OrganizationFile } from '../model/directory/organization.ts';
import type { NoticeRequest, RequestedEdits, RequestProblem } from '../model/github/request.ts';
import type { Remark } from '../model/problems/remark.ts';
import { findStamp } from '../notices/find-stamp.ts';
import { judgeRecord } from '../notices/judge-record.ts';
import { calledOf, type SearchedDirectory } from './find-organization.ts';

export function recordNotice(
  { id: written, drafted, basis }: NoticeRequest,
  { file, organization: { id, name } }: OrganizationFile,
  directory: SearchedDirectory,
): RequestedEdits | { readonly problem: RequestProblem } {
  const { declared, today, notices } = directory;
  const found = findStamp(written, id, declared);
  if (found === undefined) {
    return {
      problem: { code: 'notice-unknown', args: { id: written, organization: calledOf(id, directory) } },
    };
  }
  const stamp = drafted === undefined || drafted < found.drafted ? found : { ...found, drafted };
  const verdict = judgeRecord(stamp, { declared, register: notices.notices, decision: basis, today });
  if ('refusals' in verdict) {
    const parts = verdict.refusals.map((part) => withName(part, directory));
    return { problem: { code: 'notice-refused', args: { parts } } };
  }
  const edits = declared
    .filter(({ key }) => verdict.write.includes(key))
    .flatMap((record) => noticeEdit(record, basis) ?? []);
  if (edits.length === 0) return { problem: { code: 'nothing-changes', args: {} } };
  return { file, organization: id, key: organizationKey(id), name, edits };
}

/** Who reads an issue knows people by their names. */
function withName(part: Remark, { declared }: SearchedDirectory): Remark {
  const { at } = part.facts as { readonly at?: string };
  const record = declared.find(({ key }) => key === at);
  if (record === undefined) return part;
  const called = record.person === undefined ? record.name : `${record.name} (${record.person.id})`;
  return { ...part, facts: { ...part.facts, at: called } } as Remark;
}
