/** A request becomes the edit somebody would have made by hand, or a question; the edited file passes the check. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, test } from 'vitest';
import { editOrganization } from '../../../src/desired/edit/edit.ts';
import { parseDirectory } from '../../../src/desired/read/parse-directory.ts';
import { applyRequest } from '../../../src/forms/apply.ts';
import type { SearchedDirectory } from '../../../src/forms/find-organization.ts';
import { nextPersonId } from '../../../src/model/directory/next-person-id.ts';
import type { Request, RequestedEdits, RequestProblem } from '../../../src/model/github/request.ts';
import { declareAccounts } from '../../../src/naming/declared.ts';
import { requestProblemWords } from '../../../src/render/github/request.ts';

const policyText = readFileSync(join(import.meta.dirname, '../../problems/_base/policy.yaml'), 'utf8');

const sotttt = `id: sotttt
name: Sở Thông tin và Truyền thông
kind: provincial
parent: ubnd
code: sotttt
mailbox:
  custodian: LC-000001
people:
  - id: LC-000001 # văn thư
    name: Nguyễn Văn An
    title: Văn thư viên
  - id: LC-000002
    name: Lò Thị Mai
    title: Chuyên viên
    unit: Phòng A
    phone: "0213 3 111 111"
  - id: LC-000003
    name: Lò Thị Mai
    title: Kế toán viên
    suspension:
      reason: inactivity
      date: 2026-05-04
  - id: LC-000004
    name: Đỗ Minh Hòa
    suspension: {reason: inactivity, date: 2025-05-04}
    restoration: {document: 1/VP, date: 2025-06-01}
    passwordReset: {document: 7/VP, date: 2026-01-05}
  - id: LC-000005
    name: Vũ Văn Tám
    termination: {reason: transfer, document: 2/QĐ, decided: 2026-10-01}
  - id: LC-000006
    name: 7
`;
const sotc = `id: sotc
name: Sở Tài chính
kind: provincial
parent: ubnd
code: sotc
people:
  - id: LC-000021
    name: Vàng Thị Mỷ A
    termination: {reason: transfer, document: 3/QĐ, decided: 2026-10-01, to: sinho}
  - id: LC-000022
    name: Lù Văn Dín
  - id: LC-000023
    name: Tao Văn Ín
    termination: {reason: retirement, document: 4/QĐ, decided: 2026-10-01}
  - id: LC-000024
    name: Hà Văn Pâng
    termination: {reason: transfer, document: 5/QĐ, decided: 2026-09-01, to: snv}
  - id: LC-000025
    name: Khoàng Thị Lả
    termination: {reason: transfer, document: 6/QĐ, decided: 2026-09-01}
`;
const snv = `id: snv
name: Sở Nội vụ
kind: provincial
parent: ubnd
code: snv
people:
  - id: LC-000024
    name: Hà Văn Pâng
    termination: {reason: transfer, document: 7/QĐ, decided: 2026-10-01, to: sinho}
  - id: LC-000025
    name: Khoàng Thị Lả
`;
const room = (id: string, parent: string) =>
  `id: ${id}\nname: Phòng Nội vụ\nkind: district-room\nparent: ${parent}\ncode: pnv\nmailbox: none\npeople:\n  - id: LC-0001${parent.length}\n    name: Sùng A Chứ\n`;
const texts: Readonly<Record<string, string>> = {
  'sotttt.yaml': sotttt,
  'ubnd.yaml': 'id: ubnd\nname: Ủy ban nhân dân tỉnh\nkind: people-committee\ncode: ubnd\n',
  'sotc.yaml': sotc,
  'snv.yaml': snv,
  'sinho.yaml': 'id: sinho\nname: Huyện Sìn Hồ\nkind: district\nparent: ubnd\ncode: sinho\n',
  'sinho-pnv.yaml': room('sinho-pnv', 'sinho'),
  'tplc-pnv.yaml': room('tplc-pnv', 'tplc'),
  'broken.yaml': 'id: broken\n',
};

function parseAll(of: Readonly<Record<string, string>>): SearchedDirectory {
  const policy = { file: 'policy.yaml', path: 'policy.yaml', text: policyText };
  const sources = Object.entries(of).map(([file, text]) => ({ file, path: `organizations/${file}`, text }));
  const { directory } = parseDirectory([policy, ...sources], 'policy.yaml');
  if (directory === undefined) throw new Error('the policy of this test is wrong');
  return { ...directory, declared: declareAccounts(directory), today: '2026-11-23' };
}

const directory = parseAll(texts);
const basis = { document: '15/STTTT', date: '2026-11-20' };
const base = { organization: 'sotttt', basis };
const apply = (request: Request, freeId?: string) => applyRequest(request, directory, { freeId });

const suspension = { reason: 'violation', clause: '12.5', document: '15/STTTT', date: '2026-11-20' } as const;
const termination = { reason: 'retirement', document: '15/STTTT', decided: '2026-11-20' } as const;
const leave = (to: string): Request => ({
  kind: 'terminate',
  ...base,
  account: { person: 'LC-000003' },
  termination: { ...termination, reason: 'transfer', to },
});

/** The text after all edits, made one after another. */
function edited({ file, edits }: RequestedEdits): string {
  let text = texts[file] ?? '';
  for (const edit of edits) {
    const result = editOrganization(text, edit);
    if ('refusal' in result) throw new Error(result.refusal.code);
    text = result.text;
  }
  return text;
}

