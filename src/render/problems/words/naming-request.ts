/** The words for a naming request that cannot be read, or lacks what its form needs. */

import type { OrganizationKind } from '../../../model/directory/organization.ts';
import type { NamingArgs } from '../../../model/problems/naming.ts';
import type { WordingTable } from '../../text/wording.ts';
import { kindNames, list } from './naming-kinds.ts';

/** The forms that only the operator can set (domain: no second label since 1 July 2025). */
const formOfProvince: Readonly<Partial<Record<OrganizationKind, string>>> = {
  commune: 'commune-of-province',
  ward: 'ward-of-province',
  town: 'town-of-province',
};

const parentKind: Readonly<Partial<Record<OrganizationKind, { vi: string; en: string; clause: string }>>> = {
  'provincial-unit': {
    vi: 'tổ chức cấp tỉnh quản lý trực tiếp',
    en: 'the provincial organization that manages it directly',
    clause: '5.1.a',
  },
  'district-room': { vi: 'huyện hoặc thành phố', en: 'the district or city', clause: '5.1.c' },
  commune: { vi: 'huyện hoặc thành phố', en: 'the district or city', clause: '5.1.d' },
  ward: { vi: 'huyện hoặc thành phố', en: 'the district or city', clause: '5.1.d' },
  town: { vi: 'huyện', en: 'the district', clause: '5.1.d' },
};

export const requestWords: WordingTable<Pick<NamingArgs, Extract<keyof NamingArgs, `request-${string}`>>> = {
  'request-json': {
    vi: ({ detail }) => ({
      message: `Dòng không phải JSON: ${detail}`,
      hint: 'Mỗi dòng là một đối tượng JSON, ví dụ {"kind":"person","name":"Nguyễn Văn An","suffix":"sotttt"}.',
    }),
    en: ({ detail }) => ({
      message: `The line is not JSON: ${detail}`,
      hint: 'Each line is one JSON object, such as {"kind":"person","name":"Nguyễn Văn An","suffix":"sotttt"}.',
    }),
  },
  'request-shape': {
    vi: ({ found }) => ({
      message: `Yêu cầu phải là một đối tượng JSON, không phải ${found}`,
      hint: 'Viết {"kind":…,"name":…}.',
    }),
    en: ({ found }) => ({
      message: `A request must be a JSON object, not ${found}`,
      hint: 'Write {"kind":…,"name":…}.',
    }),
  },
  'request-kind': {
    vi: ({ kind, allowed }) => ({
      message: `Không có loại "${kind}"`,
      hint: `Dùng một trong: ${list(allowed)}.`,
    }),
    en: ({ kind, allowed }) => ({
      message: `There is no kind "${kind}"`,
      hint: `Use one of: ${list(allowed)}.`,
    }),
  },
  'request-field-unknown': {
    vi: ({ field, allowed }) => ({
      message: `Trường "${field}" không có trong yêu cầu loại này`,
      hint: `Các trường được dùng: ${list(allowed)}.`,
    }),
    en: ({ field, allowed }) => ({
      message: `A request of this kind has no field "${field}"`,
      hint: `Its fields are: ${list(allowed)}.`,
    }),
  },
  'request-field-missing': {
    vi: ({ field }) => ({
      message: `Thiếu trường "${field}"`,
      hint: `Thêm "${field}" với giá trị khác rỗng.`,
    }),
    en: ({ field }) => ({ message: `The field "${field}" is missing`, hint: `Add "${field}" with a value.` }),
  },
  'request-field-type': {
    vi: ({ field, expected }) => ({
      message: `Trường "${field}" phải là ${expected === 'text' ? 'chữ' : 'đối tượng {family, middle, given}'}`,
      hint: 'Đặt giá trị trong dấu nháy kép, hoặc bỏ trường này.',
    }),
    en: ({ field, expected }) => ({
      message: `The field "${field}" must be ${expected === 'text' ? 'a text' : 'an object {family, middle, given}'}`,
      hint: 'Put the value in double quotes, or leave the field out.',
    }),
  },
};

