/** Passwords are made for whom they are planned, sealed for who manages the account, and on the disk when they are told. */

import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { generateX25519Identity, identityToRecipient } from 'age-encryption';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openSealedFile } from '../../../src/credentials/open.ts';
import type { Account } from '../../../src/model/account/account.ts';
import type { Key } from '../../../src/model/account/key.ts';
import type { Organization, OrganizationFile } from '../../../src/model/directory/organization.ts';
import type { Policy } from '../../../src/model/directory/policy.ts';
import type { Change, Creation } from '../../../src/model/plan/plan.ts';
import { prepareCredentials } from '../../../src/run/perform/seal.ts';
import { readSheets } from '../../support/sheets.ts';

let folder: string;
let own: { identity: string; recipient: string };
let central: { identity: string; recipient: string };

const makeKey = async () => {
  const identity = await generateX25519Identity();
  return { identity, recipient: await identityToRecipient(identity) };
};

beforeAll(async () => {
  [own, central] = await Promise.all([makeKey(), makeKey()]);
});
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'danhba-prepare-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const policy = {
  operator: 'sotttt',
  passwords: {
    user: { minLength: 8, maxAgeMonths: 6 },
    administrator: { minLength: 30, maxAgeMonths: 3 },
  },
} as Policy;

function fileOf(id: string, more: Partial<Organization> = {}): OrganizationFile {
  const organization: Organization = { id, name: `Sở ${id}`, kind: 'provincial', code: id, ...more };
  return { file: `directory/organizations/${id}.yaml`, organization, personLines: [], unusable: new Set() };
}

function creation(key: Key, more: Partial<Account> = {}, credential = true): Creation {
  const address = `${key.replace(/\W/g, '')}@laichau.gov.vn`;
  const account: Account = {
    key,
    name: key,
    mailbox: true,
    address,
    addresses: [address],
    locked: false,
    ...more,
  };
  const why = {
    code: 'declared',
    clause: '6.1',
    file: 'directory/organizations/sonv.yaml',
    line: 12,
  } as const;
  const rest = { kind: 'create', number: 1, wave: 0, after: [], why } as const;
  return { id: `create ${key}`, key, account, ...rest, ...(credential && { credential }) };
}

const prepare = (changes: readonly Change[], organizations: readonly OrganizationFile[], to = folder) =>
  prepareCredentials(changes, policy, organizations, {
    credentials: to,
    now: new Date('2026-11-23T17:30:00Z'),
  });

/** Address and password of each sheet. */
const sheetsOf = async (file: string, identity: string) => readSheets(await openSealedFile(file, [identity]));

