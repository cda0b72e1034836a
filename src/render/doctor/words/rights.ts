/** What is wrong with the rights of danhba's accounts, and what puts it right; `{base}` is the base DN. */
import type { ServerFindings } from '../../../model/doctor/finding.ts';
import type { Excess } from '../../../model/doctor/trial.ts';
import { remarkText } from '../../errors/remark.ts';
import type { Language, WordingTable } from '../../text/wording.ts';
import { listed } from './listed.ts';

export type RightsFindings = Pick<
  ServerFindings,
  | 'quality-said'
  | 'unique-said'
  | 'replica-unread'
  | 'containers-hidden'
  | 'attributes-hidden'
  | 'planner-fewer'
  | 'planner-writes'
  | 'hash-read'
  | 'reconciler-lacks'
  | 'reconciler-refused'
  | 'reconciler-excess'
  | 'entry-foreign'
  | 'entry-stays'
>;

const rulesOf = (part: string) => `servers/openldap/acl.conf${part} · servers/openldap/config/40-access.ldif`;
const rules = rulesOf('');

const acts: Readonly<Record<Excess, Readonly<Record<Language, string>>>> = {
  'delete-active': { vi: 'xóa hộp thư đang hoạt động', en: 'delete an active mailbox' },
  rename: { vi: 'đổi tên mục', en: 'rename an entry' },
  'other-attribute': {
    vi: 'ghi thuộc tính không phải của danhba (employeeType)',
    en: 'write an attribute danhba does not manage (employeeType)',
  },
};

const removal = (dn: string) => `ldapdelete -D "cn=admin,{base}" -W "${dn}"`;

export const rightsWords: WordingTable<RightsFindings> = {
  'quality-said': {
    vi: ({ what }) => ({
      message: `máy chủ trả lời lạ khi thử mật khẩu yếu: ${remarkText(what, 'vi')}`,
      hint: 'Xem slapd.log',
    }),
    en: ({ what }) => ({
      message: `the server gave another answer to a weak password: ${remarkText(what, 'en')}`,
      hint: 'Look at slapd.log',
    }),
  },
  'unique-said': {
    vi: ({ what }) => ({
      message: `máy chủ trả lời lạ khi thử địa chỉ trùng: ${remarkText(what, 'vi')}`,
      hint: 'Xem slapd.log',
    }),
    en: ({ what }) => ({
      message: `the server gave another answer to an address that is taken: ${remarkText(what, 'en')}`,
      hint: 'Look at slapd.log',
    }),
  },
  'replica-unread': {
    vi: ({ url, what }) => ({
      message: `không đọc được ${url}: ${remarkText(what, 'vi')}`,
      hint: 'policy.yaml: replicas · DANHBA_LDAP_REPLICAS · servers/README.vi.md',
    }),
    en: ({ url, what }) => ({
      message: `cannot be read: ${url}: ${remarkText(what, 'en')}`,
      hint: 'policy.yaml: replicas · DANHBA_LDAP_REPLICAS · servers/README.md',
    }),
  },
  'containers-hidden': {
    vi: ({ names }) => ({ message: `có mục mà tài khoản không đọc được: ${listed(names)}`, hint: rules }),
    en: ({ names }) => ({
      message: `there are entries the account may not read: ${listed(names)}`,
      hint: rules,
    }),
  },
  'attributes-hidden': {
    vi: ({ names }) => ({ message: `tài khoản không đọc được: ${listed(names)}`, hint: rules }),
    en: ({ names }) => ({ message: `the account may not read ${listed(names)}`, hint: rules }),
  },
  'planner-fewer': {
    vi: ({ seen, there }) => ({
      message: `tài khoản lập kế hoạch chỉ thấy ${seen} trong ${there} mục`,
      hint: rules,
    }),
    en: ({ seen, there }) => ({
      message: `the planner’s account sees ${seen} of ${there} entries`,
      hint: rules,
    }),
  },
  'planner-writes': {
    vi: () => ({ message: 'tài khoản lập kế hoạch ghi được lên máy chủ', hint: rules }),
    en: () => ({ message: 'the planner’s account may write', hint: rules }),
  },
  'hash-read': {
    vi: () => ({
      message: 'tài khoản đọc được mật khẩu đã băm',
      hint: `${rulesOf(', phần 1')}; userPassword: "by * none"`,
    }),
    en: () => ({
      message: 'the account may read hashes of passwords',
      hint: `${rulesOf(', part 1')}; userPassword: by * none`,
    }),
  },
  'reconciler-lacks': {
    vi: ({ names }) => ({
      message: `tài khoản thực hiện không ghi được: ${listed(names)}`,
      hint: rulesOf(', phần 1 và 5'),
    }),
    en: ({ names }) => ({
      message: `the reconciler’s account may not write ${listed(names)}`,
      hint: rulesOf(', parts 1 and 5'),
    }),
  },
  'reconciler-refused': {
    vi: ({ what }) => ({
      message: `tài khoản thực hiện không thêm được mục: ${remarkText(what, 'vi')}`,
      hint: `${rulesOf(', phần 5')}; nếu đây là tài khoản lập kế hoạch: DANHBA_LDAP_PLANNER_DN`,
    }),
    en: ({ what }) => ({
      message: `the reconciler’s account may not add an entry: ${remarkText(what, 'en')}`,
      hint: `${rulesOf(', part 5')}; where this is the planner’s account: DANHBA_LDAP_PLANNER_DN`,
    }),
  },
  'reconciler-excess': {
    vi: ({ acts: all }) => ({
      message: `tài khoản thực hiện có quyền quá rộng: ${all.map((act) => acts[act].vi).join(', ')}`,
      hint: rulesOf(', phần 5'),
    }),
    en: ({ acts: all }) => ({
      message: `the reconciler’s account may do too much: ${all.map((act) => acts[act].en).join(', ')}`,
      hint: rulesOf(', part 5'),
    }),
  },
  'entry-foreign': {
    vi: ({ dn }) => ({
      message: `đã có mục không chắc là của lệnh này, nên để nguyên: ${dn}`,
      hint: `Xem ai tạo (creatorsName); nếu không ai cần: ${removal(dn)}`,
    }),
    en: ({ dn }) => ({
      message: `an entry that cannot be proven to be the doctor’s was left alone: ${dn}`,
      hint: `See who made it (creatorsName); where nobody needs it: ${removal(dn)}`,
    }),
  },
  'entry-stays': {
    vi: ({ dn, what }) => ({
      message: `không xóa được mục đã thử: ${dn}: ${remarkText(what, 'vi')}`,
      hint: `${removal(dn)}; rồi sửa quyền theo servers/openldap/acl.conf`,
    }),
    en: ({ dn, what }) => ({
      message: `the entry that was tried could not be removed: ${dn}: ${remarkText(what, 'en')}`,
      hint: `${removal(dn)}; then mend the rights by servers/openldap/acl.conf`,
    }),
  },
};