export const parentWords: WordingTable<
  Pick<NamingArgs, 'suffix-form' | 'parent-form' | 'parent-missing' | 'parent-unexpected' | 'form-missing'>
> = {
  'suffix-form': {
    vi: ({ suffix }) => ({
      message: `Phần đuôi "${suffix}" không đúng: chỉ gồm a–z, 0–9, ngăn bằng dấu chấm (5.2.a)`,
      hint: 'Ghi phần trước @ của hộp thư tổ chức, ví dụ sotttt hoặc pnv.sinho.',
    }),
    en: ({ suffix }) => ({
      message: `The suffix "${suffix}" is not labels of a–z and 0–9 joined by dots (5.2.a)`,
      hint: "Write the part before @ of the organization's mailbox, such as sotttt or pnv.sinho.",
    }),
  },
  'parent-form': {
    vi: ({ parent }) => ({
      message: `parent "${parent}" không đúng: chỉ gồm a–z, 0–9, ngăn bằng dấu chấm (5.1)`,
      hint: 'Ghi phần trước @ của hộp thư cơ quan quản lý trực tiếp, ví dụ sinho.',
    }),
    en: ({ parent }) => ({
      message: `The parent "${parent}" is not labels of a–z and 0–9 joined by dots (5.1)`,
      hint: 'Write the part before @ of the managing organization, such as sinho.',
    }),
  },
  'parent-missing': {
    vi: ({ kind }) => ({
      message: `Địa chỉ của ${kindNames[kind].vi} cần parent: ${parentKind[kind]?.vi ?? ''} (${parentKind[kind]?.clause ?? '5.1'})`,
      hint: `Thêm parent là phần trước @ của hộp thư cơ quan đó.${formOfProvince[kind] ? ` Từ 01/7/2025 đơn vị trực thuộc tỉnh cần mẫu naming.forms.${formOfProvince[kind]} trong policy.yaml và parent: ubnd.` : ''}`,
    }),
    en: ({ kind }) => ({
      message: `The address of ${kindNames[kind].en} needs a parent: ${parentKind[kind]?.en ?? ''} (${parentKind[kind]?.clause ?? '5.1'})`,
      hint: `Add parent: the part before @ of the mailbox of that organization.${formOfProvince[kind] ? ` Directly under the province (since 1 July 2025) the form naming.forms.${formOfProvince[kind]} must be set in policy.yaml, with parent: ubnd.` : ''}`,
    }),
  },
  'parent-unexpected': {
    vi: ({ kind, parent }) => ({
      message: `${kindNames[kind].vi} không thể có parent "${parent}" (5.1)`,
      hint: 'Sửa parent, hoặc sửa kind cho đúng loại tổ chức.',
    }),
    en: ({ kind, parent }) => ({
      message: `The parent of ${kindNames[kind].en} cannot be "${parent}" (5.1)`,
      hint: 'Correct the parent, or the kind.',
    }),
  },
  'form-missing': {
    vi: ({ kind, form }) => ({
      message: `Chưa có mẫu địa chỉ "${form}" cho ${kindNames[kind].vi}${ofProvince(form) ? ' trực thuộc tỉnh: 5.1.d chỉ có mẫu theo huyện' : ''}`,
      hint: `Đơn vị vận hành đặt naming.forms.${form} trong policy.yaml theo văn bản của tỉnh.`,
    }),
    en: ({ kind, form }) => ({
      message: `No address form "${form}" is set for ${kindNames[kind].en}${ofProvince(form) ? ' directly under the province: 5.1.d has one with a district only' : ''}`,
      hint: `The operator sets naming.forms.${form} in policy.yaml, on the province's decision.`,
    }),
  },
};

const ofProvince = (form: string): boolean => form.endsWith('-of-province');
