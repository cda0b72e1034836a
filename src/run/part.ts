/** The part of a run that one organization sees: which ids there are, and which problems are its own. */
import { scopeOf } from '../model/account/account.ts';
import { ExpectedError } from '../model/problems/errors.ts';
import { nearestWords } from '../model/text/nearest-word.ts';
import { problemsOf } from '../report/part.ts';
import type { Proposal } from './propose.ts';

const namedAtMost = 3;

/** One that only the server still knows has its part too. @throws ExpectedError of an id nobody has. */
export function refuseUnknownOrganization({ desired, accounts }: Proposal, asked: string): void {
  const declared = desired.directory?.organizations.map(({ organization }) => organization.id) ?? [];
  refuseUnknownId(new Set([...declared, ...accounts.map(scopeOf)].filter((id) => id !== '')), asked);
}

/** @throws ExpectedError where the id is none of these, with those that resemble it. */
export function refuseUnknownId(known: ReadonlySet<string>, asked: string): void {
  if (known.has(asked)) return;
  const nearest = nearestWords(asked, [...known], namedAtMost);
  throw nearest.length === 0
    ? new ExpectedError('organization-unknown.far', { at: asked })
    : new ExpectedError('organization-unknown.near', { at: asked, nearest });
}

export function problemsIn(proposal: Proposal, organization: string): Proposal {
  const { organizations = [], unreadable = [] } = proposal.desired.directory ?? {};
  const file =
    organizations.find((one) => one.organization.id === organization)?.file ??
    unreadable.find(({ id }) => id === organization)?.file;
  return { ...proposal, problems: problemsOf(proposal.problems, organization, file) };
}
