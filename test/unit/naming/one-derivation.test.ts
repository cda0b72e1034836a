/** `danhba name` and the plan give an organization one address, whatever form the policy has for its kind. */
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { parseDirectory } from '../../../src/desired/read/parse-directory.ts';
import type { Directory } from '../../../src/model/directory/directory.ts';
import type { OrganizationKind } from '../../../src/model/directory/organization.ts';
import { judgeBatch } from '../../../src/naming/batch.ts';
import { declareAccounts, namingPolicyOf } from '../../../src/naming/declared.ts';
import { planOf, policyText, readWorld } from '../../support/world.ts';
import { readSample } from '../province/read-sample.ts';

let shipped: Directory;

beforeAll(() => {
  const sources = readSample().map(({ path, text }) => ({ file: `directory/${path}`, path, text }));
  const read = parseDirectory(sources, 'directory/policy.yaml').directory!;
  const organizations = read.organizations.map((file) => ({
    ...file,
    organization: { ...file.organization, people: [] },
  }));
  shipped = { ...read, organizations };
});

type Forms = Readonly<Record<string, string>>;

/** Every shipped organization under other forms: what its file declares beside what `danhba name` says of it. */
function bothUnder(forms: Forms) {
  const policy = {
    ...shipped.policy,
    naming: { ...shipped.policy.naming, forms: { ...shipped.policy.naming.forms, ...forms } },
  };
  const declared = declareAccounts({ ...shipped, policy });
  const localParts = new Map(declared.map(({ key, derived }) => [key, derived]));
  const organizations = declared.filter(({ kind }) => kind === 'organization');
  const requests = organizations.map(({ organization: { kind, name, code, codeBasis, parent } }) => ({
    kind,
    name,
    code,
    parent: parent === undefined ? undefined : localParts.get(`organization:${parent}`),
    decision: codeBasis,
  }));
  const named = requests.map((request) => judgeBatch([{ line: 1, request }], namingPolicyOf(policy))[0]!);
  return organizations.map(({ organization, derived, findings }, index) => ({
    organization,
    derived,
    findings,
    named: named[index]!,
  }));
}

describe('the address of an organization', () => {
  test.each<[string, Forms, OrganizationKind, string, string]>([
    ['as shipped', {}, 'town', 'sinho-ttsh', 'ttsh.sinho'],
    ['the full name of a town', { town: '{name}.{parent}' }, 'town', 'sinho-ttsh', 'sinho.sinho'],
    ['a town without its district', { town: '{name}' }, 'town', 'sinho-ttsh', 'sinho'],
    ['the code of a commune', { commune: '{code}.{parent}' }, 'commune', 'sinho-namma', 'namma.sinho'],
    [
      'both, with letters between',
      { town: 'x{code}{name}.{parent}' },
      'town',
      'sinho-ttsh',
      'xttshsinho.sinho',
    ],
    [
      'an authority under the province',
      { provincial: '{code}.{parent}' },
      'provincial',
      'sotttt',
      'sotttt.ubnd',
    ],
  ])('%s', (_, forms, kind, id, expected) => {
    const both = bothUnder(forms);
    expect(both.find(({ organization }) => organization.id === id)).toMatchObject({
      organization: { kind },
      derived: expected,
      named: { localPart: expected, accepted: true },
    });
    for (const { organization, derived, named } of both) {
      expect([organization.id, named.localPart]).toEqual([organization.id, derived]);
    }
  });

  test('is one under every form the schema lets pass', () => {
    const piece = fc.constantFrom('{code}', '{name}', '{parent}', '{fixed}', '.', 'x', '{code}.{parent}');
    const form = fc.array(piece, { minLength: 1, maxLength: 4 }).map((pieces) => pieces.join(''));
    const kinds = ['provincial', 'provincial-unit', 'district', 'district-room', 'commune', 'ward', 'town'];
    fc.assert(
      fc.property(fc.record(Object.fromEntries(kinds.map((kind) => [kind, form]))), (forms) => {
        for (const { organization, derived, findings, named } of bothUnder(forms)) {
          // One whose manager has no usable address is told there.
          if (
            organization.parent !== undefined &&
            named.problems.some(({ code }) => code.startsWith('parent-'))
          ) {
            continue;
          }
          expect([organization.id, named.problems]).toEqual([organization.id, findings]);
          if (named.accepted) expect([organization.id, derived]).toEqual([organization.id, named.localPart]);
        }
      }),
      { numRuns: 30 },
    );
  });

  test('is what the plan issues', () => {
    const { plan, problems } = planOf({
      policy: policyText.replace(/town: .*/, 'town: "{name}.{parent}"'),
      organizations: {
        sinho: 'id: sinho\nname: Huyện Sìn Hồ\nkind: district\nparent: ubnd\ncode: sinho\n',
        ttsh: 'id: ttsh\nname: Thị trấn Sìn Hồ\nkind: town\nparent: sinho\ncode: ttsh\n',
      },
    });
    expect(problems.filter(({ severity }) => severity === 'error')).toEqual([]);
    const issued = plan.changes.flatMap((change) =>
      change.kind === 'create' && change.account.address !== undefined ? [change.account.address] : [],
    );
    expect(issued).toEqual(['sinho@laichau.gov.vn', 'sinho.sinho@laichau.gov.vn']);
  });

  test('of a town whose name cannot be read is unknown where its form asks for the full name', () => {
    const { declared } = readWorld(
      {
        sinho: 'id: sinho\nname: Huyện Sìn Hồ\nkind: district\nparent: ubnd\ncode: sinho\n',
        ttsh: 'id: ttsh\nname: Thi tran Sin Ho\nkind: town\nparent: sinho\ncode: ttsh\n',
      },
      policyText.replace(/town: .*/, 'town: "{name}.{parent}"'),
    );
    expect(declared.find(({ key }) => key === 'organization:ttsh')).toMatchObject({ derived: null });
  });

  test('is refused where a code was given in it that the form does not use', () => {
    const policy = namingPolicyOf({
      ...shipped.policy,
      naming: {
        ...shipped.policy.naming,
        forms: { ...shipped.policy.naming.forms, town: '{name}.{parent}' },
      },
    });
    const request = {
      kind: 'town',
      name: 'Thị trấn Sìn Hồ',
      parent: 'sinho',
      address: 'ttsh.sinho@laichau.gov.vn',
    };
    const [judged] = judgeBatch([{ line: 1, request }], policy);
    expect(judged).toMatchObject({ accepted: false, problems: [{ code: 'address-differs' }] });
  });

  test('is not made without the manager its form names', () => {
    const policy = namingPolicyOf({
      ...shipped.policy,
      naming: {
        ...shipped.policy.naming,
        forms: { ...shipped.policy.naming.forms, provincial: '{code}.{parent}' },
      },
    });
    const [judged] = judgeBatch([{ line: 1, request: { kind: 'provincial', name: 'Sở Nội vụ' } }], policy);
    expect(judged).toMatchObject({ localPart: null, problems: [{ code: 'parent-missing' }] });
  });
});
