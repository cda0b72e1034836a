/** Tells which stretch of a text belongs to a YAML node: its line ends, its own comments, its dash, its commas. */
import { isCollection, isPair, isScalar, type Node, type Pair, type Scalar, type YAMLMap } from 'yaml';

/** From `start` to before `end`, in UTF-16 units. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** A stretch and what stands there afterwards. */
export interface Splice extends Stretch {
  readonly text: string;
}

/** Stretches must not overlap; of two at one place, the first given comes first. */
export function splice(text: string, splices: readonly Splice[]): string {
  let done = text;
  for (const { start, end, text: written } of splices.toReversed().sort((a, b) => b.start - a.start)) {
    done = done.slice(0, start) + written + done.slice(end);
  }
  return done;
}

/** Thrown and caught within the edits: the text is written in a way they do not know how to keep. */
export const unknownStyle = Symbol('unknown style');

export function startOf(node: Node): number {
  if (!node.range) throw unknownStyle;
  return node.range[0];
}

/** The scalar key of a pair; one written with "?" is not in our style. */
export function keyOf(pair: Pair, text: string): Scalar & { range: [number, number, number] } {
  const { key } = pair;
  if (!isScalar(key) || !key.range) throw unknownStyle;
  if (!/^[ \t]*:/.test(text.slice(key.range[1]))) throw unknownStyle;
  return key as Scalar & { range: [number, number, number] };
}

export function keyText(pair: Pair): string | undefined {
  return isScalar(pair.key) ? String(pair.key.value) : undefined;
}

/** Where the value of a pair may begin: after the colon. */
export function afterColon(pair: Pair, text: string): number {
  return text.indexOf(':', keyOf(pair, text).range[1]) + 1;
}

export function pairOf(map: YAMLMap, key: string): Pair | undefined {
  return map.items.find((pair) => keyText(pair) === key);
}

/** After the last character of a node's own text: no comment, no line end. */
export function endOf(node: unknown, text: string): number {
  if (isPair(node)) return isNothing(node.value) ? afterColon(node, text) : endOf(node.value, text);
  if (isCollection(node) && !isFlow(node)) {
    const last = node.items.at(-1);
    if (last === undefined) throw unknownStyle;
    return endOf(last, text);
  }
  if (!(isCollection(node) || isScalar(node)) || !node.range) throw unknownStyle;
  const [start, end] = node.range;
  // Line ends after "|" and ">" are no part of the text, but where "+" asks to keep them.
  if (!isScalar(node) || !node.type?.startsWith('BLOCK_')) return end;
  return /^[|>][1-9]?\+/.test(text.slice(start)) ? end : start + text.slice(start, end).trimEnd().length;
}

/** An empty value: nothing stands there, not even "null". */
export function isNothing(node: unknown): boolean {
  return node === null || (isScalar(node) && node.value === null && node.source === '');
}

export function isFlow(node: unknown): boolean {
  return isCollection(node) && node.flow === true;
}

export function lineStart(text: string, at: number): number {
  return text.lastIndexOf('\n', at - 1) + 1;
}

export function columnOf(text: string, at: number): number {
  return at - lineStart(text, at);
}

/** The start of the line after the one that holds the character before `at`. */
export function nextLine(text: string, at: number): number {
  if (text[at - 1] === '\n') return at;
  const end = text.indexOf('\n', at);
  return end < 0 ? text.length : end + 1;
}

/** The line end the line before `at` has, so that what is inserted there has it too. */
export function lineEndAt(text: string, at: number): string {
  const before = text.lastIndexOf('\n', at - 1);
  const nearest = before < 0 ? text.indexOf('\n') : before;
  return text[nearest - 1] === '\r' ? '\r\n' : '\n';
}

/** After the last line of a block: the comments below that are indented deeper than it belong to it. */
export function blockEnd(text: string, contentEnd: number, column: number): number {
  let end = nextLine(text, contentEnd);
  for (let at = end; at < text.length; ) {
    const next = nextLine(text, at + 1);
    const line = text.slice(at, next);
    const indent = line.search(/\S/);
    if (indent >= 0) {
      if (line[indent] !== '#' || indent <= column) break;
      end = next;
    }
    at = next;
  }
  return end;
}

/** Where the dash of a block sequence's item stands; it may be alone on a line above. */
export function dashOf(item: Node, text: string): number {
  const start = startOf(item);
  let from = lineStart(text, start);
  if (/^ *- +$/.test(text.slice(from, start))) return text.indexOf('-', from);
  if (text.slice(from, start).trim() !== '') throw unknownStyle;
  while (from > 0) {
    const above = lineStart(text, from - 1);
    const line = text.slice(above, from);
    if (/^ *-[ \t]*(?:#.*)?\r?\n$/.test(line)) return above + line.indexOf('-');
    if (!/^\s*(?:#.*)?\r?\n$/.test(line)) break;
    from = above;
  }
  throw unknownStyle;
}
