/** Finds where a problem is in its file: line and column from 1, columns in UTF-16 units as editors count. */
import type { Document, Pair, YAMLMap } from 'yaml';
import type { Place } from '../../model/problems/problem.ts';
import { readSpoiled } from '../causes/reading.ts';
import type { Row } from '../causes/row.ts';
import { type ComposedYaml, composeYaml, sizeLimit } from './compose-yaml.ts';
import { fullYaml } from './full-yaml.ts';
import { type FoundPerson, makePersonFinder, type PersonLines } from './person-lines.ts';
import { findPlainPlace } from './plain-place.ts';

export interface Position {
  readonly line: number;
  readonly column: number;
}

/** The pairs of mappings by key: a file may have as many wrong keys as it has lines. */
type KeyIndex = WeakMap<YAMLMap, ReadonlyMap<string, Pair>>;

interface Located {
  readonly composed: ComposedYaml;
  /** Of a text that is no YAML: the lines of the file themselves, and where those come from that could be read. */
  readonly mended?: { readonly composed: ComposedYaml; readonly rows: readonly Row[] };
}

/** The line (from 1) where the person begins that a place is of, as far as it is known. */
export type LineOf = (place: Place) => number | undefined;

/** A function that finds places in these texts; a file is parsed once, and only when asked about, and where it can be only the person's lines. */
export function makeLocator(
  texts: Pick<ReadonlyMap<string, string>, 'get'>,
  lineOf: LineOf = () => undefined,
): (place: Place) => Position {
  const parsed = new Map<string, Located>();
  const index: KeyIndex = new WeakMap();
  const persons = makePersonFinder();
  return (place) => {
    const text = texts.get(place.file);
    if (text === undefined) return { line: 1, column: 1 };
    if (place.offset === undefined) {
      const line = lineOf(place);
      const known = line === undefined ? undefined : persons.begin(place.file, text, line);
      const found = known && plainNear(known, place);
      if (found !== undefined) return found;
      const person = persons.find(place.file, text, place.path);
      const near = person && (plainNear(person, place) ?? composedNear(person, place, index));
      if (near !== undefined) return near;
    }
    let located = parsed.get(place.file);
    if (located === undefined) {
      located = locatedText(text);
      parsed.set(place.file, located);
    }
    const { composed, mended } = located;
    if (place.offset !== undefined) return positionAt(composed, Math.min(place.offset, text.length));
    const { document } = mended?.composed ?? composed;
    const offset = document === undefined ? 0 : offsetOf(document, place, index);
    if (mended === undefined) return positionAt(composed, Math.min(offset, text.length));
    const { line, column } = positionAt(mended.composed, offset);
    const row = mended.rows[line - 1];
    return row === undefined
      ? { line, column }
      : { line: row.line + 1, column: Math.max(1, column + row.shift) };
  };
}

/** The place in the lines of a person; undefined where only the full parser can tell. */
function plainNear({ lines, before }: PersonLines, { path, onKey }: Place): Position | undefined {
  const column = /^ *- +/.exec(lines[0] ?? '')?.[0].length ?? 0;
  const found = findPlainPlace(lines, { line: 0, column }, path.slice(2), onKey ?? false);
  return found && { line: before + found.line + 1, column: found.column + 1 };
}

/** The same by that parser; undefined where the lines are nothing by themselves. */
function composedNear({ before, compose }: FoundPerson, place: Place, index: KeyIndex): Position | undefined {
  const composed = compose();
  if (composed === undefined) return undefined;
  const { document } = composed;
  const path = [0, ...place.path.slice(2)];
  const offset = document === undefined ? 0 : offsetOf(document, { ...place, path }, index);
  const { line, column } = positionAt(composed, offset);
  return { line: before + line, column };
}

function locatedText(text: string): Located {
  const composed = composeYaml(text);
  if (composed.errors.length === 0 || text.length > sizeLimit) return { composed };
  const reading = readSpoiled(text);
  if (!reading.isReadable) return { composed };
  return { composed, mended: { composed: composeYaml(reading.text), rows: reading.rows } };
}

function positionAt({ lines }: ComposedYaml, offset: number): Position {
  const { line, col } = lines.linePos(offset);
  return { line: Math.max(1, line), column: Math.max(1, col) };
}

/** Where a node is missing, its nearest present parent is the place to look. */
function offsetOf(document: Document, { path, onKey = false }: Place, index: KeyIndex): number {
  const { isCollection, isMap, isScalar, isSeq } = fullYaml();
  let node: unknown = document.contents;
  let offset = startOf(node) ?? 0;
  for (const [depth, step] of path.entries()) {
    if (!isCollection(node)) break;
    const pair = isMap(node) ? pairsOf(node, index).get(String(step)) : undefined;
    const last = depth === path.length - 1;
    if (last && onKey && isScalar(pair?.key)) return startOf(pair.key) ?? offset;
    node = isSeq(node) ? node.items[Number(step)] : pair?.value;
    // An empty value has no place of its own: its key is where to look.
    const empty = isScalar(node) && node.value === null && node.source === '';
    offset = (empty ? startOf(pair?.key) : startOf(node)) ?? startOf(pair?.key) ?? offset;
  }
  return offset;
}

function startOf(node: unknown): number | undefined {
  return fullYaml().isNode(node) ? node.range?.[0] : undefined;
}

function pairsOf(map: YAMLMap, index: KeyIndex): ReadonlyMap<string, Pair> {
  const { isScalar } = fullYaml();
  let pairs = index.get(map);
  if (pairs === undefined) {
    pairs = new Map(map.items.map((pair) => [isScalar(pair.key) ? String(pair.key.value) : '', pair]));
    index.set(map, pairs);
  }
  return pairs;
}
