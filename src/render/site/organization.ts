/** The page of an organization: where it stands, whom to write to, who works there. */

import type { Published, PublishedOrganization, PublishedPerson } from '../../model/publish/published.ts';
import { isOpen } from '../../model/publish/standing.ts';
import { dateText } from '../text/dates.ts';
import { html } from '../text/escape.ts';
import { fact, mailHref, mailTo, renderFrame, told } from './frame.ts';
import { overviewWords } from './words/overview.ts';
import { both, label, plainLabel } from './words/site.ts';
import { renderWork, standingText } from './work.ts';

export function renderOrganizationPage(published: Published, organization: PublishedOrganization): string {
  return renderFrame({
    published,
    root: '../',
    title: organization.name,
    scripts: ['copy.js'],
    main: [
      renderWay(published, organization.above),
      `<h1>${told(organization.name)}</h1>`,
      `<dl class="facts">\n${renderFacts(published, organization)}</dl>`,
      isOpen(organization) ? renderActs(organization.address, `${organization.id}.vcf`) : '',
      renderWork(published.overview?.work.get(organization.id) ?? [], '../'),
      renderBelow(published, organization),
      organization.dissolved === undefined ? renderPeople(organization) : '',
      renderLists(organization),
    ]
      .filter((part) => part !== '')
      .join('\n'),
  });
}

/** The organizations above, from the top. */
export function renderWay({ organizations }: Published, above: readonly string[]): string {
  const steps = above.flatMap((id) => {
    const name = organizations.get(id)?.name;
    return name === undefined ? [] : [`<li><a href="../o/${html(id)}.html">${told(name)}</a></li>`];
  });
  if (steps.length === 0) return '';
  return `<nav class="way" aria-label="${plainLabel('above')}"><ol>${steps.join('')}</ol></nav>`;
}

function renderFacts(published: Published, organization: PublishedOrganization): string {
  const { otherAddresses, dissolved, predecessors, standing } = organization;
  const links = predecessors.flatMap((id) => linkTo(published, id));
  const successor = dissolved?.successor === undefined ? [] : linkTo(published, dissolved.successor);
  return [
    fact(label('dissolved'), dissolved && html(dateText(dissolved.date, 'vi'))),
    fact(label('successor'), successor.join('')),
    dissolved === undefined ? fact(label('address'), addressText(organization)) : '',
    standing === undefined || standing.state === 'active'
      ? ''
      : fact(both(overviewWords.state), standingText(standing)),
    renderCustodian(published, organization),
    fact(label('otherAddresses'), otherAddresses.map((one) => html(one)).join('<br>')),
    fact(label('predecessors'), links.join('<br>')),
  ].join('');
}

function addressText(organization: PublishedOrganization): string {
  const { address } = organization;
  if (address === undefined) return label('noMailbox');
  return isOpen(organization) ? mailTo(address) : html(address);
}

/** 9.1: an agency mailbox without anybody is told, to the province's own people. */
function renderCustodian({ audience }: Published, { address, custodian }: PublishedOrganization): string {
  if (audience !== 'internal' || address === undefined) return '';
  const { name, slug } = custodian ?? {};
  const shown =
    name === undefined
      ? both(overviewWords.noCustodian)
      : slug === undefined
        ? told(name)
        : `<a href="../p/${html(slug)}.html">${told(name)}</a>`;
  return fact(both(overviewWords.custodian), shown);
}

function linkTo({ organizations }: Published, id: string): readonly string[] {
  const name = organizations.get(id)?.name;
  return name === undefined ? [] : [`<a href="../o/${html(id)}.html">${told(name)}</a>`];
}

/** Write, copy, keep; the button is shown by the script that makes it work. */
export function renderActs(address: string | undefined, card: string): string {
  if (address === undefined) return '';
  return `<p class="acts"><a class="button" href="${mailHref(address)}">${label('write')}</a>
<button type="button" class="copy" hidden data-copy="${html(address)}" data-done="${plainLabel('copied')}">${label('copy')}</button>
<a href="${html(card)}" download>${label('card')}</a></p>`;
}

function renderBelow(published: Published, { below }: PublishedOrganization): string {
  const present = below.filter((id) => published.organizations.get(id)?.dissolved === undefined);
  if (present.length === 0) return '';
  const items = present.flatMap((id) => linkTo(published, id)).map((link) => `<li>${link}</li>`);
  return `<section aria-labelledby="below"><h2 id="below">${label('below')}</h2><ul class="tree">\n${items.join('\n')}\n</ul></section>`;
}

function renderPeople({ people }: PublishedOrganization): string {
  const body = people.length === 0 ? `<p>${label('nobody')}</p>` : renderTable(people);
  return `<section aria-labelledby="people"><h2 id="people">${label('people')} (${people.filter(isOpen).length})</h2>\n${body}</section>`;
}

const columns = ['name', 'jobTitle', 'address', 'phone', 'state'] as const;

const titleOf = (column: (typeof columns)[number]): string =>
  column === 'state' ? both(overviewWords.state) : label(column);

/** Columns that nobody fills are left out. */
function renderTable(people: readonly PublishedPerson[]): string {
  const cells = {
    name: ({ slug, name }: PublishedPerson) => `<a href="../p/${html(slug)}.html">${told(name)}</a>`,
    jobTitle: ({ title, unit }: PublishedPerson) =>
      [title, unit].flatMap((one) => (one ? [told(one)] : [])).join('<br>'),
    address: (person: PublishedPerson) => (isOpen(person) ? mailTo(person.address) : html(person.address)),
    phone: ({ phone = '' }: PublishedPerson) => html(phone),
    state: ({ standing }: PublishedPerson) =>
      standing === undefined || (standing.state === 'active' && standing.until === undefined)
        ? ''
        : standingText(standing),
  } as const satisfies Record<(typeof columns)[number], (person: PublishedPerson) => string>;
  const used = columns.filter((column) => people.some((person) => cells[column](person) !== ''));
  const head = used.map((column) => `<th scope="col">${titleOf(column)}</th>`).join('');
  const rows = people.map((person) => {
    const filled = used.map((column, index) => {
      const tag = index === 0 ? 'th scope="row"' : 'td';
      return `<${tag}>${cells[column](person)}</${tag.slice(0, 2)}>`;
    });
    return `<tr${isOpen(person) ? '' : ' class="away"'}>${filled.join('')}</tr>`;
  });
  return `<table class="people"><thead><tr>${head}</tr></thead>\n<tbody>\n${rows.join('\n')}\n</tbody></table>\n`;
}

/** 16.4: what a portal of the organization takes; each under an address that stays. */
function renderLists({ id, dissolved }: PublishedOrganization): string {
  if (dissolved !== undefined) return '';
  const links = ['html', 'csv', 'json'].map(
    (kind) => `<a href="../portal/${html(id)}.${kind}">${kind.toUpperCase()}</a>`,
  );
  return `<section class="lists"><h2>${label('lists')}</h2><p>${links.join(' · ')}</p></section>`;
}
