/** Contract of what the life of an account rests on: evidence of logins and passwords, and passwords given to others. */
import { describe, expect, test } from 'vitest';
import {
  type Account,
  Assertion,
  type Bench,
  change,
  codeOf,
  type Person,
  Relax,
  setPassword,
} from './bench.ts';

const good = 'Tuy-Nhien-2026';
const better = 'Khac-Han-2027!';
const long = '20200101000000Z';

export const describeLifecycle = (bench: () => Bench): void => {
  const login = async (dn: string, password: string): Promise<number> =>
    codeOf((await bench().connect()).bind(dn, password));
  const read = async (person: Person, ...names: string[]): Promise<Record<string, string[]> | undefined> =>
    bench().read(person.dn, names);
  const holder = (): Promise<Person> => bench().addPerson({ userPassword: good });

  describe('evidence of the server (8.1)', () => {
    const seed = (client: Bench['root'], person: Person, name: string, relax = true): Promise<number> =>
      codeOf(client.modify(person.dn, change('replace', name, long), ...(relax ? [new Relax()] : [])));

    test('root sets it back under Relax, and nobody else does', async () => {
      const person = await holder();
      for (const name of ['authTimestamp', 'pwdChangedTime']) {
        expect(await seed(bench().root, person, name, false), name).toBe(19);
        expect(await seed(bench().reconciler, person, name, false), name).toBe(19);
        expect(await seed(bench().reconciler, person, name), name).toBe(50);
        expect(await seed(bench().planner, person, name), name).toBe(50);
        expect(await seed(bench().root, person, name), name).toBe(0);
      }
      expect(await read(person, 'authTimestamp', 'pwdChangedTime')).toEqual({
        authTimestamp: [long],
        pwdChangedTime: [long],
      });
    });

    test('root adds an entry with it; the reconciler cannot (50)', async () => {
      const add = async (client: Bench['root']): Promise<number> => {
        const seeded = { userPassword: good, authTimestamp: long, pwdChangedTime: long };
        const { dn, attributes } = bench().person(seeded);
        const values = Object.entries(attributes).map(([name, some]) => [name, [some].flat()]);
        return await codeOf(client.add(dn, Object.fromEntries(values), new Relax()));
      };
      expect(await add(bench().reconciler)).toBe(50);
      expect(await add(bench().root)).toBe(0);
    });

    test('Relax gives the reconciler no right over uniqueness (19), nor over states, though constraints look away (50)', async () => {
      const [person, other] = [await holder(), await holder()];
      const write = (one: ReturnType<typeof change>): Promise<number> =>
        codeOf(bench().reconciler.modify(person.dn, one, new Relax()));
      expect(await write(change('replace', 'danhbaAddress', other.address))).toBe(19);
      expect(await write(change('replace', 'danhbaState', 'sleeping'))).toBe(50);
      expect(await codeOf(bench().reconciler.modify(person.dn, change('replace', 'danhbaState', 'x')))).toBe(
        19,
      );
    });

    test('an old login gives way to a new one', async () => {
      const person = await holder();
      await seed(bench().root, person, 'authTimestamp');
      expect(await login(person.dn, good)).toBe(0);
      expect((await read(person, 'authTimestamp'))?.authTimestamp?.[0]).toMatch(/^20(?!200101)\d{12}Z$/);
    });

    test('an expired password is refused (49) and is no access (4.2)', async () => {
      const person = await holder();
      await seed(bench().root, person, 'authTimestamp');
      await seed(bench().root, person, 'pwdChangedTime');
      expect(await login(person.dn, good)).toBe(49);
      expect(await read(person, 'authTimestamp')).toEqual({ authTimestamp: [long] });
    });

    test('the right password of a locked account is no access', async () => {
      const person = await bench().addPerson({ userPassword: good, pwdEndTime: '19700101000000Z' });
      expect(await login(person.dn, good)).toBe(49);
      expect(await read(person, 'authTimestamp')).toEqual({});
    });

    test('each service account sees its own last login', async () => {
      const own = async (client: Bench['planner'], { dn }: Account): Promise<unknown> =>
        (await client.search(dn, { scope: 'base', attributes: ['authTimestamp'] })).searchEntries[0]
          ?.authTimestamp;
      expect(await own(bench().planner, bench().subject.planner)).toMatch(/^\d{14}Z$/);
      expect(await own(bench().reconciler, bench().subject.reconciler)).toMatch(/^\d{14}Z$/);
    });

    test('a change may assert that nobody has logged in since, or ever', async () => {
      const person = await holder();
      const write = (filter: string): Promise<number> =>
        codeOf(bench().reconciler.modify(person.dn, change('replace', 'title', 'x'), new Assertion(filter)));
      expect(await write('(!(authTimestamp=*))')).toBe(0);
      expect(await write(`(authTimestamp=${long})`)).toBe(122);
      await seed(bench().root, person, 'authTimestamp');
      expect(await write(`(authTimestamp=${long})`)).toBe(0);
      expect(await login(person.dn, good)).toBe(0);
      expect(await write(`(authTimestamp=${long})`)).toBe(122);
      expect(await write('(!(authTimestamp=*))')).toBe(122);
    });
  });

  describe('a password given by another (6.1, 7)', () => {
    test('comes with the new entry, together with the duty to change it', async () => {
      const person = await bench().addPerson({ userPassword: good, pwdReset: 'TRUE' });
      const entry = await read(person, 'pwdReset', 'pwdChangedTime', 'authTimestamp');
      expect(entry).toEqual({ pwdReset: ['TRUE'], pwdChangedTime: [expect.stringMatching(/^\d{14}Z$/)] });
      const client = await bench().connect({ dn: person.dn, password: good });
      expect(await codeOf(client.search(person.dn, { scope: 'base' }))).toBe(50);
      expect(await codeOf(client.modify(person.dn, change('replace', 'userPassword', better)))).toBe(0);
      expect(await codeOf(client.search(person.dn, { scope: 'base' }))).toBe(0);
      expect(await read(person, 'pwdReset')).toEqual({});
      expect(await read(person, 'authTimestamp')).toHaveProperty('authTimestamp');
    });

    test('that is weak (19) leaves nothing behind, neither an entry nor what came with it', async () => {
      const weak = bench().person({ userPassword: 'tuy-nhien', pwdReset: 'TRUE' });
      expect(await codeOf(bench().addAttributes(weak.dn, weak.attributes))).toBe(19);
      expect(await bench().read(weak.dn)).toBeUndefined();
      const person = await bench().addPerson();
      const write = bench().reconciler.modify(person.dn, [
        change('add', 'danhbaReset', '1/VP; 2026-06-02'),
        change('replace', 'userPassword', 'tuy-nhien'),
        change('replace', 'pwdReset', 'TRUE'),
      ]);
      expect(await codeOf(write)).toBe(19);
      expect(await read(person, 'danhbaReset', 'pwdReset', 'pwdChangedTime')).toEqual({});
    });

    test('a second time is refused as used (19), before the assertion is looked at', async () => {
      const person = await holder();
      const write = bench().reconciler.modify(
        person.dn,
        [change('replace', 'userPassword', good), change('replace', 'pwdReset', 'TRUE')],
        new Assertion('(danhbaState=suspended)'),
      );
      expect(await codeOf(write)).toBe(19);
    });

    test('root is asked for no quality, and slapd itself demands another at the login', async () => {
      const person = await holder();
      await setPassword(bench().root, person.dn, 'weak');
      expect(await read(person, 'pwdReset')).toEqual({ pwdReset: ['TRUE'] });
      expect(await login(person.dn, 'weak')).toBe(0);
    });
  });

  test('an account remembers since when it is missing and what it was called', async () => {
    const remembered = {
      danhbaMissing: ['20260503170000Z'],
      danhbaFormerAddress: ['cu@laichau.gov.vn 2026-11-30', 'xua@laichau.gov.vn 2026-10-31'],
    };
    const person = await bench().addPerson(remembered);
    const entry = await read(person, ...Object.keys(remembered));
    expect(entry?.danhbaMissing).toEqual(remembered.danhbaMissing);
    expect(entry?.danhbaFormerAddress?.sort()).toEqual(remembered.danhbaFormerAddress);
    const filter = '(danhbaFormerAddress=CU@laichau.gov.vn 2026-11-30)';
    const gone = bench().reconciler.modify(
      person.dn,
      change('delete', 'danhbaFormerAddress', 'cu@laichau.gov.vn 2026-11-30'),
      new Assertion(filter),
    );
    expect(await codeOf(gone)).toBe(0);
  });
};
