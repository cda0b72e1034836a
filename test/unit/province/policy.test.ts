/** The shipped policy has the values of the rule book, and the naming engine understands it. */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { checkSchema } from '../../../src/desired/read/schema.ts';
import { organizationKinds } from '../../../src/model/directory/organization.ts';
import type { Policy } from '../../../src/model/directory/policy.ts';
import { namingPolicyOf } from '../../../src/naming/declared.ts';
import { judge } from '../../../src/naming/judge.ts';
import { defaultNamingPolicy } from '../../../src/naming/policy.ts';
import { directory } from './read-sample.ts';

const text = readFileSync(resolve(directory, 'policy.yaml'), 'utf8');
const policy = parse(text) as Policy;

test('is valid and names its schema', () => {
  expect(checkSchema('policy', 'policy.yaml', policy)).toEqual([]);
  expect(text.split('\n')[0]).toBe('# yaml-language-server: $schema=../schemas/policy.schema.json');
});

test('has the terms of Decision 13/2019 and our settled values', () => {
  expect(policy.lifecycle).toEqual({
    suspendAfterMonths: 6,
    deleteAfterNoticeMonths: 12,
    keepTerminatedMonths: 12,
    tombstoneYears: 5,
    warnDays: 30,
    aliasMonths: 6,
  });
  expect(policy.deadlines).toEqual({
    issueWorkingDays: 3,
    terminateWorkingDays: 2,
    restoreWorkingDays: 2,
    notifyDays: 15,
  });
  expect(policy.passwords).toEqual({
    page: 'https://matkhau.laichau.gov.vn/',
    user: { minLength: 8, maxAgeMonths: 6 },
    administrator: { minLength: 10, maxAgeMonths: 3 },
  });
  expect(policy.guard).toEqual({
    run: { share: 5, count: 5 },
    organization: { share: 30, count: 3 },
    protected: [],
  });
  expect(policy.naming.fixed).toEqual({ 'people-committee': 'ubnd', city: 'tplc' });
});

test('wants the quotas that the shipped instructions set up, and only reports what it finds on the mail server', () => {
  expect(policy.mail?.forwarding).toBe('report');
  const { person, organization } = policy.mail?.quotas ?? {};
  for (const file of ['README.md', 'README.vi.md']) {
    const instructions = readFileSync(resolve(directory, '../servers', file), 'utf8');
    expect(instructions, file).toContain(`"people uid ${person} `);
    expect(instructions, file).toContain(`"organizations ou ${organization} `);
  }
});

test('sends people to the page that the shipped instructions have the mail server name', () => {
  for (const file of ['README.md', 'README.vi.md']) {
    const instructions = readFileSync(resolve(directory, '../servers', file), 'utf8');
    const named = /^s\|@CHANGE_URL@\|(.*)\|g$/m.exec(instructions)?.[1];
    expect(policy.passwords.page, file).toBe(named?.replace('$DOMAIN', policy.domain));
  }
});

test.each([
  ['mail: {}', []],
  ['mail: {forwarding: suspend}', []],
  ['mail: {quotas: {person: 1}}', []],
  ['mail: {forwarding: delete}', ['value-not-allowed']],
  ['mail: {quotas: {person: 0}}', ['value-out-of-bounds']],
  ['mail: {quotas: {person: 2 GB}}', ['wrong-type']],
  ['mail: {quotas: {people: 2048}}', ['unknown-key']],
  ['mail:', ['wrong-type']],
])('%s: %j', (lines, codes) => {
  const { mail } = parse(lines) as Pick<Policy, 'mail'>;
  const found = checkSchema('policy', 'policy.yaml', { ...policy, mail });
  expect(found.map(({ code }) => code)).toEqual(codes);
});

test('has a form for every kind, and none for what only a decision may set', () => {
  expect(Object.keys(policy.naming.forms).sort()).toEqual([...organizationKinds, 'person'].sort());
});

test('reserves every name the naming engine reserves by itself', () => {
  expect(policy.reserved).toEqual(expect.arrayContaining([...defaultNamingPolicy.reserved]));
});

test.each([
  [{ kind: 'person', name: 'Nguyễn Văn An', suffix: 'sotttt' }, 'annv.sotttt@laichau.gov.vn'],
  [{ kind: 'city', name: 'Thành phố Lai Châu' }, 'tplc@laichau.gov.vn'],
  [{ kind: 'town', name: 'Thị trấn Phong Thổ', parent: 'phongtho' }, 'ttpt.phongtho@laichau.gov.vn'],
  [{ kind: 'commune', name: 'Xã Nậm Mạ', parent: 'sinho' }, 'namma.sinho@laichau.gov.vn'],
  [{ kind: 'commune', name: 'Xã Nậm Mạ', parent: 'ubnd' }, null],
])('makes the naming engine judge %j', (request, address) => {
  expect(judge(request, namingPolicyOf(policy)).address).toBe(address);
});
