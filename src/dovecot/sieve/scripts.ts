/** Reads the Sieve scripts of every user, and switches scripts off (12.5). */
import type { Deactivated } from '../../model/mail/answers.ts';
import { type Remark, remark } from '../../model/problems/remark.ts';
import type { Answer } from '../connect/answer.ts';
import { type Command, type Doveadm, describe } from '../connect/doveadm.ts';
import { readOfEverybody } from '../users.ts';

export interface SieveScript {
  readonly name: string;
  /** Runs on incoming mail; of a user's scripts one at most. */
  readonly active: boolean;
  readonly text: string;
}

export type UserScripts = { readonly user: string } & (
  | { readonly result: 'read'; readonly scripts: readonly SieveScript[] }
  /** What the user's scripts do is not known. */
  | { readonly result: 'failed'; readonly detail: Remark }
);

/** Scripts of one request; each may have a megabyte. */
const scriptsOfRequest = 50;

/** The scripts of every user that has any: one request for the lists, and one for fifty scripts. */
export async function readSieveScripts(doveadm: Doveadm): Promise<readonly UserScripts[]> {
  const lists = await readOfEverybody(doveadm, 'sieveList');
  const wanted = lists.flatMap((list) =>
    list.result === 'read'
      ? list.rows.map(({ script = '', active = '' }) => ({
          user: list.user,
          name: script,
          active: active !== '',
        }))
      : [],
  );
  const commands = wanted.map(
    ({ user, name }): Command => ({ name: 'sieveGet', parameters: { user, scriptname: name } }),
  );
  const answers = await doveadm.call(commands, { batch: scriptsOfRequest });
  const read = answers.map((answer, index) => ({ ...(wanted[index] as (typeof wanted)[number]), answer }));
  const byUser = Map.groupBy(read, ({ user }) => user);
  return lists.flatMap((list): readonly UserScripts[] => {
    if (list.result === 'failed') return [list];
    const own = byUser.get(list.user) ?? [];
    // Deleted since the list was read: there is nothing to tell of it.
    const there = own.filter(({ answer }) => answer.result !== 'nothing' && answer.result !== 'absent');
    const failed = there.find(({ answer }) => answer.result !== 'done');
    if (failed !== undefined) {
      return [
        {
          user: list.user,
          result: 'failed',
          detail: remark('about', { at: failed.name, what: describe(failed.answer) }),
        },
      ];
    }
    const scripts = there.map(({ name, active, answer }) => ({ name, active, text: textOf(answer) }));
    return scripts.length === 0 ? [] : [{ user: list.user, result: 'read', scripts }];
  });
}

const textOf = (answer: Answer): string =>
  answer.result === 'done' ? (answer.rows[0]?.['sieve script'] ?? '') : '';

const usersOfRequest = 100;

/** Switches the active script of each user off; the script itself stays. */
export async function deactivateSieve(
  doveadm: Doveadm,
  users: readonly string[],
): Promise<readonly Deactivated[]> {
  const commands = users.map((user): Command => ({ name: 'sieveDeactivate', parameters: { user } }));
  const answers = await doveadm.call(commands, { batch: usersOfRequest });
  return answers.map((answer, index): Deactivated => {
    const user = users[index] as string;
    if (answer.result === 'done' || answer.result === 'nothing') return { user, result: 'inactive' };
    if (answer.result === 'absent') return { user, result: 'absent' };
    return { user, result: 'failed', detail: describe(answer) };
  });
}
