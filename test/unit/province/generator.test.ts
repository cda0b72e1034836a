/** The generator makes the committed files, the same for the same seed, and large provinces without a collision. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { parseBlockYaml } from '../../../src/desired/read/block-yaml.ts';
import { parseDirectory } from '../../../src/desired/read/parse-directory.ts';
import type { Organization } from '../../../src/model/directory/organization.ts';
import { declareAccounts } from '../../../src/naming/declared.ts';
import { findProblems } from '../../../src/rules/index.ts';
import { makeProvince, type ProvinceFile } from '../../../tools/province/province.ts';
import { renderOrganization } from '../../../tools/province/render.ts';
import { isOrganization, readSample } from './read-sample.ts';

const shipped = { people: 2500, seed: 2019 };
const texts = (files: readonly ProvinceFile[]) =>
  Object.fromEntries(files.map(({ path, text }) => [path, text]));

test('the committed files are what it makes', () => {
  const committed = readSample().filter(isOrganization);
  expect(Object.fromEntries(committed.map(({ path, text }) => [path, text]))).toEqual(
    texts(makeProvince(shipped)),
  );
});

test('the same seed makes the same province, another seed another one', () => {
  const small = { people: 1000, seed: 7 };
  expect(texts(makeProvince(small))).toEqual(texts(makeProvince(small)));
  expect(texts(makeProvince({ ...small, seed: 8 }))).not.toEqual(texts(makeProvince(small)));
});

test('it refuses fewer people than the organizations need', () => {
  expect(() => makeProvince({ people: 999, seed: 1 })).toThrow(RangeError);
});

describe.each([
  [10_000, 250],
  [40_000, 364],
])('%i people', (people, organizationCount) => {
  const files = makeProvince({ people, seed: 1 });

  test('are exactly so many, in organizations of 20 to 200', () => {
    const sizes = files.map(({ organization }) => organization.people!.length);
    expect(files).toHaveLength(organizationCount);
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBe(people);
    expect(Math.min(...sizes)).toBeGreaterThanOrEqual(20);
    expect(Math.max(...sizes)).toBeLessThanOrEqual(200);
  });

  test('pass every check', () => {
    const policy = readSample().filter(({ path }) => path === 'policy.yaml');
    const sources = [...policy, ...files].map(({ path, text }) => ({ file: path, path, text }));
    const parsed = parseDirectory(sources, 'policy.yaml');
    expect(parsed.problems).toEqual([]);
    const declared = declareAccounts(parsed.directory!);
    expect(declared).toHaveLength(people + organizationCount);
    expect(findProblems(parsed.directory!, declared, [], '2026-11-23')).toEqual([]);
  });
});

describe('the texts', () => {
  test('say exactly what was made, in the plain style that is read fast', () => {
    for (const { path, organization, text } of makeProvince(shipped)) {
      expect(parse(text), path).toEqual(organization);
      expect(parseBlockYaml(text)?.value, path).toEqual(organization);
    }
  });

  test('quote whatever YAML would read as something else', () => {
    const words = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 12 }),
      fc.stringMatching(/^[-+0-9.:#'"{}[\] ,&*!|>%@`eExX_~?yYnN/]{1,8}$/),
      fc.constantFrom(
        'true',
        'No',
        'null',
        '12.5',
        '0x1F',
        '2026-05-04',
        '1e3',
        '- a',
        'a: b',
        'a #b',
        ' a',
        'a ',
        '',
      ),
    );
    fc.assert(
      fc.property(words, words, (name, title) => {
        const organization: Organization = {
          id: 'sotttt',
          name,
          kind: 'provincial',
          code: 'sotttt',
          people: [{ id: 'LC-000001', name: 'Lò Văn Nọi', title }],
        };
        expect(parse(renderOrganization(organization, 1))).toEqual(organization);
      }),
    );
  });
});
