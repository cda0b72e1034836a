/** Scripts that forward, hide that they do, or do not: each with what the audit must say, as `line reason target`. */

export const governmentDomains = ['gov.vn', 'chinhphu.vn'];

export type Row = readonly [name: string, script: string, ...found: readonly string[]];

const variables = 'require "variables";';
const encoded = 'require "encoded-character";';
const both = 'require ["variables", "encoded-character"];';

const plain: readonly Row[] = [
  ['nothing at all', ''],
  ['keep', 'keep;'],
  ['outside', 'redirect "a@gmail.com";', '1 outside a@gmail.com'],
  ['inside', 'redirect "a@laichau.gov.vn";'],
  ['the domain itself', 'redirect "a@gov.vn";'],
  ['another government domain', 'redirect "a@chinhphu.vn";'],
  ['a copy', 'require "copy"; redirect :copy "a@gmail.com";', '1 outside a@gmail.com'],
  ['two of them', 'redirect "a@x.com";\nredirect "b@x.com";', '1 outside a@x.com', '2 outside b@x.com'],
  ['capitals', 'REDIRECT "a@gmail.com";', '1 outside a@gmail.com'],
  ['the address in a comment', '# redirect "a@gmail.com";\n/* redirect "b@gmail.com"; */ keep;'],
  ['comments everywhere', '/*a*/redirect/*b*/#c\n"a@x.com"/*d*/;', '1 outside a@x.com'],
  [
    'a comment mark in a string',
    'require "fileinto"; fileinto "/*"; redirect "a@x.com"; fileinto "*/";',
    '1 outside a@x.com',
  ],
  ['a hash in a string', 'require "fileinto"; fileinto "#"; redirect "a@x.com";', '1 outside a@x.com'],
  ['bracket comments do not nest', '/* /* */ redirect "a@x.com"; /* */', '1 outside a@x.com'],
  ['a comment to the end', 'keep; # the end'],
  ['a redirect in a string', 'require "fileinto"; fileinto "redirect \\"a@x.com\\";";'],
  ['a redirect in a text', 'require "fileinto"; fileinto text:\nredirect "a@x.com";\n.\n;'],
  ['in a branch', 'if true { if false { redirect "a@x.com"; } }', '1 outside a@x.com'],
  ['in elsif', 'if true { keep; } elsif true { redirect "a@x.com"; }', '1 outside a@x.com'],
  ['in else', 'if true { keep; } else { redirect "a@x.com"; }', '1 outside a@x.com'],
  ['behind stop', 'stop; redirect "a@x.com";', '1 outside a@x.com'],
  ['no line at its end', 'redirect "a@x.com"; # x', '1 outside a@x.com'],
  ['CRLF lines', 'keep;\r\n\r\nredirect "a@x.com";\r\n', '3 outside a@x.com'],
  ['in a loop', 'require "foreverypart"; foreverypart { redirect "a@x.com"; }', '1 outside a@x.com'],
  [
    'behind tests',
    'if allof(not header :is ["a","b"] "x", size :over 1M) { redirect "a@x.com"; }',
    '1 outside a@x.com',
  ],
  ['answers are no forwards', 'require "vacation"; vacation :days 7 :addresses ["a@gmail.com"] "Nghỉ phép";'],
  ['a refusal is no forward', 'require "reject"; reject "a@gmail.com";'],
];

