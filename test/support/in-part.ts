/** The plan of a world made in part, as `danhba plan` makes it of files and a server, of what is in memory: an oracle is the plan of the whole. */
import { strict as assert } from 'node:assert';
import { encodeAccount, hasClass } from '../../src/ldap/profile.ts';
import { makeEntryDigest } from '../../src/ldap/read/entry-digest.ts';
import type { ObservedAccount } from '../../src/model/account/account.ts';
import { splitDn } from '../../src/model/account/dn.ts';
import type { Directory } from '../../src/model/directory/directory.ts';
import type { Organization, OrganizationFile } from '../../src/model/directory/organization.ts';
import type { Policy } from '../../src/model/directory/policy.ts';
import type { Plan } from '../../src/model/plan/plan.ts';
import type { Problem } from '../../src/model/problems/problem.ts';
import { makeKeyedHash } from '../../src/model/quiet/keyed-hash.ts';
import { declareAccounts, makeDerive, namingPolicyOf } from '../../src/naming/declared.ts';
import type { PlanInput } from '../../src/plan/facts/facts.ts';
import { makePlan } from '../../src/plan/make-plan.ts';
import { freshSince } from '../../src/quiet/at-rest.ts';
import { namedBy } from '../../src/quiet/loud.ts';
import { counted, fileInPart, quietIndexes, standsAlone, wakeAll } from '../../src/quiet/part.ts';
import { makePeople } from '../../src/quiet/people.ts';
import { type LoudRecord, summarize } from '../../src/quiet/summary.ts';
import { areOfAll } from '../../src/quiet/tokens.ts';
import { findProblems } from '../../src/rules/index.ts';

export interface PlanInPart {
  readonly plan: Plan;
  readonly problems: readonly Problem[];
  /** How many people were in no part of it. */
  readonly leftOut: number;
  /** What of the files and of the server was looked at: reports name people by them. */
  readonly directory: Directory;
  readonly accounts: readonly ObservedAccount[];
}

/** Undefined where the command would read everything. */
export function planInPart(input: PlanInput): PlanInPart | undefined {
  const { directory, today } = input;
  const { policy, calendar } = directory;
  const ids = new Set(directory.organizations.map(({ organization }) => organization.id));
  if (input.adoption !== undefined || input.mail !== undefined || ids.size < directory.organizations.length)
    return undefined;
  const hash = makeKeyedHash([7, 11]);
  const rest = { policy, calendar, today };
  const digest = makeEntryDigest(hash, policy, {
    ignored: policy.unmanaged ?? [],
    freshSince: freshSince(rest),
  });
  const naming = namingPolicyOf(policy);
  const terms = { ...rest, naming, named: namedBy(directory), hash, digest, isForEntries: true };
  const byId = new Map<string, Organization>(
    directory.organizations.map(({ organization }) => [organization.id, organization]),
  );
  const derive = makeDerive((id) => byId.get(id), naming);
  const files = directory.organizations.map((file) => ({
    file,
    summary: hasProblemOfForm(file) ? undefined : summarize(file, derive(file.organization), terms),
  }));
  const people = makePeople(
    files.map(({ file, summary }) => ({
      organization: file.organization.id,
      rows: summary?.rows ?? new Uint32Array(),
    })),
    hash,
    digest,
  );
  const assemble = (awake: readonly (readonly number[])[]) => {
    const organizations = files.map(({ file, summary }, number) => {
      if (summary === undefined) return file;
      const indexes = quietIndexes(counted(summary));
      const more = (awake[number] ?? []).map((row) => recordOf(file, indexes[row] as number));
      return fileInPart(file.file, counted(summary), [...summary.loud, ...more]);
    });
    const part: Directory = { ...directory, organizations };
    return { directory: part, declared: declareAccounts(part) };
  };
  const before = wakeAll(people, assemble);
  assert.ok(before);
  if (areOfAll(findProblems(before.directory, before.declared, [], today, people.left(false))))
    return undefined;
  const accounts = input.accounts.filter((account) => {
    const octets = entryOf(account, input);
    return !digest.leavesOut(octets, { tag: 0x64, start: 0, end: octets.length }, people.leaveOut);
  });
  const part = assemble(people.awake(true));
  const left = people.left(true);
  const problems = findProblems(part.directory, part.declared, accounts, today, left);
  const plan = makePlan({ ...input, ...part, accounts, problems, quiet: left });
  if (!standsAlone({ declared: part.declared, accounts, problems, plan }, people, left)) return undefined;
  return { plan, problems, leftOut: left.count, directory: part.directory, accounts };
}

const hasProblemOfForm = ({ unusable, isMended }: OrganizationFile): boolean =>
  unusable.size > 0 || isMended === true;

function recordOf({ organization, personLines }: OrganizationFile, index: number): LoudRecord {
  const person = organization.people?.[index];
  assert.ok(person);
  return { index, line: personLines[index] ?? 1, person };
}

/** What a server has of it. */
export function attributesOf(
  account: ObservedAccount,
  policy: Policy,
): Readonly<Record<string, readonly string[]>> {
  const { dn } = account;
  const encoded = encodeAccount(policy, account, dn);
  const { lacksClass } = account;
  const named = splitDn(dn).rdn.map(({ type, value }) => [type, [value]] as const);
  const attributes: Record<string, readonly string[]> = {
    ...encoded,
    objectClass: (encoded.objectClass ?? []).filter(
      (name) => !hasClass({ objectClass: [lacksClass ?? ''] }, name),
    ),
    entryUUID: [account.uuid],
    hasSubordinates: [account.hasChildren ? 'TRUE' : 'FALSE'],
    ...(account.lastAccess !== undefined && { authTimestamp: [account.lastAccess] }),
    ...Object.fromEntries((account.options ?? []).map((name) => [name, account.optionAddresses ?? ['x']])),
    ...Object.fromEntries((account.otherLocks ?? []).map(({ attribute, value }) => [attribute, [value]])),
  };
  for (const [type, values] of named)
    attributes[type] = [...new Set([...values, ...(attributes[type] ?? [])])];
  return attributes;
}

/** The protocol operation of a search result entry (RFC 4511 §4.5.2), without its head. */
function entryOf(account: ObservedAccount, { directory: { policy } }: PlanInput): Buffer {
  const list = Object.entries(attributesOf(account, policy)).map(([type, values]) =>
    element(0x30, element(0x04, type), element(0x31, ...values.map((value) => element(0x04, value)))),
  );
  return Buffer.concat([element(0x04, account.dn), element(0x30, ...list)]);
}

function element(tag: number, ...content: readonly (string | Buffer)[]): Buffer {
  const octets = Buffer.concat(content.map((one) => Buffer.from(one as string)));
  const { length } = octets;
  const head = length < 0x80 ? [tag, length] : [tag, 0x82, length >> 8, length & 0xff];
  return Buffer.concat([Buffer.from(head), octets]);
}
