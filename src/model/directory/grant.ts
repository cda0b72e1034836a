/** What the operator lets an account, or an organization, have outside of its own space: directory/grants.yaml. */

import type { Key } from '../account/key.ts';
import type { Declared } from './declared.ts';
import type { CalendarDate } from './organization.ts';

/** One of `address` and `suffix`, one of `holder` and `organization`: parse-directory sees to it. */
export interface Grant {
  readonly address?: string;
  /** What every address it lets pass ends in, after a dot. */
  readonly suffix?: string;
  readonly holder?: Key;
  /** Every account of this organization's file, its own included. */
  readonly organization?: string;
  readonly document: string;
  /** In force from this day. */
  readonly date: CalendarDate;
}

export interface GrantsFile {
  readonly file: string;
  readonly grants: readonly Grant[];
}

/** Who asks: an account, by its key, and the organization whose file declares it. */
export interface Asker {
  readonly key: Key;
  readonly organization: string;
}

export const askerOf = ({ key, organization }: Pick<Declared, 'key' | 'organization'>): Asker => ({
  key,
  organization: organization.id,
});

const isFor = ({ holder, organization }: Grant, asker: Asker): boolean =>
  holder === asker.key || organization === asker.organization;

/** The grant in force that lets the account have the address; the one that names the address comes first. */
export function grantOf(
  grants: readonly Grant[],
  address: string,
  asker: Asker,
  today: CalendarDate,
): Grant | undefined {
  const [localPart = ''] = address.split('@');
  const mine = grants.filter((grant) => grant.date <= today && isFor(grant, asker));
  return (
    mine.find((grant) => grant.address?.toLowerCase() === address) ??
    mine.find(({ suffix }) => suffix !== undefined && localPart.endsWith(`.${suffix}`))
  );
}

/** The grant in force that lets the organization's people have this suffix. */
export function suffixGrantOf(
  grants: readonly Grant[],
  suffix: string,
  organization: string,
  today: CalendarDate,
): Grant | undefined {
  return grants.find(
    (grant) => grant.suffix === suffix && grant.organization === organization && grant.date <= today,
  );
}
