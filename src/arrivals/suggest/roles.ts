/** Which entries are people, agencies and services: agencies and services are named one by one, so that nobody is taken for one unseen. */
import type { Condition, EntryRule, ImportMap } from '../../model/import/import-map.ts';
import type { SourceEntry } from '../../model/import/source-entry.ts';
import { addressesIn, allValues } from '../values.ts';
import { folded } from './fold.ts';

/** What opens the name of an office; with its marks, for "Ban" without them is a surname, and so is "Đoàn" with them. */
const offices =
  /^(?:sở|ban|phòng|chi cục|cục|trung tâm|văn phòng|thanh tra|ubnd|ủy ban|uỷ ban|hđnd|hội đồng|hội|viện|bệnh viện|trường|đài|báo|xã|phường|thị trấn|huyện|thành phố|văn thư(?! viên)|hộp thư|công văn|mặt trận|ttvh|trạm|hạt) /;
/** The same of who writes without marks: only what no surname sounds like. */
const plainOffices =
  /^(?:so (?:y te|noi vu|tai chinh|tu phap|xay dung|cong thuong|giao|ke hoach|khoa hoc|thong tin|nong nghiep|tai nguyen|van hoa|lao dong|ngoai vu)|phong |chi cuc |trung tam |van phong |thanh tra |ubnd |uy ban |van thu (?!vien )|hop thu |cong van |benh vien |truong )/;

/** Whole words of a name or of the part before the at sign. */
const services =
  /(?:^| )(?:scan|scanner|may scan|may in|printer|fax|no ?reply|donotreply|backup|sao luu|postmaster|webmaster|hostmaster|mailer daemon|root|admin|administrator|quan tri|helpdesk|ho tro|hotro|monitor|giam sat|camera|system|he thong|phan mem|robot|bot|api|test|mail test|cong thong tin|portal)(?: |$)/;

export type Suggested = 'person' | 'agency' | 'service' | 'none';

export interface JudgedEntry {
  readonly entry: SourceEntry;
  readonly role: Suggested;
  readonly names: readonly string[];
  readonly addresses: readonly string[];
}

/** A table has people in its rows; on a server, what has no address and is no person is none. */
export function judgeEntries(
  entries: readonly SourceEntry[],
  fields: ImportMap['fields'],
  isTable: boolean,
): readonly JudgedEntry[] {
  return entries.map((entry) => {
    const names = allValues(entry, fields.name);
    const addresses = addressesIn(allValues(entry, fields.address));
    return { entry, names, addresses, role: roleOf(entry, names, addresses, isTable) };
  });
}

function roleOf(
  entry: SourceEntry,
  names: readonly string[],
  addresses: readonly string[],
  isTable: boolean,
): Suggested {
  const [address] = addresses;
  if (address === undefined) {
    const isPerson = (entry.values.objectclass ?? []).some((one) => personClass.test(one));
    return isTable ? (names.length > 0 ? 'person' : 'none') : isPerson ? 'person' : 'none';
  }
  const isAgency = names.some((name) => {
    const lower = name.normalize('NFC').toLowerCase();
    return offices.test(`${lower} `) || plainOffices.test(`${folded(lower)} `);
  });
  // "Trung tâm phần mềm" is an office.
  if (isAgency) return 'agency';
  const local = folded(address.split('@')[0] ?? '');
  return [local, ...names.map(folded)].some((one) => services.test(one)) ? 'service' : 'person';
}

const personClass = /^(?:inetOrgPerson|organizationalPerson|person|user|account|posixAccount)$/i;

/** The rules that say the same of each entry. */
export function roleRules(
  judged: readonly JudgedEntry[],
  fields: ImportMap['fields'],
  isTable: boolean,
): readonly EntryRule[] {
  const [address = 'mail'] = fields.address;
  const named = (role: 'agency' | 'service'): readonly EntryRule[] => {
    const values = judged.filter((one) => one.role === role).map(({ addresses }) => addresses[0] ?? '');
    return values.length === 0
      ? []
      : [{ role, when: [{ attribute: address, values: [...new Set(values)].sort() }] }];
  };
  return [...named('service'), ...named('agency'), ...peopleRules(judged, fields, isTable)];
}

function peopleRules(
  judged: readonly JudgedEntry[],
  fields: ImportMap['fields'],
  isTable: boolean,
): readonly EntryRule[] {
  const [name = 'cn'] = fields.name;
  // Of two columns that make a name, the given name is always there.
  const column = name.split('+').at(-1)?.trim() ?? name;
  if (isTable) return [{ role: 'person', when: [{ attribute: column, values: ['*'] }] }];
  const classes = (role: Suggested) =>
    new Set(judged.filter((one) => one.role === role).flatMap(({ entry }) => classesOf(entry)));
  const people = [...classes('person')].filter((one) => personClass.test(one));
  const others = [...classes('none')].filter((one) => !people.includes(one) && !/^top$/i.test(one));
  const rule = (role: 'person' | 'none', values: readonly string[]): readonly EntryRule[] => {
    const when: readonly Condition[] = [{ attribute: 'objectclass', values: [...values].sort() }];
    return values.length === 0 ? [] : [{ role, when }];
  };
  return [...rule('person', people), ...rule('none', others)];
}

/** Each by one spelling: servers know them in any case. */
const classesOf = ({ values }: SourceEntry): readonly string[] => values.objectclass ?? [];
