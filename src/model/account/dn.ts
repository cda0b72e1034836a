/** Distinguished names (RFC 4514) as text: their parts, and whether two of them name one entry. */

export interface Rdn {
  /** The attribute type, in lower case. */
  readonly type: string;
  /** The value, without escapes. */
  readonly value: string;
}

/** What a DN begins with, of several values where joined by "+", and the DN of the entry above; empty at the top. */
export function splitDn(dn: string): { readonly rdn: readonly Rdn[]; readonly parent: string } {
  const [first = '', ...rest] = splitAt(dn, ',');
  return { rdn: splitAt(first, '+').map(parseRdn), parent: rest.map((one) => one.trim()).join(',') };
}

/** True for two texts that name one entry: case, and spaces around separators, mean nothing. */
export function sameDn(a: string | undefined, b: string): boolean {
  return a !== undefined && (a === b || compared(a) === compared(b));
}

/** One text for one DN: without spaces around separators, types in lower case, values as they are written. */
export function tidyDn(dn: string): string {
  return splitAt(dn, ',')
    .map((rdn) =>
      splitAt(rdn, '+')
        .map((one) => one.trim().replace(/^([^=]*?)\s*=\s*/, (_, type: string) => `${type.toLowerCase()}=`))
        .join('+'),
    )
    .join(',');
}

/** Values are compared as slapd's caseIgnoreMatch does: without case, spaces in a row as one. */
export const comparedValue = (value: string): string =>
  value.normalize('NFC').toLowerCase().trim().replace(/\s+/g, ' ');

/** An RDN of one value, escaped (RFC 4514 §2.4). */
export function rdnText(type: string, value: string): string {
  const escaped = value.replace(/[\\,+"<>;=#]|^ | $/g, (character) => `\\${character}`);
  return `${type}=${escaped.replaceAll('\0', '\\00')}`;
}

function compared(dn: string): string {
  return splitAt(dn, ',')
    .map((rdn) =>
      splitAt(rdn, '+')
        .map(parseRdn)
        .map(({ type, value }) => rdnText(type, comparedValue(value)))
        .sort()
        .join('+'),
    )
    .join(',');
}

function parseRdn(text: string): Rdn {
  const at = text.indexOf('=');
  const value = text.slice(at + 1);
  return { type: text.slice(0, Math.max(at, 0)).trim().toLowerCase(), value: unescaped(trimmed(value)) };
}

/** A space that is escaped belongs to the value. */
const trimmed = (value: string): string => value.trimStart().replace(/(\\.|[^\\\s])\s+$/s, '$1');

/** Octets written as hexadecimal pairs are UTF-8, one after another. */
function unescaped(value: string): string {
  if (!value.includes('\\')) return value;
  return value.replace(/(?:\\[0-9a-f]{2})+|\\(.)/gis, (match, character: string | undefined) => {
    if (character !== undefined) return character;
    const octets = match.split('\\').slice(1);
    return new TextDecoder().decode(Uint8Array.from(octets, (pair) => Number.parseInt(pair, 16)));
  });
}

function splitAt(text: string, separator: ',' | '+'): readonly string[] {
  if (!text.includes('\\')) return text.split(separator);
  const parts: string[] = [];
  let start = 0;
  for (let at = 0; at < text.length; at++) {
    if (text[at] === '\\') at++;
    else if (text[at] === separator) {
      parts.push(text.slice(start, at));
      start = at + 1;
    }
  }
  return [...parts, text.slice(start)];
}
