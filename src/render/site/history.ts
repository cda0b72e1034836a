/** The weeks before, as pictures: what was done, what is held, how many mailboxes there are. */
import { deedGroups, type History, type Week } from '../../model/publish/history.ts';
import { type LineChart, renderLines } from '../chart/lines.ts';
import { dateText } from '../text/dates.ts';
import { stateWords } from '../text/values.ts';
import { deedWords, overviewWords } from './words/overview.ts';
import { both, type Label, plainBoth } from './words/site.ts';

export function renderHistory(history: History | 'broken'): string {
  const heading = `<h2 id="weeks">${both(overviewWords.weeks)}</h2>`;
  const open = `<section aria-labelledby="weeks">${heading}\n`;
  if (history === 'broken') return `${open}<p class="alarm">${both(overviewWords.broken)}</p></section>`;
  const { weeks } = history;
  // One picture each: two thousand that were issued would hide the two that were suspended.
  const deeds = deedGroups
    .filter((group) => weeks.some(({ made }) => made[group] > 0))
    .map((group) =>
      chartOf(
        `made-${group}`,
        {
          vi: `${overviewWords.deeds.vi}: ${deedWords[group].vi}`,
          en: `${overviewWords.deeds.en}: ${deedWords[group].en}`,
        },
        weeks,
        [{ name: deedWords[group], of: ({ made }) => made[group] }],
      ),
    );
  const charts = [
    ...deeds,
    chartOf('held-over', overviewWords.heldOver, weeks, [
      { name: overviewWords.heldOver, of: ({ held }) => held },
    ]),
    chartOf('active-over', overviewWords.activeOver, weeks, [
      { name: stateWords.active, of: ({ accounts }) => accounts?.active },
    ]),
    chartOf('locked-over', overviewWords.lockedOver, weeks, [
      { name: stateWords.suspended, of: ({ accounts }) => accounts?.suspended },
      { name: stateWords.terminated, of: ({ accounts }) => accounts?.terminated },
    ]),
  ];
  return `${open}<p>${both(overviewWords.weeksHow)}</p>\n<div class="charts">\n${charts.filter((one) => one !== '').join('\n')}\n</div></section>`;
}

interface Told {
  readonly name: Label;
  readonly of: (week: Week) => number | undefined;
}

/** Nothing where nothing is told: an empty picture would say that it was none. */
function chartOf(id: string, title: Label, weeks: readonly Week[], told: readonly Told[]): string {
  const lines: LineChart['lines'] = told.map(({ name, of }) => ({ name: both(name), values: weeks.map(of) }));
  if (lines.every(({ values }) => values.every((value) => value === undefined))) return '';
  const days = weeks.map(({ monday }) => dateText(monday, 'vi'));
  return renderLines({
    id,
    title: plainBoth(title),
    description: `${days[0] ?? ''} – ${days.at(-1) ?? ''}: ${told.map(({ name }) => plainBoth(name)).join('; ')}`,
    caption: both(title),
    numbers: both(overviewWords.numbers),
    step: both(overviewWords.week),
    steps: days,
    lines,
  });
}
