/** What the rules say of addresses from before danhba, before their day and from it on (13.7). */
import { describe, expect, it } from 'vitest';
import { policyText } from '../../support/world.ts';
import { holder, organization, told } from './told.ts';

const decided = 'addressDecision: {document: 1/QĐ, date: 2026-01-02, legacy: true}';
const policy = (more = '') =>
  policyText.replace('naming:\n', `naming:\n  legacyDomains: [muongte.gov.vn]\n${more}`);
const over = policy('  legacyUntil: 2026-11-23\n');
const coming = policy('  legacyUntil: 2026-11-24\n');
const at = 'soa.yaml people.0.address';

describe('a person', () => {
  const one = (person: string, text = policy()) =>
    told({ soa: organization('soa', '', [`id: LC-1, ${person}`]) }, { policy: text });

  it.each([
    ['another form', 'an-nguyen@laichau.gov.vn', []],
    ['capitals', 'AnNguyen@LaiChau.gov.vn', []],
    ['another suffix', 'annv.sob@laichau.gov.vn', []],
    ['an old domain', 'an@muongte.gov.vn', []],
    ['another domain', 'an@gmail.com', [`address-domain ${at}`]],
    ['signs no server takes', 'an+1@muongte.gov.vn', [`address-old-form ${at}`]],
    ['the mail system’s name', 'postmaster@muongte.gov.vn', [`address-reserved ${at}`]],
    ['the committee’s', 'ubnd@laichau.gov.vn', [`address-fixed ${at}`]],
  ])('%s', (_what, address, expected) => {
    expect(one(`name: Nguyễn Văn An, address: ${address}, ${decided}`)).toEqual(expected);
  });

  it('a decision that does not say so keeps none', () => {
    const plain = 'addressDecision: {document: 1/QĐ, date: 2026-01-02}';
    expect(one(`name: Nguyễn Văn An, address: an@muongte.gov.vn, ${plain}`)).toEqual([
      `address-domain ${at}`,
    ]);
    expect(one(`name: Nguyễn Văn An, address: x@laichau.gov.vn, ${plain}`)).toEqual([
      `address-decided-form ${at}`,
    ]);
  });

  it('what the name leaves open the decision answers, until its day', () => {
    const asked = `name: An, address: an@muongte.gov.vn, ${decided}`;
    expect(one(asked)).toEqual([]);
    expect(one(asked, coming)).toEqual([]);
    expect(one(asked, over)).toEqual(['name-one-syllable soa.yaml people.0.name']);
  });

  it('letters that are none no decision answers', () => {
    const broken = `name: Nguyễn Văn Аn, address: an@muongte.gov.vn, ${decided}`;
    expect(one(broken)).toEqual(['name-letter soa.yaml people.0.name']);
  });

  it('an alias in an old domain is one', () => {
    expect(one('name: Nguyễn Văn An, aliases: [an@muongte.gov.vn]')).toEqual([]);
    expect(one('name: Nguyễn Văn An, aliases: [an@x.muongte.gov.vn]')).toEqual([
      'alias-invalid soa.yaml people.0.aliases.0',
    ]);
  });
});

describe('an agency', () => {
  const box = (address: string, text = policy()) =>
    told(
      { soa: organization('soa', `mailbox: {address: ${address}, ${decided}}\n`) },
      { policy: text },
    ).filter((one) => !one.startsWith('custodian'));

  it.each([
    ['outside of its house', 'so-a@laichau.gov.vn', []],
    ['in an old domain', 'ubnd@muongte.gov.vn', []],
    ['elsewhere', 'soa@gmail.com', ['address-domain soa.yaml mailbox.address']],
    ['fixed for the committee', 'ubnd@laichau.gov.vn', ['address-fixed soa.yaml mailbox.address']],
  ])('%s', (_what, address, expected) => expect(box(address)).toEqual(expected));
});

describe('two with one address by the rules', () => {
  const people = [
    `id: LC-1, name: Nguyễn Văn An, address: an1@laichau.gov.vn, ${decided}`,
    `id: LC-2, name: Ngô Văn An, address: an2@laichau.gov.vn, ${decided}`,
  ];
  const files = { soa: organization('soa', '', people) };

  it('are told before the day, the first of them not', () => {
    expect(told(files, { policy: coming })).toEqual(['legacy-collision soa.yaml people.1.address']);
    expect(told(files, { policy: policy() })).toEqual([]);
  });

  it('collide from the day on', () => {
    expect(told(files, { policy: over })).toEqual(['address-collision soa.yaml people.1.address']);
  });

  it('somebody of the server alone is told too, who has the address', () => {
    const accounts = [holder('person:LC-9', 'annv.soa@laichau.gov.vn')];
    const one = { soa: organization('soa', '', people.slice(0, 1)) };
    expect(told(one, { policy: coming, accounts })).toEqual(['legacy-collision soa.yaml people.0.address']);
    const own = [holder('person:LC-1', 'annv.soa@laichau.gov.vn')];
    expect(told(one, { policy: coming, accounts: own })).toEqual([]);
  });
});

it('a domain that is not the government’s keeps nothing', () => {
  const foreign = policyText.replace(
    'naming:\n',
    'naming:\n  legacyDomains: [muongte.com, xlaichau.gov.vn.com]\n',
  );
  const files = {
    soa: organization('soa', '', [`id: LC-1, name: Nguyễn Văn An, address: an@muongte.com, ${decided}`]),
  };
  expect(told(files, { policy: foreign })).toEqual([
    `address-domain ${at}`,
    'legacy-domain-foreign policy.yaml naming.legacyDomains.0',
    'legacy-domain-foreign policy.yaml naming.legacyDomains.1',
  ]);
});
