/** The terms of problems of form cover what the schemas and the parser can say. */
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  boundNames,
  patternNames,
  typeNames,
  yamlReasons,
} from '../../../src/render/problems/words/form-terms.ts';

const folder = join(import.meta.dirname, '../../../schemas');
const schemas = readdirSync(folder)
  .filter((file) => file.endsWith('.json'))
  .map((file) => JSON.parse(readFileSync(join(folder, file), 'utf8')));

/** Every value under this keyword, anywhere in the schemas. */
function valuesOf(keyword: string, node: unknown = schemas): readonly unknown[] {
  if (typeof node !== 'object' || node === null) return [];
  return Object.entries(node).flatMap(([key, value]) => [
    ...(key === keyword ? [value] : []),
    ...valuesOf(keyword, value),
  ]);
}

const datePattern = '^\\d{4}-\\d{2}-\\d{2}$';

describe('the terms', () => {
  it('tell every pattern of the schemas in words, and no other', () => {
    const patterns = new Set(valuesOf('pattern').filter((pattern) => pattern !== datePattern));
    expect([...patterns].sort()).toEqual(Object.keys(patternNames).sort());
  });

  it('give an example that keeps the pattern', () => {
    for (const [pattern, { vi, en }] of Object.entries(patternNames)) {
      for (const text of [vi, en]) {
        const example = /(?:ví dụ|such as) "?([^"\s]+?)"?$/.exec(text)?.[1];
        if (example !== undefined) expect(example).toMatch(new RegExp(pattern));
      }
    }
  });

  it('tell every bound of the schemas', () => {
    const bounds = [
      'minLength',
      'maxLength',
      'minimum',
      'maximum',
      'uniqueItems',
      'minItems',
      'maxItems',
      'multipleOf',
    ];
    const used = bounds.filter((keyword) => valuesOf(keyword).some((value) => typeof value !== 'object'));
    expect(used.sort()).toEqual(Object.keys(boundNames).sort());
  });

  it('tell every type', () => {
    const used = valuesOf('type').filter((type) => typeof type === 'string');
    expect(used.length).toBeGreaterThan(50);
    expect(used.filter((type) => !Object.hasOwn(typeNames, String(type)))).toEqual([]);
  });

  it('tell every complaint of the parser that can reach a reader', () => {
    const declarations = join(dirname(createRequire(import.meta.url).resolve('yaml')), 'errors.d.ts');
    const line = /ErrorCode = (.*);/.exec(readFileSync(declarations, 'utf8'))?.[1] ?? '';
    const codes = [...line.matchAll(/'(\w+)'/g)].map(([, code]) => String(code));
    expect(codes.length).toBeGreaterThan(15);
    // Told as a code of its own; asked for by an option that is off; a bug of the parser.
    const elsewhere = ['DUPLICATE_KEY', 'NON_STRING_KEY', 'IMPOSSIBLE'];
    const told = codes.filter((code) => !elsewhere.includes(code));
    expect(told.filter((code) => !Object.hasOwn(yamlReasons, code))).toEqual([]);
  });
});
