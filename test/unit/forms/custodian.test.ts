/** The agency mailbox is never left without somebody (9.1), nor given to who leaves; rows of a list stand for themselves. */
import { describe, expect, it, test } from 'vitest';
import { applyRequest } from '../../../src/forms/apply.ts';
import { applyList } from '../../../src/forms/apply-list.ts';
import type { Request, TerminateRequest } from '../../../src/model/github/request.ts';
import { organizationText, readWorld } from '../../support/world.ts';

const people = [
  'id: LC-000001, name: Nguyễn Văn An',
  'id: LC-000002, name: Lò Thị Mai',
  'id: LC-000003, name: Tao Văn Ín, termination: {reason: retirement, document: 1/QĐ, decided: 2026-10-01}',
  'id: LC-000004, name: Vũ Văn Tám, termination: {reason: transfer, document: 1/QĐ, decided: 2026-10-01, to: sotc}',
  'id: LC-000005, name: Sùng A Páo',
];
const world = readWorld({
  sokx: organizationText('sokx', people, 'mailbox: {custodian: LC-000001}\n'),
  sotc: organizationText('sotc', [], 'mailbox: none\n'),
});
const directory = { ...world.directory, declared: world.declared, today: '2026-11-24' };
const basis = { document: '15/VP', date: '2026-11-20' };
const base = { organization: 'sokx', basis };
const assign = (custodian: string, organization = 'sokx'): Request => ({
  kind: 'custodian',
  ...base,
  organization,
  custodian,
});
const end = (person: string, successor?: string): TerminateRequest => ({
  kind: 'terminate',
  ...base,
  account: { person },
  termination: { reason: 'retirement', document: '15/VP', decided: '2026-11-20' },
  ...(successor !== undefined && { successor }),
});
const codeOf = (request: Request) => {
  const applied = applyRequest(request, directory);
  return 'problem' in applied ? applied.problem.code : 'edits';
};
const custodian = (value: string) => ({ kind: 'set', account: 'mailbox', key: 'custodian', value });

describe('another custodian', () => {
  it('is one line of the organization’s file', () => {
    expect(applyRequest(assign('lò thị mai'), directory)).toMatchObject({
      organization: 'sokx',
      key: 'organization:sokx',
      edits: [custodian('LC-000002')],
    });
  });

  test.each([
    ['who keeps it already', assign('Nguyễn Văn An'), 'nothing-changes'],
    ['who leaves', assign('Tao Văn Ín'), 'successor-leaves'],
    ['who is nobody', assign('Ai Đó'), 'person-unknown'],
    ['of an organization without a mailbox', assign('Ai Đó', 'sotc'), 'mailbox-none'],
  ])('%s is asked back', (_who, request, code) => {
    expect(codeOf(request)).toBe(code);
  });
});

describe('the end of whoever keeps the mailbox', () => {
  it('names who follows, and records both', () => {
    expect(applyRequest(end('Nguyễn Văn An', 'LC-000002'), directory)).toMatchObject({
      key: 'person:LC-000001',
      edits: [custodian('LC-000002'), { key: 'termination' }],
    });
  });

  test.each([
    ['nobody', end('Nguyễn Văn An'), 'successor-missing'],
    ['the leaver', end('Nguyễn Văn An', 'Nguyễn Văn An'), 'successor-leaves'],
    ['who has left', end('Nguyễn Văn An', 'Tao Văn Ín'), 'successor-leaves'],
    ['somebody, though the leaver keeps none', end('Lò Thị Mai', 'Sùng A Páo'), 'successor-unneeded'],
  ])('with %s to follow is asked back', (_who, request, code) => {
    expect(codeOf(request)).toBe(code);
  });
});

it('who was let go to one organization may be let go to another, and to none twice', () => {
  const move = (to: string): Request => {
    const { termination, ...rest } = end('Vũ Văn Tám');
    return { ...rest, termination: { ...termination, reason: 'transfer', to } };
  };
  expect(codeOf(move('ubnd'))).toBe('edits');
  expect(codeOf(move('sotc'))).toBe('already-terminated');
  expect(codeOf(end('Vũ Văn Tám'))).toBe('already-terminated');
});

describe('the rows of a list', () => {
  const list = (requests: readonly Request[], freeIds: readonly string[] = []) =>
    applyList(
      requests.map((request, index) => ({ row: index + 1, name: `#${index + 1}`, request })),
      'sokx',
      directory,
      freeIds,
    ).map((row) => ('applied' in row ? row.applied.key : row.problem.code));
  const newcomer = (name: string, more: object = {}): Request => ({
    kind: 'issue',
    ...base,
    person: { name },
    ...more,
  });

  it('get ids one after another; a row that is wrong uses none', () => {
    const rows = [
      newcomer('Giàng A Páo'),
      newcomer('Nguyễn Văn An'),
      newcomer('Nguyễn Văn An', { namesake: true }),
      newcomer('GIÀNG A PÁO'),
      newcomer('Lèo Văn Bình', { organization: 'Sở Y tế' }),
      newcomer('Lèo Văn Bính'),
    ];
    expect(list(rows, ['LC-000006', 'LC-000007', 'LC-000008'])).toEqual([
      'person:LC-000006',
      'person-namesake',
      'person:LC-000007',
      'row-repeated',
      'organization-unknown',
      'person:LC-000008',
    ]);
  });

  it('are told where they mean another organization, the same person, or an id of another', () => {
    const elsewhere = newcomer('Lèo Văn Bình', { organization: 'sotc' });
    const mismatch: Request = { ...end('LC-000005'), account: { person: 'LC-000005', called: 'Lò Thị Mai' } };
    const without: Request = { ...end('LC-000005'), account: { person: 'LC-000005', called: 'Sung A Pao' } };
    expect(list([elsewhere, mismatch, without, end('Sùng A Páo')])).toEqual([
      'row-elsewhere',
      'person-mismatch',
      'person:LC-000005',
      'row-repeated',
    ]);
  });

  it('have one successor for the one of them who keeps the mailbox, and not one who leaves by another row', () => {
    expect(list([end('Nguyễn Văn An', 'Lò Thị Mai'), end('Sùng A Páo', 'Lò Thị Mai')])).toEqual([
      'person:LC-000001',
      'person:LC-000005',
    ]);
    expect(list([end('Nguyễn Văn An', 'Lò Thị Mai'), end('Lò Thị Mai', 'Lò Thị Mai')])).toEqual([
      'successor-leaves',
      'person:LC-000002',
    ]);
  });
});
