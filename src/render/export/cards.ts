/** The directory as vCards: one file of them all in version 4.0, or one file each in 2.1, as Outlook takes them. */
import type { PublishedOrganization } from '../../model/publish/published.ts';
import { renderOrganizationCard, renderPersonCard } from '../site/card.ts';
import { renderCard21 } from './card21.ts';

/** RFC 6350 §3.3: a file is any number of cards. One text for each organization. */
export function* renderCards(organizations: Iterable<PublishedOrganization>): Generator<string> {
  for (const organization of organizations) {
    const own = organization.address === undefined ? [] : [renderOrganizationCard(organization)];
    yield [...own, ...organization.people.map((person) => renderPersonCard(person, organization))].join('');
  }
}

/** Named as the cards of the published pages are. */
export function* renderCardFiles(organizations: Iterable<PublishedOrganization>) {
  for (const { id, name, address, people } of organizations) {
    if (address !== undefined) yield { path: `o/${id}.vcf`, text: renderCard21({ name, address }, name) };
    for (const person of people) yield { path: `p/${person.slug}.vcf`, text: renderCard21(person, name) };
  }
}
