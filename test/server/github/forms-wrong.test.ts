/** Forms that cannot be carried out: whom they may mean and what is wrong is answered, and nothing is proposed. */
import { afterAll, afterEach, beforeAll, describe, expect, it, test } from 'vitest';
import type { RequestKind } from '../../../src/model/github/request.ts';
import { agency, basis, type FormsDesk, openFormsDesk, own } from '../../support/forms-desk.ts';
import type { Filled } from '../../unit/review/fill-form.ts';

let desk: FormsDesk;
beforeAll(async () => {
  desk = await openFormsDesk();
});
afterEach(() => desk.settle());
afterAll(() => desk?.close());

describe('whom a form means', () => {
  it('is asked back where it may be two, with what tells them apart, and nothing private', async () => {
    const answers = { ...own, person: 'lò thị mai' };
    const number = await desk.open('reset', answers);
    expect(await desk.request(number)).toMatchObject({ code: 1, out: '' });
    expect(await desk.pullsOf(number)).toEqual([]);
    const [asked = '', ...others] = await desk.commentsOn(number);
    expect(others).toEqual([]);
    expect(asked).toContain('LC-000002 · Lò Thị Mai · Chuyên viên, Phòng A');
    expect(asked).toContain('LC-000003 · Lò Thị Mai · Kế toán viên');
    expect(asked).not.toMatch(/111 111|222 222|STTTT-CNTT/);
    await desk.edit(number, 'reset', { ...answers, person: 'LC-000003' });
    expect(await desk.request(number)).toMatchObject({ code: 0 });
    const [pull] = await desk.pullsOf(number);
    const comments = await desk.commentsOn(number);
    expect(comments).toHaveLength(1);
    expect(comments[0]).toContain(`#${pull?.number}`);
    expect(comments[0]).not.toContain('Chưa thực hiện được');
    const { folder, lines } = await desk.proposed(number);
    // As the decision beside it is written.
    expect(lines).toEqual(['+    passwordReset: {document: 15/STTTT-CNTT, date: 2026-11-20}']);
    expect(await desk.planOf(folder)).toMatchObject([{ kind: 'reset', key: 'person:LC-000003' }]);
  });

  it('is asked back where two organizations have one name', async () => {
    const number = await desk.open('issue', { ...basis, organization: 'Phòng Nội vụ', name: 'Sùng A Chứ' });
    expect(await desk.request(number)).toMatchObject({ code: 1 });
    const [asked = ''] = await desk.commentsOn(number);
    expect(asked).toContain('sinho-pnv · Phòng Nội vụ · Huyện Sìn Hồ');
    expect(asked).toContain('tplc-pnv · Phòng Nội vụ · Thành phố Lai Châu');
    expect(await desk.pullsOf(number)).toEqual([]);
  });
});

