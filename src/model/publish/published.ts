/** The directory as it is shown to people: what may be seen of each organization and of each person, and nothing else. */
import type { CalendarDate, NameParts, OrganizationKind } from '../directory/organization.ts';
import type { Standing } from './standing.ts';
import type { Overview } from './work.ts';

/** Who reads it: everybody (16.4), or the province's own people. */
export const publicationAudiences = ['public', 'internal'] as const;

export type PublicationAudience = (typeof publicationAudiences)[number];

export interface PublishedPerson {
  /** Names its page: the local part, or the whole address where the domain is another. */
  readonly slug: string;
  readonly name: string;
  /** Where somebody recorded them; else the first syllable is the family name and the last the given name. */
  readonly nameParts?: NameParts;
  readonly title?: string;
  readonly unit?: string;
  readonly phone?: string;
  readonly address: string;
  /** What else mail reaches it by, and what it was known by: found, never shown as the address to use. */
  readonly otherAddresses: readonly string[];
  /** Told to the province's own people alone; absent for everybody else, who see nobody that is not active. */
  readonly standing?: Standing;
}

/** Who looks after an agency mailbox (9.1). */
export interface PublishedCustodian {
  readonly name: string;
  /** Absent where there is no page. */
  readonly slug?: string;
}

export interface PublishedOrganization {
  /** The id of its file, which never changes: addresses of pages are made of it. */
  readonly id: string;
  readonly name: string;
  readonly kind: OrganizationKind;
  /** Those above it that are shown, from the top. */
  readonly above: readonly string[];
  /** Those directly below it that are shown, in the order of their names. */
  readonly below: readonly string[];
  readonly address?: string;
  readonly otherAddresses: readonly string[];
  /** It is no more; who has its work now. */
  readonly dissolved?: { readonly date: CalendarDate; readonly successor?: string };
  /** Those it took the place of. */
  readonly predecessors: readonly string[];
  readonly people: readonly PublishedPerson[];
  /** Of its mailbox; internal alone, as the custodian. */
  readonly standing?: Standing;
  readonly custodian?: PublishedCustodian;
}

export interface Published {
  readonly audience: PublicationAudience;
  readonly province: string;
  readonly domain: string;
  /** By id, in the order they are shown: a parent before those below it. */
  readonly organizations: ReadonlyMap<string, PublishedOrganization>;
  /** What is to be done; internal alone, and only where a server was asked. */
  readonly overview?: Overview;
}
