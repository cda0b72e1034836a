/** Why nothing is done with an entry that cannot be told for sure, and how it is put right. */
import type { HeldArgs } from '../../../model/plan/plan.ts';
import type { WordingTable } from '../../text/wording.ts';

export const identityWords: WordingTable<
  Pick<
    HeldArgs,
    | 'entry-misplaced'
    | 'entry-misnamed'
    | 'entry-duplicate'
    | 'entry-occupied'
    | 'entry-children'
    | 'entry-class'
    | 'entry-options'
    | 'locked-otherwise'
  >
> = {
  'entry-misplaced': {
    vi: ({ dn, belongs, ldif }) => ({
      message: `mục ${dn} không nằm đúng chỗ; chỗ của nó là ${belongs}`,
      hint: `Xem có ai đã dời mục này; đưa về bằng ldapmodify:\n${ldif}`,
    }),
    en: ({ dn, belongs, ldif }) => ({
      message: `the entry ${dn} is not where it belongs: ${belongs}`,
      hint: `Find out who moved it; ldapmodify puts it back:\n${ldif}`,
    }),
  },
  'entry-misnamed': {
    vi: ({ dn, belongs, ldif }) => ({
      message: `mục ${dn} mang tên khác tên lúc cấp; tên đúng là ${belongs}`,
      hint: `Thư lưu theo tên này; đổi lại bằng ldapmodify:\n${ldif}`,
    }),
    en: ({ dn, belongs, ldif }) => ({
      message: `the entry ${dn} is not named as it was issued: ${belongs}`,
      hint: `Mail is stored by that name; ldapmodify gives it back:\n${ldif}`,
    }),
  },
  'entry-duplicate': {
    vi: ({ dn, other, ldif }) => ({
      message: `hai mục cùng một mã: ${dn} và ${other}`,
      hint: `Xem mục nào đang dùng (lần đăng nhập, thư); nếu là mục đầu, bỏ mục kia bằng ldapmodify:\n${ldif}`,
    }),
    en: ({ dn, other, ldif }) => ({
      message: `two entries have one key: ${dn} and ${other}`,
      hint: `Look which of them is in use (logins, mail); if it is the first, ldapmodify takes the other away:\n${ldif}`,
    }),
  },
  'entry-occupied': {
    vi: ({ dn, holder }) => ({
      message: `mục ${dn}, ${holder ? `của ${holder}` : 'không phải của danhba'}, đang ở đúng chỗ này`,
      hint: 'Người quản trị máy chủ dời hoặc xóa mục đó',
    }),
    en: ({ dn, holder }) => ({
      message: `the entry ${dn}, ${holder ? `of ${holder}` : 'not managed by danhba'}, stands in this place`,
      hint: 'The administrator of the server moves or removes that entry',
    }),
  },
  'entry-children': {
    vi: ({ dn }) => ({
      message: `dưới mục ${dn} còn mục khác, nên chưa xóa được; thư và địa chỉ giữ nguyên`,
      hint: `Người quản trị máy chủ xem và dời các mục bên dưới: ldapsearch -b "${dn}" -s sub 1.1`,
    }),
    en: ({ dn }) => ({
      message: `other entries stand below ${dn}, so it cannot be deleted; mail and addresses stay as they are`,
      hint: `The administrator of the server looks at what stands below and moves it: ldapsearch -b "${dn}" -s sub 1.1`,
    }),
  },
  'entry-class': {
    vi: ({ dn, lacks }) => ({
      message: `mục ${dn} không thuộc lớp ${lacks}, nên không chứa được dữ liệu hộp thư; máy chủ không cho đổi lớp cấu trúc`,
      hint: `Người quản trị máy chủ xuất mục này ra LDIF, thêm objectClass: ${lacks} và nạp lại`,
    }),
    en: ({ dn, lacks }) => ({
      message: `the entry ${dn} is not of class ${lacks}, so it cannot hold an account; no server lets the structural class change`,
      hint: `The administrator of the server exports the entry as LDIF, adds objectClass: ${lacks}, and loads it again`,
    }),
  },
  'entry-options': {
    vi: ({ attributes, addresses, ldif }) => ({
      message: `máy chủ có ${attributes.join(', ')}, danhba không quản lý${receivingOf.vi(addresses)}`,
      hint: `Nếu không cần, bỏ bằng ldapmodify:\n${ldif}`,
    }),
    en: ({ attributes, addresses, ldif }) => ({
      message: `the server has ${attributes.join(', ')}, which danhba does not manage${receivingOf.en(addresses)}`,
      hint: `If nobody needs it, ldapmodify takes it away:\n${ldif}`,
    }),
  },
  'locked-otherwise': {
    vi: ({ attribute, value, ldif }) => ({
      message: `máy chủ còn khóa hộp thư bằng ${attribute} (${value}), không phải do danhba; người dùng chưa vào được`,
      hint: `Hỏi người quản trị máy chủ; nếu không cần nữa, bỏ bằng ldapmodify:\n${ldif}`,
    }),
    en: ({ attribute, value, ldif }) => ({
      message: `the server also locks the mailbox by ${attribute} (${value}), which is not danhba's; its holder cannot log in`,
      hint: `Ask the administrator of the server; where nobody needs it, ldapmodify takes it away:\n${ldif}`,
    }),
  },
};

const receivingOf = {
  vi: (addresses: readonly string[]) =>
    addresses.length === 0 ? '' : `; có thể nhận thư của ${addresses.join(', ')}`,
  en: (addresses: readonly string[]) =>
    addresses.length === 0 ? '' : `; it may receive the mail of ${addresses.join(', ')}`,
};
