/** What `danhba doctor` finds, in words: each code in both languages, with what puts it right. */
import { describe, expect, it } from 'vitest';
import type { CheckStatus } from '../../../src/model/doctor/check.ts';
import {
  type ServerFinding,
  type ServerFindingCode,
  type ServerFindings,
  serverCheckIds,
} from '../../../src/model/doctor/finding.ts';
import { remark } from '../../../src/model/problems/remark.ts';
import { renderChecksText } from '../../../src/render/doctor/checks.ts';
import { serversHead, tellServerChecks } from '../../../src/render/doctor/server-checks.ts';
import { unseenHints } from '../../../src/render/doctor/words/titles.ts';
import type { Language } from '../../../src/render/text/wording.ts';
import { englishIn, vietnameseIn } from '../../support/language.ts';

const base = 'dc=laichau,dc=gov,dc=vn';
const what = remark('changed-since');
const names = Array.from({ length: 12 }, (_, number) => `x${number}\u202e`);
const folder = '/var/lib/x';

const facts: { readonly [Code in ServerFindingCode]: ServerFindings[Code] } = {
  sound: {},
  unseen: { why: 'few' },
  told: { what: remark('ldap-unreachable', { at: 'ldap://x', cause: 'ECONNREFUSED' }) },
  'tls-none': {},
  'tls-ends': { days: 3 },
  'version-other': { names: ['2'] },
  'controls-lacking': { names: ['1.3.6.1.1.12'] },
  'schema-lacking': { names },
  'containers-missing': { names },
  'province-other': { province: 'x.gov.vn', domain: 'laichau.gov.vn' },
  'entries-missing': { seen: 1, count: 2 },
  'limits-refused': { role: 'planner', what },
  'policies-missing': { names },
  'policies-differ': { names },
  'ppolicy-none': {},
  'quality-none': {},
  'quality-said': { what },
  'unique-none': {},
  'unique-said': { what },
  'lastbind-none': {},
  'lastbind-hidden': {},
  'logins-none': {},
  'clock-differs': { ahead: -90 },
  'replica-unread': { url: 'ldap://x', what },
  'containers-hidden': { names },
  'attributes-hidden': { names },
  'planner-fewer': { seen: 1, there: 2 },
  'planner-writes': {},
  'hash-read': {},
  'reconciler-lacks': { names },
  'reconciler-refused': { what },
  'reconciler-excess': { acts: ['delete-active', 'rename', 'other-attribute'] },
  'book-finds': { names },
  'book-reads': { names },
  'book-blind': { open: 3 },
  'adoption-unusable': {},
  'adoption-over': { entries: 3 },
  'notices-lacking': { waiting: 2, names },
  'entry-foreign': { dn: `uid=danhba-doctor,ou=people,${base}` },
  'entry-stays': { dn: `uid=danhba-doctor,ou=people,${base}`, what },
  'commands-lacking': { names },
  'users-unknown': { names },
  'node-old': { version: '20.1.0' },
  'git-none': {},
  'git-old': { version: '2.30' },
  'zone-none': {},
  'zone-differs': { there: '2026-11-22', here: '2026-11-23' },
  'folder-unwritable': { folder },
  'folder-open': { folder },
  'folder-full': { folder, freeMiB: 3 },
};
const codes = Object.keys(facts) as ServerFindingCode[];

const findingOf = (code: ServerFindingCode, id: ServerFinding['id'] = 'ldap-tls'): ServerFinding => {
  const status: CheckStatus = code === 'sound' ? 'ok' : code === 'unseen' ? 'unseen' : 'failed';
  return { id, status, code, args: facts[code] } as ServerFinding;
};

describe.each<Language>(['vi', 'en'])('in %s', (language) => {
  const foreign = language === 'vi' ? englishIn : vietnameseIn;

  it.each(codes)('%s has words and a hint, in no other language, and shows nothing as it came', (code) => {
    const told = tellServerChecks([findingOf(code)], base, language);
    const text = renderChecksText(told, serversHead[language], language);
    expect(text).not.toMatch(/undefined|\[object|\u202e|\{base\}/);
    expect(text.split('\n')[4]).toMatch(/^[×?✓] ldap-tls: \S/);
    expect(told[0]?.hint === undefined).toBe(code === 'sound');
    // Names of the facts are of no language.
    const ownWords = text.replaceAll(/x\d+\\u\{202e\}/g, '1');
    expect(foreign(ownWords)).toEqual([]);
  });

  it.each(serverCheckIds)('%s says what it looks for', (id) => {
    const [sound, unseen] = tellServerChecks(
      [findingOf('sound', id), findingOf('unseen', id)],
      base,
      language,
    );
    expect(unseen?.message).toContain(sound?.message);
    expect(foreign(sound?.message ?? '')).toEqual([]);
  });

  it.each(Object.keys(unseenHints) as (keyof typeof unseenHints)[])(
    'unseen for %s says what to do',
    (why) => {
      const hint = unseenHints[why][language];
      expect(hint.length).toBeGreaterThan(10);
      expect(foreign(hint)).toEqual([]);
    },
  );
});

it('names are told up to ten, with their number', () => {
  const [told] = tellServerChecks([findingOf('users-unknown')], base, 'en');
  expect(told?.message).toMatch(/x9\u202e, … \(12\)$/);
});
