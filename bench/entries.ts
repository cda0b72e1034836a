/**
 * Writes the entries a first `apply` of a directory would add, as LDIF for `slapadd`: a million of them take seconds
 * instead of an hour. They are those of a first day that is over: every holder has changed the first password and
 * logged in.
 *
 *   node bench/entries.ts --directory DIR --today YYYY-MM-DD > FILE
 */
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { parseArgs } from 'node:util';
import { sentinelDn } from '../src/ldap/lease/sentinel.ts';
import { dnOf, encodeAccount, type Tree } from '../src/ldap/profile.ts';
import type { Change, Creation } from '../src/model/plan/plan.ts';
import { ldifLine } from '../src/model/text/ldif-line.ts';
import { generalizedTimeOfDate } from '../src/model/time/date.ts';
import { wantedPasswordPolicy } from '../src/plan/compare/password-policies.ts';
import { makePlan } from '../src/plan/make-plan.ts';
import { readDesired } from '../src/run/desired.ts';

const { values } = parseArgs({ options: { directory: { type: 'string' }, today: { type: 'string' } } });
const { directory: folder, today } = values;
if (folder === undefined || today === undefined) throw new Error('--directory DIR --today YYYY-MM-DD');

const desired = await readDesired({ directory: folder, today });
const { directory } = desired;
if (directory === undefined) throw new Error(`${folder}: no policy that can be used`);
const { policy } = directory;
const passwordPolicies = (['users', 'administrators'] as const).map((name) =>
  wantedPasswordPolicy(name, policy),
);
const nothing = { accounts: [], unmarked: [], tombstones: [], passwordPolicies, loginsSince: today };
// A part at a time: the digest of a plan that makes a million entries would be one text of more than Node can hold. What
// the rules would hold back is made here, and then the plan that comes before all timing would not be clean.
const creations = slices(desired.declared).flatMap((declared) => {
  const plan = makePlan({ ...nothing, directory, declared, problems: [], today });
  return plan.changes.map(asCreation);
});
// Of nothing: nobody can log in with it, and it is of the size of one that somebody could.
const hash = `{SSHA}${randomBytes(28).toString('base64')}`;
const seen = generalizedTimeOfDate(today);
const output = createWriteStream('', { fd: 1 });
const sentinel = {
  objectClass: ['danhbaSentinel'],
  danhbaProvince: [policy.domain],
  danhbaCount: [String(creations.length)],
  danhbaLogins: [today],
};
await write(recordOf(sentinelDn(policy), sentinel));
for (const creation of creations)
  await write(recordOf(dnOf(policy, creation.key, creation.number), attributesOf(policy, creation)));
output.end();
await once(output, 'close');

function slices<T>(list: readonly T[], size = 50_000): readonly (readonly T[])[] {
  return Array.from({ length: Math.ceil(list.length / size) }, (_, index) =>
    list.slice(index * size, (index + 1) * size),
  );
}

/** On an empty server nothing else can be planned. */
function asCreation(change: Change): Creation {
  if (change.kind === 'create') return change;
  throw new Error(`${change.id}: ${change.kind} on an empty server`);
}

function attributesOf(tree: Tree, { account, credential }: Creation) {
  const encoded = encodeAccount(tree, account);
  return {
    ...encoded,
    ...(credential === true && { userPassword: [hash], pwdChangedTime: [seen], authTimestamp: [seen] }),
  };
}

function recordOf(dn: string, attributes: Readonly<Record<string, readonly string[]>>): string {
  const lines = [ldifLine('dn', dn)];
  // slapadd, unlike a server, adds nothing by itself: the name stands in the entry as well.
  const [, type = '', name = ''] = /^(\w+)=([^,]+),/.exec(dn) ?? [];
  if (attributes[type] === undefined) lines.push(ldifLine(type, name));
  for (const [attribute, of] of Object.entries(attributes))
    for (const value of of) lines.push(ldifLine(attribute, value));
  return `${lines.join('\n')}\n\n`;
}

async function write(text: string): Promise<void> {
  if (!output.write(text)) await once(output, 'drain');
}
