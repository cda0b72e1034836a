// Large reads: danhba's accounts see everything, in pages or in one piece, and a limit is an error, never a cut list.

import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Slapd, startSlapd } from '../../../servers/launch/slapd.ts';
import { code, connect, personDn, personEntry, resultOf } from '../../support/slapd-fixture.ts';

let slapd: Slapd;
let people: string;
const many = 1200;

beforeAll(async () => {
  slapd = await startSlapd();
  people = `ou=people,${slapd.baseDn}`;
  const reconciler = await connect(slapd, slapd.reconciler);
  // In rounds: slapd closes a connection with more than 1000 operations pending (conn_max_pending_auth).
  for (let start = 0; start < many; start += 100) {
    const ids = Array.from({ length: 100 }, (_, i) => `page-${start + i}`);
    await Promise.all(ids.map((id) => reconciler.add(personDn(slapd, id), personEntry(id))));
  }
});

afterAll(async () => {
  await slapd.stop();
});

test.each(['planner', 'reconciler'] as const)(
  'the %s pages by 1000, and reads in one piece',
  async (name) => {
    const client = await connect(slapd, slapd[name]);
    const filter = '(uid=page-*)';
    const pages: number[] = [];
    const options = { filter, attributes: ['uid'], paged: { pageSize: 1000 } };
    for await (const page of client.searchPaginated(people, options)) pages.push(page.searchEntries.length);
    expect(pages).toEqual([1000, many - 1000]);
    const whole = await client.search(people, { scope: 'sub', filter, attributes: ['uid'] });
    expect(whole.searchEntries).toHaveLength(many);
  },
);

test('a page above 1000 is refused, not cut', async () => {
  const planner = await connect(slapd, slapd.planner);
  const options = { filter: '(uid=page-*)', paged: { pageSize: 1001 } };
  expect(await resultOf(planner.search(people, options))).toBe(code.adminLimitExceeded);
});
