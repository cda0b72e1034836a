/** Notices of every kind, from the sample province: its own people, as they would be after such acts. */

import { parseDirectory } from '../../src/desired/read/parse-directory.ts';
import type { Account, Evidence } from '../../src/model/account/account.ts';
import { basisText } from '../../src/model/account/basis.ts';
import type { Declared } from '../../src/model/directory/declared.ts';
import { settleDeclarations } from '../../src/model/directory/settle-declarations.ts';
import type { Notice, NoticeOffice } from '../../src/model/notice.ts';
import { declareAccounts } from '../../src/naming/declared.ts';
import { draftNotices, type NoticeFacts } from '../../src/notices/draft.ts';
import type { LetterContext } from '../../src/render/notices/letter.ts';
import { readSample } from '../unit/province/read-sample.ts';

export const today = '2026-11-24';

export const office: NoticeOffice = {
  regulation:
    'Quy chế quản lý, sử dụng Hệ thống thư điện tử công vụ trong các cơ quan nhà nước tỉnh Lai Châu ban hành kèm theo Quyết định số 13/2019/QĐ-UBND ngày 22 tháng 7 năm 2019 của Ủy ban nhân dân tỉnh Lai Châu',
  code: 'STTTT',
  department: 'CNTT',
  place: 'Lai Châu',
  contact: 'Phòng Công nghệ thông tin, điện thoại 0213 3 876 543',
  signer: { title: 'Giám đốc', name: 'Nguyễn Văn An' },
};

const files = readSample().map(({ path, text }) => ({ file: `directory/${path}`, path, text }));
const { directory } = parseDirectory(files, 'directory/policy.yaml');
if (directory === undefined) throw new Error('the sample province cannot be read');

export const declared = settleDeclarations(declareAccounts(directory), today);

export const context: LetterContext = {
  policy: { ...directory.policy, notices: office },
  office,
  organizations: directory.organizations,
  language: 'vi',
};

/** The people of an organization who have a mailbox, in the order of its file. */
export const peopleOf = (organization: string): readonly Declared[] =>
  declared.filter((one) => one.organization.id === organization && one.kind === 'person' && one.address);

/** Somebody's mailbox as it is on the server. */
export function accountOf(one: Declared, more: Partial<Account & Evidence> = {}): Account & Evidence {
  const { key, name, organization, person, address = '', addresses } = one;
  return {
    key,
    organization: organization.id,
    name,
    ...(person?.title !== undefined && { title: person.title }),
    ...(person?.unit !== undefined && { unit: person.unit }),
    mailbox: true,
    address,
    addresses,
    state: 'active',
    issued: '2024-03-01',
    locked: false,
    ...more,
  };
}

const suspended = { state: 'suspended', locked: true } as const;
const request = (document: string, date: string) => basisText({ document, date });

/** One mailbox of each kind of act, or several where `many` says so. */
export function factsOfEveryKind(many: number): NoticeFacts {
  const take = (organization: string, from = 0) => peopleOf(organization).slice(from, from + many);
  const map = (organization: string, make: (i: number) => Partial<Account & Evidence>, from = 0) =>
    take(organization, from).map((one, i) => accountOf(one, make(i)));
  const accounts = [
    ...map('sotp', (i) => ({
      ...suspended,
      since: '2026-11-20',
      ...(i % 3 === 1
        ? { reason: 'violation', basis: request('31/QĐ-STTTT', '2026-11-19') }
        : { reason: 'inactivity', ...(i % 3 === 0 && { lastAccess: '20260510083000Z' }) }),
    })),
    ...map('sonoivu', () => ({ issued: '2026-11-20' })),
    ...map('sotc', () => ({
      renamedOn: '2026-11-23',
      former: ['annv.sotc@laichau.gov.vn 2027-05-23'],
    })),
    ...map('soxd', (i) => ({ reset: request(`${12 + i}/SXD-VP`, '2026-11-23') })),
    ...map('soct', (i) => ({
      state: 'terminated',
      locked: true,
      since: '2026-11-18',
      lockedOn: '2026-11-20',
      reason: i % 2 === 0 ? 'retirement' : 'transfer',
      basis: request(`${77 + i}/QĐ-SNV`, '2026-11-02'),
    })),
    ...map('sogddt', () => ({ restored: '2026-11-24' })),
  ];
  const deleted = take('soyt').map(({ key, name, address = '', organization, person }, i) => ({
    key,
    name,
    ...(person?.title !== undefined && { title: person.title }),
    organization: organization.id,
    address,
    day: '2026-11-23',
    ...(i % 2 === 0 && { notice: { document: '45/TB-STTTT', date: '2025-11-21' } }),
  }));
  return { accounts, declared, deleted, today, since: '2026-11-01' };
}

export const noticesOfEveryKind = (many: number): readonly Notice[] =>
  draftNotices(factsOfEveryKind(many), new Set());
