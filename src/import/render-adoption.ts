/** Writes adoption.yaml: which entry is to become which account, as it was seen. */
import { writeFlow, writeScalar } from '../desired/edit/write.ts';
import type { Adoption } from '../model/adoption.ts';

export function renderAdoption({ format, domain, baseDn, entries }: Adoption): string {
  const text = (value: string) => writeScalar(value, 'block');
  const lines = entries.flatMap(({ key, uuid, dn, addresses }) => [
    `  - key: ${key}`,
    `    uuid: ${text(uuid)}`,
    `    dn: ${text(dn)}`,
    `    addresses: ${writeFlow(addresses)}`,
  ]);
  const head = ['# yaml-language-server: $schema=schemas/adoption.schema.json', ''];
  const facts = [`format: ${format}`, `domain: ${text(domain)}`, `baseDn: ${text(baseDn)}`];
  return [...head, ...facts, ...(lines.length === 0 ? ['entries: []'] : ['entries:', ...lines]), ''].join(
    '\n',
  );
}
