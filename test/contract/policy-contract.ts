/** Contract of the password policies: what the reconciler keeps of two of them (4.1, 4.2), and what nobody may touch. */
import { afterEach, describe, expect, test } from 'vitest';
import { Assertion, type Bench, change, codeOf, setPassword } from './bench.ts';

const shipped = {
  pwdMinLength: '10',
  pwdMaxAge: '7689600',
  pwdMustChange: 'TRUE',
  pwdCheckQuality: '2',
  pwdCheckModule: 'pwcheck.so',
  pwdCheckModuleArg: 'length=10 classes=lower,upper,digit,special',
  pwdLockout: 'TRUE',
} as const;

const other: Readonly<Record<keyof typeof shipped, string>> = {
  pwdMinLength: '11',
  pwdMaxAge: '1000',
  pwdMustChange: 'FALSE',
  pwdCheckQuality: '1',
  pwdCheckModule: 'pwcheck.so',
  pwdCheckModuleArg: 'length=11 classes=lower',
  pwdLockout: 'FALSE',
};

export const describePolicies = (bench: () => Bench): void => {
  const dnOf = (name: string): string => `cn=${name},ou=policies,${bench().base}`;
  const write = (name: string, ...changes: ReturnType<typeof change>[]): Promise<number> =>
    codeOf(bench().reconciler.modify(dnOf(name), changes));
  const names = Object.keys(shipped) as (keyof typeof shipped)[];

  describe('password policies (4.1, 4.2)', () => {
    afterEach(async () => {
      for (const [name, length] of [
        ['users', '8'],
        ['administrators', '10'],
      ] as const) {
        const values = {
          ...shipped,
          pwdMinLength: length,
          pwdMaxAge: name === 'users' ? '15638400' : '7689600',
          pwdCheckModuleArg: `length=${length} classes=lower,upper,digit,special`,
        };
        const changes = names.map((type) => change('replace', type, values[type]));
        await bench().root.modify(dnOf(name), changes);
      }
    });

    test.each(names)(
      'the reconciler writes %s of users and administrators, the old value named',
      async (type) => {
        const swap = [change('delete', type, shipped[type]), change('add', type, other[type])];
        expect(await write('administrators', ...swap)).toBe(0);
        expect(await bench().read(dnOf('administrators'), [type])).toEqual({ [type]: [other[type]] });
        expect(await write('users', change('replace', type, other[type]))).toBe(0);
      },
    );

    test('under an assertion of what it found', async () => {
      const lower = change('replace', 'pwdMinLength', '9');
      const assert = (filter: string): Promise<number> =>
        codeOf(bench().reconciler.modify(dnOf('administrators'), lower, new Assertion(filter)));
      const found = Object.entries(shipped).map(([type, value]) => `(${type}=${value})`);
      expect(await assert(`(&${found.join('')}(!(pwdMaxLength=*)))`)).toBe(0);
      expect(await assert('(pwdMinLength=10)')).toBe(122);
    });

    test('and what it writes is what passwords are measured by', async () => {
      const person = await bench().addPerson({ pwdPolicySubentry: dnOf('administrators') });
      await write('administrators', change('replace', 'pwdCheckModuleArg', 'length=20 classes=lower'));
      expect(await codeOf(setPassword(bench().reconciler, person.dn, 'Tuy-Nhien-2026'))).toBe(19);
      expect(await codeOf(setPassword(bench().reconciler, person.dn, 'tuy-nhien-rat-la-dai'))).toBe(0);
    });

    test('it writes nothing else of them (50)', async () => {
      for (const name of ['users', 'administrators']) {
        for (const one of [
          change('replace', 'pwdInHistory', '0'),
          change('replace', 'pwdMaxFailure', '0'),
          change('replace', 'pwdAllowUserChange', 'FALSE'),
          change('replace', 'pwdGraceAuthNLimit', '9'),
          change('replace', 'description', 'x'),
          change('delete', 'objectClass', 'pwdPolicyChecker'),
        ]) {
          expect(await write(name, one), one.modification.type).toBe(50);
        }
      }
    });

    test('it can have slapd load no other module (50), but put the shipped one back', async () => {
      for (const name of ['users', 'administrators']) {
        expect(await write(name, change('replace', 'pwdCheckModule', 'other.so'))).toBe(50);
        const swap = (from: string, to: string): Promise<number> =>
          write(name, change('delete', 'pwdCheckModule', from), change('add', 'pwdCheckModule', to));
        expect(await swap('pwcheck.so', 'other.so')).toBe(50);
        await bench().root.modify(dnOf(name), change('replace', 'pwdCheckModule', 'other.so'));
        expect(await swap('other.so', 'pwcheck.so')).toBe(0);
      }
    });

    test('the policy of the services is out of its reach (50)', async () => {
      for (const type of names) {
        expect(await write('services', change('replace', type, other[type])), type).toBe(50);
      }
    });

    test('none is added or deleted (50)', async () => {
      const policy = { objectClass: ['namedPolicy', 'pwdPolicy'], cn: 'weak', pwdAttribute: 'userPassword' };
      expect(await codeOf(bench().addAttributes(dnOf('weak'), policy))).toBe(50);
      expect(await codeOf(bench().addAttributes(`cn=weak,${dnOf('users')}`, policy))).toBe(50);
      for (const name of ['users', 'administrators', 'services']) {
        expect(await codeOf(bench().reconciler.del(dnOf(name))), name).toBe(50);
      }
    });

    test('the planner writes none of it (50)', async () => {
      for (const type of names) {
        const one = change('replace', type, other[type]);
        expect(await codeOf(bench().planner.modify(dnOf('users'), one)), type).toBe(50);
      }
    });
  });
};
