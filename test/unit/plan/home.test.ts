/** An entry that tells no organization, or none that anybody knows: completed, or held for the house it may be of. */
import { describe, expect, it } from 'vitest';
import type { ObservedAccount } from '../../../src/model/account/account.ts';
import { completed } from '../../../src/plan/compare/home.ts';
import { an, anKey, binh, dung, two } from '../../support/two-houses.ts';
import { type Files, organizationText } from '../../support/world.ts';
import { entryOf, recordOf, sceneOf } from './scenes.ts';

const today = '2026-03-02';
const whole = two([an, binh], [dung]);
const elsewhere = two([binh], [dung, an]);
const { organization: _organization, ...homeless } = entryOf(anKey);
/** Both houses call their people by one suffix. */
const shared: Files = Object.fromEntries(
  Object.entries(elsewhere).map(([id, text]) => [
    id,
    text.replace('mailbox: none', 'mailbox: none\npersonSuffix: chung'),
  ]),
);

interface Told {
  readonly organizations?: Files;
  readonly others?: readonly ObservedAccount[];
  readonly key?: string;
}
function complete(actual: ObservedAccount, { organizations = whole, others = [], key = anKey }: Told = {}) {
  const scene = sceneOf({ organizations, accounts: [actual, ...others], today });
  const { declared, wanted } = recordOf(scene, key, actual);
  return completed(declared, actual, wanted, scene);
}
const written = (organization: string, more: Partial<ObservedAccount> = {}) =>
  entryOf(anKey, { organization, ...more });
const held = (code: string, args: object, more: object = {}) => ({
  drafts: [],
  holds: [{ code, args, ...more }],
  upcoming: [],
});

describe('an entry is at home', () => {
  it.each([
    ['in the organization that declares it', whole],
    ['in another that is known', elsewhere],
    ['in one whose file cannot be read', { ...elsewhere, sokx: 'id: [' }],
  ])('%s', (_what, organizations) => {
    expect(complete(entryOf(anKey), { organizations })).toBeUndefined();
  });

  it('where it is an organization’s own', () => {
    const key = 'organization:sokx';
    expect(complete(entryOf(key, { organization: 'cũ' }), { key })).toBeUndefined();
  });
});

describe('an entry without a home', () => {
  it('gets the organization that declares it, and nothing else yet', () => {
    const found = complete({ ...homeless, name: 'Nguyễn Văn Ân', title: 'Phó' });
    expect([found?.holds, found?.upcoming]).toEqual([[], []]);
    expect(found?.drafts).toMatchObject([
      {
        ...{ id: `update ${anKey}`, scope: 'sokx', fields: ['organization'] },
        account: { name: 'Nguyễn Văn Ân', title: 'Phó', organization: 'sokx', issued: '2025-01-06' },
        why: { code: 'completed', clause: '6.2', file: 'directory/organizations/sokx.yaml' },
      },
    ]);
    expect(found?.drafts[0]?.account).not.toHaveProperty('takenName');
  });

  it('gets the day and the name danhba keeps in mind as well', () => {
    const { issued: _issued, ...fresh } = homeless;
    const found = complete({ ...fresh, dn: 'uid=annv,ou=people,dc=laichau,dc=gov,dc=vn' });
    expect(found?.drafts).toMatchObject([
      {
        fields: ['organization', 'issued', 'takenName'],
        account: { issued: today, takenName: 'annv' },
      },
    ]);
  });

  it('is locked along with it where the record says so (8.1)', () => {
    const locked = `${an}, suspension: {reason: violation, clause: "12.5", document: 31/QĐ, date: 2026-03-02}`;
    const found = complete(homeless, { organizations: two([locked, binh], [dung]) });
    expect(found?.drafts).toMatchObject([
      {
        ...{ kind: 'suspend', account: { organization: 'sokx', state: 'suspended', locked: true } },
        why: { code: 'suspension-declared', document: '31/QĐ' },
      },
    ]);
  });

  it('waits for the file of an organization that is on the server', () => {
    const office = entryOf('organization:cu', { organization: 'ubnd', name: 'Sở cũ' });
    expect(complete(written('cu'), { others: [office] })).toEqual(
      held('organization-vanished', { organization: 'cu' }),
    );
    expect(complete(written('cu'))?.drafts).toMatchObject([{ account: { organization: 'sokx' } }]);
  });

  it('waits for every file: the one that cannot be read may be its home', () => {
    const args = { organization: 'sokz', file: 'directory/organizations/sokz.yaml' };
    expect(complete(homeless, { organizations: { ...whole, sokz: 'id: [' } })).toEqual(
      held('organization-unreadable', args),
    );
  });
});

describe('an organization in another spelling', () => {
  it.each(['SOKX', ' so kx', 'sokx\t', 'ｓｏｋｘ', 'So\u00a0kX'])('is that of the file: %j', (text) => {
    for (const organizations of [whole, elsewhere]) {
      expect(complete(written(text), { organizations })?.drafts).toMatchObject([
        { scope: 'sokx', fields: ['organization'], account: { organization: 'sokx' } },
      ]);
    }
  });

  it.each(['sokxy', 'sokı'])('is none where it says something else: %j', (text) => {
    const organizations = { ...elsewhere, soki: organizationText('soki', []) };
    const found = complete(written(text, { address: 'annv.soky@laichau.gov.vn' }), { organizations });
    expect(found?.drafts).toMatchObject([{ account: { organization: 'soky' } }]);
  });
});

describe('the house that the first address is of', () => {
  const ask = (address: string | undefined, organizations: Files) => {
    const { address: _address, ...bare } = homeless;
    return complete({ ...bare, ...(address !== undefined && { address }) }, { organizations });
  };

  it('is asked, where another declares the person', () => {
    expect(ask('annv.sokx@laichau.gov.vn', elsewhere)).toEqual(
      held('release-needed', { from: 'sokx' }, { kind: 'update' }),
    );
  });

  it.each<[string, string | undefined, Files]>([
    ['is the one that declares the person', 'annv.soky@laichau.gov.vn', elsewhere],
    ['is that one too, where the suffix is that of both', 'annv.chung@laichau.gov.vn', shared],
    ['is nobody’s', 'annv.cu@laichau.gov.vn', elsewhere],
    ['is not told by an address without a suffix', 'sokx@laichau.gov.vn', elsewhere],
    ['is not told where there is no address', undefined, elsewhere],
    ['is not told by a suffix within another', 'annv.cu.sokx@laichau.gov.vn', elsewhere],
  ])('%s', (_what, address, organizations) => {
    expect(ask(address, organizations)?.drafts).toMatchObject([{ account: { organization: 'soky' } }]);
  });
});
