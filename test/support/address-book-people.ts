/** Who stands in the directory that address books are tried on: three who are shown, some who are not, and a crowd. */
import type { Client } from 'ldapts';
import type { Slapd } from '../../servers/launch/slapd.ts';
import { lockedSince } from '../../src/ldap/account-codec.ts';
import { connect, organizationDn, organizationEntry, personDn, personEntry } from './slapd-fixture.ts';

const person = (name: string, localPart: string, extra: Readonly<Record<string, string>> = {}) => ({
  cn: name,
  sn: name.split(' ')[0]!,
  givenName: name.split(' ').at(-1)!,
  mail: `${localPart}@laichau.gov.vn`,
  danhbaAddress: `${localPart}@laichau.gov.vn`,
  ...extra,
});

export const anPhone = '0213 3 876 543';

export const shownPeople = {
  'LC-000001': person('Nguyễn Văn An', 'annv.sotc', {
    title: 'Chuyên viên',
    ou: 'Phòng Bưu chính',
    o: 'Sở Tài chính',
    telephoneNumber: anPhone,
    danhbaIssued: '20260504000000Z',
  }),
  'LC-000002': person('Đỗ Thị Đào', 'daodt.sotc'),
  'LC-000003': person('Giàng A Páo', 'paoga.sotc'),
} as const;

export const hiddenPeople = {
  'LC-000010': person('Nguyễn Văn Dừng', 'dungnv.sotc', {
    danhbaState: 'suspended',
    pwdEndTime: lockedSince,
  }),
  'LC-000011': person('Nguyễn Văn Nghỉ', 'nghinv.sotc', {
    danhbaState: 'terminated',
    pwdEndTime: lockedSince,
  }),
  // As danhba adds whom it suspends at once, and as an operator's lock by telephone leaves somebody.
  'LC-000012': person('Nguyễn Văn Khóa', 'khoanv.sotc', { pwdEndTime: lockedSince }),
} as const;

/** Somebody whom danhba does not manage. */
export const strangerId = 'LC-000013';
/** An organization without a mailbox. */
export const silentOrganization = 'khong';
export const agency = { id: 'sotttt', name: 'Sở Thông tin và Truyền thông' } as const;
/** The family name of all of the crowd, more than anybody is shown at once. */
const crowdName = 'Trần';
const crowd = 500;

export async function addAddressBookPeople(slapd: Slapd): Promise<void> {
  const root: Client = await connect(slapd, slapd.root);
  for (const [id, extra] of Object.entries({ ...shownPeople, ...hiddenPeople })) {
    await root.add(personDn(slapd, id), personEntry(id, extra));
  }
  const { cn, sn, mail } = person('Nguyễn Văn Lạ', 'lanv.sotc');
  await root.add(personDn(slapd, strangerId), { objectClass: 'inetOrgPerson', cn, sn, mail });
  await root.add(organizationDn(slapd, agency.id), organizationEntry(agency.id));
  await root.add(organizationDn(slapd, silentOrganization), {
    objectClass: ['organizationalUnit', 'danhbaEntry'],
    danhbaKey: `organization:${silentOrganization}`,
    displayName: 'Sở không có hộp thư',
  });
  for (let start = 0; start < crowd; start += 100) {
    const ids = Array.from({ length: 100 }, (_, i) => `dong-${start + i}`);
    await Promise.all(
      ids.map((id) => root.add(personDn(slapd, id), personEntry(id, person(`${crowdName} Thị Đông`, id)))),
    );
  }
  await root.unbind();
}
