/** Reads an organization without its people, for whoever needs its place among the others before the file's turn has come. */
import type { Organization } from '../../model/directory/organization.ts';
import { parseOrganization, type SourceFile } from './parse-directory.ts';

const people = /^people:/m;
/** A line that is no item of a list, no comment and not empty. Of one character: a match of many lines would fill the stack. */
const another = /\n[^\n\r \t#-]/;

/** Undefined where the file says nothing that can be used. What it says is held against the whole file by whoever reads that. */
export function parseHead(source: SourceFile): Organization | undefined {
  const { result } = parseOrganization({ ...source, text: headOf(source.text) });
  if (!('organization' in result)) return undefined;
  return withoutPeople(result.organization);
}

/** What stands before the list of people, where nothing but comments stands behind it. */
function headOf(text: string): string {
  const start = text.search(people);
  return start < 0 || another.test(text.slice(start)) ? text : text.slice(0, start);
}

export function withoutPeople(organization: Organization): Organization {
  const { people: _people, ...head } = organization;
  return head;
}
