/** What the strings of a Sieve script can stand for: encoded characters (RFC 5228 §2.4.2.4) and variables (RFC 5229). */

/** Every text a string or a variable can have there; undefined: it cannot be known. */
export type Possible = readonly string[] | undefined;

/** What each variable can be, by its name in lower case. One that is not there was never set, and is empty (RFC 5229 §3). */
export type Variables = ReadonlyMap<string, Possible>;

/** More are not followed: the string counts as unknown. */
const mostPossible = 32;
/** Dovecot cuts a variable at 4,000 octets; what is long enough to be cut is not known. */
const longest = 1_000;

const encodedCharacter = /\$\{(hex|unicode):[ \t\r\n]*([0-9a-f]+(?:[ \t\r\n]+[0-9a-f]+)*)[ \t\r\n]*\}/gi;

/** The text with its encoded characters decoded; undefined where one of them stands for no character. */
export function decodeCharacters(text: string): string | undefined {
  if (!text.includes('${')) return text;
  const pieces: Uint8Array[] = [];
  const encoder = new TextEncoder();
  let at = 0;
  for (const found of text.matchAll(encodedCharacter)) {
    const numbers = (found[2] ?? '').split(/[ \t\r\n]+/);
    const isHex = found[1]?.toLowerCase() === 'hex';
    // More than two digits are no pair (hex-pair): then nothing is replaced, as the standard says.
    if (isHex && numbers.some(({ length }) => length > 2)) continue;
    const values = numbers.map((digits) => Number.parseInt(digits, 16));
    if (!isHex && values.some((value) => value > 0x10ffff || (value >= 0xd800 && value <= 0xdfff)))
      return undefined;
    const characters = () => encoder.encode(values.map((value) => String.fromCodePoint(value)).join(''));
    pieces.push(encoder.encode(text.slice(at, found.index)), isHex ? Uint8Array.from(values) : characters());
    at = found.index + found[0].length;
  }
  pieces.push(encoder.encode(text.slice(at)));
  // Octets of one character may stand in several ${hex:…}: all are put together before they are read.
  const octets = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0));
  pieces.reduce((offset, piece) => {
    octets.set(piece, offset);
    return offset + piece.length;
  }, 0);
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(octets);
}

const reference = /\$\{([0-9]+|[a-z_][a-z0-9_]*(?:\.[a-z0-9_]+)*)\}/gi;

export const hasReference = (text: string): boolean => text.search(reference) !== -1;

/** All texts the string can become when its variables are put in. Text that is not a reference stays as it is (RFC 5229 §3). */
export function substitute(text: string, variables: Variables): Possible {
  let heads: readonly string[] = [''];
  let at = 0;
  for (const found of text.matchAll(reference)) {
    const name = (found[1] ?? '').toLowerCase();
    const values = valuesOf(name, variables);
    if (values === undefined) return undefined;
    const literal = text.slice(at, found.index);
    heads = [...new Set(heads.flatMap((head) => values.map((value) => head + literal + value)))];
    if (heads.length > mostPossible || heads.some(({ length }) => length > longest)) return undefined;
    at = found.index + found[0].length;
  }
  const tail = text.slice(at);
  return heads.map((head) => head + tail);
}

/** Matches of a test (`${1}`) and names in other scopes (`${global.x}`, `${env.x}`) come from outside the script. */
function valuesOf(name: string, variables: Variables): Possible {
  if (/^[0-9]|\./.test(name)) return undefined;
  return variables.has(name) ? variables.get(name) : [''];
}

const asciiLower = (text: string) => text.replace(/[A-Z]/g, (letter) => letter.toLowerCase());
const asciiUpper = (text: string) => text.replace(/[a-z]/g, (letter) => letter.toUpperCase());

/** The modifiers of `set` and what they do to a value, the first to be done first (RFC 5229 §4.1). */
const modifiers: readonly (readonly [string, (text: string) => string])[] = [
  ['lower', asciiLower],
  ['upper', asciiUpper],
  ['lowerfirst', (text) => asciiLower(text.slice(0, 1)) + text.slice(1)],
  ['upperfirst', (text) => asciiUpper(text.slice(0, 1)) + text.slice(1)],
  ['quotewildcard', (text) => text.replace(/[*?\\]/g, '\\$&')],
  ['length', (text) => String([...text].length)],
];

/** The values after the modifiers of the names given; undefined where RFC 5229 does not know one of them. */
export function modify(values: Possible, names: readonly string[]): Possible {
  if (values === undefined) return undefined;
  if (names.some((name) => !modifiers.some(([known]) => known === name))) return undefined;
  const wanted = modifiers.filter(([known]) => names.includes(known));
  const changed = values.map((value) => wanted.reduce((text, [, change]) => change(text), value));
  return changed.some(({ length }) => length > longest) ? undefined : [...new Set(changed)];
}

/** What a variable can be where two ways meet. */
export function join(one: Variables, other: Variables): Variables {
  const joined = new Map<string, Possible>();
  for (const name of new Set([...one.keys(), ...other.keys()])) {
    const [left, right] = [valuesOf(name, one), valuesOf(name, other)];
    const both = left && right && [...new Set([...left, ...right])];
    joined.set(name, both !== undefined && both.length <= mostPossible ? both : undefined);
  }
  return joined;
}
