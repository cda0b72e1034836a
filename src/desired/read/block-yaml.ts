/**
 * Reads the plain block style our files are written in, an order of magnitude faster than a full YAML parser.
 * It never guesses: whatever lies outside that style gives undefined, and the full parser reads the file.
 */
import { ownText } from '../../model/text/own-text.ts';

export interface BlockYaml {
  readonly value: unknown;
  /** The line (from 1) where each mapping that is an item of a sequence starts. */
  readonly lineOf: ReadonlyMap<object, number>;
}

interface Line {
  indent: number;
  content: string;
  readonly number: number;
}

/** Deeper nesting than our format has is left to the full parser, which says so with its place. */
const depthLimit = 32;

/** Thrown and caught in this file only: the text is not in the plain style. */
const notPlain = Symbol('not plain block YAML');

// Tabs, carriage returns, line separators, byte-order marks, surrogates: YAML has a rule for each, so we have none.
const unusualCharacter = /[^\n\x20-\x7e\u00a0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd]/;
// YAML does not take a null for a key.
const nullWord = /^(?:null|Null|NULL):/;
const doubleQuoted = /^"([^"\\]*)"(?: +#.*)?$/;
const singleQuoted = /^'([^']*)'(?: +#.*)?$/;
const indicator = /^[-?:!&*|>%@`"',[\]{}#]/;
const numberLike = /^[-+]?(0o[0-7]+|0x[0-9a-f]+|(\.\d+|\d+(\.\d*)?)(e[-+]?\d+)?|\.inf|\.nan)$/i;
const smallInteger = /^(0|[1-9]\d{0,8})$/;
const otherConstant = /^(null|Null|NULL|~|True|TRUE|False|FALSE)$/;
// YAML 1.1 has these for true and false: the full parser reports them, so that nobody is misread.
const ambiguousWord = /^(on|off|yes|no)$/i;
/** Characters: no number begins with a letter, and of the words that are no text `false` is the longest. */
const longestWord = 5;

/** The value of a text in the plain block style, or undefined where it may be anything else. */
export function parseBlockYaml(text: string): BlockYaml | undefined {
  if (unusualCharacter.test(text)) return undefined;
  const lines = significantLines(text);
  if (lines === undefined || lines.length === 0) return undefined;
  const reader = { lines, at: 0, depth: 0, lineOf: new Map<object, number>() };
  try {
    const value = readBlock(reader, 0);
    return reader.at === lines.length ? { value, lineOf: reader.lineOf } : undefined;
  } catch (thrown) {
    if (thrown === notPlain) return undefined;
    throw thrown;
  }
}

interface Reader {
  readonly lines: readonly Line[];
  at: number;
  depth: number;
  readonly lineOf: Map<object, number>;
}

function significantLines(text: string): Line[] | undefined {
  const lines: Line[] = [];
  let number = 0;
  for (let start = 0; start <= text.length; ) {
    const newline = text.indexOf('\n', start);
    let end = newline < 0 ? text.length : newline;
    const next = end + 1;
    number++;
    let first = start;
    while (first < end && text.charCodeAt(first) === space) first++;
    while (end > first && text.charCodeAt(end - 1) === space) end--;
    const sign = text.charCodeAt(first);
    if (first < end && sign !== hash) {
      // A directive, or the end or the beginning of a document.
      if (sign === percent || (sign === hyphen && text.startsWith('---', first))) return undefined;
      if (sign === dot && text.startsWith('...', first)) return undefined;
      lines.push({ indent: first - start, content: text.slice(first, end), number });
    }
    start = next;
  }
  return lines;
}

const [space, hash, percent, hyphen, dot, colon] = [0x20, 0x23, 0x25, 0x2d, 0x2e, 0x3a];

/** Not by a pattern: ` +$` takes quadratic time on a line of spaces that ends in something else. */
function withoutTrailingSpaces(text: string): string {
  let end = text.length;
  while (text.charCodeAt(end - 1) === 0x20) end--;
  return end === text.length ? text : text.slice(0, end);
}

function readBlock(reader: Reader, indent: number): unknown {
  const line = reader.lines[reader.at];
  if (line === undefined || line.indent !== indent || ++reader.depth > depthLimit) throw notPlain;
  const value = line.content.startsWith('- ') ? readSequence(reader, indent) : readMapping(reader, indent);
  reader.depth--;
  return value;
}

function readMapping(reader: Reader, indent: number): Record<string, unknown> {
  const mapping: Record<string, unknown> = {};
  for (;;) {
    const line = reader.lines[reader.at];
    if (line === undefined || line.indent < indent) return mapping;
    if (line.indent > indent) throw notPlain;
    const { content } = line;
    const end = keyEnd(content);
    if (end < 0) {
      if (content.startsWith('- ')) return mapping;
      throw notPlain;
    }
    const key = keyAt(content, end);
    if (Object.hasOwn(mapping, key)) throw notPlain;
    reader.at++;
    mapping[key] = readEntryValue(reader, indent, inlineAfter(content, end + 1));
  }
}

/** Where the key of "key: value" ends; -1 for a line that is none. */
function keyEnd(content: string): number {
  let end = 0;
  for (; end < content.length; end++) {
    const code = content.charCodeAt(end);
    const isDigit = code >= 0x30 && code <= 0x39;
    if (isAsciiLetter(code) || (end > 0 && (isDigit || code === 0x5f || code === 0x2d))) continue;
    break;
  }
  if (end === 0 || content.charCodeAt(end) !== colon) return -1;
  if (end + 1 < content.length && content.charCodeAt(end + 1) !== space) return -1;
  return end === 4 && nullWord.test(content) ? -1 : end;
}

/** Keys repeat, and one that was a key already is found among all names at once. Each has the place its letters give it. */
const keys: string[] = [];
const places = 256;

function keyAt(content: string, end: number): string {
  const place = (content.charCodeAt(0) * 31 + content.charCodeAt(end - 1) * 7 + end) % places;
  const known = keys[place];
  if (known?.length === end && content.startsWith(known)) return known;
  const key = ownText(content.slice(0, end));
  keys[place] = key;
  return key;
}

/** What stands behind a colon; undefined where nothing does. */
function inlineAfter(content: string, from: number): string | undefined {
  let start = from;
  while (start < content.length && content.charCodeAt(start) === space) start++;
  return start === content.length ? undefined : content.slice(start);
}

function readEntryValue(reader: Reader, indent: number, inline: string | undefined): unknown {
  const next = reader.lines[reader.at];
  if (inline !== undefined && !inline.startsWith('#')) {
    // A deeper line would continue a scalar over several lines.
    if (next !== undefined && next.indent > indent) throw notPlain;
    return readInline(inline);
  }
  if (next === undefined) throw notPlain;
  if (next.indent > indent) return readBlock(reader, next.indent);
  if (next.indent === indent && next.content.startsWith('- ')) return readSequence(reader, indent);
  throw notPlain;
}

function readSequence(reader: Reader, indent: number): unknown[] {
  const sequence: unknown[] = [];
  for (;;) {
    const line = reader.lines[reader.at];
    if (line === undefined || line.indent < indent) return sequence;
    if (line.indent > indent) throw notPlain;
    if (!line.content.startsWith('- ')) return sequence;
    const rest = inlineAfter(line.content, 2) ?? '';
    if (keyEnd(rest) >= 0) {
      // "- key: value" opens a mapping whose column is that of the key.
      line.indent = indent + line.content.length - rest.length;
      line.content = rest;
      const item = readMapping(reader, line.indent);
      reader.lineOf.set(item, line.number);
      sequence.push(item);
    } else {
      reader.at++;
      const next = reader.lines[reader.at];
      if (next !== undefined && next.indent > indent) throw notPlain;
      const item = readInline(rest);
      if (typeof item === 'object' && item !== null) reader.lineOf.set(item, line.number);
      sequence.push(item);
    }
  }
}

function readInline(text: string): unknown {
  // Nearly every value begins with a letter: no sign of YAML, and no number.
  if (isLetter(text.charCodeAt(0))) return readWords(text);
  const quoted = doubleQuoted.exec(text) ?? singleQuoted.exec(text);
  if (quoted !== null) return quoted[1];
  if (text.startsWith('{') || text.startsWith('[')) {
    const flow = { text, at: 0, depth: 0 };
    const value = readFlow(flow);
    if (!/^(?: +#.*)?$/.test(text.slice(flow.at))) throw notPlain;
    return value;
  }
  if (indicator.test(text)) throw notPlain;
  return readWords(text);
}

function readWords(text: string): unknown {
  const comment = text.indexOf(' #');
  return resolvePlain(comment < 0 ? text : withoutTrailingSpaces(text.slice(0, comment)));
}

const isAsciiLetter = (code: number): boolean => (code | 0x20) >= 0x61 && (code | 0x20) <= 0x7a;
/** Of ASCII, or what ASCII does not have. */
const isLetter = (code: number): boolean => code >= 0x80 || isAsciiLetter(code);

function resolvePlain(plain: string): unknown {
  if (plain === '' || plain.includes(': ') || plain.endsWith(':')) throw notPlain;
  if (plain.length > longestWord && isLetter(plain.charCodeAt(0))) return plain;
  if (plain === 'true') return true;
  if (plain === 'false') return false;
  if (smallInteger.test(plain)) return Number(plain);
  if (numberLike.test(plain) || otherConstant.test(plain) || ambiguousWord.test(plain)) throw notPlain;
  return plain;
}

interface Flow {
  readonly text: string;
  at: number;
  depth: number;
}

function skipSpaces(flow: Flow): void {
  while (flow.text[flow.at] === ' ') flow.at++;
}

function readFlow(flow: Flow): unknown {
  const open = flow.text[flow.at];
  if (open === '{') return readFlowMapping(flow);
  if (open === '[') return readFlowSequence(flow);
  const token = /^"[^"\\]*"|^'[^']*'|^[^,[\]{}"'][^,[\]{}]*/.exec(flow.text.slice(flow.at))?.[0];
  if (token === undefined) throw notPlain;
  flow.at += token.length;
  if (token.startsWith('"') || token.startsWith("'")) return token.slice(1, -1);
  if (indicator.test(token) || token.includes('#')) throw notPlain;
  return resolvePlain(withoutTrailingSpaces(token));
}

function readFlowMapping(flow: Flow): Record<string, unknown> {
  const mapping: Record<string, unknown> = {};
  readFlowItems(flow, '}', () => {
    const key = /^((?!(?:null|Null|NULL):)[A-Za-z][A-Za-z0-9_-]*): +/.exec(flow.text.slice(flow.at));
    const name = key?.[1];
    if (key === null || name === undefined || Object.hasOwn(mapping, name)) throw notPlain;
    flow.at += key[0].length;
    mapping[name] = readFlow(flow);
  });
  return mapping;
}

function readFlowSequence(flow: Flow): unknown[] {
  const sequence: unknown[] = [];
  readFlowItems(flow, ']', () => sequence.push(readFlow(flow)));
  return sequence;
}

function readFlowItems(flow: Flow, close: string, readItem: () => void): void {
  if (++flow.depth > depthLimit) throw notPlain;
  flow.at++;
  skipSpaces(flow);
  while (flow.text[flow.at] !== close) {
    readItem();
    skipSpaces(flow);
    if (flow.text[flow.at] === close) break;
    if (flow.text[flow.at] !== ',') throw notPlain;
    flow.at++;
    skipSpaces(flow);
  }
  flow.at++;
  flow.depth--;
}
