/** Follows the indentation of an organization's file line by line, and puts a line that is out of its place into it. */
import { keyedLine, longestRow } from './detectors.ts';
import { isInner, isOutermost, knownKeys, personKeys } from './keys.ts';
import { indentOf, type Row, type Told } from './row.ts';

export type Misplaced = Told & { readonly column: number; readonly mended: string };

export interface Layout {
  /** What is wrong with the place of this row, given those before it; `next` is the next row with a text. */
  readonly place: (row: Row, next: string | undefined) => Misplaced | undefined;
  /** True for a line that goes on with a text or brackets opened above it. */
  readonly goesOn: (text: string) => boolean;
}

const keyLine = /^ *(- +)?([\p{L}_][\p{L}\p{M}\p{N}_ -]{0,60}):(?= |$)/u;

interface State {
  /** Where the marks and the keys of people stand; known from the first of them. */
  mark: number | undefined;
  keys: number | undefined;
  isAmongPeople: boolean;
  /** Keys of the person so far. */
  seen: Set<string>;
  /** The column of a key that was left without a value: what is deeper belongs to it. */
  openAt: number | undefined;
  /** The column of what stands in that key. */
  inner: number | undefined;
  /** Whether the last key in that column was left without a value, too. */
  isInnerOpen: boolean;
  /** Lines deeper than this are part of a text over several lines. */
  textAt: number | undefined;
  isStray: boolean;
}

export function makeLayout(): Layout {
  const state: State = {
    mark: undefined,
    keys: undefined,
    isAmongPeople: false,
    seen: new Set(),
    openAt: undefined,
    inner: undefined,
    textAt: undefined,
    isInnerOpen: false,
    isStray: false,
  };
  return {
    place: (row, next) => (row.text.length > longestRow ? undefined : placeRow(state, row.text, next)),
    goesOn: (text) => state.textAt !== undefined && indentOf(text) > state.textAt,
  };
}

function placeRow(state: State, text: string, next: string | undefined): Misplaced | undefined {
  const content = text.trim();
  if (content === '' || content.startsWith('#')) return undefined;
  const tab = /^ *\t[ \t]*(?=\S)/.exec(text)?.[0];
  if (tab !== undefined && keyLine.test(text.trimStart())) {
    const rest = text.slice(tab.length);
    const indent = wantedIndent(state, rest) ?? 0;
    const mended = ' '.repeat(indent) + rest;
    follow(state, mended);
    const args = { reason: 'TAB_AS_INDENT', detail: '' };
    return { code: 'yaml-syntax', args, column: tab.indexOf('\t'), mended };
  }
  const indent = indentOf(text);
  if (state.textAt !== undefined) {
    if (indent > state.textAt) return undefined;
    state.textAt = undefined;
  }
  const found = keyLine.exec(text);
  if (found === null)
    return content.startsWith('- ') || content === '-'
      ? followItem(state, text, next)
      : strayText(state, text, indent);
  const [, dash, key = ''] = found;
  if (state.isStray && !(dash ? personKeys.has(key) : knownKeys.has(key))) return stray(text, state, false);
  state.isStray = false;
  const lost = lostStart(state, text, key, dash !== undefined);
  if (lost !== undefined) {
    follow(state, lost.mended);
    return lost;
  }
  const wanted = wantedIndent(state, text.slice(indent), indent);
  if (wanted === undefined || wanted === indent) {
    follow(state, text);
    return unclosedIn(state, text, next);
  }
  const mended = ' '.repeat(wanted) + text.slice(indent);
  follow(state, mended);
  return { code: 'yaml-indent', args: { found: indent, expected: wanted }, column: indent, mended };
}

