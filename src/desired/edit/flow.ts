/** Adds and removes elements between brackets, on one line or on a line each. */
import { isCollection, isPair, type Node } from 'yaml';
import {
  columnOf,
  endOf,
  keyOf,
  lineEndAt,
  lineStart,
  nextLine,
  type Splice,
  type Stretch,
  startOf,
  unknownStyle,
} from './places.ts';

/** What may stand between an element and the end of its line, where it has the line for itself. */
const restOfLine = /^[ \t]*(,?)[ \t]*(?:#[^\n]*)?(?:\r?\n|$)/;

/** A new element after the one at `index`; -1 puts it first. */
export function insertElement(text: string, collection: Node, index: number, written: string): Splice[] {
  const elements = elementsOf(collection, text);
  const previous = elements[index];
  if (previous !== undefined) {
    const rest = restOfLine.exec(text.slice(previous.end));
    if (rest === null || !beginsLine(text, previous)) return [insertion(previous.end, `, ${written}`)];
    const comma = rest[1] ?? '';
    const at = nextLine(text, previous.end);
    const line = ' '.repeat(columnOf(text, previous.start)) + written + comma + lineEndAt(text, at);
    return comma === '' ? [insertion(previous.end, ','), insertion(at, line)] : [insertion(at, line)];
  }
  const [first] = elements;
  if (first === undefined) return [insertion(startOf(collection) + 1, written)];
  return [insertion(first.start, `${written}, `)];
}

/** The element at `index` goes, with its comma; a comment beside another element is never taken along. */
export function removeElement(text: string, collection: Node, index: number): Splice[] {
  const elements = elementsOf(collection, text);
  const element = elements[index];
  if (element === undefined) throw unknownStyle;
  const { start, end } = element;
  const previous = elements[index - 1];
  const rest = beginsLine(text, element) ? restOfLine.exec(text.slice(end)) : null;
  if (rest !== null) {
    const line = { start: lineStart(text, start), end: nextLine(text, end), text: '' };
    if (previous === undefined || elements[index + 1] !== undefined || rest[1] !== '') return [line];
    // The last one ended without a comma: so does the one before it then.
    const comma = /^\s*,/.exec(text.slice(previous.end, start))?.[0].length ?? 0;
    return [{ start: previous.end, end: previous.end + comma, text: '' }, line];
  }
  if (previous !== undefined) {
    mustBeComma(text.slice(previous.end, start));
    return [{ start: previous.end, end, text: '' }];
  }
  const next = elements[index + 1];
  if (next !== undefined) {
    mustBeComma(text.slice(end, next.start));
    return [{ start, end: next.start, text: '' }];
  }
  return [{ start, end: end + (/^\s*,/.exec(text.slice(end))?.[0].length ?? 0), text: '' }];
}

function elementsOf(collection: Node, text: string): Stretch[] {
  if (!isCollection(collection)) throw unknownStyle;
  return collection.items.map((item) => ({
    start: isPair(item) ? keyOf(item, text).range[0] : startOf(item as Node),
    end: endOf(item, text),
  }));
}

function beginsLine(text: string, { start }: Stretch): boolean {
  return text.slice(lineStart(text, start), start).trim() === '';
}

function mustBeComma(between: string): void {
  if (!/^\s*,\s*$/.test(between)) throw unknownStyle;
}

function insertion(at: number, text: string): Splice {
  return { start: at, end: at, text };
}
