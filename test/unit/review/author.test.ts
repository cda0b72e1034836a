/** Who may change what: the table of cases, and what no pull request can do, whatever it changes. */
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import type { Organization, Person } from '../../../src/model/directory/organization.ts';
import { type AuthorQuestion, judgeAuthor } from '../../../src/review/author.ts';

const person = (id: string, more: Partial<Person> = {}): Person => ({ id, name: 'Nguyễn Văn An', ...more });
const transfer = { reason: 'transfer', document: '1/QĐ', decided: '2026-11-02' } as const;

function organization(
  id: string,
  representatives: readonly string[] | undefined,
  people: readonly Person[] = [],
) {
  const own: Organization = {
    id,
    name: id,
    kind: 'provincial',
    code: id,
    people,
    ...(representatives && { representatives }),
  };
  return { file: `directory/organizations/${id}.yaml`, organization: own };
}

const a = organization('a', ['Ann'], [person('P-1')]);
const b = organization('b', ['bob', 'Bea'], [person('P-2')]);
const orphan = organization('orphan', undefined);
const base = [a, b, orphan];

const judge = (author: string, paths: readonly string[], more: Partial<AuthorQuestion> = {}) =>
  judgeAuthor({
    author,
    changedFiles: paths.map((path) => ({ path })),
    baseOrganizations: base,
    headOrganizations: base,
    operators: ['Olga'],
    ...more,
  });

const allowed = { allowed: true };
const asks = (...missing: readonly object[]) => ({ allowed: false, missing });

describe('an author', () => {
  test.each([
    ['may change what he represents', 'Ann', [a.file], allowed],
    ['is known by his login in any writing', 'aNN', [a.file], allowed],
    ['may change several he represents', 'Bea', [b.file], allowed],
    [
      'may not change another organization',
      'Ann',
      [b.file],
      asks({ code: 'changed', organization: 'b', files: [b.file], ask: ['Bea', 'bob'] }),
    ],
    [
      'may not change both with one right',
      'Ann',
      [a.file, b.file],
      asks({ code: 'changed', organization: 'b', files: [b.file], ask: ['Bea', 'bob'] }),
    ],
    [
      'may all as an operator',
      'olga',
      [a.file, b.file, 'directory/policy.yaml', '.github/workflows/x.yml'],
      allowed,
    ],
    [
      'needs an operator outside',
      'Ann',
      ['directory/policy.yaml', '.github/CODEOWNERS'],
      asks({ code: 'outside', files: ['directory/policy.yaml', '.github/CODEOWNERS'], ask: ['Olga'] }),
    ],
    [
      'needs an operator where nobody represents',
      'Ann',
      [orphan.file],
      asks({ code: 'changed', organization: 'orphan', files: [orphan.file], ask: ['Olga'] }),
    ],
    ['may change nothing at all', 'Mallory', [], allowed],
    [
      'without a name may nothing',
      '',
      [orphan.file],
      asks({ code: 'changed', organization: 'orphan', files: [orphan.file], ask: ['Olga'] }),
    ],
    [
      'is not known by a path that only looks alike',
      'Ann',
      ['directory/organizations/A.yaml'],
      asks({ code: 'outside', files: ['directory/organizations/A.yaml'], ask: ['Olga'] }),
    ],
  ])('%s', (_title, author, paths, verdict) => {
    expect(judge(author, paths)).toMatchObject(verdict);
  });

  it('gives himself no right by the pull request itself', () => {
    const taken = organization('b', ['Mallory'], [person('P-2')]);
    expect(judge('Mallory', [b.file], { headOrganizations: [a, taken] })).toMatchObject({ allowed: false });
    // And a change of operators in the pull request is a change of the operator's own file.
    const operator = organization('ops', ['Olga']);
    const own = organization('ops', ['Mallory']);
    const more = { baseOrganizations: [a, operator], headOrganizations: [a, own] };
    expect(judge('Mallory', [operator.file], more)).toMatchObject(
      asks({ code: 'changed', ask: ['Olga'] }, { code: 'operator-key', ask: ['Olga'] }),
    );
  });

  it('needs an operator for a new organization, even one that names him', () => {
    const fresh = organization('fresh', ['Ann']);
    expect(judge('Ann', [fresh.file], { headOrganizations: [...base, fresh] })).toMatchObject(
      asks({ code: 'new-organization', files: [fresh.file], ask: ['Olga'] }),
    );
  });

  it('needs those whose id a new file takes', () => {
    const double = {
      file: 'directory/organizations/other/b.yaml',
      organization: organization('b', ['Ann']).organization,
    };
    expect(judge('Ann', [double.file], { headOrganizations: [...base, double] })).toMatchObject(
      asks({ code: 'new-organization' }, { code: 'id-taken', organization: 'b', ask: ['Bea', 'bob'] }),
    );
  });

  it('may move a file he represents, and no other', () => {
    const path = 'directory/organizations/folder/b.yaml';
    const changedFiles = [{ path, previousPath: b.file }];
    const moved = { ...b, file: path };
    const more = { changedFiles, headOrganizations: [a, moved] };
    expect(judge('Bea', [], more)).toEqual(allowed);
    expect(judge('Ann', [], more)).toMatchObject(
      asks({ code: 'changed', organization: 'b', files: [b.file, path] }),
    );
    // Under the old path's name something else: that is another file, and the old one is gone.
    const other = { ...organization('c', ['Bea']), file: path };
    expect(judge('Bea', [], { changedFiles, headOrganizations: [a, other] })).toMatchObject(
      asks({ code: 'operator-key', organization: 'b' }, { code: 'new-organization', files: [path] }),
    );
  });
});

