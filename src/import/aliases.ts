/** Keeps the further addresses of everybody as aliases where the rules let them; of every other it is told that it ends. */
import type { GrantsFile } from '../model/directory/grant.ts';
import type { Organization } from '../model/directory/organization.ts';
import type { Policy } from '../model/directory/policy.ts';
import { declareAccounts } from '../naming/declared.ts';
import { findProblems } from '../rules/index.ts';
import type { Seat } from './addresses.ts';
import { type AnswerBook, readWord } from './answers.ts';
import { ask, type ImportBook, note } from './book.ts';
import { fileOf } from './houses.ts';
import { directoryOf } from './known.ts';

interface Scene {
  readonly policy: Policy;
  readonly grants: GrantsFile;
  readonly today: string;
  readonly answers: AnswerBook;
  readonly book: ImportBook;
}

/** The aliases the rules refuse, each as `key address`: tried on the whole directory, for one may be another's address. */
export function refusedAliases(
  organizations: readonly Organization[],
  { policy, grants, today }: Scene,
): ReadonlySet<string> {
  const files = organizations.map((one) => fileOf(one));
  const directory = directoryOf(files, policy, grants);
  const declared = declareAccounts(directory);
  const byPlace = new Map(declared.map((account) => [`${account.file} ${account.path.join('/')}`, account]));
  const refused = new Set<string>();
  for (const { at, severity } of findProblems(directory, declared, [], today)) {
    const where = at.path.indexOf('aliases');
    const index = at.path[where + 1];
    if (severity !== 'error' || where < 0 || typeof index !== 'number') continue;
    const path = at.path.slice(0, where).filter((step) => step !== 'mailbox');
    const account = byPlace.get(`${at.file} ${path.join('/')}`);
    const alias = account?.declaration?.aliases?.[index];
    if (account !== undefined && alias !== undefined) refused.add(`${account.key} ${alias}`);
  }
  return refused;
}

/** Those of one account that stay. */
export function keepAliases(
  seat: Seat,
  aliases: readonly string[],
  refused: ReadonlySet<string>,
  scene: Scene,
) {
  const { key, name, organization, arrival, file } = seat;
  return aliases.filter((alias) => {
    const who = { arrival, name, subject: key };
    if (!refused.has(`${key} ${alias}`)) {
      if (arrival.own === undefined) note(scene.book, who, 'alias-kept', alias);
      return true;
    }
    const isInFile = file?.aliases?.includes(alias) === true;
    const said = scene.answers.find('alias', key, alias);
    ask(
      scene.book,
      {
        decision: 'alias',
        subject: key,
        name,
        organization,
        there: alias,
        byRule: '',
        proposal: 'expire',
        reason: 'alias-refused',
        place: arrival.source.place,
      },
      said,
      readWord(said.answer) === 'expire' || isInFile,
      'file',
    );
    note(scene.book, who, 'alias-dated', alias);
    return false;
  });
}
