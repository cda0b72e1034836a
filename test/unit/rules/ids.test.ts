/** Ids: the file's name, and one bearer each. */
import { describe, expect, it } from 'vitest';
import { parseDirectory } from '../../../src/desired/read/parse-directory.ts';
import { declareAccounts } from '../../../src/naming/declared.ts';
import { findProblems } from '../../../src/rules/index.ts';
import { policyText } from '../../support/world.ts';
import { organization, problemsOf, told } from './told.ts';

const an = 'id: LC-1, name: Nguyễn Văn An';
const binh = 'id: LC-1, name: Trần Thị Bình';

describe('a file and its id', () => {
  it('agree', () => expect(told({ soa: organization('soa') })).toEqual([]));
  it('differ: a file renamed without its id', () => {
    expect(told({ sob: organization('soa') })).toEqual(['file-name sob.yaml id']);
  });
  it('compare exactly, whatever folders the file is in', () => {
    expect(told({ 'so/cu/soa': organization('soa') })).toEqual([]);
    expect(told({ 'soa/so': organization('soa') })).toEqual(['file-name so.yaml id']);
  });
});

describe('two bearers of one id', () => {
  it('are both told, with the place of the other', () => {
    const files = { soa: organization('soa', '', [an]), sob: organization('sob', '', [binh]) };
    expect(told(files)).toEqual([
      'person-duplicate soa.yaml people.0.id',
      'person-duplicate sob.yaml people.0.id',
    ]);
    expect(problemsOf(files).map(({ args, subject }) => ({ args, subject }))).toEqual([
      {
        args: {
          id: 'LC-1',
          name: 'Nguyễn Văn An',
          otherFile: 'directory/organizations/soa.yaml',
          otherLine: 9,
        },
        subject: 'person:LC-1',
      },
      {
        args: {
          id: 'LC-1',
          name: 'Trần Thị Bình',
          otherFile: 'directory/organizations/sob.yaml',
          otherLine: 9,
        },
        subject: 'person:LC-1',
      },
    ]);
  });
  it('are told within one file too, and a third of them', () => {
    expect(told({ soa: organization('soa', '', [an, binh, 'id: LC-1, name: Lò Văn Chi']) })).toEqual([
      'person-duplicate soa.yaml people.0.id',
      'person-duplicate soa.yaml people.1.id',
      'person-duplicate soa.yaml people.2.id',
    ]);
  });
  it('may be organizations', () => {
    const twice = { 'a/soa': organization('soa'), 'b/soa': organization('soa') };
    expect(told(twice)).toEqual(['organization-duplicate soa.yaml id', 'organization-duplicate soa.yaml id']);
  });
  it('are not a person and an organization, nor ids that only look alike', () => {
    const files = {
      soa: organization('soa', '', [an, 'id: LC-01, name: Trần Thị Bình', 'id: L-1, name: Lò Văn Chi']),
    };
    expect(told(files)).toEqual([]);
  });
  it('do not collide with themselves: the id is what to put right', () => {
    expect(told({ soa: organization('soa', '', [an, an]) })).toEqual([
      'person-duplicate soa.yaml people.0.id',
      'person-duplicate soa.yaml people.1.id',
    ]);
  });
});

it('what is found does not depend on the order of the files', () => {
  const texts = {
    ubnd: 'id: ubnd\nname: Ủy ban nhân dân tỉnh Lai Châu\nkind: people-committee\ncode: ubnd\nmailbox: none\n',
    soa: organization('soa', 'parent: sob\n', [an]),
    'b/soa': organization('soa', 'parent: soc\n', [binh, 'id: LC-2, name: Ngô Văn An']),
    sob: organization('sob', 'parent: soa\n', ['id: LC-3, name: Nguyễn Vi An']),
    bad: 'id: [\n',
  };
  const sources = Object.entries(texts).map(([id, text]) => ({
    file: `d/organizations/${id}.yaml`,
    path: `organizations/${id}.yaml`,
    text,
  }));
  sources.push({ file: 'd/policy.yaml', path: 'policy.yaml', text: policyText });
  const find = (order: typeof sources) => {
    const { directory, problems } = parseDirectory(order, 'd/policy.yaml');
    if (directory === undefined) throw new Error('no policy');
    return JSON.stringify([
      ...problems,
      ...findProblems(directory, declareAccounts(directory), [], '2026-11-23'),
    ]);
  };
  const first = find(sources);
  expect(first).toContain('person-duplicate');
  for (let turn = 1; turn < sources.length; turn++) {
    expect(find([...sources.slice(turn), ...sources.slice(0, turn)])).toBe(first);
  }
  expect(find(sources.toReversed())).toBe(first);
});
