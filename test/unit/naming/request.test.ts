/** Requests of any shape become findings, never exceptions. */
import { describe, expect, test } from 'vitest';
import { judge } from '../../../src/naming/judge.ts';
import { defaultNamingPolicy } from '../../../src/naming/policy.ts';

const problems = (request: unknown) => judge(request, defaultNamingPolicy).problems.map(({ code }) => code);
const an = { kind: 'person', name: 'Nguyễn Văn An', suffix: 'sotttt' };

describe('what is no request', () => {
  test.each([
    [null, 'request-shape'],
    [undefined, 'request-shape'],
    [1, 'request-shape'],
    ['Nguyễn Văn An', 'request-shape'],
    [[an], 'request-shape'],
    [{}, 'request-field-missing'],
    [{ kind: null, name: 'An' }, 'request-field-missing'],
    [{ kind: 1, name: 'An' }, 'request-field-type'],
    [{ kind: 'huyện', name: 'An' }, 'request-kind'],
    [{ kind: 'Person', name: 'An' }, 'request-kind'],
    [{ kind: '__proto__' }, 'request-kind'],
    [{ kind: 'constructor' }, 'request-kind'],
    [{ kind: 'person', suffix: 'sotttt' }, 'request-field-missing'],
    [{ kind: 'person', name: 'Nguyễn Văn An' }, 'request-field-missing'],
    [{ ...an, name: null }, 'request-field-missing'],
    [{ ...an, name: 7 }, 'request-field-type'],
    [{ ...an, name: ['Nguyễn Văn An'] }, 'request-field-type'],
    [{ ...an, suffix: {} }, 'request-field-type'],
    [{ ...an, address: 1 }, 'request-field-type'],
    [{ ...an, decision: { document: '1' } }, 'request-field-type'],
    [{ ...an, decision: true }, 'request-field-type'],
    [{ ...an, decision: ' ' }, 'request-field-missing'],
    [{ ...an, parent: 'ubnd' }, 'request-field-unknown'],
    [{ ...an, code: 'x' }, 'request-field-unknown'],
    [{ ...an, Name: 'x' }, 'request-field-unknown'],
    [{ ...an, nameParts: 'x' }, 'request-field-type'],
    [{ ...an, nameParts: [] }, 'request-field-type'],
    [{ ...an, nameParts: {} }, 'request-field-missing'],
    [{ ...an, nameParts: { given: 1 } }, 'request-field-type'],
    [{ ...an, nameParts: { given: 'An', first: 'x' } }, 'request-field-unknown'],
    [{ kind: 'provincial' }, 'request-field-missing'],
    [{ kind: 'provincial', name: 'Sở Y tế', suffix: 'x' }, 'request-field-unknown'],
    [{ kind: 'provincial', name: 'Sở Y tế', code: 5 }, 'request-field-type'],
    [{ kind: 'provincial', name: 'Sở Y tế', parent: [] }, 'request-field-type'],
    [JSON.parse('{"__proto__":{},"kind":"provincial","name":"Sở Y tế"}'), 'request-field-unknown'],
    [Object.create(an), 'request-field-missing'],
  ])('%j: %s', (request, code) => {
    expect(problems(request)).toEqual([code]);
    expect(judge(request, defaultNamingPolicy)).toMatchObject({
      localPart: null,
      address: null,
      accepted: false,
    });
  });

  test('everything wrong with a line is told at once', () => {
    expect(problems({ kind: 'person', suffix: 1, colour: 'x' })).toEqual([
      'request-field-unknown',
      'request-field-missing',
      'request-field-type',
    ]);
    expect(problems({ ...an, name: 'Páo', suffix: 'a b' })).toEqual(['name-one-syllable', 'suffix-form']);
  });
});

test('null is nothing, for optional fields', () => {
  expect(problems({ ...an, address: null, decision: null, nameParts: null })).toEqual([]);
  expect(problems({ kind: 'provincial', name: 'Sở Y tế', code: null, parent: null })).toEqual([]);
});

test('quoted input is kept short and well formed', () => {
  const judged = judge({ kind: `\ud800${'x'.repeat(1 << 20)}` }, defaultNamingPolicy);
  expect(JSON.stringify(judged).length).toBeLessThan(1000);
  expect(JSON.stringify(judged)).not.toContain('\\ud800');
});
