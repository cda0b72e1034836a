/** What `danhba doctor` looks for, one sentence a check, and what is needed to see it. */
import type { ServerCheckId, Unseen } from '../../../model/doctor/finding.ts';
import type { Language } from '../../text/wording.ts';

type Both = Readonly<Record<Language, string>>;

/** As it must be. */
export const serverTitles: Readonly<Record<ServerCheckId, Both>> = {
  'ldap-reachable': { vi: 'máy chủ LDAP nhận tài khoản này', en: 'the LDAP server takes this account' },
  'ldap-tls': {
    vi: 'đường tới máy chủ LDAP được mã hóa, hoặc không ra khỏi máy này',
    en: 'the way to the LDAP server is encrypted, or does not leave this machine',
  },
  'ldap-version': { vi: 'máy chủ nói LDAP phiên bản 3', en: 'the server speaks LDAP version 3' },
  'ldap-controls': {
    vi: 'máy chủ biết đọc theo trang, ghi có điều kiện',
    en: 'the server knows paged reading and assertions',
  },
  'ldap-schema': {
    vi: 'lược đồ của danhba đủ và mới',
    en: 'danhba’s schema is there, and is the present one',
  },
  'ldap-containers': { vi: 'có đủ các nhánh của danhba', en: 'the containers danhba works in are there' },
  'ldap-sentinel': {
    vi: 'cây là của tỉnh này, thấy đủ số mục của lần chạy trước',
    en: 'the tree is this province’s, and no entry of the last run is missing',
  },
  'ldap-limits': {
    vi: 'đọc được hết, không bị giới hạn số mục',
    en: 'everything can be read, without a ceiling',
  },
  'ldap-policies': {
    vi: 'quy định mật khẩu trên máy chủ đúng như policy.yaml',
    en: 'the password policies are as policy.yaml says',
  },
  'ldap-overlay-ppolicy': { vi: 'overlay ppolicy đang làm việc', en: 'the overlay ppolicy is at work' },
  'ldap-password-quality': { vi: 'mật khẩu yếu bị từ chối', en: 'a weak password is refused' },
  'ldap-overlay-unique': {
    vi: 'không ai được cấp địa chỉ người khác đang dùng',
    en: 'an address that is taken is refused to anybody else',
  },
  'ldap-overlay-lastbind': {
    vi: 'máy chủ ghi lần đăng nhập của chính tài khoản này',
    en: 'the server has recorded the login of this account',
  },
  'ldap-logins': { vi: 'thấy lần đăng nhập của người dùng', en: 'logins of people are seen' },
  'ldap-clock': {
    vi: 'đồng hồ máy này và máy chủ khớp nhau',
    en: 'the clocks of this machine and the server agree',
  },
  'ldap-replicas': {
    vi: 'đọc được mọi bản sao nêu trong policy.yaml',
    en: 'every replica of policy.yaml can be read',
  },
  'ldap-rights-planner': {
    vi: 'tài khoản lập kế hoạch đọc được hết, không ghi được gì',
    en: 'the planner’s account reads everything and writes nothing',
  },
  'ldap-rights-reconciler': {
    vi: 'tài khoản thực hiện ghi được đúng việc của mình, không hơn',
    en: 'the reconciler’s account may do its work, and no more',
  },
  'ldap-addressbook': {
    vi: 'sổ địa chỉ tìm thấy hộp thư đang hoạt động, không thấy gì khác',
    en: 'the address book finds active mailboxes, and nothing else',
  },
  'dovecot-reachable': { vi: 'Dovecot trả lời', en: 'Dovecot answers' },
  'dovecot-commands': {
    vi: 'Dovecot biết các lệnh danhba dùng',
    en: 'Dovecot knows the commands danhba sends',
  },
  'dovecot-users': {
    vi: 'Dovecot biết mọi hộp thư trên LDAP',
    en: 'Dovecot knows every mailbox of the directory',
  },
  'postfix-maps': {
    vi: 'Postfix tra đúng địa chỉ trên LDAP',
    en: 'Postfix looks addresses up in the directory',
  },
  'former-domains': {
    vi: 'thư gửi đến mọi tên miền cũ nêu trong policy.yaml được nhận',
    en: 'mail to every former domain of policy.yaml is received',
  },
  'adoption-file': {
    vi: 'không có adoption.yaml hỏng hoặc đã xong cạnh thư mục',
    en: 'no adoption.yaml beside the directory is unusable or over',
  },
  notices: {
    vi: 'soạn được thông báo cho mọi lần tạm dừng (8.1)',
    en: 'a notice can be drafted of every suspension (8.1)',
  },
  node: { vi: 'Node đủ mới', en: 'Node is new enough' },
  git: { vi: 'có Git đủ mới', en: 'Git is there, and new enough' },
  'time-zone': { vi: 'ngày của máy này là ngày ở Việt Nam', en: 'this machine has the day of Vietnam' },
  'state-folder': {
    vi: 'ghi được nhật ký, chỗ trống còn đủ',
    en: 'the journal can be written, and has room',
  },
  'credentials-folder': {
    vi: 'ghi được phiếu mật khẩu, chỗ trống còn đủ',
    en: 'sealed passwords can be written, and have room',
  },
  github: { vi: 'thiết đặt của kho trên GitHub', en: 'the settings of the repository on GitHub' },
};

