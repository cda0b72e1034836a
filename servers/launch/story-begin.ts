// The first half of the story: a mailbox is issued, its holder gets in, mail comes, and a forward is found.

import { chmod, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { openManageSieve } from '../../test/support/mail-clients.ts';
import { an, day, writeBody } from './story-files.ts';
import {
  lineWith,
  old,
  oldDn,
  ownPassword,
  recall,
  refused,
  type Step,
  seeSubjects,
  written,
} from './story-looks.ts';
import {
  changePassword,
  deliver,
  loginImap,
  lookAtDirectory,
  readAttribute,
  setLastAccess,
  tryAllDoors,
} from './story-people.ts';
import { openNewestSheet } from './story-stage.ts';

/** Accepted by Dovecot, which looks for the limit only where the address is no plain text: the @ is written as a number. */
const hiddenByCode = 'require "encoded-character";\n# loc thu\nredirect "banbe${unicode:40}mien-phi.test";\n';
const hiddenByVariable =
  'require "variables";\n# loc thu\nset "noi" "mien-phi.test";\nredirect "banbe@${noi}";\n';

const forwards = new RegExp(`^${old} loc:3 banbe@mien-phi[.]test, ${old} cu:4 banbe@mien-phi[.]test$`);

const find = (lines: readonly string[], part: string) =>
  lines.find((line) => line.includes(part))?.trim() ?? '';

export const firstSteps: readonly Step[] = [
  {
    title: { vi: 'Cấp hộp thư (6.1)', en: 'A mailbox is issued (6.1)' },
    deed: {
      vi: 'Sở thêm Nguyễn Văn An vào tệp; đơn vị vận hành xem kế hoạch rồi thực hiện',
      en: 'The unit adds Nguyễn Văn An to its file; the operator looks at the plan and applies it',
    },
    async play(scene) {
      await writeBody(scene.root, 'sotttt', written());
      await writeBody(scene.root, 'sotc', []);
      await scene.danhba(0, 'check');
      const plan = await scene.danhba(2, 'plan', '--today', day.issued);
      scene.see('kế hoạch / plan', lineWith(plan, old), /annv\.sotttt@/);
      await scene.danhba(0, 'apply', '--today', day.issued);
      scene.see('LDAP danhbaState', await readAttribute(scene, oldDn(scene), 'danhbaState'), /^active$/);
    },
  },
  {
    title: { vi: 'Mật khẩu đầu đã niêm phong (6.3)', en: 'The first password, sealed (6.3)' },
    deed: {
      vi: 'Người giữ khóa mở tệp niêm phong và in phiếu',
      en: 'Who has the key opens the sealed file and prints the sheet',
    },
    async play(scene) {
      scene.memory.set('password', await openNewestSheet(scene, 'sotttt', old));
    },
  },
  {
    title: { vi: 'Chưa đổi thì chưa vào được (6.3)', en: 'No mail before it is changed (6.3)' },
    deed: {
      vi: 'An thử mật khẩu đầu; máy chủ trả lời phải làm gì',
      en: 'An tries the first password; the server answers what to do',
    },
    async play(scene) {
      const [imap, pop3, smtp] = await tryAllDoors(scene, old, recall(scene, 'password'));
      const words = new RegExp(
        `Phai doi mat khau truoc khi dung / Password must be changed first: ${scene.page.url}$`,
      );
      scene.see('IMAP', imap?.[1] ?? '', words);
      scene.see('POP3', pop3?.[1] ?? '', words);
      scene.see('submission', smtp?.[1] ?? '', words);
    },
  },
  {
    title: { vi: 'Đổi mật khẩu (6.3)', en: 'The password is changed (6.3)' },
    deed: {
      vi: 'An mở trang ghi trong câu trả lời và đổi mật khẩu',
      en: 'An opens the page of that answer and changes it',
    },
    async play(scene) {
      const first = recall<string>(scene, 'password');
      const look = await lookAtDirectory(scene, oldDn(scene), first);
      scene.see('LDAP, trước khi đổi / before', look, /restricted to .*modify password/i);
      const weak = await changePassword(scene, old, first, 'mua-xuan').catch(({ message }) => message);
      scene.see(`${scene.page.url}, yếu quá / too weak`, weak, /chưa có chữ hoa, chưa có chữ số/);
      scene.see(scene.page.url, await changePassword(scene, old, first, ownPassword), /^Đã đổi mật khẩu$/);
      scene.see('IMAP, mật khẩu đầu / first password', await loginImap(scene, old, first), refused.IMAP);
    },
  },
  {
    title: { vi: 'Đăng nhập là có truy cập (8.1)', en: 'A login is an access (8.1)' },
    deed: {
      vi: 'An đăng nhập IMAP; lần truy cập cuối trên LDAP đổi theo',
      en: 'An logs in by IMAP; the last access in the directory moves',
    },
    async play(scene) {
      await setLastAccess(scene, oldDn(scene), '20260701020000Z');
      const before = await readAttribute(scene, oldDn(scene), 'authTimestamp');
      scene.see('LDAP authTimestamp', before, /^20260701020000Z$/);
      scene.see('IMAP', await loginImap(scene, old, ownPassword), /^OK$/);
      const after = await readAttribute(scene, oldDn(scene), 'authTimestamp');
      scene.see('LDAP authTimestamp', after, /^(?!20260701)\d{14}Z$/);
    },
  },
  {
    title: { vi: 'Thư đến và đọc được', en: 'Mail comes and is read' },
    deed: {
      vi: 'Tỉnh khác gửi qua SMTP; An đọc bằng IMAP',
      en: 'Another province writes by SMTP; An reads by IMAP',
    },
    async play(scene) {
      scene.see('SMTP', await deliver(scene, old, 'Cong van 1'), /^250 /);
      await seeSubjects(scene, old, ownPassword, ['Cong van 1']);
    },
  },
  {
    title: { vi: 'Chuyển tiếp tự động bị phát hiện (12.5)', en: 'Automatic forwarding is found (12.5)' },
    deed: {
      vi: 'An giấu địa chỉ ngoài trong quy tắc Sieve: bằng biến, rồi bằng mã; một quy tắc cũ đã có sẵn',
      en: 'An hides an outside address in Sieve: by a variable, then by a code; an old script is there already',
    },
    async play(scene) {
      const sieve = await openManageSieve(scene.dovecot.ports.sieve);
      await sieve.login(old, ownPassword);
      const no = (await sieve.putScript('loc', hiddenByVariable)).split('\n')[1] ?? '';
      scene.see('ManageSieve, biến / a variable', no, /policy prohibits the use of a redirect/);
      scene.see('ManageSieve, mã / a code', await sieve.putScript('loc', hiddenByCode), /^OK/);
      await sieve.activate('loc');
      sieve.close();
      // Of the days before the ban, as a migrated mail store brings it.
      const file = join(scene.dovecot.directory, 'mail/people', an.id, 'sieve/cu.sieve');
      await writeFile(file, hiddenByVariable);
      await chmod(file, 0o644);
      const plan = await scene.danhba(0, 'plan', '--today', day.forwarding, '--all');
      const lines = plan.split('\n').filter((line) => line.includes('banbe@mien-phi.test'));
      scene.see('plan', find(lines, '"loc"'), /annv\.sotttt@\S+ .*"loc".* 3:1 .*banbe@mien-phi\.test/);
      scene.see('plan', find(lines, '"cu"'), /annv\.sotttt@\S+ .*"cu".* 4:1 .*banbe@mien-phi\.test/);
      const { rows } = JSON.parse(
        await scene.danhba(0, 'report', 'forwards', '--today', day.forwarding, '--format', 'json'),
      ) as { rows: readonly { address: string; args: { script: string; line: number; target: string } }[] };
      const told = rows.map(({ address, args }) => `${address} ${args.script}:${args.line} ${args.target}`);
      scene.see('report', told.join(', '), forwards);
      scene.see('SMTP', await deliver(scene, old, 'Cong van 2'), /^250 /);
      // It has stayed, instead of going out.
      await seeSubjects(scene, old, ownPassword, ['Cong van 1', 'Cong van 2']);
    },
  },
];
