/** What the portal of an organization takes (16.4): a fragment, a page to embed, a table, data. */

import type { Published, PublishedOrganization, PublishedPerson } from '../../model/publish/published.ts';
import { isOpen } from '../../model/publish/standing.ts';
import { renderCsv } from '../text/csv.ts';
import { html, renderJson, withoutUnseen } from '../text/escape.ts';
import { mailTo } from './frame.ts';
import { siteWords } from './words/site.ts';

const headings = ['name', 'jobTitle', 'unit', 'address', 'phone'] as const;

const rowOf = ({ name, title = '', unit = '', address, phone = '' }: PublishedPerson): readonly string[] => [
  name,
  title,
  unit,
  address,
  phone,
];

/** The agency first, then its people. */
const rowsOf = (organization: PublishedOrganization): readonly (readonly string[])[] => [
  ...(organization.address === undefined || !isOpen(organization)
    ? []
    : [[organization.name, '', '', organization.address, '']]),
  ...organization.people.filter(isOpen).map(rowOf),
];

/** Inside of another page: one table, classes that begin with danhba-, no style and no script. */
export function renderPortalFragment(organization: PublishedOrganization): string {
  const head = headings.map((one) => `<th scope="col">${html(siteWords[one].vi)}</th>`).join('');
  const rows = rowsOf(organization).map(([name = '', title = '', unit = '', address = '', phone = '']) => {
    const cells = [title, unit].map((one) => `<td>${html(one)}</td>`).join('');
    return `<tr><th scope="row">${html(name)}</th>${cells}<td>${mailTo(address)}</td><td>${html(phone)}</td></tr>`;
  });
  return `<table class="danhba-directory" lang="vi">
<caption>${html(siteWords.title.vi)} – ${html(organization.name)}</caption>
<thead><tr>${head}</tr></thead>
<tbody>
${rows.join('\n')}
</tbody>
</table>
`;
}

/** For an iframe: the fragment as a page of its own. */
export const renderPortalPage = (organization: PublishedOrganization): string => `<!doctype html>
<html lang="vi">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'self'; base-uri 'none'; form-action 'none'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${html(organization.name)}</title>
<link rel="stylesheet" href="../site.css">
<base target="_top">
</head>
<body class="embedded">
${renderPortalFragment(organization)}</body>
</html>
`;

export const renderPortalCsv = (organization: PublishedOrganization): string =>
  renderCsv([headings.map((one) => siteWords[one].vi), ...rowsOf(organization)]);

/** A portal's program puts it into a page as it is. */
const seen = (text: string | undefined): string | null => (text === undefined ? null : withoutUnseen(text));

export function renderPortalJson({ province }: Published, organization: PublishedOrganization): string {
  const { id, name, kind, people } = organization;
  const address = isOpen(organization) ? organization.address : undefined;
  const data = {
    format: 'danhba-organization/1',
    province: seen(province),
    id,
    name: seen(name),
    kind,
    address: seen(address),
    people: people.filter(isOpen).map((one) => ({
      name: seen(one.name),
      title: seen(one.title),
      unit: seen(one.unit),
      address: seen(one.address),
      phone: seen(one.phone),
    })),
  };
  return `${renderJson(data, 1)}\n`;
}
