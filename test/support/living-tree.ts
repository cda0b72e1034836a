// The 500 entries of a province that has lived with its server for years: what its people, agencies, machines and groups look like there.

import { createHash } from 'node:crypto';

const livingBase = 'dc=laichau,dc=gov,dc=vn';
const people = `ou=People,${livingBase}`;
const groups = `ou=groups,${livingBase}`;
/** Everybody's, in an old hash. */
export const livingPassword = 'matkhau';
const hash = `{SSHA}${Buffer.concat([createHash('sha1').update(`${livingPassword}muoi`).digest(), Buffer.from('muoi')]).toString('base64')}`;

/** How often what is odd occurs among the 460 people. */
export const livingNumbers = {
  people: 460,
  agencies: 12,
  services: 8,
  groups: 10,
  disabled: 37,
  twoMails: 9,
  severalPhones: 41,
  otherAddresses: 126,
} as const;

/** Chance that is the same in every run (mulberry32). */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

export interface LivingOrganization {
  readonly name: string;
  readonly code: string;
  /** Other ways in which people write it. */
  readonly spellings: readonly string[];
}

export const livingOrganizations: readonly LivingOrganization[] = [
  { name: 'Sở Y tế', code: 'soyt', spellings: ['So Y te', 'SỞ Y TẾ'] },
  { name: 'Sở Nội vụ', code: 'sonv', spellings: ['Sở Nội Vụ'] },
  { name: 'Sở Tài chính', code: 'sotc', spellings: ['So Tai chinh'] },
  { name: 'Sở Tư pháp', code: 'sotp', spellings: [] },
  { name: 'Sở Xây dựng', code: 'soxd', spellings: ['SỞ XÂY DỰNG'] },
  { name: 'Sở Công Thương', code: 'soct', spellings: ['Sở Công thương'] },
  { name: 'Sở Giáo dục và Đào tạo', code: 'sogddt', spellings: ['Sở Giáo dục & Đào tạo'] },
  { name: 'Sở Khoa học và Công nghệ', code: 'sokhcn', spellings: [] },
  { name: 'Sở Nông nghiệp và Môi trường', code: 'sonnmt', spellings: [] },
  {
    name: 'Sở Văn hóa, Thể thao và Du lịch',
    code: 'sovhttdl',
    spellings: ['Sở Văn hóa Thể thao và Du lịch'],
  },
  { name: 'Thanh tra tỉnh', code: 'thanhtra', spellings: [] },
  { name: 'Văn phòng Ủy ban nhân dân tỉnh', code: 'vpubnd', spellings: [] },
];

const families = [
  'Lò',
  'Vàng',
  'Tao',
  'Nguyễn',
  'Trần',
  'Giàng',
  'Điêu',
  'Phạm',
  'Đèo',
  'Lý',
  'Hoàng',
  'Đỗ',
  'Sùng',
  'Mùa',
  'Bùi',
  'Đặng',
];
const middles = ['Văn', 'Thị', 'Đức', 'Minh', 'Thanh', 'Xuân', 'Thị Kim', 'Quang', 'Ngọc', 'Hữu', 'A', 'Thế'];
const givens = [
  'An',
  'Bình',
  'Chi',
  'Dung',
  'Giang',
  'Hà',
  'Khánh',
  'Lan',
  'Minh',
  'Nga',
  'Páo',
  'Quyên',
  'Sơn',
  'Tuấn',
  'Uyên',
  'Vinh',
  'Yến',
  'Đạt',
  'Ửng',
  'Hằng',
];
const titles = [
  'Chuyên viên',
  'Văn thư viên',
  'Kế toán viên',
  'Phó Trưởng phòng',
  'Trưởng phòng',
  'Phó Giám đốc',
  'Giám đốc',
];

const withoutMarks = (text: string): string =>
  text.normalize('NFD').replaceAll(/\p{M}/gu, '').replaceAll('đ', 'd').replaceAll('Đ', 'D');

type Oddity =
  | 'none'
  | 'unmarked'
  | 'capitals'
  | 'given-first'
  | 'decomposed'
  | 'two-names'
  | 'title'
  | 'spaces';

export interface LivingPerson {
  readonly index: number;
  readonly dn: string;
  readonly named: 'uid' | 'cn' | 'mail';
  /** What it is called by people. */
  readonly realName: string;
  readonly oddity: Oddity;
  /** The values of `cn`. */
  readonly cn: readonly string[];
  /** With marks, of some of those whose `cn` has none. */
  readonly displayName?: string;
  readonly organization: LivingOrganization;
  /** As it stands on the entry. */
  readonly organizationValue: string;
  /** The address by the rules is another. */
  readonly hasOtherAddress: boolean;
  readonly mails: readonly string[];
  readonly phones: readonly string[];
  readonly title: string;
  /** What says that its holder is kept out. */
  readonly disabled?: 'employeeType' | 'loginShell';
}

/** 29 in a hundred names are written oddly. */
const oddities: readonly (readonly [Oddity, number])[] = [
  ['unmarked', 0.11],
  ['capitals', 0.16],
  ['given-first', 0.19],
  ['decomposed', 0.23],
  ['two-names', 0.25],
  ['title', 0.27],
  ['spaces', 0.29],
];

