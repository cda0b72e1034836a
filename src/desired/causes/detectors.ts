/** One detector for each slip that shows in a line by itself: what it is, where, and the line without it. */
import { knownKeys } from './keys.ts';
import { indentOf, type Row, type Slip } from './row.ts';

/** A row as it is so far; undefined where the slip is not in it. */
export type Detector = (text: string) => Slip | undefined;

/** Blanks that are none to YAML, as word processors, chats and web pages give them; the last four take no room. */
const foreignBlank = /[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000\u200b\u2060\ufeff\u00ad]/;
const withoutRoom = /[\u200b\u2060\ufeff\u00ad]/g;
const blanks = '[ \\t\\u00a0\\u1680\\u2000-\\u200b\\u202f\\u205f\\u2060\\u3000\\ufeff\\u00ad]';
const beforeText = new RegExp(`^${blanks}*(?:-${blanks}*)?`);
const keyOf = /^( *(?:- +)?)([A-Za-z][A-Za-z0-9]*)/;
const aroundColon = new RegExp(`^( *(?:- +)?[A-Za-z][A-Za-z0-9]*)(${blanks}*:${blanks}*)`);

const pointOf = (char: string): string =>
  `U+${(char.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;

const one = (text: string, shift = 0): Slip['mended'] => [{ text, shift }];

const plainBlanks = (text: string): string =>
  text.replace(withoutRoom, '').replaceAll(new RegExp(foreignBlank, 'g'), ' ');

function foreignSpace(text: string): Slip | undefined {
  for (const [part, skipped] of [
    [beforeText.exec(text)?.[0] ?? '', 0],
    [aroundColon.exec(text)?.[2] ?? '', aroundColon.exec(text)?.[1]?.length ?? 0],
  ] as const) {
    const found = foreignBlank.exec(part);
    if (found === null) continue;
    const rest = text.slice(skipped + part.length);
    let instead = plainBlanks(part);
    if (skipped > 0 && rest !== '' && !instead.endsWith(' ')) instead += ' ';
    if (skipped === 0 && instead.endsWith('-') && rest !== '') instead += ' ';
    const where = rest === '' && skipped === 0 ? 'line' : skipped > 0 ? 'colon' : 'indent';
    return {
      code: 'yaml-foreign-space',
      args: { codePoint: pointOf(found[0]), where },
      column: skipped + found.index,
      mended: one(text.slice(0, skipped) + instead + rest, part.length - instead.length),
    };
  }
  return undefined;
}

/** What word processors and hands put before an item: bullets, dashes of all kinds, numbers. */
const oddMark =
  /^( *)([•●▪■◦‣∙·○◆➢✓–—―−‐‑→\uf0b7\uf0a7\uf0d8*+]|--+|\d{1,3}[.)]|-(?! ))([ \t]*)(?=[A-Za-z]+ *[:：]|\{|\d{4}-\d\d-\d\d(?!\d)|[^\s@]+@)/;

function listMark(text: string): Slip | undefined {
  const [whole = '', indent = '', mark = ''] = oddMark.exec(text) ?? [];
  if (mark === '') return undefined;
  const mended = `${indent}- ${text.slice(whole.length)}`;
  return {
    code: 'yaml-list-mark',
    args: { mark, slip: mark === '-' ? 'joined' : 'mark' },
    column: indent.length,
    mended: one(mended, text.length - mended.length),
  };
}

/** `title:Giám đốc`, `title：Giám đốc`, `title = Giám đốc`. */
function missingSpace(text: string): Slip | undefined {
  const [whole = '', start = '', key = ''] = keyOf.exec(text) ?? [];
  if (key === '') return undefined;
  const [joint = '', sign = ''] = /^ *(:(?=[^\s])|[：﹕∶꞉]|[=;](?= )) */.exec(text.slice(whole.length)) ?? [];
  if (sign === '' || (!knownKeys.has(key) && sign !== ':')) return undefined;
  const rest = text.slice(whole.length + joint.length);
  if (sign === ':' && rest.startsWith('//')) return undefined;
  const mended = `${start}${key}: ${rest}`;
  return {
    code: 'yaml-missing-space',
    args: { key, sign },
    column: whole.length + joint.search(/\S/),
    key,
    mended: one(mended, text.length - mended.length),
  };
}

/** Keys that have nothing beside them. */
const groups: ReadonlySet<string> = new Set([
  ...['people', 'mailbox', 'dissolved', 'nameParts', 'nameChange', 'addressDecision', 'passwordReset'],
  ...['absence', 'suspension', 'notice', 'restoration', 'termination'],
]);

function missingColon(text: string): Slip | undefined {
  const [whole = '', start = '', key = ''] = keyOf.exec(text) ?? [];
  const isAlone = groups.has(key) && text.trimEnd() === whole;
  if (!isAlone && (!knownKeys.has(key) || !/^ +[^\s:=;：]/.test(text.slice(whole.length)))) return undefined;
  // A sentence may begin with such a word; a line with a colon further on is another slip.
  if (/[:：]/.test(text)) return undefined;
  const args = { reason: 'MULTILINE_IMPLICIT_KEY', detail: key };
  const mended = `${start}${key}:${text.slice(whole.length)}`;
  return { code: 'yaml-syntax', args, column: start.length, key, mended: one(mended, -1) };
}

const keyed = /^( *(?:- +)?([A-Za-z][A-Za-z0-9]*): +)(.*)$/;

interface Keyed {
  readonly start: string;
  readonly key: string;
  readonly value: string;
}

export function keyedLine(text: string): Keyed | undefined {
  const [, start, key, value] = keyed.exec(text) ?? [];
  if (start === undefined || key === undefined || value === undefined) return undefined;
  // In quotes and brackets a # is text.
  const comment = /^["'[{]/.test(value) ? -1 : value.search(/[ \t]#/);
  return { start, key, value: (comment < 0 ? value : value.slice(0, comment)).trimEnd() };
}

/** Text added where the last line had no end: `title: Chuyên viên  - id: LC-000016`. */
function appended(text: string): Slip | undefined {
  const line = keyedLine(text);
  const found = line && / *- *(?=(?:id|name): )| {2,}(?=id: )/.exec(line.value);
  if (!line || !found || found.index === 0 || /^["'[{]/.test(line.value)) return undefined;
  const at = line.start.length + found.index;
  const outer = line.start.trimStart().startsWith('-')
    ? indentOf(line.start)
    : Math.max(0, line.start.search(/\S/) - 2);
  const rest = text.slice(at + found[0].length);
  return {
    code: 'yaml-list-mark',
    args: { mark: '-', slip: 'appended' },
    column: at + Math.max(found[0].indexOf('-'), 0),
    mended: [
      { text: text.slice(0, at), shift: 0 },
      { text: `${' '.repeat(outer)}- ${rest}`, shift: at + found[0].length - outer - 2 },
    ],
  };
}

/** Another known key on the same line, after a value that is not in quotes. */
function twoOnALine(text: string): Slip | undefined {
  const line = keyedLine(text);
  if (!line || /^["'[{|>#]/.test(line.value)) return undefined;
  const found = / {2,}([A-Za-z]+):(?= )/.exec(line.value);
  if (!found || !knownKeys.has(found[1] ?? '')) return undefined;
  const column = line.start.search(/[A-Za-z]/);
  const at = line.start.length + found.index;
  const next = at + found[0].length - (found[1] ?? '').length - 1;
  return {
    code: 'yaml-syntax',
    args: { reason: 'TWO_ON_A_LINE', detail: found[1] ?? '' },
    column: next,
    mended: [
      { text: text.slice(0, at), shift: 0 },
      { text: ' '.repeat(column) + text.slice(next), shift: next - column },
    ],
  };
}

/** The braces of a line, and where they begin: a person's, or those of a key. */
function bracesOf(text: string): { readonly start: string; readonly value: string } | undefined {
  const [, start, value] = /^( *(?:- +)?(?:[A-Za-z]+: +)?)(\{.*)$/.exec(text) ?? [];
  return start === undefined || value === undefined ? undefined : { start, value };
}

/** `{reason:retirement, decided:2026-11-02}`: told once, at the first. */
function missingSpaceInside(text: string): Slip | undefined {
  const line = bracesOf(text);
  if (line === undefined) return undefined;
  const joined = /([{,] *)([A-Za-z]+):(?=[^\s])/g;
  const found = Array.from(line.value.matchAll(joined)).find(([, , key = '']) => knownKeys.has(key));
  if (found === undefined) return undefined;
  const [, before = '', key = ''] = found;
  const column = line.start.length + found.index + before.length + key.length;
  const rest = text.slice(line.start.length).replaceAll(joined, '$1$2: ');
  return {
    code: 'yaml-missing-space',
    args: { key, sign: ':' },
    column,
    key,
    mended: one(line.start + rest),
  };
}

/** `{until: 2027-02-28 reason: Nghỉ}`. */
function missingComma(text: string): Slip | undefined {
  const line = bracesOf(text);
  const found = line && /[^,{\s]( +)([A-Za-z]+):(?= )/.exec(line.value);
  if (!line || !found || !knownKeys.has(found[2] ?? '')) return undefined;
  const at = line.start.length + found.index + 1;
  const args = { reason: 'COMMA_MISSING', detail: found[2] ?? '' };
  const mended = `${text.slice(0, at)},${text.slice(at)}`;
  return { code: 'yaml-syntax', args, column: at + (found[1] ?? '').length, mended: one(mended, -1) };
}

/** `termination: reason: retirement, decided: 2026-11-02`. */
function missingBraces(text: string): Slip | undefined {
  const line = keyedLine(text);
  if (!line || !groups.has(line.key) || !/^[A-Za-z]+: /.test(line.value)) return undefined;
  const args = { reason: 'BRACES_MISSING', detail: line.key };
  return {
    code: 'yaml-syntax',
    args,
    column: line.start.length,
    mended: one(`${line.start}{${line.value}}`),
  };
}

/** In double quotes everything is text; a comment of its own stays outside. */
const quote = (value: string): string => `"${value.replaceAll(/["\\]/g, '\\$&')}"`;

