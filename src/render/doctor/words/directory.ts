/** What is wrong with the directory server, and the line or command that puts it right; `{base}` is the base DN. */
import type { ServerFindings } from '../../../model/doctor/finding.ts';
import { remarkText } from '../../errors/remark.ts';
import type { WordingTable } from '../../text/wording.ts';
import { listed } from './listed.ts';

export type DirectoryFindings = Pick<
  ServerFindings,
  | 'tls-none'
  | 'tls-ends'
  | 'version-other'
  | 'controls-lacking'
  | 'schema-lacking'
  | 'containers-missing'
  | 'province-other'
  | 'entries-missing'
  | 'limits-refused'
  | 'policies-missing'
  | 'policies-differ'
  | 'ppolicy-none'
  | 'quality-none'
  | 'unique-none'
  | 'lastbind-none'
  | 'lastbind-hidden'
  | 'logins-none'
  | 'clock-differs'
>;

const config = 'servers/openldap/config';
const limits = (role: string) =>
  `slapd.conf: limits dn.exact="cn=${role},ou=services,{base}" size.soft=unlimited size.hard=unlimited size.pr=1000 size.prtotal=unlimited · ${config}/30-limits.ldif`;
const unique = `slapd.conf: "overlay unique", unique_uri "serialize ldap:///{base}?danhbaAddress?sub" · ${config}/60-unique.ldif`;
const lastbind = `slapd.conf: overlay lastbind, lastbind-precision 3600 · ${config}/80-lastbind.ldif`;
const ppolicy = `slapd.conf: overlay ppolicy, ppolicy_default "cn=users,ou=policies,{base}", ppolicy_hash_cleartext · ${config}/70-ppolicy.ldif`;

