/** What is wrong with the mail server or with the machine danhba runs on, and what puts it right. */
import type { ServerFindings } from '../../../model/doctor/finding.ts';
import type { WordingTable } from '../../text/wording.ts';
import { listed } from './listed.ts';

export type MachineFindings = Pick<
  ServerFindings,
  | 'commands-lacking'
  | 'users-unknown'
  | 'node-old'
  | 'git-none'
  | 'git-old'
  | 'zone-none'
  | 'zone-differs'
  | 'folder-unwritable'
  | 'folder-open'
  | 'folder-full'
>;

export const machineWords: WordingTable<MachineFindings> = {
  'commands-lacking': {
    vi: ({ names }) => ({
      message: `Dovecot không biết lệnh: ${listed(names)}`,
      hint: 'Dovecot 2.3 với Pigeonhole; mail_plugins: quota, sieve (servers/dovecot/dovecot.conf)',
    }),
    en: ({ names }) => ({
      message: `Dovecot does not know: ${listed(names)}`,
      hint: 'Dovecot 2.3 with Pigeonhole; mail_plugins: quota, sieve (servers/dovecot/dovecot.conf)',
    }),
  },
  'users-unknown': {
    vi: ({ names }) => ({
      message: `Dovecot không biết các hộp thư: ${listed(names)}`,
      hint: 'servers/dovecot/ldap-mailbox.conf: iterate_filter, iterate_attrs; quyền đọc của "cn=mailserver" (acl.conf, phần 3)',
    }),
    en: ({ names }) => ({
      message: `Dovecot does not know these mailboxes: ${listed(names)}`,
      hint: 'servers/dovecot/ldap-mailbox.conf: iterate_filter, iterate_attrs; the rights of cn=mailserver (acl.conf, part 3)',
    }),
  },
  'node-old': {
    vi: ({ version }) => ({ message: `Node ${version} quá cũ`, hint: 'Cài Node 24' }),
    en: ({ version }) => ({ message: `Node ${version} is too old`, hint: 'Install Node 24' }),
  },
  'git-none': {
    vi: () => ({ message: 'máy này chưa có Git', hint: '"apt-get install git"' }),
    en: () => ({ message: 'there is no Git on this machine', hint: '"apt-get install git"' }),
  },
  'git-old': {
    vi: ({ version }) => ({
      message: `Git ${version} không gộp thử được pull request`,
      hint: 'Cài Git 2.38 trở lên',
    }),
    en: ({ version }) => ({
      message: `Git ${version} cannot try the merge of a pull request`,
      hint: 'Install Git 2.38 or newer',
    }),
  },
  'zone-none': {
    vi: () => ({ message: 'máy này không biết múi giờ Asia/Ho_Chi_Minh', hint: '"apt-get install tzdata"' }),
    en: () => ({
      message: 'this machine does not know the zone Asia/Ho_Chi_Minh',
      hint: '"apt-get install tzdata"',
    }),
  },
  'zone-differs': {
    vi: ({ there, here }) => ({
      message: `máy này cho là ngày ${there} ở Việt Nam, danhba tính là ${here}`,
      hint: '"apt-get install tzdata"; xem đồng hồ: "timedatectl"',
    }),
    en: ({ there, here }) => ({
      message: `by this machine it is ${there} in Vietnam, by danhba ${here}`,
      hint: '"apt-get install tzdata"; look at the clock: "timedatectl"',
    }),
  },
  'folder-unwritable': {
    vi: ({ folder }) => ({
      message: `không ghi được vào ${folder}`,
      hint: `"install -d -m 700 '${folder}'"`,
    }),
    en: ({ folder }) => ({
      message: `${folder} cannot be written to`,
      hint: `"install -d -m 700 '${folder}'"`,
    }),
  },
  'folder-open': {
    vi: ({ folder }) => ({
      message: `ai dùng máy này cũng xem được ${folder}`,
      hint: `"chmod 700 '${folder}'"`,
    }),
    en: ({ folder }) => ({
      message: `every user of this machine can look into ${folder}`,
      hint: `"chmod 700 '${folder}'"`,
    }),
  },
  'folder-full': {
    vi: ({ folder, freeMiB }) => ({
      message: `đĩa của ${folder} chỉ còn trống ${freeMiB} MiB`,
      hint: 'Dọn đĩa, hoặc đặt nơi khác: --journal, --credentials',
    }),
    en: ({ folder, freeMiB }) => ({
      message: `only ${freeMiB} MiB are free where ${folder} is`,
      hint: 'Make room, or put it elsewhere: --journal, --credentials',
    }),
  },
};
