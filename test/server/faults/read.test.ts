// A read that may not be whole: refused where that is certain, and nothing that locks or renames where it is in doubt.

import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Control } from 'ldapts';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  type Bench,
  bindRoot,
  expectConverges,
  expectNoneEnded,
  personLine,
  readAll,
  readOne,
  replace,
  run,
  sentinelDn,
  startBench,
} from '../../support/faults-fixture.ts';
import { makeWorkplace } from '../../support/run.ts';
import { personDn, readPid, serveAgain } from '../../support/slapd-fixture.ts';
import { organizationText, policyText } from '../../support/world.ts';

/** RFC 3296, to take the object itself away. */
const manageReferrals = new Control('2.16.840.1.113730.3.4.2');

let bench: Bench;
const many = 40;
const people = (numbers: readonly number[]) =>
  organizationText(
    'sokx',
    numbers.map((number) => personLine('sokx', number)),
  );
const upTo = (count: number) => Array.from({ length: count }, (_, i) => i);
const keyOf = (number: number) => `person:LC-${String(number).padStart(6, '0')}`;
const dnOf = (number: number) => personDn(bench.slapd, `LC-${String(number).padStart(6, '0')}`);
const countNow = async () => (await readOne(bench.root, sentinelDn(bench.slapd))).danhbaCount;

beforeEach(async () => {
  bench = await startBench({ sokx: people(upTo(many)) });
  expect((await bench.work.apply()).code).toBe(0);
  expect(await countNow()).toBe(String(many + 2));
});

afterEach(async () => {
  await bench.stop();
});

/** Starts the same server with another configuration, as an administrator's slip would leave it. */
async function reconfigure(file: 'acl.conf' | 'slapd.conf', edit: (text: string) => string) {
  const { slapd } = bench;
  process.kill(await readPid(slapd.directory), 'SIGKILL');
  await slapd.exited;
  const path = join(slapd.directory, file);
  const text = await readFile(path, 'utf8');
  const edited = edit(text);
  expect(edited).not.toBe(text);
  await writeFile(path, edited);
  return { server: await serveAgain(slapd), root: await bindRoot(slapd) };
}

describe('an account that lost rights', () => {
  const hide = (what: string) => (text: string) =>
    `access to ${what}\n  by dn.exact="cn=reconciler,ou=services,${bench.slapd.baseDn}" none\n  by * break\n\n${text}`;

  it('is refused where it sees nothing of what is there', async () => {
    const { server, root } = await reconfigure('acl.conf', hide(`dn.one="ou=people,${bench.slapd.baseDn}"`));
    try {
      await bench.work.write({ sokx: people(upTo(many - 1)) });
      const ran = await run(() => bench.work.apply());
      expect(ran).toMatchObject({ code: 3, error: 'ldap-read-incomplete' });
      expect(await run(() => bench.work.plan())).toMatchObject({ code: 3, error: 'ldap-read-incomplete' });
      expectNoneEnded(await readAll({ ...bench, root }), new Set(), 'rights lost');
    } finally {
      await root.unbind();
      await server.stop();
    }
  });

  it('ends nothing where it sees less than the last run left', async () => {
    const { slapd, work } = bench;
    const some = hide(`dn.one="ou=people,${slapd.baseDn}" filter=(uid=LC-00000*)`);
    const { server, root } = await reconfigure('acl.conf', some);
    try {
      await work.write({ sokx: people([...upTo(many - 1), 900]) });
      const ran = await run(() => work.apply());
      // The hidden ten cannot be issued again; the new one is.
      expect(ran).toMatchObject({ code: 4 });
      const after = await readAll({ root, slapd });
      expectNoneEnded(after, new Set(), 'some rights lost');
      expect(after.some(({ key }) => key === keyOf(900))).toBe(true);
      expect(after.length).toBe(many + 3);
      expect((await readOne(root, sentinelDn(slapd))).danhbaCount).toBe(String(many + 2));
    } finally {
      await root.unbind();
      await server.stop();
    }
  });

  it('is refused where a limit cuts the read', async () => {
    const { server, root } = await reconfigure('slapd.conf', (text) =>
      text.replaceAll('size.prtotal=unlimited', 'size.prtotal=10'),
    );
    try {
      await bench.work.write({ sokx: people(upTo(many - 1)) });
      const ran = await run(() => bench.work.apply());
      expect(ran).toMatchObject({ code: 3, error: 'ldap-read-incomplete' });
      expectNoneEnded(await readAll({ ...bench, root }), new Set(), 'size limit');
    } finally {
      await root.unbind();
      await server.stop();
    }
  });
});

it('holds terminations where entries are missing, issues them again, and then goes on', async () => {
  const { work, root } = bench;
  for (const number of [3, 4, 5]) await root.del(dnOf(number));
  await work.write({ sokx: people([...upTo(many - 1), 900]) });
  const { plan } = await work.plan();
  expect(plan.doubt).toEqual({ seen: many - 1, expected: many + 2 });
  expect(plan.held).toMatchObject([{ key: keyOf(many - 1), code: 'read-doubtful', kind: 'terminate' }]);
  const ran = await run(() => work.apply());
  expect(ran).toMatchObject({ code: 3 });
  const after = await readAll(bench);
  expect(after.length).toBe(many + 3);
  expectNoneEnded(after, new Set(), 'doubtful');
  // The read is whole again, and what was declared is done.
  await expectConverges(work, 'whole again');
  expectNoneEnded(await readAll(bench), new Set([keyOf(many - 1)]), 'whole again');
});

