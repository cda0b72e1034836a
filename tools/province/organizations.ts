/** The organizations of the sample province: the real ones of 2024, and for a large one invented schools and stations. */
import type { Organization } from '../../src/model/directory/organization.ts';
import { communes } from './communes.ts';
import { type Area, areas, officeShares, provinceShares, type Shares } from './geography.ts';
import {
  cityInspectorate,
  districtRooms,
  type Office,
  peopleCommittee,
  provincialOffices,
  provincialUnits,
} from './offices.ts';
import { extraOrganizations } from './schools.ts';
import { joined } from './words.ts';

/** An organization before anybody works there. */
export interface Seat {
  readonly organization: Organization;
  /** The folder of its file below `organizations/`. */
  readonly folder: string;
  readonly office: Staffing;
  readonly shares: Shares;
}

/** Who works there: an office with a head and rooms, or a commune with its civil servants. */
export type Staffing = Pick<Office, 'size' | 'head' | 'deputy' | 'deputies' | 'staff' | 'rooms'> & {
  readonly posts?: readonly string[];
};

/** The real organizations of 2024, parents before children. */
function realSeats(): readonly Seat[] {
  const province = [peopleCommittee, ...provincialOffices].map((office) =>
    seatOf(office, {
      organization: {
        kind: office === peopleCommittee ? 'people-committee' : 'provincial',
        ...(office !== peopleCommittee && { parent: peopleCommittee.id }),
      },
      folder: office === peopleCommittee ? '' : 'provincial',
      shares: provinceShares,
    }),
  );
  const units = provincialUnits.map((unit) =>
    seatOf(unit, {
      organization: {
        kind: 'provincial-unit',
        parent: unit.parent,
        ...(unit.personSuffix !== undefined && { personSuffix: unit.personSuffix }),
      },
      folder: 'provincial',
      shares: provinceShares,
    }),
  );
  return [...province, ...units, ...areas.flatMap(districtSeats)];
}

/** At least `count` organizations: the real ones, filled up with invented schools and health stations. */
export function seatsFor(count: number): readonly Seat[] {
  const seats = realSeats();
  return seats.length >= count ? seats : [...seats, ...extraOrganizations(seats, count - seats.length)];
}

type Setting = Pick<Seat, 'folder' | 'shares'> & {
  readonly organization: Pick<Organization, 'kind' | 'parent' | 'personSuffix'>;
};

function seatOf(office: Office, { organization, folder, shares }: Setting): Seat {
  const { id, name, code, codeBasis } = office;
  const { kind, parent, personSuffix } = organization;
  return {
    organization: {
      id,
      name,
      kind,
      ...(parent !== undefined && { parent }),
      code,
      ...(codeBasis !== undefined && { codeBasis }),
      ...(personSuffix !== undefined && { personSuffix }),
    },
    folder,
    office,
    shares,
  };
}

function districtSeats(area: Area): readonly Seat[] {
  const folder = `districts/${area.id}`;
  const office: Office = {
    ...area,
    size: [9, 11],
    head: 'Chủ tịch UBND',
    deputy: 'Phó Chủ tịch UBND',
    deputies: 3,
    staff: 'Chuyên viên',
    rooms: ['Bộ phận Tiếp nhận và Trả kết quả'],
  };
  const itself = seatOf(office, {
    organization: { kind: area.kind, parent: peopleCommittee.id },
    folder,
    shares: officeShares(area.shares),
  });
  const rooms = districtRooms.map((room) => {
    const named = area.kind === 'city' && room.id === 'tth' ? { ...room, ...cityInspectorate } : room;
    return seatOf(
      { ...named, id: `${area.id}-${named.id}` },
      {
        organization: { kind: 'district-room', parent: area.id },
        folder,
        shares: officeShares(area.shares),
      },
    );
  });
  const below = (communes[area.id] ?? []).map((name) => communeSeat(name, area, folder));
  return [itself, ...rooms, ...below];
}

const communeKinds = { Xã: 'commune', Phường: 'ward' } as const;

function communeSeat(name: string, area: Area, folder: string): Seat {
  const town = name.startsWith('Thị trấn ');
  const [type = '', ...rest] = name.split(' ');
  const own = town ? rest.slice(1) : rest;
  const kind = town ? 'town' : communeKinds[type as keyof typeof communeKinds];
  // 5.1.d: a town is abbreviated, "tt" and the initials; a commune or ward is written in full.
  const code = town ? `tt${own.map((word) => joined(word).charAt(0)).join('')}` : joined(own.join(' '));
  const rural = kind === 'commune';
  const land = rural
    ? 'Công chức Địa chính - Nông nghiệp - Xây dựng và Môi trường'
    : 'Công chức Địa chính - Xây dựng - Đô thị và Môi trường';
  const office: Office & Staffing = {
    id: `${area.id}-${code}`,
    name,
    code,
    size: kind === 'commune' ? [8, 12] : [10, 14],
    head: 'Chủ tịch UBND',
    deputy: 'Phó Chủ tịch UBND',
    deputies: 2,
    staff: 'Công chức Văn phòng - Thống kê',
    rooms: [],
    posts: [
      'Công chức Văn phòng - Thống kê',
      land,
      'Công chức Tài chính - Kế toán',
      'Công chức Tư pháp - Hộ tịch',
      'Công chức Văn hóa - Xã hội',
      'Chỉ huy trưởng Ban Chỉ huy Quân sự',
      'Phó Chủ tịch HĐND',
      'Công chức Văn hóa - Xã hội',
      'Công chức Văn phòng - Thống kê',
      'Công chức Tư pháp - Hộ tịch',
      land,
    ],
  };
  return seatOf(office, { organization: { kind, parent: area.id }, folder, shares: area.shares });
}
