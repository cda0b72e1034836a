/** Tells merged pull requests what an earlier run has done for them and could not say: once, by its day, by the audit. */
import type { GitHub } from '../github/connect/open.ts';
import { listNewestPullRequests, type PullRequest } from '../github/pull/pull-request.ts';
import { listMarkers, readOwnMarkers, writeStickyComment } from '../github/talk/comments.ts';
import type { Account } from '../model/account/account.ts';
import { type Key, parseKey } from '../model/account/key.ts';
import type { Directory } from '../model/directory/directory.ts';
import type { CalendarDate } from '../model/directory/organization.ts';
import { isDone, type Outcome } from '../model/plan/outcome.ts';
import { ExpectedError } from '../model/problems/errors.ts';
import { addDays } from '../model/time/date.ts';
import { type DeedLine, renderDoneLate } from '../render/github/follow-up.ts';
import { accountsAfter } from '../run/carry-out.ts';
import type { EarlierDeed } from '../run/earlier-deeds.ts';
import type { Proposal } from '../run/propose.ts';
import { asAsked, withDueDays } from './deadlines.ts';

/** One for each plan and day: what a run has told, no other tells again, and two that lost their comments have two. */
export const deedsMarker = (day: string, digest: string): string =>
  `done-${day}-${digest.replace(/^sha256:/, '').slice(0, 12)}`;

export interface LateWork {
  readonly proposal: Proposal;
  readonly outcomes: readonly Outcome[];
  readonly readEarlier: () => Promise<readonly EarlierDeed[]>;
}

interface Untold {
  readonly pull: PullRequest;
  /** All that came by the same commit: where GitHub has several, the run may have told another. */
  readonly numbers: readonly number[];
  readonly marker: string;
  /** Of the run that did it. */
  readonly day: CalendarDate;
  readonly deeds: readonly EarlierDeed[];
}

/** @throws the first ExpectedError, once all of them were tried. */
export async function tellLate(github: GitHub, work: LateWork): Promise<void> {
  const { directory, language } = work.proposal.desired;
  const earlier = await work.readEarlier();
  if (directory === undefined || !earlier.some(({ asked }) => asked.length > 0)) return;
  const found = groupByComment(earlier, await listNewestPullRequests(github));
  if (found.length === 0) return;
  const { seen, from } = await listMarkers(github, Math.min(...found.map(({ day }) => wellBefore(day))));
  const known = lookUp(earlier, work);
  let failure: ExpectedError | undefined;
  for (const one of found) {
    const { pull, numbers, marker, day } = one;
    const isTold = numbers.some((number) => seen.has(`${number} ${marker}`));
    // Older than what was looked through, it may have been told.
    if (isTold || wellBefore(day) < from) continue;
    try {
      // What another run is saying in this moment stays as it says it.
      if ((await readOwnMarkers(github, pull.number, [marker])).size > 0) continue;
      const lines = linesOf(one, directory, known);
      const days = { day, today: work.proposal.plan.today };
      await writeStickyComment(github, pull.number, marker, renderDoneLate(lines, days, language));
    } catch (thrown) {
      if (!(thrown instanceof ExpectedError)) throw thrown;
      failure ??= thrown;
    }
  }
  if (failure !== undefined) throw failure;
}

/** An instant before the run: GitHub's clock and the machine's need not agree. */
const wellBefore = (day: CalendarDate): number => Date.parse(addDays(day, -1));

/** Pull requests are known by the commit they came by: of one that was rebased, by its last. */
function groupByComment(earlier: readonly EarlierDeed[], pulls: readonly PullRequest[]): readonly Untold[] {
  const byCommit = Map.groupBy(pulls, ({ merged }) => merged?.commit);
  const found = new Map<string, Untold & { readonly deeds: EarlierDeed[] }>();
  for (const deed of earlier) {
    for (const [commit, parts] of Map.groupBy(deed.asked, (one) => one.commit)) {
      const [pull, ...more] = byCommit.get(commit) ?? [];
      if (pull === undefined) continue;
      const marker = deedsMarker(deed.today, deed.plan);
      const place = `${pull.number} ${marker}`;
      const numbers = [pull, ...more].map(({ number }) => number);
      const one = found.get(place) ?? { pull, numbers, marker, day: deed.today, deeds: [] };
      found.set(place, one);
      one.deeds.push({ ...deed, asked: parts });
    }
  }
  return [...found.values()];
}

/** What is told of each deed, by its key: looked up once, for a run may have issued a whole province. */
interface Known {
  readonly accounts: ReadonlyMap<Key, Account>;
  readonly declared: ReadonlyMap<Key, string>;
  /** The last run that did anything for it. */
  readonly lastRun: ReadonlyMap<Key, string>;
  readonly doneNow: ReadonlySet<string>;
}

function lookUp(earlier: readonly EarlierDeed[], { proposal, outcomes }: LateWork): Known {
  return {
    // Of two of one key the first counts.
    accounts: new Map(
      accountsAfter(proposal, outcomes)
        .toReversed()
        .map((one) => [one.key, one]),
    ),
    declared: new Map(proposal.desired.declared.toReversed().map(({ key, name }) => [key, name])),
    lastRun: new Map(earlier.map(({ key, run }) => [key, run])),
    doneNow: new Set(outcomes.filter(isDone).map(({ key }) => key)),
  };
}

function linesOf(
  { pull, deeds }: Untold,
  directory: Directory,
  { accounts, declared, lastRun, doneNow }: Known,
): readonly DeedLine[] {
  return deeds.flatMap(({ key, result, asked, run }): readonly DeedLine[] => {
    const [kind] = asked.map((one) => one.kind);
    if (kind === undefined) return [];
    const account = accounts.get(key);
    const name = account?.name ?? declared.get(key) ?? parseKey(key)?.id ?? key;
    // What a later run has changed was another address then; a transfer gives the key away.
    const isSame = lastRun.get(key) === run && !doneNow.has(key);
    const address = isSame && kind !== 'transfer' ? account?.address : undefined;
    return withDueDays([{ kind, key, why: asAsked }], pull, directory).map(({ why: { due } }) => ({
      kind,
      name,
      address,
      due,
      result,
    }));
  });
}
