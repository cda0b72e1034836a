/** Scripts that answer by themselves: what each says of in whose name; the owner is an@laichau.gov.vn, also van.an@…. */

export const own = ['an@laichau.gov.vn', 'van.an@laichau.gov.vn'];

/** A name, a script, and each finding as `line by address`. */
export const answers: readonly (readonly [string, string, ...string[]])[] = [
  ['no address', 'require "vacation"; vacation "Đi vắng";'],
  ['no answer', 'keep;'],
  ['the own address', 'require "vacation"; vacation :from "an@laichau.gov.vn" "x";'],
  ['the own address in capitals, with a name', 'vacation :from "Nguyễn Văn An <AN@LaiChau.gov.vn>" "x";'],
  ['the own aliases', 'vacation :addresses ["an@laichau.gov.vn", "VAN.AN@laichau.gov.vn"] "x";'],
  [
    'an own address put together',
    'require "variables"; set "a" "an"; vacation :from "${a}@laichau.gov.vn" "x";',
  ],
  ["a colleague's", 'vacation :from "ubnd@laichau.gov.vn" "x";', '1 from ubnd@laichau.gov.vn'],
  ['with a name', 'vacation :from "UBND tỉnh <ubnd@laichau.gov.vn>" "x";', '1 from ubnd@laichau.gov.vn'],
  ['with a comment', 'vacation :from "ubnd@laichau.gov.vn (x)" "x";', '1 from ubnd@laichau.gov.vn'],
  ["a stranger's", 'vacation :days 3 :from "a@x.com" :subject "s" "x";', '1 from a@x.com'],
  ['no address at all', 'vacation :from "ubnd" "x";', '1 from ubnd'],
  ['several', 'vacation :from "a@x.com, an@laichau.gov.vn" "x";', '1 from a@x.com, an@laichau.gov.vn'],
  [
    'from a variable',
    'require "variables";\nset "a" "ubnd";\nvacation :from "${a}@laichau.gov.vn" "x";',
    '3 from ubnd@laichau.gov.vn',
  ],
  [
    'from one of two values',
    'require "variables"; set "a" "an"; if true { set "a" "ubnd"; } vacation :from "${a}@laichau.gov.vn" "x";',
    '1 from ubnd@laichau.gov.vn',
  ],
  [
    'from the mail',
    'require "variables"; if header :matches "to" "*" { vacation :from "${1}" "x"; }',
    '1 from unknown',
  ],
  [
    'in other characters',
    'require ["encoded-character"]; vacation :from "${hex:75}bnd@laichau.gov.vn" "x";',
    '1 from ubnd@laichau.gov.vn',
  ],
  [
    'a branch that is never reached',
    'stop; if false { vacation :from "ubnd@laichau.gov.vn" "x"; }',
    '1 from ubnd@laichau.gov.vn',
  ],
  [
    'answers for another, and so from there',
    'vacation :addresses ["an@laichau.gov.vn", "ubnd@laichau.gov.vn"] "x";',
    '1 addresses ubnd@laichau.gov.vn',
  ],
  [
    'one address, no list',
    'vacation :addresses "ubnd@laichau.gov.vn" "x";',
    '1 addresses ubnd@laichau.gov.vn',
  ],
  [
    'answers for another in the own name',
    'vacation :from "an@laichau.gov.vn" :addresses "ubnd@laichau.gov.vn" "x";',
    '1 addresses ubnd@laichau.gov.vn',
  ],
  [
    'a From line in the text',
    'vacation :mime text:\nSubject: x\nFROM :\n ubnd@laichau.gov.vn\n\nfrom: nobody@x.com\n.\n;',
    '1 mime ubnd@laichau.gov.vn',
  ],
  ['a From line after the head', 'vacation :mime text:\nSubject: x\n\nFrom: ubnd@laichau.gov.vn\n.\n;'],
  ['a From line that is no header', 'vacation "From: ubnd@laichau.gov.vn";'],
  [
    'a text that nobody knows',
    'require "variables"; if header :matches "x" "*" { vacation :mime "${1}"; }',
    '1 mime unknown',
  ],
  [
    'two in one script',
    'vacation :from "a@x.com" "x";\nif true { vacation :FROM "b@x.com" "x"; }',
    '1 from a@x.com',
    '2 from b@x.com',
  ],
  ['before a fault', 'vacation :from "a@x.com" "x"; ]', '1 from a@x.com'],
];
