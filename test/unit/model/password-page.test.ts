/** Newcomers are sent to the government's own pages, to change a password and to read mail, and to no others. */
import { describe, expect, it } from 'vitest';
import { checkSchema } from '../../../src/desired/read/schema.ts';
import { passwordPageOf, webmailOf } from '../../../src/model/directory/policy.ts';

const domains = { domain: 'laichau.gov.vn', governmentDomains: ['chinhphu.vn', 'Bqp.vn'] };
const pageOf = (page?: string) => {
  const found = passwordPageOf({ ...domains, passwords: { ...(page !== undefined && { page }) } });
  expect(webmailOf({ ...domains, ...(page !== undefined && { webmail: page }) })).toBe(found);
  return found;
};

const isOfForm = (page: string) =>
  !checkSchema('policy', 'policy.yaml', { passwords: { page } }).some(
    ({ at }) => at.path.join('.') === 'passwords.page',
  );

const own = [
  'https://matkhau.laichau.gov.vn/',
  'https://laichau.gov.vn',
  'https://laichau.gov.vn:8443/mat-khau/',
  'https://matkhau.chinhphu.vn/',
  'https://matkhau.bqp.vn/',
];
const ofStrangers = [
  'https://laichau.gov.vn.example.com/',
  'https://matkhau-laichau.gov.vn/',
  'https://gov.vn/',
  'https://192.0.2.7/',
];
const misshapen = [
  'http://matkhau.laichau.gov.vn/',
  'https://matkhau.laichau.gov.vn@example.com/',
  'https://an@matkhau.laichau.gov.vn/',
  'https://example.com\\@matkhau.laichau.gov.vn/',
  'https://matkhau.laichau.gov.vn/?go=https://example.com/',
  'https://matkhau.laichau.gov.vn/?',
  'https://matkhau.laichau.gov.vn/#',
  'javascript:alert(1)',
  '//matkhau.laichau.gov.vn/',
  'matkhau.laichau.gov.vn',
  '',
];

describe('the page where a password is changed', () => {
  it.each(own)('may be %s', (page) => {
    expect(pageOf(page)).toBe(page);
    expect(isOfForm(page)).toBe(true);
  });

  it.each(ofStrangers)('is not %s, which has the form', (page) => {
    expect(pageOf(page)).toBeUndefined();
    expect(isOfForm(page)).toBe(true);
  });

  it.each(misshapen)('is not %s, and the policy that says so is refused', (page) => {
    expect(pageOf(page)).toBeUndefined();
    expect(isOfForm(page)).toBe(false);
  });

  it('is none where none is named', () => {
    expect(pageOf()).toBeUndefined();
  });
});
