/** Finds what a readable file seems to say and does not: text behind a sign of YAML, and text in a broken encoding. */

import type { EncodingSort } from '../../model/problems/naming.ts';
import type { Problem } from '../../model/problems/problem.ts';
import { remember } from '../../model/text/remember.ts';
import { shown } from '../../naming/finding.ts';
import { findBrokenEncoding } from '../../naming/text/encoding.ts';

/** Keys whose values are written freely. */
const freeText: ReadonlySet<string> = new Set([
  'name',
  'title',
  'unit',
  'document',
  'reason',
  'codeBasis',
  'source',
]);

const freeLine = /^( *(?:- +)?([A-Za-z]+): +)([^"'|>{[\s].*)$/;

/** `title: Phòng #1`, `title: &Giám đốc`, `title: ! Giám đốc`: warnings, for each may be meant. */
export function checkLostText(file: string, text: string): readonly Problem[] {
  if (!/ #[^\s#]|: +[&!]/.test(text)) return [];
  const problems: Problem[] = [];
  const aliases = new Set(Array.from(text.matchAll(/\*([^\s,[\]{}]+)/g), ([, name = '']) => name));
  let start = text.startsWith('\ufeff') ? 1 : 0;
  for (const line of text.slice(start).split('\n')) {
    const [, before = '', key = '', value = ''] =
      line.length > 2000 ? [] : (freeLine.exec(line.replace(/\r$/, '')) ?? []);
    const found = freeText.has(key) ? lostIn(value, aliases) : undefined;
    if (found !== undefined) {
      const { sign, at } = found;
      const place = { file, path: [], offset: start + before.length + at };
      problems.push({ code: 'yaml-text-lost', args: { key, sign }, severity: 'warning', at: place });
    }
    start += line.length + 1;
  }
  return problems;
}

function lostIn(
  value: string,
  aliases: ReadonlySet<string>,
): { readonly sign: '#' | '&' | '!'; readonly at: number } | undefined {
  const [, anchor] = /^&(\S+) +[^\s#]/.exec(value) ?? [];
  if (anchor !== undefined && !aliases.has(anchor)) return { sign: '&', at: 0 };
  if (/^! +[^\s#]/.test(value)) return { sign: '!', at: 0 };
  // A comment has a blank after its sign.
  const comment = /(?<=[^ ]) +#(?=[^\s#])/.exec(value);
  return comment === null ? undefined : { sign: '#', at: comment.index + comment[0].length - 1 };
}

/** Nobody puts all of a value in quotes and means them, nor one at its end alone. */
const curly = /^[“”„‟«][^“”„‟«»]*[“”‟»]$/;
/** None of them comes before it. */
const firstCurly = '«'.charCodeAt(0);

/** One warning for each value in curly quotes, or broken; names are judged by the naming rules. `value` may share or circle its parts. */
export function checkEncodings(file: string, value: unknown): readonly Problem[] {
  const problems: Problem[] = [];
  const seen = new Set<object>();
  const way: (string | number)[] = [];
  const walk = (node: unknown): void => {
    if (typeof node !== 'object' || node === null || seen.has(node)) return;
    seen.add(node);
    if (Array.isArray(node)) for (let index = 0; index < node.length; index++) visit(index, node[index]);
    else for (const key of Object.keys(node)) visit(key, node[key as keyof typeof node]);
  };
  const visit = (key: string | number, item: unknown): void => {
    if (typeof item === 'string') judge(key, item);
    else if (typeof item === 'object') {
      way.push(key);
      walk(item);
      way.pop();
    }
  };
  const judge = (step: string | number, item: string): void => {
    const key = String(step);
    if (item.endsWith('"') ? /^[^"]+"$/.test(item) : item.charCodeAt(0) >= firstCurly && curly.test(item)) {
      const severity = key === 'name' ? 'error' : 'warning';
      const at = { file, path: [...way, step] };
      const args = { key, sign: item.endsWith('"') ? '"…' : '“ ”' } as const;
      problems.push({ code: 'yaml-quote-needed', args, severity, at });
    } else if (key !== 'name' && freeText.has(key)) {
      const sort = sortOf(item);
      if (sort === undefined) return;
      const args = { value: shown(item), sort };
      problems.push({ code: 'text-encoding', args, severity: 'warning', at: { file, path: [...way, step] } });
    }
  };
  walk(value);
  return problems;
}

/** Signs a title may well have where a name has none count only where they are inside of words. */
const certain: Readonly<Record<Exclude<EncodingSort, 'two-tones'>, RegExp>> = {
  'utf8-as-latin1':
    /\u00c3[\u0080-\u009f\u00a1-\u00bf]|\u00c4[\u2018\u0090\u0192\u0091\u0083]|\u00e1[\u00ba\u00bb]|\u00c6[\u00b0\u00a1\u00af]|\u00c5\u00a9/u,
  'lost-letter': /\ufffd|\p{L}\?+\p{L}|\?{2,}\p{L}|(?<!\S)\?\p{L}/u,
  tcvn3: /\p{L}/u,
  vni: /\p{L}/u,
  'windows-1258': /\p{L}/u,
};
const loneSign = /(?<!\p{L})[\u00a1-\u00bf\u00d7\u00f7](?!\p{L})|[\u00a9\u00ae](?!\p{L})/gu;

/** Titles and units repeat. */
const sortOf = remember((text): EncodingSort | undefined => {
  const whole = text.slice(0, 1000).normalize('NFC').replace(loneSign, ' ');
  const sort = findBrokenEncoding(whole)?.sort;
  if (sort === undefined) return undefined;
  if (sort !== 'two-tones' && certain[sort].test(whole)) return sort;
  // A question mark or an ellipsis of its own hides no other sort.
  const rest = findBrokenEncoding(whole.replaceAll(/[?\u2018-\u201e\u2026]/gu, ' '))?.sort;
  return rest === undefined || rest === 'two-tones' || rest === 'lost-letter' ? undefined : rest;
});
