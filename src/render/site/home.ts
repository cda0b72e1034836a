/** The first page: the search, and the tree of organizations for whoever would rather walk. */
import type { Published } from '../../model/publish/published.ts';
import { html } from '../text/escape.ts';
import { renderFrame, told } from './frame.ts';
import { standingWords } from './words/overview.ts';
import { label, plainBoth, plainLabel, siteWords } from './words/site.ts';

/** `shelves` are the names of those the index has: what is on none is not asked for; `mark` is that of its folder. */
export function renderHome(published: Published, shelves: readonly string[], mark: string): string {
  const { organizations } = published;
  const all = [...organizations.values()];
  // What stood below one that has ended stands on top until its file says otherwise.
  const isTop = (parent: string | undefined) =>
    parent === undefined || organizations.get(parent)?.dissolved !== undefined;
  const roots = all.filter(({ above, dissolved }) => dissolved === undefined && isTop(above.at(-1)));
  const ended = all.filter(({ dissolved }) => dissolved !== undefined);
  return renderFrame({
    published,
    root: '',
    title: siteWords.title.vi,
    scripts: ['search.js'],
    data: { shelves: shelves.join(' '), domain: published.domain, index: mark },
    main: `<h1>${label('title')}</h1>
<form role="search" hidden><label for="q">${label('search')}</label>
<input id="q" type="search" autocomplete="off" autocapitalize="none" spellcheck="false" aria-describedby="hint told">
<p id="hint" class="hint">${label('searchHint')}</p></form>
<noscript><p>${label('searchWithout')}</p></noscript>
<p id="told" role="status" data-some="${plainLabel('some')}" data-none="${plainLabel('none')}" data-broken="${plainLabel('broken')}"${stateData(published)}></p>
<ul id="found" class="found"></ul>
<section aria-labelledby="tree"><h2 id="tree">${label('tree')}</h2>
${renderTree(
  published,
  roots.map(({ id }) => id),
)}</section>
${renderEnded(
  published,
  ended.map(({ id }) => id),
)}`,
  });
}

/** What the search calls the states of those it finds; nobody outside finds anybody who has one. */
const stateData = ({ audience }: Published): string =>
  audience === 'public'
    ? ''
    : Object.entries(standingWords)
        .map(([state, words]) => ` data-${state}="${html(plainBoth(words))}"`)
        .join('');

/** A branch is folded where it has more below it; the top is open. */
function renderTree(published: Published, ids: readonly string[], depth = 0): string {
  const items = ids.flatMap((id) => {
    const one = published.organizations.get(id);
    if (one === undefined || one.dissolved !== undefined) return [];
    const link = `<a href="o/${html(id)}.html">${told(one.name)}</a>`;
    const below = one.below.filter((child) => published.organizations.get(child)?.dissolved === undefined);
    // A ring of parents ends somewhere.
    if (below.length === 0 || depth > 8) return [`<li>${link}</li>`];
    const inner = renderTree(published, below, depth + 1);
    const open = depth === 0 ? ' open' : '';
    const summary = `<summary>${label('below')} (${below.length})<span class="unseen">: ${html(one.name)}</span></summary>`;
    return [`<li>${link}\n<details${open}>${summary}\n${inner}</details></li>`];
  });
  return `<ul class="tree">\n${items.join('\n')}\n</ul>\n`;
}

function renderEnded({ organizations }: Published, ids: readonly string[]): string {
  if (ids.length === 0) return '';
  const items = ids.flatMap((id) => {
    const one = organizations.get(id);
    if (one === undefined) return [];
    const successor = organizations.get(one.dissolved?.successor ?? '');
    const heir = successor && ` → <a href="o/${html(successor.id)}.html">${told(successor.name)}</a>`;
    return [`<li><a href="o/${html(id)}.html">${told(one.name)}</a>${heir ?? ''}</li>`];
  });
  return `<section aria-labelledby="over"><h2 id="over">${label('over')}</h2>\n<ul class="tree">\n${items.join('\n')}\n</ul></section>`;
}
