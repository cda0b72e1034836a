/** The page of a person: what is shown of him, how to write to him, a card to keep. */

import type { Published, PublishedOrganization, PublishedPerson } from '../../model/publish/published.ts';
import { isOpen } from '../../model/publish/standing.ts';
import type { Work } from '../../model/publish/work.ts';
import { html } from '../text/escape.ts';
import { renderScannedCard } from './card.ts';
import { fact, mailTo, renderFrame, told } from './frame.ts';
import { renderActs, renderWay } from './organization.ts';
import { overviewWords } from './words/overview.ts';
import { both, label, plainLabel } from './words/site.ts';
import { renderWork, standingText } from './work.ts';

/** `svgOf` draws a text as a QR code, with what is read to those who do not see it; `work` is what is to be done about it. */
export function renderPersonPage(
  published: Published,
  organization: PublishedOrganization,
  person: PublishedPerson,
  svgOf: (text: string, label: string) => string,
  work: readonly Work[],
): string {
  const { slug, name, title, unit, phone, address, otherAddresses, standing } = person;
  const open = isOpen(person);
  const code = `<figure class="code">${svgOf(renderScannedCard(person, organization), plainLabel('code'))}<figcaption>${label('code')}</figcaption></figure>`;
  return renderFrame({
    published,
    root: '../',
    title: name,
    scripts: ['copy.js'],
    main: `${renderWay(published, [...organization.above, organization.id])}
<h1>${told(name)}</h1>
<dl class="facts">
${fact(label('jobTitle'), title && told(title))}${fact(label('unit'), unit && told(unit))}${fact(
  label('organization'),
  `<a href="../o/${html(organization.id)}.html">${told(organization.name)}</a>`,
)}${fact(label('address'), open ? mailTo(address) : html(address))}${fact(
  label('otherAddresses'),
  otherAddresses.map((one) => html(one)).join('<br>'),
)}${fact(label('phone'), phone && html(phone))}${fact(
  both(overviewWords.state),
  standing && standingText(standing),
)}</dl>
${open ? `${renderActs(address, `${slug}.vcf`)}\n${code}` : ''}${renderWork(work, '../')}`,
  });
}
