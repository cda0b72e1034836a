/** Judges what came of the doctor's own entry: overlays that must refuse, rights that must be there, and no more of them. */
import type { Containers, DirectoryFacts } from '../model/doctor/facts.ts';
import { containerNames } from '../model/doctor/facts.ts';
import type { ServerCheckId } from '../model/doctor/finding.ts';
import type { Tried, Verdict } from '../model/doctor/trial.ts';
import { failed, type Judged, type ServerFound, sound, told, unseen, warning } from './server-finding.ts';

type TrialCheckId = Extract<
  ServerCheckId,
  | 'ldap-overlay-ppolicy'
  | 'ldap-password-quality'
  | 'ldap-overlay-unique'
  | 'ldap-clock'
  | 'ldap-rights-planner'
  | 'ldap-rights-reconciler'
>;

/** What a lease allows for (two machines a minute apart), and what a run is refused for. */
const apart = { warning: 60, failed: 86_400 };

export function judgeTrial(facts: DirectoryFacts): Judged<TrialCheckId> {
  const { trial, role } = facts;
  const otherwise =
    role === 'planner' ? unseen('reconciler') : unseen(trial.result === 'busy' ? 'busy' : 'trial');
  const ofTried = (judge: (tried: Tried) => ServerFound) =>
    trial.result === 'tried' ? judge(trial) : otherwise;
  const ahead = 'ahead' in trial ? Math.abs(trial.ahead) : undefined;
  return {
    'ldap-overlay-ppolicy':
      facts.schema?.ppolicy === false ? failed('ppolicy-none', {}) : ofTried(judgeOverlay),
    'ldap-password-quality': ofTried((tried) => judgeQuality(tried, facts)),
    'ldap-overlay-unique': ofTried(({ second }) =>
      judgeVerdict(second, failed('unique-none', {}), 'unique-said'),
    ),
    'ldap-clock': ahead === undefined ? otherwise : judgeClock(facts, ahead),
    'ldap-rights-planner': judgePlanner(facts),
    'ldap-rights-reconciler': role === 'planner' ? unseen('reconciler') : judgeReconciler(facts),
  };
}

function judgeOverlay({ keepsTime }: Tried): ServerFound {
  if (keepsTime === undefined) return unseen('trial');
  return keepsTime ? sound : failed('ppolicy-none', {});
}

/** Without the overlay, and without a policy, any password does: that is told there. */
function judgeQuality({ weak, keepsTime }: Tried, { policies, containers }: DirectoryFacts): ServerFound {
  const isMissing = containers.policies.result === 'read' && policies.every(({ name }) => name !== 'users');
  if (keepsTime === false || isMissing) return unseen('ppolicy');
  return judgeVerdict(weak, failed('quality-none', {}), 'quality-said');
}

function judgeVerdict(
  verdict: Verdict | undefined,
  accepted: ServerFound,
  said: 'unique-said' | 'quality-said',
): ServerFound {
  if (verdict === undefined) return unseen('trial');
  if (verdict === 'refused') return sound;
  return verdict === 'accepted' ? accepted : failed(said, { what: verdict.said });
}

function judgeClock({ trial }: DirectoryFacts, apartBy: number): ServerFound {
  const ahead = 'ahead' in trial ? trial.ahead : 0;
  if (apartBy > apart.failed) return failed('clock-differs', { ahead });
  return apartBy > apart.warning ? warning('clock-differs', { ahead }) : sound;
}

const hiddenOf = (containers: Containers, main: Containers = containers): readonly string[] =>
  containerNames
    .filter((name) => {
      const { result } = containers[name];
      return result === 'hidden' || (result === 'missing' && main[name].result === 'read');
    })
    .map((name) => `ou=${name}`);

const isCut = (containers: Containers): boolean =>
  containerNames.some((name) => containers[name].result === 'ended');

function judgePlanner({ role, trial, containers, planner, managed }: DirectoryFacts): ServerFound {
  if (role === 'planner') {
    const names = hiddenOf(containers);
    if (names.length > 0) return failed('containers-hidden', { names });
    if (trial.result === 'unforbidden') return failed('planner-writes', {});
    return trial.result === 'forbidden' ? sound : unseen('trial');
  }
  if (planner === undefined) return unseen('planner');
  if ('refused' in planner) return told(planner.refused);
  const names = hiddenOf(planner.facts.containers, containers);
  if (names.length > 0) return failed('containers-hidden', { names });
  if (isCut(planner.facts.containers)) return unseen('containers');
  const seen = planner.facts.managed;
  if (seen < managed) return failed('planner-fewer', { seen, there: managed });
  if (trial.result !== 'tried' || trial.planner === undefined) return unseen('trial');
  const { writes, hidden, readsHash } = trial.planner;
  if (writes) return failed('planner-writes', {});
  if (readsHash) return failed('hash-read', {});
  return hidden.length > 0 ? failed('attributes-hidden', { names: hidden }) : sound;
}

/** What the schema lacks is told there: of an entry it cannot hold, the refusal says nothing of rights. */
const canHold = ({ schema }: DirectoryFacts): boolean =>
  schema === undefined || (schema.ppolicy && schema.attributes.length === 0 && schema.classes.length === 0);

function judgeReconciler(facts: DirectoryFacts): ServerFound {
  const { trial, containers } = facts;
  const names = hiddenOf(containers);
  if (names.length > 0) return failed('containers-hidden', { names });
  if ('stays' in trial && trial.stays !== undefined) return failed('entry-stays', trial.stays);
  switch (trial.result) {
    case 'foreign':
      return failed('entry-foreign', { dn: trial.dn });
    case 'refused':
      return trial.rights || canHold(facts)
        ? failed('reconciler-refused', { what: trial.what })
        : unseen('trial');
    case 'tried':
      return judgeTried(trial);
    default:
      return unseen(trial.result === 'busy' ? 'busy' : 'trial');
  }
}

function judgeTried({ lacks, hidden, readsHash, excess }: Tried): ServerFound {
  if (lacks.length > 0) return failed('reconciler-lacks', { names: lacks });
  if (hidden.length > 0) return failed('attributes-hidden', { names: hidden });
  if (readsHash) return failed('hash-read', {});
  return excess.length > 0 ? failed('reconciler-excess', { acts: excess }) : sound;
}
