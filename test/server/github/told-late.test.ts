/** GitHub is down while a form would be answered: the next run writes it, once, and no form keeps another from it. */
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { calls, closedForm, day, openForm, openToldDesk, type ToldDesk } from '../../support/told-desk.ts';

let office: ToldDesk;
beforeAll(async () => {
  office = await openToldDesk();
});
afterEach(() => office.settle());
afterAll(() => office?.close());

it('the next run writes it, once, with what the server tells of the day and the file', async () => {
  const { form } = await office.sendAndMerge('issue', { name: 'Phạm Thị Đào' });
  office.desk.hub.strike(({ path }) => (path.includes(`/issues/${form}`) ? { status: 401 } : undefined));
  expect(await office.reconcile()).toMatchObject({ code: 0 });
  expect(await office.told(form)).toEqual([]);
  expect(await office.stateOf(form)).toEqual(openForm);
  office.desk.hub.strike(undefined);
  const ran = await office.reconcile();
  expect(ran, ran.err).toMatchObject({ code: 0, out: 'Không có thay đổi nào để làm.\n' });
  const [text = '', ...more] = await office.told(form);
  expect(more).toEqual([]);
  expect(text).toMatch(new RegExp(`✅ \\*\\*Xong ngày ${day}\\*\\*`));
  expect(text).toContain('`daopt.sokx@laichau.gov.vn`');
  expect(text).toMatch(/tệp `sokx-20\d\d-\d\d-\d\d-\*\.html\.age`, đơn vị vận hành/);
  expect(calls([text])).toBe(1);
  expect(await office.stateOf(form)).toEqual(closedForm);
});

it('a form is closed by the next run where the answer was its last word', async () => {
  const { form } = await office.sendAndMerge('change', { person: 'LC-000001', title: 'Trưởng phòng' });
  office.desk.hub.strike(({ method, path }) =>
    method === 'PATCH' && path.endsWith(`/issues/${form}`) ? { status: 401 } : undefined,
  );
  expect(await office.reconcile()).toMatchObject({ code: 0 });
  const before = await office.told(form);
  expect(before).toHaveLength(1);
  expect(before[0]).toContain('- Thay đổi thông tin **Lò Văn An**: `anlv.sokx@laichau.gov.vn`\n');
  expect(await office.stateOf(form)).toEqual(openForm);
  office.desk.hub.strike(undefined);
  expect(await office.reconcile()).toMatchObject({ code: 0 });
  expect(await office.told(form)).toEqual(before);
  expect(await office.stateOf(form)).toEqual(closedForm);
});

it('one form that cannot be answered keeps no other from its answer', async () => {
  const first = await office.sendAndMerge('change', { person: 'LC-000002', title: 'Phó phòng' });
  const second = await office.sendAndMerge('change', { person: 'LC-000003', title: 'Phó phòng' });
  office.desk.hub.strike(({ method, path }) =>
    method === 'POST' && path.endsWith(`/issues/${second.form}/comments`) ? { status: 403 } : undefined,
  );
  const ran = await office.reconcile();
  expect(ran, ran.err).toMatchObject({ code: 0, err: expect.stringContaining('[github-') });
  expect(await office.stateOf(first.form)).toEqual(closedForm);
  expect(await office.stateOf(second.form)).toEqual(openForm);
  office.desk.hub.strike(undefined);
  expect(await office.reconcile()).toMatchObject({ code: 0 });
  expect(calls(await office.told(second.form))).toBe(1);
});
