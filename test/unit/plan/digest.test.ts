import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { canonicalJson, canonicalPieces } from '../../../src/model/text/json.ts';
import { digestOf } from '../../../src/plan/digest.ts';

it('is of one text, however it is cut', () => {
  fc.assert(
    fc.property(fc.jsonValue({ maxDepth: 4 }), (value) => {
      const text = canonicalJson(value);
      expect([...canonicalPieces(value)].join('')).toBe(text);
      expect(digestOf(value)).toBe(`sha256:${createHash('sha256').update(text).digest('hex')}`);
    }),
  );
});

it('passes over what is undefined, and knows a hole in a list for null', () => {
  const value = { b: undefined, a: [undefined, { c: undefined, d: 1 }] };
  expect([...canonicalPieces(value)].join('')).toBe('{"a":[null,{"d":1}]}');
  expect(canonicalJson(value)).toBe('{"a":[null,{"d":1}]}');
});
