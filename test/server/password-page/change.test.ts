// What the page answers to each wish, on a real slapd with the shipped policies.

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type PasswordPage, startPasswordPage } from '../../../servers/launch/password-page.ts';
import { type Slapd, startSlapd } from '../../../servers/launch/slapd.ts';
import { Relax } from '../../contract/bench.ts';
import { send, visit } from '../../support/password-page.ts';
import {
  bindResult,
  code,
  connect,
  organizationDn,
  organizationEntry,
  personDn,
  personEntry,
  readPid,
  replace,
  serveAgain,
} from '../../support/slapd-fixture.ts';

const first = 'Mua-xuan-2026';
const own = 'Mua-thu-2026';
let slapd: Slapd;
let page: PasswordPage;
let reconciler: Awaited<ReturnType<typeof connect>>;
let root: Awaited<ReturnType<typeof connect>>;

beforeAll(async () => {
  slapd = await startSlapd();
  reconciler = await connect(slapd, slapd.reconciler);
  root = await connect(slapd, slapd.root);
  page = await startPasswordPage({
    slapd,
    environment: { DANHBA_LOG_LEVEL: 'info', DANHBA_PAGE_PROXY: '127.0.0.1' },
  });
});
afterAll(async () => {
  await page?.stop();
  await slapd?.stop();
});

/** Somebody with the password `first`; limits count by address, so that each test has its own. */
async function add(id: string, extra: Readonly<Record<string, string>> = {}) {
  const dn = personDn(slapd, id);
  await reconciler.add(dn, personEntry(id, { userPassword: first, ...extra }));
  return { dn, address: `${id.toLowerCase()}.sotttt@laichau.gov.vn` };
}
/** As a proxy tells where a request comes from. */
const from = (source: string) => ({ 'x-forwarded-for': source });
const bind = (dn: string, password: string) => bindResult(slapd, dn, password);

test('a first password is changed, and the mailbox waits for nothing more', async () => {
  const { dn, address } = await add('LC-000001', { pwdReset: 'TRUE' });
  const sent = await send(page.url, { address: ` ${address.toUpperCase()} `, present: first, next: own });
  expect(sent).toMatchObject({ status: 303, location: '/done' });
  expect(await bind(dn, own)).toBe(code.success);
  expect(await bind(dn, first)).toBe(code.invalidCredentials);
  const { searchEntries } = await reconciler.search(dn, { scope: 'base', attributes: ['pwdReset'] });
  expect(searchEntries[0]?.pwdReset).toEqual([]);
});

test('an agency changes the password of its mailbox too', async () => {
  const dn = organizationDn(slapd, 'sotttt');
  await reconciler.add(dn, organizationEntry('sotttt', { userPassword: first, pwdReset: 'TRUE' }));
  const sent = await send(`${page.url}en`, { address: 'sotttt@laichau.gov.vn', present: first, next: own });
  expect(sent).toMatchObject({ status: 303, location: '/en/done' });
  expect(await bind(dn, own)).toBe(code.success);
});

