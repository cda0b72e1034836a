/** Reads a telephone as it is pasted from Excel, which takes a number for a quantity: without its zero, rounded, or with the country. */

/** Codes of fixed lines since 2017, without their zero. */
const areas = /^2(?:0[3-9]|1[0-689]|2[0-25-9]|3[2-9]|4\d|5[124-9]|6[0-39]|7[0-7]|8\d|9[0-4679])/;

/** The digits of a number within the country, without its zero: mobile ones have nine, fixed lines ten. */
const isWhole = (digits: string): boolean =>
  /^[35789]\d{8}$/.test(digits) || (/^\d{10}$/.test(digits) && areas.test(digits));

/** What is written with digits and what stands between them. */
const written = /^[0-9(][0-9 +().,/-]*$/;

/**
 * The number as people dial it. What has its zero, and what is short (an extension, 113, a number within the town), is
 * left as it is written, and so are numbers of other countries. Undefined where nobody can tell which number is meant:
 * then it is asked, never guessed.
 */
export function readTelephone(text: string): string | undefined {
  const plain = text.replace(/^['’‘]/, '').trim();
  const exact = wholeNumber(plain);
  if (exact === undefined) return undefined;
  const digits = exact.replace(/\D/g, '');
  if (exact.startsWith('+') || digits.startsWith('00')) {
    const [, inside] = /^(?:00)?840?(\d+)$/.exec(digits) ?? [];
    if (inside === undefined) return exact;
    return isWhole(inside) ? `0${inside}` : undefined;
  }
  if (!written.test(exact) || digits.startsWith('0') || digits.length < 8) return exact;
  // 1800 and 1900 are dialled as they are.
  if (/^1[89]00\d{4,6}$/.test(digits)) return exact;
  if (isWhole(digits)) return `0${digits}`;
  const [, inside = ''] = /^84(\d+)$/.exec(digits) ?? [];
  return isWhole(inside) ? `0${inside}` : undefined;
}

/** `9.12345678E+08` with all its digits is a number still; with fewer it was rounded. A fraction of zeros is none. */
function wholeNumber(text: string): string | undefined {
  const [, head = '', tail = '', power] = /^(\d)(?:[.,](\d+))?E\+?0*(\d{1,2})$/i.exec(text) ?? [];
  if (power !== undefined) return tail.length === Number(power) ? head + tail : undefined;
  const [, whole] = /^(\d{8,12})[.,]0{1,2}$/.exec(text) ?? [];
  return whole ?? text;
}
