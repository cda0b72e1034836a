/** Which document stands in the audit and on the sheet: the file's own, else the form's; never a date that is another's. */
import { describe, expect, it, test } from 'vitest';
import type { FormTrailers } from '../../../src/model/github/form-trailers.ts';
import type { Change } from '../../../src/model/plan/plan.ts';
import { auditBases } from '../../../src/run/audit.ts';
import { basisOf } from '../../../src/run/basis.ts';
import { creation } from '../review/plans.ts';

const form: FormTrailers = { basis: { document: '15/VP', date: '2026-11-20' }, issue: 12 };
const forms = (change: Change) => new Map([[change.id, form]]);
const as = (kind: Change['kind'], account: object, why: object = {}): Change => {
  const change = creation('1');
  return {
    ...change,
    kind,
    account: { ...change.account, ...account },
    why: { ...change.why, ...why },
  } as Change;
};

describe('the document of a change', () => {
  it.each<[string, Change, unknown]>([
    ['is the form’s where the file names none', as('create', {}), form.basis],
    [
      'is the file’s where it names one',
      as('terminate', { basis: '77/QĐ; 2026-11-02' }),
      { document: '77/QĐ', date: '2026-11-02' },
    ],
    [
      'is that of the request',
      as('reset', { reset: '16/VP; 2026-11-21' }),
      { document: '16/VP', date: '2026-11-21' },
    ],
    [
      'is none of several requests',
      as('reset', { reset: '16/VP; 2026-11-21\u001f17/VP; 2026-11-22' }),
      undefined,
    ],
    [
      'has no date where a document alone is named',
      as('create', {}, { document: '9/QĐ' }),
      { document: '9/QĐ' },
    ],
    [
      'has the form’s date where both name one document',
      as('restore', {}, { document: '15/VP' }),
      form.basis,
    ],
    ['of the state is none of an update’s', as('update', { basis: '77/QĐ; 2026-11-02' }), form.basis],
  ])('%s', (_title, change, expected) => {
    expect(basisOf(change, forms(change))).toEqual(expected);
  });

  it('is none where neither names one', () => {
    expect(basisOf(as('create', {}), new Map())).toBeUndefined();
  });
});

test('the audit has document, date and form of each change, and nothing of what is none of the plan', () => {
  const change = as('create', {});
  const told = auditBases([change], forms(change));
  expect(told(change)).toEqual({ basis: '15/VP; 2026-11-20', form: 12 });
  expect(told({ id: 'end-sessions person:1' })).toEqual({});
  expect(auditBases([as('create', {}, { document: '9/QĐ' })], new Map())(change)).toEqual({ basis: '9/QĐ' });
});
