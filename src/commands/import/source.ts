/** Reads what is imported: the server of the settings, or a file. */
import type { Policy } from '../../model/directory/policy.ts';
import type { Source } from '../../model/import/source-entry.ts';
import { ExpectedError } from '../../model/problems/errors.ts';
import type { Io } from '../../process/io.ts';
import { renderPreparation } from '../../render/run/progress.ts';
import type { Language } from '../../render/text/wording.ts';
import { withServers } from '../../run/servers.ts';
import { readLdapSource } from '../../sources/ldap.ts';
import { readSourceFile } from '../../sources/read-file.ts';

export async function readSource(
  from: string,
  sheet: string | undefined,
  { baseDn }: Policy,
  language: Language,
  io: Io,
): Promise<Source> {
  if (from !== 'ldap') return await readSourceFile(from, sheet);
  const told = (seen: number) =>
    io.status?.(renderPreparation({ what: 'entries', seen, of: undefined }, language));
  try {
    return await withServers(io, ({ connection }) => readLdapSource(connection, baseDn, told));
  } finally {
    io.status?.('');
  }
}

/** Of several sheets, which one is meant is the map's to say. */
export function refuseUnnamedSheet(from: string, { sheets = [] }: Source, sheet: string | undefined): void {
  if (sheets.length > 1 && sheet === undefined) {
    throw new ExpectedError('import-xlsx.sheets', { at: from, sheets });
  }
}
