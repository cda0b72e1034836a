/** Judges what the province's files leave to an administrator: a file that is over, notices nobody can draft, former domains. */
import type { DirectoryFacts, Examined, FilesFacts } from '../model/doctor/facts.ts';
import type { ServerCheckId } from '../model/doctor/finding.ts';
import { failed, type Judged, type ServerFound, sound, unseen, warning } from './server-finding.ts';

type FilesCheckId = Extract<ServerCheckId, 'former-domains' | 'adoption-file' | 'notices'>;

export function judgeFiles(
  { adoption, formerDomains, unnoticed, noticesLack }: FilesFacts,
  directory: Examined<DirectoryFacts>,
): Judged<FilesCheckId> {
  return {
    // Names and mail servers of the world are not asked, nor is Postfix.
    'former-domains': formerDomains.length === 0 ? sound : unseen('former-domains'),
    'adoption-file': judgeAdoption(adoption, directory),
    notices:
      unnoticed > 0 && noticesLack.length > 0
        ? warning('notices-lacking', { waiting: unnoticed, names: noticesLack })
        : sound,
  };
}

function judgeAdoption(adoption: FilesFacts['adoption'], directory: Examined<DirectoryFacts>): ServerFound {
  // Every run would end with it.
  if (adoption === 'unusable') return failed('adoption-unusable', {});
  if (adoption === undefined) return sound;
  if ('refused' in directory) return unseen('ldap');
  const { containers, markedUuids } = directory.facts;
  if (containers.people.result !== 'read' || containers.organizations.result !== 'read') {
    return unseen('containers');
  }
  const isOver = adoption.every((uuid) => markedUuids.has(uuid.toLowerCase()));
  return isOver ? warning('adoption-over', { entries: adoption.length }) : sound;
}
