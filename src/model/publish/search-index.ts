/** The index the directory’s page searches, cut so that a telephone loads no more than the words it asks for. */

import type { Standing } from './standing.ts';

/** How many people a part holds: about 25 kB. */
export const peopleInPart = 250;

/** One organization: its page, its name, its address, the words it is found by, its first person and how many. */
export type OrganizationRecord = readonly [
  id: string,
  name: string,
  address: string,
  words: string,
  first: number,
  count: number,
];

/** One person: page, name, title, address, the number of the organization; the state of whoever is not active. */
export type PersonRecord = readonly [
  slug: string,
  name: string,
  title: string,
  address: string,
  organization: number,
  state?: Standing['state'],
];

export interface SearchIndex {
  readonly organizations: readonly OrganizationRecord[];
  /** In parts of `peopleInPart`. */
  readonly people: readonly (readonly PersonRecord[])[];
  /** By the first two letters of a word, each word with the numbers of the people it finds: steps from one to the next. */
  readonly words: ReadonlyMap<string, Readonly<Record<string, string>>>;
}
