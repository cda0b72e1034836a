/** The words for what is wrong with a name, a code or an address: what the rule says and what to do about it. */
import type { CharacterFacts, EncodingSort, NamingArgs } from '../../model/naming-problem.ts';
import type { OrganizationKind } from '../../model/organization.ts';
import type { WordingTable } from '../wording.ts';

export const kindWords: Readonly<Record<OrganizationKind | 'person', { vi: string; en: string }>> = {
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

const encodings: Readonly<Record<EncodingSort, { vi: string; en: string }>> = {
  'utf8-as-latin1': {
    vi: 'chữ UTF-8 bị đọc bằng bảng mã khác',
    en: 'UTF-8 text was read in another encoding',
  },
  tcvn3: {
    vi: 'chữ gõ bằng bảng mã TCVN3 (phông .Vn…)',
    en: 'it is in the legacy encoding TCVN3 (.Vn… fonts)',
  },
  vni: { vi: 'chữ gõ bằng bảng mã VNI (phông VNI-…)', en: 'it is in the legacy encoding VNI (VNI-… fonts)' },
  'lost-letter': { vi: 'có chữ đã mất, còn lại dấu hỏi', en: 'a letter was lost and a question mark left' },
  'two-tones': { vi: 'một tiếng có hai dấu thanh', en: 'one syllable bears two tone marks' },
};

const list = (items: readonly string[]): string => items.join(', ');

/** An invisible character is told by its code point alone. */
const quoted = (char: string): string => (/[\p{C}\p{Z}\p{M}]/u.test(char) ? '' : `"${char}" `);

const where = {
  vi: ({ char, codePoint, position }: CharacterFacts, name = '') =>
    `${quoted(char)}(${codePoint}${name && `, ${name}`}) ở vị trí ${position}`,
  en: ({ char, codePoint, position }: CharacterFacts, name = '') =>
    `${quoted(char)}(${codePoint}${name && `, ${name}`}) at position ${position}`,
};

const decide = {
  vi: 'Khai nameParts (family, middle, given), hoặc address kèm số văn bản quyết định.',
  en: 'Give nameParts (family, middle, given), or an address with the number of the document that decided it.',
};

const requestWords: WordingTable<Pick<NamingArgs, Extract<keyof NamingArgs, `request-${string}`>>> = {
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

const nameWords: WordingTable<Pick<NamingArgs, Extract<keyof NamingArgs, `name-${string}`>>> = {
  'name-empty': {
    vi: () => ({ message: 'Tên để trống', hint: 'Ghi họ và tên đầy đủ, hoặc tên chính thức của tổ chức.' }),
    en: () => ({
      message: 'The name is empty',
      hint: 'Write the full name, or the official name of the organization.',
    }),
  },
  'name-too-long': {
    vi: ({ max }) => ({ message: `Tên dài quá ${max} ký tự`, hint: 'Chỉ ghi tên, không ghi nội dung khác.' }),
    en: ({ max }) => ({ message: `The name is longer than ${max} characters`, hint: 'Write the name only.' }),
  },
  'name-encoding': {
    vi: ({ sort, word, ...facts }) => ({
      message: `"${word}" bị lỗi bảng mã: ${encodings[sort].vi}; xem ${where.vi(facts)}`,
      hint: 'Gõ lại tên bằng bộ gõ tiếng Việt, bảng mã Unicode.',
    }),
    en: ({ sort, word, ...facts }) => ({
      message: `"${word}" is broken text: ${encodings[sort].en}; see ${where.en(facts)}`,
      hint: 'Type the name again in Unicode with a Vietnamese input method.',
    }),
  },
  'name-letter': {
    vi: ({ name, instead, ...facts }) => ({
      message: `Ký tự không thuộc bảng chữ cái tiếng Việt: ${where.vi(facts, name)}`,
      hint: instead
        ? `Gõ lại ký tự này, có lẽ là "${instead}" (${pointOf(instead)}).`
        : 'Xóa hoặc gõ lại ký tự này bằng bộ gõ tiếng Việt; tên có chữ cái riêng của dân tộc thì khai nameParts.',
    }),
    en: ({ name, instead, ...facts }) => ({
      message: `Not a letter of the Vietnamese alphabet: ${where.en(facts, name)}`,
      hint: instead
        ? `Type it again; "${instead}" (${pointOf(instead)}) was probably meant.`
        : 'Delete it or type it again; where a name has letters of its own language, give nameParts.',
    }),
  },
  'name-sign': {
    vi: ({ of, ...facts }) => ({
      message: `Tên có ký tự không phải chữ: ${where.vi(facts)}`,
      hint:
        of === 'person'
          ? `Ghi họ và tên, không kèm dấu, số hay chú thích. ${decide.vi}`
          : 'Ghi tên chính thức theo quyết định thành lập, viết đầy đủ, không dùng &, ngoặc hay dấu khác.',
    }),
    en: ({ of, ...facts }) => ({
      message: `The name has a sign that is no letter: ${where.en(facts)}`,
      hint:
        of === 'person'
          ? `Write the full name without signs, digits or remarks. ${decide.en}`
          : 'Write the official name in full, as the founding decision has it, without &, brackets or other signs.',
    }),
  },
  'name-one-syllable': {
    vi: ({ syllable }) => ({
      message: `Tên chỉ có một tiếng ("${syllable}"), không có họ để viết tắt (5.2.a)`,
      hint: `Ghi đủ họ và tên. ${decide.vi}`,
    }),
    en: ({ syllable }) => ({
      message: `The name has one syllable only ("${syllable}") and no surname to abbreviate (5.2.a)`,
      hint: `Write the full name. ${decide.en}`,
    }),
  },
  'name-given-first': {
    vi: ({ token }) => ({
      message: `Tên bắt đầu bằng hoặc chứa "${token}": có thể tên gọi đứng trước họ, không tự suy ra được (5.2.a)`,
      hint: decide.vi,
    }),
    en: ({ token }) => ({
      message: `"${token}" suggests that the given name stands before the surname: this cannot be guessed (5.2.a)`,
      hint: decide.en,
    }),
  },
  'name-title': {
    vi: ({ title }) => ({
      message: `Tên lẫn danh xưng hoặc chức vụ: "${title}"`,
      hint: `Chỉ ghi họ và tên; chức vụ ghi ở "title". Nếu đúng là tên: ${decide.vi}`,
    }),
    en: ({ title }) => ({
      message: `The name contains a title or an office: "${title}"`,
      hint: `Write the name only, the office under "title". If it is a name: ${decide.en}`,
    }),
  },
  'name-abbreviated': {
    vi: ({ token }) => ({
      message: `"${token}" là chữ viết tắt`,
      hint: `Ghi đầy đủ họ và tên. ${decide.vi}`,
    }),
    en: ({ token }) => ({
      message: `"${token}" is an abbreviation`,
      hint: `Write the name in full. ${decide.en}`,
    }),
  },
  'name-parts-differ': {
    vi: ({ name, parts }) => ({
      message: `nameParts ("${parts}") không cùng các chữ với tên "${name}"`,
      hint: 'Sửa family, middle, given cho khớp từng chữ với tên.',
    }),
    en: ({ name, parts }) => ({
      message: `nameParts ("${parts}") are not the letters of the name "${name}"`,
      hint: 'Correct family, middle and given so that together they are the name.',
    }),
  },
  'name-parts-given': {
    vi: () => ({
      message: 'nameParts không có tên gọi (given)',
      hint: 'Ghi tên gọi đầy đủ vào given (5.2.a).',
    }),
    en: () => ({
      message: 'nameParts has no given name',
      hint: 'Write the given name in full into given (5.2.a).',
    }),
  },
  'name-kind-mismatch': {
    vi: ({ kind, found }) => ({
      message: `"${found}" không phải tên của ${kindWords[kind].vi}`,
      hint: 'Sửa kind cho đúng loại tổ chức, hoặc sửa tên.',
    }),
    en: ({ kind, found }) => ({
      message: `"${found}" is not the name of ${kindWords[kind].en}`,
      hint: 'Correct the kind, or the name.',
    }),
  },
  'name-parent-mismatch': {
    vi: ({ found, parent }) => ({
      message: `Tên ghi "${found}"${parent ? `, không khớp với parent "${parent}"` : ', không thuộc tên riêng (5.1.b)'}`,
      hint: 'Sửa parent, hoặc bỏ phần này khỏi tên.',
    }),
    en: ({ found, parent }) => ({
      message: `The name says "${found}", which ${parent ? `is not its parent "${parent}"` : 'is no part of it (5.1.b)'}`,
      hint: 'Correct the parent, or leave this part out of the name.',
    }),
  },
  'name-unmarked': {
    vi: ({ word }) => ({
      message: `Tên có vẻ gõ không dấu ("${word}"), không phân biệt được từ nào bỏ đi (5.1)`,
      hint: 'Gõ lại tên chính thức có đủ dấu.',
    }),
    en: ({ word }) => ({
      message: `The name seems typed without marks ("${word}"), so what adds nothing to it cannot be told (5.1)`,
      hint: 'Type the official name with its marks.',
    }),
  },
  'name-no-words': {
    vi: ({ name }) => ({
      message: `"${name}" không còn từ nào để đặt địa chỉ (5.1)`,
      hint: 'Ghi tên riêng đầy đủ của tổ chức.',
    }),
    en: ({ name }) => ({
      message: `"${name}" leaves no word to make an address of (5.1)`,
      hint: 'Write the full proper name of the organization.',
    }),
  },
};

const pointOf = (char: string): string =>
  `U+${(char.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;

const formWords: WordingTable<
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
      message: `Địa chỉ của ${kindWords[kind].vi} cần parent: ${parentKind[kind]?.vi ?? ''} (${parentKind[kind]?.clause ?? '5.1'})`,
      hint: 'Thêm parent là phần trước @ của hộp thư cơ quan đó.',
    }),
    en: ({ kind }) => ({
      message: `The address of ${kindWords[kind].en} needs a parent: ${parentKind[kind]?.en ?? ''} (${parentKind[kind]?.clause ?? '5.1'})`,
      hint: 'Add parent: the part before @ of the mailbox of that organization.',
    }),
  },
  'parent-unexpected': {
    vi: ({ kind, parent }) => ({
      message: `${kindWords[kind].vi} không thể có parent "${parent}" (5.1)`,
      hint: 'Sửa parent, hoặc sửa kind cho đúng loại tổ chức.',
    }),
    en: ({ kind, parent }) => ({
      message: `The parent of ${kindWords[kind].en} cannot be "${parent}" (5.1)`,
      hint: 'Correct the parent, or the kind.',
    }),
  },
  'form-missing': {
    vi: ({ kind, form }) => ({
      message: `Chưa có mẫu địa chỉ "${form}" cho ${kindWords[kind].vi}${ofProvince(form) ? ' trực thuộc tỉnh: 5.1.d chỉ có mẫu theo huyện' : ''}`,
      hint: `Đơn vị vận hành đặt naming.forms.${form} trong policy.yaml theo văn bản của tỉnh.`,
    }),
    en: ({ kind, form }) => ({
      message: `No address form "${form}" is set for ${kindWords[kind].en}${ofProvince(form) ? ' directly under the province: 5.1.d has one with a district only' : ''}`,
      hint: `The operator sets naming.forms.${form} in policy.yaml, on the province's decision.`,
    }),
  },
};

