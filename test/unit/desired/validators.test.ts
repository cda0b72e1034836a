/** The compiled schemas are those of schemas/, byte for byte, and find what ajv itself finds. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { makeValidators } from '../../../schemas/validate.js';
import { isCalendarDate } from '../../../src/model/time/date.ts';
import { makeValidate, options, readSchema, schemaNames, validateFile } from '../../../tools/validators.ts';

const directory = join(import.meta.dirname, '../../../directory');
const read = (file: string): unknown => parse(readFileSync(join(directory, file), 'utf8'));
const readAll = (folder: string): readonly unknown[] =>
  readdirSync(join(directory, folder)).map((file) => read(join(folder, file)));

/** What each schema is for, and much that it may say. */
const decision = { document: '1/QĐ', date: '2026-05-04' };
const account = {
  address: 'an@laichau.gov.vn',
  addressDecision: decision,
  aliases: ['b@laichau.gov.vn', 'c@laichau.gov.vn'],
  absence: { until: '2026-05-04', reason: 'nghỉ' },
  suspension: { reason: 'violation', ...decision, notice: decision, clause: '8.1' },
  restoration: decision,
  termination: { reason: 'transfer', document: '1', decided: '2026-05-04', to: 'sotc' },
  passwordReset: decision,
};
const organization = {
  id: 'sotttt',
  name: 'Sở',
  kind: 'provincial',
  code: 'sotttt',
  representatives: ['a', 'b'],
  mailbox: { custodian: 'LC-1', ...account },
  people: [{ id: 'LC-1', name: 'An', title: '😀', nameParts: { family: 'A', given: 'B' }, ...account }],
  dissolved: { ...decision, successor: 'sotc' },
};
const samples = {
  organization: [organization, { ...organization, mailbox: 'none' }],
  policy: [read('policy.yaml')],
  calendar: readAll('calendar'),
  notices: [
    [
      { kind: 'deletion', organization: 'a', people: ['person:LC-1'], ...decision, copied: decision.date },
      {
        kind: 'issue',
        organization: 'a',
        people: ['organization:a', 'person:LC-1'],
        ...decision,
        id: 'a'.repeat(32),
      },
    ],
  ],
  grants: [
    [
      { address: 'a@b', holder: 'person:LC-1', ...decision },
      { suffix: 'a', ...decision },
    ],
  ],
  adoption: [
    {
      format: 'danhba-adoption/1',
      domain: 'laichau.gov.vn',
      baseDn: 'dc=laichau,dc=gov,dc=vn',
      entries: [
        {
          key: 'person:LC-1',
          uuid: '5b0c1b2e-6f0a-103f-9a57-0b5e0d6c7a11',
          dn: 'uid=an,ou=people,dc=laichau,dc=gov,dc=vn',
          addresses: ['a@b', 'c@d'],
        },
      ],
    },
  ],
  'import-map': [
    {
      sheet: 'Cán bộ',
      ids: { prefix: 'LC-', from: ['employeeNumber'], digits: 6 },
      fields: { name: ['displayName', 'cn'], address: ['mail'], phone: ['mobile'] },
      entries: [{ role: 'service', when: [{ attribute: 'cn', values: ['Máy *'] }, { under: 'ou=dv' }] }],
      privileged: [{ under: 'ou=admins' }],
      status: [
        {
          attribute: 'employeeType',
          values: [
            { value: 'a', state: 'undecided' },
            { value: 'b', state: 'terminated', reason: 'death', document: '1', decided: '2026-05-04' },
          ],
        },
      ],
      decided: [
        { account: 'a@b', state: 'suspended', reason: 'violation', clause: '12.5', ...decision },
        { account: 'c@b', state: 'active' },
      ],
      organization: { from: ['o', 'dn:ou'] },
      organizations: [
        {
          id: 'soyt',
          name: 'Sở Y tế',
          kind: 'provincial',
          parent: 'ubnd',
          code: 'soyt',
          values: ['So Y te'],
        },
        { id: 'a', name: 'A', kind: 'town', code: 'a', personSuffix: 'a', mailbox: 'none', signed: false },
      ],
    },
  ],
} satisfies Record<(typeof schemaNames)[number], readonly unknown[]>;

/** Some value of the sample is another one, is gone, or has another beside it. */
function spoil(value: unknown, ways: readonly number[], other: unknown): unknown {
  const [way, ...rest] = ways;
  if (way === undefined || typeof value !== 'object' || value === null) return other;
  const keys = Object.keys(value);
  const key = keys[way % (keys.length + 1)];
  if (Array.isArray(value)) {
    return key === undefined
      ? [...value, ...value, other]
      : value.map((one, at) => (String(at) === key ? spoil(one, rest, other) : one));
  }
  if (key === undefined) return { ...value, other };
  const { [key]: found, ...without } = value as Record<string, unknown>;
  return way % 3 === 0 && rest.length === 0 ? without : { ...without, [key]: spoil(found, rest, other) };
}

const others = fc.oneof(
  fc.constantFrom<unknown>(
    'none',
    '',
    '2026-02-30',
    '2026-5-4',
    null,
    0,
    1.5,
    -1,
    true,
    {},
    [],
    'x'.repeat(300),
  ),
  fc.string({ unit: 'binary' }),
  fc.jsonValue(),
);

it('are made anew to the same bytes', () => {
  expect(readFileSync(validateFile, 'utf8') === makeValidate(), 'run: npm run schemas').toBe(true);
});

describe.each(schemaNames)('what is wrong with data for the schema of %s', (name) => {
  const ours = makeValidators({ date: isCalendarDate })[name];
  const theirs = new Ajv2020({ ...options, formats: { date: isCalendarDate } }).compile(readSchema(name));
  const found = (errors: typeof ours.errors) =>
    (errors ?? []).map(({ instancePath, keyword, params, data, parentSchema }) => {
      return { instancePath, keyword, params, data, keys: Object.keys(parentSchema.properties ?? {}) };
    });
  const same = (data: unknown) => {
    expect(ours(data)).toBe(theirs(data));
    expect(found(ours.errors)).toEqual(found((theirs.errors ?? null) as typeof ours.errors));
  };

  it('is nothing where it is as it should be', () => {
    for (const sample of samples[name]) {
      same(sample);
      expect(ours.errors).toBeNull();
    }
  });

  it('is what ajv finds that compiles the schema', () => {
    const ways = fc.array(fc.nat(40), { maxLength: 5 });
    fc.assert(
      fc.property(fc.constantFrom<unknown>(...samples[name]), ways, others, (sample, way, other) => {
        same(spoil(sample, way, other));
      }),
      { numRuns: 1500 },
    );
  });
});