const strings: readonly Row[] = [
  ['a multi-line string', 'redirect text:\na@x.com\n.\n;', '1 outside a@x.com'],
  ['a comment behind text:', 'redirect TEXT: # in\na@x.com\n.\n;', '1 outside a@x.com'],
  [
    'a stuffed dot',
    'require "fileinto"; fileinto text:\n..\nredirect "b@x.com";\n.\n; redirect "a@x.com";',
    '5 outside a@x.com',
  ],
  ['an escaped letter', 'redirect "a\\@x.c\\om";', '1 outside a@x.com'],
  ['an escaped quote', 'redirect "\\"a b\\"@x.com";', '1 outside a b@x.com'],
  ['hex', `${encoded} redirect "a\${hex:40}x.com";`, '1 outside a@x.com'],
  ['hex, all of it', `${encoded} redirect "\${hex: 61 40 78 2e 63 6f 6d}";`, '1 outside a@x.com'],
  ['unicode', `${encoded} redirect "a\${UniCode:0040}x\${unicode:2e}com";`, '1 outside a@x.com'],
  ['two in one', `${encoded} redirect "a\${unicode:40 78}.com";`, '1 outside a@x.com'],
  ['an inside address, encoded', `${encoded} redirect "a\${hex:40}laichau.gov.vn";`],
  ['not required: not decoded', 'redirect "a${hex:40}x.com";', '1 syntax unknown'],
  ['three digits are no octet', `${encoded} redirect "a\${hex:040}x.com";`, '1 syntax unknown'],
  ['no character', `${encoded} redirect "a\${unicode:d800}@gov.vn";`, '1 variable unknown'],
  ['beyond Unicode', `${encoded} redirect "a\${unicode:110000}@gov.vn";`, '1 variable unknown'],
  ['no hex digit', `${encoded} redirect "a\${hex:4g}x.com";`, '1 syntax unknown'],
  [
    'a name that is encoded',
    `${encoded} require "\${hex:76}ariables"; set "t" "a@x.com"; redirect "\${t}";`,
    '1 syntax unknown',
    '1 syntax unknown',
  ],
];

