/** What the run before, or people since, have written: ids, decisions and edits that stay. */

import { fileKind, parseOrganization } from '../desired/read/parse-directory.ts';
import { parseFile } from '../desired/read/parse-file.ts';
import { type Key, parseKey, personKey } from '../model/account/key.ts';
import type { Adoption } from '../model/adoption.ts';
import type { Grant, GrantsFile } from '../model/directory/grant.ts';
import type { OrganizationFile, Person } from '../model/directory/organization.ts';
import type { Policy } from '../model/directory/policy.ts';
import type { Answer } from '../model/import/decision.ts';
import { declareAccounts } from '../naming/declared.ts';

export interface KnownPerson {
  readonly person: Person;
  readonly file: OrganizationFile;
}

export interface Known {
  readonly texts: ReadonlyMap<string, string>;
  readonly organizations: ReadonlyMap<string, OrganizationFile>;
  /** Ids of organizations whose files nobody can read: left as they are. */
  readonly unreadable: ReadonlySet<string>;
  readonly people: ReadonlyMap<Key, KnownPerson>;
  readonly grants: GrantsFile;
  /** Every id of a person that was ever seen: none is given twice. */
  readonly ids: ReadonlySet<string>;
  readonly keyOfUuid: ReadonlyMap<string, Key>;
  /** Keys adoption.yaml has: the run before has written them. */
  readonly adopted: ReadonlySet<Key>;
  /** Who has it, or had it when it was imported; several where two entries had one. */
  readonly keysOfAddress: ReadonlyMap<string, readonly Key[]>;
  /** Several where a table has the same row twice. */
  readonly idsOfRecord: ReadonlyMap<string, readonly string[]>;
}

interface Before {
  readonly files: ReadonlyMap<string, string>;
  readonly adoption?: Adoption;
  readonly answers: readonly Answer[];
  readonly policy: Policy;
}

export function readKnown({ files, adoption, answers, policy }: Before): Known {
  const organizations = new Map<string, OrganizationFile>();
  const unreadable = new Set<string>();
  const ids = new Set<string>();
  let grants: readonly Grant[] = [];
  for (const [path, text] of [...files].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const kind = fileKind(path);
    if (kind === 'grants') {
      const { value, problems } = parseFile('grants', path, text);
      if (problems.length === 0) grants = value as readonly Grant[];
    }
    if (kind !== 'organization') continue;
    const { result } = parseOrganization({ file: path, path, text });
    if ('organization' in result && result.unusable.size === 0) {
      organizations.set(result.organization.id, result);
    } else {
      unreadable.add('organization' in result ? result.organization.id : result.id);
      for (const [id] of text.matchAll(/\b[A-Z][A-Z0-9]*-[0-9]+\b/g)) ids.add(id);
    }
  }
  const people = new Map<Key, KnownPerson>();
  for (const file of organizations.values()) {
    for (const person of file.organization.people ?? []) {
      ids.add(person.id);
      const key = personKey(person.id);
      // Of a transfer's two halves the one that goes on.
      if (!people.has(key) || person.termination === undefined) people.set(key, { person, file });
    }
  }
  for (const { key } of adoption?.entries ?? []) addId(ids, key);
  for (const { subject } of answers) addId(ids, subject);
  return {
    texts: files,
    organizations,
    unreadable,
    people,
    grants: { file: 'grants.yaml', grants },
    ids,
    keyOfUuid: new Map((adoption?.entries ?? []).map(({ uuid, key }) => [uuid, key])),
    adopted: new Set((adoption?.entries ?? []).map(({ key }) => key)),
    keysOfAddress: addressesOf([...organizations.values()], adoption, answers, policy),
    idsOfRecord: recordsOf(people, answers),
  };
}

function addId(ids: Set<string>, key: string): void {
  const parsed = parseKey(key);
  if (parsed?.kind === 'person') ids.add(parsed.id);
}

/** By what the entries had when they were seen, what was asked of them, and what the files declare. */
function addressesOf(
  files: readonly OrganizationFile[],
  adoption: Adoption | undefined,
  answers: readonly Answer[],
  policy: Policy,
): ReadonlyMap<string, readonly Key[]> {
  const keys = new Map<string, Key[]>();
  const add = (address: string, key: Key) => {
    const others = keys.get(address);
    if (others === undefined) keys.set(address, [key]);
    else if (!others.includes(key)) others.push(key);
  };
  for (const { key, addresses } of adoption?.entries ?? []) for (const one of addresses) add(one, key);
  for (const { decision, subject, there } of answers) {
    const isAddress = decision === 'address' && parseKey(subject) !== undefined;
    if (isAddress && there !== '') add(there.toLowerCase(), subject as Key);
  }
  for (const { key, addresses } of declareAccounts(directoryOf(files, policy))) {
    for (const one of addresses) add(one, key);
  }
  return keys;
}

/** All a row of a table says of somebody, as one text. */
export const renderRecord = (organization: string, name: string, ...more: readonly (string | undefined)[]) =>
  [organization, name, ...more].join('\n');

/** By the name in the file, and by that of the source where another one was signed. */
function recordsOf(
  people: ReadonlyMap<Key, KnownPerson>,
  answers: readonly Answer[],
): ReadonlyMap<string, readonly string[]> {
  const there = new Map<string, string>();
  for (const { decision, subject, there: name } of answers) if (decision === 'name') there.set(subject, name);
  const found = new Map<string, string[]>();
  for (const [key, { person, file }] of people) {
    const { id, name, title, unit, phone } = person;
    for (const one of new Set([name, there.get(key) ?? name])) {
      const record = renderRecord(file.organization.id, one, title, unit, phone);
      found.set(record, [...(found.get(record) ?? []), id]);
    }
  }
  return found;
}

export function directoryOf(organizations: readonly OrganizationFile[], policy: Policy, grants?: GrantsFile) {
  return {
    policy,
    policyFile: 'policy.yaml',
    calendar: new Map(),
    grants: grants ?? { file: 'grants.yaml', grants: [] },
    notices: { file: 'notices.yaml', notices: [] },
    organizations,
    unreadable: [],
  };
}