/** Lines that went (-) and came (+), each as often as it did. */
function difference(before: string, after: string): readonly string[] {
  const minus = (lines: readonly string[], others: readonly string[]) => {
    const left = [...others];
    return lines.filter((line) => {
      const at = left.indexOf(line);
      if (at >= 0) left.splice(at, 1);
      return at < 0;
    });
  };
  const [old, now] = [before.split('\n'), after.split('\n')];
  return [...minus(old, now).map((line) => `-${line}`), ...minus(now, old).map((line) => `+${line}`)];
}

const person = (who: string) => ({ account: { person: who } });

describe('a request', () => {
  test.each<[string, Request, string | undefined, readonly string[]]>([
    [
      'to issue',
      {
        kind: 'issue',
        ...base,
        person: { name: 'Giàng A Páo', title: 'Chuyên viên', phone: '0213 3 876 543' },
      },
      'LC-000099',
      [
        '+  - id: LC-000099',
        '+    name: Giàng A Páo',
        '+    title: Chuyên viên',
        '+    phone: "0213 3 876 543"',
      ],
    ],
    [
      'to issue for somebody who came from elsewhere',
      { kind: 'issue', organization: 'sinho', basis, person: { id: 'LC-000005', name: 'Vũ Văn Tám' } },
      undefined,
      ['+people:', '+  - id: LC-000005', '+    name: Vũ Văn Tám'],
    ],
    [
      'to issue for somebody who was let go to here, with a name put right',
      { kind: 'issue', organization: 'sinho', basis, person: { id: 'LC-000021', name: 'Vàng Thị Mỷ' } },
      'LC-000099',
      ['+people:', '+  - id: LC-000021', '+    name: Vàng Thị Mỷ'],
    ],
    [
      'to issue for somebody who retired elsewhere',
      { kind: 'issue', organization: 'sinho', basis, person: { id: 'LC-000023', name: 'Tao Văn Ín' } },
      'LC-000099',
      ['+people:', '+  - id: LC-000023', '+    name: Tao Văn Ín'],
    ],
    [
      'to issue for somebody who went somewhere, and on from there',
      { kind: 'issue', organization: 'sinho', basis, person: { id: 'LC-000024', name: 'Hà Văn Pâng' } },
      'LC-000099',
      ['+people:', '+  - id: LC-000024', '+    name: Hà Văn Pâng'],
    ],
    [
      'to change',
      { kind: 'change', ...base, ...person('lc-000002'), fields: { title: 'Phó Giám đốc', unit: 'Phòng A' } },
      undefined,
      ['-    title: Chuyên viên', '+    title: Phó Giám đốc'],
    ],
    [
      'to suspend',
      { kind: 'suspend', ...base, ...person('nguyễn văn  an'), suspension },
      undefined,
      [
        '+      reason: violation',
        '+      clause: "12.5"',
        '+      document: 15/STTTT',
        '+      date: 2026-11-20',
        '+    suspension:',
      ],
    ],
    [
      'to suspend again',
      { kind: 'suspend', ...base, ...person('Đỗ Minh Hòa'), suspension },
      undefined,
      [
        '-    suspension: {reason: inactivity, date: 2025-05-04}',
        '-    restoration: {document: 1/VP, date: 2025-06-01}',
        '+    suspension: {reason: violation, clause: "12.5", document: 15/STTTT, date: 2026-11-20}',
      ],
    ],
    [
      'to terminate',
      { kind: 'terminate', ...base, ...person('LC-000003'), termination },
      undefined,
      [
        '+    termination:',
        '+      reason: retirement',
        '+      document: 15/STTTT',
        '+      decided: 2026-11-20',
      ],
    ],
    [
      'to terminate for an organization by its id',
      leave('sinho'),
      undefined,
      [
        '+    termination:',
        '+      reason: transfer',
        '+      document: 15/STTTT',
        '+      decided: 2026-11-20',
        '+      to: sinho',
      ],
    ],
    [
      'to terminate for an organization by its name',
      leave('huyện sìn hồ'),
      undefined,
      [
        '+    termination:',
        '+      reason: transfer',
        '+      document: 15/STTTT',
        '+      decided: 2026-11-20',
        '+      to: sinho',
      ],
    ],
    [
      'to terminate for an organization whose own file cannot be read',
      leave('broken'),
      undefined,
      [
        '+    termination:',
        '+      reason: transfer',
        '+      document: 15/STTTT',
        '+      decided: 2026-11-20',
        '+      to: broken',
      ],
    ],
    [
      'to restore',
      { kind: 'restore', ...base, ...person('LC-000003') },
      undefined,
      ['+    restoration:', '+      document: 15/STTTT', '+      date: 2026-11-20'],
    ],
    [
      'to reset',
      { kind: 'reset', ...base, ...person('LC-000004') },
      undefined,
      [
        '-    passwordReset: {document: 7/VP, date: 2026-01-05}',
        '+    passwordReset: {document: 15/STTTT, date: 2026-11-20}',
      ],
    ],
    [
      'to reset the agency mailbox',
      { kind: 'reset', organization: 'Sở thông tin và truyền thông', basis, account: 'mailbox' },
      undefined,
      ['+  passwordReset:', '+    document: 15/STTTT', '+    date: 2026-11-20'],
    ],
  ])('%s is the edit of a few lines', (_title, request, freeId, lines) => {
    const applied = apply(request, freeId);
    expect(applied).not.toHaveProperty('problem');
    const { file } = applied as RequestedEdits;
    const after = edited(applied as RequestedEdits);
    expect(difference(texts[file] ?? '', after)).toEqual(lines);
    const { organizations } = parseAll({ ...texts, [file]: after });
    const before = directory.organizations.find((one) => one.file === file);
    expect(organizations.find((one) => one.file === file)?.unusable).toEqual(before?.unusable);
  });

  it('with an address by decision carries the decision', () => {
    const address = 'anngv.sotttt@laichau.gov.vn';
    const applied = apply({ kind: 'change', ...base, ...person('LC-000001'), fields: { address } });
    expect(applied).toMatchObject({
      edits: [
        { key: 'address', value: address },
        { key: 'addressDecision', value: basis },
      ],
    });
  });

  it('of hostile words stays one value of the file', () => {
    const name = 'x" }\n  - id: LC-666\n    privileged: true # <script>&{{7*7}}';
    const applied = apply(
      { kind: 'issue', ...base, person: { name, title: '*anchor' } },
      'LC-000099',
    ) as RequestedEdits;
    const { organizations } = parseAll({ ...texts, 'sotttt.yaml': edited(applied) });
    const people = organizations.find(({ file }) => file === 'sotttt.yaml')?.organization.people;
    expect(people?.at(-1)).toEqual({ id: 'LC-000099', name, title: '*anchor' });
    expect(people).toHaveLength(7);
  });
});