const followed: readonly Row[] = [
  ['a variable', `${variables} set "t" "a@x.com"; redirect "\${t}";`, '1 outside a@x.com'],
  ['an inside one', `${variables} set "t" "a@gov.vn"; redirect "\${t}";`],
  ['its name in capitals', `${variables} set "Tt" "a@x.com"; redirect "\${tT}";`, '1 outside a@x.com'],
  ['in pieces', `${variables} set "a" "a@x"; set "b" ".com"; redirect "\${a}\${b}";`, '1 outside a@x.com'],
  [
    'through another',
    `${variables} set "a" "x.com"; set "b" "a@\${a}"; redirect "\${b}";`,
    '1 outside a@x.com',
  ],
  ['set again', `${variables} set "a" "a@x.com"; set "a" "a@gov.vn"; redirect "\${a}";`],
  [
    'set again, outside',
    `${variables} set "a" "a@gov.vn"; set "a" "a@x.com"; redirect "\${a}";`,
    '1 outside a@x.com',
  ],
  ['empty, as never set', `${variables} redirect "a@x.com\${none}";`, '1 outside a@x.com'],
  ['set too late', `${variables} redirect "a@\${d}x.com"; set "d" "gov.vn";`, '1 outside a@x.com'],
  ['nothing but an unset one', `${variables} redirect "\${none}";`, '1 syntax unknown'],
  [
    'in one branch',
    `${variables} set "t" "a@gov.vn"; if true { set "t" "a@x.com"; } redirect "\${t}";`,
    '1 outside a@x.com',
  ],
  [
    'in the other',
    `${variables} if true { set "t" "a@gov.vn"; } else { set "t" "a@x.com"; } redirect "\${t}";`,
    '1 outside a@x.com',
  ],
  [
    'inside in both',
    `${variables} if true { set "t" "a@gov.vn"; } else { set "t" "b@gov.vn"; } redirect "\${t}";`,
  ],
  [
    'in no branch',
    `${variables} if true { set "s" ".gov.vn"; } redirect "a@x.com\${s}";`,
    '1 outside a@x.com',
  ],
  [
    'from the mail',
    `${variables} if header :matches "subject" "*" { redirect "\${1}"; }`,
    '1 variable unknown',
  ],
  [
    'from the mail, kept',
    `${variables} if header :matches "x" "*" { set "t" "\${1}"; } redirect "\${t}";`,
    '1 variable unknown',
  ],
  [
    'half from the mail',
    `${variables} if header :matches "x" "*" { redirect "\${1}@gov.vn"; }`,
    '1 variable unknown',
  ],
  [
    'of the server',
    'require ["variables", "vnd.dovecot.environment"]; redirect "${env.x}";',
    '1 variable unknown',
  ],
  [':lower', `${variables} set :lower "t" "A@X.COM"; redirect "\${t}";`, '1 outside a@x.com'],
  [
    ':upperfirst and :lower',
    `${variables} set :upperfirst :lower "t" "aB@X.com"; redirect "\${t}";`,
    '1 outside Ab@x.com',
  ],
  [':length', `${variables} set :length "n" "abc"; redirect "a@x\${n}.com";`, '1 outside a@x3.com'],
  [':quotewildcard', `${variables} set :quotewildcard "n" "x"; redirect "a@\${n}.com";`, '1 outside a@x.com'],
  [
    'a modifier of others',
    `${variables} require "enotify"; set :encodeurl "n" "x"; redirect "a@\${n}.gov.vn";`,
    '1 variable unknown',
  ],
  [
    'flags kept in a variable',
    'require ["variables", "imap4flags"]; setflag "t" "a@x.com"; redirect "${t}";',
    '1 variable unknown',
  ],
  [
    'a part of the mail',
    'require ["variables", "foreverypart", "mime", "extracttext"]; foreverypart { extracttext "t"; } redirect "${t}";',
    '1 variable unknown',
  ],
  [
    'of another script',
    'require ["variables", "include"]; global "t"; set "t" "a@gov.vn"; redirect "${t}";',
    '1 variable unknown',
  ],
  [
    'in a loop, before it is set',
    `${variables} require "foreverypart"; set "t" "a@gov.vn"; foreverypart { redirect "\${t}"; set "t" "a@x.com"; }`,
    '1 variable unknown',
  ],
  [
    'after a loop that may have set it',
    `${variables} require "foreverypart"; set "t" "a@gov.vn"; foreverypart { set "t" "a@x.com"; } redirect "\${t}";`,
    '1 variable unknown',
  ],
  ['an encoded dollar', `${both} set "t" "a@x.com"; redirect "\${hex:24}{t}";`, '1 outside a@x.com'],
  ['an encoded name', `${both} set "\${hex:74}" "a@x.com"; redirect "\${t}";`, '1 outside a@x.com'],
  [
    'a value is not decoded again',
    `${both} set "d" "$"; set "t" "\${d}{hex:40}"; redirect "a\${t}x.com";`,
    '1 syntax unknown',
  ],
  [
    'a value is not put in again',
    `${variables} set "d" "$"; set "t" "a@gov.vn"; redirect "\${d}{t}";`,
    '1 syntax unknown',
  ],
  [
    'one within another',
    `${variables} set "a" "b"; set "b" "a@x.com"; redirect "\${\${a}}";`,
    '1 syntax unknown',
  ],
  ['not required: no variable', 'set "t" "a@gov.vn"; redirect "${t}";', '1 syntax unknown'],
];

