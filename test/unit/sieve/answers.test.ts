/** Automatic answers in another's name, against a table, and against any text at all. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { findAnswersAs } from '../../../src/sieve/answers.ts';
import { answers, own } from './answering.ts';

it.each(answers)('%s', (_name, script, ...found) => {
  const told = findAnswersAs(script, own).map(({ line, by, address }) => `${line} ${by} ${address}`);
  expect(told).toEqual(found);
});

it('are told of every address where none is known to be the own one', () => {
  expect(findAnswersAs('vacation :from "an@laichau.gov.vn" "x";', [])).toEqual([
    { line: 1, column: 1, address: 'an@laichau.gov.vn', by: 'from' },
  ]);
});

it('are sought in any text, and never longer than a report bears', () => {
  const piece = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.constantFrom(
      'vacation ',
      ':from ',
      ':addresses ',
      ':mime ',
      '"a@x.com" ',
      `"${'x'.repeat(999)}" `,
      ';',
    ),
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 20 }), (pieces) => {
      for (const { address } of findAnswersAs(pieces.join(''), own)) {
        expect(address.length).toBeLessThanOrEqual(254);
      }
    }),
  );
});
