/** What a directory says beside its organizations: the policy, the calendars, the grants, the register of notices. */
import { join } from 'node:path';
import { fileKind, parseDirectory, type SourceFile } from '../../desired/read/parse-directory.ts';
import { type FoundFile, listDirectory, readListed, type Unreadable } from '../../files/read-directory.ts';
import type { Directory } from '../../model/directory/directory.ts';
import { judgeFileName } from '../../model/directory/file-name.ts';
import type { Problem } from '../../model/problems/problem.ts';

export interface Basis {
  readonly directory: Directory;
  /** What is wrong with the form of these. */
  readonly problems: readonly Problem[];
  /** Every file but those of organizations, as it is. */
  readonly sources: readonly SourceFile[];
  readonly organizations: readonly FoundFile[];
  readonly unreadable: readonly Unreadable[];
}

/** Undefined without a policy that can be used. */
export async function readBasis(root: string): Promise<Basis | undefined> {
  const listed = await listDirectory(root);
  const isOrganization = ({ path }: FoundFile) =>
    fileKind(path) === 'organization' && judgeFileName(path) === undefined;
  const read = listed.files.filter((one) => !isOrganization(one)).map(readListed);
  const sources = read.filter((one) => 'text' in one);
  const unreadable = [...listed.unreadable, ...read.filter((one) => 'problem' in one)];
  const { directory, problems } = parseDirectory(sources, join(root, 'policy.yaml'), unreadable);
  if (directory === undefined) return undefined;
  return { directory, problems, sources, organizations: listed.files.filter(isOrganization), unreadable };
}
