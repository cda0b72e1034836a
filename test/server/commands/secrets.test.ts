/** No password and no hash of one is ever in an output, a log, a journal, a plan, or where `ps` can see it. */
import { execFile } from 'node:child_process';
import { readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { Attribute, Change, Client } from 'ldapts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Slapd, startSlapd } from '../../../servers/launch/slapd.ts';
import { type Ended, type Environment, runDanhba, settingsOf } from '../../support/child.ts';
import { makeWorkplace, readSecret, type Workplace } from '../../support/run.ts';
import { organizationText } from '../../support/world.ts';

const ubnd =
  'id: ubnd\nname: Ủy ban nhân dân tỉnh Lai Châu\nkind: people-committee\ncode: ubnd\nmailbox: none\ncredentialRecipients: [age1e4jz80npsu48c6xedaq57jsxsmymyv7e3e2khyg6g9re2qmggpmqxzvt0u]\n';
const an = 'id: LC-000001, name: Nguyễn Văn An, phone: "0213 3 876 543"';
const binh = 'id: LC-000002, name: Trần Thị Bình, privileged: true';
const userPassword = 'Mua-xuan-2026!';

let slapd: Slapd;
let work: Workplace;
let secrets: string[];
const said: Ended[] = [];
const commandLines = new Set<string>();

beforeAll(async () => {
  slapd = await startSlapd();
  work = await makeWorkplace(
    { url: '', baseDn: '', bindDn: '', passwordFile: '' },
    { ubnd, sokx: organizationText('sokx', [an, binh]) },
  );
  const accounts = [slapd.reconciler, slapd.planner, slapd.root];
  secrets = [
    userPassword,
    ...(await Promise.all(accounts.map(({ passwordFile }) => readSecret(passwordFile)))),
  ];
});

afterAll(async () => {
  await work?.remove();
  await slapd?.stop();
});

async function danhba(args: readonly string[], environment: Environment, input = ''): Promise<Ended> {
  let watched = true;
  let watching: Promise<void> | undefined;
  const ended = await runDanhba(args, {
    cwd: work.root,
    environment: { DANHBA_LOG_LEVEL: 'debug', ...environment },
    input,
    onStart: (pid) => {
      watching = (async () => {
        while (watched) {
          for (const name of ['cmdline', 'environ']) {
            commandLines.add(await readFile(`/proc/${pid}/${name}`, 'latin1').catch(() => ''));
          }
          await new Promise((resolve) => setTimeout(resolve, 10));
        }
      })();
    },
  });
  watched = false;
  await watching;
  said.push(ended);
  return ended;
}

/** The requests a run told in its log. */
function ldifOf({ err }: Ended): string[] {
  return err
    .split('\n')
    .filter((line) => line.startsWith('{'))
    .map((line) => JSON.parse(line) as { ldif?: string })
    .flatMap(({ ldif }) => (ldif === undefined ? [] : [ldif]));
}

const on = ['--directory', 'directory', '--today', '2026-11-23'];
const settings = (account: Slapd['root'], url = slapd.url) =>
  settingsOf({ url, bindDn: account.dn, passwordFile: account.passwordFile });

describe('the debug log', () => {
  it('has the requests as LDIF that ldapmodify performs on another server, to the same end', async () => {
    const first = await danhba(['apply', ...on], settings(slapd.reconciler));
    expect(first.code, first.err).toBe(0);
    await work.write({ sokx: organizationText('sokx', [an, `${binh}, title: "Phó: phòng <1>"`]) });
    const second = await danhba(['apply', ...on], settings(slapd.reconciler));
    expect(second.code, second.err).toBe(0);
    const requests = [...ldifOf(first), ...ldifOf(second)];
    expect(requests).toHaveLength(5);

    const other = await startSlapd();
    try {
      const file = join(work.root, 'requests.ldif');
      await writeFile(file, requests.join('\n'));
      const { dn, passwordFile } = other.reconciler;
      const modify = ['-x', '-H', other.url, '-D', dn, '-y', passwordFile, '-f', file];
      await promisify(execFile)('ldapmodify', ['-n', ...modify]);
      await promisify(execFile)('ldapmodify', modify);
      const planned = await danhba(
        ['plan', ...on, '--format', 'json'],
        settings(other.reconciler, other.url),
      );
      expect((JSON.parse(planned.out) as { changes: unknown[] }).changes).toEqual([]);
    } finally {
      await other.stop();
    }
  });
});

describe('passwords', () => {
  beforeAll(async () => {
    const admin = new Client({ url: slapd.url });
    await admin.bind(slapd.root.dn, await readSecret(slapd.root.passwordFile));
    const dn = `uid=LC-000001,ou=people,${slapd.baseDn}`;
    const modification = new Attribute({ type: 'userPassword', values: [userPassword] });
    await admin.modify(dn, new Change({ operation: 'replace', modification }));
    const { searchEntries } = await admin.search(dn, { scope: 'base', attributes: ['userPassword'] });
    const hash = String(searchEntries[0]?.userPassword);
    expect(hash).toMatch(/^\{/);
    secrets.push(hash);
    await admin.unbind();
  });

  it('are nowhere, whoever runs what, and whatever fails', async () => {
    // The administrator of the server may read the hashes: what is read must not be told.
    await work.write({ sokx: organizationText('sokx', [`${an}, title: Trưởng phòng`, binh]) });
    const planned = await danhba(
      ['plan', ...on, '--out', 'plan.json', '--format', 'json'],
      settings(slapd.root),
    );
    expect(planned.code, planned.err).toBe(2);
    expect((await danhba(['plan', ...on, '--all'], settings(slapd.root))).code).toBe(2);
    expect((await danhba(['plan', ...on, '--format', 'markdown'], settings(slapd.planner))).code).toBe(2);
    const applied = await danhba(['apply', 'plan.json', ...on, '--journal', 'j.jsonl'], settings(slapd.root));
    expect(applied.code, applied.err).toBe(0);
    expect(ldifOf(applied)).toHaveLength(2);
    expect((await danhba(['check', ...on], settings(slapd.root))).code).toBe(0);
    const name = '{"kind":"person","name":"Nguyễn Văn An","suffix":"sotttt"}\n';
    expect((await danhba(['name', '--stdin'], settings(slapd.root), name)).code).toBe(0);
    expect((await danhba(['demo', ...on], settings(slapd.root))).code).toBe(0);

    const wrong = join(work.root, 'wrong');
    await writeFile(wrong, `${secrets[1]}x`);
    const failing: readonly Environment[] = [
      { DANHBA_LDAP_PASSWORD_FILE: wrong },
      { DANHBA_LDAP_BIND_DN: `cn=nobody,${slapd.baseDn}` },
      { DANHBA_LDAP_URL: 'ldap://127.0.0.1:1' },
      { DANHBA_LDAP_URL: 'ldap://192.0.2.1' },
      { DANHBA_LDAP_URL: slapd.url.replace('ldap:', 'ldaps:') },
      { DANHBA_LDAP_STARTTLS: '1' },
    ];
    for (const environment of failing) {
      const { code } = await danhba(['plan', ...on], { ...settings(slapd.reconciler), ...environment });
      expect(code).toBe(1);
    }
    const rights = await danhba(['apply', ...on], settings(slapd.planner));
    expect(rights.code).toBe(1);

    const texts = said.flatMap(({ out, err }) => [out, err]);
    for (const file of await readdir(work.root, { recursive: true })) {
      const path = join(work.root, file);
      if (path !== wrong && (await stat(path)).isFile()) texts.push(await readFile(path, 'utf8'));
    }
    expect(texts.length).toBeGreaterThan(2 * said.length + 3);
    expect([...commandLines].some((line) => line.includes('plan.json'))).toBe(true);
    for (const secret of secrets) {
      const forms = [
        secret,
        Buffer.from(secret).toString('base64').replace(/=+$/, ''),
        encodeURIComponent(secret),
      ];
      for (const form of forms) {
        for (const text of [...texts, ...commandLines]) expect(text.includes(form)).toBe(false);
      }
    }
    for (const text of texts) expect(text).not.toMatch(/userPassword::? (?!\*\*\*)/i);
  });

  it('would have been found: the search above sees what is there', async () => {
    const { passwordFile } = slapd.reconciler;
    const leak = await danhba(['check', '--directory', await readSecret(passwordFile)], {});
    expect(leak.err).toContain(secrets[1]);
    expect([...commandLines].some((line) => line.includes(secrets[1] as string))).toBe(true);
  });
});
