/**
 * Finds the people of an organization's file of whom it says nothing but id, name, title, unit and phone, in the form such
 * lines usually have, by the octets of the file alone. It never guesses: who is written otherwise, or holds a word that may
 * raise a question, is left with the rest of the file, which is read as every file is.
 */
import { type PlainPeople, type PlainTexts, type PlainWord, plain } from '../../model/quiet/plain-people.ts';
import { hashNext, hashStart, type OctetTable } from '../../model/text/octet-table.ts';
import { countLines, enlarged, indexOf, joinOctets, octetsOf, startsWith } from '../../model/text/octets.ts';

const [listStart, itemStart, idStart, nameStart] = ['\npeople:\n', '  - ', '  - id: ', '    name: '].map(
  octetsOf,
) as [Uint8Array, Uint8Array, Uint8Array, Uint8Array];
const [titleStart, unitStart, phoneStart] = ['    title: ', '    unit: ', '    phone: "'].map(octetsOf) as [
  Uint8Array,
  Uint8Array,
  Uint8Array,
];
const emptyList = octetsOf(' []');

const [newline, space, quote, hash, hyphen, zero, nine, capitalA, capitalZ] = Array.from(
  '\n "#-09AZ',
  (sign) => sign.charCodeAt(0),
) as [number, number, number, number, number, number, number, number, number];

/** Octets; shorter than what any of them may have by the schema or the naming rules. */
const [longestId, longestName, longestPhone] = [40, 100, 32];
const shortestPhone = 3;

/** What stands behind a key, and where it stood last in this file: most have it from whoever is above them. */
interface Repeated {
  readonly table: OctetTable<unknown>;
  start: number;
  end: number;
  found: number;
}

