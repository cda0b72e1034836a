/** Whether a name that changed is the same human's, put right, or somebody else's under the same id. */
import { toAscii } from '../text/alphabet.ts';

/**
 * A correction, compared without marks and capitals, keeps all syllables and adds or drops one; or it keeps the given
 * name to within one letter and all but one of the others, one of them at least. (Of the pairs of different people of
 * one organization in the sample, one in two hundred would pass as such.)
 */
export function isCorrection(before: string, after: string): boolean {
  const [old, now] = [syllablesOf(before), syllablesOf(after)];
  if (countMissing(old, now) + countMissing(now, old) <= 1) return true;
  const [oldOthers, nowOthers] = [old.slice(0, -1), now.slice(0, -1)];
  const lost = countMissing(oldOthers, nowOthers);
  const kept = oldOthers.length - lost;
  return (
    lost <= 1 &&
    kept >= 1 &&
    countMissing(nowOthers, oldOthers) <= 1 &&
    isWithinOneLetter(old.at(-1) ?? '', now.at(-1) ?? '')
  );
}

const syllablesOf = (name: string): readonly string[] =>
  toAscii(name.normalize('NFC').toLowerCase())
    .split(/[^a-z0-9]+/)
    .filter((syllable) => syllable !== '');

/** How many of the syllables the others lack, each counted as often as it stands there. */
function countMissing(syllables: readonly string[], others: readonly string[]): number {
  const left = [...others];
  return syllables.filter((syllable) => {
    const index = left.indexOf(syllable);
    if (index >= 0) left.splice(index, 1);
    return index < 0;
  }).length;
}

/** One letter added, dropped or exchanged, or none. */
function isWithinOneLetter(a: string, b: string): boolean {
  let same = 0;
  while (same < a.length && a[same] === b[same]) same++;
  const [restA, restB] = [a.slice(same), b.slice(same)];
  return (
    restA === restB ||
    restA.slice(1) === restB ||
    restA === restB.slice(1) ||
    restA.slice(1) === restB.slice(1)
  );
}
