/** A server that accepts a connection and then says nothing, at whatever step, is given up on (a slow test: it waits). */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { type Environment, settingsOf, startDanhba } from '../../support/child.ts';
import { serveRaw } from '../../support/tap.ts';

it('gives up on one that pours out what no answer to a bind has, before it fills the memory', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'danhba-silence-'));
  const passwordFile = join(folder, 'password');
  await writeFile(passwordFile, 'Khong-Ai-Nghe-2026', { mode: 0o600 });
  let poured = 0;
  // A message of two gigabytes.
  const endless = await serveRaw((socket) => {
    socket.write(Buffer.from('30847fffffff', 'hex'));
    const pour = () => {
      while (!socket.destroyed && socket.write(Buffer.alloc(65_536))) poured += 65_536;
    };
    socket.on('drain', pour);
    pour();
  });
  const settings = settingsOf({ url: `ldap://127.0.0.1:${endless.port}`, bindDn: 'cn=x', passwordFile });
  const { code, err } = await startDanhba(['plan', '--lang', 'en'], { environment: settings });
  expect(err).toMatch(/^danhba: \[ldap-unreachable\] [^\n]+ cannot connect: no LDAP server\n {3}= [^\n]+\n$/);
  expect(code).toBe(1);
  expect(poured).toBeLessThan(50_000_000);
  await endless.stop();
  await rm(folder, { recursive: true, force: true });
});

it('gives up on silence before the bind, in both handshakes, and in the middle of a message', async () => {
  // "success" to the one request ldapts sends first: message 2, an extended response (RFC 4511 §4.12).
  const agrees = Buffer.from('300c02010278070a010004000400', 'hex');
  const folder = await mkdtemp(join(tmpdir(), 'danhba-silence-'));
  const passwordFile = join(folder, 'password');
  await writeFile(passwordFile, 'Khong-Ai-Nghe-2026', { mode: 0o600 });
  const silent = await serveRaw(() => {});
  const halfway = await serveRaw((socket) => socket.once('data', () => socket.write(agrees)));
  const truncated = await serveRaw((socket) => socket.write(Buffer.from('30840000ff', 'hex')));
  const plan = async (url: string, more: Environment = {}) => {
    const settings = settingsOf({ url, bindDn: 'cn=x,dc=laichau,dc=gov,dc=vn', passwordFile });
    const { code, out, err } = await startDanhba(['plan', '--lang', 'en'], {
      environment: { ...settings, ...more },
    });
    expect(err).toMatch(/^danhba: \[ldap-unreachable\] [^\n]+ cannot connect: \S[^\n]*\n {3}= [^\n]+\n$/);
    expect(out).toBe('');
    expect(code).toBe(1);
  };
  try {
    const begun = Date.now();
    await Promise.all([
      plan(`ldap://127.0.0.1:${silent.port}`),
      plan(`ldaps://127.0.0.1:${silent.port}`),
      plan(`ldap://127.0.0.1:${halfway.port}`, { DANHBA_LDAP_STARTTLS: '1' }),
      plan(`ldap://127.0.0.1:${truncated.port}`),
    ]);
    expect(Date.now() - begun).toBeLessThan(40_000);
    expect(halfway.heard()).toContain('\x16\x03');
    expect(halfway.heard()).not.toContain('Khong-Ai-Nghe');
  } finally {
    await Promise.all([silent.stop(), halfway.stop(), truncated.stop()]);
    await rm(folder, { recursive: true, force: true });
  }
});
