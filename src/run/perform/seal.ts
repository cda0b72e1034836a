/** First and reset passwords (6.3, 7.3): made and sealed before anything is written. */
import { randomBytes } from 'node:crypto';
import { basename } from 'node:path';
import { makePassword } from '../../credentials/password.ts';
import { seal } from '../../credentials/seal.ts';
import { withdrawSealedFile, writeSealedFile } from '../../credentials/sealed-file.ts';
import type { Account } from '../../model/account/account.ts';
import { parseKey } from '../../model/account/key.ts';
import type { OrganizationFile } from '../../model/directory/organization.ts';
import { type Policy, passwordPageOf, webmailOf } from '../../model/directory/policy.ts';
import type { AccountChange, Change } from '../../model/plan/plan.ts';
import { ExpectedError } from '../../model/problems/errors.ts';
import { type Remark, remark } from '../../model/problems/remark.ts';
import { dateOfInstant } from '../../model/time/date.ts';
import { type CredentialSheet, renderCredentialSheets } from '../../render/credentials/sheet.ts';
import { basisOf, type ChangeBasis, type FormBases } from '../basis.ts';

export interface PrepareOptions {
  /** The folder sealed files are put into; it is made where there is none. */
  readonly credentials: string;
  /** The real time: of two sheets for one mailbox the later one counts. */
  readonly now: Date;
  /** What forms said of the document behind a change. */
  readonly forms?: FormBases;
  /** Told how many files are sealed, of how many. */
  readonly told?: (done: number, of: number) => void;
}

export interface Prepared {
  /** The password of each change that may be made now, by the change's id. */
  readonly passwords: ReadonlyMap<string, string>;
  /** The sealed files, one for each organization. */
  readonly files: readonly string[];
  /** The ids of the changes whose passwords are in each file. */
  readonly sealed: ReadonlyMap<string, readonly string[]>;
  /** Why a change must not be made: nobody could open what would be sealed. By the change's id. */
  readonly failed: ReadonlyMap<string, Remark>;
}

/**
 * Makes a password for each of the changes that needs one, and seals them for the organizations that manage the
 * accounts, or for the operator. When it returns, every password in `passwords` is sealed and on the disk, so that the
 * server may be told. The passwords themselves are in memory alone. What fails, fails for its organization alone.
 */
export async function prepareCredentials(
  changes: readonly Change[],
  policy: Policy,
  organizations: readonly OrganizationFile[],
  { credentials: folder, now, forms = new Map(), told = () => {} }: PrepareOptions,
): Promise<Prepared> {
  const known = new Map(organizations.map((file) => [file.organization.id, file]));
  const run = randomBytes(4).toString('hex');
  const date = dateOfInstant(now.getTime());
  const operator = known.get(policy.operator)?.organization.name ?? policy.operator;
  const page = passwordPageOf(policy);
  const phone = policy.operatorPhone;
  const webmail = webmailOf(policy);
  const help = {
    ...(page !== undefined && { page }),
    ...(webmail !== undefined && { webmail }),
    ...(phone !== undefined && { phone }),
  };
  const passwords = new Map<string, string>();
  const sealedIn = new Map<string, readonly string[]>();
  const failed = new Map<string, Remark>();
  const groups = groupByManager(changes, policy);
  for (const [id, group] of groups) {
    told(sealedIn.size, groups.size);
    const drawn = new Map(
      group.map((change) => [change.id, makePassword(rulesFor(change, policy).minLength)]),
    );
    const sheets = group.map((change) =>
      sheetOf(change, drawn.get(change.id) ?? '', policy, known, basisOf(change, forms)),
    );
    const organization = known.get(id)?.organization.name ?? id;
    const made = { organization, operator, run, date, time: timeOf(now) };
    const text = renderCredentialSheets({ ...made, ...help, sheets });
    try {
      const { credentialRecipients = [] } = sourceOf(id, policy, known)?.organization ?? {};
      const sealed = await seal(text, credentialRecipients);
      const file = await writeSealedFile(folder, `${id}-${date}-${run}.html.age`, sealed);
      sealedIn.set(file, [...drawn.keys()]);
      for (const [changeId, password] of drawn) passwords.set(changeId, password);
    } catch (thrown) {
      if (!(thrown instanceof ExpectedError)) throw thrown;
      for (const changeId of drawn.keys())
        failed.set(changeId, whyUnsealed(id, thrown.remark, policy, known));
    }
  }
  return { passwords, files: [...sealedIn.keys()], sealed: sealedIn, failed };
}

