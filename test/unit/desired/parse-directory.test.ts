/** A directory from texts: what each file is for, what is unusable and what is only missing. */
import { describe, expect, it } from 'vitest';
import { fileId, fileKind, parseDirectory } from '../../../src/desired/read/parse-directory.ts';
import { policyText } from '../../support/world.ts';
import { committee, organizationStart as start } from './read-texts.ts';

function parse(texts: Readonly<Record<string, string>>, withoutText: readonly string[] = []) {
  const sources = Object.entries(texts).map(([path, text]) => ({ file: `d/${path}`, path, text }));
  const named = withoutText.map((path) => ({ file: `d/${path}`, path }));
  const { directory, problems } = parseDirectory(sources, 'd/policy.yaml', named);
  return { directory, told: problems.map(({ code, at }) => `${code} ${at.file}`) };
}

const policy = { 'policy.yaml': policyText };

describe('what a file is for', () => {
  it.each([
    ['policy.yaml', 'policy'],
    ['calendar/2026.yaml', 'calendar'],
    ['organizations/a.yaml', 'organization'],
    ['organizations/so/y-te/a.yaml', 'organization'],
    ['organizations.yaml', undefined],
    ['so/a.yaml', undefined],
    ['calendar/2026/a.yaml', undefined],
    ['organizations/policy.yml', undefined],
    ['sub/policy.yaml', undefined],
  ])('%s: %s', (path, kind) => expect(fileKind(path)).toBe(kind));

  it('says the id a file promises', () => expect(fileId('organizations/so/soa.yaml')).toBe('soa'));

  it.each([
    ['a.yaml', 'file-misplaced'],
    ['calendar/x/2026.yaml', 'file-misplaced'],
    ['Policy.yaml', 'file-misplaced'],
    ['organizations/a.yml', 'file-ending'],
    ['organizations/a.YAML', 'file-ending'],
    ['organizations/a (1).yaml', 'file-copy'],
  ])('%s is told, for it would not be read: %s', (path, code) =>
    expect(parse({ ...policy, [path]: start }).told).toEqual([`${code} d/${path}`]),
  );
});

describe('the policy', () => {
  it('is missing: nothing can be judged, but the other files are still read', () => {
    const { directory, told } = parse({ 'organizations/a.yaml': 'id: [' });
    expect(directory).toBeUndefined();
    expect(told).toEqual(['yaml-syntax d/organizations/a.yaml', 'policy-missing d/policy.yaml']);
  });
  it('is there but has no text: told once, and not as missing', () => {
    expect(parse({}, ['policy.yaml'])).toEqual({ directory: undefined, told: [] });
  });
  it('is wrong: told, and not as missing', () => {
    const { directory, told } = parse({ 'policy.yaml': policyText.replace('domain:', 'domian:') });
    expect(directory).toBeUndefined();
    expect(told).toEqual(['unknown-key d/policy.yaml']);
  });
  it('says where it stands', () => expect(parse(policy).directory?.policyFile).toBe('d/policy.yaml'));
});

describe('an organization', () => {
  const files = (text: string) => parse({ ...policy, 'organizations/soa.yaml': text }).directory;
  const two = `${start}people:\n  - {id: LC-1, name: Nguyễn Văn An}\n  - {id: LC-2, name: Lò Văn Chi, %}\n`;

  it('that can be used has the lines of its people', () => {
    for (const text of [two.replace(', %', ''), two.replace(', %', '').replaceAll('\n', '\r\n')]) {
      expect(files(text)?.organizations).toMatchObject([{ personLines: [8, 9], unusable: new Set() }]);
      expect(files(text)?.unreadable).toEqual([]);
    }
  });

  it.each([
    ['an unknown key', 'titel: x'],
    ['a wrong type', 'phone: 0213'],
    ['an ambiguous word', 'title: on'],
    ['a hidden character', 'title: a\u200bb'],
    ['a date that does not exist', 'passwordReset: {document: 1/VP, date: 2026-02-30}'],
  ])('with %s in one person has that person unusable, the lines of all known', (_what, wrong) => {
    const found = files(two.replace('%', wrong));
    expect(found?.organizations).toMatchObject([{ personLines: [8, 9], unusable: new Set([1]) }]);
    expect(found?.unreadable).toEqual([]);
  });

  it.each([
    ['syntax', 'id: ['],
    ['a wrong id', start.replace('id: soa', 'id: SOA')],
    ['a wrong mailbox', start.replace('mailbox: none', 'mailbox: some')],
    ['people that are no list', `${start}people: {}\n`],
    ['a hidden character of its own', `${start}codeBasis: "a\\u200b"\n`],
    ['nothing', ''],
  ])('with %s is unreadable under the id its name promises', (_what, text) => {
    expect(files(text)).toMatchObject({
      organizations: [],
      unreadable: [{ file: 'd/organizations/soa.yaml', id: 'soa' }],
    });
  });

  it('without text is unreadable too', () => {
    const found = parse(policy, ['organizations/so/soa.yaml', 'organizations/linked', 'calendar/2026.yaml']);
    expect(found.directory?.unreadable).toEqual([{ file: 'd/organizations/so/soa.yaml', id: 'soa' }]);
    expect(found.told).toEqual([]);
  });
});

describe('a calendar', () => {
  const year = 'year: 2026\nsource: 1/TB-BNV\nweekdaysOff: [2026-01-01]\nweekendDaysWorked: []\n';
  it('is kept by its year', () => {
    const { directory, told } = parse({ ...policy, 'calendar/2026.yaml': year });
    expect([...(directory?.calendar.keys() ?? [])]).toEqual([2026]);
    expect(told).toEqual([]);
  });
  it('of another year than its name is refused, and stands in for nobody', () => {
    const { directory, told } = parse({ ...policy, 'calendar/2027.yaml': year });
    expect(directory?.calendar.size).toBe(0);
    expect(told).toEqual(['file-name d/calendar/2027.yaml']);
  });
  it('that is wrong leaves the year without one', () => {
    const { directory, told } = parse({
      ...policy,
      'calendar/2026.yaml': year.replace('2026-01-01', '2026-01-32'),
    });
    expect(directory?.calendar.size).toBe(0);
    expect(told).toEqual(['date-invalid d/calendar/2026.yaml']);
  });
});

it('one bad file of each kind hides no other', () => {
  const { directory, told } = parse({
    ...policy,
    'organizations/ubnd.yaml': committee,
    'organizations/soa.yaml': '\u0000',
    'organizations/sob.yaml': '- a',
    'organizations/soc.yaml': 'a: [',
    'organizations/sod.yaml': `${start}kind: x\n`,
    'calendar/2026.yaml': 'year: x',
    'other.yaml': '',
  });
  expect(directory?.organizations).toHaveLength(1);
  expect(directory?.unreadable.map(({ id }) => id)).toEqual(['soa', 'sob', 'soc', 'sod']);
  expect(new Set(told.map((one) => one.split(' ')[1]))).toEqual(
    new Set([
      'd/organizations/soa.yaml',
      'd/organizations/sob.yaml',
      'd/organizations/soc.yaml',
      'd/organizations/sod.yaml',
      'd/calendar/2026.yaml',
      'd/other.yaml',
    ]),
  );
});
