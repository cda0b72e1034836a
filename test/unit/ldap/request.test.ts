/** The request of each change: what it says, what it rests on, and where a password is and is not. */
import { describe, expect, it } from 'vitest';
import { renderLdif } from '../../../src/ldap/write/ldif.ts';
import { makeLock, makeRequest, makeRequests } from '../../../src/ldap/write/request.ts';
import type { Account, ActualAccount } from '../../../src/model/account/account.ts';
import type { DirectoryChange, Modification } from '../../../src/model/plan/plan.ts';
import { InternalError } from '../../../src/model/problems/errors.ts';

const tree = { baseDn: 'dc=x' };
const account: Account = {
  key: 'person:LC-1',
  name: 'Nguyễn Văn An',
  privileged: false,
  mailbox: true,
  address: 'a@x.vn',
  addresses: ['a@x.vn'],
  state: 'active',
  since: '2026-03-02',
  locked: false,
};
const base: ActualAccount = { ...account, dn: 'uid=LC-1,ou=people,dc=x', uuid: 'u-1' };
const step = { id: 'x', key: account.key, wave: 1, after: [] };
const why = { code: 'declared', clause: '6.1' } as const;
const suspended = { ...account, state: 'suspended', reason: 'inactivity', locked: true } as const;
const identity =
  '(entryUUID=u-1)(danhbaKey=person:LC-1)(danhbaState=active)(mail=a@x.vn)(danhbaAddress=a@x.vn)';
const password = 'Mua-xuan-2026';

const modification = (more: Partial<Modification> = {}): Modification => ({
  ...step,
  kind: 'update',
  base,
  account,
  fields: [],
  why,
  ...more,
});

function assertionOf(change: DirectoryChange): string {
  const request = makeRequest(tree, change, password);
  if (request.kind === 'add') throw new Error('an addition asserts nothing');
  return request.assertion.toString();
}

describe('a change with a new password', () => {
  const changes: readonly DirectoryChange[] = [
    { ...step, kind: 'create', number: 1, account, credential: true, why },
    modification({ kind: 'reset', account: { ...account, reset: '1/VP; 2026-06-02' }, credential: true }),
    modification({ kind: 'restore', base: { ...suspended, dn: 'uid=LC-1', uuid: 'u-1' }, credential: true }),
  ];

  it.each(changes.map((change) => [change.kind, change] as const))(
    '%s: cannot be made without one',
    (_kind, change) => {
      for (const missing of [undefined, '']) {
        expect(() => makeRequest(tree, change, missing)).toThrow(InternalError);
      }
    },
  );

  it.each(changes.map((change) => [change.kind, change] as const))(
    '%s: has it beside pwdReset in the same request, and nowhere else',
    (_kind, change) => {
      const request = makeRequest(tree, change, password);
      const text = JSON.stringify(request);
      expect(text.split(password)).toHaveLength(2);
      const ldif = renderLdif(request);
      expect(ldif).toContain('userPassword: ***\n');
      expect(ldif).toContain('pwdReset: TRUE\n');
      expect(ldif).not.toContain(password);
    },
  );

  it('is told by the change alone: a password nobody asked for is not set', () => {
    const plain = modification({ account: { ...account, title: 'x' } });
    expect(renderLdif(makeRequest(tree, plain, password))).not.toContain('userPassword');
    const created = { ...step, kind: 'create', number: 1, account, why } as const;
    expect(renderLdif(makeRequest(tree, created, password))).not.toContain('userPassword');
  });
});

