/** Judges the machine danhba runs on: its programs, its idea of the day, and the folders of its state. */
import type { FolderFacts, MachineFacts } from '../model/doctor/facts.ts';
import type { ServerCheckId } from '../model/doctor/finding.ts';
import { failed, type Judged, type ServerFound, sound, warning } from './server-finding.ts';

/** `engines` of package.json, and what merging without a work tree needs (decision 0033). */
export const neededVersions = { node: '22.18', git: '2.38' } as const;

/** A journal, an audit and the sealed passwords of a whole province take less. */
const neededMiB = 100;

type MachineCheckId = Extract<
  ServerCheckId,
  'node' | 'git' | 'time-zone' | 'state-folder' | 'credentials-folder'
>;

export function judgeMachine(facts: MachineFacts): Judged<MachineCheckId> {
  const { node, git, zoneDate, today } = facts;
  return {
    node: isAtLeast(node, neededVersions.node) ? sound : failed('node-old', { version: node }),
    git:
      git === undefined
        ? warning('git-none', {})
        : isAtLeast(git, neededVersions.git)
          ? sound
          : warning('git-old', { version: git }),
    'time-zone':
      zoneDate === undefined
        ? failed('zone-none', {})
        : zoneDate === today
          ? sound
          : failed('zone-differs', { there: zoneDate, here: today }),
    'state-folder': judgeFolder(facts.state),
    'credentials-folder': judgeFolder(facts.credentials),
  };
}

function judgeFolder({ folder, writable, open, freeMiB }: FolderFacts): ServerFound {
  if (!writable) return failed('folder-unwritable', { folder });
  if (freeMiB < neededMiB) return failed('folder-full', { folder, freeMiB });
  return open ? warning('folder-open', { folder }) : sound;
}

function isAtLeast(version: string, needed: string): boolean {
  const [major = 0, minor = 0] = version.replace(/^v/, '').split('.').map(Number);
  const [needsMajor = 0, needsMinor = 0] = needed.split('.').map(Number);
  return major > needsMajor || (major === needsMajor && minor >= needsMinor);
}
