/** Nobody's mailbox, password or name by somebody else's word: what the plan holds, and what it does instead. */
import { describe, expect, it } from 'vitest';
import { changesOf, heldAs, heldOf, makeStory } from '../../support/lifecycle-story.ts';
import { organizationText, policyText } from '../../support/world.ts';

const an = 'id: LC-000001, name: Nguyễn Văn An';
const binh = 'id: LC-000002, name: Trần Thị Bình';
const anKey = 'person:LC-000001';
const text = (id: string, people: readonly string[], mailbox = 'none') =>
  organizationText(id, people, `mailbox: ${mailbox}\n`);
const files = (...people: string[]) => ({ sokx: text('sokx', people), soky: text('soky', []) });
const ended = (reason: string, more = '') =>
  `${an}, termination: {reason: ${reason}, document: 77/QĐ, decided: 2026-03-03${more}}`;

function begun(organizations = files(an, binh)) {
  const story = makeStory();
  story.run(organizations, '2026-03-02');
  return story;
}

describe('another name under an id', () => {
  const replaced = 'id: LC-000001, name: Lê Thị Chín';

  it.each([
    ['in its own file', files(replaced, binh)],
    ['with a reset', files(`${replaced}, passwordReset: {document: 3/CV, date: 2026-03-03}`, binh)],
    [
      'with a decided address',
      files(
        `${replaced}, address: annv.sokx@laichau.gov.vn, addressDecision: {document: 1/QĐ, date: 2026-03-03}`,
        binh,
      ),
    ],
    ['in another file', { sokx: text('sokx', [binh]), soky: text('soky', [replaced]) }],
    [
      'in another file, after a release',
      { sokx: text('sokx', [ended('transfer'), binh]), soky: text('soky', [replaced]) },
    ],
    [
      'in another file, after a retirement',
      { sokx: text('sokx', [ended('retirement'), binh]), soky: text('soky', [replaced]) },
    ],
  ])('%s changes nothing of the mailbox', (_what, organizations) => {
    const story = begun();
    const before = story.account(anKey);
    const plan = story.run(organizations, '2026-03-03');
    expect(plan.changes.filter(({ key }) => key.startsWith(anKey))).toEqual([]);
    expect(heldOf(plan).some((one) => one.endsWith(anKey))).toBe(true);
    expect(story.account(anKey)).toEqual(before);
  });

  it('says what to do, and goes on with a document; one for a day to come does not count yet', () => {
    const story = begun();
    expect(heldAs(story.plan(files(replaced, binh), '2026-03-03'), 'person-replaced')).toMatchObject({
      args: { before: 'Nguyễn Văn An', after: 'Lê Thị Chín' },
    });
    const documented = (date: string) =>
      files(`${replaced}, nameChange: {document: 8/TB, date: ${date}}`, binh);
    expect(changesOf(story.plan(documented('2026-03-04'), '2026-03-03'))).toEqual([]);
    expect(changesOf(story.run(documented('2026-03-03'), '2026-03-03'))).toEqual([`rename ${anKey}`]);
  });

  it('lets a correction go on', () => {
    const story = begun();
    const plan = story.run(files('id: LC-000001, name: Nguyễn Viết An', binh), '2026-03-03');
    expect(changesOf(plan)).toEqual([`update ${anKey}`]);
    expect(story.account(anKey).name).toBe('Nguyễn Viết An');
  });

  it('holds no lock: who is suspended is locked under the name that is there', () => {
    const story = begun();
    const suspension = 'suspension: {reason: violation, clause: "12.1", document: 1/QĐ, date: 2026-03-03}';
    const plan = story.run(files(`${replaced}, ${suspension}`, binh), '2026-03-03');
    expect(changesOf(plan)).toEqual([`suspend ${anKey}`]);
    expect(story.account(anKey)).toMatchObject({ name: 'Nguyễn Văn An', state: 'suspended', locked: true });
    expect(heldAs(plan, 'person-replaced').key).toBe(anKey);
  });

  it('in another file, at work here under the own name, holds the newcomer and nobody else', () => {
    const story = begun();
    const edited = files(`${an}, title: Phó`, binh);
    const plan = story.run({ ...edited, soky: text('soky', [replaced]) }, '2026-03-03');
    expect(changesOf(plan)).toEqual([`update ${anKey}`]);
    expect(plan.held).toMatchObject([
      { key: anKey, organization: 'soky', code: 'problem', args: { problem: 'person-duplicate' } },
    ]);
  });
});