/** Where a line belongs; undefined where it may stand as it is. */
function wantedIndent(state: State, content: string, indent?: number): number | undefined {
  const [, dash, key = ''] = keyLine.exec(content) ?? [];
  if (key === '') return undefined;
  if (dash === undefined && isOutermost(key)) return 0;
  if (!state.isAmongPeople) {
    if (key === 'custodian' && indent === 0 && state.openAt === 0) return state.inner ?? 2;
    if (indent === 0 || dash !== undefined) return indent;
    if (state.openAt === undefined) return 0;
    // Inside of `mailbox:` and the like: as its first line stands, or in a group of its own.
    if (state.isInnerOpen && indent !== undefined && indent > (state.inner ?? 0)) return undefined;
    return state.inner ?? (indent === undefined ? 2 : undefined);
  }
  // The file stands there once more.
  if (key === 'id' && dash === undefined && indent === 0) return undefined;
  if (dash !== undefined) return personKeys.has(key) ? (state.mark ?? indent ?? 2) : undefined;
  const { keys } = state;
  if (keys === undefined) return undefined;
  if (
    state.openAt !== undefined &&
    (indent === undefined || indent > keys || isInner(key)) &&
    !personKeys.has(key)
  ) {
    // What is deeper still is a group of its own (a notice in a suspension).
    if (state.isInnerOpen && indent !== undefined && indent > (state.inner ?? 0)) return undefined;
    return state.inner ?? (indent !== undefined && indent > state.openAt ? undefined : state.openAt + 2);
  }
  return personKeys.has(key) ? keys : undefined;
}

