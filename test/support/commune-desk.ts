/** A commune, its two clerks and its vice-chairman on the test's GitHub, with a server and a clock that stands still. */
import { expect, vi } from 'vitest';
import { type Slapd, startSlapd } from '../../servers/launch/slapd.ts';
import type { RequestKind } from '../../src/model/github/request.ts';
import { type Filled, fillForm, formTitles } from '../unit/review/fill-form.ts';
import { settingsOf } from './child.ts';
import { bindRoot, readOne } from './faults-fixture.ts';
import type { Login } from './github.ts';
import { type Desk, openDesk } from './github-desk.ts';
import { policyText, testRecipient } from './world.ts';

export const communePath = 'directory/organizations/muongte-bumnua.yaml';

const committee = `id: ubnd
name: Ủy ban nhân dân tỉnh Lai Châu
kind: people-committee
code: ubnd
representatives: [laichau]
mailbox: none
credentialRecipients: [${testRecipient}]
`;
const district = `id: muongte
name: Huyện Mường Tè
kind: district
parent: ubnd
code: muongte
mailbox: none
`;
const staff = [
  ['Phùng Go Khừ', 'Chánh Văn phòng'],
  ['Tạ Mì Đức', 'Công chức Tư pháp – Hộ tịch'],
  ['Lò Thị Chiên', 'Công chức Văn phòng'],
  ['Lý Gió Mư', 'Công chức Địa chính'],
  ['Đặng Đức Tuân', 'Công chức Tài chính – Kế toán'],
];
const commune = `id: muongte-bumnua
name: Xã Bum Nưa
kind: commune
parent: muongte
code: bumnua
representatives: [minh]
mailbox:
  custodian: LC-000003
people:
${staff.map(([name, title], index) => `  - id: LC-00000${index + 1}\n    name: ${name}\n    title: ${title}\n`).join('')}`;

/** lan and thu are the clerks, minh is the vice-chairman who represents the commune, laichau the operator. */
export interface Commune {
  readonly desk: Desk;
  /** From now on it is this time in Lai Châu, for GitHub and for danhba. */
  readonly setTime: (day: string, time: string) => void;
  /** `whom`: what the clerk writes behind the form's title. */
  readonly fill: (login: Login, kind: RequestKind, whom: string, answers: Filled) => Promise<number>;
  readonly refill: (login: Login, form: number, kind: RequestKind, answers: Filled) => Promise<void>;
  /** What danhba does when a form is sent or edited; 1 where something of it is wrong. */
  readonly receive: (form: number, code?: 0 | 1) => Promise<void>;
  /** The timer that answers. */
  readonly answer: () => Promise<void>;
  /** The run of the night, with or without words of a GitHub that could not be told. */
  readonly run: (fails?: 'github-fails') => Promise<void>;
  /** On the form's pull request. */
  readonly agree: (form: number, login: 'minh' | 'laichau') => Promise<void>;
  readonly merge: (form: number) => Promise<void>;
  readonly stateOf: (form: number) => Promise<'open' | 'closed'>;
  /** The entry on the server. */
  readonly person: (id: string) => ReturnType<typeof readOne>;
  readonly close: () => Promise<void>;
}

