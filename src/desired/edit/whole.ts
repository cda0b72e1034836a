/** Writes the whole text of a new organization's file, in the one form our files have. */
import type { Organization } from '../../model/directory/organization.ts';
import { inOrder } from './order.ts';
import { type Mapping, type Writable, writeEntry } from './write.ts';

/** @param path below the directory, beside which the schemas stand. */
export function writeOrganization(organization: Organization, path: string): string {
  const up = '../'.repeat(path.split('/').length);
  const body = inOrder(organization as unknown as Writable, []) as Mapping;
  const lines = Object.entries(body).flatMap(([key, value]) => writeEntry(key, value, 2));
  return [`# yaml-language-server: $schema=${up}schemas/organization.schema.json`, '', ...lines, ''].join(
    '\n',
  );
}
