/** Changes a holder's password as the holder does it, so that the server's policy judges the new one (4.1, 6.3, 7.3). */
import {
  AndFilter,
  BerWriter,
  type Client,
  EqualityFilter,
  NotFilter,
  PasswordPolicyControl,
  PasswordPolicyError,
  ResultCodeError,
} from 'ldapts';
import { sameDn } from '../../model/account/dn.ts';
import type { ChangeAnswer, PasswordChange, Unsuitable } from '../../model/password-page/change.ts';
import { lockedSince } from '../account-codec.ts';
import { openClient } from '../connect/client.ts';
import { explainRefusal } from '../connect/explain.ts';
import type { LdapSettings } from '../connect/settings.ts';
import { containerOf, passwordPolicyDn, type Tree } from '../profile.ts';

const answerMilliseconds = 10_000;
/** RFC 3062. */
const passwordModify = '1.3.6.1.4.1.4203.1.11.1';
/** invalidCredentials, constraintViolation, unwillingToPerform, insufficientAccessRights: RFC 4511 appendix A. */
const code = { wrong: 49, unsuitable: 19, unwilling: 53, rights: 50 } as const;

/**
 * The service account of `settings` finds the entry, and nothing more is asked of it.
 *
 * @throws ExpectedError where the server cannot be reached, or refuses what has nothing to do with the holder.
 */
export async function changePassword(
  settings: LdapSettings,
  tree: Tree,
  change: PasswordChange,
): Promise<ChangeAnswer> {
  const { client, socket } = await openClient(settings, answerMilliseconds);
  try {
    const holder = await findHolder(client, tree, change.address);
    if (holder === undefined) return { result: 'refused' };
    return (await bindAs(client, holder.dn, change.present)) ?? (await setPassword(client, change, holder));
  } catch (thrown) {
    throw thrown instanceof ResultCodeError ? explainRefusal(thrown) : thrown;
  } finally {
    await client.unbind().catch(() => undefined);
    socket.destroy();
  }
}

interface Holder {
  readonly dn: string;
  readonly administrator: boolean;
}

/** The one active mailbox of this address, as the mail server looks for it; locked and ended ones are not asked for. */
async function findHolder(client: Client, tree: Tree, address: string): Promise<Holder | undefined> {
  const equal = (attribute: string, value: string) => new EqualityFilter({ attribute, value });
  const filter = new AndFilter({
    filters: [
      equal('objectClass', 'danhbaAccount'),
      equal('mail', address),
      equal('danhbaState', 'active'),
      new NotFilter({ filter: equal('pwdEndTime', lockedSince) }),
    ],
  });
  const found: Holder[] = [];
  for (const container of [containerOf.person, containerOf.organization]) {
    const { searchEntries } = await client.search(container(tree), {
      scope: 'one',
      filter,
      attributes: ['pwdPolicySubentry'],
    });
    for (const { dn, pwdPolicySubentry } of searchEntries) {
      const administrator = sameDn(String(pwdPolicySubentry), passwordPolicyDn(tree, 'administrators'));
      found.push({ dn, administrator });
    }
  }
  // Of two nobody knows whose password it is.
  return found.length === 1 ? found[0] : undefined;
}

/** What stands in the way of going on as the holder; undefined where nothing does. */
async function bindAs(client: Client, dn: string, password: string): Promise<ChangeAnswer | undefined> {
  const policy = new PasswordPolicyControl();
  try {
    await client.bind(dn, password, policy);
    return undefined;
  } catch (thrown) {
    if (!(thrown instanceof ResultCodeError) || thrown.code !== code.wrong) throw thrown;
    // The server says so after the right password only.
    return policy.value?.error === PasswordPolicyError.PasswordExpired
      ? { result: 'expired' }
      : { result: 'refused' };
  }
}

async function setPassword(
  client: Client,
  { present, next }: PasswordChange,
  { administrator }: Holder,
): Promise<ChangeAnswer> {
  const policy = new PasswordPolicyControl();
  try {
    await client.exop(passwordModify, requestOf(present, next), policy);
    return { result: 'changed' };
  } catch (thrown) {
    if (!(thrown instanceof ResultCodeError)) throw thrown;
    const why = reasonOf(policy.value?.error, thrown.code);
    if (why === undefined) throw thrown;
    return { result: 'unsuitable', why, administrator };
  }
}

function reasonOf(error: number | undefined, refusal: number): Unsuitable | undefined {
  if (error !== undefined && error in reasons) return reasons[error];
  if (refusal === code.unsuitable) return 'weak';
  return refusal === code.rights || refusal === code.unwilling ? 'forbidden' : undefined;
}

const reasons: Readonly<Record<number, Unsuitable>> = {
  [PasswordPolicyError.PasswordModNotAllowed]: 'forbidden',
  [PasswordPolicyError.InsufficientPasswordQuality]: 'weak',
  [PasswordPolicyError.PasswordTooShort]: 'short',
  [PasswordPolicyError.PasswordTooYoung]: 'young',
  [PasswordPolicyError.PasswordInHistory]: 'used',
};

/** PasswdModifyRequestValue without a name: the password of whoever asks. */
function requestOf(present: string, next: string): Buffer {
  const writer = new BerWriter();
  writer.startSequence();
  writer.writeString(present, 0x81);
  writer.writeString(next, 0x82);
  writer.endSequence();
  return writer.buffer;
}
