/** Reads the Sieve scripts that no list shows: a plain file where Dovecot has the link to the active script (12.5). */
import { remark } from '../../model/problems/remark.ts';
import type { Answer } from '../connect/answer.ts';
import { type Command, type Doveadm, describe } from '../connect/doveadm.ts';
import { listDirectories, namesOf, readHomes } from '../store/maildir.ts';
import type { UserScripts } from './scripts.ts';

/**
 * `active=` of servers/dovecot/dovecot.conf, in the home. A file of this name, left by a migration or a hand, runs like
 * an active script. A link to a file that is no managed script looks the same from here; Dovecot does not run it.
 */
const activePath = '.dovecot.sieve';

/** Scripts of one request; each may have a megabyte. */
const scriptsOfRequest = 50;

/**
 * The plain script of every one of the users that has one, as an active script named after its file; `failed` for each
 * home that cannot be looked into. A home that is not there has none. To be asked of users without an active script
 * among the managed ones: theirs is the link.
 */
export async function readPlainScripts(
  doveadm: Doveadm,
  users: readonly string[],
): Promise<readonly UserScripts[]> {
  const homes = [...(await readHomes(doveadm, users))].map(([user, home]) => ({ user, home }));
  const listed = await listDirectories(
    doveadm,
    'fsIter',
    homes.map(({ home }) => home),
  );
  const looked = homes.map((one, index) => ({ ...one, names: namesOf(listed[index]), list: listed[index] }));
  const closed = looked.flatMap(({ user, names, list }): readonly UserScripts[] =>
    names === undefined
      ? [{ user, result: 'failed', detail: remark('about', { at: '~', what: describe(list) }) }]
      : [],
  );
  const holding = looked.filter(({ names }) => names?.includes(activePath));
  const commands = holding.map(
    ({ home }): Command => ({
      name: 'fsGet',
      parameters: { fsDriver: 'posix', fsArgs: '', path: `${home}/${activePath}` },
    }),
  );
  const answers = await doveadm.call(commands, { batch: scriptsOfRequest });
  const read = answers.flatMap((answer, index) => scriptsOf(holding[index]?.user ?? '', answer));
  return [...closed, ...read];
}

function scriptsOf(user: string, answer: Answer): readonly UserScripts[] {
  if (answer.result === 'done') {
    const text = answer.rows[0]?.content ?? '';
    return [{ user, result: 'read', scripts: [{ name: activePath, active: true, text }] }];
  }
  // Gone since the list was read: it is a link by now, or was switched off.
  if (answer.result === 'nothing' || answer.result === 'absent') return [];
  return [{ user, result: 'failed', detail: remark('about', { at: activePath, what: describe(answer) }) }];
}
