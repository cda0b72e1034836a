/** What a document says it is comes back as it was, or is told to be altered. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { personKey } from '../../../src/model/account/key.ts';
import { type NoticeReason, type NoticeStamp, noticeKinds } from '../../../src/model/notice.ts';
import { addDays } from '../../../src/model/time/date.ts';
import { noticeId } from '../../../src/notices/id.ts';
import { parseStamp, propertiesOf } from '../../../src/notices/stamp.ts';

const day = fc.integer({ min: 0, max: 20_000 }).map((days) => addDays('2000-01-01', days));
const mark = fc.record({
  key: fc.stringMatching(/^[A-Z]{2}-[0-9]{6}$/).map(personKey),
  day,
  reason: fc.constantFrom<NoticeReason>('inactivity', 'violation', 'request', 'retention'),
});
const stamp: fc.Arbitrary<NoticeStamp> = fc
  .record({
    kind: fc.constantFrom(...noticeKinds),
    organization: fc.stringMatching(/^[a-z0-9][a-z0-9-]{0,62}$/),
    drafted: day,
    marks: fc.array(mark, { minLength: 1, maxLength: 70 }),
  })
  .map((made) => ({ id: noticeId(made, made.marks), ...made }));

describe('a stamp', () => {
  it('is read back from the properties it was written to, none longer than Word keeps', () => {
    fc.assert(
      fc.property(stamp, (made) => {
        const properties = propertiesOf(made);
        expect(properties.every(({ value }) => value.length <= 255)).toBe(true);
        expect(parseStamp(properties)).toEqual(made);
      }),
    );
  });

  it('is the same in whatever order its people stand, and another for another day', () => {
    fc.assert(
      fc.property(stamp, ({ id, marks, ...made }) => {
        expect(noticeId(made, marks.toReversed())).toBe(id);
        const later = marks.map((one, i) => (i === 0 ? { ...one, day: addDays(one.day, 1) } : one));
        expect(noticeId(made, later)).not.toBe(id);
      }),
    );
  });

  it('is altered where a person was taken out of it or a part is missing', () => {
    fc.assert(
      fc.property(stamp, fc.nat(), (made, at) => {
        const properties = propertiesOf(made);
        const i = 1 + (at % (properties.length - 1));
        const name = properties[i]?.name;
        // The day it was drafted is no part of its id, and yet must be there.
        expect(parseStamp(properties.filter((one) => one.name !== name))).toBe('altered');
        const fewer = propertiesOf({ ...made, marks: made.marks.slice(1) });
        expect(parseStamp(fewer)).toBe('altered');
      }),
    );
  });

  it('is none of a document without one', () => {
    expect(parseStamp([{ name: 'Company', value: 'x' }])).toBeUndefined();
  });
});
