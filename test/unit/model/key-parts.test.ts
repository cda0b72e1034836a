import fc from 'fast-check';
import { expect, it } from 'vitest';
import { parseKey } from '../../../src/model/account/key.ts';

it.each([
  ['person:LC-000017', { kind: 'person', id: 'LC-000017' }],
  ['person:LC-000017/2', { kind: 'person', id: 'LC-000017', former: 2 }],
  ['organization:sotttt', { kind: 'organization', id: 'sotttt' }],
  ['person:a:b', { kind: 'person', id: 'a:b' }],
  ['person:', undefined],
  ['person:/1', undefined],
  ['person:a/0', undefined],
  ['person:a/01', undefined],
  ['person:a/', undefined],
  ['person:a/1/2', undefined],
  ['persons:a', undefined],
  ['policy:users', undefined],
  ['Person:a', undefined],
])('%s', (text, parts) => {
  expect(parseKey(text)).toEqual(parts);
});

it('takes apart what its form says, and nothing else', () => {
  const form = /^(person|organization):([^/]+?)(?:\/([1-9][0-9]*))?$/;
  const piece = fc.constantFrom(
    'person',
    'organization',
    'policy',
    ':',
    '/',
    '1',
    '0',
    'LC-1',
    'a',
    '\n',
    '',
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 7 }), (pieces) => {
      const text = pieces.join('');
      const match = form.exec(text);
      const former = match?.[3] === undefined ? {} : { former: Number(match[3]) };
      expect(parseKey(text)).toEqual(match ? { kind: match[1], id: match[2], ...former } : undefined);
    }),
    { numRuns: 2000 },
  );
});
