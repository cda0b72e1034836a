// Somebody else writes while a run does: their entry is left alone, every other change goes on, dependents wait.

import { afterEach, beforeEach, expect, it } from 'vitest';
import {
  type Bench,
  expectConverges,
  expectSound,
  personLine,
  readAll,
  readOne,
  replace,
  run,
  startBench,
} from '../../support/faults-fixture.ts';
import { organizationDn, personDn } from '../../support/slapd-fixture.ts';
import { organizationText } from '../../support/world.ts';

let bench: Bench;
const people = (title: string) =>
  organizationText(
    'sokx',
    Array.from({ length: 20 }, (_, i) => personLine('sokx', i, title)),
  );

beforeEach(async () => {
  bench = await startBench({ sokx: people('') });
  expect((await bench.work.apply()).code).toBe(0);
});

afterEach(async () => {
  await bench.stop();
});

it('leaves an entry alone that changed between plan and write, and does the others', async () => {
  const { work, proxy, root, slapd } = bench;
  const before = await readAll(bench);
  await work.write({ sokx: people(', title: Chuyên viên') });
  const pause = proxy.hold('modify', 2);
  const running = run(() => work.apply());
  await pause.reached;
  const dn = personDn(slapd, 'LC-000007');
  await root.modify(dn, replace('title', 'Người khác sửa'));
  await root.del(personDn(slapd, 'LC-000008'));
  await root.modify(personDn(slapd, 'LC-000009'), replace('title', 'Chuyên viên'));
  pause.release();
  const ran = await running;
  expect(ran).toMatchObject({ code: 4 });
  expect(ran.out).toContain('mục đã thay đổi sau khi lập kế hoạch: title');
  expect(ran.out).toContain('mục không còn trên máy chủ');
  expect(await readOne(root, dn)).toMatchObject({ title: 'Người khác sửa' });
  for (const id of ['LC-000006', 'LC-000009', 'LC-000019']) {
    expect(await readOne(root, personDn(slapd, id))).toMatchObject({ title: 'Chuyên viên' });
  }
  await expectConverges(work, 'after the conflict');
  const kept = before.filter(({ key }) => key !== 'person:LC-000008');
  expectSound(kept, await readAll(bench), { entries: 22, ended: new Set() }, 'after the conflict');
});

it('skips what needs a change that failed, and nothing else', async () => {
  const { work, proxy, root, slapd } = bench;
  await work.write({
    sova: organizationText('sova', [personLine('sova', 100), personLine('sova', 101)]),
    sovb: organizationText('sovb', [personLine('sovb', 110), personLine('sovb', 111)]),
  });
  const pause = proxy.hold('add', 2);
  const running = run(() => work.apply());
  await pause.reached;
  // Another hand takes the place of one organization and the address of one person.
  await root.add(organizationDn(slapd, 'sova'), { objectClass: 'organizationalUnit', ou: 'sova' });
  const address = (await work.plan()).plan.changes.find(({ key }) => key === 'person:LC-000111')?.account
    ?.address;
  await root.add(personDn(slapd, 'stranger'), {
    objectClass: ['inetOrgPerson', 'danhbaAccount'],
    uid: 'stranger',
    cn: 'X',
    sn: 'Y',
    danhbaKey: 'stranger:1',
    danhbaState: 'active',
    danhbaAddress: address ?? '',
  });
  pause.release();
  const ran = await running;
  expect(ran).toMatchObject({ code: 4 });
  const keys = (await readAll(bench)).map(({ key }) => key);
  expect(keys).toContain('organization:sovb');
  expect(keys).toContain('person:LC-000110');
  for (const key of ['organization:sova', 'person:LC-000100', 'person:LC-000101', 'person:LC-000111']) {
    expect(keys).not.toContain(key);
  }
  expect(ran.out).toMatch(/person:LC-000100|LC-000100/);
  await root.del(organizationDn(slapd, 'sova'));
  await root.del(personDn(slapd, 'stranger'));
  await expectConverges(work, 'after the strangers left');
  expectSound([], await readAll(bench), { entries: 28, ended: new Set() }, 'after the strangers left');
});
