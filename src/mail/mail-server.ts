/** Dovecot as the mail server of a run, behind doveadm's HTTP API. */
import type { MailServer } from '../model/mail-server.ts';
import { archiveMailbox, expungeArchived } from './archive.ts';
import { openDoveadm } from './doveadm.ts';
import { endSessions } from './sessions.ts';
import type { DoveadmSettings } from './settings.ts';
import { deactivateSieve } from './sieve-scripts.ts';
import { readMailState } from './state.ts';

/** @throws ExpectedError where the settings cannot be used; nothing is sent yet. */
export function openDovecot(settings: DoveadmSettings): MailServer {
  const doveadm = openDoveadm(settings);
  return {
    readState: async () => await readMailState(doveadm),
    endSessions: async (users) => await endSessions(doveadm, users),
    deactivateScripts: async (users) => await deactivateSieve(doveadm, users),
    archive: async (user) => await archiveMailbox(doveadm, user),
    expungeArchived: async (user) => await expungeArchived(doveadm, user),
    close: () => doveadm.close(),
  };
}
