/** An address from before danhba is kept where the account has it, renamed from its day, and given to nobody (13.7). */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { unkeptAddress } from '../../../src/plan/order/unkept.ts';
import { applied, organizationText, planOf, policyText } from '../../support/world.ts';

const key = 'person:LC-000001';
const old = 'nguyenvanan@laichau.gov.vn';
const elsewhere = 'an@muongte.gov.vn';
const byRule = 'annv.soyt@laichau.gov.vn';
const policy = (more: string) => policyText.replace('naming:\n', `naming:\n${more}\n`);
const domains = '  legacyDomains: [muongte.gov.vn]';
const until = (day: string) => policy(`${domains}\n  legacyUntil: ${day}`);
const kept = (address: string, more = '') =>
  `id: LC-000001, name: Nguyễn Văn An, address: ${address}, addressDecision: {document: 8/QĐ, date: 2026-03-02, legacy: true}${more}`;
const plain = 'id: LC-000001, name: Nguyễn Văn An';
const soyt = (...people: string[]) => ({ soyt: organizationText('soyt', people) });

/** Issued under the rules, then found with this address, as one that was adopted has it. */
function found(address: string, more: readonly string[] = []) {
  const { plan } = planOf({ organizations: soyt(plain) });
  return applied([], plan).map((account) =>
    account.key === key ? { ...account, address, addresses: [address, ...more].sort() } : account,
  );
}

const said = ({ plan, problems }: ReturnType<typeof planOf>) => [
  ...problems.flatMap(({ code, severity, subject }) =>
    severity === 'error' && subject === undefined ? [code] : [],
  ),
  ...plan.changes.map(({ kind, key: of, why, account }) => `${kind} ${of} ${why.code} ${account?.address}`),
  ...plan.held.map(({ code, key: of }) => `held ${of} ${code}`),
];

describe('an address from before', () => {
  it.each([
    ['in the domain', old],
    ['in an old domain', elsewhere],
  ])('%s is left as it is where the account has it', (_where, address) => {
    expect(
      said(planOf({ organizations: soyt(kept(address)), accounts: found(address), policy: policy(domains) })),
    ).toEqual([]);
  });

  it('is left where only the line of all addresses has it', () => {
    const accounts = found(byRule, [old]);
    const { plan } = planOf({ organizations: soyt(kept(old)), accounts });
    expect(plan.changes.map(({ account }) => account?.address)).toEqual([old]);
    expect(plan.changes[0]?.why).toMatchObject({ code: 'address-decided', clause: '13.7', document: '8/QĐ' });
  });

  it.each([
    ['in the domain', old],
    ['in an old domain', elsewhere],
  ])('%s is given to no new account', (_where, address) => {
    const made = planOf({ organizations: soyt(kept(address)), policy: policy(domains) });
    expect(said(made)).toContain(`held ${key} legacy-new`);
    expect(made.plan.changes.filter((one) => one.key === key)).toEqual([]);
  });

  it('that another has not is not put in the place of the one there; all else of the change goes on', () => {
    const organizations = soyt(kept(elsewhere, ', title: Chuyên viên'));
    const made = planOf({ organizations, accounts: found(old), policy: policy(domains) });
    expect(said(made)).toEqual([`update ${key} differs ${old}`, `held ${key} legacy-new`]);
  });

  it('a lock does not wait for it', () => {
    const suspension = ', suspension: {reason: violation, clause: "12.5", document: 31/QĐ, date: 2026-11-20}';
    const organizations = soyt(kept(elsewhere, suspension));
    const made = planOf({ organizations, accounts: found(old), policy: policy(domains) });
    expect(said(made)).toEqual([`suspend ${key} suspension-declared ${old}`, `held ${key} legacy-new`]);
  });

  it('as an alias is kept, and not given either', () => {
    const organizations = soyt(`${plain}, aliases: [${elsewhere}]`);
    const there = planOf({ organizations, accounts: found(byRule, [elsewhere]), policy: policy(domains) });
    expect(said(there)).toEqual([]);
    const absent = planOf({ organizations, accounts: found(byRule), policy: policy(domains) });
    expect(said(absent)).toEqual([`held ${key} legacy-new`]);
  });

  it('goes to nobody with a transfer: both halves wait', () => {
    const organizations = {
      soyt: organizationText('soyt', [
        `${plain}, termination: {reason: transfer, document: 5/QĐ, decided: 2026-11-02}`,
      ]),
      sotc: organizationText('sotc', [kept(old)]),
    };
    const made = planOf({ organizations, accounts: found(byRule) });
    expect(made.plan.changes.filter((one) => one.key.startsWith(key))).toEqual([]);
    expect(said(made)).toContain(`held ${key} legacy-new`);
  });
});

