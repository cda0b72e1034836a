/** What a plan makes of the mail server: findings with their remedies, and the two kinds of change (8.1, 8.2, 12.5). */
import { describe, expect, it } from 'vitest';
import type { ObservedAccount } from '../../../src/model/account/account.ts';
import type { Policy } from '../../../src/model/directory/policy.ts';
import type { MailObservation, StoredMailbox } from '../../../src/model/mail/state.ts';
import { mailUserOf } from '../../../src/model/mail/state.ts';
import { differenceOf } from '../../../src/model/plan/difference.ts';
import type { AccountChange, Modification } from '../../../src/model/plan/plan.ts';
import { quoted } from '../../../src/model/problems/remark.ts';
import { judgeMail, type MailFacts } from '../../../src/plan/compare/mail.ts';
import { factsOf } from '../../../src/plan/timeless.ts';
import { applied, organizationText, policyText, readWorld, unmarkedAt } from '../../support/world.ts';
import { planWithMail } from './mail-world.ts';

const base = 'dc=laichau,dc=gov,dc=vn';
const shipped = readWorld({}).directory.policy;
const policyWith = (mail: Policy['mail']): Policy => ({ ...shipped, ...(mail && { mail }) });

function account(id: string, more: Partial<ObservedAccount> = {}): ObservedAccount {
  return {
    key: `person:${id}`,
    dn: `uid=${id},ou=people,${base}`,
    uuid: `u-${id}`,
    name: 'Nguyễn Văn An',
    organization: 'sokx',
    mailbox: true,
    address: 'annv.sokx@laichau.gov.vn',
    addresses: ['annv.sokx@laichau.gov.vn'],
    state: 'active',
    locked: false,
    ...more,
  };
}

const mailbox = (user: string, more: Partial<StoredMailbox> = {}): StoredMailbox => ({
  user,
  sessions: 0,
  scripts: [],
  quota: { used: 0, limit: 2048 * 1024 },
  ...more,
});

const script = (text: string, active = true, name = 'chính') => ({ name, active, text });
const outside = 'redirect "an@gmail.com";';

function judge(
  mail: MailObservation | undefined,
  accounts: readonly ObservedAccount[],
  policy: Policy = shipped,
  more: Partial<MailFacts> = {},
  changes: readonly AccountChange[] = [],
) {
  const scene = {
    accounts,
    policy,
    unmarked: [],
    faults: new Map(),
    ...(mail && { mail }),
    ...more,
  };
  return judgeMail(scene, changes);
}

const an = account('LC-000001');
const seen = (...mailboxes: readonly StoredMailbox[]) => ({ mailboxes, orphans: [] });

describe('the mail server', () => {
  it('that nobody asked is nowhere in the plan', () => {
    expect(judge(undefined, [an])).toEqual({ changes: [] });
  });

  it('that could not be seen says why, and nothing is found on it', () => {
    expect(judge({ unreachable: quoted('lost') }, [an])).toEqual({
      changes: [],
      mail: { findings: [], unreachable: quoted('lost') },
    });
  });

  it('that is as it should be gives no finding', () => {
    const mailboxes = seen(mailbox('LC-000001@people', { sessions: 3, scripts: [script('keep;')] }));
    expect(judge(mailboxes, [an])).toEqual({ changes: [], mail: { findings: [] } });
  });
});

describe('the name of a mailbox', () => {
  it.each([
    ['uid=LC-000017-2,ou=people,dc=x', 'LC-000017-2@people'],
    ['cn=sotttt,ou=organizations,dc=x', 'sotttt@organizations'],
    ['UID=LC-1,OU=People,dc=x', 'LC-1@people'],
    ['cn=x,ou=services,dc=x', undefined],
    ['uid=a\\,b,ou=people,dc=x', undefined],
    ['uid=*,ou=people,dc=x', undefined],
    ['ou=people,dc=x', undefined],
    ['uid=LC-1,ou=people,dc=y', undefined],
    ['uid=LC-1,ou=hr,ou=people,dc=x', undefined],
  ])('%s → %s', (dn, user) => {
    expect(mailUserOf(dn, { baseDn: 'dc=x' })).toBe(user);
  });

  it('is by the container that the policy names, and says what is in it', () => {
    const places = { baseDn: 'dc=x', containers: { people: 'ou=users' } };
    expect(mailUserOf('uid=LC-1,ou=Users,dc=x', places)).toBe('LC-1@people');
    expect(mailUserOf('uid=LC-1,ou=people,dc=x', places)).toBeUndefined();
    expect(mailUserOf('ou=sotttt,ou=organizations,dc=x', places)).toBe('sotttt@organizations');
  });
});

