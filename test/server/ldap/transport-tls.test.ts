/** ldaps and StartTLS on a real slapd: encrypted from the first byte that matters, and never again in clear. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Slapd, startSlapd } from '../../../servers/launch/slapd.ts';
import { readLdapSettings } from '../../../src/config.ts';
import { connect } from '../../../src/ldap/connect/connect.ts';
import { type Environment, runDanhba, settingsOf } from '../../support/child.ts';
import { makeWorkplace, readSecret, type Workplace } from '../../support/run.ts';
import { startTap, type Tap } from '../../support/tap.ts';
import { type Certificates, makeCertificates } from '../../support/tls.ts';
import { organizationText } from '../../support/world.ts';

const files = {
  ubnd: 'id: ubnd\nname: Ủy ban nhân dân tỉnh Lai Châu\nkind: people-committee\ncode: ubnd\nmailbox: none\ncredentialRecipients: [age1e4jz80npsu48c6xedaq57jsxsmymyv7e3e2khyg6g9re2qmggpmqxzvt0u]\n',
  sokx: organizationText('sokx', ['id: LC-000001, name: Nguyễn Văn An']),
};

/** The LDAP result of StartTLS is all that may cross before TLS: its request is this OID, and a TLS record follows. */
const startTlsOid = '1.3.6.1.4.1.1466.20037';
const handshakeRecord = '\x16\x03';

const modes = [
  ['ldaps', (slapd: Slapd) => slapd.secureUrl as string, {}],
  ['StartTLS', (slapd: Slapd) => slapd.url, { DANHBA_LDAP_STARTTLS: '1' }],
] as const;

const wrong = [
  ['expired', 'expired', 'chứng chỉ đã hết hạn'],
  ['otherName', 'for another name', 'chứng chỉ mang tên máy khác'],
  ['unknownIssuer', 'of an unknown issuer', 'không biết cơ quan cấp chứng chỉ'],
  ['selfSigned', 'self-signed', 'chứng chỉ tự ký, không được tin'],
] as const;

let certificates: Certificates;
let work: Workplace;

beforeAll(async () => {
  certificates = await makeCertificates();
  work = await makeWorkplace({ url: '', baseDn: '', bindDn: '', passwordFile: '' }, files);
});

afterAll(async () => {
  await work?.remove();
  await certificates?.remove();
});

/** A server with this certificate behind a relay that hears everything, and how danhba is told of them. */
async function serve(
  certificate: keyof Omit<Certificates, 'authority' | 'remove'>,
  urlOf: (slapd: Slapd) => string,
  more: Environment,
): Promise<{ slapd: Slapd; tap: Tap; environment: Environment; stop: () => Promise<void> }> {
  const slapd = await startSlapd({ tls: certificates[certificate] });
  const target = urlOf(slapd);
  const tap = await startTap(target);
  const { dn: bindDn, passwordFile } = slapd.reconciler;
  const url = `${new URL(target).protocol}//127.0.0.1:${tap.port}`;
  const environment = {
    ...settingsOf({ url, bindDn, passwordFile }),
    DANHBA_LDAP_CA: certificates.authority,
    ...more,
  };
  const stop = async () => {
    await tap.stop();
    await slapd.stop();
  };
  return { slapd, tap, environment, stop };
}

const danhba = (command: string, environment: Environment) =>
  runDanhba([command, '--directory', `${work.root}/directory`, '--today', '2026-11-23'], {
    environment,
    cwd: work.root,
  });

/** What a relay heard is TLS, but for the request to begin it. */
function expectEncrypted(tap: Tap, startTls: boolean): void {
  for (const sent of tap.sent()) {
    const from = startTls ? sent.indexOf(handshakeRecord) : 0;
    const clear = sent.slice(0, Math.max(from, 0));
    expect(clear.length).toBeLessThan(40);
    if (startTls) expect(clear).toContain(startTlsOid);
    expect(sent.slice(from, from + 2)).toBe(handshakeRecord);
    expect(sent).not.toContain('laichau');
  }
}

