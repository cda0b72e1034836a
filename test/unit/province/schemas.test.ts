/** The JSON Schemas compile strictly, help a clerk in Vietnamese, and refuse what the format does not know. */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { isCalendarDate } from '../../../src/model/time/date.ts';

type Schema = Readonly<Record<string, unknown>>;

const names = ['organization', 'policy', 'calendar', 'grants', 'notices'] as const;

const readSchema = (name: string): Schema =>
  JSON.parse(readFileSync(resolve(import.meta.dirname, `../../../schemas/${name}.schema.json`), 'utf8'));

function compile(schema: Schema, said: string[] = []): ValidateFunction {
  const say = (...words: unknown[]) => void said.push(words.join(' '));
  const logger = { log: say, warn: say, error: say };
  return new Ajv2020({ strict: true, allErrors: true, formats: { date: isCalendarDate }, logger }).compile(
    schema,
  );
}

/** Every schema node under "properties", with its way there. */
function* properties(node: unknown, way: string): Generator<readonly [string, Schema]> {
  if (typeof node !== 'object' || node === null) return;
  for (const [key, value] of Object.entries(node)) {
    const here = `${way}/${key}`;
    if (key === 'examples' || key === 'required' || key === 'enum') continue;
    if (key === 'properties' || key === '$defs') {
      for (const [name, child] of Object.entries(value as Record<string, Schema>)) {
        yield [`${here}/${name}`, child];
      }
    }
    yield* properties(value, here);
  }
}

const local = (schema: Schema, node: Schema): Schema => {
  const reference = node.$ref as string | undefined;
  if (reference === undefined) return node;
  return (schema.$defs as Record<string, Schema>)[reference.replace('#/$defs/', '')]!;
};

describe.each(names)('%s.schema.json', (name) => {
  const schema = readSchema(name);

  test('compiles in strict mode without a word from ajv', () => {
    const said: string[] = [];
    compile(schema, said);
    expect(said).toEqual([]);
    expect(schema.$schema).toBe('https://json-schema.org/draft/2020-12/schema');
  });

  test('titles and describes every property in Vietnamese, with an example of every value', () => {
    const nodes = [...properties(schema, '')].map(([way, node]) => [way, local(schema, node)] as const);
    expect(nodes.length).toBeGreaterThan(5);
    for (const [way, { title, description, examples, type }] of nodes) {
      expect(title, way).toMatch(/\p{L}/u);
      expect(description, way).toMatch(
        /[àáảãạăắằẳẵặâấầẩẫậđèéẻẽẹêếềểễệìíỉĩịòóỏõọôốồổỗộơớờởỡợùúủũụưứừửữựỳýỷỹỵ]/i,
      );
      if (type !== 'object' && type !== 'array') expect(examples, way).not.toBeUndefined();
    }
  });

  test('knows every key it allows: no object is open', () => {
    const open = [...properties({ $defs: { whole: schema } }, '')].filter(
      ([, node]) => node.type === 'object' && node.additionalProperties !== false,
    );
    expect(open.map(([way]) => way)).toEqual([]);
  });

  test('accepts its own examples', () => {
    for (const [way, node] of properties(schema, '')) {
      const validate = compile({ $defs: schema.$defs, ...node } as Schema);
      for (const example of (node.examples ?? []) as unknown[]) {
        expect(
          validate(example),
          `${way} ${JSON.stringify(example)} ${JSON.stringify(validate.errors)}`,
        ).toBe(true);
      }
    }
  });
});

