/** What names another organization or person names one that exists and may stand there. */
import { organizationKey, personKey } from '../model/account/key.ts';
import { isLeaving } from '../model/directory/ending.ts';
import type { OrganizationFile, Person } from '../model/directory/organization.ts';
import type { Problem } from '../model/problems/problem.ts';
import { nearestWord } from '../model/text/nearest-word.ts';
import { isDissolved, problemAt, type Rule } from './rule.ts';

export const parents: Rule = function* ({ directory, declared, byId }) {
  const unreadable = new Map(directory.unreadable.map(({ id, file }) => [id, file]));
  for (const account of declared) {
    if (account.kind !== 'organization') continue;
    const { kind, parent } = account.organization;
    if (kind === 'people-committee') {
      if (parent !== undefined) yield problemAt(account, ['parent'], 'parent-forbidden', {});
    } else if (parent === undefined) {
      yield problemAt(account, ['kind'], 'parent-required', { kind });
    } else if (!byId.has(parent)) {
      const file = unreadable.get(parent);
      if (file !== undefined) {
        yield problemAt(account, ['parent'], 'parent-unreadable', { parent, file });
        continue;
      }
      const suggestion = nearestWord(parent, [...byId.keys()]);
      const args = suggestion === undefined ? { parent } : { parent, suggestion };
      yield problemAt(account, ['parent'], 'parent-unknown', args);
    }
  }
};

export const parentCycles: Rule = function* ({ declared, byId }) {
  const settled = new Set<string>();
  for (const account of declared) {
    if (account.kind !== 'organization') continue;
    const way: string[] = [];
    let id: string | undefined = account.organization.id;
    while (id !== undefined && !settled.has(id) && !way.includes(id)) {
      way.push(id);
      id = byId.get(id)?.organization.parent;
    }
    if (id !== undefined && way.includes(id)) {
      const ids = [...way.slice(way.indexOf(id)), id];
      const inCircle = declared.filter(
        (other) => other.kind === 'organization' && ids.includes(other.organization.id),
      );
      for (const member of inCircle) yield problemAt(member, ['parent'], 'parent-cycle', { ids });
    }
    for (const passed of way) settled.add(passed);
  }
};

export const operator: Rule = function* ({ directory, byId }) {
  const { operator } = directory.policy;
  if (byId.has(operator) || directory.unreadable.some(({ id }) => id === operator)) return;
  const at = { file: directory.policyFile, path: ['operator'] };
  yield { code: 'operator-unknown', args: { operator }, severity: 'error', at } satisfies Problem;
};

export const successors: Rule = function* ({ directory, declared, byId, today }) {
  const unreadable = new Set(directory.unreadable.map(({ id }) => id));
  for (const account of declared) {
    const { dissolved, people = [] } = account.organization;
    if (account.kind !== 'organization' || dissolved === undefined) continue;
    const { successor } = dissolved;
    if (successor !== undefined && !byId.has(successor) && !unreadable.has(successor)) {
      yield problemAt(account, ['dissolved', 'successor'], 'successor-unknown', { successor });
    }
    const staying = people.filter(({ termination }) => termination === undefined);
    if (isDissolved(account.organization, today) && staying.length > 0) {
      yield problemAt(account, ['dissolved'], 'dissolved-with-people', { count: staying.length });
    }
  }
};

/** 8.2: where somebody is transferred to. */
export const destinations: Rule = function* ({ directory, declared, byId }) {
  const unreadable = new Set(directory.unreadable.map(({ id }) => id));
  for (const account of declared) {
    const { to, reason } = account.person?.termination ?? {};
    if (to === undefined) continue;
    if (reason !== 'transfer') {
      yield problemAt(account, ['termination', 'to'], 'to-without-transfer', { to, reason: reason ?? '' });
      continue;
    }
    const isThere = byId.has(to) || unreadable.has(to);
    if (isThere && to !== account.organization.id) continue;
    const suggestion = isThere ? undefined : nearestWord(to, [...byId.keys()]);
    const args = { to, ...(suggestion !== undefined && { suggestion }) };
    yield problemAt(account, ['termination', 'to'], 'destination-unknown', args);
  }
};

/** 9.1: the head assigns somebody of the organization to its agency mailbox. */
export const custodians: Rule = function* ({ directory, declared, accounts, today, quiet }) {
  const people = Map.groupBy(declared, ({ key }) => key);
  const unusable = new Set(directory.organizations.flatMap(unusableIds));
  // Somebody in these files has lost his id, and may be anybody of them.
  const nameless = new Set(
    directory.organizations.flatMap((one) =>
      one.isMended === true || unusableIds(one).length < one.unusable.size ? [one.file] : [],
    ),
  );
  for (const account of declared) {
    const { organization } = account;
    if (account.kind !== 'organization' || account.declaration === undefined) continue;
    if (isDissolved(organization, today)) continue;
    const custodian = organization.mailbox === 'none' ? undefined : organization.mailbox?.custodian;
    const at = ['mailbox', 'custodian'];
    if (custodian === undefined) {
      yield problemAt(account, ['mailbox'], 'custodian-missing', {}, 'warning');
      continue;
    }
    const bearers = people.get(personKey(custodian)) ?? [];
    const person =
      bearers.find((bearer) => organizationKey(bearer.organization.id) === account.key) ?? bearers[0];
    // Quiet, and of the house: as it should be. Whoever is of another is looked at.
    if (person === undefined && quiet?.isIn(personKey(custodian), organization.id)) continue;
    if (person === undefined) {
      // Somebody whose own lines are wrong is there all the same, and told already.
      if (unusable.has(custodian) || nameless.has(account.file)) continue;
      const entry = accounts.get(personKey(custodian));
      const over = entry?.state === 'terminated' || entry?.missing !== undefined;
      yield over
        ? problemAt(account, at, 'custodian-ended', { custodian, name: entry.name })
        : problemAt(account, at, 'custodian-unknown', { custodian });
    } else if (organizationKey(person.organization.id) !== account.key) {
      const elsewhere = { custodian, organization: person.organization.id };
      yield problemAt(account, at, 'custodian-elsewhere', elsewhere);
    } else if (isLeaving(person.declaration?.termination, today)) {
      const { effective: until } = person.declaration.termination;
      const args = { custodian, name: person.name, until };
      yield problemAt(account, at, 'custodian-leaving', args, 'warning');
    } else if (person.declaration?.termination) {
      yield problemAt(account, at, 'custodian-ended', { custodian, name: person.name });
    }
  }
};

function unusableIds({ organization, unusable }: OrganizationFile): readonly string[] {
  return [...unusable].flatMap((index) => {
    // Data the schema refused has no type: the id may be anything.
    const id: unknown = (organization.people?.[index] as Partial<Person> | null)?.id;
    return typeof id === 'string' ? [id] : [];
  });
}