describe('a mailbox that has ended', () => {
  const reasons = ['retirement', 'resignation'] as const;

  it.each(reasons)('by %s is woken by no deleted line, and by no reset', (reason) => {
    const story = begun();
    story.run(files(ended(reason), binh), '2026-03-03');
    const before = story.account(anKey);
    for (const record of [an, `${an}, passwordReset: {document: 3/CV, date: 2026-03-04}`]) {
      const plan = story.run(files(record, binh), '2026-03-04');
      expect(changesOf(plan)).toEqual([]);
      expect(heldAs(plan, 'restoration-needed')).toMatchObject({ args: { state: 'terminated', reason } });
      expect(story.account(anKey)).toEqual(before);
    }
    const reset = story.plan(
      files(`${an}, passwordReset: {document: 3/CV, date: 2026-03-04}`, binh),
      '2026-03-04',
    );
    expect(heldAs(reset, 'reset-refused')).toMatchObject({ args: { because: 'ended' } });
  });

  it.each(reasons)('by %s wakes on a later request, with a password nobody has had', (reason) => {
    const story = begun();
    story.run(files(ended(reason), binh), '2026-03-03');
    const asked = (date: string) => files(`${an}, restoration: {document: 5/VP, date: ${date}}`, binh);
    expect(changesOf(story.plan(asked('2026-03-02'), '2026-03-05'))).toEqual([]);
    expect(changesOf(story.plan(asked('2026-03-06'), '2026-03-05'))).toEqual([]);
    const plan = story.run(asked('2026-03-05'), '2026-03-05');
    expect(plan.changes).toMatchObject([{ kind: 'restore', key: anKey, credential: true }]);
  });

  it('stays ended where its restoration came before a suspension', () => {
    const story = begun();
    story.run(files(ended('resignation'), binh), '2026-03-03');
    const both = `${an}, restoration: {document: 5/VP, date: 2026-03-04}, suspension: {reason: violation, clause: "12.1", document: 1/QĐ, date: 2026-03-05}`;
    expect(changesOf(story.plan(files(both, binh), '2026-03-05'))).toEqual([]);
  });

  it.each(reasons)('by %s stays as it is when another organization takes the person on', (reason) => {
    const story = begun();
    story.run(files(ended(reason), binh), '2026-03-03');
    const { key: _key, ...old } = story.account(anKey);
    const plan = story.run(
      { sokx: text('sokx', [ended(reason), binh]), soky: text('soky', [an]) },
      '2026-03-04',
    );
    expect(changesOf(plan)).toEqual([`transfer ${anKey}`, `create ${anKey}`]);
    expect(story.account(`${anKey}/1`)).toMatchObject(old);
    expect(story.account(anKey)).toMatchObject({ organization: 'soky', address: 'annv.soky@laichau.gov.vn' });
  });

  it('and others at once are for the guard', () => {
    const many = Array.from({ length: 8 }, (_, i) => {
      const id = `LC-00001${i}`;
      const address = `an${i}nv.sokx@laichau.gov.vn`;
      return `id: ${id}, name: Nguyễn Văn An, address: ${address}, addressDecision: {document: 1/QĐ, date: 2026-01-05}`;
    });
    const leaving = many.map(
      (one) => `${one}, termination: {reason: resignation, document: 7/QĐ, decided: 2026-03-03}`,
    );
    const story = begun({ sokx: text('sokx', [...many, binh]), soky: text('soky', []) });
    const wide = policyText
      .replace('run: {share: 5, count: 5}', 'run: {share: 100, count: 99}')
      .replace('organization: {share: 30, count: 3}', 'organization: {share: 100, count: 99}');
    story.run({ sokx: text('sokx', [...leaving, binh]), soky: text('soky', []) }, '2026-03-03', {
      policy: wide,
    });
    const back = many.map((one) => `${one}, restoration: {document: 5/VP, date: 2026-03-04}`);
    const organizations = { sokx: text('sokx', [...back, binh]), soky: text('soky', []) };
    const plan = story.plan(organizations, '2026-03-04');
    expect(plan.changes).toEqual([]);
    expect(plan.held).toHaveLength(8);
    expect(plan.held[0]).toMatchObject({ code: 'guard', args: { class: 'wake', count: 8 } });
    // In small portions they are counted together.
    const portion = (count: number) => ({
      sokx: text('sokx', [...back.slice(0, count), ...leaving.slice(count), binh]),
      soky: text('soky', []),
    });
    expect(story.run(portion(3), '2026-03-04').changes).toHaveLength(3);
    expect(story.plan(portion(6), '2026-03-05').changes).toEqual([]);
  });
});

