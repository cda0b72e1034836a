/** Words with a part of their own in organizations' names: types that may be spelled out, acronyms, administrative units. */
import type { OrganizationKind } from '../../model/directory/organization.ts';

const phrases = (text: string): string[][] =>
  text.split('|').map((phrase) => phrase.trim().normalize('NFC').split(' '));

/** Type words that may be spelled out in front of the initials of the rest, by their first: sotttt, chicuckl, thanhtra. */
export const typeWords: ReadonlyMap<string, readonly (readonly string[])[]> = Map.groupBy(
  phrases(
    [
      'sở | ban | phòng | đài | cục | chi cục | tổng cục | trung tâm | văn phòng | thanh tra | viện | bệnh viện',
      'bảo tàng | thư viện | trường | quỹ | hội | đội | hạt | trạm | tổ | đoàn | báo | khu | nhà | vườn | cổng | ga | trại',
      'ban quản lý | ban quản lí | ban chỉ huy | ban chỉ đạo | bộ chỉ huy | trường cao đẳng | trường trung cấp',
      'nhà văn hóa | nhà văn hoá | nhà khách | viện kiểm sát | tòa án | toà án | kho bạc | công an | công ty',
      'tổng công ty | xí nghiệp | liên hiệp | liên minh | liên đoàn | hội đồng | mặt trận | vườn quốc gia | bến xe',
      'chi nhánh | chi hội | câu lạc bộ | thành đoàn | huyện đoàn | tỉnh đoàn',
    ].join(' | '),
  ),
  ([first = '']) => first,
);

/**
 * Acronyms taken whole however they are written: the ones with a vowel, for those without are recognised by that
 * (HĐND, ĐBQH, CNTT, THPT, PTDTBT, GDTX, MTTQ).
 */
export const acronyms: ReadonlySet<string> = new Set(
  'ubnd ubmttq ubkt ubdt ubqg qlda bqlda qltt qlđa attp vsattp atvstp atgt antt anqp atlđ atttm ubatgt tnxp khkt'
    .normalize('NFC')
    .split(' '),
);

/** The words that open the name of a People's Committee. */
export const committeeWords: readonly (readonly string[])[] = phrases(
  'ủy ban nhân dân | uỷ ban nhân dân | ubnd',
);

export interface AdministrativeType {
  readonly words: readonly string[];
  /** The kind it stands for; null where the rule book has no such kind. */
  readonly kind: OrganizationKind | null;
}

/** Words for administrative units, longest first, by the first of them. */
export const administrativeTypes: ReadonlyMap<string, readonly AdministrativeType[]> = Map.groupBy(
  (
    [
      ['thành phố', 'city'],
      ['thị trấn', 'town'],
      ['thị xã', null],
      ['đặc khu', null],
      ['huyện', 'district'],
      ['quận', null],
      ['xã', 'commune'],
      ['phường', 'ward'],
      ['tỉnh', 'people-committee'],
      ['tp', 'city'],
      ['tt', 'town'],
    ] as const
  ).map(([words, kind]) => ({ words: words.normalize('NFC').split(' '), kind })),
  ({ words: [first = ''] }) => first,
);
