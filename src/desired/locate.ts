/** Finds where a problem is in its file: line and column (from 1) and the offset, for the excerpt. */
import { type Document, isMap, isNode, isScalar, LineCounter, parseDocument } from 'yaml';
import type { Place } from '../model/problem.ts';

export interface Position {
  readonly line: number;
  readonly column: number;
}

interface Located {
  readonly document: Document;
  readonly lines: LineCounter;
}

/** A function that finds places in these texts; a file is parsed once, and only when asked about. */
export function makeLocator(texts: ReadonlyMap<string, string>): (place: Place) => Position {
  const parsed = new Map<string, Located>();
  return (place) => {
    const text = texts.get(place.file);
    if (text === undefined) return { line: 1, column: 1 };
    let located = parsed.get(place.file);
    if (located === undefined) {
      const lines = new LineCounter();
      located = { document: parseDocument(text, { lineCounter: lines, prettyErrors: false }), lines };
      parsed.set(place.file, located);
    }
    const offset = place.offset ?? offsetOf(located.document, place);
    const { line, col } = located.lines.linePos(Math.min(offset, text.length));
    return { line: Math.max(1, line), column: Math.max(1, col) };
  };
}

function offsetOf(document: Document, place: Place): number {
  // Where a node is missing, its nearest present parent is the place to look.
  for (let length = place.path.length; length >= 0; length--) {
    const path = place.path.slice(0, length);
    const exact = length === place.path.length;
    const key = exact && place.onKey ? keyOffset(document, path) : undefined;
    if (key !== undefined) return key;
    const node = length === 0 ? document.contents : document.getIn(path, true);
    if (isNode(node) && node.range) return node.range[0];
  }
  return 0;
}

function keyOffset(document: Document, path: readonly (string | number)[]): number | undefined {
  const parent = path.length === 1 ? document.contents : document.getIn(path.slice(0, -1), true);
  if (!isMap(parent)) return undefined;
  const pair = parent.items.find((item) => isScalar(item.key) && item.key.value === path.at(-1));
  return pair !== undefined && isScalar(pair.key) ? pair.key.range?.[0] : undefined;
}