const ofProvince = (form: string): boolean => form.endsWith('-of-province');

const codeWords: WordingTable<Pick<NamingArgs, Extract<keyof NamingArgs, `code-${string}`>>> = {
  'code-form': {
    vi: ({ code }) => ({
      message: `Mã "${code}" không đúng: viết liền, không dấu, chỉ a–z và 0–9 (5.1)`,
      hint: 'Sửa mã thành một nhãn, ví dụ sotttt.',
    }),
    en: ({ code }) => ({
      message: `The code "${code}" is not one label of a–z and 0–9 (5.1)`,
      hint: 'Make it one label, such as sotttt.',
    }),
  },
  'code-not-accepted': {
    vi: ({ code, accepted }) => ({
      message: `Mã "${code}" không phải tên viết tắt của tổ chức (5.1.a, 5.1.c); chấp nhận: ${list(accepted)}`,
      hint: 'Dùng một mã được chấp nhận, hoặc ghi văn bản làm căn cứ (codeBasis, decision).',
    }),
    en: ({ code, accepted }) => ({
      message: `The code "${code}" does not abbreviate the name (5.1.a, 5.1.c); accepted: ${list(accepted)}`,
      hint: 'Use an accepted code, or record the document it rests on (codeBasis, decision).',
    }),
  },
  'code-full-name': {
    vi: ({ code, expected, kind }) => ({
      message: `Địa chỉ của ${kindWords[kind].vi} dùng tên đầy đủ viết liền "${expected}", không phải "${code}" (5.1.b, 5.1.d)`,
      hint: `Sửa thành "${expected}"; văn bản quyết định không thay đổi được điều này.`,
    }),
    en: ({ code, expected, kind }) => ({
      message: `The address of ${kindWords[kind].en} is its full name joined, "${expected}", not "${code}" (5.1.b, 5.1.d)`,
      hint: `Make it "${expected}"; a decision does not change this.`,
    }),
  },
  'code-fixed': {
    vi: ({ code, expected, kind }) => ({
      message: `Địa chỉ của ${kindWords[kind].vi} là "${expected}", không phải "${code}" (5.1.a, 5.1.b)`,
      hint: `Sửa thành "${expected}".`,
    }),
    en: ({ code, expected, kind }) => ({
      message: `The address of ${kindWords[kind].en} is "${expected}", not "${code}" (5.1.a, 5.1.b)`,
      hint: `Make it "${expected}".`,
    }),
  },
  'code-town-full-name': {
    vi: ({ code, accepted }) => ({
      message: `Thị trấn dùng tên viết tắt, không dùng tên đầy đủ "${code}" (5.1.d)`,
      hint: `Dùng: ${list(accepted)}.`,
    }),
    en: ({ code, accepted }) => ({
      message: `A town has an abbreviated name, not its full name "${code}" (5.1.d)`,
      hint: `Use: ${list(accepted)}.`,
    }),
  },
};

