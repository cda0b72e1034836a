/** The file of an adoption is read whole or told where it is wrong; nothing in it stands twice. */
import { describe, expect, it } from 'vitest';
import { stringify } from 'yaml';
import { findTwice, parseAdoption } from '../../../src/desired/read/parse-adoption.ts';

const file = 'adoption.yaml';
const entry = {
  key: 'person:LC-000001',
  uuid: '5b0c1b2e-6f0a-103f-9a57-0b5e0d6c7a11',
  dn: 'uid=nva,ou=people,dc=laichau,dc=gov,dc=vn',
  addresses: ['nva@laichau.gov.vn'],
};
const other = {
  ...entry,
  key: 'person:LC-000002',
  uuid: '5b0c1b2e-6f0a-103f-9a57-0b5e0d6c7a12',
  dn: 'cn=Trần Thị Bình,ou=people,dc=laichau,dc=gov,dc=vn',
};
const adoption = {
  format: 'danhba-adoption/1',
  domain: 'laichau.gov.vn',
  baseDn: 'dc=laichau,dc=gov,dc=vn',
  entries: [entry, other],
};
const parse = (value: unknown) => parseAdoption(file, stringify(value));

describe('the file of an adoption', () => {
  it('gives back what import wrote, with the line of each entry', () => {
    const parsed = parse(adoption);
    expect(parsed).toEqual({ adoption, lines: [5, 10], problems: [] });
    expect(findTwice(parsed)).toBeUndefined();
  });

  it('knows the base DN with spaces after its commas as the same', () => {
    expect(parse({ ...adoption, baseDn: 'DC=laichau, dc=gov,  dc=vn' }).adoption?.baseDn).toBe(
      adoption.baseDn,
    );
  });

  it('tells a key that is misspelled, with the one that was meant', () => {
    const { uuid: entryUUID, ...rest } = entry;
    const { adoption: none, problems } = parse({ ...adoption, entries: [{ ...rest, uid: entryUUID }] });
    expect(none).toBeUndefined();
    expect(problems).toMatchObject([{ code: 'unknown-key', args: { suggestion: 'uuid' } }]);
  });

  it.each([
    ['another format', { ...adoption, format: 'danhba-adoption/2' }, 'value-not-allowed'],
    ['no list', { ...adoption, entries: {} }, 'wrong-type'],
    ['a former key', { ...adoption, entries: [{ ...entry, key: 'person:LC-1/1' }] }, 'value-format'],
    ['an entryUUID that is none', { ...adoption, entries: [{ ...entry, uuid: '*' }] }, 'value-format'],
    ['no addresses', { ...adoption, entries: [{ ...entry, addresses: undefined }] }, 'missing-key'],
  ])('refuses %s', (_what, value, code) => {
    expect(parse(value).problems).toMatchObject([{ code }]);
  });

  it('tells a text that is no YAML', () => {
    expect(parseAdoption(file, 'entries: [').problems).toMatchObject([{ code: 'yaml-syntax' }]);
  });

  it.each([
    ['key', { key: entry.key }, entry.key],
    ['entryUUID', { uuid: entry.uuid }, entry.uuid],
    ['DN, in other capitals', { dn: 'UID=NVA, ou=people,dc=laichau,dc=gov,dc=vn' }, entry.dn],
  ])('tells a %s that stands twice, with both lines', (_what, same, what) => {
    const parsed = parse({ ...adoption, entries: [entry, { ...other, ...same }] });
    expect(findTwice(parsed)).toEqual({ what, line: 10, before: 5 });
  });
});