describe('what a change rests on', () => {
  it('is who the account is, and every value that changes', () => {
    const change = modification({ account: { ...account, title: 'x', phone: '1' } });
    expect(assertionOf(change)).toBe(`(|(entryDN=dc=x)(&${identity}(!(telephoneNumber=*))(!(title=*))))`);
  });

  it.each([
    ['20260101000000Z', '(authTimestamp=20260101000000Z)'],
    [null, '(!(authTimestamp=*))'],
  ])('is the last access %j, where the change stands on it', (lastAccess, told) => {
    const change = modification({ kind: 'suspend', account: suspended, base: { ...base, lastAccess } });
    expect(assertionOf(change)).toContain(`(&${identity}`);
    expect(assertionOf(change)).toContain(told);
  });

  it.each([
    ['a login that a hand has shut', base, true],
    ['a suspension, which says so itself', { ...base, ...suspended }, false],
  ])('of what opens %s is no lock of an operator: %#', (_what, from, asserted) => {
    const change = modification({ base: { ...from, locked: true } });
    expect(assertionOf(change).includes('(!(danhbaOperatorLock=*))')).toBe(asserted);
  });

  it('of an operator’s lock is whose entry it is, that it is open, and that no other lock stands', () => {
    const operatorLock = '2026-11-24 x';
    const change = modification({ kind: 'lock', account: { ...account, operatorLock, locked: true } });
    expect(assertionOf(change)).toBe(
      `(|(entryDN=dc=x)(&${identity}(!(danhbaOperatorLock=*))(!(pwdEndTime=*))))`,
    );
  });

  it('is no last access where the change does not', () => {
    expect(assertionOf(modification({ kind: 'suspend', account: suspended }))).not.toContain('authTimestamp');
  });

  it.each(['suspended', 'terminated'] as const)(
    'of the deletion of a %s one is whatever its terms run from, and the lock',
    (state) => {
      const told =
        '(danhbaNotice=1/TB; 2026-05-05)(danhbaNoticed=20260505170000Z)(danhbaSince=20260301170000Z)(danhbaIssued=20260104170000Z)' +
        '(danhbaLocked=20260504170000Z)(pwdEndTime=19700101000000Z)';
      const days = {
        issued: '2026-01-05',
        lockedOn: '2026-05-05',
        noticedOn: '2026-05-06',
        locked: true,
      } as const;
      const ended = { ...base, ...days, state, notice: '1/TB; 2026-05-05' } as const;
      const assertion = assertionOf({ ...step, kind: 'delete', base: ended, account: ended, why });
      expect(assertion).toBe(`(|(entryDN=dc=x)(&${identity.replace('active', state)}${told}))`);
    },
  );

  it('of a policy is the values that were found, and no others are written', () => {
    const change: DirectoryChange = {
      ...step,
      kind: 'password-policy',
      why: { code: 'policy-declared', clause: '4.1' },
      base: { name: 'users', values: { pwdMinLength: '1', pwdMaxAge: '5' } },
      policy: { name: 'users', values: { pwdMinLength: '8', pwdMaxAge: '9', pwdLockout: 'TRUE' } },
      attributes: ['pwdMinLength', 'pwdLockout'],
    };
    const request = makeRequest(tree, change);
    expect(assertionOf(change)).toBe('(|(entryDN=dc=x)(&(pwdMinLength=1)(!(pwdLockout=*))))');
    expect(request).toMatchObject({
      dn: 'cn=users,ou=policies,dc=x',
      modifications: [
        { operation: 'delete', type: 'pwdMinLength', values: ['1'] },
        { operation: 'add', type: 'pwdMinLength', values: ['8'] },
        { operation: 'add', type: 'pwdLockout', values: ['TRUE'] },
      ],
    });
  });
});

describe('the requests of a change', () => {
  const told = (change: DirectoryChange) =>
    makeRequests(tree, change, password).map((request) => renderLdif(request).trim().split('\n'));
  const creation = (more: Partial<Account> = {}): DirectoryChange => ({
    ...step,
    kind: 'create',
    number: 1,
    account: { ...account, ...more },
    why,
  });

  it('are one where nothing is kept apart', () => {
    for (const change of [creation(), modification({ account: { ...account, title: 'x' } })]) {
      expect(makeRequests(tree, change)).toEqual([makeRequest(tree, change)]);
    }
    const ended = { ...base, state: 'terminated' } as const;
    const deletion: DirectoryChange = { ...step, kind: 'delete', base: ended, account: ended, why };
    expect(makeRequests(tree, deletion)).toEqual([makeRequest(tree, deletion)]);
  });

  it('never say the name among the attributes: the server puts it there', () => {
    const [lines] = told(creation());
    expect(lines?.some((line) => line.startsWith('uid:'))).toBe(false);
  });

  it('make what is to be suspended active first, and locked from the beginning', () => {
    const [add, then, ...more] = told(creation({ state: 'suspended', locked: true }));
    expect(add).toEqual(expect.arrayContaining(['danhbaState: active', 'pwdEndTime: 19700101000000Z']));
    expect(then).toEqual([
      'dn: uid=LC-1,ou=people,dc=x',
      'changetype: modify',
      'delete: danhbaState',
      'danhbaState: active',
      '-',
      'add: danhbaState',
      'danhbaState: suspended',
      '-',
    ]);
    expect(more).toEqual([]);
  });

  it('end what is active before it is deleted, resting on the same facts', () => {
    const [end, del] = makeRequests(tree, { ...step, kind: 'delete', base, account: base, why });
    if (end?.kind !== 'modify' || del?.kind !== 'delete') throw new Error('other requests');
    const terms =
      '(!(danhbaNotice=*))(!(danhbaNoticed=*))(danhbaSince=20260301170000Z)(!(danhbaIssued=*))' +
      '(!(danhbaLocked=*))(!(pwdEndTime=*))';
    const facts = `${identity}${terms}`;
    expect(end.assertion.toString()).toBe(`(|(entryDN=dc=x)(&${facts}))`);
    expect(del.assertion.toString()).toBe(`(|(entryDN=dc=x)(&${facts.replace('active', 'terminated')}))`);
  });
});