it('lowers the count only for who has counted the entries, and by no approval', async () => {
  const { work, root } = bench;
  for (const number of [3, 4, 5]) await root.del(dnOf(number));
  await work.write({ sokx: people(upTo(many - 1).filter((number) => number < 3 || number > 5)) });
  expect(await run(() => work.apply())).toMatchObject({ code: 3 });
  expect(await countNow()).toBe(String(many + 2));
  for (const approve of ['nonsense', `sha256:${'f'.repeat(64)}`]) {
    expect(await run(() => work.apply({ approve }))).toMatchObject({ error: 'approval-mismatch' });
  }
  expect(await run(() => work.apply({ expect: String(many + 2) }))).toMatchObject({
    error: 'count-mismatch',
  });
  expect(await run(() => work.apply({ expect: 'many' }))).toMatchObject({ error: 'option-expect' });
  expectNoneEnded(await readAll(bench), new Set(), 'not confirmed');
  expect(await countNow()).toBe(String(many + 2));
  const { plan } = await work.plan();
  const counted = String(plan.counts.actual);
  expect((await work.plan({ expect: counted })).plan.doubt).toBeUndefined();
  expect(await run(() => work.apply({ expect: counted }))).toMatchObject({ code: 0 });
  expectNoneEnded(await readAll(bench), new Set([keyOf(many - 1)]), 'confirmed');
  expect(await countNow()).toBe(String(many - 1));
  await expectConverges(work, 'after the count');
});

it('doubts a tree with entries and no sentinel', async () => {
  const { work, root, slapd } = bench;
  await root.del(sentinelDn(slapd));
  await work.write({ sokx: people([...upTo(many - 1), 900]) });
  expect(await run(() => work.apply())).toMatchObject({ code: 3 });
  const after = await readAll(bench);
  expect(after.some(({ key }) => key === keyOf(900))).toBe(true);
  expectNoneEnded(after, new Set(), 'no sentinel');
  expect(await countNow()).toBe('-1');
  const { plan } = await work.plan();
  expect(await run(() => work.apply({ expect: String(plan.counts.actual) }))).toMatchObject({ code: 0 });
  await expectConverges(work, 'marked again');
});

it('leaves another province alone, its sentinel too', async () => {
  const { work, root, slapd } = bench;
  await root.modify(sentinelDn(slapd), replace('danhbaProvince', 'dienbien.gov.vn'));
  const mark = async () => {
    const { searchEntries } = await root.search(sentinelDn(slapd), {
      scope: 'base',
      attributes: ['entryCSN'],
    });
    return searchEntries[0]?.entryCSN;
  };
  const before = await mark();
  await work.write({ sokx: people([...upTo(many - 1), 900]) });
  expect(await run(() => work.apply())).toMatchObject({ code: 3, error: 'wrong-server' });
  expect(await run(() => work.plan())).toMatchObject({ code: 3, error: 'wrong-server' });
  expect(await mark()).toBe(before);
  expect((await readAll(bench)).length).toBe(many + 2);
});

it.each([
  ['reconciler', 'dc=dienbien,dc=gov,dc=vn'],
  ['planner', 'dc=laichau,dc=gov,dc=vn'],
  ['mailserver', 'dc=laichau,dc=gov,dc=vn'],
] as const)('tells in one line that the %s cannot work on %s', async (name, baseDn) => {
  const { slapd } = bench;
  const { dn: bindDn, passwordFile } = slapd[name];
  const work = await makeWorkplace({ url: slapd.url, baseDn, bindDn, passwordFile }, { sokx: people([0]) });
  await writeFile(
    join(work.root, 'directory/policy.yaml'),
    policyText.replace('dc=laichau,dc=gov,dc=vn', baseDn),
  );
  const ran = await run(() => work.apply());
  expect(ran.code, JSON.stringify(ran)).toBe(1);
  expect(ran.message).toMatch(/^[^\n]+$/);
  await work.remove();
  expectNoneEnded(await readAll(bench), new Set(), `${name} on ${baseDn}`);
  expect((await readAll(bench)).length).toBe(many + 2);
});

describe('a referral object', () => {
  it('in our containers is told with its DN; in the place of a new mailbox it holds it, before a password is made', async () => {
    const dn = dnOf(77);
    const ref = 'ldap://elsewhere.example/ou=people,dc=example';
    await bench.root.add(dn, { objectClass: ['referral', 'extensibleObject'], uid: 'LC-000077', ref });
    await bench.work.write({ sokx: people([...upTo(many), 77]) });
    const { plan } = await bench.work.plan();
    expect(plan.unmarked).toMatchObject([{ dn, looks: 'other', addresses: [], occupies: keyOf(77) }]);
    expect(plan.held).toMatchObject([{ key: keyOf(77), code: 'entry-occupied', args: { dn } }]);
    expect(plan.changes).toEqual([]);
    const before = await readdir(join(bench.work.root, 'credentials'));
    await bench.work.apply();
    expect(await readdir(join(bench.work.root, 'credentials'))).toEqual(before);
    await bench.root.del(dn, manageReferrals);
    expect((await bench.work.apply()).code).toBe(0);
    expect((await readOne(bench.root, dn)).danhbaState).toBe('active');
  });
});
