/** `danhba import --suggest-map`: a first map from what is there, written once. */
import { mkdir, stat } from 'node:fs/promises';
import { dirname, join, relative, resolve, sep } from 'node:path';
import type { ExistingOrganization } from '../../arrivals/suggest/organizations.ts';
import { suggestMap } from '../../arrivals/suggest/suggest-map.ts';
import { parseDirectory } from '../../desired/read/parse-directory.ts';
import { ignoreMissing } from '../../files/missing.ts';
import { writeFileAtomically } from '../../files/write-file.ts';
import { nextPersonId } from '../../model/directory/next-person-id.ts';
import type { Source } from '../../model/import/source-entry.ts';
import { ExpectedError } from '../../model/problems/errors.ts';
import { namingPolicyOf } from '../../naming/declared.ts';
import { toAscii } from '../../naming/text/alphabet.ts';
import { renderMap } from '../../render/import/map.ts';
import type { Place, Start } from './previous.ts';

export async function refuseExistingMap(file: string): Promise<void> {
  if ((await stat(file).catch(ignoreMissing)) !== undefined) {
    throw new ExpectedError('import-map.exists', { at: file });
  }
}

export async function writeSuggestedMap(
  file: string,
  source: Source,
  { policy, files, missing }: Start,
  { beside }: Place,
) {
  const texts = [...missing, ...files].map(([path, text]) => ({ file: path, path, text }));
  const organizations = parseDirectory(texts, 'policy.yaml').directory?.organizations ?? [];
  const existing = organizations.map(({ organization }): ExistingOrganization => {
    const { id, name, kind, parent, code, codeBasis, personSuffix, mailbox } = organization;
    return {
      id,
      name,
      kind,
      code,
      ...(parent !== undefined && { parent }),
      ...(codeBasis !== undefined && { codeBasis }),
      ...(personSuffix !== undefined && { personSuffix }),
      ...(mailbox === 'none' && { mailbox }),
    };
  });
  const used = organizations.flatMap(({ organization }) => (organization.people ?? []).map(({ id }) => id));
  const suggested = suggestMap(source, {
    policy: namingPolicyOf(policy),
    prefix: prefixOf(used, policy.province),
    existing,
  });
  const schema = relative(dirname(resolve(file)), join(beside, 'schemas/import-map.schema.json'));
  await mkdir(dirname(resolve(file)), { recursive: true });
  await writeFileAtomically(file, renderMap(suggested, schema.split(sep).join('/')), 0o644);
  return suggested;
}

/** That of the ids there are; else the initials of the province. */
function prefixOf(ids: readonly string[], province: string): string {
  const [, series] = /^(.*-)\d+$/.exec(nextPersonId(ids) ?? '') ?? [];
  if (series !== undefined) return series;
  const initials = province
    .normalize('NFC')
    .split(/\s+/)
    .map((word) => toAscii(word).charAt(0))
    .join('');
  return `${initials.toUpperCase().replaceAll(/[^A-Z]/g, '') || 'NV'}-`;
}