describe('a move between organizations', () => {
  const withoutP2 = organization('b', ['bob', 'Bea']);
  const withP2 = organization('a', ['Ann'], [person('P-1'), person('P-2')]);

  it('needs both, in either direction', () => {
    const head = { headOrganizations: [withP2, withoutP2] };
    expect(judge('Ann', [a.file, b.file], head)).toMatchObject(
      asks({ code: 'changed', organization: 'b', files: [a.file, b.file], ask: ['Bea', 'bob'] }),
    );
    expect(judge('bob', [a.file, b.file], head)).toMatchObject(
      asks({ code: 'changed', organization: 'a', ask: ['Ann'] }),
    );
    expect(judge('Ann', [a.file, b.file], { ...head, approvers: ['BEA'] })).toEqual(allowed);
    expect(judge('olga', [a.file, b.file], head)).toEqual(allowed);
  });

  it('needs the one that loses somebody even where its own file is left alone', () => {
    expect(judge('Ann', [a.file], { headOrganizations: [withP2, b] })).toMatchObject(
      asks({ code: 'moved-away', organization: 'b', files: [a.file], ask: ['Bea', 'bob'] }),
    );
  });

  it.each([
    ['to anybody', { ...transfer }, true],
    ['to this one', { ...transfer, to: 'a' }, true],
    ['to another', { ...transfer, to: 'orphan' }, false],
    ['for good', { reason: 'retirement', document: '1/QĐ', decided: '2026-11-02' } as const, true],
  ])('of somebody let go %s', (_what, termination, alone) => {
    const left = organization('b', ['bob', 'Bea'], [person('P-2', { termination })]);
    const more = { baseOrganizations: [a, left], headOrganizations: [withP2, left] };
    const verdict = judge('Ann', [a.file], more);
    if (alone) expect(verdict).toEqual(allowed);
    else expect(verdict).toMatchObject(asks({ code: 'moved-away', organization: 'b', ask: ['Bea', 'bob'] }));
  });

  it('of somebody who went on from there asks the one that has him now', () => {
    const sent = (id: string, login: string, to: string) =>
      organization(id, [login], [person('P-2', { termination: { ...transfer, to } })]);
    const [c, d] = [sent('c', 'Cat', 'd'), sent('d', 'Dan', 'a')];
    const more = { baseOrganizations: [a, c, d], headOrganizations: [withP2, c, d] };
    expect(judge('Ann', [a.file], more)).toEqual(allowed);
    const stays = organization('d', ['Dan'], [person('P-2')]);
    const there = { baseOrganizations: [a, c, stays], headOrganizations: [withP2, c, stays] };
    expect(judge('Ann', [a.file], there)).toMatchObject({ missing: [{ organization: 'd', ask: ['Dan'] }] });
  });

  it('of somebody no file declares any more needs the last one that had him', () => {
    const withP9 = organization('a', ['Ann'], [person('P-1'), person('P-9')]);
    const more = { headOrganizations: [withP9, b] };
    expect(judge('Ann', [a.file], more)).toEqual(allowed);
    const last = (home: string) => ({ ...more, lastHome: (id: string) => (id === 'P-9' ? home : undefined) });
    expect(judge('Ann', [a.file], last('b'))).toMatchObject(
      asks({ code: 'moved-away', organization: 'b', ask: ['Bea', 'bob'], records: [{ key: 'person:P-9' }] }),
    );
    expect(judge('Ann', [a.file], last('a'))).toEqual(allowed);
    // The organization itself is gone: nobody but an operator can tell.
    expect(judge('Ann', [a.file], last('gone'))).toMatchObject(asks({ code: 'operator-key', ask: ['Olga'] }));
  });

  it('needs one where the other has recorded the leaving already', () => {
    const left = organization('b', ['bob', 'Bea'], [person('P-2', { termination: transfer })]);
    const more = { baseOrganizations: [a, left], headOrganizations: [withP2, left] };
    expect(judge('Ann', [a.file], more)).toEqual(allowed);
    // A record that only the pull request makes is none.
    expect(judge('Ann', [a.file], { headOrganizations: [withP2, left] })).toMatchObject({ allowed: false });
  });
});

