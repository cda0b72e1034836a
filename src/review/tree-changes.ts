/** Two states of the directory set against one another: which files differ, and which records. */
import { type Key, organizationKey } from '../model/account/key.ts';
import type { ChangedFile, SideFile } from './author.ts';
import { compareRecords, type RecordChange } from './record-changes.ts';

/** One state; paths from the root of the directory. */
export interface Tree {
  readonly organizations: readonly SideFile[];
  /** Of each file something that changes with its text. */
  readonly texts: ReadonlyMap<string, string>;
  readonly unreadable: ReadonlySet<string>;
}

/** A file that is only somewhere else is told with where it was. */
export function changedBetween(before: Tree, after: Tree): readonly ChangedFile[] {
  const there = new Map(before.organizations.map((one) => [one.organization.id, one.file]));
  const moved = new Map<string, string>();
  for (const { file, organization } of after.organizations) {
    const from = there.get(organization.id);
    if (from === undefined || after.texts.has(from) || before.texts.has(file)) continue;
    moved.set(file, from);
  }
  const left = new Set(moved.values());
  return [...new Set([...before.texts.keys(), ...after.texts.keys()])]
    .filter((path) => before.texts.get(path) !== after.texts.get(path) && !left.has(path))
    .sort()
    .map((path) => ({ path, ...(moved.has(path) && { previousPath: moved.get(path) as string }) }));
}

/** Every record that differs, with the files it stands in. */
export function touchedRecords(
  before: Tree,
  after: Tree,
  changedFiles: readonly ChangedFile[],
): ReadonlyMap<Key, ReadonlySet<string>> {
  const [old, now] = [before, after].map(
    ({ organizations }) => new Map(organizations.map((one) => [one.file, one])),
  ) as [Map<string, SideFile>, Map<string, SideFile>];
  const touched = new Map<Key, Set<string>>();
  const touch = (key: Key, path: string) => touched.set(key, (touched.get(key) ?? new Set()).add(path));
  for (const { path, previousPath } of changedFiles) {
    const [from, to] = [old.get(previousPath ?? path), now.get(path)];
    const same = from?.organization.id === to?.organization.id;
    const pairs: readonly (readonly [SideFile | undefined, SideFile | undefined])[] =
      same || from === undefined || to === undefined
        ? [[from, to]]
        : [
            [from, undefined],
            [undefined, to],
          ];
    const changes: readonly RecordChange[] = pairs.flatMap((pair) => compareRecords(...pair));
    for (const { key } of changes) touch(key, path);
    // What cannot be read says nothing of anybody, and may say anything: the whole file is in question.
    if (after.unreadable.has(path) && from !== undefined) touch(organizationKey(from.organization.id), path);
  }
  return touched;
}
