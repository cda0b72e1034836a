// The server does as it is asked and its answer is lost: the same run finds the change there, tells it as `already`, and does nothing twice.

import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { makeIdentityFile, readIdentityFile } from '../../../src/credentials/identity.ts';
import { Relax } from '../../contract/bench.ts';
import {
  type Bench,
  committee,
  expectConverges,
  liftGuard,
  personLine,
  readAll,
  readJournal,
  replace,
  startBench,
} from '../../support/faults-fixture.ts';
import type { Operation } from '../../support/proxy.ts';
import { sealedPasswords } from '../../support/sheets.ts';
import { bindResult, code } from '../../support/slapd-fixture.ts';
import { organizationText } from '../../support/world.ts';

let bench: Bench;
let identity: string;
const houses = { sokx: new Map<number, string>(), soky: new Map<number, string>() };
type House = keyof typeof houses;
const keyOf = (number: number) => `person:LC-${String(number).padStart(6, '0')}`;
const placeOf = (number: number) => `uid=LC-${String(number).padStart(6, '0')}`;

function declare(number: number, more = '', house: House = 'sokx'): void {
  for (const people of Object.values(houses)) people.delete(number);
  houses[house].set(number, personLine(house, number, more));
}

const write = () =>
  bench.work.write({
    sokx: organizationText('sokx', [...houses.sokx.values()]),
    soky: organizationText('soky', [...houses.soky.values()]),
  });

beforeAll(async () => {
  bench = await startBench({});
  const { work } = bench;
  await liftGuard(work);
  const recipient = await makeIdentityFile(join(work.root, 'identity'), new Date());
  [identity = ''] = await readIdentityFile(join(work.root, 'identity'));
  await work.write({ ubnd: committee.replace(/age1\w+/, recipient) });
  for (let number = 1; number < 9; number++) declare(number);
  await write();
  expect((await work.apply({ today: '2025-04-14' })).code).toBe(0);
  declare(1, ', termination: {reason: retirement, document: 7/QĐ, decided: 2025-10-02}');
  await write();
  expect((await work.apply({ today: '2025-10-06' })).code).toBe(0);
});

afterAll(() => bench?.stop());

const date = 'date: 2026-10-05}';
const breach = `, suspension: {reason: violation, clause: "12.5", document: 31/QĐ, ${date}`;
const policyDn = () => `cn=users,ou=policies,${bench.slapd.baseDn}`;

interface Case {
  readonly id: string;
  readonly at: Operation;
  /** What only the request that carries it out has in it. */
  readonly about: string;
  readonly edit: () => unknown;
}

const modify = (kind: string, number: number, edit: () => unknown): Case => ({
  id: `${kind} ${keyOf(number)}`,
  at: 'modifyAnswer',
  about: `${placeOf(number)},ou=people`,
  edit,
});

const cases: readonly Case[] = [
  { id: `delete ${keyOf(1)}`, at: 'deleteAnswer', about: `${placeOf(1)},ou=people`, edit: () => {} },
  { id: `create ${keyOf(9)}`, at: 'addAnswer', about: `${placeOf(9)},ou=people`, edit: () => declare(9) },
  modify('update', 2, () => declare(2, ', title: Phó')),
  modify('suspend', 3, () => declare(3, breach)),
  modify('restore', 3, () => declare(3, `${breach}, restoration: {document: 9/VP, ${date}`)),
  modify('reset', 4, () => declare(4, `, passwordReset: {document: 3/VP, ${date}`)),
  modify('terminate', 5, () =>
    declare(5, ', termination: {reason: retirement, document: 7/QĐ, decided: 2026-10-05}'),
  ),
  modify('transfer', 6, () => declare(6, '', 'soky')),
  {
    id: `create ${keyOf(7)}`,
    at: 'addAnswer',
    about: `${placeOf(7)}-2,ou=people`,
    edit: () => declare(7, '', 'soky'),
  },
  modify('rename', 8, () => houses.sokx.set(8, personLine('sokx', 8).replace('8.sokx@', '88.sokx@'))),
  {
    id: 'password-policy policy:users',
    at: 'modifyAnswer',
    about: 'cn=users,ou=policies',
    edit: () => bench.root.modify(policyDn(), replace('pwdMinLength', '4'), new Relax()),
  },
];

it.each(cases)('tells $id, whose answer was lost, as already done', async ({ id, at, about, edit }) => {
  const { work, proxy, slapd } = bench;
  await edit();
  await write();
  const planned = (await work.plan()).plan.changes.map((change) => change.id);
  expect(planned).toContain(id);
  const lines = (await readJournal(work)).lines.length;
  const sealed = await sealedPasswords(join(work.root, 'credentials'), identity);

  proxy.set({ deed: 'cut', at, about });
  const ran = await work.apply();
  expect(proxy.struck()).toBe(1);
  proxy.set(undefined);
  expect(ran, ran.out + ran.err).toMatchObject({ code: 0 });

  const told = (await readJournal(work)).lines.slice(lines + 1) as { id: string; result: string }[];
  // Each once. Others that were in flight on that connection may have been done, too.
  expect(told.map((line) => line.id).sort()).toEqual([...planned].sort());
  expect(told.find((line) => line.id === id)).toMatchObject({ result: 'already' });
  const accounts = (await readAll(bench)).filter(({ dn }) => !dn.includes('ou=tombstones'));
  expect(new Set(accounts.map(({ key }) => key)).size).toBe(accounts.length);

  // A password that was sealed is the one the server has: no second one was made for the second try.
  const after = await sealedPasswords(join(work.root, 'credentials'), identity);
  for (const [address, passwords] of after) {
    const made = passwords.slice(sealed.get(address)?.length ?? 0);
    if (made.length === 0) continue;
    expect(made).toHaveLength(1);
    const holder = accounts.find((account) => account.address === address);
    expect(await bindResult(slapd, holder?.dn ?? '', made[0] ?? ''), address).toBe(code.success);
  }
  await expectConverges(work, id);
});
