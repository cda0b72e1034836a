/** Cuts a Sieve script into tokens with their places (RFC 5228 §2, §8.1); any text gives tokens, the last may be a fault. */

export interface Place {
  /** From 1; a line ends with LF, as Dovecot counts. */
  readonly line: number;
  /** From 1, in UTF-16 units. */
  readonly column: number;
}

/**
 * Words are in lower case, a tag is without its colon; a string is without quotes, its encoded characters and variables
 * as they are. At a `fault`, how the server reads on cannot be foretold.
 */
export type Token = Place &
  (
    | { readonly kind: 'identifier'; readonly name: string }
    | { readonly kind: 'tag'; readonly name: string }
    | { readonly kind: 'string'; readonly text: string }
    | { readonly kind: 'number' }
    | { readonly kind: 'sign'; readonly sign: Sign }
    | { readonly kind: 'end' }
    | { readonly kind: 'fault' }
  );

export type Sign = '[' | ']' | '(' | ')' | '{' | '}' | ',' | ';';

const space = /[ \t\n]+|\r\n/y;
// Dovecot lets LF alone end a comment. A lone CR does not end it there, but may elsewhere: a fault.
const hashComment = /#(?:[^\r\n\0]|\r(?=\n))*(?=\n|$)/y;
const bracketComment = /\/\*[^\0]*?\*\//y;
const quoted = /"((?:[^"\\\0]|\\[^\0])*)"/y;
const multiLineHead = /text:[ \t]*(?:#(?:[^\r\n\0]|\r(?=\n))*)?\r?\n/iy;
const tag = /:[a-z_][a-z0-9_]*/iy;
const identifier = /[a-z_][a-z0-9_]*/iy;
const number = /[0-9]+[kmg]?(?![a-z0-9_])/iy;
const sign = /[[\](){},;]/y;

/** The tokens of a script; the last is `end` or `fault`. */
export function readTokens(script: string): readonly Token[] {
  const tokens: Token[] = [];
  let at = 0;
  let line = 1;
  let lineStart = 0;
  let lineEnd = script.indexOf('\n');

  const take = (pattern: RegExp): RegExpExecArray | undefined => {
    pattern.lastIndex = at;
    const found = pattern.exec(script);
    return found !== null && found[0].length > 0 ? found : undefined;
  };
  const pass = (length: number) => {
    at += length;
    while (lineEnd !== -1 && lineEnd < at) {
      line++;
      lineStart = lineEnd + 1;
      lineEnd = script.indexOf('\n', lineStart);
    }
  };

  while (at < script.length) {
    const blank = take(space) ?? take(hashComment) ?? take(bracketComment);
    if (blank !== undefined) {
      pass(blank[0].length);
      continue;
    }
    const place: Place = { line, column: at - lineStart + 1 };
    const multiLine = take(multiLineHead);
    if (multiLine !== undefined) {
      const body = readLines(script, at + multiLine[0].length);
      if (body === undefined) return [...tokens, { kind: 'fault', ...place }];
      tokens.push({ kind: 'string', text: body.text, ...place });
      pass(body.end - at);
      continue;
    }
    const token = readToken(take);
    if (token === undefined) return [...tokens, { kind: 'fault', ...place }];
    tokens.push({ ...token.value, ...place });
    pass(token.length);
  }
  return [...tokens, { kind: 'end', line, column: at - lineStart + 1 }];
}

type Bare = Token extends infer One ? (One extends Token ? Omit<One, keyof Place> : never) : never;

function readToken(
  take: (pattern: RegExp) => RegExpExecArray | undefined,
): { readonly value: Bare; readonly length: number } | undefined {
  const word = take(identifier);
  if (word !== undefined) return of({ kind: 'identifier', name: word[0].toLowerCase() }, word);
  const string = take(quoted);
  // §2.4.2: a backslash before any other character stands for nothing.
  if (string !== undefined) return of({ kind: 'string', text: withoutEscapes(string[1] ?? '') }, string);
  const mark = take(sign);
  if (mark !== undefined) return of({ kind: 'sign', sign: mark[0] as Sign }, mark);
  const label = take(tag);
  if (label !== undefined) return of({ kind: 'tag', name: label[0].slice(1).toLowerCase() }, label);
  const count = take(number);
  return count === undefined ? undefined : of({ kind: 'number' }, count);
}

const of = (value: Bare, found: RegExpExecArray) => ({ value, length: found[0].length });

const withoutEscapes = (text: string): string => text.replace(/\\([\s\S])/g, '$1');

/** The lines after `text:` up to the one that is a dot alone; a first dot of others is doubled (§2.4.2). */
function readLines(
  script: string,
  start: number,
): { readonly text: string; readonly end: number } | undefined {
  const closing = /(?:^|\n)\.\r?\n/g;
  // The line feed before the first line belongs to the head.
  closing.lastIndex = start - 1;
  const found = closing.exec(script);
  if (found === null) return undefined;
  const end = found.index + found[0].length;
  const body = script.slice(start, Math.max(start, found.index + 1));
  if (body.includes('\0')) return undefined;
  return { text: body.replace(/(^|\n)\.\./g, '$1.'), end };
}
