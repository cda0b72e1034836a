/** Why an entry that was there before danhba is not taken over, or given back, and what can be done about it. */
import type { AdoptionDifference, AdoptionHeldArgs, AdoptionObstacle } from '../../../model/plan/adoption.ts';
import type { Language, WordingTable, Words } from '../../text/wording.ts';

const differenceWords = {
  dn: { vi: 'tên mục', en: 'name' },
  addresses: { vi: 'địa chỉ', en: 'addresses' },
} as const satisfies Record<AdoptionDifference['what'], Readonly<Record<Language, string>>>;

const differencesText = (differs: readonly AdoptionDifference[], language: Language): string =>
  differs
    .map(({ what, seen, now }) => `${differenceWords[what][language]} ${seen || '∅'} → ${now || '∅'}`)
    .join('; ');

/** By what stands in the way: what is wrong, and what the administrator of the server does. */
const obstacleWords: Readonly<
  Record<AdoptionObstacle, Readonly<Record<Language, (dn: string, values: string) => Words>>>
> = {
  addresses: {
    vi: (dn, values) => ({
      message: `mục ${dn} có địa chỉ mà tài khoản sẽ không còn nhận: ${values}`,
      hint: 'Khai báo địa chỉ đó (aliases, hoặc cho cơ quan một hộp thư), hoặc bỏ khỏi mục trên máy chủ rồi nhập lại',
    }),
    en: (dn, values) => ({
      message: `the entry ${dn} has addresses that the account would not receive under: ${values}`,
      hint: 'Declare them (aliases, or a mailbox for the agency), or take them off the entry and import again',
    }),
  },
  names: {
    vi: (dn, values) => ({
      message: `mục ${dn} không có đúng một tên riêng để lưu thư: ${values}`,
      hint: 'Thư lưu theo tên này (uid, ou): để lại một tên, chỉ gồm chữ không dấu, số và . _ -, không trùng tên hay mã của ai',
    }),
    en: (dn, values) => ({
      message: `the entry ${dn} has not exactly one name of its own for its mail: ${values}`,
      hint: "Mail is stored by that name (uid, ou): leave one, of letters without marks, digits and . _ -, that is nobody else's name or id",
    }),
  },
  lock: {
    vi: (dn, values) => ({
      message: `mục ${dn} đang bị khóa (pwdEndTime${values === '' ? '' : ` ${values}`}) mà tệp không ghi tạm dừng hay chấm dứt`,
      hint: 'Ghi suspension hoặc termination kèm văn bản; nếu không còn lý do, bỏ pwdEndTime trên máy chủ',
    }),
    en: (dn, values) => ({
      message: `the entry ${dn} is locked (pwdEndTime${values === '' ? '' : ` ${values}`}) in a way that no file decides`,
      hint: 'Record a suspension or a termination with its document; where there is no reason any more, take pwdEndTime off',
    }),
  },
  stranger: {
    vi: (dn, values) => ({
      message: `mục ${dn} mang tên khác và không có địa chỉ nào của người này: ${values}`,
      hint: 'Xem mục này của ai: sửa adoption.yaml, hoặc tên trên máy chủ, rồi nhập lại',
    }),
    en: (dn, values) => ({
      message: `the entry ${dn} has another name, and no address of this person's: ${values}`,
      hint: 'See whose it is: mend adoption.yaml, or the name on the server, and import again',
    }),
  },
  place: {
    vi: (dn, values) => ({
      message: `mục ${dn} không nằm ngay dưới ${values}`,
      hint: 'Dời mục lên bằng ldapmodrdn rồi nhập lại: danhba chỉ quản lý mục ở ngay dưới đó',
    }),
    en: (dn, values) => ({
      message: `the entry ${dn} is no direct child of ${values}`,
      hint: 'Move it up with ldapmodrdn and import again: danhba manages nothing deeper',
    }),
  },
};

export const adoptionWords: WordingTable<AdoptionHeldArgs> = {
  'adoption-changed': {
    vi: ({ dn, differs }) => ({
      message:
        differs.length === 0
          ? `không còn thấy mục ${dn} trên máy chủ`
          : `mục ${dn} đã khác lúc nhập: ${differencesText(differs, 'vi')}`,
      hint: 'Nhập lại để ghi adoption.yaml mới; mục không còn nữa thì bỏ nó khỏi tệp này',
    }),
    en: ({ dn, differs }) => ({
      message:
        differs.length === 0
          ? `the entry ${dn} is not to be seen on the server any more`
          : `the entry ${dn} is not as it was when it was imported: ${differencesText(differs, 'en')}`,
      hint: 'Import again for a new adoption.yaml; take an entry that is gone out of that file',
    }),
  },
  'adoption-waits': {
    vi: ({ dn }) => ({
      message: `đã có mục ${dn}, đang chờ tiếp nhận; không cấp hộp thư thứ hai`,
      hint: 'danhba apply --adopt adoption.yaml',
    }),
    en: ({ dn }) => ({
      message: `has the entry ${dn}, which waits to be adopted; no second mailbox is issued`,
      hint: 'danhba apply --adopt adoption.yaml',
    }),
  },
  'adoption-resembles': {
    vi: ({ dn, name, address }) => ({
      message: `có vẻ là ${dn}${name === '' ? '' : ` (${name})`}: mục này đang có địa chỉ ${address}`,
      hint: 'Tiếp nhận mục đó: danhba apply --adopt adoption.yaml; chỉ khi là người khác mới xin quyết định địa chỉ khác',
    }),
    en: ({ dn, name, address }) => ({
      message: `looks like ${dn}${name === '' ? '' : ` (${name})`}, which has ${address}`,
      hint: 'Adopt that entry: danhba apply --adopt adoption.yaml; only where it is somebody else is another address decided',
    }),
  },
  'adoption-taken': {
    vi: ({ dn, other }) => ({
      message: `mục ${dn} không tiếp nhận được: đã thuộc về, hoặc khóa này đã có, ${other}`,
      hint: 'Xem ai đang dùng mục nào, rồi sửa adoption.yaml',
    }),
    en: ({ dn, other }) => ({
      message: `the entry ${dn} cannot be adopted: it belongs to, or the key has already, ${other}`,
      hint: 'See who uses which, and mend adoption.yaml',
    }),
  },
  'adoption-undeclared': {
    vi: ({ dn }) => ({
      message: `không tệp nào khai báo chủ của mục ${dn}`,
      hint: 'Khai báo trong tệp của tổ chức, hoặc bỏ mục này khỏi adoption.yaml',
    }),
    en: ({ dn }) => ({
      message: `no file declares whose the entry ${dn} is`,
      hint: "Declare it in the organization's file, or take the entry out of adoption.yaml",
    }),
  },
  'adoption-refused': {
    vi: ({ dn, because, values }) => obstacleWords[because].vi(dn, values.join(', ')),
    en: ({ dn, because, values }) => obstacleWords[because].en(dn, values.join(', ')),
  },
  'undo-changed': {
    vi: ({ dn, differs }) => ({
      message: `mục ${dn} đã thay đổi từ khi tiếp nhận: ${differs.join(', ')}; giữ nguyên, không trả lại`,
      hint: 'Xem ai đã đổi; muốn trả lại thì đưa các thuộc tính này về như lúc tiếp nhận (tệp .undo.jsonl)',
    }),
    en: ({ dn, differs }) => ({
      message: `the entry ${dn} has changed since it was adopted: ${differs.join(', ')}; it stays as it is`,
      hint: 'See who changed it; to give it back, put these attributes as adoption left them (the .undo.jsonl file)',
    }),
  },
};