/** What is to be done, or set, before it can be seen. */
export const unseenHints: Readonly<Record<Unseen, Both>> = {
  ldap: {
    vi: 'Sửa "ldap-reachable", "ldap-tls" trước rồi chạy lại',
    en: 'First mend ldap-reachable and ldap-tls, then run again',
  },
  'mail-unset': {
    vi: 'Đặt DANHBA_DOVEADM_URL và DANHBA_DOVEADM_API_KEY_FILE',
    en: 'Set DANHBA_DOVEADM_URL and DANHBA_DOVEADM_API_KEY_FILE',
  },
  mail: {
    vi: 'Sửa "dovecot-reachable" trước rồi chạy lại',
    en: 'First mend dovecot-reachable, then run again',
  },
  maps: {
    vi: 'Trên máy chủ Postfix: "postmap -q ĐỊA_CHỈ ldap:/etc/postfix/address.cf" phải in ra hộp thư',
    en: 'On the Postfix machine, "postmap -q ADDRESS ldap:/etc/postfix/address.cf" must print the mailbox',
  },
  'former-domains': {
    vi: 'Với mỗi tên miền ở policy.yaml: naming.legacyDomains: "dig +short MX TÊN_MIỀN" phải ra máy chủ này; trên máy chủ Postfix, "postmap -q ĐỊA_CHỈ_CŨ ldap:/etc/postfix/address.cf" phải in ra hộp thư',
    en: 'For each of policy.yaml: naming.legacyDomains, "dig +short MX DOMAIN" must name this server; on the Postfix machine, "postmap -q OLD_ADDRESS ldap:/etc/postfix/address.cf" must print the mailbox',
  },
  addressbook: {
    vi: 'Đặt DANHBA_LDAP_ADDRESSBOOK_PASSWORD_FILE; chưa có tài khoản này thì xem docs/address-book.vi.md',
    en: 'Set DANHBA_LDAP_ADDRESSBOOK_PASSWORD_FILE; where there is no such account yet, see docs/address-book.md',
  },
  schema: {
    vi: 'Tài khoản này phải đọc được "cn=Subschema"',
    en: 'This account must be able to read cn=Subschema',
  },
  planner: {
    vi: 'Đặt DANHBA_LDAP_PLANNER_DN và DANHBA_LDAP_PLANNER_PASSWORD_FILE, hoặc chạy lại bằng tài khoản đó',
    en: 'Set DANHBA_LDAP_PLANNER_DN and DANHBA_LDAP_PLANNER_PASSWORD_FILE, or run again with that account',
  },
  reconciler: {
    vi: 'Chạy lại bằng tài khoản thực hiện (DANHBA_LDAP_BIND_DN)',
    en: 'Run again with the reconciler’s account (DANHBA_LDAP_BIND_DN)',
  },
  containers: {
    vi: 'Sửa "ldap-containers", "ldap-limits" và quyền đọc trước rồi chạy lại',
    en: 'First mend ldap-containers, ldap-limits and the rights to read, then run again',
  },
  ppolicy: {
    vi: 'Sửa "ldap-overlay-ppolicy", "ldap-policies" trước rồi chạy lại',
    en: 'First mend ldap-overlay-ppolicy and ldap-policies, then run again',
  },
  trial: {
    vi: 'Chưa thử được trên mục của chính lệnh này: sửa các mục khác của LDAP trước rồi chạy lại',
    en: 'It could not be tried on the doctor’s own entry: mend the other checks of LDAP, then run again',
  },
  busy: {
    vi: 'Một lệnh "danhba doctor" khác đang chạy; chờ xong rồi chạy lại',
    en: 'Another danhba doctor is at work; run again when it has ended',
  },
  empty: {
    vi: 'Chưa có hộp thư nào; xem được sau lần thực hiện đầu tiên',
    en: 'There is no mailbox yet; it is seen after the first run',
  },
  few: {
    vi: 'Còn ít mục nên chưa biết. slapd.conf: limits dn.exact="cn=planner,ou=services,{base}" size.soft=unlimited size.hard=unlimited size.pr=1000 size.prtotal=unlimited, và một dòng như thế cho "cn=reconciler"',
    en: 'There are too few entries to tell. slapd.conf: limits dn.exact="cn=planner,ou=services,{base}" size.soft=unlimited size.hard=unlimited size.pr=1000 size.prtotal=unlimited, and such a line for cn=reconciler',
  },
  'github-unset': {
    vi: 'Đặt GITHUB_TOKEN_FILE và GITHUB_REPOSITORY',
    en: 'Set GITHUB_TOKEN_FILE and GITHUB_REPOSITORY',
  },
};