describe.each(modes)('by %s', (mode, urlOf, more) => {
  it('plans, applies and plans again, encrypted', async () => {
    const { tap, environment, stop } = await serve('good', urlOf, more);
    try {
      const planned = await danhba('plan', environment);
      expect(planned.code, planned.err).toBe(2);
      const applied = await danhba('apply', environment);
      expect(applied.code, applied.err).toBe(0);
      const again = await danhba('plan', environment);
      expect(again.code, again.err).toBe(0);
      expect(tap.connections()).toBe(3);
      expectEncrypted(tap, mode === 'StartTLS');
    } finally {
      await stop();
    }
  });

  it.each(wrong)('tells a certificate that is %s, and sends it no password', async (name, _kind, words) => {
    const { slapd, tap, environment, stop } = await serve(name, urlOf, more);
    try {
      const { code, out, err } = await danhba('plan', environment);
      expect(code).toBe(1);
      expect(out).toBe('');
      expect(err).toMatch(/^danhba: \[ldap-certificate\] [^\n]+\n {3}= [^\n]+\n$/);
      expect(err).toContain(words);
      expect(tap.sent().join('')).not.toContain(await readSecret(slapd.reconciler.passwordFile));
      expect(tap.sent().join('')).not.toContain(slapd.reconciler.dn);
    } finally {
      await stop();
    }
  });

  it('trusts nobody but the given authority', async () => {
    const { environment, stop } = await serve('good', urlOf, more);
    try {
      const { DANHBA_LDAP_CA: _, ...systemOnly } = environment;
      const { code, err } = await danhba('plan', systemOnly);
      expect(code).toBe(1);
      expect(err).toContain('không biết cơ quan cấp chứng chỉ');
    } finally {
      await stop();
    }
  });
});

describe.each(modes)('a lost connection by %s', (mode, urlOf, more) => {
  it('comes back authenticated and encrypted, and never in clear', async () => {
    const { slapd, tap, environment, stop } = await serve('good', urlOf, more);
    try {
      const connection = await connect(readLdapSettings(environment));
      const readSuffix = async () => {
        const { client } = await connection.live();
        return await client.search(slapd.baseDn, { scope: 'base', attributes: ['dc'] });
      };
      expect((await readSuffix()).searchEntries).toHaveLength(1);
      const { client: first } = await connection.live();
      const waiting = first.search(slapd.baseDn, { scope: 'sub' });
      const begun = Date.now();
      tap.cut();
      await expect(waiting).rejects.toThrow();
      // The client that was upgraded must not find its own way back, which would be in clear.
      for (let attempt = 0; attempt < 3; attempt++) {
        await expect(first.search(slapd.baseDn, { scope: 'base' })).rejects.toThrow();
      }
      expect((await readSuffix()).searchEntries).toHaveLength(1);
      await connection.close();
      expect(Date.now() - begun).toBeLessThan(3000);
      expect(tap.connections()).toBe(2);
      expectEncrypted(tap, mode === 'StartTLS');
    } finally {
      await stop();
    }
  });
});

it.each(modes)('a server that is too slow is given up by %s as well', async (_mode, urlOf, more) => {
  const { slapd, environment, stop } = await serve('good', urlOf, more);
  try {
    const connection = await connect({ ...readLdapSettings(environment), pace: { run: -1, request: 0 } });
    // What is waited for at all is too much.
    const read = async () => {
      const { client } = await connection.live();
      return await client.search(slapd.baseDn, { scope: 'base', attributes: ['dc'] });
    };
    expect((await read()).searchEntries).toHaveLength(1);
    await expect(read()).rejects.toMatchObject({ code: 'ldap-slow' });
    const { client } = await connection.parting();
    expect((await client.search(slapd.baseDn, { scope: 'base' })).searchEntries).toHaveLength(1);
    await expect(read()).rejects.toMatchObject({ code: 'ldap-slow' });
    await connection.close();
  } finally {
    await stop();
  }
});

it('says that a server without TLS refuses StartTLS, and sends it no password', async () => {
  const slapd = await startSlapd();
  const tap = await startTap(slapd.url);
  try {
    const { dn: bindDn, passwordFile } = slapd.reconciler;
    const settings = settingsOf({ url: `ldap://127.0.0.1:${tap.port}`, bindDn, passwordFile });
    const { code, err } = await danhba('plan', { ...settings, DANHBA_LDAP_STARTTLS: '1' });
    expect(err).toMatch(/^danhba: \[ldap-starttls\] [^\n]+\n {3}= ldaps:\/\/…\n$/);
    expect(code).toBe(1);
    expect(tap.sent().join('')).not.toContain(await readSecret(passwordFile));
  } finally {
    await tap.stop();
    await slapd.stop();
  }
});
