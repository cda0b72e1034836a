/** Forms that are edited, forms at one time: what was proposed moves along, and no id is given twice. */
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import {
  basis,
  type FormsDesk,
  officePath,
  officeText,
  openFormsDesk,
  own,
} from '../../support/forms-desk.ts';

let desk: FormsDesk;
beforeAll(async () => {
  desk = await openFormsDesk();
});
afterEach(() => desk.settle());
afterAll(() => desk?.close());

describe('a form that is edited', () => {
  it('moves its pull request along, and its answer', async () => {
    const person = { organization: 'sotttt', person: 'LC-000005' };
    const answers = { ...basis, ...person, reason: 'Nghỉ hưu', effective: '31/01/2027' };
    const number = await desk.open('terminate', answers);
    expect(await desk.request(number)).toMatchObject({ code: 0 });
    const [first] = await desk.pullsOf(number);
    await desk.edit(number, 'terminate', { ...answers, reason: 'Thôi việc', date: '01/12/2026' });
    expect(await desk.request(number)).toMatchObject({ code: 0 });
    const pulls = await desk.pullsOf(number);
    expect(pulls).toMatchObject([{ number: first?.number, title: first?.title }]);
    const { lines } = await desk.proposed(number);
    expect(lines).toContain('+      reason: resignation');
    expect(lines).toContain('+      decided: 2026-12-01');
    expect(lines).toContain('+      effective: 2027-01-31');
    expect(lines).toHaveLength(5);
    expect(await desk.commentsOn(number)).toHaveLength(1);
  });

  it('keeps its commit, and its approvals, while main goes on elsewhere, and is written anew where it merges no more', async () => {
    const number = await desk.open('reset', { ...own, person: 'Sùng A Páo' });
    expect(await desk.request(number)).toMatchObject({ code: 0 });
    const headNow = async () =>
      (await desk.hub.as('lan', 'GET', `/git/ref/heads/danhba/request-${number}`)).object.sha;
    const first = await headNow();
    await desk.hub.commit('laichau', 'main', { [officePath]: `${officeText}# Thêm một dòng.\n` });
    expect(await desk.request(number)).toMatchObject({ code: 0 });
    expect(await headNow()).toBe(first);
    const rival = officeText.replace('    name: Sùng A Páo\n', '    name: Sùng A Páo\n    title: Kế toán\n');
    expect(rival).not.toBe(officeText);
    await desk.hub.commit('laichau', 'main', { [officePath]: rival });
    expect(await desk.request(number)).toMatchObject({ code: 0 });
    expect(await headNow()).not.toBe(first);
    expect((await desk.proposed(number)).lines).toEqual([
      '+    passwordReset:',
      '+      document: 15/STTTT-CNTT',
      '+      date: 2026-11-20',
    ]);
    await desk.hub.commit('laichau', 'main', { [officePath]: officeText });
  });

  it('is not written over what somebody has pushed to its branch', async () => {
    const answers = { ...own, person: 'Nguyễn Văn An' };
    const number = await desk.open('reset', answers);
    expect(await desk.request(number)).toMatchObject({ code: 0 });
    const branch = `danhba/request-${number}`;
    const pushed = await desk.hub.commit('minh', branch, { [officePath]: `${officeText}# của minh\n` });
    await desk.edit(number, 'reset', { ...answers, document: '16/STTTT' });
    for (let run = 0; run < 2; run++) expect(await desk.request(number)).toMatchObject({ code: 3 });
    expect((await desk.hub.as('lan', 'GET', `/git/ref/heads/${branch}`)).object.sha).toBe(pushed);
    const [, answer, ...others] = await desk.commentsOn(number);
    expect(answer).toContain('đã được người khác sửa');
    expect(others).toEqual([]);
  });
});

describe('two forms at a time', () => {
  it('never give one id to two people', async () => {
    const answers = (name: string) => ({ ...basis, organization: 'sotttt', name });
    const numbers = [
      await desk.open('issue', answers('Tẩn Sơn Tiến')),
      await desk.open('issue', answers('Chẻo Thị Mán')),
    ];
    for (const number of numbers) expect(await desk.request(number)).toMatchObject({ code: 0 });
    const idsOf = async () => {
      const ids: (string | undefined)[] = [];
      for (const number of numbers)
        ids.push(/id: (LC-\d+)/.exec((await desk.proposed(number)).lines[0] ?? '')?.[1]);
      return ids;
    };
    const ids = await idsOf();
    expect(new Set(ids).size).toBe(2);
    // Once given, an id stays: who approved a pull request approved this one.
    for (const number of numbers) expect(await desk.request(number)).toMatchObject({ code: 0 });
    expect(await idsOf()).toEqual(ids);
  });
});

it('never gives the id of somebody who was once in a file, however the line was written', async () => {
  const gone = [
    '- {id: LC-000051, name: Hoàng Văn Dũng}',
    '- "id": "LC-000052"\n    name: Hoàng Văn Bắc',
    "- name: Hoàng Văn Trung\n    id: 'LC-000053'",
    '- {name: Hoàng Văn Nam, id: LC-000054}',
  ];
  for (const line of gone) {
    await desk.hub.commit('laichau', 'main', {
      [officePath]: officeText.replace('# Hết', `  ${line}\n# Hết`),
    });
    await desk.hub.commit('laichau', 'main', { [officePath]: officeText });
    const number = await desk.open('issue', { ...basis, organization: 'sotttt', name: 'Lèo Văn Bình' });
    expect(await desk.request(number)).toMatchObject({ code: 0 });
    const [, given] = /id: LC-(\d+)/.exec((await desk.proposed(number)).lines[0] ?? '') ?? [];
    const [, was] = /LC-(\d+)/.exec(line) ?? [];
    expect(Number(given)).toBeGreaterThan(Number(was));
    await desk.hub.as('lan', 'PATCH', `/pulls/${(await desk.pullsOf(number))[0]?.number}`, {
      state: 'closed',
    });
  }
});
