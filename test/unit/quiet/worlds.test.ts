/** In any world that slips of clerks and hands have made, whoever is left out of a plan changes nothing in it, nor in what is read of it. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ObservedAccount } from '../../../src/model/account/account.ts';
import { toldKey } from '../../../src/model/account/key.ts';
import type { Directory } from '../../../src/model/directory/directory.ts';
import type { Person } from '../../../src/model/directory/organization.ts';
import type { Plan } from '../../../src/model/plan/plan.ts';
import type { PlanInput } from '../../../src/plan/facts/facts.ts';
import { makePlan } from '../../../src/plan/make-plan.ts';
import { renderPlanMarkdown } from '../../../src/render/plan/markdown.ts';
import { namesOf } from '../../../src/review/names.ts';
import { planInPart } from '../../support/in-part.ts';
import {
  inputOf,
  makeQuietWorld,
  type QuietWorld,
  slip,
  slipsArbitrary,
} from '../../support/quiet-worlds.ts';

const pageOf = (plan: Plan, directory: Directory, accounts: PlanInput['accounts']): string =>
  renderPlanMarkdown(plan, { language: 'vi', limit: 1000, names: namesOf([directory], accounts) });

/** How many are left out; undefined where the part is thrown away. Everything that is told is the same. */
function leftOutOf(input: PlanInput): number | undefined {
  const plan = makePlan(input);
  const part = planInPart(input);
  if (part === undefined) return undefined;
  expect([part.plan, part.problems]).toEqual([plan, input.problems]);
  expect(pageOf(plan, part.directory, part.accounts)).toBe(pageOf(plan, input.directory, input.accounts));
  return part.leftOut;
}

describe('a plan made in part', () => {
  it('is the plan of the whole, whatever slips met in files and on the server', () => {
    const seen = { looks: 0, whole: 0, leftOut: 0 };
    fc.assert(
      fc.property(slipsArbitrary(6), (steps) => {
        const world = makeQuietWorld();
        for (const step of steps) slip(world, step);
        const leftOut = leftOutOf(inputOf(world));
        seen.looks++;
        if (leftOut === undefined) seen.whole++;
        else seen.leftOut += leftOut;
      }),
      { numRuns: 120 },
    );
    // The worlds are worth something: many are left out, and the part mostly stands.
    expect(seen.leftOut).toBeGreaterThan(30 * seen.looks);
    expect(seen.whole * 2).toBeLessThan(seen.looks);
  });
});

const quiet = 'LC-000555';
const entryOf = ({ accounts }: QuietWorld, id: string) => {
  const found = accounts.find(({ key }) => key === `person:${id}`);
  if (found === undefined) throw new Error(id);
  return found;
};
const say = ({ organizations }: QuietWorld, id: string, more: Partial<Person>): void => {
  for (const { people } of organizations.values())
    for (const person of people) if (person.id === id) Object.assign(person, more);
};

describe('somebody of whom there would be nothing to say', () => {
  const atRest = leftOutOf(inputOf(makeQuietWorld())) ?? 0;

  it('is left out, as most are', () => expect(atRest).toBeGreaterThan(70));

  it.each([
    ['9999-12-30, from which no term can be counted', '99991230000000Z'],
    ['no time', 'hôm qua'],
    ['long before mail was', '00010101000000Z'],
  ])('is looked at where the last login is %s', (_name, lastAccess) => {
    const world = makeQuietWorld();
    entryOf(world, quiet).lastAccess = lastAccess;
    expect(leftOutOf(inputOf(world))).toBe(atRest - 1);
  });

  it.each([
    ['', 'person:LC-000555'],
    [' of a former mailbox', 'person:LC-000555/1'],
  ] as const)('is called by name where an address at rest was theirs%s', (_name, holder) => {
    const world = makeQuietWorld();
    const address = 'vanthu9.bandt@laichau.gov.vn';
    say(world, 'LC-000556', { aliases: [address] });
    world.tombstones.push({ address, holder, until: '2030-01-01' });
    const input = inputOf(world);
    expect(makePlan(input).held).toMatchObject([{ code: 'address-retired', args: { holder } }]);
    expect(leftOutOf(input)).toBeUndefined();
  });

  it('does not make a server that was read look like none, where nobody else has an entry', () => {
    const world = makeQuietWorld();
    const { accounts } = world;
    const only = accounts.filter(({ key }) => key === `person:${quiet}`);
    accounts.splice(0, accounts.length, ...only);
    // Told where the server was not read, and never of who has no mailbox.
    const leaving = { reason: 'retirement', document: '7/QĐ', decided: '2026-05-10' } as const;
    say(world, 'LC-000556', { termination: leaving });
    const input = inputOf(world);
    expect(input.problems.map(({ code }) => code)).not.toContain('notification-late');
    expect(leftOutOf(input)).toBeUndefined();
  });
});