const addressWords: WordingTable<Pick<NamingArgs, Extract<keyof NamingArgs, `address-${string}`>>> = {
  'address-form': {
    vi: ({ address }) => ({
      message: `"${address}" không phải địa chỉ hợp lệ: chỉ a–z, 0–9 và dấu chấm, phần trước @ không quá 64 ký tự (Điều 5)`,
      hint: 'Sửa lại địa chỉ, viết liền không dấu.',
    }),
    en: ({ address }) => ({
      message: `"${address}" is no address: a–z, 0–9 and dots only, 64 characters at most before @ (Article 5)`,
      hint: 'Correct the address; no marks, no spaces.',
    }),
  },
  'address-domain': {
    vi: ({ address, domain }) => ({
      message: `"${address}" không thuộc tên miền ${domain} (Điều 5)`,
      hint: `Dùng địa chỉ @${domain}.`,
    }),
    en: ({ address, domain }) => ({
      message: `"${address}" is not under the domain ${domain} (Article 5)`,
      hint: `Use an address @${domain}.`,
    }),
  },
  'address-differs': {
    vi: ({ address, expected, of }) => ({
      message: `Địa chỉ "${address}" khác với địa chỉ theo quy định "${expected}" (${of === 'person' ? '5.2.a' : '5.1'})`,
      hint:
        of === 'person'
          ? 'Dùng địa chỉ theo quy định, hoặc ghi số văn bản quyết định (5.2.b).'
          : 'Dùng địa chỉ theo quy định; mã khác cần văn bản làm căn cứ.',
    }),
    en: ({ address, expected, of }) => ({
      message: `The address "${address}" is not the one by the rules, "${expected}" (${of === 'person' ? '5.2.a' : '5.1'})`,
      hint:
        of === 'person'
          ? 'Use the address by the rules, or record the deciding document (5.2.b).'
          : 'Use the address by the rules; another code needs a recorded basis.',
    }),
  },
  'address-decided-form': {
    vi: ({ address, given, suffix }) => ({
      message: `Địa chỉ đã quyết định "${address}" không giữ dạng: phải bắt đầu bằng tên gọi (${list(given)}), thêm chữ của họ và tên đệm, kết thúc bằng ".${suffix}" (5.2.b)`,
      hint: 'Đề nghị thủ trưởng tổ chức chọn địa chỉ khác, đúng dạng.',
    }),
    en: ({ address, given, suffix }) => ({
      message: `The decided address "${address}" does not keep the form: it must begin with the given name (${list(given)}), go on with letters of the other names, and end in ".${suffix}" (5.2.b)`,
      hint: 'Ask the head of the organization for another address in the form.',
    }),
  },
  'address-length': {
    vi: ({ localPart, max }) => ({
      message: `"${localPart}" dài quá ${max} ký tự trước @ (RFC 5321)`,
      hint: 'Ghi địa chỉ ngắn hơn kèm số văn bản quyết định.',
    }),
    en: ({ localPart, max }) => ({
      message: `"${localPart}" is longer than ${max} characters before @ (RFC 5321)`,
      hint: 'Record a shorter address with the deciding document.',
    }),
  },
  'address-reserved': {
    vi: ({ localPart }) => ({
      message: `"${localPart}" dành cho hệ thống thư, không cấp cho tổ chức hay cá nhân`,
      hint: 'Chọn mã hoặc địa chỉ khác.',
    }),
    en: ({ localPart }) => ({
      message: `"${localPart}" is reserved for the mail system`,
      hint: 'Choose another code or address.',
    }),
  },
  'address-fixed': {
    vi: ({ localPart, owner }) => ({
      message: `"${localPart}" là địa chỉ của ${kindWords[owner].vi} (${owner === 'city' ? '5.1.b' : '5.1.a'})`,
      hint: 'Chọn mã khác, hoặc sửa kind.',
    }),
    en: ({ localPart, owner }) => ({
      message: `"${localPart}" is the address of ${kindWords[owner].en} (${owner === 'city' ? '5.1.b' : '5.1.a'})`,
      hint: 'Choose another code, or correct the kind.',
    }),
  },
  'address-taken': {
    vi: ({ address, line }) => ({
      message: `Địa chỉ "${address}" đã thuộc dòng ${line}`,
      hint: 'Cá nhân: ghi address khác còn giữ dạng và số văn bản quyết định (5.2.b). Tổ chức: ghi code khác.',
    }),
    en: ({ address, line }) => ({
      message: `The address "${address}" is that of line ${line}`,
      hint: 'A person: give another address in the form and the deciding document (5.2.b). An organization: another code.',
    }),
  },
};

export const namingWords = {
  ...requestWords,
  ...nameWords,
  ...formWords,
  ...codeWords,
  ...addressWords,
} satisfies WordingTable<NamingArgs>;