export const directoryWords: WordingTable<DirectoryFindings> = {
  'tls-none': {
    vi: () => ({
      message: 'mật khẩu và dữ liệu đi qua mạng không mã hóa',
      hint: 'DANHBA_LDAP_URL=ldaps://… hoặc DANHBA_LDAP_STARTTLS=1; bỏ DANHBA_LDAP_ALLOW_PLAINTEXT',
    }),
    en: () => ({
      message: 'passwords and data cross the network unencrypted',
      hint: 'DANHBA_LDAP_URL=ldaps://… or DANHBA_LDAP_STARTTLS=1; unset DANHBA_LDAP_ALLOW_PLAINTEXT',
    }),
  },
  'tls-ends': {
    vi: ({ days }) => ({
      message: `chứng chỉ của máy chủ còn ${days} ngày`,
      hint: 'Gia hạn, rồi khởi động lại slapd',
    }),
    en: ({ days }) => ({
      message: `the server’s certificate ends in ${days} days`,
      hint: 'Renew it, then restart slapd',
    }),
  },
  'version-other': {
    vi: ({ names }) => ({
      message: `máy chủ chỉ nói LDAP phiên bản: ${listed(names)}`,
      hint: 'Dùng OpenLDAP 2.5 trở lên',
    }),
    en: ({ names }) => ({
      message: `the server speaks LDAP of other versions: ${listed(names)}`,
      hint: 'Use OpenLDAP 2.5 or newer',
    }),
  },
  'controls-lacking': {
    vi: ({ names }) => ({
      message: `máy chủ không biết: ${listed(names)}`,
      hint: 'Dùng OpenLDAP 2.5 trở lên; tài khoản này phải đọc được mục gốc',
    }),
    en: ({ names }) => ({
      message: `the server does not know: ${listed(names)}`,
      hint: 'Use OpenLDAP 2.5 or newer; this account must be able to read the root DSE',
    }),
  },
  'schema-lacking': {
    vi: ({ names }) => ({
      message: `lược đồ của danhba trên máy chủ cũ hoặc chưa có, thiếu: ${listed(names)}`,
      hint: `Chép servers/openldap/danhba.schema lên máy chủ, khởi động lại slapd; hoặc ${config}/10-schema.ldif. Dữ liệu vẫn còn`,
    }),
    en: ({ names }) => ({
      message: `danhba’s schema on the server is old or not there; it lacks ${listed(names)}`,
      hint: `Copy servers/openldap/danhba.schema to the server and restart slapd, or ${config}/10-schema.ldif. No data is lost`,
    }),
  },
  'containers-missing': {
    vi: ({ names }) => ({
      message: `không thấy dưới {base}: ${listed(names)}`,
      hint: `Thêm bằng "ldapadd" như servers/openldap/base.ldif, ${config}/50-containers.ldif; nếu đã có thì cho tài khoản này quyền đọc (acl.conf); có với tên khác thì khai trong policy.yaml: containers`,
    }),
    en: ({ names }) => ({
      message: `not seen below {base}: ${listed(names)}`,
      hint: `Add them by ldapadd as servers/openldap/base.ldif has them, ${config}/50-containers.ldif; where they are there, give this account the right to read (acl.conf); under another name, say so in policy.yaml: containers`,
    }),
  },
  'province-other': {
    vi: ({ province, domain }) => ({
      message: `cây này thuộc ${province}, không phải ${domain}`,
      hint: 'DANHBA_LDAP_URL · policy.yaml: domain, baseDn',
    }),
    en: ({ province, domain }) => ({
      message: `this tree belongs to ${province}, not ${domain}`,
      hint: 'DANHBA_LDAP_URL · policy.yaml: domain, baseDn',
    }),
  },
  'entries-missing': {
    vi: ({ seen, count }) => ({
      message: `chỉ thấy ${seen} mục, lần chạy trước để lại ${count}`,
      hint: 'Xem quyền đọc của tài khoản và bản sao lưu; nếu số mục đúng: danhba plan --expect SỐ',
    }),
    en: ({ seen, count }) => ({
      message: `${seen} entries are seen where the last run left ${count}`,
      hint: 'Look at the account’s rights and at your backup; where the number is right: danhba plan --expect NUMBER',
    }),
  },
  'limits-refused': {
    vi: ({ role, what }) => ({
      message: `máy chủ không cho đọc hết: ${remarkText(what, 'vi')}`,
      hint: limits(role),
    }),
    en: ({ role, what }) => ({
      message: `the server does not let everything be read: ${remarkText(what, 'en')}`,
      hint: limits(role),
    }),
  },
  'policies-missing': {
    vi: ({ names }) => ({
      message: `không thấy quy định mật khẩu: ${listed(names)}`,
      hint: 'Thêm "cn=users" và "cn=administrators" dưới "ou=policies" như servers/openldap/base.ldif',
    }),
    en: ({ names }) => ({
      message: `password policies are not seen: ${listed(names)}`,
      hint: 'Add cn=users and cn=administrators below ou=policies as servers/openldap/base.ldif has them',
    }),
  },
  'policies-differ': {
    vi: ({ names }) => ({
      message: `quy định mật khẩu khác policy.yaml: ${listed(names)}`,
      hint: 'danhba apply sẽ sửa lại',
    }),
    en: ({ names }) => ({
      message: `password policies differ from policy.yaml: ${listed(names)}`,
      hint: 'danhba apply puts them right',
    }),
  },
  'ppolicy-none': {
    vi: () => ({ message: 'overlay ppolicy không làm việc: khóa không có tác dụng', hint: ppolicy }),
    en: () => ({ message: 'the overlay ppolicy is not at work: a lock locks nobody out', hint: ppolicy }),
  },
  'quality-none': {
    vi: () => ({
      message: 'mật khẩu một chữ cái cũng được nhận',
      hint: 'ppolicy_default phải là "cn=users,ou=policies,{base}", quy định đó có "pwdCheckQuality: 2"; tài khoản thực hiện có quyền "=w" với userPassword, không phải "manage"',
    }),
    en: () => ({
      message: 'a password of one letter is taken',
      hint: 'ppolicy_default must be "cn=users,ou=policies,{base}", that policy have pwdCheckQuality: 2, and the reconciler the right =w to userPassword, not manage',
    }),
  },
  'unique-none': {
    vi: () => ({ message: 'hai mục có thể có cùng một địa chỉ', hint: unique }),
    en: () => ({ message: 'two entries can have one address', hint: unique }),
  },
  'lastbind-none': {
    vi: () => ({
      message: 'máy chủ không ghi lần đăng nhập: không ai bị coi là bỏ hộp thư (8.1)',
      hint: lastbind,
    }),
    en: () => ({ message: 'the server records no logins: nobody is found inactive (8.1)', hint: lastbind }),
  },
  'lastbind-hidden': {
    vi: () => ({
      message: 'tài khoản này không đọc được lần đăng nhập của chính mình',
      hint: 'acl.conf, phần 2: quyền đọc authTimestamp dưới {base}',
    }),
    en: () => ({
      message: 'this account may not read its own login',
      hint: 'acl.conf, part 2: the right to read authTimestamp below {base}',
    }),
  },
  'logins-none': {
    vi: () => ({
      message: 'chưa thấy ai từng đăng nhập',
      hint: 'Đăng nhập thử một hộp thư; nếu vẫn không thấy: Dovecot phải có "auth_bind = yes"; xem acl.conf, phần 2',
    }),
    en: () => ({
      message: 'nobody is seen to have ever logged in',
      hint: 'Log in to a mailbox; where that does not show: auth_bind = yes in Dovecot, and acl.conf, part 2',
    }),
  },
  'clock-differs': {
    vi: ({ ahead }) => ({
      message: `đồng hồ máy chủ ${ahead > 0 ? 'nhanh' : 'chậm'} hơn máy này ${Math.abs(ahead)} giây`,
      hint: 'Chỉnh giờ cả hai máy (NTP)',
    }),
    en: ({ ahead }) => ({
      message: `the server’s clock is ${Math.abs(ahead)} s ${ahead > 0 ? 'ahead of' : 'behind'} this machine’s`,
      hint: 'Set both clocks (NTP)',
    }),
  },
};