function follow(state: State, text: string): void {
  const [whole = '', dash, key = ''] = keyLine.exec(text) ?? [];
  const indent = indentOf(text);
  const column = whole.length - key.length - 1;
  const value = text.slice(whole.length).trim();
  const isEmpty = value === '' || value.startsWith('#');
  if (/^[|>][+-]?\d?[+-]?(?: +#.*)?$/.test(value)) state.textAt = column;
  if (!state.isAmongPeople && key === 'people' && indent === 0) {
    Object.assign(state, { isAmongPeople: isEmpty, seen: new Set() });
    state.openAt = undefined;
    state.inner = undefined;
    return;
  }
  if (indent === 0 && dash === undefined) {
    if (isOutermost(key) || key === 'id') state.isAmongPeople = false;
  } else if (
    state.isAmongPeople &&
    dash !== undefined &&
    personKeys.has(key) &&
    indent === (state.mark ?? indent)
  ) {
    state.mark ??= indent;
    state.keys = column;
    state.seen = new Set([key]);
    state.openAt = isEmpty ? column : undefined;
    state.inner = undefined;
    return;
  }
  const outer = state.isAmongPeople ? state.keys : 0;
  if (column === outer) {
    if (state.isAmongPeople) state.seen.add(key);
    state.openAt = isEmpty ? column : undefined;
    state.inner = undefined;
  } else if (state.openAt !== undefined) {
    state.inner ??= column;
    if (column <= state.inner) state.isInnerOpen = isEmpty;
  }
}

function followItem(state: State, text: string, next: string | undefined): Misplaced | undefined {
  const indent = indentOf(text);
  state.isStray = false;
  if (!state.isAmongPeople) return undefined;
  state.mark ??= indent;
  const braces = /^ *- +(\{.*)$/.exec(text)?.[1];
  // `- LC-1` in the place of a person: its schema tells it.
  if (braces === undefined || state.openAt !== undefined) return undefined;
  if (indent !== state.mark) {
    const mended = ' '.repeat(state.mark) + text.slice(indent);
    return { code: 'yaml-indent', args: { found: indent, expected: state.mark }, column: indent, mended };
  }
  const column = text.length - braces.length;
  return unclosed(state, { text, value: braces.trimEnd(), column, key: column }, next);
}

/** A name where the person has one already, or where nobody has begun: its first line was lost. */
function lostStart(state: State, text: string, key: string, isMarked: boolean): Misplaced | undefined {
  if (!state.isAmongPeople || isMarked || !personKeys.has(key)) return undefined;
  const indent = indentOf(text);
  const isFirst = state.keys === undefined && state.mark === undefined && indent > 0;
  const isBegun = key === 'name' || (key === 'id' && state.seen.has('name'));
  const isSecond = isBegun && state.seen.has(key) && indent === state.keys;
  if (!isFirst && !isSecond) return undefined;
  const mark = state.mark ?? Math.max(0, indent - 2);
  const mended = `${' '.repeat(mark)}- ${text.slice(indent)}`;
  const slip = key === 'id' ? 'missing' : 'lost';
  return { code: 'yaml-list-mark', args: { mark: '-', slip }, column: indent, mended };
}

/** A quote or bracket that this line opens and nothing below it closes. */
function unclosedIn(state: State, text: string, next: string | undefined): Misplaced | undefined {
  const line = keyedLine(text);
  if (line === undefined || !/^["'[{]/.test(line.value)) return undefined;
  const place = { text, value: line.value, column: line.start.length, key: line.start.search(/[A-Za-z]/) };
  return unclosed(state, place, next);
}

interface Opened {
  readonly text: string;
  readonly value: string;
  readonly column: number;
  /** The column a line must be further in than to go on with it. */
  readonly key: number;
}

function unclosed(state: State, opened: Opened, next: string | undefined): Misplaced | undefined {
  const { text, value, column, key } = opened;
  const close = closing(value);
  if (close === '') return undefined;
  if (next !== undefined && indentOf(next) > key) {
    // A line further in continues it.
    state.textAt = key;
    return undefined;
  }
  const args = { reason: 'MISSING_CHAR', detail: close };
  const whole = text.trimEnd();
  // A quote that is left open inside of braces has swallowed what closes them.
  const [, quote = ''] = /^[{[].*(["'])[^"']*[}\]]$/.exec(value) ?? [];
  if (quote === '' || !close.startsWith(quote))
    return { code: 'yaml-syntax', args, column, mended: whole + close };
  const end = whole.length - (/[}\]]+$/.exec(whole)?.[0].length ?? 0);
  const mended = whole.slice(0, end) + quote + whole.slice(end);
  return { code: 'yaml-syntax', args, column: whole.lastIndexOf(quote), mended };
}

/** The signs that would close what is open at the end of a value. */
function closing(value: string): string {
  const open: string[] = [];
  let quote = '';
  for (let at = 0; at < value.length; at++) {
    const char = value[at] ?? '';
    if (quote !== '') {
      if (quote === '"' && char === '\\') at++;
      else if (char === quote) {
        quote = '';
        if (open.length === 0) return '';
      }
    } else if (/["']/.test(char) && /(?:^|[[{,:\s])$/.test(value.slice(Math.max(0, at - 1), at)))
      quote = char;
    else if (char === '[' || char === '{') open.push(char === '[' ? ']' : '}');
    else if (char === ']' || char === '}') {
      if (open.pop() !== char) return '';
      if (open.length === 0) return '';
    }
  }
  return quote + open.reverse().join('');
}

/** Text that is neither a key nor an item nor the rest of a value. */
function strayText(state: State, text: string, indent: number): Misplaced | undefined {
  // Before the first person there is no value it could go on with.
  const outer = state.isAmongPeople ? (state.keys ?? Number.POSITIVE_INFINITY) : 0;
  if (indent > outer) return undefined;
  const isRow = /\S *\t *\S/.test(text);
  if (!isRow && !state.isStray && /^(?:---|\.\.\.|%)|^ *["'[{}\]&*!?|>]|:(?: |$)/.test(text))
    return undefined;
  return stray(text, state, true);
}

function stray(text: string, state: State, isFirst: boolean): Misplaced | undefined {
  const isTold = state.isStray;
  state.isStray = true;
  const reason = isTold ? '' : /\S *\t *\S/.test(text) ? 'TABLE_ROW' : isFirst ? 'STRAY_TEXT' : '';
  return { code: 'yaml-syntax', args: { reason, detail: '' }, column: indentOf(text), mended: '' };
}