describe('sessions', () => {
  it.each([
    ['suspended', '8.1'],
    ['terminated', '8.2'],
  ] as const)('of who is %s are ended (%s)', (state, clause) => {
    const locked = account('LC-000001', { state, locked: true });
    expect(judge(seen(mailbox('LC-000001@people', { sessions: 2 })), [locked]).changes).toEqual([
      {
        id: 'end-sessions person:LC-000001',
        kind: 'end-sessions',
        key: 'person:LC-000001',
        name: 'Nguyễn Văn An',
        organization: 'sokx',
        address: 'annv.sokx@laichau.gov.vn',
        user: 'LC-000001@people',
        why: { code: 'locked', clause },
        wave: 1,
        after: [],
      },
    ]);
  });

  it('of whose password was reset, and not changed yet, are ended: nobody got in by it (7.3)', () => {
    const reset = account('LC-000001', { mustChange: true });
    const mail = seen(mailbox('LC-000001@people', { sessions: 1 }));
    expect(judge(mail, [reset]).changes).toMatchObject([
      { kind: 'end-sessions', user: 'LC-000001@people', why: { code: 'must-change', clause: '7.3' } },
    ]);
  });

  it('are left alone where nobody is locked, nobody is in, or the account is not ours', () => {
    const locked = account('LC-000002', { state: 'suspended', locked: true });
    const mail = seen(
      mailbox('LC-000001@people', { sessions: 9 }),
      mailbox('LC-000002@people'),
      mailbox('LC-000003@people', { sessions: 9 }),
    );
    expect(judge(mail, [an, locked]).changes).toEqual([]);
  });

  it.each([
    ['active, locked by a hand', { state: 'active', locked: true }],
    ['suspended, not locked yet', { state: 'suspended', locked: false }],
    ['suspended, with an end that is none of ours', { state: 'suspended', locked: '20300101000000Z' }],
  ] as const)('are not ended by themselves where the account is %s', (_what, more) => {
    const subject = account('LC-000001', more);
    expect(judge(seen(mailbox('LC-000001@people', { sessions: 2 })), [subject]).changes).toEqual([]);
  });

  it('are left to the change that gives a new password, and to nobody where the mailbox comes back', () => {
    const base = account('LC-000001', { state: 'suspended', locked: true });
    const step = {
      id: 'x',
      key: base.key,
      why: { code: 'declared', clause: '8' },
      wave: 1,
      after: [],
    } as const;
    const change = (more: Partial<Modification>): Modification => ({
      ...step,
      kind: 'update',
      base,
      account: base,
      fields: ['title'],
      ...more,
    });
    const ended = (one: Modification) =>
      judge(seen(mailbox('LC-000001@people', { sessions: 2 })), [base], shipped, {}, [one]).changes.length;
    expect(ended(change({}))).toBe(1);
    expect(ended(change({ kind: 'reset', credential: true }))).toBe(0);
    expect(ended(change({ kind: 'restore', account: { ...base, state: 'active', locked: false } }))).toBe(0);
  });

  it('belong to the entry, whatever the key has become by a transfer', () => {
    const former = account('LC-000001', { key: 'person:LC-000001/1', state: 'terminated', locked: true });
    const now = account('LC-000001', { dn: `uid=LC-000001-2,ou=people,${base}`, uuid: 'u-2' });
    const mail = seen(
      mailbox('LC-000001@people', { sessions: 1 }),
      mailbox('LC-000001-2@people', { sessions: 1 }),
    );
    expect(judge(mail, [former, now]).changes.map(({ id }) => id)).toEqual([
      'end-sessions person:LC-000001/1',
    ]);
  });
});

