/** Writes the organizations as texts: new files whole, files that are there by edits that keep every comment. */
import { editOrganization } from '../desired/edit/edit.ts';
import { openMailbox } from '../desired/edit/open-mailbox.ts';
import { writeOrganization } from '../desired/edit/whole.ts';
import { parseOrganization } from '../desired/read/parse-directory.ts';
import type { Organization, OrganizationFile } from '../model/directory/organization.ts';
import type { Composed } from './compose.ts';
import type { Known } from './known.ts';
import { indexPeople, mergeOrganization } from './merge.ts';

export interface Written {
  /** New, or changed. */
  readonly texts: ReadonlyMap<string, string>;
  /** What the files say now, those that did not change among them. */
  readonly files: readonly OrganizationFile[];
  /** Files that could not be edited: what was to be added or changed there. */
  readonly refused: readonly {
    readonly path: string;
    readonly organization: string;
    readonly detail: string;
  }[];
}

/** @param base absent where no file was there before */
export function writeFiles(signed: Composed, base: Composed | undefined, known: Known): Written {
  const texts = new Map<string, string>();
  const files = new Map<string, OrganizationFile>();
  const refused: { path: string; organization: string; detail: string }[] = [];
  const inFiles = new Set(
    [...known.organizations.values()].flatMap(({ organization }) => idsOf(organization)),
  );
  const people = {
    base: indexPeople(base?.organizations ?? new Map()),
    signed: indexPeople(signed.organizations),
    isInFiles: (id: string) => inFiles.has(id),
  };
  const wanted = { base: base?.organizations ?? new Map(), signed: signed.organizations };
  for (const [id, organization] of signed.organizations) {
    const path = signed.houses.get(id)?.path ?? '';
    const there = known.organizations.get(id);
    if (known.unreadable.has(id)) continue;
    if (there === undefined) {
      // Somebody who stands in another file already is not written twice.
      const { people: all = [], ...rest } = organization;
      const fresh = all.filter((one) => !inFiles.has(one.id));
      const value = fresh.length === 0 ? rest : { ...rest, people: fresh };
      const text = writeOrganization(value, path);
      texts.set(path, text);
      files.set(path, fileOf(path, value, text));
      continue;
    }
    const text = known.texts.get(path) ?? '';
    const merged = mergeOrganization(there.organization, wanted, people);
    if (merged.edits.length === 0 && !merged.opensMailbox) {
      files.set(path, there);
      continue;
    }
    const edited = editText(text, path, there.organization, merged);
    for (const detail of edited.refused) refused.push({ path, organization: id, detail });
    if (edited.text !== text) texts.set(path, edited.text);
    files.set(
      path,
      edited.refused.length === 0
        ? fileOf(path, merged.organization, edited.text)
        : reread(path, edited.text, there),
    );
  }
  for (const file of known.organizations.values()) if (!files.has(file.file)) files.set(file.file, file);
  const sorted = [...files.values()].sort((a, b) => (a.file < b.file ? -1 : 1));
  return { texts, files: sorted, refused };
}

/** Some of it was refused: what the file says now is what it says. */
function reread(path: string, text: string, there: OrganizationFile): OrganizationFile {
  const { result } = parseOrganization({ file: path, path, text });
  return 'organization' in result ? result : there;
}

const idsOf = ({ people = [] }: Organization): readonly string[] => people.map(({ id }) => id);

/** The lines of people as our own form has them. */
const fileOf = (file: string, organization: Organization, text: string): OrganizationFile => ({
  file,
  organization,
  personLines: text.split('\n').flatMap((line, index) => (/^ *- id: /.test(line) ? [index + 1] : [])),
  unusable: new Set(),
});

/** A text that nobody has touched is written anew, which is quicker; any other is edited line by line. */
function editText(
  text: string,
  path: string,
  before: Organization,
  merged: ReturnType<typeof mergeOrganization>,
) {
  if (writeOrganization(before, path) === text) {
    return { text: writeOrganization(merged.organization, path), refused: [] };
  }
  const { mailbox } = merged.organization;
  const opens = merged.opensMailbox && mailbox !== undefined && mailbox !== 'none';
  const opened = opens ? openMailbox(text, mailbox) : text;
  const refused: string[] = opened === undefined ? ['mailbox'] : [];
  let edited = opened ?? text;
  for (const edit of merged.edits) {
    const result = editOrganization(edited, edit);
    if ('text' in result) edited = result.text;
    else refused.push('person' in edit ? edit.person.id : 'id' in edit ? edit.id : edit.key);
  }
  return { text: edited, refused };
}
