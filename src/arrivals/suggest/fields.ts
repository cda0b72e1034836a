/** Which attributes or columns mean what, by what they are called: those that somebody has, preferred first. */
import type { ImportMap, MapField } from '../../model/import/import-map.ts';
import type { SourceEntry } from '../../model/import/source-entry.ts';
import { folded } from './fold.ts';

/** As they are called in LDAP and, without marks, in lists of offices; preferred first. */
const known: Readonly<Record<MapField, readonly string[]>> = {
  name: [
    'displayname',
    'ho va ten',
    'ho ten',
    'ho va ten can bo',
    'full name',
    'fullname',
    'name',
    'cn',
    'ten can bo',
    'ten',
  ],
  family: ['sn', 'surname', 'ho', 'last name'],
  given: ['givenname', 'first name'],
  title: ['title', 'title lang vi', 'chuc danh', 'chuc vu', 'chuc vu chuc danh', 'position'],
  unit: ['ou', 'departmentnumber', 'department', 'phong ban', 'phong', 'bo phan', 'phong chuyen mon'],
  phone: [
    'telephonenumber',
    'dien thoai',
    'so dien thoai',
    'sdt',
    'dt',
    'phone',
    'mobile',
    'di dong',
    'so di dong',
    'dien thoai di dong',
    'dien thoai co quan',
    'homephone',
    'ipphone',
    'othertelephone',
  ],
  address: [
    'mail',
    'email',
    'e mail',
    'dia chi email',
    'dia chi thu',
    'thu dien tu',
    'dia chi thu dien tu',
    'hop thu',
    'thu cong vu',
    'email cong vu',
  ],
  aliases: [
    'mailalternateaddress',
    'mailalias',
    'maillocaladdress',
    'proxyaddresses',
    'gosamailalternateaddress',
    'zimbramailalias',
    'bi danh',
    'alias',
    'aliases',
  ],
};

const employeeNumbers = [
  'employeenumber',
  'employeeid',
  'so hieu can bo',
  'ma can bo',
  'ma nhan vien',
  'ma so',
  'ma cb',
  'ma nv',
];
const organizations = [
  'o',
  'company',
  'co quan',
  'don vi',
  'co quan don vi',
  'ten don vi',
  'ten co quan',
  'don vi cong tac',
  'organization',
  'physicaldeliveryofficename',
];
/** "Họ đệm" and "Tên": two columns that make one name. */
const familyColumns = ['ho dem', 'ho va ten dem', 'ho ten dem', 'ho va dem', 'ho va chu dem'];

export interface Columns {
  readonly fields: ImportMap['fields'];
  readonly employeeNumber: readonly string[];
  readonly organization: readonly string[];
}

/**
 * By the names; what the values look like is people's to judge, but for addresses, which look like nothing else: a
 * column of them that is called otherwise must not be missed, or everybody would get another address.
 */
export function findColumns(entries: readonly SourceEntry[]): Columns {
  const names = new Map<string, string>();
  for (const { values } of entries) {
    for (const name in values) if (!names.has(folded(name))) names.set(folded(name), name);
  }
  const there = (list: readonly string[]) =>
    list.flatMap((one) => {
      const name = names.get(one);
      return name === undefined ? [] : [name];
    });
  const fields: Partial<Record<MapField, readonly string[]>> = {};
  for (const [field, list] of Object.entries(known)) {
    const found = there(list);
    if (found.length > 0) fields[field as MapField] = found;
  }
  const [family] = there(familyColumns);
  const [given] = there(['ten']);
  if (family !== undefined && given !== undefined) fields.name = [`${family} + ${given}`];
  const { name = ['cn'], address = columnsOfAddresses(entries), ...others } = fields;
  return {
    fields: { name, address, ...others },
    employeeNumber: there(employeeNumbers),
    organization: there(organizations),
  };
}

/** Those whose values are addresses, mostly, the fullest first. */
function columnsOfAddresses(entries: readonly SourceEntry[]): readonly string[] {
  const counts = new Map<string, { all: number; addresses: number }>();
  for (const { values } of entries) {
    for (const [name, own] of Object.entries(values)) {
      const count = counts.get(name) ?? { all: 0, addresses: 0 };
      count.all += own.length;
      count.addresses += own.filter((one) => /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(one.trim())).length;
      counts.set(name, count);
    }
  }
  const found = [...counts].filter(([, { all, addresses }]) => addresses > all / 2);
  const names = found.toSorted(([, a], [, b]) => b.addresses - a.addresses).map(([name]) => name);
  return names.length === 0 ? ['mail'] : names;
}