export const livingPeople: readonly LivingPerson[] = makePeople();

function makePeople(): readonly LivingPerson[] {
  const chance = seeded(21);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(chance() * list.length)] as T;
  /** So many of the people, spread over them. */
  const spread = (count: number, shift: number) =>
    new Set(
      Array.from(
        { length: count },
        (_, at) => (Math.floor((at * livingNumbers.people) / count) + shift) % livingNumbers.people,
      ),
    );
  const others = spread(livingNumbers.otherAddresses, 1);
  const twoMails = spread(livingNumbers.twoMails, 3);
  const phones = spread(livingNumbers.severalPhones, 5);
  const disabled = [...spread(livingNumbers.disabled, 7)];
  const used = new Set<string>(livingOrganizations.map(({ code }) => code));
  return Array.from({ length: livingNumbers.people }, (_, index): LivingPerson => {
    const named = (['uid', 'cn', 'mail'] as const)[index % 3] as LivingPerson['named'];
    const organization = livingOrganizations[index % livingOrganizations.length] as LivingOrganization;
    let [family, middle, given, local] = ['', '', '', ''];
    // Nobody has a namesake in the same house: whose address is whose is another test's.
    do {
      [family, middle, given] = [pick(families), pick(middles), pick(givens)];
      const initials = `${family} ${middle}`
        .split(' ')
        .map((word) => word.charAt(0))
        .join('');
      local = `${withoutMarks(given + initials).toLowerCase()}.${organization.code}`;
    } while (used.has(local) || used.has(withoutMarks(`${family} ${middle} ${given}`)));
    used.add(local).add(withoutMarks(`${family} ${middle} ${given}`));
    const realName = `${family} ${middle} ${given}`;
    const dice = chance();
    const oddity = oddities.find(([, below]) => dice < below)?.[0] ?? 'none';
    const spelling = chance() < 0.15 ? organization.spellings[0] : undefined;
    const own = others.has(index) ? `nv${index}@laichau.gov.vn` : `${local}@laichau.gov.vn`;
    const at = disabled.indexOf(index);
    const title = pick(titles);
    const cn = writtenName(oddity, { family, middle, given, title });
    return {
      index,
      named,
      dn: `${named}=${{ uid: `nv${index}`, cn: cn[0] ?? '', mail: own }[named]},${people}`,
      realName,
      oddity,
      cn,
      ...(oddity === 'unmarked' && chance() < 0.5 && { displayName: realName }),
      organization,
      organizationValue: spelling ?? organization.name,
      hasOtherAddress: others.has(index),
      mails: twoMails.has(index)
        ? [own, `${withoutMarks(given).toLowerCase()}${index}@laichau.gov.vn`]
        : [own],
      phones: phones.has(index)
        ? [`0213 3 ${800000 + index}`, `0912 ${String(345000 + index)}`]
        : [`0213 3 ${800000 + index}`],
      title,
      ...(at >= 0 && { disabled: at % 2 === 0 ? 'employeeType' : 'loginShell' }),
    };
  });
}

function writtenName(
  oddity: Oddity,
  { family, middle, given, title }: Readonly<Record<'family' | 'middle' | 'given' | 'title', string>>,
): readonly string[] {
  const name = `${family} ${middle} ${given}`;
  const written: Readonly<Record<Oddity, readonly string[]>> = {
    none: [name],
    unmarked: [withoutMarks(name)],
    capitals: [name.toUpperCase()],
    'given-first': [`${given} ${family} ${middle}`],
    decomposed: [name.normalize('NFD')],
    'two-names': [name, withoutMarks(name)],
    title: [`${title} ${name}`],
    spaces: [`${family}\u00a0${middle}  ${given}`],
  };
  return written[oddity];
}

export interface LivingThing {
  readonly dn: string;
  readonly name: string;
  readonly mail: string;
}

export const livingAgencies: readonly LivingThing[] = livingOrganizations.map(({ name, code }, index) => ({
  dn: `${index % 2 === 0 ? `uid=${code}` : `cn=${escaped(name)}`},${people}`,
  name,
  mail: `${code}@laichau.gov.vn`,
}));

const serviceNames = [
  'Máy scan tầng 2',
  'Máy in Văn phòng',
  'noreply',
  'Phần mềm một cửa',
  'backup',
  'Camera cổng',
  'Quản trị mạng',
  'fax',
];
export const livingServices: readonly LivingThing[] = serviceNames.map((name, index) => ({
  dn: `uid=dv${index},${people}`,
  name,
  mail: `${['scan', 'mayin', 'noreply', 'phanmem', 'backup', 'camera', 'quantri', 'fax'][index]}@laichau.gov.vn`,
}));

export const livingGroups = Array.from({ length: livingNumbers.groups }, (_, index) => ({
  dn: `cn=nhom${index},${groups}`,
  members: livingPeople.slice(index * 12, index * 12 + 12).map(({ dn }) => dn),
}));

