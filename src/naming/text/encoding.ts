/** Recognises text that went through a wrong encoding: UTF-8 read as Latin-1, TCVN3, VNI, or letters lost on the way. */
import type { EncodingSort } from '../../model/problems/naming.ts';
import { shown } from '../finding.ts';
import { countTones } from './alphabet.ts';

export interface BrokenText {
  readonly sort: EncodingSort;
  /** Where in the NFC text, in code units. */
  readonly offset: number;
  readonly word: string;
}

// Bytes 80–BF as Windows-1252 or Latin-1 shows them. Byte A0 is left out: `Ã` and a no-break space is
// also the end of a word in capitals.
const continuation = '[\\u0080-\\u009f\\u00a1-\\u00bf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]';
// Dashes cannot follow in a two-byte sequence of a Vietnamese letter, but may follow `Â` `Ô` as themselves.
const utf8AsLatin1 = new RegExp(
  `[\\u00c2-\\u00df](?![–—])${continuation}|[\\u00e0-\\u00ef]${continuation}{2}|[\\u00f0-\\u00f4]${continuation}{3}`,
);

// What knows of all letters is slow to make and to run: it is asked where a sign stands that it looks for.
// TCVN3 shown as Latin-1: signs in place of letters, and capitals inside a lower-case word.
const anySign = /[\u00a1-\u00bf×÷]/;
const tcvn3Sign = /[¡¢£¤¥¦§¨©ª¬®µ¶¸¹¼½¾×÷]|(?<=\p{L})[«»·](?=\p{L}|$|\p{White_Space})/u;
const anyCapital = /[ÆÇËÎÏÐÑÖØÜÞÈÉÊÌÒÓÔÕÝ]|uú/;
const tcvn3Foreign = /(?<=\p{Ll})[ÆÇËÎÏÐÑÖØÜÞ]/u;
const tcvn3Capital = /(?<=\p{Ll})[ÈÉÊÌÒÓÔÕÝ](?=\p{Ll}|$|\P{L})/u;
// The same as the second letter of a word, and ỳ, which TCVN3 writes where ú stands.
const tcvn3Second = /(?<=(?<!\p{L})\p{Lu})[ÈÉÊÌÒÓÔÕÝ](?=\p{Ll})|uú/u;
// A capital TCVN3 never leaves inside a word: its presence tells of somebody's odd use of Shift instead.
const otherInnerCapital = /(?<=\p{Ll})(?![ÈÉÊÌÒÓÔÕÝ])\p{Lu}/u;

// VNI shown as Latin-1: the vowel and, after it, a letter that stands for its mark. Only pairs that no
// Vietnamese syllable has: oà, oá, oã, uê, uâ, uô, iê, yê, ươ, oă, uơ, oò, oong are all legal.
const vniVowel = /[aeouyô]ù|[aeuyô]õ|oõ(?![nc])|[aeo]â|[ae][áàã]|uo[áàã]|a[êéèú]|[aeouyôơ][øûïåäëü]|ö[øûïù]/i;
const vniPair = new RegExp(`${vniVowel.source}|(?<!\\p{L})ñ(?=\\p{L})`, 'iu');

// Windows-1258 shown as Windows-1252: the tone follows its vowel as a letter of its own. Giò and quì are legal.
const windows1258 = /[âêôăơư][ìò]|[aey][ìò]|(?<!g)iò|(?<!q)u[ìò]|oì|iì/i;

const lostLetter = /[?\ufffd]/u;

/** Whatever is looked for has one of these in it: a question mark, or a letter with a tone, or of another language. */
const doubtful = /[^\0->@-\x7fĂăĐđƠơƯư]/;

function findTcvn3(text: string): RegExpExecArray | null {
  const capital = otherInnerCapital.test(text) ? null : tcvn3Capital.exec(text);
  return tcvn3Foreign.exec(text) ?? capital ?? tcvn3Second.exec(text);
}

function wordAround(text: string, offset: number): string {
  const before = /\P{White_Space}*$/u.exec(text.slice(0, offset))?.[0] ?? '';
  return shown(before + (/^\P{White_Space}*/u.exec(text.slice(offset))?.[0] ?? ''));
}

/**
 * The first sign of broken encoding in an NFC text, or undefined. With `extended` (nameParts are given, so that
 * other Latin letters are meant) only what no spelling has is looked for.
 */
export function findBrokenEncoding(text: string, extended = false): BrokenText | undefined {
  if (!doubtful.test(text)) return undefined;
  const at = (sort: EncodingSort, match: RegExpExecArray | null): BrokenText | undefined =>
    match ? { sort, offset: match.index, word: wordAround(text, match.index) } : undefined;

  const certain = at('utf8-as-latin1', utf8AsLatin1.exec(text)) ?? at('lost-letter', lostLetter.exec(text));
  if (certain) return certain;
  const sign = anySign.test(text) ? at('tcvn3', tcvn3Sign.exec(text)) : undefined;
  if (sign || extended) return sign;

  const tcvn3 = anyCapital.test(text) ? findTcvn3(text) : null;
  const vni = /ñ/i.test(text) ? vniPair : vniVowel;
  const legacy =
    at('tcvn3', tcvn3) ?? at('vni', vni.exec(text)) ?? at('windows-1258', windows1258.exec(text));
  if (legacy) return legacy;

  for (const word of text.matchAll(/[\p{L}\p{M}]+/gu)) {
    if (countTones(word[0]) > 1) return { sort: 'two-tones', offset: word.index, word: shown(word[0]) };
  }
  return undefined;
}
