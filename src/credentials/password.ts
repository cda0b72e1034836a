/** First and reset passwords: at least 60 bits from the system's generator, made to be typed from paper (4.1). */
import { randomInt } from 'node:crypto';

/**
 * The letters. None is taken for a digit or for another letter (0 O o, 1 l I, 2 Z z, 5 S s, 6 G, 8 B, 9 g q), a
 * capital is only one that looks unlike its small letter, and no two letters side by side look like a third (rn, vv).
 *
 * Nor do they change under the hands of somebody who types Vietnamese: Telex turns s f r x j w after a vowel, and a
 * second a, e or d of a word, into marks; VNI does so with digits. Those letters begin a group or are left out, and
 * digits stand before the letters.
 */
const capitals = 'DFHMNRT';
const smallInitials = 'bdfhkmnprt';
const inner = 'bdhkmnpt';
const vowels = 'aeiuy';
const finals = 'hkmnpt';
const digits = '3479';

/** What no office would hand over on paper, in either language. */
const unseemly = /dit|dyt|duma|dume|fuk|fap|tit|rap|nud|pub|dik|dyk|kik|pak|[bp]ede/i;

/** Every group with this kind of first letter: consonant, vowel, consonant, vowel, consonant. */
function groupsOf(initials: string): readonly string[] {
  const parts = [initials, vowels, inner, vowels, finals];
  const all = parts.reduce<string[]>(
    (done, part) => done.flatMap((text) => [...part].map((one) => text + one)),
    [''],
  );
  return all.filter((group) => !/([ade]).*\1/i.test(group) && !unseemly.test(group));
}

/** Some twenty thousand groups: made with the first password, not at the start of every command. */
let made: { readonly small: readonly string[]; readonly all: readonly string[] } | undefined;
function makeGroups() {
  const small = groupsOf(smallInitials);
  return { small, all: [...small, ...groupsOf(capitals)] };
}
const groups = () => (made ??= makeGroups());

const leastGroups = 4;
const digitCount = 2;

/** Five letters and a hyphen for each group but the last, and the digits. */
const groupsFor = (minLength: number): number =>
  Math.max(leastGroups, Math.ceil((minLength + 1 - digitCount) / 6));

/**
 * A new password, such as `Humek-tenap-74Rabin-dipyh`: groups of letters with a hyphen between, two digits before one
 * of them, at least one capital. It has all four classes of 4.1 and at least `minLength` characters.
 */
export function makePassword(minLength: number): string {
  const count = groupsFor(minLength);
  const { all } = groups();
  for (;;) {
    const drawn = Array.from({ length: count }, () => pick(all));
    // Drawn again as a whole: each password with a capital stays as likely as any other.
    if (!drawn.some((group) => /^[A-Z]/.test(group))) continue;
    const number = Array.from({ length: digitCount }, () => pick(digits)).join('');
    const place = randomInt(count);
    return drawn.map((group, index) => (index === place ? number + group : group)).join('-');
  }
}

const pick = (from: ArrayLike<string>): string => from[randomInt(from.length)] as string;

/** How many bits a password of this least length has: the logarithm of how many there are, all equally likely. */
export function passwordBits(minLength: number): number {
  const count = groupsFor(minLength);
  const { all, small } = groups();
  const letters = all.length ** count - small.length ** count;
  return Math.log2(letters) + Math.log2(count) + digitCount * Math.log2(digits.length);
}
