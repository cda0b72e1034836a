/** Judges everything `danhba doctor` has read, in the order it is told; GitHub's settings are judged beside it. */
import type { Policy } from '../model/directory/policy.ts';
import type { DirectoryFacts, Examined, FilesFacts, MachineFacts, MailFacts } from '../model/doctor/facts.ts';
import { type ServerCheckId, type ServerFinding, serverCheckIds } from '../model/doctor/finding.ts';
import { judgeDirectory } from './directory.ts';
import { judgeFiles } from './files.ts';
import { judgeMachine } from './machine.ts';
import { each, failed, type Judged, sound, told, unseen } from './server-finding.ts';

export interface ServersFacts {
  readonly directory: Examined<DirectoryFacts>;
  /** Undefined where no mail server is set. */
  readonly mail: Examined<MailFacts> | undefined;
  readonly files: FilesFacts;
  readonly machine: MachineFacts;
}

/** All but `github`. */
export function judgeServers(
  { directory, mail, files, machine }: ServersFacts,
  policy: Policy,
): readonly ServerFinding[] {
  const users = 'facts' in directory ? directory.facts.mailUsers : [];
  const judged: Judged<Exclude<ServerCheckId, 'github'>> = {
    ...judgeDirectory(directory, policy),
    ...judgeMail(mail, users),
    // danhba has no settings of it: what Postfix looks up is asked on its own machine.
    'postfix-maps': unseen('maps'),
    ...judgeFiles(files, directory),
    ...judgeMachine(machine),
  };
  return serverCheckIds.flatMap((id) => (id === 'github' ? [] : [{ id, ...judged[id] } as ServerFinding]));
}

const mailIds = ['dovecot-reachable', 'dovecot-commands', 'dovecot-users'] as const;

function judgeMail(
  mail: Examined<MailFacts> | undefined,
  wanted: readonly string[],
): Judged<(typeof mailIds)[number]> {
  if (mail === undefined) return each(mailIds, unseen('mail-unset'));
  if ('refused' in mail) {
    return { ...each(mailIds, unseen('mail')), 'dovecot-reachable': told(mail.refused) };
  }
  const { lacksCommands: lacks, users } = mail.facts;
  const known = new Set(users.map((user) => user.toLowerCase()));
  const names = wanted.filter((user) => !known.has(user.toLowerCase()));
  return {
    'dovecot-reachable': sound,
    'dovecot-commands': lacks.length === 0 ? sound : failed('commands-lacking', { names: lacks }),
    'dovecot-users': names.length === 0 ? sound : failed('users-unknown', { names }),
  };
}
