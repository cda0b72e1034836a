/** What is due as a calendar, read by a client's library. */
import fc from 'fast-check';
import ICAL from 'ical.js';
import { describe, expect, test } from 'vitest';
import { personKey } from '../../../../src/model/account/key.ts';
import type { DeadlineRow } from '../../../../src/model/report.ts';
import { renderCalendar } from '../../../../src/render/export/calendar.ts';
import { anyText, kept } from './hostile.ts';

const row: DeadlineRow = {
  ...{ key: personKey('LC-000017'), name: 'Nguyễn Văn An', organization: 'sokx' },
  ...{ event: 'deletion', status: 'coming', due: '2026-12-31', daysLeft: 37, change: 'delete' },
  ...{ from: '2026-05-05', document: '31/QĐ-STTTT' },
};

const textOf = (rows: readonly DeadlineRow[], language: 'vi' | 'en' = 'vi', today = '2026-11-24') =>
  renderCalendar(
    {
      ...{ rows, province: 'Lai Châu', domain: 'laichau.gov.vn', today },
      nameOf: () => 'Sở X',
      markOf: (text) => Buffer.from(text).toString('hex'),
    },
    language,
  );

function eventsOf(text: string) {
  const calendar = new ICAL.Component(ICAL.parse(text) as unknown[]);
  return calendar.getAllSubcomponents('vevent').map((one) => new ICAL.Event(one));
}

describe('a calendar', () => {
  test.each([
    ['vi', 'Nguyễn Văn An: hết thời hạn: xóa sau đó', 'sắp tới'],
    ['en', 'Nguyễn Văn An: kept: then deleted', 'coming'],
  ] as const)('has a whole day for each due date (%s)', (language, summary, category) => {
    const [event] = eventsOf(textOf([row], language));
    expect([event?.startDate.isDate, event?.startDate.toString(), event?.endDate.toString()]).toEqual([
      true,
      '2026-12-31',
      '2027-01-01',
    ]);
    expect([event?.summary, event?.description]).toEqual([summary, 'Sở X']);
    expect(event?.component.getFirstPropertyValue('categories')).toBe(category);
  });

  test('what is late stands on the day itself, with the day it was due', () => {
    const [event] = eventsOf(textOf([{ ...row, due: '2026-11-02', status: 'overdue' }], 'en'));
    expect(`${event?.startDate} ${event?.endDate}`).toBe('2026-11-24 2026-11-25');
    expect(event?.summary).toBe('Nguyễn Văn An: kept: then deleted (due 2026-11-02)');
    expect(eventsOf(textOf([{ ...row, due: '2026-11-24', status: 'now' }]))[0]?.summary).not.toContain('(');
  });

  test('tells no document and no id', () => {
    expect(textOf([row])).not.toMatch(/31\/Q|LC-0/);
  });

  test('is of its day, and of no clock', () => {
    expect(textOf([row])).toBe(textOf([row]));
    expect(
      eventsOf(textOf([row]))[0]
        ?.component.getFirstPropertyValue('dtstamp')
        ?.toString(),
    ).toBe('2026-11-24T00:00:00Z');
  });

  test('an event stays the same one when its day moves, and no two are one', () => {
    const uids = (rows: readonly DeadlineRow[]) => eventsOf(textOf(rows)).map(({ uid }) => uid);
    const [before] = uids([row]);
    expect(uids([{ ...row, due: '2027-01-15', status: 'now' }])).toEqual([before]);
    const rows: readonly DeadlineRow[] = [
      row,
      row,
      { ...row, event: 'notice' },
      { ...row, change: 'suspend' },
      { ...row, key: personKey('LC-000018') },
    ];
    expect(new Set(uids(rows)).size).toBe(rows.length);
  });

  test('has no event where nothing is due', () => {
    expect(eventsOf(textOf([]))).toEqual([]);
  });

  test('keeps to its lines and loses nothing, whatever anybody is called', () => {
    fc.assert(
      fc.property(anyText, (name) => {
        const text = textOf([{ ...row, name }, row]);
        const lines = text.split('\r\n');
        expect(lines.filter((line) => Buffer.byteLength(line) > 75 || /[\n\r]/.test(line))).toEqual([]);
        const [event] = eventsOf(text);
        const plain = kept(name.replaceAll(/\r\n?/g, '\n'));
        expect(event?.summary).toBe(`${plain}: hết thời hạn: xóa sau đó`);
      }),
    );
  });
});
