/** Reads all organizations of a directory, where they go together as usual. */
import { fileId } from '../../desired/read/parse-directory.ts';
import { withoutPeople } from '../../desired/read/parse-head.ts';
import type { FoundFile } from '../../files/read-directory.ts';
import type { Organization } from '../../model/directory/organization.ts';
import { organizationIn, type ReadTask, readSummaries, type Summaries } from './summaries.ts';

/**
 * Undefined where the files do not go together as usual: two of one name, one that is not named after its organization,
 * or one that says other things of it than were believed. Then nothing but a reading of the whole will do.
 */
export function readAllSummaries(task: Omit<ReadTask, 'all'>): Summaries | undefined {
  const all = filesById(task.found);
  if (all === undefined) return undefined;
  const read = readSummaries({ ...task, all });
  return areAsBelieved(read) ? read : undefined;
}

/** Each by the id its name promises; undefined where two promise one. */
export function filesById(found: readonly FoundFile[]): ReadonlyMap<string, FoundFile> | undefined {
  const all = new Map(found.map((one) => [fileId(one.path), one]));
  return all.size < found.length ? undefined : all;
}

/** False where a file says another thing of its organization than was believed; of those that were not read nothing is told. */
export function areAsBelieved(read: Summaries, isRead: (id: string) => boolean = () => true): boolean {
  const heads = new Map<string, Organization>();
  for (const file of read.files) {
    const organization = organizationIn(file);
    if (organization === undefined) continue;
    if (organization.id !== fileId(file.path)) return false;
    heads.set(organization.id, organization);
  }
  return read.believed.every(([id, head]) => !isRead(id) || isSame(heads.get(id), head));
}

const isSame = (is: Organization | undefined, believed: Organization | undefined): boolean =>
  JSON.stringify(is && withoutPeople(is)) === JSON.stringify(believed);