describe('a custodian who has left (9.1)', () => {
  const agency = (custodian: string, ...people: string[]) => ({
    sokx: text('sokx', people, `{custodian: ${custodian}}`),
    soky: text('soky', []),
  });
  const begin = () => begun(agency('LC-000001', an, binh));

  it('leaves the agency another password, sealed for it', () => {
    const story = begin();
    const plan = story.run(agency('LC-000002', ended('retirement'), binh), '2026-03-03');
    expect(plan.changes.find(({ key }) => key === 'organization:sokx')).toMatchObject({
      kind: 'reset',
      credential: true,
      why: { code: 'custodian-left', clause: '9.1' },
    });
  });

  it('but is still there keeps it, and by policy everybody does', () => {
    const story = begin();
    const stays = story.plan(agency('LC-000002', an, binh), '2026-03-03').changes[0];
    expect(stays).toMatchObject({ kind: 'update', key: 'organization:sokx' });
    expect(stays?.credential).toBeUndefined();
    const policy = policyText.replace('passwords:\n', 'passwords:\n  onCustodianChange: remind\n');
    const remind = story.plan(agency('LC-000002', ended('retirement'), binh), '2026-03-03', { policy });
    expect(remind.changes.find(({ key }) => key === 'organization:sokx')?.credential).toBeUndefined();
  });
});

describe('an entry that says of no organization', () => {
  it('is completed; nobody is ended for what is missing', () => {
    const story = begun();
    story.server.tamper(anKey, { organization: undefined as unknown as string });
    const plan = story.run(files(an, binh), '2026-03-03');
    expect(plan.changes).toMatchObject([{ kind: 'update', key: anKey, fields: ['organization'] }]);
  });
});

it('a transfer leads where the record says, in the run that sees both halves and in every later one', () => {
  const sent = { sokx: text('sokx', [ended('transfer', ', to: sokz'), binh]), sokz: text('sokz', []) };
  const elsewhere = { ...sent, soky: text('soky', [an]) };
  const [atOnce, later] = [begun(), begun()];
  expect(heldAs(atOnce.plan(elsewhere, '2026-03-03'), 'release-needed')).toMatchObject({ key: anKey });
  later.run({ ...files(binh), ...sent }, '2026-03-03');
  const plan = later.plan(elsewhere, '2026-03-05');
  expect(changesOf(plan)).toEqual([]);
  expect(heldAs(plan, 'release-needed')).toMatchObject({ key: anKey, args: { from: 'sokx', to: 'sokz' } });
  const there = later.plan({ ...sent, soky: text('soky', []), sokz: text('sokz', [an]) }, '2026-03-05');
  expect(changesOf(there)).toEqual(['transfer person:LC-000001', 'create person:LC-000001']);
});

it('nobody is called by a name that the organization in the end does not get', () => {
  const unit = (code: string) => ({
    sokx: text('sokx', [an]),
    ttcn: text('ttcn', [binh], '{}')
      .replace('kind: provincial\nparent: ubnd', 'kind: provincial-unit\nparent: sokx')
      .replace('code: ttcn', `code: ${code}`),
  });
  const story = makeStory();
  story.run(unit('ttcn'), '2026-03-02');
  // An of the sở is corrected: his former address still reaches him.
  const corrected = { ...unit('annv'), sokx: text('sokx', ['id: LC-000001, name: Nguyễn Thị An']) };
  story.run({ ...corrected, ttcn: unit('ttcn').ttcn }, '2026-03-03');
  const plan = story.plan(corrected, '2026-03-04');
  expect(changesOf(plan)).toEqual([]);
  expect(heldAs(plan, 'address-held')).toMatchObject({ key: 'organization:ttcn' });
  expect(heldAs(plan, 'depends-on-held')).toMatchObject({ key: 'person:LC-000002' });
});

it('a second record elsewhere, of whatever name, keeps no lock from the one at work', () => {
  const locked = `${an}, suspension: {reason: violation, clause: "12.1", document: 1/QĐ, date: 2026-03-03}`;
  for (const other of [an, 'id: LC-000001, name: Lê Thị Chín']) {
    const plan = begun().plan(
      { sokx: text('sokx', [locked, binh]), soky: text('soky', [other]) },
      '2026-03-03',
    );
    expect(changesOf(plan)).toEqual(['suspend person:LC-000001']);
    expect(heldAs(plan, 'problem')).toMatchObject({ key: anKey, organization: 'soky' });
  }
});
