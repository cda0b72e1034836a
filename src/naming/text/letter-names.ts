/** Names of characters that get into names by accident, as Unicode names them, so that a message can say which. */

const cyrillicRow =
  'A BE VE GHE DE IE ZHE ZE I SHORT_I KA EL EM EN O PE ER ES TE U EF HA TSE CHE SHA SHCHA HARD_SIGN YERU SOFT_SIGN E YU YA'.split(
    ' ',
  );
const cyrillicExtra =
  'IE_WITH_GRAVE IO DJE GJE UKRAINIAN_IE DZE BYELORUSSIAN-UKRAINIAN_I YI JE LJE NJE TSHE KJE I_WITH_GRAVE SHORT_U DZHE'.split(
    ' ',
  );
const greekRow =
  'ALPHA BETA GAMMA DELTA EPSILON ZETA ETA THETA IOTA KAPPA LAMDA MU NU XI OMICRON PI RHO FINAL_SIGMA SIGMA TAU UPSILON PHI CHI PSI OMEGA'.split(
    ' ',
  );

/** Letters a reader takes for a Latin one: what was probably meant. */
const lookAlikes: Readonly<Record<string, string>> = Object.fromEntries(
  [
    'АA ВB ЕE КK МM НH ОO РP СC ТT УY ХX ІI ЈJ ЅS аa вb еe кk мm нh оo рp сc тt уy хx іi јj ѕs ԁd һh ԛq ԝw Үy үy',
    'ΑA ΒB ΕE ΖZ ΗH ΙI ΚK ΜM ΝN ΟO ΡP ΤT ΥY ΧX αa εe ιi κk νv οo ρp τt υu χx ωw',
    'ÐĐ ðđ ƉĐ ɖđ ıi ɑa ɡg օo ոn սu հh',
  ]
    .join(' ')
    .split(' ')
    .map((pair) => [...pair] as [string, string]),
);

const singleNames: Readonly<Record<string, string>> = {
  '\u00ad': 'SOFT HYPHEN',
  '\u00d0': 'LATIN CAPITAL LETTER ETH',
  '\u00f0': 'LATIN SMALL LETTER ETH',
  '\u0189': 'LATIN CAPITAL LETTER AFRICAN D',
  '\u0256': 'LATIN SMALL LETTER D WITH TAIL',
  '\u0131': 'LATIN SMALL LETTER DOTLESS I',
  '\u0251': 'LATIN SMALL LETTER ALPHA',
  '\u0261': 'LATIN SMALL LETTER SCRIPT G',
  '\u00c6': 'LATIN CAPITAL LETTER AE',
  '\u00e6': 'LATIN SMALL LETTER AE',
  '\u00d8': 'LATIN CAPITAL LETTER O WITH STROKE',
  '\u00f8': 'LATIN SMALL LETTER O WITH STROKE',
  '\u00de': 'LATIN CAPITAL LETTER THORN',
  '\u00fe': 'LATIN SMALL LETTER THORN',
  '\u00df': 'LATIN SMALL LETTER SHARP S',
  '\u0180': 'LATIN SMALL LETTER B WITH STROKE',
  '\u0243': 'LATIN CAPITAL LETTER B WITH STROKE',
  '\u00aa': 'FEMININE ORDINAL INDICATOR',
  '\u00ba': 'MASCULINE ORDINAL INDICATOR',
  '\u02b9': 'MODIFIER LETTER PRIME',
  '\u02bb': 'MODIFIER LETTER TURNED COMMA',
  '\u02bc': 'MODIFIER LETTER APOSTROPHE',
  '\u02bd': 'MODIFIER LETTER REVERSED COMMA',
  '\u02c8': 'MODIFIER LETTER VERTICAL LINE',
  '\u034f': 'COMBINING GRAPHEME JOINER',
  '\u061c': 'ARABIC LETTER MARK',
  '\u115f': 'HANGUL CHOSEONG FILLER',
  '\u1160': 'HANGUL JUNGSEONG FILLER',
  '\u180e': 'MONGOLIAN VOWEL SEPARATOR',
  '\u200b': 'ZERO WIDTH SPACE',
  '\u200c': 'ZERO WIDTH NON-JOINER',
  '\u200d': 'ZERO WIDTH JOINER',
  '\u200e': 'LEFT-TO-RIGHT MARK',
  '\u200f': 'RIGHT-TO-LEFT MARK',
  '\u202a': 'LEFT-TO-RIGHT EMBEDDING',
  '\u202b': 'RIGHT-TO-LEFT EMBEDDING',
  '\u202c': 'POP DIRECTIONAL FORMATTING',
  '\u202d': 'LEFT-TO-RIGHT OVERRIDE',
  '\u202e': 'RIGHT-TO-LEFT OVERRIDE',
  '\u2060': 'WORD JOINER',
  '\u2061': 'FUNCTION APPLICATION',
  '\u2062': 'INVISIBLE TIMES',
  '\u2063': 'INVISIBLE SEPARATOR',
  '\u2064': 'INVISIBLE PLUS',
  '\u2066': 'LEFT-TO-RIGHT ISOLATE',
  '\u2067': 'RIGHT-TO-LEFT ISOLATE',
  '\u2068': 'FIRST STRONG ISOLATE',
  '\u2069': 'POP DIRECTIONAL ISOLATE',
  '\u3164': 'HANGUL FILLER',
  '\ufeff': 'ZERO WIDTH NO-BREAK SPACE (BYTE ORDER MARK)',
  '\uffa0': 'HALFWIDTH HANGUL FILLER',
};