describe('what is wrong is answered in Vietnamese, with English below, and nothing is proposed:', () => {
  test.each<[string, RequestKind, Filled, string, string]>([
    [
      'a name and a date are missing',
      'issue',
      { organization: 'sotttt', document: '15/VP' },
      'Thiếu "Họ và tên"',
      '"Date of the document" is missing',
    ],
    [
      'no such organization, but one like it',
      'issue',
      { ...basis, organization: 'sottt', name: 'Giàng A Páo' },
      'Có phải là: sotttt · Sở Thông tin và Truyền thông',
      'There is no organization "sottt"',
    ],
    [
      'no such day',
      'restore',
      { ...own, person: 'Đỗ Minh Hòa', date: '31/02/2026' },
      '"31/02/2026" không phải một ngày có thật',
      'is no existing day',
    ],
    [
      'a day to come',
      'restore',
      { ...own, person: 'Đỗ Minh Hòa', date: '24/11/2026' },
      'ngày 24/11/2026 chưa tới',
      '2026-11-24 is still to come',
    ],
    ['nobody of that name', 'reset', { ...own, person: 'Ai Đó' }, 'không có ai', 'has nobody called "Ai Đó"'],
    [
      'a name without its marks',
      'reset',
      { ...own, person: 'Do Minh Hoa' },
      'Có phải là: LC-000004 · Đỗ Minh Hòa',
      'Is it: LC-000004',
    ],
    [
      'suspended already',
      'suspend',
      { ...own, person: 'Đỗ Minh Hòa', clause: 'Khoản 1' },
      'đã tạm dừng từ 04/05/2026',
      'is suspended since 2026-05-04',
    ],
    [
      'a notice nobody knows',
      'notice',
      { ...basis, organization: 'sotttt', 'notice-id': '1f2e3d4c' },
      'mang mã 1f2e3d4c',
      'make a notice with the id 1f2e3d4c',
    ],
    [
      'not suspended',
      'restore',
      { ...own, person: 'Nguyễn Văn An' },
      'hộp thư không bị tạm dừng',
      'the mailbox is not suspended',
    ],
    [
      'an agency without a mailbox',
      'reset',
      { ...agency, organization: 'sinho-pnv' },
      '"Phòng Nội vụ (Huyện Sìn Hồ)" không có hộp thư riêng',
      'has no mailbox of its own',
    ],
    [
      'a namesake',
      'issue',
      { ...basis, organization: 'sotttt', name: 'Nguyễn Văn An' },
      'LC-000001 · Nguyễn Văn An · Văn thư viên',
      'is called Nguyễn Văn An already',
    ],
    [
      'another with the same address',
      'issue',
      { ...basis, organization: 'sotttt', name: 'Ngô Văn An' },
      'annv.sotttt@laichau.gov.vn đã là của Nguyễn Văn An',
      'already belongs to Nguyễn Văn An',
    ],
    [
      'a name that cannot be read',
      'change',
      { ...basis, organization: 'sotttt', person: 'LC-000001', name: 'Ng. Văn An' },
      'Chưa thực hiện được đề nghị thay đổi',
      'The request (change) cannot be carried out yet',
    ],
    [
      'nothing that changes',
      'change',
      { ...basis, organization: 'sotttt', person: 'LC-000001', title: 'Văn thư viên' },
      'không còn gì phải làm',
      'already says what the form asks for',
    ],
  ])('%s', async (_title, kind, answers, vi, en) => {
    const number = await desk.open(kind, answers);
    for (let run = 0; run < 2; run++)
      expect(await desk.request(number)).toMatchObject({ code: 1, out: '', err: '' });
    const [answer = '', ...others] = await desk.commentsOn(number);
    expect(others).toEqual([]);
    const [first = '', second = ''] = answer
      .replaceAll(/\\|&#8203;/g, '')
      .split('<summary>English</summary>');
    expect(first).toContain(vi);
    expect(second).toContain(en);
    expect(answer).not.toMatch(/undefined|\[object|0213/);
    expect(await desk.pullsOf(number)).toEqual([]);
  });

  it('until it is put right: then the same answer says so', async () => {
    const wrong = { ...own, person: 'Đỗ Minh Hòa', date: '31/11/2026' };
    const number = await desk.open('restore', { ...wrong, confirmed: '- [ ] x' });
    expect(await desk.request(number)).toMatchObject({ code: 1 });
    const listed = async () => await desk.hub.as('lan', 'GET', `/issues/${number}/comments`);
    const [{ id, body }] = await listed();
    expect(body.match(/^- /gm)).toHaveLength(4);
    await desk.edit(number, 'restore', wrong);
    expect(await desk.request(number)).toMatchObject({ code: 1 });
    expect((await listed())[0].body.match(/^- /gm)).toHaveLength(2);
    await desk.edit(number, 'restore', { ...wrong, date: '19/11/2026' });
    expect(await desk.request(number)).toMatchObject({ code: 0 });
    const [after, ...others] = await listed();
    expect(others).toEqual([]);
    expect(after).toMatchObject({ id, body: expect.not.stringContaining('Chưa thực hiện được') });
  });

  it('also where what was proposed before is wrong now', async () => {
    const answers = { ...own, person: 'LC-000002' };
    const number = await desk.open('reset', answers);
    expect(await desk.request(number)).toMatchObject({ code: 0 });
    const [pull] = await desk.pullsOf(number);
    await desk.edit(number, 'reset', { ...answers, person: 'Lò Thị Mai' });
    expect(await desk.request(number)).toMatchObject({ code: 1 });
    const [answer = '', ...others] = await desk.commentsOn(number);
    expect(others).toEqual([]);
    // Else somebody would approve what nobody asks for any more.
    expect(answer).toContain(`#${pull?.number}`);
    const labels = async () =>
      (await desk.hub.as('lan', 'GET', `/issues/${pull?.number}/labels`)).map(
        ({ name }: { name: string }) => name,
      );
    expect(await labels()).toEqual(['phiếu: đã sửa, đừng gộp']);
    await desk.edit(number, 'reset', answers);
    expect(await desk.request(number)).toMatchObject({ code: 0 });
    expect(await labels()).toEqual([]);
    expect(await desk.pullsOf(number)).toMatchObject([{ number: pull?.number, head: pull?.head }]);
  });
});

test('an issue that is no open form is refused without an answer', async () => {
  const labels: readonly (readonly string[])[] = [['danhba'], ['danhba:issue', 'danhba:reset'], []];
  for (const some of labels) {
    const { number } = await desk.hub.as('lan', 'POST', '/issues', { title: 'x', body: '', labels: some });
    const said = await desk.request(number);
    expect(said).toMatchObject({ code: 1, out: '' });
    expect(said.err).toContain('[request-form]');
    expect(await desk.commentsOn(number)).toEqual([]);
  }
  const closed = await desk.open('reset', { ...own, person: 'Sùng A Páo' });
  await desk.hub.as('lan', 'PATCH', `/issues/${closed}`, { state: 'closed' });
  expect((await desk.request(closed)).err).toContain('[request-form]');
  expect(await desk.commentsOn(closed)).toEqual([]);
});
