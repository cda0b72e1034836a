/** The stretches of a text that one change to a YAML document replaces; everything between them stays as it is. */
import { isMap, type Node, type Pair, type Scalar, type YAMLMap, type YAMLSeq } from 'yaml';
import { insertElement, removeElement } from './flow.ts';
import {
  afterColon,
  blockEnd,
  columnOf,
  dashOf,
  endOf,
  isFlow,
  isNothing,
  keyOf,
  keyText,
  lineEndAt,
  lineStart,
  nextLine,
  type Splice,
  startOf,
  unknownStyle,
} from './places.ts';
import {
  type Context,
  isMapping,
  type Quotes,
  type Writable,
  writeEntry,
  writeFlow,
  writeItem,
  writeNested,
  writeScalar,
} from './write.ts';

/** A collection, and the pair it is the value of; the document's own mapping has none. */
export interface Held<T> {
  readonly node: T;
  readonly holder: Pair | undefined;
}

/** Adds a key after those that stand before it in `order`; `step` is the indentation of what is nested. */
export function insertEntry(
  text: string,
  map: YAMLMap,
  [key, value]: readonly [string, Writable],
  order: readonly string[],
  step: number,
): Splice[] {
  const before = new Set(order.slice(0, Math.max(0, order.indexOf(key))));
  const index = map.items.findLastIndex((pair) => before.has(keyText(pair) ?? ''));
  if (isFlow(map)) return insertElement(text, map, index, `${key}: ${writeFlow(value)}`);
  const [first] = map.items;
  if (first === undefined) throw unknownStyle;
  const start = keyOf(first, text).range[0];
  const column = columnOf(text, start);
  const lines = entryLines(map, key, value, step);
  const previous = map.items[index];
  if (previous !== undefined) {
    return [insertLines(text, blockEnd(text, endOf(previous, text), column), lines, column)];
  }
  const between = lineEndAt(text, start) + ' '.repeat(column);
  return [{ start, end: start, text: lines.join(between) + between }];
}

/** In brackets where its neighbours are. */
function entryLines(map: YAMLMap, key: string, value: Writable, step: number): string[] {
  const neighbours = map.items.filter((pair) => isMap(pair.value)).map((pair) => pair.value);
  const inBrackets = neighbours.length > 0 && neighbours.every(isFlow);
  return inBrackets && isMapping(value) ? [`${key}: ${writeFlow(value)}`] : writeEntry(key, value, step);
}

/** Removes a key with its value and the comments inside; the comments above it stay. */
export function removeEntry(text: string, { node: map, holder }: Held<YAMLMap>, pair: Pair): Splice[] {
  if (isFlow(map)) return removeElement(text, map, map.items.indexOf(pair));
  const start = keyOf(pair, text).range[0];
  const end = blockEnd(text, endOf(pair, text), columnOf(text, start));
  if (map.items.length === 1) return [emptied(text, holder, ' {}'), removeLines(text, start, end)];
  const beside = text.slice(lineStart(text, start), start);
  if (beside.trim() === '') return [removeLines(text, start, end)];
  // The next key takes the place beside the dash.
  const indent = /^ */.exec(text.slice(end, end + beside.length + 1))?.[0].length ?? 0;
  return [{ start, end: end + indent, text: '' }];
}

/** Puts a scalar in the place of another, in the quotes of the old one. */
export function replaceScalar(text: string, pair: Pair, value: string | boolean, context: Context): Splice[] {
  if (isNothing(pair.value)) {
    const at = afterColon(pair, text);
    return [{ start: at, end: at, text: ` ${writeScalar(value, context)}` }];
  }
  const node = pair.value as Scalar;
  const written = writeScalar(value, context, quotesOf(node));
  return [{ start: startOf(node), end: endOf(node, text), text: written }];
}

function quotesOf({ type }: Scalar): Quotes {
  if (type === 'QUOTE_SINGLE') return 'single';
  return type === 'QUOTE_DOUBLE' ? 'double' : 'plain';
}

