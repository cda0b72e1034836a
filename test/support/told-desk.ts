/** An office whose forms are sent, agreed to and merged on the test's GitHub, and what its clerk is told of them. */
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'vitest';
import { type Slapd, startSlapd } from '../../servers/launch/slapd.ts';
import type { RequestKind } from '../../src/model/github/request.ts';
import { type Filled, fillForm, formTitles } from '../unit/review/fill-form.ts';
import { type Ended, type Environment, runDanhba, settingsOf } from './child.ts';
import { type Desk, openDesk } from './github-desk.ts';
import { organizationText, policyText, testRecipient } from './world.ts';

const committee = (recipient: string) =>
  `id: ubnd\nname: Ủy ban nhân dân tỉnh Lai Châu\nkind: people-committee\ncode: ubnd\nrepresentatives: [laichau]\nmailbox: none\ncredentialRecipients: [${recipient}]\n`;
const given = ['An', 'Bình', 'Chi', 'Dũng', 'Giang', 'Hà', 'Khánh', 'Long', 'Minh', 'Nga', 'Oanh', 'Phúc'];
const people = given.map(
  (name, index) => `id: LC-${String(index + 1).padStart(6, '0')}, name: Lò Văn ${name}`,
);
const office = organizationText('sokx', people, 'representatives: [minh]\n');
const basis = { document: '15/SOKX-VP', date: '2026-11-20' };
export const openForm = { state: 'open', reason: null };
export const closedForm = { state: 'closed', reason: 'completed' };
/** A day as it is written in an answer. */
export const day = String.raw`(thứ (Hai|Ba|Tư|Năm|Sáu|Bảy)|Chủ nhật) \d\d/\d\d/20\d\d`;
/** How often the clerk is called. */
export const calls = (texts: readonly string[]): number => texts.join('\n').match(/@lan\b/g)?.length ?? 0;

export interface Sent {
  readonly form: number;
  readonly pull: number;
}

export interface ToldDesk {
  readonly desk: Desk;
  readonly slapd: Slapd;
  /** The folder of the key that opens what is sealed. */
  readonly keys: string;
  readonly reconcile: () => Promise<Ended>;
  /** The timer that answers. */
  readonly answer: () => Promise<Ended>;
  /** A form and the pull request danhba makes of it. */
  readonly send: (kind: RequestKind, answers: Filled) => Promise<Sent>;
  readonly sendAndMerge: (kind: RequestKind, answers: Filled) => Promise<Sent>;
  readonly stateOf: (form: number) => Promise<{ readonly state: string; readonly reason: string | null }>;
  readonly setState: (form: number, state: 'open' | 'closed') => Promise<void>;
  /** Without the first answer, that there is a pull request. */
  readonly told: (form: number) => Promise<readonly string[]>;
  readonly sealedFiles: () => Promise<readonly string[]>;
  /** Every request was one GitHub knows. */
  readonly settle: () => void;
  readonly close: () => Promise<void>;
}

export async function openToldDesk(): Promise<ToldDesk> {
  const keys = await mkdtemp(join(tmpdir(), 'danhba-keys-'));
  const key = await runDanhba(['credentials', 'key', '--out', 'identity.txt'], { cwd: keys });
  const [recipient = testRecipient] = /age1\w+/.exec(key.out) ?? [];
  const slapd = await startSlapd({ baseDn: 'dc=laichau,dc=gov,dc=vn' });
  const as = ({ dn: bindDn, passwordFile }: Slapd['planner']): Environment =>
    settingsOf({ url: slapd.url, bindDn, passwordFile });
  const desk = await openDesk({ 'ubnd.yaml': committee(recipient), 'sokx.yaml': office });
  const { hub } = desk;
  const withPage = policyText.replace(/^passwords:$/m, 'passwords:\n  page: https://matkhau.laichau.gov.vn/');
  expect(withPage).not.toBe(policyText);
  await hub.commit('laichau', 'main', { 'directory/policy.yaml': withPage });
  const reconcile = () => desk.reconcile(as(slapd.reconciler));
  expect(await reconcile()).toMatchObject({ code: 0 });

  const send: ToldDesk['send'] = async (kind, answers) => {
    const body = fillForm(kind, { organization: 'sokx', ...basis, ...answers });
    const labels = ['danhba', `danhba:${kind}`];
    const { number } = await hub.as('lan', 'POST', '/issues', { title: formTitles[kind], body, labels });
    const ran = await desk.request(number);
    expect(ran, ran.err).toMatchObject({ code: 0 });
    return { form: number, pull: ran.pullRequest as number };
  };
  return {
    desk,
    slapd,
    keys,
    reconcile,
    answer: () => desk.machine.answer({ ...as(slapd.planner), GITHUB_TOKEN: 'ghs_bot' }),
    send,
    sendAndMerge: async (kind, answers) => {
      const sent = await send(kind, answers);
      await desk.approve(sent.pull);
      await desk.merge(sent.pull);
      return sent;
    },
    stateOf: async (form) => {
      const { state, state_reason: reason } = await hub.as('lan', 'GET', `/issues/${form}`);
      return { state, reason };
    },
    setState: async (form, state) => void (await hub.as('lan', 'PATCH', `/issues/${form}`, { state })),
    told: async (form) => (await desk.commentsOn(form)).slice(1).map(({ body }) => body),
    sealedFiles: () => readdir(join(desk.root, 'state/credentials')),
    settle: () => {
      expect(hub.problems).toEqual([]);
      hub.forget();
    },
    close: async () => {
      await desk.close();
      await slapd.stop();
      await rm(keys, { recursive: true, force: true });
    },
  };
}
