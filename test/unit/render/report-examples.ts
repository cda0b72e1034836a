/** One report of each name, with rows as long as they come. */
import type { Report } from '../../../src/model/report.ts';

export const head = { domain: 'laichau.gov.vn', today: '2026-11-23' } as const;
export const longName = 'Lường Thị Hoàng Phương Quỳnh Anh';
export const agency = 'Phòng Nông nghiệp và Phát triển nông thôn huyện Mường Tè, tỉnh Lai Châu';
export const person = { key: 'person:LC-000001', name: longName, organization: 'muongte-pnnptnt' } as const;

/** One row of each, as long as they come. */
export const long: readonly Report[] = [
  {
    ...head,
    report: 'deadlines',
    counts: { done: 1 },
    rows: [
      {
        ...person,
        event: 'notification',
        status: 'done',
        due: '2026-10-16',
        daysLeft: -38,
        from: '2026-10-01',
        ended: '2026-11-02',
        document: '77/QĐ-SNV',
      },
    ],
  },
  {
    ...head,
    report: 'inactive',
    counts: { protected: 1 },
    rows: [
      {
        ...person,
        status: 'protected',
        protection: 'absence',
        absentUntil: '2027-12-31',
        from: '2026-04-01',
        due: '2027-12-31',
        missingYear: 2026,
        daysLeft: 403,
      },
    ],
  },
  {
    ...head,
    report: 'passwords',
    counts: { expired: 1 },
    rows: [
      {
        ...person,
        status: 'expired',
        policy: 'administrators',
        mustChange: true,
        changed: '2026-04-01',
        expires: '2026-07-01',
        serverExpires: '2026-06-29',
        daysLeft: -147,
      },
    ],
  },
  {
    ...head,
    report: 'suspended',
    counts: { suspended: 1, terminated: 1 },
    rows: [
      {
        ...person,
        state: 'suspended',
        since: '2026-05-04',
        reason: 'inactivity',
        basis: '31/QĐ-STTTT; 2026-05-04',
        notice: '32/TB-STTTT; 2026-05-05',
        earliest: '2027-11-23',
        missing: ['notice', 'record'],
        held: ['restoration-needed'],
        planned: 'restore',
      },
      {
        ...person,
        state: 'terminated',
        since: '2026-05-04',
        reason: 'removed',
        basis: '77/QĐ-SNV; 2026-05-04',
        deletableAfter: '2027-05-04',
        missing: [],
        held: [],
      },
    ],
  },
  {
    ...head,
    report: 'held',
    counts: { 'notice-missing': 1 },
    rows: [
      {
        ...person,
        code: 'notice-missing',
        kind: 'delete',
        args: { since: '2026-05-04', earliest: '2027-11-23' },
      },
    ],
  },
  {
    ...head,
    report: 'custodians',
    counts: { elsewhere: 1 },
    rows: [
      {
        key: 'organization:muongte-pnnptnt',
        name: agency,
        organization: 'muongte-pnnptnt',
        status: 'elsewhere',
        custodian: 'LC-000355',
        custodianName: longName,
        elsewhere: 'muongte-ptckh',
      },
    ],
  },
  {
    ...head,
    report: 'legacy',
    counts: { stuck: 1 },
    rows: [
      {
        ...person,
        status: 'stuck',
        address: 'nguyenvanan@muongte.gov.vn',
        byRule: 'annv.muongte-ptckh@laichau.gov.vn',
        holder: 'person:LC-000355',
        document: '8/QĐ-UBND',
        until: '2027-07-01',
      },
    ],
  },
  {
    ...head,
    report: 'forwards',
    counts: { inactive: 1 },
    rows: [
      {
        ...person,
        user: 'LC-000017@people',
        address: 'anngv.muongte-ptckh@laichau.gov.vn',
        code: 'forward',
        args: {
          script: 'chuyển thư về hộp thư riêng',
          active: false,
          line: 12,
          column: 3,
          target: 'nguyen.van.an.lai.chau@gmail.com',
          reason: 'outside',
          remedy: 'suspend',
        },
      },
    ],
  },
  {
    ...head,
    report: 'mail',
    counts: { quarantined: 1, quota: 1, orphan: 1 },
    quarantined: 12,
    rows: [
      {
        ...person,
        user: 'LC-000017@people',
        address: 'anngv.muongte-ptckh@laichau.gov.vn',
        code: 'quarantined',
        args: { letters: 12 },
      },
      {
        ...person,
        user: 'LC-000017@people',
        address: 'anngv.muongte-ptckh@laichau.gov.vn',
        code: 'quota',
        args: { limit: 2047.5, wanted: 2048 },
      },
      { user: 'LC-000018@people', code: 'orphan', args: {} },
    ],
  },
  {
    ...head,
    report: 'unmanaged',
    counts: { deeper: 1 },
    rows: [
      {
        status: 'deeper',
        name: longName,
        organization: 'muongte-pnnptnt',
        declaredBy: 'person:LC-000355',
        dn: 'uid=nghiencv,ou=phong,ou=people,dc=laichau,dc=gov,dc=vn',
        uuid: '5b0c2f6e-0000-4000-8000-000000000001',
        looks: 'person',
        addresses: ['nghiencv.muongte@laichau.gov.vn'],
        ldif: 'dn: uid=nghiencv,ou=phong,ou=people,dc=laichau,dc=gov,dc=vn\nchangetype: modrdn\nnewrdn: uid=nghiencv\ndeleteoldrdn: 0\nnewsuperior: ou=people,dc=laichau,dc=gov,dc=vn',
      },
    ],
  },
  {
    ...head,
    report: 'usage',
    counts: { told: 1 },
    usage: {
      period: { name: '2026-Q4', from: '2026-10-01', to: '2026-11-23' },
      audience: 'internal',
      requestsUnseen: 'broken',
    },
    rows: [
      {
        key: 'organization:muongte-pnnptnt',
        name: agency,
        organization: 'muongte-pnnptnt',
        status: 'told',
        mailboxes: 12_345,
        usedIn30: 12_000,
        usedIn180: 12_345,
        suspended: 123,
        custodian: false,
        issued: 1234,
        ended: 1234,
        unread: 12_345,
        forwards: 123,
      },
    ],
  },
];