const addresses: readonly Row[] = [
  ['a display name', 'redirect "Bà A <a@x.com>";', '1 outside a@x.com'],
  ['an inside address as the name', 'redirect "\\"a@gov.vn\\" <a@x.com>";', '1 outside a@x.com'],
  ['a name, inside', 'redirect "Văn thư <vt@laichau.gov.vn>";'],
  ['brackets alone', 'redirect "<a@x.com>";', '1 outside a@x.com'],
  ['an inside address, quoted', 'redirect "\\"a@gov.vn\\"@x.com";', '1 outside a@gov.vn@x.com'],
  ['a comment behind', 'redirect "a@x.com(@gov.vn)";', '1 outside a@x.com'],
  ['a comment between', 'redirect "a@(gov.vn)x.com";', '1 outside a@x.com'],
  ['a comment, inside', 'redirect "a (a@x.com) @ gov.vn";'],
  ['a comment in a comment', 'redirect "a@x.com(gov(.)vn)";', '1 outside a@x.com'],
  ['blanks around', 'redirect "  a@x.com  ";', '1 outside a@x.com'],
  ['capitals, inside', 'redirect "A@LaiChau.GOV.VN";'],
  ['a dot at the end, inside', 'redirect "a@laichau.gov.vn.";'],
  ['a dot at the end, outside', 'redirect "a@x.com.";', '1 outside a@x.com.'],
  ['the domain as a beginning', 'redirect "a@gov.vn.evil.com";', '1 outside a@gov.vn.evil.com'],
  ['the domain as an end without a dot', 'redirect "a@evilgov.vn";', '1 outside a@evilgov.vn'],
  ['a hyphen for the dot', 'redirect "a@laichau-gov.vn";', '1 outside a@laichau-gov.vn'],
  ['Cyrillic о', 'redirect "a@laichau.gоv.vn";', '1 outside a@laichau.gоv.vn'],
  ['full-width letters', 'redirect "a@ｇｏｖ.vn";', '1 outside a@ｇｏｖ.vn'],
  ['an ideographic full stop', 'redirect "a@evil。gov.vn";', '1 outside a@evil。gov.vn'],
  ['a zero-width space', 'redirect "a@gov\u200b.vn";', '1 outside a@gov\u200b.vn'],
  ['punycode, outside', 'redirect "a@xn--gv-fmc.vn";', '1 outside a@xn--gv-fmc.vn'],
  ['punycode, inside', 'redirect "a@xn--abc-xyz.gov.vn";'],
  ['a source route', 'redirect "<@gov.vn:a@x.com>";', '1 syntax unknown'],
  ['a route through the outside', 'redirect "<@x.com:a@gov.vn>";', '1 syntax unknown'],
  ['routed by per cent', 'redirect "a%x.com@gov.vn";', '1 outside a%x.com@gov.vn'],
  ['routed by bang', 'redirect "x.com!a@gov.vn";', '1 outside x.com!a@gov.vn'],
  ['routed by quotes', 'redirect "\\"a@x.com\\"@gov.vn";', '1 outside a@x.com@gov.vn'],
  ['an address of the network', 'redirect "a@[203.0.113.5]";', '1 outside a@[203.0.113.5]'],
  ['two addresses', 'redirect "a@gov.vn, b@x.com";', '1 syntax unknown'],
  ['two addresses in brackets', 'redirect "<a@gov.vn> <b@x.com>";', '1 syntax unknown'],
  ['a group', 'redirect "g: a@x.com, a@gov.vn;";', '1 syntax unknown'],
  ['no domain', 'redirect "a";', '1 syntax unknown'],
  ['nothing', 'redirect "";', '1 syntax unknown'],
  ['two at signs', 'redirect "a@x.com@gov.vn";', '1 syntax unknown'],
  ['a line break', 'redirect "a@x.com\n@gov.vn";', '1 syntax unknown'],
  ['empty labels', 'redirect "a@x..gov.vn";', '1 syntax unknown'],
];

