/** Finds words of the other language in what danhba says; names of things, codes and quoted text are of none. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * A Vietnamese syllable that has no mark: an onset, a vowel, and no stop at its end, for one with a stop bears a tone.
 * Hardly an English sentence is made of nothing else.
 */
const syllable =
  /^(b|ch?|d|gh?|gi|h|kh?|l|m|ngh?|nh?|ph?|qu|r|s|th?|tr|v|x)?(a|ai|am|an|ang|anh|ao|au|ay|e|em|en|eo|i|ia|im|in|inh|iu|o|oa|oai|oan|oang|oanh|oay|oe|oi|om|on|ong|u|ua|ui|um|un|ung|uy|uynh|y)$/;

/** The keys of the directory's files, which its words name as they are. */
function keysOf(schema: unknown): readonly string[] {
  if (typeof schema !== 'object' || schema === null) return [];
  const own = 'properties' in schema ? Object.keys(schema.properties as object) : [];
  return [...own, ...Object.values(schema).flatMap(keysOf)];
}
const schemas = join(import.meta.dirname, '../../schemas');
const keys = readdirSync(schemas)
  .filter((file) => file.endsWith('.json'))
  .flatMap((file) => keysOf(JSON.parse(readFileSync(join(schemas, file), 'utf8'))));

/** What has the same name in both languages; the last line is of samples. */
const names: ReadonlySet<string> = new Set([
  ...keys,
  ...`danhba dovecot doveadm postfix slapd rspamd age ldapmodify ldapsearch lastbind overlay git github actions commit pull
  request requests checkout maildir markdown sieve lines byte container readonly main openmetrics quarantine stdin stdout
  email internet web app apps fork token dov unix windows notepad latin x stdin workflow starttls script html caldav
   graphql tab unicode quota mib chmod export unset npm ppolicy ldap soffice macro libreoffice docx xlsx ics pdf pigeonhole node ldapdelete tzdata limits
   excel word unikey outlook thunderbird cookie caps lock enter proxy https nginx bash zsh fish fpath
  sotttt ubnd sinho pnv octocat postmaster`.split(/\s+/),
]);

/** Without what is quoted, and without what no sentence is made of: options, paths, addresses, keys, lists of values. */
function plain(text: string): string {
  return (
    text
      .replace(/"[^"\n]*"|`[^`\n]*`|«[^»\n]*»|“[^”\n]*”|^ *(\w|-)+:.*$(?=\n *-?\w+:)/gm, ' ')
      // A fact, or the name of a value, belongs to what it stands beside.
      .replace(/\{\w+\}|<[^<>\n]*>/g, '1')
      .replace(/\[[^[\]\n]*\]/g, ' ')
      .replace(/[^\s|]+( \|\s+[^\s|]+)+/g, ' ')
      .replace(/(mặc định|default):\s+[\w./$-]+( HEAD)?/g, ' ')
      .replace(
        /\b(danhba|doveadm) [a-z]+( [a-z]+)?| -s sub\b|\bnpm (start|run lab)|[\p{L} ]+(?: › ?[\p{L} ]+)+/gu,
        ' ',
      )
      .replace(
        /\S*[\p{L}\d]?[./_:=@$#*\\&\d-]+[\p{L}\d…]\S*|\S*[\p{L}\d…][/_=@]\S*|\S*\p{Ll}\p{Lu}\S*/gu,
        ' ',
      )
  );
}

const wordsOf = (text: string): readonly string[] => plain(text).match(/\p{L}+/gu) ?? [];

/** Vietnamese letters beyond those of English. */
const marked = /[\u00c0-\u024f\u1e00-\u1eff]/u;

export const vietnameseIn = (text: string): readonly string[] =>
  wordsOf(text.normalize('NFC')).filter((word) => marked.test(word));

export const englishIn = (text: string): readonly string[] =>
  wordsOf(text.normalize('NFC')).filter(
    (word) =>
      !marked.test(word) &&
      word.length > 1 &&
      word.toUpperCase() !== word &&
      !names.has(word) &&
      !names.has(word.toLowerCase()) &&
      !syllable.test(word.toLowerCase()),
  );