/** What YAML gives a meaning to at the beginning of a value. */
const reserved = /^(?:[@`%*!,\]}#]|&\S+$|[|>](?![+-]?\d?[+-]?(?: +#.*)?$)|[?-] )/;

function quoteNeeded(text: string): Slip | undefined {
  const line = keyedLine(text);
  if (!line || line.value === '') return undefined;
  const { start, key, value } = line;
  const curly = /^[“”„‟«‘’]([^“”„‟«»‘’]*)[“”‟»‘’]$/.exec(value);
  const closed = /^"(?:[^"\\]|\\.)*"(.*)$/.exec(value) ?? /^'(?:[^']|'')*'(.*)$/.exec(value);
  const isTag = /^(?:!![a-z]+ |\*[A-Za-z0-9_-]+$|# )/.test(value);
  const sign = curly
    ? '“ ”'
    : closed
      ? // A quoted beginning, and more after it.
        /^ *(?:#.*)?$/.test(closed[1] ?? '')
        ? undefined
        : '"'
      : isTag
        ? undefined
        : (reserved.exec(value)?.[0].slice(0, 1) ??
          (!/^["'[{]/.test(value) && /:(?= |$)/.test(value) ? ':' : undefined));
  if (sign === undefined) return undefined;
  const mended = start + quote(curly?.[1] ?? value);
  return {
    code: 'yaml-quote-needed',
    args: { key, sign },
    column: start.length,
    key,
    mended: one(mended),
  };
}

/** Conflict marks are told by the region, before any line. */
const detectors: readonly Detector[] = [
  foreignSpace,
  listMark,
  missingSpace,
  missingColon,
  appended,
  twoOnALine,
  missingSpaceInside,
  missingComma,
  missingBraces,
  quoteNeeded,
];

/** A row is not looked at where it is longer than anything people type. */
export const longestRow = 2000;

/** Everything wrong with one row by itself, each slip mended before the next is looked for. */
export function slipsIn(row: Row): { readonly slips: readonly Slip[]; readonly rows: readonly Row[] } {
  if (row.text.length > longestRow) return { slips: [], rows: [row] };
  const slips: Slip[] = [];
  let current = row;
  const done: Row[] = [];
  for (const detect of detectors) {
    const slip = detect(current.text);
    if (slip === undefined) continue;
    slips.push({ ...slip, column: Math.max(0, slip.column + current.shift) });
    const mended = slip.mended.map(({ text, shift }) => ({
      text,
      line: row.line,
      shift: shift + current.shift,
    }));
    done.push(...mended.slice(0, -1));
    current = mended.at(-1) ?? { ...current, text: '' };
  }
  return { slips, rows: [...done, current] };
}
