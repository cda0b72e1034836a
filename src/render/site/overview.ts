/** The first page of the internal directory: what is late, waits, is held or ends, by who has to act and by organization. */
import type { Published } from '../../model/publish/published.ts';
import { type Overview, type Work, type WorkClass, workClasses } from '../../model/publish/work.ts';
import { dateText } from '../text/dates.ts';
import { html } from '../text/escape.ts';
import { stateWords } from '../text/values.ts';
import { renderFrame, told } from './frame.ts';
import { renderHistory } from './history.ts';
import { type Actor, actorWords, classWords, overviewWords } from './words/overview.ts';
import { both, type Label, plainBoth } from './words/site.ts';
import { actorOf, renderWork, wordsOf } from './work.ts';

export function renderOverview(published: Published, overview: Overview): string {
  const all = [...overview.work.values()].flat();
  return renderFrame({
    published,
    root: '',
    title: plainBoth(overviewWords.title),
    main: [
      `<h1>${both(overviewWords.title)} – ${dateText(overview.today, 'vi')}</h1>`,
      renderGlance(all, overview),
      renderActors(all, published),
      renderOrganizations(published, overview),
      renderElsewhere(published, overview),
      overview.history === undefined ? '' : renderHistory(overview.history),
    ]
      .filter((part) => part !== '')
      .join('\n'),
  });
}

const section = (id: string, title: Label, body: string): string =>
  `<section aria-labelledby="${id}"><h2 id="${id}">${both(title)}</h2>\n${body}</section>`;

/** The figures, and what could not be seen: that nothing was found says nothing where nobody could look. */
function renderGlance(all: readonly Work[], overview: Overview): string {
  const counts = countBy(all);
  const figures = workClasses.map((kind) => {
    const count = counts.get(kind) ?? 0;
    return `<div class="${kind}"><dt>${both(classWords[kind])}</dt><dd${count > 0 ? ' class="some"' : ''}>${count}</dd></div>`;
  });
  const states = (['active', 'suspended', 'terminated'] as const).map((state) => {
    const count = overview.accounts[state];
    const { vi, en } = stateWords[state];
    return { vi: `${vi} ${count}`, en: `${en} ${count}` };
  });
  const accounts = {
    vi: `${overviewWords.accounts.vi}: ${states.map(({ vi }) => vi).join(', ')}.`,
    en: `${overviewWords.accounts.en}: ${states.map(({ en }) => en).join(', ')}.`,
  };
  const notes = [
    accounts,
    ...(overview.mailUnseen === 'skipped' ? [overviewWords.mailSkipped] : []),
    ...(overview.mailUnseen === 'unreachable' ? [overviewWords.mailUnreachable] : []),
    ...(overview.accessDoubt === undefined ? [] : [overviewWords.accessDoubt]),
  ];
  return section(
    'glance',
    overviewWords.glance,
    `<dl class="figures">\n${figures.join('\n')}\n</dl>\n${notes.map((note) => `<p>${both(note)}</p>`).join('\n')}\n`,
  );
}

const countBy = (work: readonly Work[]): ReadonlyMap<WorkClass, number> => {
  const counts = new Map<WorkClass, number>();
  for (const one of work) counts.set(one.class, (counts.get(one.class) ?? 0) + 1);
  return counts;
};

/** Each with what it has to do, and where: the mailboxes stand on the pages of their organizations. */
function renderActors(all: readonly Work[], published: Published): string {
  const byActor = Map.groupBy(all, actorOf);
  const actors = (Object.keys(actorWords) as Actor[]).map((actor) => {
    const work = byActor.get(actor) ?? [];
    const groups = Map.groupBy(work, (one) => JSON.stringify([one.class, wordsOf(one.what)]));
    const items = [...groups.values()].map((same) => renderGroup(same as [Work, ...Work[]], published));
    const body =
      items.length === 0
        ? `<p>${both(overviewWords.nothing)}</p>`
        : `<ul class="groups">\n${items.join('\n')}\n</ul>`;
    return `<h3 id="${actor}">${both(actorWords[actor])} (${work.length})</h3>\n${body}\n`;
  });
  return section('who', overviewWords.byActor, actors.join(''));
}

/** More organizations than these are folded. */
const shownAtOnce = 5;

function renderGroup(same: readonly [Work, ...Work[]], { organizations }: Published): string {
  const [first] = same;
  const where = [...Map.groupBy(same, ({ organization }) => organization)].map(([id, some]) => {
    const name = organizations.get(id)?.name;
    const place =
      name === undefined
        ? `<a href="#elsewhere">${both(overviewWords.elsewhere)}</a>`
        : `<a href="o/${html(id)}.html#work">${told(name)}</a>`;
    return `${place} (${some.length})`;
  });
  const list = where.join(', ');
  const places =
    where.length <= shownAtOnce
      ? list
      : `<details><summary>${where.length} ${both(overviewWords.several)}</summary>${list}</details>`;
  return `<li class="${first.class}"><b>${both(classWords[first.class])}</b> · ${both(wordsOf(first.what))} (${same.length}): ${places}</li>`;
}

/** Whoever has most that is late stands first; those with nothing to do are folded. */
function renderOrganizations({ organizations }: Published, { work }: Overview): string {
  const all = [...organizations.values()].filter(({ dissolved }) => dissolved === undefined);
  const busy = all
    .flatMap((one) => {
      const own = work.get(one.id);
      return own === undefined ? [] : [{ ...one, own, counts: countBy(own) }];
    })
    .sort(
      (a, b) =>
        (b.counts.get('overdue') ?? 0) - (a.counts.get('overdue') ?? 0) || b.own.length - a.own.length,
    );
  const rows = busy.map(({ id, name, counts }) => {
    const figures = workClasses.flatMap((kind) => {
      const count = counts.get(kind);
      return count === undefined ? [] : [`<li class="${kind}">${both(classWords[kind])}: ${count}</li>`];
    });
    return `<tr><th scope="row"><a href="o/${html(id)}.html#work">${told(name)}</a></th><td><ul class="counts">${figures.join('')}</ul></td></tr>`;
  });
  const quiet = all.filter(({ id }) => !work.has(id));
  const others = quiet.map(({ id, name }) => `<li><a href="o/${html(id)}.html">${told(name)}</a></li>`);
  const table = `<table class="people"><thead><tr><th scope="col">${both({ vi: 'Cơ quan', en: 'Organization' })}</th><th scope="col">${both(overviewWords.what)}</th></tr></thead>
<tbody>
${rows.join('\n')}
</tbody></table>
`;
  const folded = `<details><summary>${quiet.length} ${both(overviewWords.quiet)}</summary><ul class="tree">\n${others.join('\n')}\n</ul></details>\n`;
  return section(
    'organizations',
    overviewWords.byOrganization,
    `${rows.length === 0 ? '' : table}${quiet.length === 0 ? '' : folded}`,
  );
}

/** What belongs to no page: of an organization that is gone, or of the mail server alone. */
function renderElsewhere({ organizations }: Published, { work }: Overview): string {
  const rest = [...work].flatMap(([id, some]) => (organizations.has(id) ? [] : some));
  if (rest.length === 0) return '';
  return `<div id="elsewhere">\n${renderWork(rest, '', overviewWords.elsewhere)}</div>`;
}
