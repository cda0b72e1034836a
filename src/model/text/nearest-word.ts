/** Finds the word somebody most likely meant. */

/** The candidate nearest to the word by edits, where it is near enough to be worth saying. */
export function nearestWord(word: string, candidates: readonly string[]): string | undefined {
  const limit = Math.max(1, Math.floor(word.length / 3));
  let best: string | undefined;
  let bestDistance = limit + 1;
  for (const candidate of candidates) {
    const distance = editDistance(word.toLowerCase(), candidate.toLowerCase(), bestDistance);
    if (distance < bestDistance) {
      best = candidate;
      bestDistance = distance;
    }
  }
  return best;
}

/** Several that are near enough to be worth saying, the nearest first; one that has the word within it is near. */
export function nearestWords(word: string, candidates: readonly string[], most: number): readonly string[] {
  const asked = word.toLowerCase();
  const limit = Math.max(1, Math.floor(word.length / 3)) + 1;
  const near = candidates.flatMap((candidate) => {
    const isWithin = asked.length > 2 && candidate.toLowerCase().includes(asked);
    const distance = isWithin ? 0 : editDistance(asked, candidate.toLowerCase(), limit);
    return distance < limit ? [{ candidate, distance }] : [];
  });
  const sorted = near.sort((a, b) => a.distance - b.distance || (a.candidate < b.candidate ? -1 : 1));
  return sorted.slice(0, most).map(({ candidate }) => candidate);
}

/** Damerau–Levenshtein distance (adjacent letters exchanged count once), given up on at `limit`. */
function editDistance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) >= limit || a.length > 64 || b.length > 64) return limit;
  let beforePrevious: number[] = [];
  let previous = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const current = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      let distance = Math.min(
        (previous[j] as number) + 1,
        (current[j - 1] as number) + 1,
        (previous[j - 1] as number) + (same ? 0 : 1),
      );
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        distance = Math.min(distance, (beforePrevious[j - 2] as number) + 1);
      }
      current.push(distance);
    }
    beforePrevious = previous;
    previous = current;
  }
  return previous[b.length] as number;
}