const markNames: Readonly<Record<string, string>> = {
  '\u0300': 'GRAVE',
  '\u0301': 'ACUTE',
  '\u0302': 'CIRCUMFLEX',
  '\u0303': 'TILDE',
  '\u0304': 'MACRON',
  '\u0306': 'BREVE',
  '\u0307': 'DOT ABOVE',
  '\u0308': 'DIAERESIS',
  '\u0309': 'HOOK ABOVE',
  '\u030a': 'RING ABOVE',
  '\u030b': 'DOUBLE ACUTE',
  '\u030c': 'CARON',
  '\u030f': 'DOUBLE GRAVE',
  '\u0311': 'INVERTED BREVE',
  '\u031b': 'HORN',
  '\u0323': 'DOT BELOW',
  '\u0324': 'DIAERESIS BELOW',
  '\u0325': 'RING BELOW',
  '\u0326': 'COMMA BELOW',
  '\u0327': 'CEDILLA',
  '\u0328': 'OGONEK',
  '\u0331': 'MACRON BELOW',
};

const scripts = (
  'Latin Cyrillic Greek Coptic Armenian Georgian Hebrew Arabic Syriac Thaana Devanagari Bengali Gurmukhi Gujarati Oriya ' +
  'Tamil Telugu Kannada Malayalam Sinhala Thai Lao Tai_Viet Tai_Le New_Tai_Lue Tai_Tham Tibetan Myanmar Khmer Mongolian ' +
  'Ethiopic Cherokee Hangul Hiragana Katakana Bopomofo Han Yi Lisu Miao Pahawh_Hmong Nyiakeng_Puachue_Hmong Runic Ogham ' +
  'Gothic Deseret Glagolitic Braille Cham Canadian_Aboriginal Inherited'
)
  .split(' ')
  .map((script) => ({
    name: script.replaceAll('_', ' ').toUpperCase(),
    pattern: new RegExp(`^\\p{Script=${script}}$`, 'u'),
  }));

const caseWord = (char: string): string => (/\p{Lu}/u.test(char) ? 'CAPITAL' : 'SMALL');

function alphabetName(char: string): string | undefined {
  const point = char.codePointAt(0) ?? 0;
  const row = (script: string, names: readonly string[], index: number): string | undefined => {
    const name = names[index]?.replaceAll('_', ' ');
    return name && `${script} ${caseWord(char)} LETTER ${name}`;
  };
  if (point >= 0x410 && point <= 0x44f) return row('CYRILLIC', cyrillicRow, (point - 0x410) % 32);
  if (point >= 0x400 && point <= 0x40f) return row('CYRILLIC', cyrillicExtra, point - 0x400);
  if (point >= 0x450 && point <= 0x45f) return row('CYRILLIC', cyrillicExtra, point - 0x450);
  if (point >= 0x391 && point <= 0x3a9) return row('GREEK', greekRow, point - 0x391);
  if (point >= 0x3b1 && point <= 0x3c9) return row('GREEK', greekRow, point - 0x3b1);
  if (/^[\uff21-\uff3a\uff41-\uff5a]$/.test(char)) {
    return `FULLWIDTH LATIN ${caseWord(char)} LETTER ${char.normalize('NFKC').toUpperCase()}`;
  }
  return undefined;
}

function composedName(char: string): string | undefined {
  const [base, ...marks] = char.normalize('NFD');
  if (base && marks.length === 0 && markNames[base])
    return `COMBINING ${markNames[base]}${/ACUTE|GRAVE|CIRCUMFLEX/.test(markNames[base]) ? ' ACCENT' : ''}`;
  if (!base || !/^[A-Za-z]$/.test(base) || marks.length === 0) return undefined;
  const names = marks.map((mark) => markNames[mark]);
  if (names.includes(undefined)) return undefined;
  return `LATIN ${caseWord(char)} LETTER ${base.toUpperCase()} WITH ${names.join(' AND ')}`;
}

/** What kind of character it is, when neither table nor script tells. */
function sortName(char: string): string {
  if (/\p{Cs}/u.test(char)) return 'LONE SURROGATE';
  if (/\p{Cc}/u.test(char)) return 'CONTROL CHARACTER';
  if (/\p{Cf}/u.test(char)) return 'INVISIBLE FORMAT CHARACTER';
  if (/\p{Co}/u.test(char)) return 'PRIVATE USE CHARACTER';
  if (/\p{Cn}/u.test(char)) return 'UNASSIGNED CHARACTER';
  if (/\p{M}/u.test(char)) return 'COMBINING MARK';
  if (/\p{N}/u.test(char)) return 'DIGIT OR NUMBER SIGN';
  return /\p{L}/u.test(char) ? 'LETTER' : 'SYMBOL';
}

/** The Unicode name of a character where this table knows it, else its script or sort. Never empty. */
export function characterName(char: string): string {
  const known = singleNames[char] ?? alphabetName(char) ?? composedName(char);
  if (known) return known;
  const compatible = char.normalize('NFKC');
  if (compatible !== char && /^[A-Za-z]$/.test(compatible))
    return `STYLED LATIN LETTER ${compatible.toUpperCase()}`;
  const script = scripts.find(({ pattern }) => pattern.test(char));
  return script ? `${script.name} ${sortName(char)}` : sortName(char);
}

/** The letter probably meant by a look-alike; undefined where there is none to suggest. */
export function probablyMeant(char: string): string | undefined {
  if (Object.hasOwn(lookAlikes, char)) return lookAlikes[char];
  const compatible = char.normalize('NFKC');
  return compatible !== char && /^[A-Za-z]$/.test(compatible) ? compatible : undefined;
}