/** Undefined where the file has no list of people in the usual place. */
export function makePlainPeople({ words, titles: ofTitles, units: ofUnits }: PlainTexts) {
  const titles: Repeated = { table: ofTitles, start: 0, end: 0, found: -1 };
  const units: Repeated = { table: ofUnits, start: 0, end: 0, found: -1 };
  let people = new Int32Array(plain.length * 256);
  let letters = new Uint8Array(1 << 12);
  let count = 0;
  let lettersEnd = 0;
  /** Of the person last read. */
  let lines = 0;

  /** Where the name's line ends; -1 where the name is not plain. */
  function readName(octets: Uint8Array, start: number, row: number): number {
    let at = start;
    let before = -1;
    let [hasSmall, isMarked, isDoubtful] = [false, false, false];
    people[row + plain.initials] = lettersEnd;
    for (let isFirst = true; ; isFirst = false) {
      const wordStart = at;
      let key = hashStart;
      let octet = octets[at] as number;
      while (octet > space) {
        key = hashNext(key, octet);
        octet = octets[++at] as number;
      }
      if (at === wordStart) return -1;
      const found = words.find(octets, wordStart, at, key);
      if (found < 0) return -1;
      const word = words.values[found] as PlainWord;
      if (isFirst) {
        if (!word.mayBegin) return -1;
        people[row + plain.firstWord] = found;
      } else if (word.closesTitle && (words.values[before] as PlainWord).opensTitle) return -1;
      hasSmall ||= word.hasSmall;
      isMarked ||= word.isMarked;
      isDoubtful ||= word.isDoubtful;
      before = found;
      if (octet === space) {
        letters[lettersEnd++] = word.initial;
        at++;
        if (at - start > longestName) return -1;
      } else if (octet === newline && !isFirst) break;
      else return -1;
    }
    if (at - start > longestName || !hasSmall || (isDoubtful && !isMarked)) return -1;
    people[row + plain.name] = start;
    people[row + plain.nameEnd] = at;
    people[row + plain.lastWord] = before;
    people[row + plain.initialsEnd] = lettersEnd;
    return at;
  }

  /** Where the line behind a person ends that begins here; -1 where it is none of the plain. */
  function readPerson(octets: Uint8Array, start: number, index: number): number {
    const row = count * plain.length;
    if (!startsWith(octets, start, idStart)) return -1;
    let at = start + idStart.length;
    people[row + plain.index] = index;
    people[row + plain.id] = at;
    at = idEnd(octets, at);
    if (at < 0) return -1;
    people[row + plain.idEnd] = at++;
    if (!startsWith(octets, at, nameStart)) return -1;
    at = readName(octets, at + nameStart.length, row) + 1;
    if (at === 0) return -1;
    lines = 2;
    people[row + plain.title] = -1;
    people[row + plain.unit] = -1;
    people[row + plain.phone] = 0;
    people[row + plain.phoneEnd] = 0;
    if (startsWith(octets, at, titleStart)) {
      at = readRepeated(octets, at + titleStart.length, titles, row + plain.title) + 1;
      if (at === 0) return -1;
      lines++;
    }
    if (startsWith(octets, at, unitStart)) {
      at = readRepeated(octets, at + unitStart.length, units, row + plain.unit) + 1;
      if (at === 0) return -1;
      lines++;
    }
    if (startsWith(octets, at, phoneStart)) {
      at += phoneStart.length;
      people[row + plain.phone] = at;
      at = phoneEnd(octets, at);
      if (at < 0) return -1;
      people[row + plain.phoneEnd] = at;
      at += 2;
      lines++;
    }
    // Whatever else stands below it is said of this person, or may be.
    const next = octets[at];
    const isOver = next !== space ? next !== newline && next !== hash : startsWith(octets, at, itemStart);
    return isOver ? at : -1;
  }

  function readRepeated(octets: Uint8Array, start: number, before: Repeated, column: number): number {
    let at = start;
    let other = before.start;
    while (other < before.end && octets[at] === octets[other]) {
      at++;
      other++;
    }
    if (other === before.end && other > before.start && octets[at] === newline) {
      people[column] = before.found;
      return before.found < 0 ? -1 : at;
    }
    at = start;
    let key = hashStart;
    let octet = octets[at] as number;
    while (octet >= space) {
      key = hashNext(key, octet);
      octet = octets[++at] as number;
    }
    if (octet !== newline) return -1;
    const found = before.table.find(octets, start, at, key);
    people[column] = found;
    before.start = start;
    before.end = at;
    before.found = found;
    return found < 0 ? -1 : at;
  }

  function makeRoom(): void {
    if ((count + 1) * plain.length > people.length)
      people = enlarged(people, new Int32Array(2 * people.length));
    if (lettersEnd + longestName > letters.length)
      letters = enlarged(letters, new Uint8Array(2 * letters.length));
  }

  return (octets: Uint8Array): PlainPeople | undefined => {
    const listAt = indexOf(octets, listStart);
    let at = listAt + listStart.length;
    if (listAt < 0 || !startsWith(octets, at, itemStart)) return undefined;
    count = 0;
    lettersEnd = 0;
    titles.end = titles.start;
    units.end = units.start;
    const others: { index: number; line: number }[] = [];
    // Between the head and what stands behind the list: people who are not plain.
    const kept: Uint8Array[] = [];
    let line = countLines(octets, 0, at) + 1;
    for (let index = 0; startsWith(octets, at, itemStart); index++) {
      makeRoom();
      const lettersBefore = lettersEnd;
      const end = readPerson(octets, at, index);
      if (end >= 0) {
        count++;
        line += lines;
        at = end;
        continue;
      }
      lettersEnd = lettersBefore;
      others.push({ index, line });
      const next = itemEnd(octets, at);
      line += countLines(octets, at, next);
      kept.push(octets.subarray(at, next));
      at = next;
    }
    const head = octets.subarray(0, listAt + listStart.length - 1);
    const opening = others.length === 0 ? [head, emptyList] : [head];
    const rest = joinOctets([...opening, Uint8Array.of(newline), ...kept, octets.subarray(at)]);
    return { count, people, letters, rest, others };
  };
}

/** As `LC-000017`; -1 for anything else. */
function idEnd(octets: Uint8Array, start: number): number {
  let at = start;
  let octet = octets[at] as number;
  if (!(octet >= capitalA && octet <= capitalZ)) return -1;
  while ((octet >= capitalA && octet <= capitalZ) || (octet >= zero && octet <= nine))
    octet = octets[++at] as number;
  if (octet !== hyphen) return -1;
  const digits = ++at;
  octet = octets[at] as number;
  while (octet >= zero && octet <= nine) octet = octets[++at] as number;
  return octet === newline && at > digits && at - start <= longestId ? at : -1;
}

/** Of digits with single spaces between, up to the quote that ends the line; -1 for anything else. */
function phoneEnd(octets: Uint8Array, start: number): number {
  let at = start;
  let before = space;
  for (;;) {
    const octet = octets[at] as number;
    const isDigit = octet >= zero && octet <= nine;
    if (!isDigit && (octet !== space || before === space)) break;
    before = octet;
    at++;
  }
  const length = at - start;
  const isWhole = octets[at] === quote && octets[at + 1] === newline && before !== space;
  return isWhole && length >= shortestPhone && length <= longestPhone ? at : -1;
}

/** Where the lines of an item end: at the next, at a line that belongs to no list, or with the file. */
function itemEnd(octets: Uint8Array, start: number): number {
  let at = start;
  do {
    const found = octets.indexOf(newline, at);
    if (found < 0) return octets.length;
    at = found + 1;
    const first = octets[at];
    if (first !== space && first !== newline && first !== hash) return at;
  } while (!startsWith(octets, at, itemStart));
  return at;
}