describe('forwarding (12.5)', () => {
  const forwards = (policy: Policy, ...scripts: StoredMailbox['scripts']) =>
    judge(seen(mailbox('LC-000001@people', { scripts })), [an], policy);

  it('is found with its place, also where a variable or the encoding hides it', () => {
    const hidden = [
      'require ["variables", "encoded-character"];',
      'set "to" "an@gmail";',
      'redirect :copy "${to}.com";',
      'redirect "${hex:61 6e}@gmail.com";',
      '# redirect "nobody@gmail.com";',
      'redirect "an.sotttt@laichau.gov.vn";',
    ].join('\r\n');
    const { mail } = forwards(shipped, script(hidden));
    expect(mail?.findings).toMatchObject([
      { code: 'forward', args: { script: 'chính', line: 3, target: 'an@gmail.com', remedy: 'report' } },
      { code: 'forward', args: { script: 'chính', line: 4, target: 'an@gmail.com', reason: 'outside' } },
    ]);
    expect(mail?.findings[0]).toMatchObject({ key: 'person:LC-000001', address: an.address });
  });

  it.each([['report'], ['suspend'], [undefined]] as const)('%s: only says so', (forwarding) => {
    const { changes, mail } = forwards(policyWith(forwarding && { forwarding }), script(outside));
    expect(changes).toEqual([]);
    expect(mail?.findings).toMatchObject([{ args: { remedy: forwarding ?? 'report' } }]);
  });

  it('deactivate: switches the active script off, and no other', () => {
    const policy = policyWith({ forwarding: 'deactivate' });
    const scripts = [script(outside, false, 'cũ'), script(outside), script('keep;', false, 'khác')];
    const { changes, mail } = forwards(policy, ...scripts);
    expect(changes).toMatchObject([
      { id: 'deactivate-script person:LC-000001', user: 'LC-000001@people', script: 'chính' },
    ]);
    expect(mail?.findings.map(({ args }) => args)).toMatchObject([
      { script: 'chính', active: true, remedy: 'deactivate' },
      { script: 'cũ', active: false, remedy: 'report' },
    ]);
    expect(forwards(policy, script(outside, false)).changes).toEqual([]);
    expect(forwards(policy, script('keep;')).changes).toEqual([]);
  });

  it.each([
    ['a script that does not run', an, script(outside, false), 'report'],
    ['one that runs', an, script(outside), 'suspend'],
    [
      'who is suspended',
      account('LC-000001', { state: 'suspended', locked: true }),
      script(outside),
      'report',
    ],
    ['who has left', account('LC-000001', { state: 'terminated', locked: true }), script(outside), 'report'],
    ['nobody of ours', account('LC-000002'), script(outside), 'report'],
  ] as const)('suspend, of %s: %#', (_what, holder, one, remedy) => {
    const scripts = seen(mailbox('LC-000001@people', { scripts: [one] }));
    const { changes, mail } = judge(scripts, [holder], policyWith({ forwarding: 'suspend' }));
    expect(changes).toEqual([]);
    expect(mail?.findings.filter(({ code }) => code === 'forward')).toMatchObject([{ args: { remedy } }]);
  });

  it('deactivate: also of who is protected, suspended or has left, but of nobody who is not ours', () => {
    const policy = policyWith({ forwarding: 'deactivate' });
    const scripts = seen(mailbox('LC-000001@people', { scripts: [script(outside)] }));
    const protecting = { ...policy, guard: { ...policy.guard, protected: [an.key] } };
    expect(judge(scripts, [an], protecting).changes).toHaveLength(1);
    for (const state of ['suspended', 'terminated'] as const) {
      const locked = account('LC-000001', { state, locked: true });
      expect(judge(scripts, [locked], policy).changes, state).toHaveLength(1);
    }
    const { changes, mail } = judge(scripts, [account('LC-000002')], policy);
    expect(changes).toEqual([]);
    expect(mail?.findings).toContainEqual(
      expect.objectContaining({
        code: 'forward',
        user: 'LC-000001@people',
        args: expect.objectContaining({ remedy: 'report' }),
      }),
    );
  });

  it('stays inside in the mail domain itself, whether or not the list of domains has it', () => {
    const policy = { ...shipped, domain: 'laichau.example', governmentDomains: ['gov.vn'] };
    for (const inside of ['a@laichau.example', 'a@sotttt.laichau.example', 'a@hanoi.gov.vn']) {
      expect(forwards(policy, script(`redirect "${inside}";`)).mail?.findings, inside).toEqual([]);
    }
    expect(forwards(policy, script('redirect "a@other.example";')).mail?.findings).toHaveLength(1);
  });

  it('counts on no domain that only looks like the government', () => {
    for (const target of ['a@gov.vn.example.com', 'a@evilgov.vn', 'a@laichau.gov.vn.x']) {
      const { mail } = forwards(shipped, script(`redirect "${target}";`));
      expect(mail?.findings.length, target).toBe(1);
    }
  });
});

describe('quotas', () => {
  const policy = policyWith({ quotas: { person: 2048 } });
  it.each([
    ['as wanted', { used: 1, limit: 2048 * 1024 }, []],
    ['another', { used: 1, limit: 1024 * 1024 }, [{ limit: 1024, wanted: 2048 }]],
    ['without limit', { used: 1 }, [{ limit: null, wanted: 2048 }]],
  ])('%s', (_what, quota, expected) => {
    const { mail } = judge(seen(mailbox('LC-000001@people', { quota })), [an], policy);
    expect(mail?.findings.map(({ args }) => args)).toEqual(expected);
  });

  it('are compared by kind, only where the policy names one', () => {
    const agency = account('x', { key: 'organization:sokx', dn: `cn=sokx,ou=organizations,${base}` });
    const other = seen(mailbox('sokx@organizations', { quota: { used: 0, limit: 1 } }));
    expect(judge(other, [agency], policy).mail?.findings).toEqual([]);
    const both = policyWith({ quotas: { person: 2048, organization: 10_240 } });
    expect(judge(other, [agency], both).mail?.findings).toMatchObject([{ code: 'quota' }]);
  });
});