/** Puts a value of another kind, or another list, in the place of a value; not where comments would go with it. */
export function replaceValue(
  text: string,
  map: YAMLMap,
  pair: Pair,
  value: Writable,
  step: number,
): Splice[] {
  const start = afterColon(pair, text);
  const end = endOf(pair, text);
  if (/\s#/.test(text.slice(start, end))) throw unknownStyle;
  const inBrackets = isFlow(map) || (isFlow(pair.value) && !/^\s*[[{]\s*[\]}]$/.test(text.slice(start, end)));
  const nested = inBrackets ? undefined : writeNested(value, step);
  if (nested === undefined) return [{ start, end, text: ` ${writeFlow(value)}` }];
  const column = columnOf(text, keyOf(pair, text).range[0]);
  return [{ start, end, text: '' }, insertLines(text, nextLine(text, end), nested, column)];
}

/** Adds an item at the end of a list, or behind one of it, written as the last one is. */
export function appendItem(
  text: string,
  map: YAMLMap,
  pair: Pair,
  value: Writable,
  step: number,
  after = -1,
): Splice[] {
  const list = pair.value as YAMLSeq<Node>;
  const last = list.items.at(-1);
  const behind = list.items.at(after);
  if (last === undefined && isMapping(value) && !isFlow(map)) {
    return replaceValue(text, map, pair, [value], step);
  }
  if (isFlow(list)) {
    return insertElement(text, list, after < 0 ? list.items.length - 1 : after, writeFlow(value));
  }
  if (last === undefined || behind === undefined) throw unknownStyle;
  const dash = dashOf(last, text);
  const column = columnOf(text, dash);
  const start = startOf(last);
  const gap = lineStart(text, start) === lineStart(text, dash) ? start - dash - 1 : 1;
  const lines = isFlow(last) ? [`-${' '.repeat(gap)}${writeFlow(value)}`] : writeItem(value, gap, step);
  const above = lineStart(text, lineStart(text, dash) - 1);
  const apart = list.items.length > 1 && text.slice(above, lineStart(text, dash)).trim() === '';
  const at = blockEnd(text, endOf(behind, text), column);
  return [insertLines(text, at, apart ? ['', ...lines] : lines, column)];
}

/** Removes an item with the comments inside; those above it stay. */
export function removeItem(
  text: string,
  { node: list, holder }: Held<YAMLSeq<Node>>,
  index: number,
): Splice[] {
  if (isFlow(list)) return removeElement(text, list, index);
  const item = list.items[index];
  if (item === undefined) throw unknownStyle;
  const dash = dashOf(item, text);
  const end = blockEnd(text, endOf(item, text), columnOf(text, dash));
  const removal = removeLines(text, dash, end);
  return list.items.length === 1 ? [emptied(text, holder, ' []'), removal] : [removal];
}

/** What a collection becomes that loses its last part: written beside the key that holds it. */
function emptied(text: string, holder: Pair | undefined, empty: string): Splice {
  if (holder === undefined) throw unknownStyle;
  const at = afterColon(holder, text);
  return { start: at, end: at, text: empty };
}

/** Whole lines, at the start of a line or after the last one, where no line end follows if none did. */
function insertLines(text: string, at: number, lines: readonly string[], column: number): Splice {
  const lineEnd = lineEndAt(text, at);
  const body = lines.map((line) => (line === '' ? '' : ' '.repeat(column) + line)).join(lineEnd);
  return { start: at, end: at, text: text[at - 1] === '\n' ? body + lineEnd : lineEnd + body };
}

/** Whole lines, from that of `at` to before `end`; the text then ends as it did, with a line end or without. */
function removeLines(text: string, at: number, end: number): Splice {
  const start = lineStart(text, at);
  if (text.slice(start, at).trim() !== '') throw unknownStyle;
  const endsInLine = end === text.length && text[end - 1] !== '\n';
  return { start: endsInLine ? start - lineEndAt(text, start).length : start, end, text: '' };
}
