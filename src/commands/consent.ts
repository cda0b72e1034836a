/** `danhba consent`: who must still agree to a change of the directory, for any forge. */

import { relative, sep } from 'node:path';
import { readDirectoryFiles } from '../files/read-directory.ts';
import { hasHistory } from '../history/commit.ts';
import { findLastHomes } from '../history/last-home.ts';
import type { Account } from '../model/account/account.ts';
import { organizationKey } from '../model/account/key.ts';
import type { AuthorVerdict, Consent } from '../model/github/review.ts';
import { isTeam } from '../model/github/team.ts';
import { remark } from '../model/problems/remark.ts';
import { type CommonOptions, type ExitCode, exitCode, type Io, languageOf, oneOf } from '../process/io.ts';
import { remarkText } from '../render/errors/remark.ts';
import { renderConsents } from '../render/github/consents.ts';
import { foldText } from '../render/text/screen.ts';
import { askedTeams, judgeAuthor, type SideFile, unknownPeople } from '../review/author.ts';
import { namesOf } from '../review/names.ts';
import { operatorsOf } from '../review/owners.ts';
import { changedBetween, type Tree } from '../review/tree-changes.ts';
import { observe } from '../run/actual.ts';
import { readDesired } from '../run/desired.ts';
import { readUsable, type UsableDesired } from '../run/propose.ts';
import { withServers } from '../run/servers.ts';

export interface ConsentOptions extends CommonOptions {
  readonly base: string;
  readonly head: string;
  readonly author: string;
  readonly approver?: readonly string[];
  readonly format: string;
}

/** Ends with 3 where somebody's word is missing. */
export async function consent(options: ConsentOptions, io: Io): Promise<ExitCode> {
  const format = oneOf('--format', options.format, ['text', 'json'] as const);
  const base = await readUsable({ ...options, directory: options.base }, io);
  const verdict = await judgeChange(options, base, io);
  const teams = askedTeams(verdict);
  // Nobody is asked here, and a name with a stroke is nobody's login.
  if (teams.length > 0)
    io.err(`${remarkText(remark('teams-unasked', { at: teams.join(', ') }), io.language)}\n`);
  const language = languageOf(options, base.directory.policy.language);
  io.out(
    format === 'json'
      ? `${JSON.stringify({ allowed: verdict.allowed, missing: rowsOf(verdict), ...(teams.length > 0 && { unreadTeams: teams }) }, null, 2)}\n`
      : foldText(renderConsents(verdict, namesOf([base.directory]), language), io.outScreen?.width),
  );
  return verdict.allowed ? exitCode.clean : exitCode.refused;
}

async function judgeChange(options: ConsentOptions, base: UsableDesired, io: Io): Promise<AuthorVerdict> {
  const head = await readDesired({ ...options, directory: options.head });
  const sideOf = (root: string, organizations: readonly SideFile[]): readonly SideFile[] =>
    organizations.map((one) => ({ ...one, file: pathIn(root, one.file) }));
  const baseOrganizations = sideOf(options.base, base.directory.organizations);
  const headOrganizations = sideOf(options.head, head.directory?.organizations ?? []);
  const [before, after] = await Promise.all([
    treeIn(options.base, baseOrganizations),
    treeIn(options.head, headOrganizations),
  ]);
  const changedFiles = changedBetween(before, after);
  const strangers = unknownPeople(baseOrganizations, headOrganizations);
  const accounts = strangers.length === 0 ? undefined : await readAccounts(base, io);
  if (strangers.length > 0 && !(await hasHistory(options.base))) {
    io.err(`${remarkText(remark('history-unasked'), io.language)}\n`);
  }
  const homes = await findLastHomes(strangers, { directory: options.base, ...(accounts && { accounts }) });
  return judgeAuthor({
    author: isTeam(options.author) ? '' : options.author,
    approvers: (options.approver ?? []).filter((login) => !isTeam(login)),
    changedFiles,
    baseOrganizations,
    headOrganizations,
    operators: operatorsOf(base.directory),
    unreadable: new Set(
      // With a policy that cannot be used nothing of the folder can: that is no word on any organization.
      head.directory?.unreadable.map(({ file }) => pathIn(options.head, file)) ?? after.texts.keys(),
    ),
    lastHome: (id) => homes.get(id),
  });
}

const pathIn = (root: string, file: string): string => relative(root, file).split(sep).join('/');

/** The server is one of those that may know who had somebody; where it is not set, that is said. */
async function readAccounts(base: UsableDesired, io: Io): Promise<readonly Account[] | undefined> {
  if ((io.environment.DANHBA_LDAP_URL ?? '') === '') {
    io.err(`${remarkText(remark('server-unasked'), io.language)}\n`);
    return undefined;
  }
  return await withServers(
    io,
    async ({ connection }) => (await observe({ connection }, base.directory.policy, io.now())).accounts,
  );
}

async function treeIn(root: string, organizations: readonly SideFile[]): Promise<Tree> {
  const { files, unreadable } = await readDirectoryFiles(root);
  const texts = [
    ...files.map(({ path, text }) => [path, text] as const),
    ...unreadable.map(({ path }) => [path, ''] as const),
  ];
  return { organizations, texts: new Map(texts), unreadable: new Set(unreadable.map(({ path }) => path)) };
}

/** One row for each record; a file of no organization, or one of which only comments differ, has a row of its own. */
function rowsOf(verdict: AuthorVerdict) {
  const rows = ({ code, organization, files, ask, records }: Consent) => {
    const key = organization === undefined ? '' : organizationKey(organization);
    const own = records.map((one) => ({ code, key: one.key, file: one.file, line: one.line, ask }));
    return own.length > 0 ? own : files.map((file) => ({ code, key, file, line: 1, ask }));
  };
  return verdict.allowed ? [] : verdict.missing.flatMap(rows);
}
