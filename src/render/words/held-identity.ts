/** Why nothing is done with an entry that cannot be told for sure, and how it is put right. */
import type { HeldArgs } from '../../model/plan.ts';
import type { WordingTable } from '../wording.ts';

export const identityWords: WordingTable<
  Pick<HeldArgs, 'entry-misplaced' | 'entry-misnamed' | 'entry-duplicate'>
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
};
