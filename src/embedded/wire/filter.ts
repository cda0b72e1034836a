/** A search filter as data (RFC 4511 §4.5.1.7), read from BER. */
import { type BerReader, InvalidAsn1Error } from 'ldapts';
import { peekTag, readAll, readContents, readInside, readText, sequence } from './ber.ts';

export type Filter =
  | { readonly kind: 'and' | 'or'; readonly filters: readonly Filter[] }
  | { readonly kind: 'not'; readonly filter: Filter }
  | { readonly kind: 'equal' | 'atLeast' | 'atMost'; readonly type: string; readonly value: Buffer }
  | {
      readonly kind: 'substrings';
      readonly type: string;
      readonly initial: Buffer | undefined;
      readonly any: readonly Buffer[];
      readonly final: Buffer | undefined;
    }
  | { readonly kind: 'present'; readonly type: string }
  /** extensibleMatch is outside what danhba asks: it evaluates to Undefined (RFC 4511 §4.5.1.7.7). */
  | { readonly kind: 'undefined' };

/** A deeper filter than this is an attack on the stack, not a question. */
const maxDepth = 64;

const readAssertion = (inside: BerReader, kind: 'equal' | 'atLeast' | 'atMost'): Filter => ({
  kind,
  type: readText(inside),
  value: readContents(inside, 4),
});

const readSubstrings = (inside: BerReader): Filter => {
  const type = readText(inside);
  const parts = readAll(readInside(inside, sequence), (reader) => {
    const tag = peekTag(reader);
    return { tag, value: readContents(reader, tag) };
  });
  const wellFormed = parts.every(
    ({ tag }, i) => (tag === 0x80 && i === 0) || tag === 0x81 || (tag === 0x82 && i === parts.length - 1),
  );
  if (parts.length === 0 || !wellFormed) throw new InvalidAsn1Error('bad substring filter');
  return {
    kind: 'substrings',
    type,
    initial: parts.find(({ tag }) => tag === 0x80)?.value,
    any: parts.filter(({ tag }) => tag === 0x81).map(({ value }) => value),
    final: parts.find(({ tag }) => tag === 0x82)?.value,
  };
};

/** Reads the next filter; throws InvalidAsn1Error where it is none. approxMatch is taken as equalityMatch. */
export const readFilter = (reader: BerReader, depth = 0): Filter => {
  if (depth > maxDepth) throw new InvalidAsn1Error('filter is nested too deeply');
  const tag = peekTag(reader);
  switch (tag) {
    case 0xa0:
    case 0xa1: {
      const filters = readAll(readInside(reader, tag), (inside) => readFilter(inside, depth + 1));
      return { kind: tag === 0xa0 ? 'and' : 'or', filters };
    }
    case 0xa2:
      return { kind: 'not', filter: readFilter(readInside(reader, tag), depth + 1) };
    case 0xa3:
    case 0xa8:
      return readAssertion(readInside(reader, tag), 'equal');
    case 0xa4:
      return readSubstrings(readInside(reader, tag));
    case 0xa5:
      return readAssertion(readInside(reader, tag), 'atLeast');
    case 0xa6:
      return readAssertion(readInside(reader, tag), 'atMost');
    case 0x87:
      return { kind: 'present', type: readText(reader, tag) };
    case 0xa9:
      readContents(reader, tag);
      return { kind: 'undefined' };
    default:
      throw new InvalidAsn1Error(`unknown filter 0x${tag.toString(16)}`);
  }
};
