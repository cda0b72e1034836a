/** Open pull requests get told by label how near their deadline is, on the emulator (6.2, 8.2). */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { listOpenPullRequests } from '../../../src/github/pull/pull-request.ts';
import { addDays, dateOfInstant } from '../../../src/model/time/date.ts';
import { deadlineOf } from '../../../src/model/time/deadline.ts';
import { labelDeadlines, labelTerm } from '../../../src/pull/deadlines.ts';
import { startGitHub, type TestGitHub } from '../../support/github.ts';

// GitHub dates a pull request by the real clock: weekends are enough of a calendar for whatever year it is.
const today = dateOfInstant(Date.now());
const thisYear = Number(today.slice(0, 4));
const calendar = new Map([thisYear, thisYear + 1].map((year) => [year, { year, weekdaysOff: [] }]));

let hub: TestGitHub;
beforeAll(async () => {
  hub = await startGitHub();
});
beforeEach(() => hub.forget());
afterAll(() => hub?.stop());

const labelsOf = async (number: number): Promise<string[]> =>
  (await hub.as('laichau', 'GET', `/issues/${number}/labels`))
    .map(({ name }: { name: string }) => name)
    .sort();

describe('open pull requests', () => {
  it('are labelled by the term their review has given them, and no others', async () => {
    await hub.commit('lan', 'mot', { 'a.yaml': 'a' });
    await hub.commit('lan', 'hai', { 'b.yaml': 'b' });
    const [first, second] = [await hub.openPull('lan', 'mot'), await hub.openPull('lan', 'hai')];
    const github = hub.open();
    await labelTerm(github, first, 3);
    expect(await labelsOf(first)).toEqual(['hạn: 3 ngày làm việc']);

    const due = deadlineOf(today, { unit: 'working-days', count: 3 }, calendar);
    if (!('due' in due)) throw new Error('no calendar');
    const labelled = async (day: string) => {
      const requests = await labelDeadlines(github, calendar, day);
      expect(requests.map(({ number, due: end }) => [number, end])).toEqual([[first, due.due]]);
      return await labelsOf(first);
    };
    expect(await labelled(today)).toEqual(['hạn: 3 ngày làm việc']);
    expect(await labelled(due.due)).toEqual(['hạn: 3 ngày làm việc', 'hạn: sắp đến']);
    expect(await labelled(addDays(due.due, 1))).toEqual(['hạn: 3 ngày làm việc', 'hạn: quá hạn']);
    expect(await labelsOf(second)).toEqual([]);
    // A review that finds nothing to do takes the term away, and with it the rest.
    await labelTerm(github, first, undefined);
    expect(await labelsOf(first)).toEqual([]);
    expect(hub.problems).toEqual([]);
  });

  it('that were merged or closed are asked nothing of', async () => {
    await hub.commit('lan', 'ba', { 'c.yaml': 'c' });
    const number = await hub.openPull('lan', 'ba');
    await labelTerm(hub.open(), number, 2);
    await hub.as('lan', 'PATCH', `/pulls/${number}`, { state: 'closed' });
    const open = (await listOpenPullRequests(hub.open())).map((pull) => pull.number);
    expect(open).not.toContain(number);
    expect(await labelDeadlines(hub.open(), calendar, addDays(today, 30))).toEqual([]);
  });
});
