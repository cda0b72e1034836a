/** Compiles the conditions of a map, so that each entry is held against them without reading them again. */
import { comparedValue, splitDn } from '../model/account/dn.ts';
import type { Condition } from '../model/import/import-map.ts';
import type { SourceEntry } from '../model/import/source-entry.ts';

export type Matches = (entry: SourceEntry) => boolean;

/** True for an entry of which all conditions hold. */
export function compileConditions(conditions: readonly Condition[]): Matches {
  const all = conditions.flatMap(compileCondition);
  return (entry) => all.every((holds) => holds(entry));
}

function compileCondition({ attribute, values = [], under }: Condition): readonly Matches[] {
  const holds: Matches[] = [];
  if (attribute !== undefined) {
    const isOneOf = compileValues(values);
    holds.push(({ values: there }) => there[attribute]?.some(isOneOf) === true);
  }
  if (under !== undefined) {
    const part = tidy(under);
    holds.push(({ dn }) => {
      const above = tidy(splitDn(dn ?? '').parent);
      return `,${above},`.includes(`,${part},`);
    });
  }
  return holds;
}

const tidy = (dn: string): string => comparedValue(dn).replaceAll(/\s*([,=])\s*/g, '$1');

/** One of the values, without case; `*` stands for anything. */
export function compileValues(values: readonly string[]): (text: string) => boolean {
  const plain = new Set(values.filter((one) => !one.includes('*')).map(comparedValue));
  const open = values.filter((one) => one.includes('*')).map(openValue);
  return (text) => {
    const compared = comparedValue(text);
    return plain.has(compared) || open.some((fits) => fits(compared));
  };
}

/** Part by part, so that no pattern takes longer than its text. */
function openValue(value: string): (text: string) => boolean {
  const parts = value.split('*').map((part) => part.normalize('NFC').toLowerCase());
  const [first = '', ...rest] = parts;
  const last = rest.pop() ?? '';
  return (text) => {
    if (!text.startsWith(first) || !text.endsWith(last)) return false;
    let at = first.length;
    for (const part of rest) {
      const found = text.indexOf(part, at);
      if (found < 0) return false;
      at = found + part.length;
    }
    return at + last.length <= text.length;
  };
}
