/** What a rule is: a name and one function from the whole directory to the problems it finds. */
import type { ActualAccount } from '../model/account/account.ts';
import type { Key } from '../model/account/key.ts';
import type { Declared } from '../model/directory/declared.ts';
import type { Directory } from '../model/directory/directory.ts';
import type { CalendarDate, Organization, OrganizationFile } from '../model/directory/organization.ts';
import { settleLegacy } from '../model/directory/settle-legacy.ts';
import type { Problem, ProblemArgs, ProblemCode, Severity } from '../model/problems/problem.ts';
import type { QuietPeople } from '../model/quiet/quiet.ts';

export interface RuleContext {
  readonly directory: Directory;
  readonly declared: readonly Declared[];
  readonly byId: ReadonlyMap<string, OrganizationFile>;
  readonly today: CalendarDate;
  /** Who holds which address now, where the server was read: the incumbents of a collision. */
  readonly holders: ReadonlyMap<string, Key>;
  /** People who are among neither the records nor the accounts, because nothing is to be said of them. */
  readonly quiet?: QuietPeople | undefined;
  /** The accounts of the server, by key; none where it was not read. */
  readonly accounts: ReadonlyMap<Key, ActualAccount>;
}

/** What a rule of single records looks at: nobody else's, and no server. */
export type RecordContext = Pick<RuleContext, 'declared' | 'today'> & {
  readonly directory: Pick<Directory, 'policy'>;
};

export type RecordRule = (context: RecordContext) => Iterable<Problem>;

/** `found` is what the rules before it have told. */
export type Rule = (context: RuleContext, found: readonly Problem[]) => Iterable<Problem>;

/** A problem of an account, at a key of its node. */
export function problemAt<C extends ProblemCode>(
  declared: Declared,
  below: readonly (string | number)[],
  code: C,
  args: ProblemArgs[C],
  severity: Severity = 'error',
): Problem {
  const at = { file: declared.file, path: [...declared.path, ...below] };
  return { code, args, severity, at, subject: declared.key } as Problem;
}

export function makeContext(
  directory: Directory,
  declared: readonly Declared[],
  accounts: readonly ActualAccount[],
  today: CalendarDate,
  quiet?: QuietPeople,
): RuleContext {
  const byId = new Map<string, OrganizationFile>();
  for (const file of directory.organizations) {
    if (!byId.has(file.organization.id)) byId.set(file.organization.id, file);
  }
  const holders = new Map<string, Key>();
  for (const { key, addresses } of accounts) for (const address of addresses) holders.set(address, key);
  const byKey = new Map(accounts.map((account) => [account.key, account]));
  return { directory, declared: settleLegacy(declared, today), byId, today, holders, accounts: byKey, quiet };
}

/** The way from an account's node to what is said of its mailbox. */
export function mailboxPath({ kind }: Declared): readonly string[] {
  return kind === 'organization' ? ['mailbox'] : [];
}

/** True where the organization's own record says it has ended by the day. */
export function isDissolved({ dissolved }: Organization, today: CalendarDate): boolean {
  return dissolved !== undefined && dissolved.date <= today;
}
