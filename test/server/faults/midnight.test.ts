// What was shown or approved in the evening runs in the morning; what the day has changed is named by the refusal.

import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Slapd, startSlapd } from '../../../servers/launch/slapd.ts';
import { ExpectedError } from '../../../src/model/problems/errors.ts';
import { makeWorkplace, type Workplace } from '../../support/run.ts';
import { wordsOfError } from '../../support/told.ts';
import { organizationText, testRecipient } from '../../support/world.ts';

let slapd: Slapd;
let work: Workplace;

const names = ['An', 'Bình', 'Chi', 'Dũng', 'Páo', 'Mỷ', 'Hoa', 'Minh'];
const people = names.map((name, at) => `id: LC-00000${at + 1}, name: Nguyễn Văn ${name}`);
const retired = (person: string, day: string) =>
  `${person}, termination: {reason: retirement, document: 7/QĐ, decided: ${day}}`;
const write = (texts: readonly string[]) =>
  work.write({ sokx: organizationText('sokx', texts, 'mailbox: none\n') });

const committee = `id: ubnd\nname: Ủy ban nhân dân tỉnh Lai Châu\nkind: people-committee\ncode: ubnd\nmailbox: none\ncredentialRecipients: [${testRecipient}]\n`;

beforeAll(async () => {
  slapd = await startSlapd();
  const { dn: bindDn, passwordFile } = slapd.reconciler;
  work = await makeWorkplace(
    { url: slapd.url, baseDn: slapd.baseDn, bindDn, passwordFile },
    { ubnd: committee },
  );
  await write(people);
});
afterAll(async () => {
  await work?.remove();
  await slapd?.stop();
});

const refusal = async (run: Promise<unknown>): Promise<string> => {
  try {
    await run;
  } catch (thrown) {
    if (thrown instanceof ExpectedError) return `[${thrown.code}] ${wordsOfError(thrown).message}`;
  }
  throw new Error('not refused');
};

it.each([3, -3])('does nothing where its clock is %i days from the server’s', async (days) => {
  const { dn: bindDn, passwordFile } = slapd.reconciler;
  const other = await makeWorkplace(
    {
      url: slapd.url,
      baseDn: slapd.baseDn,
      bindDn,
      passwordFile,
      now: () => new Date(Date.now() + days * 86_400_000),
    },
    { ubnd: committee },
  );
  try {
    const before = (await work.plan()).plan.counts.actual;
    expect(await refusal(other.apply())).toContain('[clock-differs]');
    expect((await work.plan()).plan.counts.actual).toBe(before);
  } finally {
    await other.remove();
  }
});

it('performs the plan file of the evening before', async () => {
  const file = join(work.root, 'plan.json');
  await work.plan({ today: '2026-03-02', out: file });
  const done = await work.apply({ today: '2026-03-03', planFile: file });
  expect(done, done.out + done.err).toMatchObject({ code: 0 });
  expect((await work.plan({ today: '2026-03-03' })).plan.changes).toEqual([]);
});

it('lets the set of the evening before pass, and names what a day has added to it', async () => {
  await write(people.map((person, at) => (at < 5 ? retired(person, '2026-03-04') : person)));
  const { plan } = await work.plan({ today: '2026-03-04' });
  const approve = plan.approval ?? '';
  expect((await work.plan({ today: '2026-03-05', approve })).plan.approved).toBe(approve);

  await write(
    people.map((person, at) => (at < 6 ? retired(person, at < 5 ? '2026-03-04' : '2026-03-05') : person)),
  );
  const said = await refusal(work.apply({ today: '2026-03-05', approve }));
  expect(said).toContain('[approval-mismatch]');
  expect(said).toContain('on 2026-03-05, as against 2026-03-04');
  expect(said).toContain('planned now: terminate person:LC-000006');
  expect(said).not.toContain('no longer planned');
  expect((await work.plan({ today: '2026-03-05' })).plan.counts.actual).toBe(10);

  const whole = (await work.plan({ today: '2026-03-05' })).plan.approval ?? '';
  const done = await work.apply({ today: '2026-03-06', approve: whole });
  expect(done, done.out + done.err).toMatchObject({ code: 0 });
});

it('names what a day has changed in a plan of which only the digest is at hand', async () => {
  const dayOf = (at: number) => (at < 5 ? '2026-03-04' : at < 6 ? '2026-03-05' : `2026-03-1${at}`);
  await write(people.map((person, at) => retired(person, dayOf(at))));
  const { plan } = await work.plan({ today: '2026-03-16' });
  expect(plan.changes.map(({ id }) => id)).toEqual(['terminate person:LC-000007']);
  const said = await refusal(work.apply({ today: '2026-03-17', digest: plan.digest }));
  expect(said).toContain('[digest-mismatch]');
  expect(said).toContain('planned now: terminate person:LC-000008');
});
