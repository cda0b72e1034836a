/** Reads an organization without its people, for whoever needs its place among the others before the file's turn has come. */
import type { Organization } from '../../model/directory/organization.ts';
import { parseOrganization, type SourceFile } from './parse-directory.ts';

/** The list of people, where nothing but comments stands behind it. */
const people = /^people:[^\n]*(?:\n(?:[ \t#-][^\n]*)?)*(?![\s\S])/m;

/** Undefined where the file says nothing that can be used. What it says is held against the whole file by whoever reads that. */
export function parseHead(source: SourceFile): Organization | undefined {
  const { index } = people.exec(source.text) ?? {};
  const text = index === undefined ? source.text : source.text.slice(0, index);
  const { result } = parseOrganization({ ...source, text });
  if (!('organization' in result)) return undefined;
  return withoutPeople(result.organization);
}

export function withoutPeople(organization: Organization): Organization {
  const { people: _people, ...head } = organization;
  return head;
}
