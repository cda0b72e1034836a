/** danhba on a real terminal: `apply` asks before it does anything, in a pipe never; colour and width are the terminal's. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runDanhba, settingsOf } from '../../support/child.ts';
import { makeWorkplace, type Workplace } from '../../support/run.ts';
import { type RunningServer, servers } from '../../support/servers.ts';
import { onTerminal, readable, type TerminalOptions } from '../../support/terminal.ts';
import { organizationText, testRecipient } from '../../support/world.ts';

const question = 'Thực hiện? Gõ "có" rồi Enter (mặc định: không): ';
const person = (id: number, name: string) => `id: LC-00000${id}, name: ${name}`;
const an = person(1, 'Nguyễn Văn An');
const binh = person(2, 'Trần Thị Bình');
const chi = person(3, 'Lò Văn Chi');
const dung = person(4, 'Vàng A Dũng');

describe.each(servers)('on %s', (_name, start) => {
  let server: RunningServer;
  let work: Workplace;
  const house = (...people: string[]) =>
    work.write({ sokx: organizationText('sokx', people, 'mailbox: none\n') });

  beforeAll(async () => {
    server = await start();
    work = await makeWorkplace(server, {
      ubnd: `id: ubnd\nname: Ủy ban nhân dân tỉnh Lai Châu\nkind: people-committee\ncode: ubnd\nmailbox: none\ncredentialRecipients: [${testRecipient}]\n`,
      sokx: organizationText('sokx', [an], 'mailbox: none\n'),
    });
  });

  afterAll(async () => {
    await work?.remove();
    await server?.stop();
  });

  const args = ['apply', '--today', '2026-11-23'];
  const at = (options: Partial<TerminalOptions> = {}): TerminalOptions => ({
    cwd: work.root,
    ...options,
    environment: { ...settingsOf(server), ...options.environment },
  });
  const answered = (keys: string, before?: () => Promise<void>) => ({
    typed: [{ after: question, keys, ...(before && { before }) }],
  });
  const pending = async () => (await work.plan()).plan.changes.map(({ id }) => id);

  it.each([
    ['no', 'không\r'],
    ['Enter alone', '\r'],
    ['something else', 'ừ\r'],
    ['Ctrl-C', '\u0003'],
    ['Ctrl-D', '\u0004'],
  ])('asks, and does nothing upon %s', async (_what, keys) => {
    const before = await pending();
    const { code, shown } = await onTerminal(args, at(answered(keys)));
    expect(readable(shown)).toMatch(/Sẽ làm \d+ thay đổi: cấp mới \d+\./);
    expect(readable(shown)).toContain('[apply-declined] Chưa làm gì');
    expect(code).toBe(3);
    expect(await pending()).toEqual(before);
  });

  it('takes nothing for an answer that was typed before the question stood there', async () => {
    const before = await pending();
    const typed = [
      { after: 'Đang đọc', keys: 'có\r' },
      { after: question, keys: '\r' },
    ];
    const { code, shown } = await onTerminal(args, at({ typed }));
    expect([code, readable(shown).includes('[apply-declined]')]).toEqual([3, true]);
    expect(await pending()).toEqual(before);
  });

  it('does exactly what was shown, and tells how long it took, where the passwords are', async () => {
    const later = () => house(an, binh);
    const { code, shown } = await onTerminal(args, at(answered('có\r', later)));
    const text = readable(shown);
    expect(code, text).toBe(0);
    expect(text).toContain('Đang đọc máy chủ thư mục: ');
    expect(text).toMatch(/\[█{20,30}\] (\d+)\/\1\n/);
    expect(text).toMatch(/\nđã làm: \d+\nHết \d+ giây\.\nMật khẩu: 1 tệp niêm phong trong credentials; /);
    // Whoever came into the file while the question stood was not shown.
    expect(await pending()).toEqual(['create person:LC-000002']);
  });

  it.each([
    ['yes, in English', ['--lang', 'en'], 'Go ahead? Type "yes" and Enter (default: no): '],
    ['y, as shown', [], question],
  ])('takes %s', async (_what, language, asked) => {
    await house(an, binh, ...(language.length > 0 ? [] : [chi]));
    const { code, shown } = await onTerminal(
      [...args, ...language],
      at({ typed: [{ after: asked, keys: language.length > 0 ? 'yes\r' : 'Y\r' }] }),
    );
    expect(code, shown).toBe(0);
    expect(await pending()).toEqual([]);
  });

  it('keeps its progress out of what is written to a file', async () => {
    const plan = ['plan', '--today', '2026-11-23', '--format', 'json'];
    const { code, shown } = await onTerminal(plan, at({ shell: '> seen.json' }));
    expect(code).toBe(0);
    expect(shown).toContain('Đang đọc máy chủ thư mục: ');
    const piped = await runDanhba(plan, { cwd: work.root, environment: settingsOf(server) });
    expect(await readFile(join(work.root, 'seen.json'), 'utf8')).toBe(piped.out);
    expect(piped.err).toBe('');
  });

  it('does not ask with --yes, nor where there is nothing to do', async () => {
    await house(an, binh, chi, dung);
    const done = await onTerminal([...args, '--yes'], at());
    expect([done.code, done.shown.includes(question)]).toEqual([0, false]);
    const idle = await onTerminal(args, at());
    expect([idle.code, idle.shown.includes(question)]).toEqual([0, false]);
    expect(readable(idle.shown)).toContain('Không có thay đổi nào để làm.');
  });

  it('never asks in a pipe: neither of both sides, nor of one', async () => {
    const titled = (title: string) => house(`${an}, title: ${title}`, binh, chi, dung);
    await titled('Chuyên viên');
    const piped = await runDanhba(args, { cwd: work.root, environment: settingsOf(server) });
    expect([piped.code, piped.out]).toEqual([0, 'đã làm: 1\n']);
    for (const [title, shell] of [
      ['Trưởng phòng', '| cat'],
      ['Giám đốc', '< /dev/null'],
    ] as const) {
      await titled(title);
      const { code, shown } = await onTerminal(args, at({ shell }));
      expect(shown).not.toContain(question);
      expect(code).toBe(0);
      expect(await pending()).toEqual([]);
    }
  });
});

describe('what is shown', () => {
  const root = join(import.meta.dirname, '../../..');
  const check = ['check', '--directory', 'test/problems/date-invalid'];
  const colour = /\u001b\[\d+m/;

  it('is in colour on a terminal, unless its owner wants none', async () => {
    expect((await onTerminal(check, { cwd: root })).shown).toMatch(colour);
    expect((await onTerminal(check, { cwd: root, environment: { NO_COLOR: '1' } })).shown).not.toMatch(
      colour,
    );
  });

  it('is plain in a pipe, unless colour is forced', async () => {
    const plain = await runDanhba(check, { cwd: root });
    expect(plain.out).not.toMatch(colour);
    const forced = await onTerminal(check, { cwd: root, shell: '| cat', environment: { FORCE_COLOR: '1' } });
    expect(forced.shown).toMatch(colour);
    expect(readable(forced.shown)).toBe(plain.out);
  });

  it('the help of a command keeps to sixty columns, but for lines to be typed', async () => {
    const { shown } = await onTerminal(['apply', '--help'], { cwd: root, columns: 60 });
    const lines = readable(shown).normalize('NFC').split('\n');
    expect(lines.filter((line) => [...line].length > 60 && !line.startsWith('  $ '))).toEqual([]);
    expect(shown).toContain('\n  --yes ');
  });

  it.each([40, 60, 120])('keeps to %i columns', async (columns) => {
    const { shown } = await onTerminal(check, { cwd: root, columns });
    const lines = readable(shown).split('\n');
    const wide = lines.filter(
      (line) => [...line.normalize('NFC')].length > columns && / \S* /.test(line.trim()),
    );
    expect(wide).toEqual([]);
    const whole = await runDanhba(check, { cwd: root });
    const first = (text: string) => text.split(/\s+/).slice(0, 12).join(' ');
    expect(first(readable(shown))).toBe(first(whole.out));
  });
});
