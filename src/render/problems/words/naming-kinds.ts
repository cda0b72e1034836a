/** What the kinds of the rule book are called. */
import type { OrganizationKind } from '../../../model/directory/organization.ts';

export const kindNames: Readonly<Record<OrganizationKind | 'person', { vi: string; en: string }>> = {
  person: { vi: 'cá nhân', en: 'a person' },
  'people-committee': { vi: 'Ủy ban nhân dân tỉnh', en: "the provincial People's Committee" },
  provincial: { vi: 'tổ chức cấp tỉnh', en: 'a provincial organization' },
  'provincial-unit': {
    vi: 'đơn vị trực thuộc tổ chức cấp tỉnh',
    en: 'a unit under a provincial organization',
  },
  district: { vi: 'huyện', en: 'a district' },
  city: { vi: 'thành phố', en: 'the city' },
  'district-room': { vi: 'phòng thuộc huyện', en: 'a district room' },
  commune: { vi: 'xã', en: 'a commune' },
  ward: { vi: 'phường', en: 'a ward' },
  town: { vi: 'thị trấn', en: 'a town' },
};

/** A list as it stands in a sentence. */
export const list = (items: readonly string[]): string => items.join(', ');
