/** Looks at the servers of a run, each by itself: one that does not answer keeps nobody from seeing the others. */
import {
  readAddressBookSettings,
  readAllowedReplicas,
  readDoveadmSettings,
  readLdapSettings,
  readPlannerDn,
  readPlannerSettings,
} from '../config.ts';
import { openDovecot } from '../dovecot/mail-server.ts';
import { examineDirectory } from '../ldap/examine/examine.ts';
import type { Policy } from '../model/directory/policy.ts';
import type { DirectoryFacts, Examined, MailFacts } from '../model/doctor/facts.ts';
import { ExpectedError } from '../model/problems/errors.ts';
import type { Io } from '../process/io.ts';

export async function examineServers(
  policy: Policy,
  io: Io,
): Promise<{
  readonly directory: Examined<DirectoryFacts>;
  /** Undefined where no mail server is set. */
  readonly mail: Examined<MailFacts> | undefined;
}> {
  const directory = await examined(async () => {
    const settings = { ...readLdapSettings(io.environment), ...(io.pace && { pace: io.pace }) };
    const plannerDn = readPlannerDn(io.environment);
    const planner = await examined(async () => readPlannerSettings(io.environment, settings));
    const book = await examined(async () => readAddressBookSettings(io.environment, settings, policy.baseDn));
    return await examineDirectory({
      settings,
      ...(plannerDn !== undefined && { plannerDn }),
      ...('refused' in planner ? { planner } : planner.facts && { planner: { facts: planner.facts } }),
      ...('refused' in book ? { addressBook: book } : book.facts && { addressBook: { facts: book.facts } }),
      allowedReplicas: readAllowedReplicas(io.environment),
      policy,
      now: io.now,
    });
  });
  // Afterwards: the entry of the doctor's own is gone by then.
  const mail = await examined(async () => {
    const doveadm = readDoveadmSettings(io.environment);
    if (doveadm === undefined) return undefined;
    const server = openDovecot(doveadm);
    try {
      return await server.examine();
    } finally {
      server.close();
    }
  });
  if ('refused' in mail) return { directory, mail };
  return { directory, mail: mail.facts && { facts: mail.facts } };
}

async function examined<Facts>(look: () => Promise<Facts>): Promise<Examined<Facts>> {
  try {
    return { facts: await look() };
  } catch (thrown) {
    if (thrown instanceof ExpectedError) return { refused: thrown.remark };
    throw thrown;
  }
}
