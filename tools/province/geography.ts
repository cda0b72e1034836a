/** Who lives where: the share of each people among the staff of a district, of its offices and of the province. */
import type { PeopleName } from './peoples.ts';

export type Shares = readonly (readonly [PeopleName, number])[];

/** A district or the city: its id, its name, and the peoples of its communes. */
export interface Area {
  readonly id: string;
  readonly kind: 'district' | 'city';
  readonly name: string;
  readonly code: string;
  readonly shares: Shares;
}

export const areas: readonly Area[] = [
  {
    id: 'tplc',
    kind: 'city',
    name: 'Thành phố Lai Châu',
    code: 'tplc',
    shares: [
      ['kinh', 48],
      ['thai', 17],
      ['giay', 20],
      ['mong', 10],
      ['dao', 5],
    ],
  },
  {
    id: 'tamduong',
    kind: 'district',
    name: 'Huyện Tam Đường',
    code: 'tamduong',
    shares: [
      ['mong', 33],
      ['dao', 20],
      ['giay', 13],
      ['thai', 14],
      ['lu', 8],
      ['kinh', 12],
    ],
  },
  {
    id: 'muongte',
    kind: 'district',
    name: 'Huyện Mường Tè',
    code: 'muongte',
    shares: [
      ['hanhi', 34],
      ['lahu', 26],
      ['thai', 18],
      ['mong', 8],
      ['mang', 3],
      ['dao', 2],
      ['kinh', 9],
    ],
  },
  {
    id: 'sinho',
    kind: 'district',
    name: 'Huyện Sìn Hồ',
    code: 'sinho',
    shares: [
      ['mong', 35],
      ['dao', 25],
      ['thai', 25],
      ['lu', 4],
      ['khomu', 2],
      ['kinh', 9],
    ],
  },
  {
    id: 'phongtho',
    kind: 'district',
    name: 'Huyện Phong Thổ',
    code: 'phongtho',
    shares: [
      ['dao', 34],
      ['mong', 24],
      ['thai', 22],
      ['giay', 5],
      ['hanhi', 5],
      ['kinh', 10],
    ],
  },
  {
    id: 'thanuyen',
    kind: 'district',
    name: 'Huyện Than Uyên',
    code: 'thanuyen',
    shares: [
      ['thai', 66],
      ['mong', 15],
      ['khomu', 4],
      ['dao', 2],
      ['kinh', 13],
    ],
  },
  {
    id: 'tanuyen',
    kind: 'district',
    name: 'Huyện Tân Uyên',
    code: 'tanuyen',
    shares: [
      ['thai', 50],
      ['mong', 22],
      ['khomu', 5],
      ['dao', 5],
      ['giay', 3],
      ['kinh', 15],
    ],
  },
  {
    id: 'namnhun',
    kind: 'district',
    name: 'Huyện Nậm Nhùn',
    code: 'namnhun',
    shares: [
      ['thai', 35],
      ['mong', 22],
      ['mang', 17],
      ['dao', 7],
      ['khomu', 5],
      ['hanhi', 3],
      ['kinh', 11],
    ],
  },
];

/** The staff of provincial organizations, drawn from the whole province and beyond. */
export const provinceShares: Shares = [
  ['kinh', 60],
  ['thai', 18],
  ['mong', 7],
  ['giay', 5],
  ['dao', 5],
  ['hanhi', 3],
  ['lu', 1],
  ['lahu', 1],
];

/** A district's own offices employ more Kinh than its communes do. */
export function officeShares(shares: Shares): Shares {
  return shares.map(([people, share]) => [people, people === 'kinh' ? share * 3 : share]);
}
