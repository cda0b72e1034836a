/** Invented schools, health stations and branches below the communes, for a province of a hundred thousand people. */
import type { Organization } from '../../src/model/directory/organization.ts';
import type { Seat, Staffing } from './organizations.ts';
import { initials, joined } from './words.ts';

interface Establishment extends Staffing {
  readonly parent: string;
  readonly type: string;
}

const school = {
  parent: 'sogddt',
  size: [20, 60],
  head: 'Hiệu trưởng',
  deputy: 'Phó Hiệu trưởng',
  deputies: 2,
  staff: 'Giáo viên',
  rooms: ['Tổ Văn phòng', 'Tổ chuyên môn 1', 'Tổ chuyên môn 2', 'Tổ chuyên môn 3'],
} as const;

const station = {
  parent: 'soyt',
  size: [20, 40],
  head: 'Trưởng trạm',
  deputy: 'Phó Trưởng trạm',
  deputies: 1,
  staff: 'Y sĩ',
  rooms: [],
} as const;

const establishments: readonly Establishment[] = [
  { ...school, type: 'Trường Tiểu học' },
  { ...school, type: 'Trường Mầm non' },
  { ...school, type: 'Trường Trung học cơ sở' },
  { ...station, type: 'Trạm Y tế' },
  { ...school, type: 'Trường Phổ thông Dân tộc bán trú' },
  { ...school, type: 'Trung tâm Học tập cộng đồng', head: 'Giám đốc', deputy: 'Phó Giám đốc' },
  {
    ...station,
    type: 'Phòng khám đa khoa khu vực',
    head: 'Trưởng phòng khám',
    deputy: 'Phó Trưởng phòng khám',
  },
];

/** `count` invented organizations; two of one code are told apart by a registered one, as a registry would. */
export function extraOrganizations(seats: readonly Seat[], count: number): readonly Seat[] {
  const places = seats.filter(({ organization }) => ['commune', 'ward', 'town'].includes(organization.kind));
  const taken = new Set<string>();
  const extra: Seat[] = [];
  for (let number = 1; extra.length < count; number++) {
    for (const establishment of establishments) {
      for (const place of places) {
        if (extra.length === count) return extra;
        extra.push(extraSeat(establishment, place, number, taken));
      }
    }
  }
  return extra;
}

function extraSeat(
  { parent, type, ...office }: Establishment,
  place: Seat,
  number: number,
  taken: Set<string>,
): Seat {
  const commune = place.organization;
  const own = commune.name.replace(/^(Xã|Phường|Thị trấn) /, '');
  const name = number === 1 ? `${type} ${own}` : `${type} số ${number} ${own}`;
  const usual = initials(name);
  const free = number === 1 && !taken.has(`${usual}.${parent}`);
  // Two communes of the same initials, and two schools of one commune, need a code of their own.
  const code = free ? usual : `${initials(type)}${number === 1 ? '' : number}${joined(commune.id)}`;
  taken.add(`${code}.${parent}`);
  const organization: Organization = {
    id: `${parent}-${code}`,
    name,
    kind: 'provincial-unit',
    parent,
    code,
    ...(!free && { codeBasis: '43/QĐ-STTTT' }),
  };
  return { organization, folder: `establishments/${commune.parent ?? ''}`, office, shares: place.shares };
}
