/** What the rules found last time, where nothing they look at has changed since: a title, a telephone, a remark in a file. */
import { keptFile } from '../../quiet/snapshot.ts';
import { looksTheSame, type Verdict } from '../../quiet/verdict.ts';
import type { Begun } from './begin.ts';
import { areAsBelieved, filesById } from './read-all.ts';
import { digestOfAll, readSummaries } from './summaries.ts';

/** Files: of more, a reading of all is as quick. */
const most = 50;

/** Undefined where they have to look again. */
export function standingVerdict({ options, basis, found, kept, task }: Begun): Verdict | undefined {
  const { snapshot } = kept;
  const all = filesById(found);
  if (snapshot === undefined || all === undefined || basis.unreadable.length > 0) return undefined;
  const verdict = kept.readVerdict();
  const isRead = found.every(({ path }) => task.digests.has(path));
  if (verdict?.root !== options.directory || !isRead) return undefined;
  const nowOf = (path: string): string => task.digests.get(path) ?? '';
  const thenOf = (path: string): string => snapshot.files.get(path)?.digest ?? nowOf(path);
  if (digestOfAll(found.map(({ path }) => [path, thenOf(path)])) !== verdict.of) return undefined;
  const isAsThen = (path: string) => [thenOf(path), verdict.passed[path]].includes(nowOf(path));
  const changed = found.filter(({ path }) => !isAsThen(path));
  if (changed.length === 0) return verdict;
  if (changed.length > most) return undefined;
  const read = readSummaries({ ...task, found: changed, all });
  const isChanged = new Set(changed);
  const isOfRead = (id: string): boolean => {
    const file = all.get(id);
    return file !== undefined && isChanged.has(file);
  };
  if (!areAsBelieved(read, isOfRead) || read.files.length < changed.length) return undefined;
  const isSame = read.files.every(({ path, digest, summary }) => {
    const then = snapshot.files.get(path);
    if (then === undefined || summary === undefined || verdict.awake.includes(path)) return false;
    return looksTheSame(then, keptFile(digest, summary));
  });
  if (!isSame) return undefined;
  const passed = Object.fromEntries(read.files.map(({ path, digest }) => [path, digest]));
  const renewed = { ...verdict, passed: { ...verdict.passed, ...passed } };
  kept.keepVerdict(renewed);
  return renewed;
}