describe('an organization', () => {
  const validate = compile(readSchema('organization'));
  const least = { id: 'sotttt', name: 'Sở Thông tin và Truyền thông', kind: 'provincial', code: 'sotttt' };
  const state = {
    address: 'anngv.sotttt@laichau.gov.vn',
    addressDecision: { document: '15/STTTT-CNTT', date: '2026-05-04' },
    aliases: [],
    absence: { until: '2027-02-28', reason: 'Nghỉ thai sản', document: '9/STTTT-VP' },
    suspension: {
      reason: 'violation',
      clause: '12.5',
      document: '31/QĐ-STTTT',
      date: '2026-05-04',
      notice: { document: '32/TB-STTTT', date: '2026-05-05' },
    },
    restoration: { document: '12/STTTT-VP', date: '2026-06-01' },
    termination: { reason: 'retirement', document: '77/QĐ-SNV', decided: '2026-11-02' },
    passwordReset: { document: '13/STTTT-VP', date: '2026-06-02' },
  };
  const person = {
    id: 'LC-000017',
    name: 'Nguyễn Văn An',
    nameParts: { family: 'Nguyễn', middle: 'Văn', given: 'An' },
    title: 'Chuyên viên',
    unit: 'Phòng Công nghệ thông tin',
    phone: '0213 3 876 543',
    privileged: false,
    ...state,
  };
  const whole = {
    ...least,
    parent: 'ubnd',
    codeBasis: '112/QĐ-STTTT',
    personSuffix: 'sotttt',
    representatives: ['octocat'],
    credentialRecipients: ['age1ql3z7hjy54pw3hyww5ayyfg7zqgvc7w3j2elw8zmrj2kg5sfn9aqmcac8p'],
    mailbox: { custodian: 'LC-000017', ...state },
    people: [person],
    dissolved: { document: '1670/NQ-UBTVQH15', date: '2025-07-01', successor: 'sokhcn' },
  };

  test.each([
    ['the least there is', least],
    ['every key of the format', whole],
    ['no mailbox', { ...least, mailbox: 'none' }],
    ['no people', { ...least, people: [] }],
    [
      'a login of an enterprise, and a team',
      { ...least, representatives: ['an_laichau', 'laichau/so-y-te'] },
    ],
  ])('accepts %s', (_, data) => {
    expect(validate(data), JSON.stringify(validate.errors)).toBe(true);
  });

  test.each([
    ['an unknown key', { ...least, nmae: 'x' }, 'additionalProperties', ''],
    [
      'an unknown key of a person',
      { ...least, people: [{ ...person, adress: 'x' }] },
      'additionalProperties',
      '/people/0',
    ],
    [
      'an unknown key of a suspension',
      { ...least, mailbox: { suspension: { ...state.suspension, on: 'x' } } },
      'additionalProperties',
      '/mailbox/suspension',
    ],
    ['a mailbox that is neither', { ...least, mailbox: 'no' }, 'const', '/mailbox'],
    ['a kind nobody knows', { ...least, kind: 'province' }, 'enum', '/kind'],
    ['an id with capitals', { ...least, id: 'SoTTTT' }, 'pattern', '/id'],
    ['an id beyond 63 characters', { ...least, id: 'a'.repeat(64) }, 'pattern', '/id'],
    ['a person without id', { ...least, people: [{ name: 'Lò Văn Nọi' }] }, 'required', '/people/0'],
    [
      'a person id in small letters',
      { ...least, people: [{ ...person, id: 'lc-1' }] },
      'pattern',
      '/people/0/id',
    ],
    [
      'a telephone number read as a number',
      { ...least, people: [{ ...person, phone: 2133876543 }] },
      'type',
      '/people/0/phone',
    ],
    [
      'a day that does not exist',
      { ...least, people: [{ ...person, passwordReset: { document: '1', date: '2026-02-30' } }] },
      'format',
      '/people/0/passwordReset/date',
    ],
    [
      'a document read as a number',
      { ...least, people: [{ ...person, passwordReset: { document: 13, date: '2026-02-03' } }] },
      'type',
      '/people/0/passwordReset/document',
    ],
    [
      'a decision without a date',
      { ...least, people: [{ ...person, addressDecision: { document: '13' } }] },
      'required',
      '/people/0/addressDecision',
    ],
    [
      'a transfer spelled otherwise',
      { ...least, people: [{ ...person, termination: { ...state.termination, reason: 'moved' } }] },
      'enum',
      '/people/0/termination/reason',
    ],
    [
      'an address without a domain',
      { ...least, mailbox: { address: 'sotttt' } },
      'pattern',
      '/mailbox/address',
    ],
  ])('refuses %s', (_, data, keyword, instancePath) => {
    expect(validate(data)).toBe(false);
    expect(validate.errors).toContainEqual(expect.objectContaining({ keyword, instancePath }));
  });

  test('says the same of a person and of an agency mailbox', () => {
    const { person: ofPerson, mailbox: ofMailbox } = readSchema('organization').$defs as Record<
      string,
      { properties: Record<string, unknown> }
    >;
    for (const key of Object.keys(state)) {
      expect(ofPerson!.properties[key], key).toEqual({ $ref: `#/$defs/${key}` });
      expect(ofMailbox!.properties[key], key).toEqual({ $ref: `#/$defs/${key}` });
    }
  });
});

test('the examples of docs/directory-format.md are what the schemas accept', () => {
  const text = readFileSync(resolve(import.meta.dirname, '../../../docs/directory-format.md'), 'utf8');
  const examples = [...text.matchAll(/```yaml\n([\s\S]*?)```/g)].map(([, yaml]) => parse(yaml!));
  const organizations = examples.filter((example) => example?.kind !== undefined);
  const calendars = examples.filter((example) => example?.year !== undefined);
  const states = examples.filter((example) => example?.suspension !== undefined);
  expect([organizations.length, calendars.length, states.length]).toEqual([1, 1, 1]);
  const ofOrganization = compile(readSchema('organization'));
  const least = { id: 'sotttt', name: 'Sở Thông tin và Truyền thông', kind: 'provincial', code: 'sotttt' };
  for (const data of [...organizations, { ...least, mailbox: states[0] }]) {
    expect(ofOrganization(data), JSON.stringify(ofOrganization.errors)).toBe(true);
  }
  expect(compile(readSchema('calendar'))(calendars[0])).toBe(true);
});
