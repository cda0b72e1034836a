/** Judges the marked entries nobody declares: who was removed, and whose file only seems to say so. */
import type { ActualAccount } from '../model/account.ts';
import { type Key, parseKey } from '../model/key.ts';
import type { Held, HeldArgs, HeldCode, Why } from '../model/plan.ts';
import type { World } from './world.ts';

interface Undeclared {
  readonly removed: readonly { readonly account: ActualAccount; readonly why: Why }[];
  readonly held: readonly Held[];
}

/**
 * A person missing from an organization's readable file was removed (8.2). A file that vanished, cannot be
 * read or lost everybody at once is a mistake until somebody says otherwise: its accounts stay as they are.
 */
export function findUndeclared(world: World, declaredKeys: ReadonlySet<Key>): Undeclared {
  const unreadable = new Map(world.directory.unreadable.map(({ id, file }) => [id, file]));
  const organizations = new Map(world.directory.organizations.map((file) => [file.organization.id, file]));
  const living = countLivingPeople(world.accounts);
  const removed: { account: ActualAccount; why: Why }[] = [];
  const held: Held[] = [];
  for (const account of world.accounts) {
    const key = parseKey(account.key);
    if (declaredKeys.has(account.key) || key?.former !== undefined) continue;
    const organization = key?.kind === 'organization' ? key.id : (account.organization ?? '');
    if (account.state === 'terminated') continue;
    const unreadableFile = unreadable.get(organization);
    const file = organizations.get(organization);
    if (unreadableFile !== undefined) {
      held.push(
        hold(account, organization, 'organization-unreadable', { organization, file: unreadableFile }),
      );
    } else if (key?.kind === 'organization' || file === undefined) {
      held.push(hold(account, organization, 'organization-vanished', { organization }));
    } else if (file.unusable.size > 0) {
      held.push(hold(account, organization, 'organization-unreadable', { organization, file: file.file }));
    } else if ((file.organization.people ?? []).length === 0 && (living.get(organization) ?? 0) > 1) {
      const count = living.get(organization) ?? 0;
      held.push(hold(account, organization, 'organization-emptied', { organization, count }));
    } else {
      removed.push({ account, why: { code: 'removed', clause: '8.2', file: file.file } });
    }
  }
  return { removed, held };
}

/** How many people with a live mailbox each organization has: the last one may leave, all at once may not. */
function countLivingPeople(accounts: readonly ActualAccount[]): ReadonlyMap<string, number> {
  const living = new Map<string, number>();
  for (const { key, organization, state } of accounts) {
    if (organization === undefined || state === 'terminated' || parseKey(key)?.kind !== 'person') continue;
    living.set(organization, (living.get(organization) ?? 0) + 1);
  }
  return living;
}

function hold<C extends HeldCode>(
  account: ActualAccount,
  organization: string,
  code: C,
  args: HeldArgs[C],
): Held {
  return { key: account.key, name: account.name, organization, code, args, kind: 'terminate' } as Held;
}
