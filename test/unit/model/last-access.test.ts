/** The last access is the latest one any server has seen. */
import { expect, it } from 'vitest';
import { latestAccess } from '../../../src/model/account/last-access.ts';

it.each([
  [undefined, undefined, undefined],
  ['20260101000000Z', undefined, '20260101000000Z'],
  [undefined, '20260101000000Z', '20260101000000Z'],
  ['20260101000000Z', '20260101000001Z', '20260101000001Z'],
  ['20260101000001Z', '20260101000000Z', '20260101000001Z'],
  ['20260101000000Z', '20260101000000Z', '20260101000000Z'],
  // Other forms of the same standard, compared by the day.
  ['20260101000000.5Z', '20260103000000Z', '20260103000000Z'],
  ['202601030000+0700', '20260101000000Z', '202601030000+0700'],
  ['a word', '20260101000000Z', '20260101000000Z'],
  ['20260101000000Z', 'a word', '20260101000000Z'],
])('of %s and %s is %s', (one, other, latest) => {
  expect(latestAccess(one, other)).toBe(latest);
});
