/** The JSON Schemas and the types say the same, key by key: what a file may have, what it must have, and nothing else. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Grant } from '../../../src/model/directory/grant.ts';
import type {
  AccountDeclaration,
  AgencyMailbox,
  Decision,
  Organization,
  Person,
} from '../../../src/model/directory/organization.ts';
import type { Policy } from '../../../src/model/directory/policy.ts';

type Needed = 'must' | 'may';
type NeededOf<O, K extends keyof O> = Record<never, never> extends Pick<O, K> ? 'may' : 'must';
type ItemOf<T> = T extends readonly (infer I)[] ? ItemOf<I> : Extract<T, object>;

/** Every key of a type: whether it must be there, and the keys below it. A key that is too many or too few does not compile. */
type Shape<O> = {
  readonly [K in keyof O]-?: [ItemOf<Exclude<O[K], undefined>>] extends [never]
    ? NeededOf<O, K>
    : readonly [NeededOf<O, K>, Shape<ItemOf<Exclude<O[K], undefined>>>];
};

const decision: Shape<Decision> = { document: 'must', date: 'must' };

const declaration: Shape<AccountDeclaration> = {
  address: 'may',
  addressDecision: ['may', { ...decision, legacy: 'may' }],
  aliases: 'may',
  absence: ['may', { until: 'must', reason: 'must', document: 'may' }],
  suspension: [
    'may',
    { reason: 'must', document: 'may', date: 'must', clause: 'may', notice: ['may', decision] },
  ],
  restoration: ['may', decision],
  termination: ['may', { reason: 'must', document: 'must', decided: 'must', effective: 'may', to: 'may' }],
  passwordReset: ['may', decision],
};

const mailbox: Shape<AgencyMailbox> = { ...declaration, custodian: 'may' };

const person: Shape<Person> = {
  ...declaration,
  id: 'must',
  name: 'must',
  nameParts: ['may', { family: 'must', middle: 'may', given: 'must' }],
  title: 'may',
  unit: 'may',
  phone: 'may',
  privileged: 'may',
  listed: 'may',
  nameChange: ['may', decision],
};

const organization: Shape<Organization> = {
  id: 'must',
  name: 'must',
  kind: 'must',
  parent: 'may',
  code: 'must',
  codeBasis: 'may',
  personSuffix: 'may',
  representatives: 'may',
  credentialRecipients: 'may',
  mailbox: ['may', mailbox],
  people: ['may', person],
  dissolved: ['may', { ...decision, successor: 'may' }],
};

const grant: Shape<Grant> = {
  address: 'may',
  suffix: 'may',
  holder: 'may',
  organization: 'may',
  document: 'must',
  date: 'must',
};

const limit = { share: 'must', count: 'must' } as const;
const passwords = { minLength: 'must', maxAgeMonths: 'must' } as const;

const policy: Shape<Policy> = {
  domain: 'must',
  baseDn: 'must',
  containers: ['may', { people: 'may', organizations: 'may' }],
  replicas: 'may',
  province: 'must',
  operator: 'must',
  operators: 'may',
  operatorPhone: 'may',
  webmail: 'may',
  language: 'must',
  naming: [
    'must',
    {
      forms: [
        'must',
        {
          'people-committee': 'must',
          provincial: 'must',
          'provincial-unit': 'must',
          district: 'must',
          city: 'must',
          'district-room': 'must',
          commune: 'must',
          ward: 'must',
          town: 'must',
          person: 'must',
          'commune-of-province': 'may',
          'ward-of-province': 'may',
          'town-of-province': 'may',
        },
      ],
      fixed: ['must', { 'people-committee': 'must', city: 'must' }],
      legacyDomains: 'may',
      legacyUntil: 'may',
    },
  ],
  reserved: 'must',
  governmentDomains: 'must',
  lifecycle: [
    'must',
    {
      suspendAfterMonths: 'must',
      deleteAfterNoticeMonths: 'must',
      keepTerminatedMonths: 'must',
      tombstoneYears: 'must',
      warnDays: 'must',
      aliasMonths: 'may',
    },
  ],
  deadlines: [
    'must',
    {
      issueWorkingDays: 'must',
      terminateWorkingDays: 'must',
      restoreWorkingDays: 'must',
      notifyDays: 'must',
    },
  ],
  passwords: [
    'must',
    {
      user: ['must', passwords],
      administrator: ['must', passwords],
      page: 'may',
      onCustodianChange: 'may',
    },
  ],
  mail: ['may', { forwarding: 'may', quotas: ['may', { person: 'may', organization: 'may' }] }],
  notices: [
    'may',
    {
      regulation: 'may',
      body: 'may',
      parentBody: 'may',
      code: 'may',
      department: 'may',
      place: 'may',
      contact: 'may',
      signer: ['may', { title: 'may', name: 'may', onBehalf: 'may', ownTitle: 'may' }],
      templates: [
        'may',
        {
          suspension: 'may',
          deletion: 'may',
          issue: 'may',
          change: 'may',
          reset: 'may',
          termination: 'may',
          restoration: 'may',
        },
      ],
    },
  ],
  publish: ['may', { people: 'may', titles: 'may', units: 'may', phones: 'may' }],
  unmanaged: 'may',
  guard: ['must', { run: ['must', limit], organization: ['must', limit], protected: 'must' }],
};

interface Schema {
  readonly $ref?: string;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly items?: Schema;
  readonly else?: Schema;
  readonly $defs?: Readonly<Record<string, Schema>>;
}

const read = (name: string): Schema =>
  JSON.parse(readFileSync(join(import.meta.dirname, `../../../schemas/${name}.schema.json`), 'utf8'));

/** The same shape as a schema tells it. */
function shapeOf(schema: Schema, root: Schema): Readonly<Record<string, unknown>> | undefined {
  if (schema.$ref !== undefined) {
    return shapeOf(root.$defs?.[schema.$ref.replace('#/$defs/', '')] ?? {}, root);
  }
  const below = schema.items ?? schema.else;
  if (below !== undefined) return shapeOf(below, root);
  if (schema.properties === undefined) return undefined;
  const shapes = Object.entries(schema.properties).map(([key, one]) => {
    const needed: Needed = schema.required?.includes(key) ? 'must' : 'may';
    const inside = shapeOf(one, root);
    return [key, inside === undefined ? needed : [needed, inside]];
  });
  return Object.fromEntries(shapes);
}

describe('the schema of', () => {
  it.each([
    ['organization', organization],
    ['grants', grant],
    ['policy', policy],
  ] as const)('%s', (name, shape) => {
    const schema = read(name);
    expect(shapeOf(schema, schema)).toEqual(shape);
  });
});
