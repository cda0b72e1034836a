/** Takes off a name what stands around it and is no part of it: forms of address, degrees, offices, what is in brackets. */
import { addressWords, longTitles, shortTitles } from '../../naming/person/titles.ts';

/** The name as it is where nothing is left, or nothing is to be taken off. */
export function withoutTitles(name: string): string {
  const bare = name
    .replace(/\s*[([{].*$/u, '')
    .replace(/\s*(?:,|\s[-–—]\s).*$/u, '')
    .replace(/^đ\/c\.?\s*/iu, '');
  const words = bare.split(' ').filter((word) => word !== '');
  let [start, end] = [0, words.length];
  for (let at = 0; at < end; ) {
    const taken = titleAt(words, at);
    if (taken === 0) at += 1;
    else if (end - at - taken >= 2) {
      // Whatever stands before an office belongs to it: Phó Trưởng phòng.
      start = at + taken;
      at = start;
    } else end = at;
  }
  const left = words.slice(start, end);
  return left.length < 2 || !/\p{L}/u.test(left.join('')) ? name : left.join(' ');
}

/** How many words of a title stand here. */
function titleAt(words: readonly string[], at: number): number {
  const word = plain(words[at]);
  if (longTitles.has(`${word} ${plain(words[at + 1])}`)) return 2;
  // "TS.BS." and "PGS.TS." are several in one word.
  const pieces = word.split('.').filter((piece) => piece !== '');
  if (pieces.length > 0 && pieces.every((piece) => shortTitles.has(piece))) return 1;
  return at === 0 && addressWords.has(word) ? 1 : 0;
}

const plain = (word = ''): string => word.toLowerCase().replace(/[.:]+$/, '');
