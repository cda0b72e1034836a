/** The plan of a pull request minds the adoption that waits beside the directory, as the job does. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { stringify } from 'yaml';
import { type Slapd, startSlapd } from '../../../servers/launch/slapd.ts';
import { settingsOf } from '../../support/child.ts';
import { type Desk, openDesk } from '../../support/github-desk.ts';
import { organizationText, testRecipient } from '../../support/world.ts';

const baseDn = 'dc=laichau,dc=gov,dc=vn';
const committee = `id: ubnd\nname: Ủy ban nhân dân tỉnh Lai Châu\nkind: people-committee\ncode: ubnd\nrepresentatives: [laichau]\nmailbox: none\ncredentialRecipients: [${testRecipient}]\n`;
const office = (...people: readonly string[]) =>
  organizationText('sokx', people, 'representatives: [minh]\n');

let slapd: Slapd;
let desk: Desk;
beforeAll(async () => {
  slapd = await startSlapd({ baseDn });
  desk = await openDesk({
    'ubnd.yaml': committee,
    'sokx.yaml': office('id: LC-000001, name: Nguyễn Văn An'),
  });
});
afterAll(async () => {
  expect(desk.hub.problems).toEqual([]);
  await desk?.close();
  await slapd?.stop();
});

test('who waits to be adopted is no new mailbox in it, and who is new beside him is', async () => {
  const entry = {
    key: 'person:LC-000002',
    uuid: '0f7e4a0e-5b7c-103f-8d0a-0242ac110002',
    dn: `uid=mailt,ou=people,${baseDn}`,
    addresses: ['mailt.sokx@laichau.gov.vn'],
  };
  await desk.hub.commit('laichau', 'main', {
    'adoption.yaml': stringify({
      format: 'danhba-adoption/1',
      domain: 'laichau.gov.vn',
      baseDn,
      entries: [entry],
    }),
  });
  await desk.hub.commit('minh', 'them', {
    'directory/organizations/sokx.yaml': office(
      'id: LC-000001, name: Nguyễn Văn An',
      'id: LC-000002, name: Lò Thị Mai',
      'id: LC-000003, name: Vũ Văn Tám',
    ),
  });
  const number = await desk.hub.openPull('minh', 'them');
  const { dn: bindDn, passwordFile } = slapd.reconciler;
  await desk.review(number, settingsOf({ url: slapd.url, bindDn, passwordFile }));
  const body = (await desk.commentsOn(number)).find((one) => one.body.includes('danhba:review'))?.body ?? '';
  expect(body).toContain('Vũ Văn Tám');
  const lineOf = (name: string) => body.split('\n').filter((line) => line.includes(name));
  expect(lineOf('Lò Thị Mai').join('\n')).toContain('adoption.yaml');
  expect(lineOf('Vũ Văn Tám').join('\n')).not.toContain('adoption.yaml');
  expect(lineOf('Vũ Văn Tám').join('\n')).toContain('| **cấp mới** |');
  expect(lineOf('Lò Thị Mai').join('\n')).not.toContain('| **cấp mới** |');
});
