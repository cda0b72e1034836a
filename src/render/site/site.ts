/** Every file of the directory's site, one after another: the same input gives the same bytes. */

import type { Published } from '../../model/publish/published.ts';
import type { SearchIndex } from '../../model/publish/search-index.ts';
import { isOpen } from '../../model/publish/standing.ts';
import type { ReportOf } from '../../model/report.ts';
import { renderReportBody } from '../report/body.ts';
import { reportTitles } from '../report/words/report.ts';
import { renderJson, visible } from '../text/escape.ts';
import type { Language } from '../text/wording.ts';
import { renderOrganizationCard, renderPersonCard } from './card.ts';
import { renderFrame } from './frame.ts';
import { renderHome } from './home.ts';
import { renderOrganizationPage } from './organization.ts';
import { renderOverview } from './overview.ts';
import { renderPersonPage } from './person.ts';
import { renderPortalCsv, renderPortalFragment, renderPortalJson, renderPortalPage } from './portal.ts';
import { plainBoth } from './words/site.ts';

export interface SiteFile {
  /** Below the folder of the site, with "/" between. */
  readonly path: string;
  readonly text: string;
}

/** Of the internal directory alone. */
export interface UsagePage {
  readonly report: ReportOf<'usage'>;
  readonly language: Language;
}

/** What is made elsewhere, for these rooms have neither codes nor hashes. */
export interface Tools {
  /** A text as a QR code, with what is read to those who do not see it. */
  readonly svgOf: (text: string, label: string) => string;
  /** A mark made of texts, in letters and digits: the same for the same texts alone. */
  readonly markOf: (texts: readonly string[]) => string;
}

export function* renderSite(
  published: Published,
  index: SearchIndex,
  { svgOf, markOf }: Tools,
  usage?: UsagePage,
): Generator<SiteFile> {
  const { overview } = published;
  const data = [...renderData(index)];
  // Whoever has a page open, or a part of another day in a cache, is never shown one index by the numbers of another.
  const mark = markOf(data.map(({ text }) => text));
  yield { path: 'index.html', text: renderHome(published, [...index.words.keys()], mark) };
  if (overview !== undefined) yield { path: 'overview.html', text: renderOverview(published, overview) };
  if (usage !== undefined) yield { path: 'usage.html', text: renderUsage(published, usage) };
  for (const organization of published.organizations.values()) {
    const { id, address, people, dissolved } = organization;
    const work = Map.groupBy(overview?.work.get(id) ?? [], ({ slug }) => slug);
    yield { path: `o/${id}.html`, text: renderOrganizationPage(published, organization) };
    if (address !== undefined && isOpen(organization))
      yield { path: `o/${id}.vcf`, text: renderOrganizationCard(organization) };
    if (dissolved === undefined) {
      yield { path: `portal/${id}.html`, text: renderPortalFragment(organization) };
      yield { path: `portal/${id}.page.html`, text: renderPortalPage(organization) };
      yield { path: `portal/${id}.csv`, text: renderPortalCsv(organization) };
      yield { path: `portal/${id}.json`, text: renderPortalJson(published, organization) };
    }
    for (const person of people) {
      const text = renderPersonPage(published, organization, person, svgOf, work.get(person.slug) ?? []);
      yield { path: `p/${person.slug}.html`, text };
      if (!isOpen(person)) continue;
      yield { path: `p/${person.slug}.vcf`, text: renderPersonCard(person, organization) };
    }
  }
  for (const { path, text } of data) yield { path: `data/${mark}/${path}`, text };
}

/** 13.9, 15: the report, in the look of the other pages. */
const renderUsage = (published: Published, { report, language }: UsagePage): string =>
  renderFrame({
    published,
    root: '',
    title: plainBoth(reportTitles.usage),
    styles: ['report.css'],
    main: renderReportBody(report, language),
  });

/** As the pages write it: the search shows what it has loaded as it is. */
const shown = (record: readonly (string | number | undefined)[]) =>
  record.map((value) => (typeof value === 'string' ? visible(value) : value));

/** Scripts, so that a page in a folder may load them too; below the folder of their mark. */
function* renderData({ organizations, people, words }: SearchIndex): Generator<SiteFile> {
  yield {
    path: 'organizations.js',
    text: `danhba.organizations(${renderJson(organizations.map(shown))});\n`,
  };
  for (const [number, part] of people.entries()) {
    yield { path: `p/${number}.js`, text: `danhba.people(${number},${renderJson(part.map(shown))});\n` };
  }
  for (const [name, shelf] of words) {
    yield { path: `w/${name}.js`, text: `danhba.shelf(${renderJson(name)},${renderJson(shelf)});\n` };
  }
}