describe('the day', () => {
  it.each(['2026-11-24', '2030-01-01'])('%s is still to come: nothing', (day) => {
    expect(
      said(planOf({ organizations: soyt(kept(old)), accounts: found(old), policy: until(day) })),
    ).toEqual([]);
  });

  it.each(['2026-11-23', '2026-01-01'])(
    '%s is there: renamed, the old one receives on, and that is all',
    (day) => {
      const situation = { organizations: soyt(kept(old)), policy: until(day) };
      const made = planOf({ ...situation, accounts: found(old) });
      expect(said(made)).toEqual([`rename ${key} legacy-over ${byRule}`]);
      const [change] = made.plan.changes;
      expect(change?.account).toMatchObject({ addresses: [byRule, old], former: [`${old} 2027-05-23`] });
      expect(change?.why).toMatchObject({ clause: '13.7', document: '8/QĐ' });
      const after = applied(found(old), made.plan);
      expect(said(planOf({ ...situation, accounts: after }))).toEqual([]);
    },
  );

  it('is put off: the account has its old address back', () => {
    const { plan } = planOf({
      organizations: soyt(kept(old)),
      policy: until('2026-11-23'),
      accounts: found(old),
    });
    const made = planOf({
      organizations: soyt(kept(old)),
      policy: until('2027-11-23'),
      accounts: applied(found(old), plan),
    });
    expect(said(made)).toEqual([`rename ${key} address-decided ${old}`]);
  });

  it('takes no address from whoever has it', () => {
    const organizations = soyt(kept(old), 'id: LC-000002, name: Ngô Văn An');
    const other = {
      ...found(byRule).find((one) => one.key === key),
      key: 'person:LC-000002',
      dn: 'uid=LC-000002,ou=people,dc=laichau,dc=gov,dc=vn',
      uuid: 'b',
      name: 'Ngô Văn An',
      family: 'Ngô',
    };
    const accounts = [...found(old), other as ReturnType<typeof found>[number]];
    const before = planOf({ organizations, accounts, policy: until('2027-01-01') });
    expect(before.problems.map(({ code, subject }) => `${code} ${subject}`)).toContain(
      `legacy-collision ${key}`,
    );
    expect(said(before)).toEqual([]);
    const after = planOf({ organizations, accounts, policy: until('2026-11-23') });
    expect(said(after)).toEqual([`held ${key} problem`]);
    expect(after.problems.map(({ code }) => code)).toContain('address-collision');
  });

  it('is held by the guard where it renames many', () => {
    const names = ['An', 'Bình', 'Chi', 'Dũng', 'Giang', 'Hà', 'Khoa', 'Lan'];
    const people = names.map((name, at) => ({
      id: `LC-00001${at}`,
      name: `Nguyễn Văn ${name}`,
      old: `nv${at}@laichau.gov.vn`,
    }));
    const issued = planOf({
      organizations: soyt(...people.map(({ id, name }) => `id: ${id}, name: ${name}`)),
    });
    const accounts = applied([], issued.plan).map((account) => {
      const one = people.find(({ id }) => account.key === `person:${id}`);
      return one === undefined ? account : { ...account, address: one.old, addresses: [one.old] };
    });
    const organizations = soyt(
      ...people.map(
        ({ id, name, old: address }) =>
          `id: ${id}, name: ${name}, address: ${address}, addressDecision: {document: 8/QĐ, date: 2026-03-02, legacy: true}`,
      ),
    );
    const { plan } = planOf({ organizations, accounts, policy: until('2026-11-23') });
    expect(plan.changes).toEqual([]);
    expect(plan.held.map(({ code }) => code)).toEqual(names.map(() => 'guard'));
    const approved = planOf({
      organizations,
      accounts,
      policy: until('2026-11-23'),
      approved: plan.approval ?? '',
    });
    expect(approved.plan.changes.map(({ kind }) => kind)).toEqual(names.map(() => 'rename'));
  });
});

describe('what an account may keep', () => {
  const address = fc.constantFrom(old, elsewhere, byRule, 'x@muongte.gov.vn', 'soyt@laichau.gov.vn');
  it('is what it has, whatever its file says; and asking for no more than that is never refused', () => {
    fc.assert(
      fc.property(fc.uniqueArray(address), fc.uniqueArray(address), address, (addresses, there, one) => {
        const legacy = { address: one, byRule, document: '8/QĐ' };
        const refused = unkeptAddress({ addresses, legacy }, there, 'laichau.gov.vn');
        const isOld = (each: string) => each === one || each.endsWith('@muongte.gov.vn');
        expect(refused).toBe(addresses.find((each) => isOld(each) && !there.includes(each)));
      }),
    );
  });
});