describe('drift', () => {
  it('of an agency mailbox is told under the organization itself', () => {
    const agency = account('x', {
      key: 'organization:sokx',
      organization: 'ubnd',
      dn: `ou=sokx,ou=organizations,${base}`,
    });
    expect(judge(seen(), [agency]).mail?.findings).toMatchObject([
      { code: 'no-mailbox', user: 'sokx@organizations', organization: 'sokx' },
    ]);
  });

  it('tells orphans, unless the directory was read in part or has the entry after all', () => {
    const mail = { mailboxes: [], orphans: ['LC-000001@people', 'LC-000009@people'] };
    const absent = account('LC-000001', { mailbox: false });
    expect(judge(mail, [absent]).mail?.findings).toEqual([
      { code: 'orphan', user: 'LC-000009@people', args: {} },
    ]);
    expect(judge(mail, [], shipped, { doubt: { seen: 1, expected: 2 } }).mail?.findings).toEqual([]);
    const unmarked = mail.orphans.map((user) => unmarkedAt(`uid=${user.split('@')[0]},ou=people,${base}`));
    expect(judge(mail, [], shipped, { unmarked }).mail?.findings).toEqual([]);
  });

  it('tells entries the mail server does not know, and mailboxes it cannot read', () => {
    const room = account('LC-000002', { mailbox: false });
    const { mail } = judge(seen(mailbox('LC-000003@people', { unread: quoted('EACCES') })), [
      an,
      room,
      account('LC-000003'),
    ]);
    expect(mail?.findings).toMatchObject([
      { code: 'no-mailbox', user: 'LC-000001@people', key: 'person:LC-000001' },
      { code: 'unread', user: 'LC-000003@people', args: { detail: quoted('EACCES') } },
    ]);
  });
});

describe('a plan with a mail server', () => {
  const organizations = {
    sokx: organizationText('sokx', ['id: LC-1, name: Nguyễn Văn An'], 'mailbox: none\n'),
  };
  const policy = `${policyText}mail: {forwarding: deactivate, quotas: {person: 2048}}\n`;
  const issued = () => applied([], planWithMail({ organizations, policy }));
  const planned = (mail?: MailObservation) =>
    planWithMail({ organizations, policy, accounts: issued(), ...(mail && { mail }) });
  const forwarding = (sessions: number, name = 'chính') => ({
    mailboxes: issued().map(({ dn }) =>
      mailbox(
        mailUserOf(dn, shipped) ?? '',
        dn.startsWith('uid=LC-1,') ? { sessions, scripts: [script(outside, true, name)] } : {},
      ),
    ),
    orphans: [],
  });

  it('has its changes in the first wave, and what they do in the digest', () => {
    const plan = planned(forwarding(0));
    expect(plan.changes).toMatchObject([
      { kind: 'deactivate-script', key: 'person:LC-1', script: 'chính', wave: 1, after: [] },
    ]);
    expect(plan.digest).not.toBe(planned().digest);
    const other = planned(forwarding(0, 'khác'));
    expect(other.digest).not.toBe(plan.digest);
    expect(differenceOf(plan.changes, other.changes, factsOf)).toMatchObject({
      gone: [],
      added: [],
      altered: [{ id: 'deactivate-script person:LC-1' }],
    });
  });

  it('has the same digest however many are logged in, and whatever is only told', () => {
    const orphans = ['LC-9@people'];
    const busy = planned({ ...forwarding(7), orphans });
    expect(busy.digest).toBe(planned(forwarding(1)).digest);
    expect(busy.mail?.findings.map(({ code }) => code)).toEqual(['forward', 'orphan']);
  });

  it('tells no orphan where the directory may have been read in part', () => {
    const mail = { ...forwarding(0), orphans: ['LC-9@people'] };
    const doubt = { seen: 2, expected: 3 };
    const plan = planWithMail({ organizations, policy, accounts: issued(), mail, doubt });
    expect(plan.mail?.findings.map(({ code }) => code)).toEqual(['forward']);
  });

  it('that could not be seen is a plan all the same', () => {
    const plan = planned({ unreachable: quoted('ECONNREFUSED') });
    expect(plan).toMatchObject({ changes: [], mail: { findings: [], unreachable: quoted('ECONNREFUSED') } });
    expect(planned()).not.toHaveProperty('mail');
  });
});