it('items the schema refused are passed over', () => {
  const people = [null, 'LC-1', { id: 7 }, { name: 'x' }, person('P-1')] as unknown as readonly Person[];
  const broken = organization('a', ['Ann'], people);
  const more = { baseOrganizations: [broken, b], headOrganizations: [broken, b] };
  expect(judge('Ann', [a.file], more)).toEqual(allowed);
});

describe('whatever a pull request changes', () => {
  const login = fc.constantFrom('ann', 'Ann', 'bob', 'BEA', 'olga', 'mallory', '');
  const path = fc.constantFrom(
    a.file,
    b.file,
    orphan.file,
    'directory/policy.yaml',
    'src/cli.ts',
    '../x',
    '',
  );
  const people = fc.array(
    fc.constantFrom('P-1', 'P-2', 'P-3').map((id) => person(id)),
    { maxLength: 3 },
  );
  const head = fc
    .tuple(people, people, login)
    .map(([ofA, ofB, own]) => [organization('a', [own], ofA), organization('b', [own], ofB)]);
  const question = fc.record({ author: login, paths: fc.array(path), head });

  it('somebody without a right is never allowed, an operator always', () => {
    fc.assert(
      fc.property(question, ({ author, paths, head: headOrganizations }) => {
        const verdict = judge(author, paths, { headOrganizations });
        if (author.toLowerCase() === 'olga') expect(verdict).toEqual(allowed);
        if (['mallory', ''].includes(author)) expect(verdict.allowed).toBe(paths.length === 0);
      }),
    );
  });

  it('more files never need less, and a refusal always says whom to ask', () => {
    fc.assert(
      fc.property(question, path, ({ author, paths, head: headOrganizations }, more) => {
        const verdict = judge(author, paths, { headOrganizations });
        const larger = judge(author, [...paths, more], { headOrganizations });
        if (!verdict.allowed) {
          expect(larger.allowed).toBe(false);
          expect(verdict.missing.length).toBeGreaterThan(0);
          for (const { ask, files } of verdict.missing) {
            expect(ask.length).toBeGreaterThan(0);
            expect(files.length).toBeGreaterThan(0);
          }
          // Who asks everybody named is through.
          const approvers = verdict.missing.map(({ ask }) => ask[0] ?? '');
          expect(judge(author, paths, { headOrganizations, approvers })).toEqual(allowed);
        }
      }),
    );
  });

  it('the order of files changes nothing but the order of what is asked', () => {
    fc.assert(
      fc.property(question, ({ author, paths, head: headOrganizations }) => {
        const keys = (list: readonly string[]) => {
          const verdict = judge(author, list, { headOrganizations });
          return verdict.allowed
            ? []
            : verdict.missing.map(({ code, organization: id }) => `${code} ${id}`).sort();
        };
        expect(keys(paths.toReversed())).toEqual(keys(paths));
      }),
    );
  });
});