describe('an entry that has attributes with an option', () => {
  const optional: ActualAccount = { ...base, options: ['title;lang-en', 'danhbaAddress;lang-en'] };
  it('is asserted to have them, since no filter says that it has none without', () => {
    const assertion = assertionOf(modification({ base: optional, account: { ...account, title: 'x' } }));
    expect(assertion).toContain('(title;lang-en=*)');
    expect(assertion).toContain('(danhbaAddress;lang-en=*)');
    expect(assertion).not.toContain('(!(title=*))');
  });

  it('is asserted to have no other attribute that it had not, as before', () => {
    const assertion = assertionOf(modification({ base: optional, account: { ...account, phone: '1' } }));
    expect(assertion).toContain('(!(telephoneNumber=*))');
    expect(assertion).not.toContain('(title;lang-en=*)');
  });
});

describe('the lock of a change alone', () => {
  const change = modification({ kind: 'suspend', account: { ...suspended, title: 'x', address: 'b@x.vn' } });
  it('has the state, its reason and the lock, and stands on whose it is and its state', () => {
    const lock = makeLock(tree, change);
    expect(lock && renderLdif(lock)).toBe(
      [
        'dn: uid=LC-1,ou=people,dc=x',
        'changetype: modify',
        'add: danhbaReason',
        'danhbaReason: inactivity',
        '-',
        'delete: danhbaState',
        'danhbaState: active',
        '-',
        'add: danhbaState',
        'danhbaState: suspended',
        '-',
        'add: pwdEndTime',
        'pwdEndTime: 19700101000000Z',
        '-',
        '',
      ].join('\n'),
    );
    expect(lock?.kind === 'modify' && lock.assertion.toString()).toBe(
      '(|(entryDN=dc=x)(&(entryUUID=u-1)(danhbaKey=person:LC-1)(danhbaState=active)(!(danhbaReason=*))(!(pwdEndTime=*))))',
    );
  });

  it('stands on the last access where the suspension does', () => {
    const inactive = { ...change, base: { ...base, lastAccess: '20260101000000Z' } };
    const lock = makeLock(tree, inactive);
    expect(lock?.kind === 'modify' && lock.assertion.toString()).toContain('(authTimestamp=20260101000000Z)');
  });

  it.each<[string, DirectoryChange]>([
    ['a new title', modification({ account: { ...account, title: 'x' } })],
    ['who is locked already', { ...change, base: { ...base, locked: true } }],
    ['a transfer, which nobody is left without a mailbox by', { ...change, kind: 'transfer' }],
    ['a creation', { ...step, kind: 'create', number: 1, account: suspended, why }],
    ['a deletion', { ...step, kind: 'delete', base, account, why }],
  ])('is none of %s', (_what, one) => {
    expect(makeLock(tree, one)).toBeUndefined();
  });
});

describe('a password under another policy than before', () => {
  const before = { ...base, privileged: 'cn=foreign,dc=x' };
  const reset = { ...account, reset: '1/VP; 2026-06-02' };
  it('is set once the entry is under it: the server looks at what was there', () => {
    const change = modification({ kind: 'reset', base: before, account: reset, credential: true });
    const [first, second, more] = makeRequests(tree, change, password).map(renderLdif);
    expect(more).toBeUndefined();
    expect(first).toContain('delete: pwdPolicySubentry');
    expect(first).not.toMatch(/userPassword|danhbaReset/);
    expect(second).toMatch(/userPassword: \*\*\*/);
    expect(second).not.toContain('pwdPolicySubentry');
  });

  it('is set with the rest where the policy stays, and without a password there is one request', () => {
    for (const [from, credential] of [
      [base, true],
      [before, undefined],
    ] as const) {
      const change = modification({ base: from, account: reset, ...(credential && { credential }) });
      expect(makeRequests(tree, change, password)).toHaveLength(1);
    }
  });
});
