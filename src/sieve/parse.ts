/** Reads a Sieve script into commands with their places (RFC 5228 §8.2); never throws, bounded in depth and size. */
import { type Place, readTokens, type Sign, type Token } from './lexer.ts';

export type Argument = Place &
  (
    | { readonly kind: 'string'; readonly text: string }
    | { readonly kind: 'list'; readonly texts: readonly string[] }
    | { readonly kind: 'tag'; readonly name: string }
    | { readonly kind: 'number' }
  );

/** A test; tests within it are read too, though only commands forward. */
export interface Test extends Place {
  readonly name: string;
  readonly arguments: readonly Argument[];
  readonly tests: readonly Test[];
}

export interface Command extends Test {
  readonly block?: readonly Command[];
}

export interface Script {
  /** All that was understood, also before a fault. */
  readonly commands: readonly Command[];
  /** Where the script stops being one that we read as the server does. */
  readonly fault?: Place;
}

/** Dovecot takes no more than this (sieve_max_script_size). */
const largestScript = 1_048_576;
/** Dovecot takes 32; what is deeper is not understood rather than trusted. */
const deepest = 64;

interface Cursor {
  readonly tokens: readonly Token[];
  at: number;
}

/** Thrown within this file alone, so that a fault ends the reading at any depth. */
const stop = Symbol('fault');

export function parseSieve(text: string): Script {
  if (text.length > largestScript) return { commands: [], fault: { line: 1, column: 1 } };
  const cursor: Cursor = { tokens: readTokens(text), at: 0 };
  const commands: Command[] = [];
  try {
    readCommands(cursor, commands, 0);
    if (current(cursor).kind === 'end') return { commands };
  } catch (thrown) {
    if (thrown !== stop) throw thrown;
  }
  const { line, column } = current(cursor);
  return { commands, fault: { line, column } };
}

const current = ({ tokens, at }: Cursor): Token => tokens[at] ?? { kind: 'end', line: 1, column: 1 };

function isSign(cursor: Cursor, sign: Sign): boolean {
  const token = current(cursor);
  return token.kind === 'sign' && token.sign === sign;
}

function accept(cursor: Cursor, sign: Sign): boolean {
  if (!isSign(cursor, sign)) return false;
  cursor.at++;
  return true;
}

function expect(cursor: Cursor, sign: Sign): void {
  if (!accept(cursor, sign)) throw stop;
}

/** Commands go into `into` one by one, so that those before a fault are kept, with what was read of their blocks. */
function readCommands(cursor: Cursor, into: Command[], depth: number): void {
  if (depth > deepest) throw stop;
  for (let token = current(cursor); token.kind === 'identifier'; token = current(cursor)) {
    const head = readTest(cursor, depth);
    if (accept(cursor, ';')) {
      into.push(head);
      continue;
    }
    if (!isSign(cursor, '{')) {
      // The server would refuse the script here; what stands before the fault is told all the same.
      if (current(cursor).kind !== 'fault') into.push(head);
      throw stop;
    }
    cursor.at++;
    const block: Command[] = [];
    into.push({ ...head, block });
    readCommands(cursor, block, depth + 1);
    expect(cursor, '}');
  }
}

function readTest(cursor: Cursor, depth: number): Test {
  if (depth > deepest) throw stop;
  const token = current(cursor);
  if (token.kind !== 'identifier') throw stop;
  cursor.at++;
  const given: Argument[] = [];
  for (let one = readArgument(cursor); one !== undefined; one = readArgument(cursor)) given.push(one);
  const tests: Test[] = [];
  if (accept(cursor, '(')) {
    do tests.push(readTest(cursor, depth + 1));
    while (accept(cursor, ','));
    expect(cursor, ')');
  } else if (current(cursor).kind === 'identifier') {
    tests.push(readTest(cursor, depth + 1));
  }
  return { name: token.name, arguments: given, tests, line: token.line, column: token.column };
}

function readArgument(cursor: Cursor): Argument | undefined {
  const token = current(cursor);
  if (token.kind === 'string' || token.kind === 'tag' || token.kind === 'number') {
    cursor.at++;
    return token;
  }
  if (!accept(cursor, '[')) return undefined;
  const texts: string[] = [];
  do {
    const item = current(cursor);
    if (item.kind !== 'string') throw stop;
    texts.push(item.text);
    cursor.at++;
  } while (accept(cursor, ','));
  expect(cursor, ']');
  return { kind: 'list', texts, line: token.line, column: token.column };
}
