/** Judges the protection of the main branch: what somebody requires counts, and who need not keep it. */
import type { RepositoryFinding, SettingsPage, Unrequired } from '../model/github/repository-finding.ts';
import type {
  BypassActor,
  ProtectionLayer,
  RepositorySettings,
} from '../model/github/repository-settings.ts';
import { type Found, found, judgeSeen, named, planNone, sound } from './finding.ts';

/** The check run that `danhba github review` writes. */
const checkName = 'danhba';

const requires: Readonly<Record<Unrequired, (layer: ProtectionLayer) => boolean>> = {
  'pull-request': ({ pullRequest }) => pullRequest,
  'code-owners': ({ codeOwners }) => codeOwners,
  'stale-approvals': ({ staleApprovals }) => staleApprovals,
  'last-push': ({ lastPush }) => lastPush,
};

const isDanhba = ({ name }: { readonly name: string }) => name === checkName;

export function judgeProtection(settings: RepositorySettings): readonly RepositoryFinding[] {
  const branch = surveyBranch(settings);
  const required = (what: Unrequired): RepositoryFinding =>
    named(
      what,
      branch.layers.some(requires[what])
        ? sound
        : branch.otherwise(found('failed', 'unrequired', { at: branch.page, what })),
    );
  return [
    named('plan', judgePlan(settings)),
    required('pull-request'),
    required('code-owners'),
    named('codeowners-file', judgeOwnersFile(settings)),
    required('stale-approvals'),
    required('last-push'),
    // What is answered is what would be merged: a branch may be behind.
    named('up-to-date', branch.layers.length > 0 ? sound : branch.otherwise(sound)),
    named('check-required', judgeRequiredCheck(branch, settings)),
    named('history', judgeHistory(branch)),
    named('no-bypass', judgeBypass(branch)),
  ];
}

interface Branch {
  /** All that could be seen. They add up: what one of them requires is required. */
  readonly layers: readonly ProtectionLayer[];
  /** The page of the settings where it is put right. */
  readonly page: SettingsPage;
  /** What is said where no layer that was seen does it: another may, which nobody could see. */
  readonly otherwise: (finding: Found) => Found;
}

function surveyBranch({ classic, rulesets }: RepositorySettings): Branch {
  const rules = rulesets.seen ? rulesets.value : [];
  const old = classic.seen && classic.value !== undefined ? [classic.value] : [];
  const own = rules
    .toSorted((a, b) => Number(b.pullRequest) - Number(a.pullRequest))
    .find(({ source }) => source.kind === 'ruleset' && source.organization === undefined);
  const page: SettingsPage =
    own !== undefined ? pageOf(own) : { page: old.length > 0 ? 'branches' : 'new-ruleset' };
  const otherwise = (finding: Found): Found => {
    if (lacksPlan({ classic, rulesets })) return planNone;
    if (!classic.seen) return found('unseen', 'unseen', { right: 'administration' });
    return rulesets.seen ? finding : found('unseen', 'unseen', { right: 'metadata' });
  };
  return { layers: [...old, ...rules], page, otherwise };
}

function pageOf({ source }: ProtectionLayer): SettingsPage {
  if (source.kind === 'classic') return { page: 'branches' };
  return { page: 'ruleset', id: source.id, ofOrganization: source.organization !== undefined };
}

const lacksPlan = (settings: Pick<RepositorySettings, 'classic' | 'rulesets'>): boolean =>
  [settings.classic, settings.rulesets].some((part) => !part.seen && part.reason === 'plan');

function judgePlan(settings: RepositorySettings): Found {
  if (lacksPlan(settings)) return found('failed', 'plan-lacks', { at: { page: 'plan' } });
  // An empty list of rules proves nothing: a plan without protection has an empty list, too.
  const isThere = settings.classic.seen || (settings.rulesets.seen && settings.rulesets.value.length > 0);
  if (isThere) return sound;
  return found('unseen', 'unseen', { right: 'administration' });
}

function judgeOwnersFile({ ownersErrors }: RepositorySettings): Found {
  return judgeSeen(ownersErrors, 'contents', (errors) => {
    const at: SettingsPage = { page: 'codeowners' };
    if (errors === undefined) return found('failed', 'owners-none', { at });
    const [first] = errors;
    if (first === undefined) return sound;
    return found('failed', 'owners-unknown', { at, count: errors.length, first });
  });
}

/** From an app of one's own only, a workflow on a branch cannot write the check itself. */
function judgeRequiredCheck(
  { layers, page: at, otherwise }: Branch,
  { actionsApp }: RepositorySettings,
): Found {
  const apps = layers.flatMap(({ checks }) => checks.filter(isDanhba)).map(({ app }) => app);
  if (apps.length === 0) return otherwise(found('failed', 'check-none', { at }));
  const numbers = apps.filter((app) => app !== undefined);
  const [any] = numbers;
  if (any === undefined) return found('warning', 'check-any-source', { at });
  if (!actionsApp.seen) return found('warning', 'check-of-unknown', { at, app: any });
  const own = numbers.some((app) => app !== actionsApp.value);
  return own ? sound : found('warning', 'check-of-actions', { at });
}

function judgeHistory({ layers, page: at, otherwise }: Branch): Found {
  const forcePushes = layers.every((layer) => layer.forcePushes);
  const deletions = layers.every((layer) => layer.deletions);
  if (!forcePushes && !deletions) return sound;
  return otherwise(found('warning', 'history-open', { at, forcePushes, deletions }));
}

/**
 * Each of these requirements must be made by a layer that nobody may bypass: one that is made only by layers with
 * exceptions does not bind those who are excepted.
 */
function judgeBypass({ layers, page: at, otherwise }: Branch): Found {
  const kept: ((layer: ProtectionLayer) => boolean)[] = [
    requires['pull-request'],
    requires['code-owners'],
    requires['stale-approvals'],
    requires['last-push'],
    ({ checks }) => checks.some(isDanhba),
  ];
  const makers = kept.map((makes) => layers.filter(makes)).filter(({ length }) => length > 0);
  if (makers.length === 0) return otherwise(found('failed', 'unprotected', { at }));
  const doubtful = makers.filter((all) => !all.some(({ bypass }) => bypass?.length === 0));
  if (doubtful.length === 0) return sound;
  const open = new Set(doubtful.flatMap((all) => (all.every(hasExceptions) ? all : [])));
  const [first] = open;
  if (first === undefined) {
    const [hidden = []] = doubtful;
    const [layer] = hidden.filter(({ bypass }) => bypass === undefined);
    return found('unseen', 'unseen', { right: 'administration-write', ...(layer && { at: pageOf(layer) }) });
  }
  const told = [...open].map(({ source, bypass = [] }) => ({ source, actors: bypass }));
  return found('failed', 'bypass', { at: pageOf(first), layers: told });
}

const hasExceptions = ({ bypass }: { readonly bypass: readonly BypassActor[] | undefined }): boolean =>
  bypass !== undefined && bypass.length > 0;
