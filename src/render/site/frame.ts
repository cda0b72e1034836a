/** What every page of the directory stands in: no script but its own, nothing from elsewhere. */
import type { Published } from '../../model/publish/published.ts';
import { reportTitles } from '../report/words/report.ts';
import { html } from '../text/escape.ts';
import { overviewWords } from './words/overview.ts';
import { both, label, plainLabel, siteWords } from './words/site.ts';

export interface Frame {
  readonly published: Pick<Published, 'audience' | 'province' | 'domain' | 'overview'>;
  /** The way from the page to the folder of the site: '' or '../'. */
  readonly root: '' | '../';
  readonly title: string;
  readonly main: string;
  readonly scripts?: readonly string[];
  /** Beside that of all pages. */
  readonly styles?: readonly string[];
  /** Attributes of the document's element, for a script. */
  readonly data?: Readonly<Record<string, string>>;
}

const policy =
  "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'";

export function renderFrame({
  published,
  root,
  title,
  main,
  scripts = [],
  styles = [],
  data = {},
}: Frame): string {
  const attributes = Object.entries(data).map(([name, value]) => ` data-${name}="${html(value)}"`);
  const site = `${siteWords.title.vi} – ${published.province}`;
  const isHome = root === '' && title === siteWords.title.vi;
  return `<!doctype html>
<html lang="vi"${attributes.join('')}>
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="danhba-audience" content="${published.audience}">
<meta name="referrer" content="no-referrer">
<meta name="color-scheme" content="light dark">
<title>${html(isHome ? site : `${title} – ${site}`)}</title>
${['site.css', ...styles].map((style) => `<link rel="stylesheet" href="${root}${style}">\n`).join('')}${scripts.map((script) => `<script src="${root}${script}" defer></script>\n`).join('')}</head>
<body>
<a class="skip" href="#content">${plainLabel('skip')}</a>
<header>
<p>${isHome ? html(site) : `<a href="${root}index.html">${html(site)}</a>`} <span class="en" lang="en">${html(siteWords.title.en)}</span></p>
${published.audience === 'internal' ? `<p class="internal">${label('internal')}</p>\n` : ''}${published.overview === undefined ? '' : `<p><a href="${root}overview.html">${both(overviewWords.title)}</a> · <a href="${root}usage.html">${both(reportTitles.usage)}</a></p>\n`}</header>
<main id="content">
${main}
</main>
</body>
</html>
`;
}

/** Whom a page was made for; undefined of any other page. */
export const audienceOf = (page: string): string | undefined =>
  /<meta name="danhba-audience" content="([a-z]+)">/.exec(page)?.[1];

/** A row of facts; nothing where there is none. */
export const fact = (name: string, value: string | undefined): string =>
  value === undefined || value === '' ? '' : `<div><dt>${name}</dt><dd>${value}</dd></div>\n`;

/** Text that others wrote: its direction is its own, and ends with it. */
export const told = (text: string): string => `<bdi>${html(text)}</bdi>`;

export const mailTo = (address: string): string => `<a href="${mailHref(address)}">${html(address)}</a>`;

/** RFC 6068: what an address may hold that a link may not; it writes to that address and to no other. */
export const mailHref = (address: string): string => {
  const encoded = encodeURIComponent(address.toWellFormed());
  return html(`mailto:${encoded.replaceAll('%40', '@').replaceAll('%2B', '+')}`);
};