/**
 * Takes away the files of which no password can be on the server: every change was refused, or never sent. How many.
 * A run that fails again and again leaves no heap of sheets that open nothing.
 */
export async function withdrawUnset(
  sealed: Prepared['sealed'],
  maybeSet: ReadonlySet<string>,
): Promise<number> {
  const unset = [...sealed].filter(([, changes]) => !changes.some((id) => maybeSet.has(id)));
  const withdrawn = await Promise.all(unset.map(([file]) => withdrawSealedFile(file)));
  return withdrawn.filter(Boolean).length;
}

type Known = ReadonlyMap<string, OrganizationFile>;

/** An agency mailbox is its organization's own; a person's is the one's that manages it. */
function groupByManager(changes: readonly Change[], { operator }: Policy): Map<string, AccountChange[]> {
  const groups = new Map<string, AccountChange[]>();
  for (const change of changes) {
    if (change.kind === 'password-policy' || change.credential !== true) continue;
    const { account } = change;
    const key = parseKey(account.key);
    const id = key?.kind === 'organization' ? key.id : (account.organization ?? operator);
    const group = groups.get(id);
    if (group === undefined) groups.set(id, [change]);
    else group.push(change);
  }
  return groups;
}

const rulesFor = ({ account }: AccountChange, { passwords }: Policy) =>
  account.privileged === true ? passwords.administrator : passwords.user;

/** Who the passwords of an organization are sealed for: its own recipients, else the operator's. */
function sourceOf(id: string, { operator }: Policy, known: Known): OrganizationFile | undefined {
  const own = known.get(id);
  const isOwn = keyHolderOf(id, own === undefined ? [] : [own]) === 'organization';
  return isOwn ? own : known.get(operator);
}

/** Whose key opens what is sealed for an organization. */
export function keyHolderOf(
  id: string,
  organizations: readonly OrganizationFile[],
): 'organization' | 'operator' {
  const own = organizations.find(({ organization }) => organization.id === id)?.organization;
  return (own?.credentialRecipients ?? []).length > 0 ? 'organization' : 'operator';
}

/** Names the file to mend where it is a key that is wrong. */
function whyUnsealed(id: string, why: Remark, policy: Policy, known: Known): Remark {
  if (!why.says.startsWith('recipient-')) return why;
  const file = sourceOf(id, policy, known)?.file ?? known.get(id)?.file ?? policy.operator;
  return remark('unsealed', { at: id, why, file });
}

function sheetOf(
  change: AccountChange,
  password: string,
  policy: Policy,
  known: Known,
  basis: ChangeBasis | undefined,
): CredentialSheet {
  const { account, why } = change;
  const { minLength, maxAgeMonths } = rulesFor(change, policy);
  const key = parseKey(account.key);
  const custodian = custodianOf(account, known);
  const place = why.file === undefined ? undefined : placeOf(why.file, why.line);
  return {
    kind: change.kind === 'create' ? 'first' : 'reset',
    minLength,
    maxAgeMonths,
    password,
    address: account.address ?? account.addresses[0] ?? '',
    ...(key?.kind === 'organization'
      ? custodian !== undefined && { custodian }
      : { name: account.name, ...(account.title !== undefined && { title: account.title }) }),
    ...(basis && { document: basis.document }),
    ...(basis?.date !== undefined && { documentDate: basis.date }),
    ...(place !== undefined && { place }),
  };
}

const placeOf = (file: string, line: number | undefined): string =>
  line === undefined ? basename(file) : `${basename(file)}, dòng ${line}`;

/** Who an agency mailbox's sheet is handed to (9.1); people move, so every organization is looked at. */
function custodianOf({ custodian }: Account, known: Known): string | undefined {
  if (custodian === undefined) return undefined;
  for (const { organization } of known.values()) {
    const person = organization.people?.find(({ id }) => id === custodian);
    if (person !== undefined) return person.name;
  }
  return custodian;
}

/** The minute, in Asia/Ho_Chi_Minh. */
const timeOf = (now: Date): string => new Date(now.getTime() + 7 * 3_600_000).toISOString().slice(11, 16);
