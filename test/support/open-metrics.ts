/** A strict reader of OpenMetrics 1.0, by the ABNF and the rules of its specification; it refuses everything else. */

export interface ReadFamily {
  readonly type: string;
  readonly unit?: string;
  readonly help?: string;
  /** By the text of name and labels as they stand. */
  readonly samples: Map<string, number>;
}

const metricName = /^[a-zA-Z_:][a-zA-Z0-9_:]*/;
const labelName = /^[a-zA-Z_][a-zA-Z0-9_]*/;
/** escaped-string: no line feed, no bare quote; a backslash before n, a quote, itself, or any normal character. */
const escapedString = /^(?:[^\n"\\]|\\[^\n])*/;
const number =
  /^(?:[+-]?(?:[0-9]+(?:\.[0-9]*)?(?:[eE][+-]?[0-9]+)?|\.[0-9]+(?:[eE][+-]?[0-9]+)?)|[+-]?[iI]nf(?:inity)?|[nN]a[nN])/;

export function readOpenMetrics(text: string): Map<string, ReadFamily> {
  if (!text.isWellFormed()) throw new Error('not UTF-8');
  if (!/(^|\n)# EOF\n?$/.test(text)) throw new Error('no end');
  const families = new Map<string, ReadFamily>();
  let current: string | undefined;
  for (const [index, line] of text
    .replace(/# EOF\n?$/, '')
    .split('\n')
    .slice(0, -1)
    .entries()) {
    const fail = (why: string): never => {
      throw new Error(`line ${index + 1}: ${why}: ${line}`);
    };
    const descriptor = /^# (TYPE|UNIT|HELP) (\S+)(?: (.*))?$/s.exec(line);
    if (descriptor !== null) {
      const [, what = '', name = '', rest = ''] = descriptor;
      if (metricName.exec(name)?.[0] !== name) fail('metric name');
      current = readDescriptor(families, current, { what, name, rest }, fail);
    } else if (line.startsWith('#')) fail('comments are not allowed');
    else readSample(families.get(current ?? '') ?? fail('no family'), current ?? '', line, fail);
  }
  refuseClashes(families);
  return families;
}

type Fail = (why: string) => never;

function readDescriptor(
  families: Map<string, ReadFamily>,
  current: string | undefined,
  { what, name, rest }: { what: string; name: string; rest: string },
  fail: Fail,
): string {
  const known = families.get(name);
  if (known !== undefined && (name !== current || known.samples.size > 0)) fail('families are interleaved');
  const family = known ?? { type: 'unknown', samples: new Map<string, number>() };
  if (what === 'TYPE') {
    if (known !== undefined) fail('TYPE comes first, once');
    if (!['gauge', 'counter', 'unknown', 'info', 'stateset', 'summary', 'histogram'].includes(rest))
      fail('type');
    families.set(name, { ...family, type: rest });
  } else if (what === 'UNIT') {
    if (family.unit !== undefined || !/^[a-zA-Z0-9_:]+$/.test(rest)) fail('unit');
    if (!name.endsWith(`_${rest}`)) fail('the name does not end in its unit');
    families.set(name, { ...family, unit: rest });
  } else {
    if (family.help !== undefined || escapedString.exec(rest)?.[0] !== rest) fail('help');
    families.set(name, { ...family, help: rest });
  }
  return name;
}

function readSample({ type, samples }: ReadFamily, family: string, line: string, fail: Fail): void {
  const name = metricName.exec(line)?.[0] ?? fail('sample name');
  const wanted = type === 'counter' ? [`${family}_total`, `${family}_created`] : [family];
  if (!wanted.includes(name)) fail(`a sample of ${family} is not called so`);
  const { labels, rest } = readLabels(line.slice(name.length), fail);
  if (new Set(labels).size !== labels.length) fail('a label twice');
  const told = /^ (\S+)$/.exec(rest)?.[1] ?? fail('value');
  if (number.exec(told)?.[0] !== told) fail('number');
  const value = Number(told);
  if (type === 'counter' && !(value >= 0)) fail('a counter is never below nothing');
  const key = line.slice(0, line.length - rest.length);
  if (samples.has(key)) fail('a sample twice');
  samples.set(key, value);
}

function readLabels(text: string, fail: Fail): { labels: string[]; rest: string } {
  if (!text.startsWith('{')) return { labels: [], rest: text };
  const labels: string[] = [];
  let rest = text.slice(1);
  while (!rest.startsWith('}')) {
    if (labels.length > 0) rest = rest.startsWith(',') ? rest.slice(1) : fail('comma');
    const name = labelName.exec(rest)?.[0] ?? fail('label name');
    if (!rest.startsWith(`${name}="`)) fail('label value');
    rest = rest.slice(name.length + 2);
    rest = rest.slice(escapedString.exec(rest)?.[0].length ?? 0);
    if (!rest.startsWith('"')) fail('label value without an end');
    rest = rest.slice(1);
    labels.push(name);
  }
  return { labels, rest: rest.slice(1) };
}

/** What a family's samples may be called must be the name of no other. */
function refuseClashes(families: Map<string, ReadFamily>): void {
  for (const [name, { type }] of families) {
    if (type === 'counter' && (families.has(`${name}_total`) || families.has(`${name}_created`))) {
      throw new Error(`${name} clashes`);
    }
  }
}
