/** Turns one YAML text into plain data, or into problems; never throws, whatever the text. */
import { isMap, isSeq, LineCounter, parseDocument } from 'yaml';
import type { Problem } from '../model/problem.ts';
import { parseBlockYaml } from './block-yaml.ts';

export interface ParsedYaml {
  readonly value: unknown;
  /** The line of each item of the sequence under `key`. */
  readonly itemLines: (key: string) => readonly number[];
  readonly problems: readonly Problem[];
}

/** More aliases than any honest file has; beyond it lies the "billion laughs". */
const aliasLimit = 50;

/** Larger than any organization's file: about 20,000 people. */
const sizeLimit = 8_000_000;

export function parseYaml(file: string, text: string): ParsedYaml {
  if (text.length > sizeLimit) {
    return refused({
      code: 'file-too-large',
      args: { size: text.length, limit: sizeLimit },
      severity: 'error',
      at: { file, path: [] },
    });
  }
  const plain = parseBlockYaml(text);
  if (plain === undefined) return parseFullYaml(file, text);
  const { value, lineOf } = plain;
  return { value, itemLines: (key) => linesOfItems(value, key, lineOf), problems: [] };
}

function linesOfItems(value: unknown, key: string, lineOf: ReadonlyMap<object, number>): number[] {
  const items = (value as Record<string, unknown>)?.[key];
  return Array.isArray(items) ? items.map((item) => lineOf.get(item) ?? 1) : [];
}

function parseFullYaml(file: string, text: string): ParsedYaml {
  const lines = new LineCounter();
  try {
    const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, logLevel: 'silent' });
    const problems = document.errors.map((error): Problem => {
      const at = { file, path: [], offset: error.pos[0] };
      return error.code === 'DUPLICATE_KEY'
        ? { code: 'yaml-duplicate-key', args: { key: wordAt(text, error.pos[0]) }, severity: 'error', at }
        : {
            code: 'yaml-syntax',
            args: { reason: error.code, detail: error.message },
            severity: 'error',
            at,
          };
    });
    if (problems.length > 0) return refused(...problems);
    const value: unknown = document.toJS({ maxAliasCount: aliasLimit });
    const itemLines = (key: string) => {
      const node = isMap(document.contents) ? document.get(key, true) : undefined;
      return isSeq(node)
        ? node.items.map((item) => lines.linePos((item as { range?: [number] }).range?.[0] ?? 0).line)
        : [];
    };
    return { value, itemLines, problems: [] };
  } catch (thrown) {
    // The parser throws on alias bombs and on nesting deeper than the stack.
    const detail = thrown instanceof Error ? thrown.message : String(thrown);
    return refused({
      code: 'yaml-syntax',
      args: { reason: 'TOO_COMPLEX', detail },
      severity: 'error',
      at: { file, path: [] },
    });
  }
}

function wordAt(text: string, offset: number): string {
  return /^[^\s:]*/.exec(text.slice(offset, offset + 80))?.[0] ?? '';
}

function refused(...problems: Problem[]): ParsedYaml {
  return { value: undefined, itemLines: () => [], problems };
}