describe('is asked back', () => {
  const restore = (who: string, organization = 'sotttt'): Request => ({
    kind: 'restore',
    organization,
    basis,
    ...person(who),
  });
  const issue = (more: object): Request => ({
    kind: 'issue',
    ...base,
    person: { name: 'Giàng A Páo', ...more },
  });
  const mai = [
    { id: 'LC-000002', name: 'Lò Thị Mai', detail: 'Chuyên viên, Phòng A' },
    { id: 'LC-000003', name: 'Lò Thị Mai', detail: 'Kế toán viên' },
  ];
  test.each<[string, Request, RequestProblem]>([
    [
      'who of two',
      restore('Lò Thị Mai'),
      { code: 'person-ambiguous', args: { name: 'Lò Thị Mai', candidates: mai } },
    ],
    [
      'who is meant without marks',
      restore('Lo Thi Mai'),
      {
        code: 'person-unknown',
        args: { name: 'Lo Thi Mai', organization: 'Sở Thông tin và Truyền thông', candidates: mai },
      },
    ],
    [
      'who nobody is',
      restore('Ai đó'),
      {
        code: 'person-unknown',
        args: { name: 'Ai đó', organization: 'Sở Thông tin và Truyền thông', candidates: [] },
      },
    ],
    [
      'an id of another organization',
      restore('LC-00015'),
      { code: 'person-elsewhere', args: { id: 'LC-00015', organization: 'Phòng Nội vụ (Huyện Sìn Hồ)' } },
    ],
    [
      'an id nobody has',
      restore('LC-9'),
      {
        code: 'person-unknown',
        args: { name: 'LC-9', organization: 'Sở Thông tin và Truyền thông', candidates: [] },
      },
    ],
    ['whose lines are wrong', restore('LC-000006'), { code: 'person-unusable', args: { id: 'LC-000006' } }],
    [
      'which of two organizations',
      restore('Sùng A Chứ', 'Phòng Nội vụ'),
      {
        code: 'organization-ambiguous',
        args: {
          name: 'Phòng Nội vụ',
          candidates: [
            { id: 'sinho-pnv', name: 'Phòng Nội vụ', detail: 'Huyện Sìn Hồ' },
            { id: 'tplc-pnv', name: 'Phòng Nội vụ', detail: 'tplc' },
          ],
        },
      },
    ],
    [
      'an organization by a slip',
      restore('x', 'sottt'),
      {
        code: 'organization-unknown',
        args: {
          name: 'sottt',
          candidates: [
            { id: 'sotttt', name: 'Sở Thông tin và Truyền thông', detail: 'Ủy ban nhân dân tỉnh' },
          ],
        },
      },
    ],
    [
      'a file that cannot be read',
      restore('x', 'broken'),
      { code: 'organization-unreadable', args: { id: 'broken' } },
    ],
    [
      'a mailbox that is none',
      { kind: 'reset', organization: 'sinho-pnv', basis, account: 'mailbox' },
      { code: 'mailbox-none', args: { organization: 'Phòng Nội vụ (Huyện Sìn Hồ)' } },
    ],
    ['a restoration of what is not suspended', restore('LC-000001'), { code: 'not-suspended', args: {} }],
    ['a restoration of what is restored', restore('LC-000004'), { code: 'not-suspended', args: {} }],
    [
      'a restoration older than the suspension',
      { ...restore('LC-000003'), basis: { document: '1', date: '2026-05-03' } } as Request,
      { code: 'date-order', args: { field: 'date', date: '2026-05-03', earliest: '2026-05-04' } },
    ],
    [
      'a second suspension',
      { kind: 'suspend', ...base, ...person('LC-000003'), suspension },
      { code: 'already-suspended', args: { since: '2026-05-04' } },
    ],
    [
      'anything of what has ended',
      { kind: 'terminate', ...base, ...person('LC-000005'), termination },
      { code: 'already-terminated', args: { decided: '2026-10-01' } },
    ],
    [
      'a document once more',
      {
        kind: 'reset',
        organization: 'sotttt',
        basis: { document: '7/VP', date: '2026-11-20' },
        ...person('LC-000004'),
      },
      { code: 'already-requested', args: {} },
    ],
    [
      'a change that is none',
      { kind: 'change', ...base, ...person('LC-000002'), fields: { title: 'Chuyên viên' } },
      { code: 'nothing-changes', args: {} },
    ],
    [
      'an id somebody has',
      issue({ id: 'LC-000001' }),
      {
        code: 'person-exists',
        args: { id: 'LC-000001', name: 'Nguyễn Văn An', organization: 'Sở Thông tin và Truyền thông' },
      },
    ],
    [
      'an id of somebody who left this very organization',
      issue({ id: 'LC-000005' }),
      {
        code: 'person-exists',
        args: { id: 'LC-000005', name: 'Vũ Văn Tám', organization: 'Sở Thông tin và Truyền thông' },
      },
    ],
    [
      'an id of somebody of another name',
      issue({ id: 'LC-000021' }),
      {
        code: 'person-exists',
        args: { id: 'LC-000021', name: 'Vàng Thị Mỷ A', organization: 'Sở Tài chính' },
      },
    ],
    [
      'an id whose lines are wrong',
      issue({ id: 'LC-000006' }),
      { code: 'person-unusable', args: { id: 'LC-000006' } },
    ],
    [
      'somebody whom another organization has not let go',
      issue({ id: 'LC-000022', name: 'Lù Văn Dín' }),
      {
        code: 'release-missing',
        args: {
          id: 'LC-000022',
          name: 'Lù Văn Dín',
          organization: 'Sở Tài chính',
          to: 'Sở Thông tin và Truyền thông',
        },
      },
    ],
    [
      'somebody whom only the first of two organizations has let go',
      issue({ id: 'LC-000025', name: 'Khoàng Thị Lả' }),
      {
        code: 'release-missing',
        args: {
          id: 'LC-000025',
          name: 'Khoàng Thị Lả',
          organization: 'Sở Nội vụ',
          to: 'Sở Thông tin và Truyền thông',
        },
      },
    ],
    [
      'somebody who was let go to another organization',
      issue({ id: 'LC-000021', name: 'Vàng Thị Mỷ' }),
      {
        code: 'released-elsewhere',
        args: { id: 'LC-000021', name: 'Vàng Thị Mỷ A', organization: 'Sở Tài chính', to: 'Huyện Sìn Hồ' },
      },
    ],
    [
      'somebody who went on from there to another organization',
      issue({ id: 'LC-000024', name: 'Hà Văn Pâng' }),
      {
        code: 'released-elsewhere',
        args: { id: 'LC-000024', name: 'Hà Văn Pâng', organization: 'Sở Nội vụ', to: 'Huyện Sìn Hồ' },
      },
    ],
    [
      'a move to the very organization that is left',
      leave('sotttt'),
      { code: 'destination-same', args: { organization: 'Sở Thông tin và Truyền thông' } },
    ],
    [
      'a move to an organization by a slip',
      leave('sinhoo'),
      {
        code: 'organization-unknown',
        args: {
          name: 'sinhoo',
          candidates: [{ id: 'sinho', name: 'Huyện Sìn Hồ', detail: 'Ủy ban nhân dân tỉnh' }],
        },
      },
    ],
    [
      'a move to nowhere that is known',
      leave('bộ nội vụ'),
      { code: 'organization-unknown', args: { name: 'bộ nội vụ', candidates: [] } },
    ],
    [
      'a namesake',
      issue({ name: 'LÒ THỊ MAI' }),
      {
        code: 'person-namesake',
        args: { name: 'LÒ THỊ MAI', candidates: mai, taken: 'mailt.sotttt@laichau.gov.vn' },
      },
    ],
    [
      'a namesake with an address of her own',
      issue({ name: 'LÒ THỊ MAI', address: 'maiha.sotttt@laichau.gov.vn' }),
      { code: 'person-namesake', args: { name: 'LÒ THỊ MAI', candidates: mai } },
    ],
    ['an id where there is none to give', issue({}), { code: 'id-missing', args: {} }],
  ])('%s', (_title, request, problem) => {
    expect(apply(request)).toEqual({ problem });
    for (const language of ['vi', 'en'] as const) {
      const { message, hint } = requestProblemWords(problem, language);
      expect(`${message} ${hint}`).not.toMatch(/undefined|\[object|0213/);
    }
    expect(requestProblemWords(problem, 'vi').message).not.toBe(requestProblemWords(problem, 'en').message);
  });

  it('an id nobody has, where neither a namesake nor a first number asks for one', () => {
    const slip = issue({ id: 'LC-000050' });
    expect(apply(slip, 'LC-000099')).toEqual({ problem: { code: 'id-unborne', args: { id: 'LC-000050' } } });
    expect(apply(slip)).toMatchObject({ key: 'person:LC-000050' });
    const namesake = issue({ name: 'Lò Thị Mai', id: 'LC-000050' });
    expect(apply(namesake, 'LC-000099')).toMatchObject({ key: 'person:LC-000050' });
  });

  it('but not when a namesake has an id of his own', () => {
    expect(apply(issue({ name: 'Lò Thị Mai', id: 'LC-000050' }))).toMatchObject({ key: 'person:LC-000050' });
  });
});

test.each([
  [[], undefined],
  [['x', 'LC-1x'], undefined],
  [['LC-000009', 'LC-000010'], 'LC-000011'],
  [['LC-999999'], 'LC-1000000'],
  [['SN-900', 'LC-000001', 'LC-000002'], 'LC-000003'],
  [['LC-9007199254740993'], 'LC-9007199254740994'],
])('after %j comes %s', (used, next) => {
  expect(nextPersonId(used)).toBe(next);
});

describe('somebody with a last day of work to come', () => {
  const until = (effective: string) =>
    parseAll({
      ...texts,
      'sotttt.yaml': `id: sotttt
name: Sở Thông tin và Truyền thông
kind: provincial
parent: ubnd
code: sotttt
people:
  - id: LC-000009
    name: Đỗ Minh Hòa
    termination: {reason: retirement, document: 77/QĐ, decided: 2026-09-01, effective: ${effective}}
`,
    });
  const asked = (request: Request, effective: string) => {
    const made = applyRequest(request, until(effective), { freeId: 'LC-000099' });
    return 'problem' in made ? made.problem.code : made.edits.map(({ kind }) => kind);
  };
  const he = { ...base, account: { person: 'LC-000009' } } as const;

  it('is asked for what others are, but not ended twice', () => {
    expect(asked({ kind: 'reset', ...he }, '2026-11-23')).toEqual(['set']);
    expect(asked({ kind: 'suspend', ...he, suspension }, '2026-11-23')).toEqual(['set']);
    expect(asked({ kind: 'terminate', ...he, termination }, '2026-11-23')).toBe('already-terminated');
    expect(asked({ kind: 'reset', ...he }, '2026-11-22')).toBe('already-terminated');
  });

  it('is a namesake until then', () => {
    const newcomer: Request = { kind: 'issue', ...base, person: { name: 'Đỗ Minh Hòa' } };
    expect(asked(newcomer, '2026-11-23')).toBe('person-namesake');
    expect(asked(newcomer, '2026-11-22')).toEqual(['add-person']);
  });
});
