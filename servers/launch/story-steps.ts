// The second half of the story: suspended, restored, transferred, ended, archived, deleted; and the whole in order.

import { join } from 'node:path';
import { doveadm } from '../../test/support/mail.ts';
import { firstSteps } from './story-begin.ts';
import { an, binh, day, namesake, record, writeBody } from './story-files.ts';
import {
  fresh,
  heldOf,
  lineWith,
  old,
  oldDn,
  openSession,
  ownPassword,
  recall,
  type Step,
  secondPassword,
  seeJournal,
  seeSessionCut,
  seeShutOut,
  seeSubjects,
  thirdPassword,
  written,
} from './story-looks.ts';
import { changePassword, deliver, loginImap, readAttribute, setLastAccess } from './story-people.ts';
import { openNewestSheet } from './story-stage.ts';

const lastSteps: readonly Step[] = [
  {
    title: { vi: 'Tạm dừng (8.1)', en: 'Suspended (8.1)' },
    deed: {
      vi: 'Ghi quyết định tạm dừng trong lúc chương trình thư của An đang mở',
      en: "The decision is recorded while An's mail program is connected",
    },
    async play(scene) {
      await openSession(scene, old, ownPassword);
      await writeBody(scene.root, 'sotttt', written(record.suspension));
      await scene.danhba(0, 'apply', '--today', day.suspended);
      scene.see('LDAP danhbaState', await readAttribute(scene, oldDn(scene), 'danhbaState'), /^suspended$/);
      await seeSessionCut(scene);
      await seeJournal(scene, 'end-sessions', /"result":"applied"/);
      await seeShutOut(scene, old, ownPassword);
      scene.see('SMTP', await deliver(scene, old, 'Cong van 3'), /^250 /);
    },
  },
  {
    title: { vi: 'Cấp lại mật khẩu không mở khóa (7)', en: 'A reset does not lift it (7)' },
    deed: {
      vi: 'Đơn vị xin cấp lại mật khẩu cho hộp thư đang tạm dừng',
      en: 'The unit asks for a new password of the suspended mailbox',
    },
    async play(scene) {
      await writeBody(scene.root, 'sotttt', written(record.suspension, record.reset));
      await scene.danhba(0, 'apply', '--today', day.reset);
      const password = await openNewestSheet(scene, 'sotttt', old);
      scene.memory.set('password', password);
      await seeShutOut(scene, old, password);
      await seeShutOut(scene, old, ownPassword);
    },
  },
  {
    title: { vi: 'Khôi phục, thư còn nguyên (8.3)', en: 'Restored, the mail intact (8.3)' },
    deed: {
      vi: 'Đơn vị có văn bản xin khôi phục; An đổi mật khẩu và đọc thư',
      en: 'The unit asks for it in writing; An changes the password and reads',
    },
    async play(scene) {
      await writeBody(scene.root, 'sotttt', written(record.suspension, record.restoration, record.reset));
      await scene.danhba(0, 'apply', '--today', day.restored);
      const password = recall<string>(scene, 'password');
      scene.see('IMAP', await loginImap(scene, old, password), /Password must be changed first/);
      const done = await changePassword(scene, old, password, secondPassword);
      scene.see(scene.page.url, done, /^Đã đổi mật khẩu$/);
      // The third was delivered while it was suspended.
      await seeSubjects(scene, old, secondPassword, ['Cong van 1', 'Cong van 2', 'Cong van 3']);
    },
  },
  {
    title: { vi: 'Chuyển đơn vị (8.2, 6.1)', en: 'Transferred (8.2, 6.1)' },
    deed: {
      vi: 'An sang Sở Tài chính: mục của An sang tệp kia',
      en: "An goes to Sở Tài chính: the item moves to that body's file",
    },
    async play(scene) {
      await openSession(scene, old, secondPassword);
      await writeBody(scene.root, 'sotttt', [binh]);
      await writeBody(scene.root, 'sotc', [an]);
      await scene.danhba(0, 'apply', '--today', day.transferred);
      scene.see('LDAP danhbaState', await readAttribute(scene, oldDn(scene), 'danhbaState'), /^terminated$/);
      await seeSessionCut(scene);
      await seeShutOut(scene, old, secondPassword);
      const password = await openNewestSheet(scene, 'sotc', fresh);
      const done = await changePassword(scene, fresh, password, thirdPassword);
      scene.see(scene.page.url, done, /^Đã đổi mật khẩu$/);
      scene.see('SMTP', await deliver(scene, fresh, 'Cong van 4'), /^250 /);
      await seeSubjects(scene, fresh, thirdPassword, ['Cong van 4']);
    },
  },
  {
    title: { vi: 'Địa chỉ cũ bị từ chối (8.2)', en: 'The old address is refused (8.2)' },
    deed: { vi: 'Tỉnh khác vẫn gửi tới địa chỉ cũ', en: 'Another province still writes to the old address' },
    async play(scene) {
      scene.see('SMTP', await deliver(scene, old, 'Cong van 5'), /^550 /);
    },
  },
  {
    title: { vi: 'Hết hạn giữ: lưu, đếm, xóa', en: 'The term passes: archived, counted, deleted' },
    deed: {
      vi: 'Chưa hết hạn, kể cả hạn từ lần truy cập cuối, thì giữ; hết hạn thì lưu thư, đối chiếu từng thư, rồi mới xóa mục',
      en: 'Kept until then, from the last login too; then the mail is archived, every message proven, and only then the entry goes',
    },
    async play(scene) {
      // The server records logins by its own clock, today; the story is told on days of before.
      const seen = await heldOf(scene, day.waits, `person:${an.id}/1`);
      scene.see('plan', seen, /"deletion-not-due".*"term":"access"/);
      await setLastAccess(scene, oldDn(scene), '20261005020000Z');
      const waits = await heldOf(scene, day.waits, `person:${an.id}/1`);
      scene.see('plan', waits, /"deletion-not-due".*"due":"2026-11-12","term":"retention"/);
      const out = await scene.danhba(0, 'apply', '--today', day.deleted);
      scene.see('apply', lineWith(out, 'thư đã lưu'), /: 3 thư đã lưu,/);
      await seeJournal(scene, 'delete', /"result":"applied".*3 messages archived/);
      scene.see('LDAP', await readAttribute(scene, oldDn(scene), 'danhbaState'), /NoSuchObject/);
      // What is in the archive can be read again: handed to a colleague, as Article 13.5 may ask.
      const archive = `mdbox:${join(scene.dovecot.directory, 'mail/people', an.id, 'archive')}`;
      const user = `${binh.id}@people`;
      await doveadm(scene.dovecot, [
        'import',
        { user, sourceLocation: archive, destParentMailbox: 'An', query: ['all'] },
      ]);
      const [status] = await doveadm(scene.dovecot, [
        'mailboxStatus',
        { user, field: ['messages'], mailboxMask: ['An/INBOX'] },
      ]);
      scene.see('kho lưu đọc lại được / read back', JSON.stringify(status), /"messages":"3"/);
    },
  },
  {
    title: { vi: 'Địa chỉ nằm nghỉ', en: 'The address rests' },
    deed: {
      vi: 'Một người khác có cùng địa chỉ theo quy tắc: không được cấp địa chỉ ấy',
      en: 'Another person derives the same address: it is not given to them',
    },
    async play(scene) {
      await writeBody(scene.root, 'sotttt', [binh, namesake]);
      const rest = await heldOf(scene, day.asked, `person:${namesake.id}`);
      scene.see('plan', rest, /"address-retired".*annv\.sotttt@.*"until":"2031-/);
      scene.see('SMTP', await deliver(scene, old, 'Cong van 6'), /^550 /);
    },
  },
];

export const steps: readonly Step[] = [...firstSteps, ...lastSteps];
