/** Which login a server shows is its own, and which is too old or of another clock. */
import { describe, expect, it } from 'vitest';
import { isAhead, isFresh, isRecordedThere } from '../../../src/ldap/connect/access.ts';

const now = new Date('2026-11-28T08:00:00Z');
const csn = (time: string) => `${time.slice(0, 14)}.123456Z#000000#000#000000`;

describe('a login a replica shows', () => {
  const main = { time: '20261128080000Z', csn: csn('20261128080000Z') };
  it.each([
    ['later than the state it stands in', { time: '20261128080002Z', csn: main.csn }, main, true],
    [
      'earlier, but not the main server’s for the same state',
      { time: '20261128073000Z', csn: main.csn },
      main,
      true,
    ],
    ['the main server’s', main, main, false],
    [
      'the main server’s of before, which the replica still has',
      { time: '20261128060000Z', csn: csn('20261128060000Z') },
      main,
      false,
    ],
    [
      'the main server’s, whose entry was changed since',
      { ...main, csn: csn('20261128080500Z') },
      { ...main, csn: csn('20261128080500Z') },
      false,
    ],
    [
      'earlier, with a main server that shows none',
      { time: '20261128073000Z', csn: main.csn },
      undefined,
      false,
    ],
    ['without a state', { time: '20261128080002Z' }, main, false],
    ['none', { csn: main.csn }, main, false],
  ])('%s', (_what, there, ours, own) => {
    expect(isRecordedThere(there, ours)).toBe(own);
  });
});

it.each([
  ['20261128075959Z', true, false],
  ['20261126080000Z', true, false],
  ['20261126075959Z', false, false],
  ['20261130080000Z', true, false],
  ['20261130080001Z', true, true],
  ['a word', false, true],
  [undefined, false, false],
])('%s is fresh: %s, ahead: %s', (time, fresh, ahead) => {
  const own = time === undefined ? {} : { time };
  expect([isFresh(own, now), isAhead(own, now)]).toEqual([fresh, ahead]);
});