describe('after the right password the reason is told, and the present password stays', () => {
  test('used before', async () => {
    const { dn, address } = await add('LC-000002');
    await send(page.url, { address, present: first, next: own });
    const sent = await send(page.url, { address, present: own, next: first });
    expect(sent).toMatchObject({ status: 422 });
    expect(sent.told).toContain('Mật khẩu này đã dùng rồi');
    expect(await bind(dn, own)).toBe(code.success);
  });

  test('too short for an administrator (4.1)', async () => {
    const policy = `cn=administrators,ou=policies,${slapd.baseDn}`;
    const long = 'Mua-xuan-2025-quan-tri';
    const { dn, address } = await add('LC-000003', { userPassword: long, pwdPolicySubentry: policy });
    const short = await send(page.url, { address, present: long, next: 'Thu-2026x' });
    expect(short.told).toMatch(/ngắn quá: ít nhất 10 ký tự \(tài khoản quản trị/);
    expect(await bind(dn, long)).toBe(code.success);
    expect((await send(page.url, { address, present: long, next: 'Thu-2026xy' })).status).toBe(303);
  });

  test('expired: only a reset helps (4.2, 7.1)', async () => {
    const { address, dn } = await add('LC-000004');
    await root.modify(dn, replace('pwdChangedTime', '20250101000000Z'), new Relax());
    const sent = await send(page.url, { address, present: first, next: own });
    expect(sent.told).toMatch(/đã hết hạn .*khoản 1 Điều 7/);
    const wrong = await send(page.url, { address, present: 'Sai-mat-khau-1', next: own });
    expect(wrong.told).not.toContain('hết hạn');
  });

  test('of a policy that lets nobody change it', async () => {
    const policy = `cn=services,ou=policies,${slapd.baseDn}`;
    const { dn, address } = await add('LC-000005');
    await root.modify(dn, replace('pwdPolicySubentry', policy));
    const sent = await send(page.url, { address, present: first, next: own });
    expect(sent.told).toContain('không được tự đổi mật khẩu');
  });
});

test('wrong, unknown, locked, suspended, ended and an alias get one answer', async () => {
  const wrong = await add('LC-000011');
  const locked = await add('LC-000012');
  for (let n = 0; n < 10; n++) await bind(locked.dn, 'Sai-mat-khau-1');
  expect(await bind(locked.dn, first)).toBe(code.invalidCredentials);
  const suspended = await add('LC-000013');
  await reconciler.modify(suspended.dn, replace('danhbaState', 'suspended'));
  const ended = await add('LC-000014');
  await reconciler.modify(ended.dn, replace('pwdEndTime', '19700101000000Z'));
  const alias = await add('LC-000015');
  await reconciler.modify(alias.dn, replace('danhbaAddress', alias.address, 'bi-danh@laichau.gov.vn'));
  const asked = [
    { address: wrong.address, present: 'Sai-mat-khau-1' },
    { address: 'khong-co@laichau.gov.vn', present: first },
    { address: 'ai-do@tinh-khac.gov.vn', present: first },
    { address: 'x)(mail=*@laichau.gov.vn', present: first },
    { address: locked.address, present: first },
    { address: suspended.address, present: first },
    { address: ended.address, present: first },
    { address: 'bi-danh@laichau.gov.vn', present: first },
  ];
  const answers = await Promise.all(
    asked.map(async (one) => {
      const { status, told, html } = await send(page.url, { ...one, next: own });
      return { status, told, rest: html.replace(one.address, '').replace(/name="token" value="[^"]*"/, '') };
    }),
  );
  expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
  expect(answers[0]?.told).toMatch(
    /^Chưa đổi được mật khẩu.*Địa chỉ gõ chưa đúng.*Mật khẩu hiện tại gõ chưa đúng.*khóa tạm.*tạm dừng hoặc đã chấm dứt.*hỏi Sở Thông tin và Truyền thông/,
  );
  for (const { dn } of [suspended, ended]) {
    const { searchEntries } = await root.search(dn, { scope: 'base', attributes: ['pwdFailureTime'] });
    expect(searchEntries[0]?.pwdFailureTime).toEqual([]);
  }
});

test('who guesses is stopped before the server locks the mailbox, and its holder still gets in elsewhere', async () => {
  const { dn, address } = await add('LC-000021');
  const guess = (n: number) =>
    send(page.url, { address, present: `Sai-mat-khau-${n}`, next: own }, from(`10.0.0.${n}`));
  const answers = await Promise.all(Array.from({ length: 20 }, (_, n) => guess(n)));
  const statuses = answers.map(({ status }) => status).sort();
  expect(statuses).toEqual([...Array(4).fill(422), ...Array(16).fill(429)]);
  const limited = answers.find(({ status }) => status === 429);
  expect(limited?.told).toMatch(/chờ 15 phút/);
  expect(Number(limited?.retryAfter)).toBeLessThanOrEqual(900);
  expect(await bind(dn, first)).toBe(code.success);
  // The holder, too, waits: whoever knew the password could otherwise be told from who does not.
  expect((await send(page.url, { address, present: first, next: own })).status).toBe(429);
});

test('a thousand guesses, from one source and from a thousand: eight reach the server, and the holder still gets in', async () => {
  const { cookie, token } = await visit(page.url);
  for (const [id, sourceOf] of [
    ['LC-000022', () => '10.2.0.1'],
    ['LC-000023', (n: number) => `10.3.${n >> 8}.${n & 255}`],
  ] as const) {
    const { dn, address } = await add(id);
    const statuses: number[] = [];
    let next = 0;
    const guessOn = async () => {
      while (next < 1000) {
        const n = next++;
        const wish = { address, present: `Sai-mat-khau-${n}`, next: own, cookie, token };
        statuses.push((await send(page.url, wish, from(sourceOf(n)))).status);
      }
    };
    await Promise.all(Array.from({ length: 20 }, guessOn));
    expect(statuses.filter((status) => status === 422)).toHaveLength(4);
    expect(statuses.filter((status) => status === 429)).toHaveLength(996);
    expect(await bind(dn, first)).toBe(code.success);
  }
});

test('an address that does not exist is limited just as soon', async () => {
  const wish = { address: 'khong-ai@laichau.gov.vn', present: first, next: own };
  const guess = () => send(page.url, wish, from('10.1.0.1'));
  const answers = await Promise.all(Array.from({ length: 6 }, guess));
  expect(answers.map(({ status }) => status).sort()).toEqual([422, 422, 422, 422, 429, 429]);
});

test('what is wrong with the form is told at its fields, and nobody is asked for it', async () => {
  const sent = await send(page.url, { address: 'an', present: '', next: 'mua', again: 'mu' });
  expect(sent.status).toBe(422);
  expect(sent.told).toMatch(
    /Địa chỉ thư phải gõ đủ.*Chưa gõ mật khẩu hiện tại.*chưa đủ 8 ký tự, chưa có chữ hoa/,
  );
  for (const field of ['address', 'present', 'next']) {
    expect(sent.html).toMatch(new RegExp(`<input id="${field}"[^>]* aria-invalid="true"`));
  }
  expect(sent.html).toContain('value="an"');
  expect(sent.html).not.toContain('mua"');
});

test('the log says what became of each form, and neither whose nor any password', async () => {
  const log = await page.readLog();
  expect(log).toContain('"says":"changed","source":"127.0.0.1"');
  expect(log).toContain('"says":"limited"');
  expect(log).not.toMatch(/laichau\.gov\.vn|lc-0000|Mua-|Sai-mat-khau/i);
});

test('its account finds addresses and reads nothing of anybody', async () => {
  const own = await connect(slapd, slapd.passwordpage);
  const find = async (filter: string) =>
    (await own.search(`ou=people,${slapd.baseDn}`, { scope: 'one', filter, attributes: ['*', '+'] }))
      .searchEntries;
  const [entry] = await find('(mail=lc-000001.sotttt@laichau.gov.vn)');
  expect(Object.keys(entry ?? {}).filter((name) => name !== '*' && name !== '+')).toEqual(['dn']);
  for (const filter of [
    '(telephoneNumber=*)',
    '(cn=*)',
    '(danhbaReason=*)',
    '(authTimestamp=*)',
    '(title=*)',
  ]) {
    expect(await find(filter)).toEqual([]);
  }
  const victim = personDn(slapd, 'LC-000001');
  await expect(own.modify(victim, replace('userPassword', 'Mua-dong-2026'))).rejects.toMatchObject({
    code: code.insufficientAccess,
  });
  await expect(own.modify(victim, replace('pwdReset', 'FALSE'))).rejects.toMatchObject({
    code: code.insufficientAccess,
  });
  await own.unbind();
});

test('it tells that the directory server is gone, and works again when it is back', async () => {
  const other = await startSlapd();
  const { url, stop } = await startPasswordPage({ slapd: other });
  expect(await (await fetch(`${url}health`)).text()).toBe('ok\n');
  process.kill(await readPid(other.directory), 'SIGKILL');
  await other.exited;
  const wish = { address: 'an@laichau.gov.vn', present: first, next: own };
  const sent = await send(url, wish);
  expect(sent).toMatchObject({ status: 503 });
  expect(sent.told).toContain('Máy chủ danh bạ đang không trả lời');
  const again = await serveAgain(other);
  expect((await send(url, wish)).told).toContain('Chưa đổi được mật khẩu');
  await stop();
  await again.stop();
  await other.stop();
});
