/** What the operator may set about addresses, with the values of Decision 13/2019 Article 5 as defaults. */
import type { OrganizationKind } from '../model/directory/organization.ts';
import { reservedLocalParts } from './reserved.ts';

/** The kinds whose local part is written out in the rule book and not made from the name. */
export type FixedKind = 'people-committee' | 'city';

export interface NamingPolicy {
  /** The mail domain; every address of the directory is under it. */
  readonly domain: string;
  /** The province's own name: it adds nothing to an abbreviation and names the city of 5.1.b. */
  readonly province: string;
  /**
   * One template per kind, of `{given}` `{initials}` `{suffix}` (person) or `{code}` `{name}` `{parent}`
   * (organizations). `commune-of-province`, `ward-of-province` and `town-of-province` hold for units directly
   * under the province (since 1 July 2025): the rule book has no form for them, so there is no default.
   */
  readonly forms: Readonly<Record<string, string>>;
  /** The local parts the rule book writes out: `ubnd` (5.1.a) and `tplc` (5.1.b); they hold even where left out. */
  readonly fixed: { readonly [K in FixedKind]?: string };
  readonly reserved: readonly string[];
  /** Domains in which accounts keep the addresses they had (13.7), never a new one. */
  readonly legacyDomains?: readonly string[];
}

/** The local parts no policy can do without: 5.1.a and 5.1.b write them out. */
const ruleBookFixed = { 'people-committee': 'ubnd', city: 'tplc' } as const;

/** The local part written out for the provincial People's Committee or for the city. */
export const fixedFor = (kind: FixedKind, policy: NamingPolicy): string =>
  policy.fixed[kind] ?? ruleBookFixed[kind];

export const isFixedKind = (kind: OrganizationKind | 'person'): kind is FixedKind =>
  kind === 'people-committee' || kind === 'city';

export const defaultNamingPolicy: NamingPolicy = {
  domain: 'laichau.gov.vn',
  province: 'Lai Châu',
  forms: {
    person: '{given}{initials}.{suffix}',
    provincial: '{code}',
    'provincial-unit': '{code}.{parent}',
    district: '{name}',
    'district-room': '{code}.{parent}',
    commune: '{name}.{parent}',
    ward: '{name}.{parent}',
    town: '{code}.{parent}',
  },
  fixed: ruleBookFixed,
  reserved: reservedLocalParts,
};