function escaped(value: string): string {
  return value.replaceAll(/[,+"\\<>;=]/g, (sign) => `\\${sign}`);
}

const line = (name: string, value: string): string =>
  /^[\x21-\x39\x3b\x3d-\x7e][\x20-\x7e]*$/.test(value)
    ? `${name}: ${value}`
    : `${name}:: ${Buffer.from(value).toString('base64')}`;

const entry = (dn: string, lines: readonly (readonly [string, string])[]): string =>
  [line('dn', dn), ...lines.map(([name, value]) => line(name, value))].join('\n');

function personEntry(person: LivingPerson): string {
  const { index, named, cn, displayName, mails, phones, title, disabled, organizationValue } = person;
  const isUnix = disabled === 'loginShell' || index % 5 === 0;
  const [family = ''] = person.realName.split(' ');
  return entry(person.dn, [
    ['objectClass', 'inetOrgPerson'],
    ...(isUnix
      ? ([
          ['objectClass', 'posixAccount'],
          ['uidNumber', String(2000 + index)],
          ['gidNumber', '100'],
          ['homeDirectory', `/home/nv${index}`],
          ['loginShell', disabled === 'loginShell' ? '/bin/false' : '/bin/bash'],
        ] as const)
      : []),
    ...(isUnix || named === 'uid' ? ([['uid', `nv${index}`]] as const) : []),
    ...cn.map((one) => ['cn', one] as const),
    ['sn', person.oddity === 'unmarked' ? withoutMarks(family) : family],
    ...(person.oddity === 'given-first'
      ? ([['givenName', person.realName.split(' ').at(-1) ?? '']] as const)
      : []),
    ...(displayName === undefined ? [] : ([['displayName', displayName]] as const)),
    ...mails.map((one) => ['mail', one] as const),
    ...phones.map((one) => ['telephoneNumber', one] as const),
    ['title', title],
    ...(index % 50 === 0 ? ([['title;lang-en', 'Officer']] as const) : []),
    ['o', organizationValue],
    ['employeeNumber', String(90000 + index)],
    ...(disabled === 'employeeType' ? ([['employeeType', 'nghỉ việc']] as const) : []),
    ['userPassword', hash],
  ]);
}

const thingEntry = ({ dn, name, mail }: LivingThing, organization?: string): string =>
  entry(dn, [
    ['objectClass', 'inetOrgPerson'],
    ...(dn.startsWith('uid=') ? ([['uid', dn.slice(4).split(',')[0] ?? '']] as const) : []),
    ['cn', name],
    ['sn', name],
    ['mail', mail],
    ...(organization === undefined ? [] : ([['o', organization]] as const)),
    ['userPassword', hash],
  ]);

/** The whole tree as LDIF, for slapadd and for import. */
export function livingLdif(): string {
  const containers = ['People', 'groups', 'apps'].map((name) =>
    entry(`ou=${name},${livingBase}`, [
      ['objectClass', 'organizationalUnit'],
      ['ou', name],
    ]),
  );
  const top = entry(livingBase, [
    ['objectClass', 'organization'],
    ['objectClass', 'dcObject'],
    ['o', 'UBND'],
    ['dc', 'laichau'],
  ]);
  const groupEntries = livingGroups.map(({ dn, members }, index) =>
    entry(dn, [
      ['objectClass', 'groupOfNames'],
      ['cn', `nhom${index}`],
      ...members.map((member) => ['member', member] as const),
    ]),
  );
  const programs = ['webmail', 'backup', 'portal', 'switch', 'chat', 'print'].map((name) =>
    entry(`cn=${name},ou=apps,${livingBase}`, [
      ['objectClass', 'applicationProcess'],
      ['objectClass', 'simpleSecurityObject'],
      ['cn', name],
      ['userPassword', hash],
    ]),
  );
  const entries = [
    top,
    ...containers,
    ...livingPeople.map(personEntry),
    ...livingAgencies.map((one) => thingEntry(one, one.name)),
    ...livingServices.map((one) => thingEntry(one)),
    ...programs,
    ...groupEntries,
  ];
  return `${entries.join('\n\n')}\n`;
}

const header = ['TT', 'Họ và tên', 'Chức vụ', 'Đơn vị', 'Email', 'Điện thoại', 'Trạng thái'];

/** The list of names and addresses that the office keeps beside it, agencies and all. */
export function livingRows(): readonly (readonly string[])[] {
  const rows = livingPeople.map((one) => [
    one.displayName ?? one.cn[0] ?? '',
    one.title,
    one.organizationValue,
    one.mails.join('; '),
    one.phones.join('; '),
    one.disabled === undefined ? 'đang làm việc' : 'đã nghỉ việc',
  ]);
  const agencies = livingAgencies.map(({ name, mail }) => [name, '', name, mail, '', '']);
  const services = livingServices.map(({ name, mail }) => [name, '', '', mail, '', '']);
  return [header, ...[...rows, ...agencies, ...services].map((row, index) => [String(index + 1), ...row])];
}

/** As Excel writes it in a Vietnamese Windows. */
export function livingCsv(): string {
  const cell = (text: string) => (/[";\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
  return `\ufeff${livingRows()
    .map((row) => row.map(cell).join(';'))
    .join('\r\n')}\r\n`;
}