describe('prepareCredentials', () => {
  it('makes one for each change that needs one, sealed as it is told', async () => {
    const changes = [
      creation('person:LC-1', { organization: 'sonv' }),
      creation('person:LC-2', { organization: 'sonv', privileged: true }),
      creation('person:LC-3', { organization: 'sonv' }, false),
    ];
    const organizations = [fileOf('sonv', { credentialRecipients: [own.recipient] }), fileOf('sotttt')];
    const { passwords, files, failed } = await prepare(changes, organizations);
    expect([...passwords.keys()]).toEqual(['create person:LC-1', 'create person:LC-2']);
    expect(failed.size).toBe(0);
    expect(files).toHaveLength(1);
    expect(await sheetsOf(files[0] as string, own.identity)).toEqual(
      new Map([
        ['personLC1@laichau.gov.vn', passwords.get('create person:LC-1')],
        ['personLC2@laichau.gov.vn', passwords.get('create person:LC-2')],
      ]),
    );
    expect(passwords.get('create person:LC-2')?.length).toBeGreaterThanOrEqual(30);
  });

  it('names the file by organization, day in Lai Châu and run, for its owner alone', async () => {
    const organizations = [fileOf('sonv', { credentialRecipients: [own.recipient] })];
    const changes = [creation('person:LC-1', { organization: 'sonv' })];
    const first = await prepare(changes, organizations);
    const second = await prepare(changes, organizations);
    const names = [...first.files, ...second.files];
    for (const file of names) {
      expect(file).toMatch(/\/sonv-2026-11-24-[0-9a-f]{8}\.html\.age$/);
      expect((await stat(file)).mode & 0o777).toBe(0o600);
    }
    expect(new Set(names).size).toBe(2);
    expect((await readdir(folder)).length).toBe(2);
  });

  it('writes nothing but what is sealed', async () => {
    const organizations = [fileOf('sonv', { credentialRecipients: [own.recipient] })];
    const { passwords } = await prepare([creation('person:LC-1', { organization: 'sonv' })], organizations);
    const texts = await Promise.all(
      (await readdir(folder)).map((name) => readFile(join(folder, name), 'latin1')),
    );
    expect(texts).toHaveLength(1);
    for (const text of texts) {
      expect(text).toMatch(/^age-encryption\.org\/v1\n/);
      for (const password of passwords.values()) expect(text).not.toContain(password);
    }
  });

  it('has one file for each organization; without recipients of its own the operator receives', async () => {
    const changes = [
      creation('person:LC-1', { organization: 'sonv' }),
      creation('organization:sonv', { organization: 'ubnd', custodian: 'LC-9' }),
      creation('person:LC-2', { organization: 'soct' }),
      creation('person:LC-3', { organization: 'nowhere' }),
    ];
    const organizations = [
      fileOf('sotttt', { credentialRecipients: [central.recipient] }),
      fileOf('sonv', { credentialRecipients: [own.recipient] }),
      fileOf('soct', { people: [{ id: 'LC-9', name: 'Lò Văn È' }] }),
      fileOf('ubnd', { credentialRecipients: [central.recipient] }),
    ];
    const { files } = await prepare(changes, organizations);
    expect(files.map((file) => file.slice(folder.length + 1).split('-')[0])).toEqual([
      'sonv',
      'soct',
      'nowhere',
    ]);
    const [sonv = '', soct = '', nowhere = ''] = files;
    expect([...(await sheetsOf(sonv, own.identity)).keys()]).toHaveLength(2);
    expect(await openSealedFile(sonv, [own.identity])).toContain('Lò Văn È');
    expect([...(await sheetsOf(soct, central.identity)).keys()]).toHaveLength(1);
    expect([...(await sheetsOf(nowhere, central.identity)).keys()]).toHaveLength(1);
    await expect(openSealedFile(sonv, [central.identity])).rejects.toMatchObject({
      code: 'sealed-for-others',
    });
  });

  it('fails for the organization with a wrong key alone, and says which file to mend', async () => {
    const wrong = `${own.recipient.slice(0, -1)}${own.recipient.endsWith('q') ? 'p' : 'q'}`;
    const changes = [
      creation('person:LC-1', { organization: 'sonv' }),
      creation('person:LC-2', { organization: 'soct' }),
    ];
    const organizations = [
      fileOf('sotttt', { credentialRecipients: [central.recipient] }),
      fileOf('sonv', { credentialRecipients: [own.recipient, wrong] }),
      fileOf('soct'),
    ];
    const { passwords, files, failed } = await prepare(changes, organizations);
    expect([...passwords.keys()]).toEqual(['create person:LC-2']);
    expect(files).toHaveLength(1);
    expect([...failed.keys()]).toEqual(['create person:LC-1']);
    const detail = JSON.stringify(failed.get('create person:LC-1'));
    for (const part of ['sonv', wrong, 'directory/organizations/sonv.yaml', 'unsealed']) {
      expect(detail).toContain(part);
    }
  });

  it('fails, and names the operator, where nobody can receive', async () => {
    const changes = [creation('person:LC-1', { organization: 'sonv' })];
    const { passwords, files, failed } = await prepare(changes, [fileOf('sonv'), fileOf('sotttt')]);
    expect([passwords.size, files.length]).toEqual([0, 0]);
    expect(JSON.stringify(failed.get('create person:LC-1'))).toContain('directory/organizations/sotttt.yaml');
  });

  it('gives no password where the file cannot be written', async () => {
    const inTheWay = join(folder, 'in-the-way');
    await writeFile(inTheWay, '');
    const organizations = [fileOf('sonv', { credentialRecipients: [own.recipient] })];
    const changes = [creation('person:LC-1', { organization: 'sonv' })];
    const { passwords, files, failed } = await prepare(changes, organizations, inTheWay);
    expect([passwords.size, files.length]).toEqual([0, 0]);
    expect(JSON.stringify(failed.get('create person:LC-1'))).toContain(inTheWay);
  });

  it('makes nothing, not even the folder, where nothing needs a password', async () => {
    const to = join(folder, 'none');
    expect(await prepare([creation('person:LC-1', {}, false)], [], to)).toEqual({
      passwords: new Map(),
      files: [],
      sealed: new Map(),
      failed: new Map(),
    });
    expect(await readdir(folder)).toEqual([]);
  });

  it("shows the page where a password is changed, if it is the government's own, and the telephone", async () => {
    const organizations = [fileOf('sonv', { credentialRecipients: [own.recipient] })];
    const changes = [creation('person:LC-1', { organization: 'sonv' })];
    const open = async (page: string) => {
      const named = {
        ...policy,
        domain: 'laichau.gov.vn',
        governmentDomains: ['gov.vn'],
        operatorPhone: '0213 3 876 543',
        passwords: { ...policy.passwords, page },
      };
      const now = new Date('2026-11-23T17:30:00Z');
      const { files } = await prepareCredentials(changes, named, organizations, { credentials: folder, now });
      return openSealedFile(files[0] as string, [own.identity]);
    };
    const shown = await open('https://matkhau.laichau.gov.vn/');
    expect(shown).toContain('Mã QR của trang đổi mật khẩu https://matkhau.laichau.gov.vn/');
    expect(shown).toContain('0213 3 876 543');
    const withheld = await open('https://matkhau-laichau.com/');
    expect(withheld).not.toMatch(/matkhau-laichau|<svg/);
    expect(withheld).toContain('0213 3 876 543');
  });

  it('names the request of a reset with its date, and the length for administrators (4.1, 7.1)', async () => {
    const { number: _, ...base } = creation('person:LC-1', {
      organization: 'sonv',
      reset: '13/STTTT; số 2; 2026-06-02',
      privileged: true,
    });
    const actual = { ...base.account, dn: 'uid=LC-1', uuid: 'u' };
    const change: Change = {
      ...base,
      id: 'reset person:LC-1',
      kind: 'reset',
      base: actual,
      fields: ['reset'],
    };
    const { files } = await prepare([change], [fileOf('sonv', { credentialRecipients: [own.recipient] })]);
    const html = await openSealedFile(files[0] as string, [own.identity]);
    expect(html).toContain('Phiếu cấp lại mật khẩu');
    expect(html).toContain('Văn bản số 13/STTTT; số 2 ngày 02 tháng 6 năm 2026');
    expect(html).toContain('ít nhất 30 ký tự');
    expect(html).toContain('Lập lúc 00:30, ngày 24 tháng 11 năm 2026');
  });
});