export async function openCommune(): Promise<Commune> {
  const slapd = await startSlapd({ baseDn: 'dc=laichau,dc=gov,dc=vn' });
  const as = ({ dn: bindDn, passwordFile }: Slapd['planner']) => ({
    ...settingsOf({ url: slapd.url, bindDn, passwordFile }),
    GITHUB_TOKEN: 'ghs_bot',
  });
  let today = '';
  const setTime: Commune['setTime'] = (day, time) => {
    today = day;
    vi.setSystemTime(new Date(`${day}T${time}:00+07:00`));
  };
  setTime('2026-11-20', '08:00');
  const desk = await openDesk({
    'ubnd.yaml': committee,
    'muongte.yaml': district,
    'muongte-bumnua.yaml': commune,
  });
  const { hub, machine } = desk;
  const policy = policyText.replace(/^passwords:$/m, 'passwords:\n  page: https://matkhau.laichau.gov.vn/');
  await hub.commit('laichau', 'main', {
    'directory/policy.yaml': policy,
    'directory/calendar/2027.yaml':
      'year: 2027\nsource: 1/TB-BNV\nweekdaysOff:\n  - 2027-01-01\nweekendDaysWorked: []\n',
  });
  await hub.as('laichau', 'PUT', '/collaborators/thu', { permission: 'triage' });
  const day = () => ['--today', today];
  const pullOf = async (form: number): Promise<number> => {
    const pulls: readonly { number: number; head: { ref: string } }[] = await hub.as(
      'laichau',
      'GET',
      '/pulls?state=all&per_page=100',
    );
    return pulls.find(({ head }) => head.ref === `danhba/request-${form}`)?.number ?? 0;
  };
  return {
    desk,
    setTime,
    fill: async (login, kind, whom, answers) => {
      const labels = ['danhba', `danhba:${kind}`];
      const issue = { title: `${formTitles[kind]}${whom}`, body: fillForm(kind, answers), labels };
      return (await hub.as(login, 'POST', '/issues', issue)).number;
    },
    refill: async (login, form, kind, answers) =>
      void (await hub.as(login, 'PATCH', `/issues/${form}`, { body: fillForm(kind, answers) })),
    receive: async (form, code = 0) => {
      const ended = await machine.request(form, { GITHUB_TOKEN: 'ghs_bot' }, ...day());
      expect(ended, ended.err).toMatchObject({ code, err: '' });
    },
    answer: async () => {
      const ended = await machine.answer(as(slapd.planner), ...day());
      expect(ended, ended.err).toMatchObject({ code: 0, err: '' });
    },
    run: async (fails) => {
      const { code, err } = await machine.reconcile(as(slapd.reconciler), ...day());
      expect(code, err).toBe(0);
      expect(err.includes('danhba: [github-'), err).toBe(fails !== undefined);
    },
    agree: async (form, login) => desk.approve(await pullOf(form), login),
    merge: async (form) => desk.merge(await pullOf(form)),
    stateOf: async (form) => (await hub.as('lan', 'GET', `/issues/${form}`)).state,
    person: async (id) => {
      const root = await bindRoot(slapd);
      try {
        return await readOne(root, `uid=${id},ou=people,${slapd.baseDn}`);
      } finally {
        await root.unbind();
      }
    },
    close: async () => {
      await desk.close();
      await slapd.stop();
    },
  };
}

/** A list as pasted from Excel: a namesake, an address that is taken, and no telephone. */
export function fortyRows(): string {
  const families = ['Lò Văn', 'Vàng A', 'Tao Thị', 'Đèo Văn', 'Giàng Thị', 'Hù Cố', 'Ma Xuân', 'Sùng Thị'];
  const given = ['An', 'Bình', 'Chi', 'Dung', 'Giang'];
  const names = families.flatMap((family) => given.map((name) => `${family} ${name}`));
  const rows = names.map((name, index) => [
    index + 1,
    name,
    'Cán bộ bán chuyên trách',
    `0213 3 555 ${100 + index}`,
  ]);
  const bad: Readonly<Record<number, readonly string[]>> = {
    7: ['Tạ Mì Đức', 'Cán bộ bán chuyên trách', ''],
    18: ['Lý Giang Mư', 'Cán bộ bán chuyên trách', ''],
    29: ['Giàng Thị Sâu', 'Cán bộ bán chuyên trách', 'gọi sau'],
  };
  const all = rows.map((row, index) => (bad[index] === undefined ? row : [index + 1, ...bad[index]]));
  return [['STT', 'Họ và tên', 'Chức vụ', 'SĐT'], ...all].map((row) => row.join('\t')).join('\r\n');
}