const others: readonly Row[] = [
  ['another script', 'require "include";\ninclude :personal "other";', '2 include unknown'],
  ['a list of the server', 'require "extlists"; redirect :list "tag:a@gov.vn,2026:x";', '1 list unknown'],
  [
    'a notification outside',
    'require "enotify"; notify :message "${1}" "mailto:a@x.com";',
    '1 notify a@x.com',
  ],
  ['a notification inside', 'require "enotify"; notify "mailto:a@gov.vn?subject=x";'],
  ['one more recipient', 'require "enotify"; notify "mailto:a@gov.vn?cc=b@x.com";', '1 notify b@x.com'],
  ['an encoded recipient', 'require "enotify"; notify "MAILTO:a%40x.com";', '1 notify a@x.com'],
  ['two recipients', 'require "enotify"; notify "mailto:a@gov.vn,b@x.com";', '1 notify b@x.com'],
  ['another way to notify', 'require "enotify"; notify "xmpp:a@gov.vn";', '1 notify xmpp:a@gov.vn'],
  [
    'a notification of the drafts',
    'require "notify"; notify :method "mailto" :options "a@x.com" :message "m";',
    '1 notify unknown',
  ],
  [
    'one that looks like an inside one',
    'require "notify"; notify :options "a@x.com" :message "mailto:a@gov.vn";',
    '1 notify unknown',
  ],
  [
    'an unknown one',
    'require ["enotify", "variables"]; if header :matches "x" "*" { notify "mailto:${1}"; }',
    '1 notify unknown',
  ],
  ['an abuse report', 'require "vnd.dovecot.report"; report "abuse" "m" "a@x.com";', '1 outside a@x.com'],
  ['a program', 'require "vnd.dovecot.pipe"; pipe :copy "forward" ["a@x.com"];', '1 program forward'],
  [
    'a program as a test',
    'require "vnd.dovecot.execute"; if execute "forward" { keep; }',
    '1 program unknown',
  ],
  [
    'a delivery by then',
    'require "envelope-deliverby"; redirect :bytimeabsolute "2026-11-24T00:00:00Z" :bymode "return" "a@x.com";',
    '1 outside a@x.com',
  ],
  ['notifications of the delivery', 'require "redirect-dsn"; redirect :notify "NEVER" "a@gov.vn";'],
  ['a tag where the address was', 'redirect :notify "a@gov.vn";', '1 syntax unknown'],
  ['two addresses one after another', 'redirect "a@x.com" "a@gov.vn";', '1 syntax unknown'],
  ['a list of addresses', 'redirect ["a@x.com", "a@gov.vn"];', '1 syntax unknown'],
  [
    'switched on by trying',
    'require "ihave"; if ihave "variables" { set "t" "a@x.com"; redirect "${t}"; }',
    '1 syntax unknown',
    '1 syntax unknown',
  ],
  [
    'required too late',
    'keep; require "variables"; set "t" "a@x.com"; redirect "${t}";',
    '1 syntax unknown',
    '1 syntax unknown',
  ],
  ['an action nobody knows', 'require "vnd.x.send"; send "a@x.com";', '1 syntax unknown'],
];

const broken: readonly Row[] = [
  ['no semicolon', 'redirect "a@x.com"', '1 outside a@x.com', '1 syntax unknown'],
  ['an open string', 'keep;\nredirect "a@x.com;', '2 syntax unknown'],
  ['an open comment', 'redirect "a@x.com"; /* ', '1 outside a@x.com', '1 syntax unknown'],
  ['an open block', 'if true { redirect "a@x.com";', '1 outside a@x.com', '1 syntax unknown'],
  ['an open text', 'redirect text:\na@x.com\n', '1 syntax unknown'],
  ['a line that ends by CR alone', '# x\rredirect "a@x.com";\n', '1 syntax unknown'],
  ['a byte order mark', '\ufeffkeep;', '1 syntax unknown'],
  ['a NUL', 'keep; # \0\nredirect "a@x.com";', '1 syntax unknown'],
  ['a block too many', 'keep; } redirect "a@x.com";', '1 syntax unknown'],
  ['too deep', `${'if true { '.repeat(70)}redirect "a@x.com";${'}'.repeat(70)}`, '1 syntax unknown'],
  ['no Sieve', '<html>', '1 syntax unknown'],
];

/** At least one way in each row; rows with an address of x.com have no other way to it than the one told. */
export const rows: readonly Row[] = [...plain, ...strings, ...followed, ...addresses, ...others, ...broken];
