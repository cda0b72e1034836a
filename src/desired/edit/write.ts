/** Writes values as YAML in the style of our files, quoted where any reader of YAML could take them for another. */
import { isCalendarDate } from '../../model/time/date.ts';

/** What an edit may write: text, true or false, and lists and mappings of them. */
export type Writable = string | boolean | readonly Writable[] | { readonly [key: string]: Writable };

export type Mapping = { readonly [key: string]: Writable };

export type Quotes = 'plain' | 'single' | 'double';

export type Context = 'block' | 'flow';

/** Letters, digits and signs that mean nothing to YAML; no "#" and no ":", so that nobody has to know when they do. */
const harmless = /^[\p{L}\p{N}](?:[\p{L}\p{M}\p{N} ./()&+,;_@'’–-]*[\p{L}\p{M}\p{N}./()&+_@'’–-])?$/u;
/** In brackets a comma or a semicolon invites misreading; the first ends the value. */
const separating = /[,;]/;
/** A number needs no "/": "15/STTTT-CNTT" is text to every reader, "1e3", "12.5" and "0213" are not. */
const documentNumber = /^\d+\/.*\p{L}/u;
/** YAML 1.1 and 1.2 together: what is true, false or nothing to some reader. */
const constant = /^(?:true|false|yes|no|on|off|y|n|null)$/i;
/** Written raw, nobody would see them; YAML forbids some of them altogether. */
const hidden = /[\p{C}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/gu;

function isPlainSafe(text: string, context: Context): boolean {
  if (!harmless.test(text) || constant.test(text)) return false;
  if (context === 'flow' && separating.test(text)) return false;
  return !/^\p{N}/u.test(text) || isCalendarDate(text) || documentNumber.test(text);
}

/** One scalar, in these quotes where they can hold it. */
export function writeScalar(value: string | boolean, context: Context, quotes: Quotes = 'plain'): string {
  if (typeof value === 'boolean') return String(value);
  const single = value.search(hidden) < 0;
  if (quotes === 'plain' && isPlainSafe(value, context)) return value;
  // Text with quotes in it is easier to read in those of the other kind.
  const better = quotes === 'plain' && /["\\]/.test(value) && !value.includes("'");
  if (single && (better || quotes === 'single')) return `'${value.replaceAll("'", "''")}'`;
  return `"${value.replaceAll(/["\\]/g, '\\$&').replaceAll(hidden, escaped)}"`;
}

function escaped(character: string): string {
  if (character === '\n') return '\\n';
  if (character === '\t') return '\\t';
  const code = character.codePointAt(0) ?? 0;
  return code > 0xffff ? `\\U${hex(code, 8)}` : `\\u${hex(code, 4)}`;
}

function hex(code: number, digits: number): string {
  return code.toString(16).padStart(digits, '0');
}

/** A value on one line, in brackets where it is a collection. */
export function writeFlow(value: Writable): string {
  if (isMapping(value)) {
    return `{${Object.entries(value)
      .map(([key, item]) => `${key}: ${writeFlow(item)}`)
      .join(', ')}}`;
  }
  if (isList(value)) return `[${value.map(writeFlow).join(', ')}]`;
  return writeScalar(value, 'flow');
}

/** `key: value` in lines, without the indentation of the first level. */
export function writeEntry(key: string, value: Writable, step: number): string[] {
  const nested = writeNested(value, step);
  return nested === undefined ? [`${key}: ${writeShort(value)}`] : [`${key}:`, ...nested];
}

/** `- value` in lines; `gap` spaces stand between the dash and the value. */
export function writeItem(value: Writable, gap: number, step: number): string[] {
  if (!isMapping(value) || isEmpty(value)) return [`-${' '.repeat(gap)}${writeShort(value)}`];
  return writeEntries(value, step).map((line, index) => (index === 0 ? '-' : ' ') + ' '.repeat(gap) + line);
}

/** The lines below a key; undefined for what stands beside it. */
export function writeNested(value: Writable, step: number): string[] | undefined {
  if (isEmpty(value)) return undefined;
  const indent = ' '.repeat(step);
  if (isMapping(value)) return writeEntries(value, step).map((line) => indent + line);
  if (isList(value)) return value.flatMap((item) => writeItem(item, 1, step)).map((line) => indent + line);
  return undefined;
}

function writeEntries(mapping: Mapping, step: number): string[] {
  return Object.entries(mapping).flatMap(([key, item]) => writeEntry(key, item, step));
}

function writeShort(value: Writable): string {
  return isMapping(value) || isList(value) ? writeFlow(value) : writeScalar(value, 'block');
}

export function isMapping(value: unknown): value is Mapping {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function isList(value: unknown): value is readonly Writable[] {
  return Array.isArray(value);
}

function isEmpty(value: Writable): boolean {
  return isList(value) ? value.length === 0 : isMapping(value) && Object.keys(value).length === 0;
}
