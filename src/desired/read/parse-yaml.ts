/** Turns one YAML text into plain data, or into problems; never throws, whatever the text. */
import type { Document, LineCounter } from 'yaml';
import type { Problem } from '../../model/problems/problem.ts';
import { parseBlockYaml } from './block-yaml.ts';
import { composeYaml, type NodePath, sizeLimit, type YamlError } from './compose-yaml.ts';
import { fullYaml } from './full-yaml.ts';

export interface ParsedYaml {
  readonly value: unknown;
  /** The line of each item of the sequence under `key`. */
  readonly itemLines: (key: string) => readonly number[];
  /** A scalar as it is written, where that may differ from its value: `0213` is not 213. */
  readonly sourceOf: (path: NodePath) => string | undefined;
  /** Plain `on`, `off`, `yes`, `no`: text to us, true or false to other readers of YAML. */
  readonly ambiguous: readonly { readonly path: NodePath; readonly word: string }[];
  readonly problems: readonly Problem[];
  /** True where every value stands in lines of its own, whose meaning rests on no other line. */
  readonly isPlainStyle?: boolean;
}

/** Counts the aliases of one anchor and what they expand to, before the expansion is made. */
const aliasLimit = 50;

export function parseYaml(file: string, text: string): ParsedYaml {
  if (text.length > sizeLimit) {
    return refused({
      code: 'file-too-large',
      args: { size: text.length, limit: sizeLimit },
      severity: 'error',
      at: { file, path: [] },
    });
  }
  // Line ends and the byte-order mark of another system change nothing in the plain style.
  const plain = parseBlockYaml(text.replace(/^\ufeff/, '').replaceAll('\r\n', '\n'));
  if (plain === undefined) return parseFullYaml(file, text);
  const { value, lineOf } = plain;
  return {
    value,
    itemLines: (key) => linesOfItems(value, key, lineOf),
    sourceOf: () => undefined,
    ambiguous: [],
    problems: [],
    isPlainStyle: true,
  };
}

function linesOfItems(value: unknown, key: string, lineOf: ReadonlyMap<object, number>): number[] {
  const items = (value as Record<string, unknown>)?.[key];
  return Array.isArray(items) ? items.map((item) => lineOf.get(item) ?? 1) : [];
}

function parseFullYaml(file: string, text: string): ParsedYaml {
  const { document, lines, errors, aliasAt = 0, ambiguous } = composeYaml(text);
  if (document === undefined || errors.length > 0) {
    return refused(...errors.map((error) => problemOf(file, error)));
  }
  try {
    const value: unknown = document.toJS({ maxAliasCount: aliasLimit });
    return {
      value,
      itemLines: (key) => linesOfNodes(document, key, lines),
      sourceOf: (path) => sourceAt(document, path),
      ambiguous,
      problems: [],
    };
  } catch (thrown) {
    // The parser throws where few aliases expand to very much.
    const detail = thrown instanceof Error ? thrown.message : String(thrown);
    return refused(problemOf(file, { code: 'TOO_COMPLEX', detail, offset: aliasAt }));
  }
}

function problemOf(file: string, { code, detail, offset }: YamlError): Problem {
  const at = { file, path: [], offset };
  return code === 'DUPLICATE_KEY'
    ? { code: 'yaml-duplicate-key', args: { key: detail }, severity: 'error', at }
    : { code: 'yaml-syntax', args: { reason: code, detail }, severity: 'error', at };
}

function linesOfNodes(document: Document, key: string, lines: LineCounter): number[] {
  const { isMap, isNode, isSeq } = fullYaml();
  const node = isMap(document.contents) ? document.get(key, true) : undefined;
  if (!isSeq(node)) return [];
  return node.items.map((item) => Math.max(1, lines.linePos((isNode(item) && item.range?.[0]) || 0).line));
}

function sourceAt(document: Document, path: NodePath): string | undefined {
  const node = path.length === 0 ? document.contents : document.getIn(path, true);
  return fullYaml().isScalar(node) ? node.source : undefined;
}

function refused(...problems: Problem[]): ParsedYaml {
  return { value: undefined, itemLines: () => [], sourceOf: () => undefined, ambiguous: [], problems };
}
