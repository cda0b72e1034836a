/** What is taken over, what is held, and that nobody loses an address, gains a lock or gets a second mailbox by it. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ObservedAccount } from '../../../src/model/account/account.ts';
import type { Key } from '../../../src/model/account/key.ts';
import type { Held, Modification, Plan } from '../../../src/model/plan/plan.ts';
import { changesOf, heldOf } from '../../support/lifecycle-story.ts';
import { policyText } from '../../support/world.ts';
import { type AdoptionScene, adopted, adoptionOf, base, ordinaryOf, stranger } from './adoption-world.ts';

const an = 'id: LC-000001, name: Nguyễn Văn An';
const key = 'person:LC-000001';
const breach = 'suspension: {reason: violation, clause: "12.5", document: 31/QĐ, date: 2026-03-02}';
const own = 'annv.sokx@laichau.gov.vn';
const at = (rdn: string, place = 'ou=people') => `${rdn},${place},${base}`;

const scene = (more: Partial<ObservedAccount> = {}, addresses?: string[], person = an): AdoptionScene => ({
  people: [person],
  strangers: [stranger(key, more, addresses)],
});
const only = (plan: Plan): Modification => {
  const [change] = plan.changes;
  if (change?.kind !== 'adopt') throw new Error(JSON.stringify(plan.held));
  return change;
};
const heldArgs = ({ held }: Plan) => held.map(({ args }: Held) => args);

describe('an entry', () => {
  it('is taken over by one change that stands on what it is, without a password', () => {
    const plan = adoptionOf(scene({ title: 'Chuyen vien' }));
    expect(plan).toMatchObject({ adopting: true, held: [], unmarked: [] });
    expect(changesOf(plan)).toEqual([`adopt ${key}`]);
    const change = only(plan);
    expect(change).not.toHaveProperty('credential');
    expect(change.base).toMatchObject({ name: 'Nguyen Van An', title: 'Chuyen vien', mailbox: false });
    expect(change.account).toEqual({
      ...{ key, organization: 'sokx', organizationName: 'Sở SOKX', name: 'Nguyễn Văn An' },
      ...{ family: 'Nguyễn', given: 'An', privileged: false, mailbox: true, address: own, addresses: [own] },
      ...{ issued: '2026-11-23', state: 'active', locked: false, takenName: 'nva' },
    });
  });

  it('leaves nothing to do afterwards, whatever it is named by', () => {
    const names = [
      [{}],
      [{ dn: at('uid=LC-000001') }],
      [{ dn: at('cn=Nguyen Van An'), homeNames: ['nva'], extraNames: ['nva'] }],
      [{ dn: at('cn=Nguyen Van An'), homeNames: [] }],
      [{ dn: at(`mail=${own}`), homeNames: ['nva'], extraNames: ['nva'], namedAddress: own }],
    ] as const;
    for (const [more] of names) {
      const one = scene({ ...more } as Partial<ObservedAccount>);
      const plan = adoptionOf(one);
      const accounts = adopted(plan, one);
      expect(heldOf(plan)).toEqual([]);
      const after = ordinaryOf({ ...one, accounts, more: { today: '2026-11-24' } });
      expect([...changesOf(after), ...heldOf(after)], JSON.stringify(more)).toEqual([
        'create organization:sokx',
        'create organization:ubnd',
      ]);
      expect(adoptionOf({ ...one, accounts })).toMatchObject({ changes: [], held: [] });
    }
  });

  it('keeps receiving under every address it had; what is not declared has a last day', () => {
    const old = ['an@laichau.gov.vn', 'nva.sokx@laichau.gov.vn'];
    const { account } = only(
      adoptionOf(scene({}, [...old, own], `${an}, aliases: [nva.sokx@laichau.gov.vn]`)),
    );
    expect(account).toMatchObject({
      address: own,
      addresses: ['an@laichau.gov.vn', own, 'nva.sokx@laichau.gov.vn'],
    });
    expect(account.former).toEqual([expect.stringMatching(/^an@laichau\.gov\.vn 202\d-\d\d-23$/)]);
    expect(account.renamedOn).toBeUndefined();
  });

  it('is the same change on any day', () => {
    const digestOn = (today: string) =>
      adoptionOf({ ...scene({}, ['an@laichau.gov.vn']), more: { today } }).digest;
    expect(digestOn('2026-11-30')).toBe(digestOn('2026-11-23'));
  });

  it('is suspended only as its file decides, with danhba’s own lock', () => {
    const { account } = only(adoptionOf(scene({}, undefined, `${an}, ${breach}`)));
    expect(account).toMatchObject({
      state: 'suspended',
      since: '2026-03-02',
      lockedOn: '2026-11-23',
      locked: true,
    });
  });

  it('is not given the password its file asks for: that is the next run’s', () => {
    const reset = 'passwordReset: {document: 13/VP, date: 2026-11-20}';
    const plan = adoptionOf(scene({}, undefined, `${an}, ${reset}`));
    expect(only(plan).account).not.toHaveProperty('reset');
  });

  it('never loses an address, gains another’s, or is left without a name of its mail (property)', () => {
    const address = fc
      .constantFrom('a.sokx', 'b.c', 'nva', 'annv.sokx')
      .map((one) => `${one}@laichau.gov.vn`);
    const lock = fc.constantFrom<boolean | string>(false, true, '20200101000000Z');
    const person = fc.constantFrom(an, `${an}, ${breach}`, `${an}, aliases: [a.sokx@laichau.gov.vn]`);
    fc.assert(
      fc.property(fc.uniqueArray(address), lock, person, (addresses, locked, record) => {
        const plan = adoptionOf(scene({ locked }, addresses, record));
        expect(plan.changes.length + plan.held.length).toBe(1);
        for (const change of plan.changes) {
          if (change.kind !== 'adopt') throw new Error(change.kind);
          const { account } = change;
          expect(account.addresses).toEqual(expect.arrayContaining(addresses));
          expect(account.takenName).toBe('nva');
          expect(account.locked === false && locked !== false).toBe(false);
          const undated = account.addresses.filter(
            (one) => !account.former?.some((line) => line.startsWith(`${one} `)),
          );
          expect(undated).toContain(own);
        }
      }),
    );
  });
});

describe('an entry is held', () => {
  const cases: Readonly<Record<string, readonly [AdoptionScene, string, object?]>> = {
    'that has moved': [
      {
        people: [an],
        strangers: [
          {
            ...stranger(key, { dn: at('uid=khac') }),
            entry: { ...stranger(key).entry, uuid: `uuid-${at('uid=khac')}` },
          },
        ],
      },
      'adoption-changed',
      { differs: [{ what: 'dn', seen: at('uid=nva'), now: at('uid=khac') }] },
    ],
    'that has another address': [
      {
        people: [an],
        strangers: [{ ...stranger(key), candidate: stranger(key, {}, ['x@laichau.gov.vn']).candidate }],
      },
      'adoption-changed',
      { differs: [{ what: 'addresses', seen: own, now: 'x@laichau.gov.vn' }] },
    ],
    'whose holder nobody declares': [
      { ...scene(), people: [] },
      'adoption-undeclared',
      { dn: at('uid=nva') },
    ],
    'of another human’s name, without the person’s address': [
      scene({ name: 'Trần Thị Bình' }, ['binhtt@laichau.gov.vn']),
      'adoption-refused',
      { because: 'stranger', values: ['Trần Thị Bình', 'Nguyễn Văn An'] },
    ],
    'that an end time locks': [scene({ locked: '20200101000000Z' }), 'adoption-refused', { because: 'lock' }],
    'that is locked without a decision': [scene({ locked: true }), 'adoption-refused', { because: 'lock' }],
    'that stands deeper': [
      scene({ dn: at('uid=nva', 'ou=old,ou=people') }),
      'adoption-refused',
      { because: 'place', values: [`ou=people,${base}`] },
    ],
    'with two names': [
      scene({ extraNames: ['cu'] }),
      'adoption-refused',
      { because: 'names', values: ['nva', 'cu'] },
    ],
    'named by two values': [scene({ dn: at('cn=An+uid=nva') }), 'adoption-refused', { because: 'names' }],
    'whose name Dovecot cannot be asked for': [
      scene({ dn: at('uid=nva@laichau.gov.vn') }),
      'adoption-refused',
      { because: 'names' },
    ],
    'named as another’s id': [
      { ...scene({ dn: at('uid=LC-000002-2') }), people: [an, 'id: LC-000002, name: Trần Thị Bình'] },
      'adoption-refused',
      { because: 'names' },
    ],
    'with an address of another domain': [
      scene({}, [own, 'an@gmail.com']),
      'adoption-refused',
      { because: 'addresses', values: ['an@gmail.com'] },
    ],
    'of another class': [scene({ lacksClass: 'inetOrgPerson' }), 'entry-class'],
  };

  it.each(Object.entries(cases))('%s', (_what, [one, code, args = {}]) => {
    const plan = adoptionOf(one);
    expect([...changesOf(plan), ...heldOf(plan)]).toEqual([`${code} ${key}`]);
    expect(heldArgs(plan)).toMatchObject([args]);
  });

  it('that nobody sees any more', () => {
    const { entry } = stranger(key);
    const lost = { people: [an], strangers: [stranger('person:LC-000002', { dn: at('uid=x') })] };
    const plan = adoptionOf({ ...lost, strangers: [{ ...lost.strangers[0]!, entry }] });
    expect(heldOf(plan)).toEqual([`adoption-changed ${key}`]);
    expect(heldArgs(plan)).toMatchObject([{ differs: [] }]);
  });

  it('whose key, or which, is taken already', () => {
    const there = adopted(adoptionOf(scene()), scene());
    const again = stranger(key, { dn: at('uid=an2') }, ['an2@laichau.gov.vn']);
    const two = adoptionOf({ people: [an], strangers: [again], accounts: there });
    expect(heldArgs(two)).toEqual([{ dn: at('uid=an2'), other: at('uid=nva') }]);
    const other = { ...stranger(key), entry: { ...stranger(key).entry, key: 'person:LC-000002' as Key } };
    const plan = adoptionOf({ people: [an], strangers: [other], accounts: there });
    expect(heldArgs(plan)).toEqual([{ dn: at('uid=nva'), other: key }]);
  });

  it('where another entry, ours or not, has an address that it has or is to have', () => {
    const binh = 'id: LC-000002, name: Trần Thị Bình';
    const shared = ['chung@laichau.gov.vn'];
    const others = [
      stranger(key, {}, [own, ...shared]),
      stranger('person:LC-000002', { dn: at('uid=binh'), name: 'Tran Thi Binh' }, shared),
    ];
    const plan = adoptionOf({ people: [an, binh], strangers: others });
    expect(heldOf(plan)).toEqual([`address-held ${key}`, 'address-held person:LC-000002']);
    expect(heldArgs(plan)).toMatchObject([{ holder: at('uid=binh') }, { holder: at('uid=nva') }]);
  });

  it('where the address it is to have rests', () => {
    const tombstones = [{ address: own, holder: 'person:LC-000009', until: '2030-01-01' } as const];
    const one = { ...scene({}, ['an@laichau.gov.vn']), more: { tombstones } };
    expect(heldOf(adoptionOf(one))).toEqual([`address-retired ${key}`]);
  });

  it('where its mail has the name that another’s has', () => {
    const one = scene({ dn: at('cn=Nguyen Van An'), homeNames: ['lan'], extraNames: ['lan'] });
    const lan: ObservedAccount = {
      ...{ key: 'person:LC-000003', dn: at('uid=LAN'), uuid: 'u3', name: 'Vũ Thị Lan', takenName: 'LAN' },
      ...{ mailbox: true, state: 'active', locked: false, addresses: [] },
    };
    const plan = adoptionOf({ ...one, accounts: [lan] });
    expect(heldOf(plan)).toEqual([`adoption-refused ${key}`]);
  });

  it('whenever the read is in doubt', () => {
    const plan = adoptionOf({ ...scene(), more: { doubt: { seen: 1, expected: 9 } } });
    expect(heldOf(plan)).toEqual([`read-doubtful ${key}`]);
  });

  it('with its agency’s address, where the agency is to have no mailbox', () => {
    const office = stranger('organization:sokx', { dn: at('ou=kx', 'ou=organizations'), name: 'Sở' }, [
      'sokx@laichau.gov.vn',
    ]);
    expect(heldOf(adoptionOf({ people: [], strangers: [office] }))).toEqual([
      'adoption-refused organization:sokx',
    ]);
  });

  it('where more are shut than the guard lets pass, until that is approved', () => {
    const given = ['An', 'Bình', 'Chi', 'Dung', 'Giang', 'Hoa', 'Khoa', 'Lan', 'Mai', 'Nam', 'Oanh', 'Phong'];
    const people = given.map((name, index) => `id: LC-00010${index}, name: Nguyễn Văn ${name}, ${breach}`);
    const strangers = given.map((name, index) =>
      stranger(`person:LC-00010${index}`, { dn: at(`uid=u${index}`), name: `Nguyễn Văn ${name}` }, []),
    );
    const plan = adoptionOf({ people, strangers });
    expect(new Set(plan.held.map(({ code }) => code))).toEqual(new Set(['guard']));
    const approved = plan.approval ?? '';
    expect(adoptionOf({ people, strangers, more: { approved } }).changes).toHaveLength(12);
  });
});

describe('an ordinary run while the adoption is open', () => {
  it('issues nobody a second mailbox, whatever his address is to be', () => {
    const plan = ordinaryOf(scene({}, ['an@laichau.gov.vn']));
    expect(heldOf(plan)).toEqual([`adoption-waits ${key}`]);
    expect(changesOf(plan)).not.toContain(`create ${key}`);
  });

  it('waits for an entry that is out of sight, too', () => {
    const one = scene();
    const plan = ordinaryOf({
      ...one,
      strangers: [{ ...one.strangers[0]!, entry: { ...one.strangers[0]!.entry, uuid: 'gone' } }],
    });
    expect(heldOf(plan)).toContain(`adoption-changed ${key}`);
    expect(changesOf(plan)).not.toContain(`create ${key}`);
  });

  it('keeps back nobody who has an entry: the file is no way around a suspension', () => {
    const there = adopted(adoptionOf(scene()), scene());
    const other = stranger(key, { dn: at('uid=khac') }, ['khac@laichau.gov.vn']);
    const plan = ordinaryOf({ people: [`${an}, ${breach}`], strangers: [other], accounts: there });
    expect(changesOf(plan)).toContain(`suspend ${key}`);
  });
});

describe('an adopted entry that is named otherwise', () => {
  const one = scene({ dn: at('cn=Nguyen Van An'), homeNames: ['nva'], extraNames: ['nva'] });
  const [account] = adopted(adoptionOf(one), one) as [ObservedAccount];
  const heldAfter = (more: Partial<ObservedAccount>, ...others: ObservedAccount[]) =>
    heldOf(ordinaryOf({ ...one, accounts: [{ ...account, ...more }, ...others] }));

  it.each([
    ['another uid', { homeNames: ['lan'], extraNames: ['lan'] }],
    ['a second uid', { homeNames: ['nva', 'lan'], extraNames: ['lan'] }],
    ['no uid any more', { homeNames: [] }],
    ['another danhbaName', { takenName: 'lan' }],
    ['two values in its name', { dn: at('cn=Nguyen Van An+sn=An') }],
  ])('is misnamed with %s', (_what, more) => {
    expect(heldAfter(more)).toEqual([`entry-misnamed ${key}`]);
  });

  it('is misnamed without danhbaName, as whatever a hand has renamed', () => {
    const { takenName: _takenName, ...rest } = account;
    const plan = ordinaryOf({ ...one, accounts: [rest] });
    expect(heldOf(plan)).toEqual([`entry-misnamed ${key}`]);
  });

  it('is misnamed where another mailbox has the same home', () => {
    const lan: ObservedAccount = {
      ...{ key: 'person:LC-000003', dn: at('uid=nva'), uuid: 'u3', name: 'Vũ Thị Lan', takenName: 'nva' },
      ...{ organization: 'sokx', mailbox: true, state: 'active', locked: false, addresses: [] },
    };
    expect(heldAfter({}, lan)).toContain(`entry-misnamed ${key}`);
  });

  it('keeps the address that is part of its name from everybody else', () => {
    const plan = ordinaryOf({
      ...{ people: ['id: LC-000002, name: Trần Thị Bình', an], strangers: [] },
      accounts: [{ ...account, namedAddress: 'binhtt.sokx@laichau.gov.vn' }],
    });
    expect(heldOf(plan)).toEqual(['address-held person:LC-000002']);
  });
});

it('a policy’s unmanaged attributes stay as they are', () => {
  const policy = `${policyText}unmanaged: [title]\n`;
  const one = { ...scene({ title: 'cũ' }, undefined, `${an}, title: mới`), policy };
  expect(only(adoptionOf(one)).account.title).toBe('cũ');
});