const base = 'dc=laichau,dc=gov,dc=vn';
const other = 'LC-000556';
/** The entry of somebody else, who is looked at anyway, says this as well. */
const says = (more: (theirs: ObservedAccount) => Partial<ObservedAccount>) => (world: QuietWorld) =>
  Object.assign(entryOf(world, other), { title: 'khác', ...more(entryOf(world, quiet)) });
/** One more entry, beside theirs. */
const beside = (more: Partial<ObservedAccount>) => (world: QuietWorld) =>
  world.accounts.push({ ...entryOf(world, quiet), uuid: 'khac', dn: `uid=khac,ou=people,${base}`, ...more });
/** The same, without an address. */
const marked = (key: string) => (world: QuietWorld) => {
  const { address: _address, ...rest } = entryOf(world, quiet);
  const dn = `uid=khac,ou=people,${base}`;
  world.accounts.push({ ...rest, addresses: [], uuid: 'khac', dn, key: toldKey(key) });
};
const hires = (id: string, more: Partial<Person>) => (world: QuietWorld) =>
  world.organizations.get(id)?.people.push({ id: 'LC-900001', name: 'Lò Văn Út', ...more });

describe('somebody who would be left out', () => {
  const { leftOut: atRest } = planInPart(inputOf(makeQuietWorld())) ?? { leftOut: 0 };
  const address = 'thuantd.bandt@laichau.gov.vn';

  it('has this address', () => expect(entryOf(makeQuietWorld(), quiet).address).toBe(address));

  it.each<[string, (world: QuietWorld) => unknown]>([
    ['has their address', says(() => ({ addresses: [address] }))],
    ['has their address first', says(() => ({ address }))],
    ['has their address under an option', says(() => ({ options: ['mail;x'], optionAddresses: [address] }))],
    ['is named by their address', says(() => ({ dn: `mail=${address},ou=people,${base}` }))],
    ['was taken over by their id', says(() => ({ takenName: quiet }))],
    [
      'has their id for a login beside another name',
      says(() => ({ dn: `cn=x,ou=people,${base}`, homeNames: [quiet], extraNames: [quiet] })),
    ],
    ['stands in their second place', says(() => ({ dn: `uid=${quiet}-2,ou=people,${base}` }))],
    [
      'says that they keep it',
      (world) =>
        Object.assign(world.accounts.find(({ key }) => key === 'organization:sotttt') ?? {}, {
          custodian: quiet,
        }),
    ],
    ['has their key, and comes last', beside({})],
    ['has their key in small letters', marked('person:lc-000555')],
    ['has their key with another head', marked('PERSON:LC-000555')],
    [
      'is a former mailbox of theirs',
      beside({ key: 'person:LC-000555/1', addresses: [], address: '', state: 'terminated', locked: true }),
    ],
    ['is theirs, and stands elsewhere', beside({ dn: `uid=${quiet},ou=cu,ou=people,${base}` })],
  ])('is read with everybody where an entry %s', (_name, change) => {
    const world = makeQuietWorld();
    change(world);
    expect(leftOutOf(inputOf(world))).toBeUndefined();
  });

  it.each<[string, (world: QuietWorld) => unknown]>([
    ['claims their address', hires('bandt', { name: 'Tô Đức Thuận' })],
    ['claims it for an alias', hires('bandt', { aliases: [address] })],
    [
      'will have their address by the rules',
      hires('bandt', {
        name: 'Tô Đức Thuận',
        address: `cu@laichau.gov.vn`,
        addressDecision: { document: '1/QĐ', date: '2025-01-02', legacy: true },
      }),
    ],
    ['has their id', hires('sotttt', { id: quiet })],
    [
      'has them for a custodian elsewhere',
      ({ organizations }) =>
        Object.assign(organizations.get('muongte') ?? {}, { mailbox: { custodian: quiet } }),
    ],
    [
      'is a grant of their address',
      ({ grants }) =>
        grants.push({
          address: address.toUpperCase(),
          organization: 'sotttt',
          document: '1/QĐ',
          date: '2025-01-02',
        }),
    ],
    [
      'is a grant to them',
      ({ grants }) =>
        grants.push({
          address: 'x.sotttt@laichau.gov.vn',
          holder: `person:${quiet}`,
          document: '1/QĐ',
          date: '2025-01-02',
        }),
    ],
    ['protects them', ({ policy }) => Object.assign(policy.guard, { protected: [`person:${quiet}`] })],
    [
      'has their key beside them, and comes first',
      (world) => world.accounts.unshift({ ...entryOf(world, quiet), dn: `uid=khac,ou=people,${base}` }),
    ],
  ])('is looked at where something %s', (_name, change) => {
    const world = makeQuietWorld();
    change(world);
    expect(leftOutOf(inputOf(world)) ?? 0).toBeLessThan(atRest);
  });

  it.each<[string, Partial<Person>]>([
    [
      'a suspension',
      { suspension: { reason: 'violation', document: '1/QĐ', clause: '12.1', date: '2026-05-04' } },
    ],
    ['an end', { termination: { reason: 'retirement', document: '1/QĐ', decided: '2026-05-20' } }],
    ['a restoration', { restoration: { document: '1/QĐ', date: '2026-05-04' } }],
    ['a new password', { passwordReset: { document: '1/QĐ', date: '2026-05-04' } }],
    ['another name', { name: 'Lò Văn Út' }],
    ['another title', { title: 'Phó Trưởng phòng' }],
    ['the rights of an administrator', { privileged: true }],
  ])('is looked at with %s on record', (_name, record) => {
    const world = makeQuietWorld();
    say(world, quiet, record);
    const input = inputOf(world);
    expect(leftOutOf(input)).toBeLessThan(atRest);
    const { changes, held } = makePlan(input);
    const told = [...changes, ...held].map(({ key }) => key);
    if (record.restoration === undefined) expect(told).toContain(`person:${quiet}`);
  });

  it('is read with everybody where the suffix of all of them is somebody else’s, and no grant lets it be', () => {
    const world = makeQuietWorld();
    Object.assign(world.organizations.get('bandt') ?? {}, { personSuffix: 'sotttt' });
    // As a grant has let it be until yesterday.
    for (const { key, address: theirs } of inputOf(world).declared) {
      const entry = world.accounts.find((one) => one.key === key);
      if (entry?.organization === 'bandt' && theirs !== undefined)
        Object.assign(entry, { address: theirs, addresses: [theirs] });
    }
    const input = inputOf(world);
    expect(makePlan(input).held).toContainEqual(
      expect.objectContaining({ key: `person:${quiet}`, code: 'problem' }),
    );
    expect(leftOutOf(input)).toBeUndefined();
  });

  it('is read with everybody where organizations hang from each other in a circle', () => {
    const world = makeQuietWorld();
    Object.assign(world.organizations.get('bandt') ?? {}, { parent: 'sotttt' });
    Object.assign(world.organizations.get('sotttt') ?? {}, { parent: 'bandt' });
    expect(leftOutOf(inputOf(world))).toBeUndefined();
  });

  it('counts where the guard asks of how many', () => {
    const world = makeQuietWorld();
    world.policy.guard = {
      run: { share: 5, count: 1 },
      organization: { share: 20, count: 1 },
      protected: [],
    };
    for (const id of [quiet, other])
      say(world, id, { termination: { reason: 'death', document: '1/QĐ', decided: '2026-05-20' } });
    const input = inputOf(world);
    expect(makePlan(input).held.map(({ code }) => code)).not.toContain('guard');
    expect(leftOutOf(input)).toBeGreaterThan(atRest - 3);
  });

  it('is not taken for one who was deleted, whose address rests', () => {
    const world = makeQuietWorld();
    for (let id = 553; id < 563; id++)
      world.tombstones.push({
        address: `cu${id}@laichau.gov.vn`,
        holder: `person:LC-000${id}`,
        until: '2031-05-31',
      });
    world.policy.guard = {
      run: { share: 1, count: 3 },
      organization: { share: 100, count: 9 },
      protected: [],
    };
    const over = {
      state: 'terminated',
      since: '2024-01-02',
      lockedOn: '2024-01-02',
      locked: true,
      reason: 'removed',
    } as const;
    Object.assign(entryOf(world, 'LC-000567'), over, { issued: '2023-01-02' });
    const home = world.organizations.get('bandt');
    if (home !== undefined) home.people = home.people.filter(({ id }) => id !== 'LC-000567');
    const input = inputOf(world);
    expect(makePlan(input).changes).toMatchObject([{ kind: 'delete' }]);
    expect(leftOutOf(input)).toBe(atRest - 1);
  });

  it('has an address that is proposed to nobody', () => {
    const world = makeQuietWorld();
    // Of the same name as somebody, whose next free address the quiet one has.
    const [name, taken] = ['Đinh Thị Ánh', 'anhdit.bandt@laichau.gov.vn'];
    say(world, quiet, { name, address: taken, addressDecision: { document: '1/QĐ', date: '2025-01-02' } });
    const own = { name, family: 'Đinh', given: 'Ánh', address: taken, addresses: [taken] };
    Object.assign(entryOf(world, quiet), own);
    hires('bandt', { name: 'Đinh Thị Anh' })(world);
    const input = inputOf(world);
    const [collision] = input.problems.flatMap((one) => (one.code === 'address-collision' ? one.args : []));
    expect(collision?.candidates).not.toContain(taken);
    expect(leftOutOf(input)).toBe(atRest - 1);
  });

  it('is there, though nobody else of the file is', () => {
    const world = makeQuietWorld();
    const home = world.organizations.get('muongte-ttmt');
    if (home === undefined) throw new Error('no home');
    home.people = home.people.slice(2);
    delete home.mailbox;
    delete world.accounts.find(({ key }) => key === 'organization:muongte-ttmt')?.custodian;
    const input = inputOf(world);
    expect(makePlan(input).held.map(({ code }) => code)).not.toContain('organization-emptied');
    expect(leftOutOf(input)).toBeGreaterThan(atRest - 6);
  });

  it('is looked at from the day of a suspension on, which the entry has', () => {
    const world = makeQuietWorld();
    const date = world.today;
    say(world, quiet, { suspension: { reason: 'violation', document: '1/QĐ', clause: '12.1', date } });
    const locked = {
      state: 'suspended',
      since: date,
      lockedOn: date,
      locked: true,
      reason: 'violation',
    } as const;
    Object.assign(entryOf(world, quiet), { ...locked, basis: `1/QĐ; ${date}` });
    const input = inputOf(world);
    expect(makePlan(input)).toMatchObject({
      changes: [],
      held: [{ key: `person:${quiet}`, code: 'notice-missing' }],
    });
    expect(leftOutOf(input)).toBe(atRest - 1);
  });

  it('is met in the very place of an entry, whatever their id ends in', () => {
    const world = makeQuietWorld();
    const [id, address] = ['LC-77', 'utlv.bandt@laichau.gov.vn'];
    hires('bandt', { id, name: 'Lò Văn Út' })(world);
    const own = { name: 'Lò Văn Út', family: 'Lò', given: 'Út', address, addresses: [address] };
    const { title: _title, phone: _phone, unit: _unit, ...rest } = entryOf(world, quiet);
    world.accounts.push({
      ...rest,
      ...own,
      key: `person:${id}`,
      dn: `uid=${id},ou=people,${base}`,
      uuid: id,
    });
    expect(leftOutOf(inputOf(world))).toBe(atRest + 1);
    Object.assign(entryOf(world, other), { dn: `cn=${id},ou=people,${base}` });
    expect(leftOutOf(inputOf(world))).toBeUndefined();
  });

  it('is looked at where an old address is to go to them, and somebody has the one by the rules', () => {
    const world = makeQuietWorld();
    world.policy.naming = { ...world.policy.naming, legacyUntil: '2027-01-01' };
    const [name, old] = ['Đinh Thị Ánh', 'anh.cu@laichau.gov.vn'];
    const addressDecision = { document: '1/QĐ', date: '2025-01-02', legacy: true } as const;
    say(world, quiet, { name, address: old, addressDecision });
    const own = { name, family: 'Đinh', given: 'Ánh', address: old, addresses: [old] };
    Object.assign(entryOf(world, quiet), own);
    const input = inputOf(world);
    expect(input.problems.map(({ code }) => code)).toContain('legacy-collision');
    expect(leftOutOf(input)).toBeLessThan(atRest);
  });
});
