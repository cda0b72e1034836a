/**
 * Three weeks of a commune on GitHub, with a real slapd and real Git. Whatever danhba posts is kept in
 * test/answers/story: read the difference, and look at the pages, before you renew it.
 *
 * Renew: npx vitest run --project server test/server/github/commune-story.test.ts -u
 * Look:  PICTURES=/tmp/pages npx vitest run …, and every text is a picture there at 760 and 390 pixels.
 */
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { openBrowser } from '../../support/browser.ts';
import { type Commune, communePath, fortyRows, openCommune } from '../../support/commune-desk.ts';
import { findSideways } from '../../support/github-page.ts';
import { type GoldenStory, openGoldenStory } from '../../support/golden-story.ts';
import { englishIn } from '../../support/language.ts';
import type { Filled } from '../../unit/review/fill-form.ts';

const folder = join(import.meta.dirname, '../../answers/story');
const organization = 'UBND xã Bum Nưa';

let commune: Commune;
let story: GoldenStory;
beforeAll(async () => {
  commune = await openCommune();
  story = openGoldenStory(commune.desk.hub, folder);
  await commune.run();
});
beforeEach(() => commune.desk.hub.forget());
afterAll(async () => {
  // Other files of tests run in this process: whatever became of this one, they have their clock.
  vi.useRealTimers();
  await commune?.close();
});

const basis = (number: string, date: string) => ({ organization, document: `${number}/UBND-VP`, date });

describe('two clerks of one commune at once', () => {
  let [first, second] = [0, 0];

  it('each get a pull request, and another id', async () => {
    commune.setTime('2026-11-23', '08:15');
    const asked = (name: string, number: string) => ({
      ...basis(number, '20/11/2026'),
      name,
      title: 'Công chức Văn hóa',
    });
    first = await commune.fill('lan', 'issue', 'Lê Thị Cúc', asked('Lê Thị Cúc', '15'));
    second = await commune.fill('thu', 'issue', 'Vàng A Páo', asked('Vàng A Páo', '16'));
    let proposals = 0;
    // thu's has chosen an id and is about to propose when lan's does all of its work.
    commune.desk.hub.strike(async ({ method, path }) => {
      if (method === 'POST' && path.endsWith('/pulls') && proposals++ === 0) await commune.receive(first);
      return undefined;
    });
    await commune.receive(second);
    commune.desk.hub.strike(undefined);
    await story.keep('two-clerks-ask');
  });

  it('read who has to agree', async () => {
    commune.setTime('2026-11-23', '08:20');
    await commune.answer();
    await story.keep('two-clerks-are-answered');
  });

  it('are merged one after the other by Git, and the second keeps its approval', async () => {
    commune.setTime('2026-11-23', '14:00');
    for (const form of [first, second]) await commune.agree(form, 'minh');
    await commune.answer();
    await story.keep('two-clerks-may-merge');
    for (const form of [first, second]) await commune.merge(form);
    await commune.answer();
    await story.keep('two-clerks-are-merged');
  });

  it('are told in the morning that it is done', async () => {
    commune.setTime('2026-11-24', '05:17');
    await commune.run();
    await story.keep('two-clerks-are-done');
    expect([await commune.stateOf(first), await commune.stateOf(second)]).toEqual(['closed', 'closed']);
    const mails = [
      (await commune.person('LC-000006'))?.mail,
      (await commune.person('LC-000008'))?.mail,
    ].sort();
    expect(mails).toEqual(['cuclt.bumnua.muongte@laichau.gov.vn', 'paova.bumnua.muongte@laichau.gov.vn']);
  });
});

describe('a namesake', () => {
  const asked = { ...basis('17', '25/11/2026'), name: 'Lò Thị Chiên', title: 'Công chức Dân số' };
  let form = 0;

  it('is asked about', async () => {
    commune.setTime('2026-11-25', '09:00');
    form = await commune.fill('lan', 'issue', asked.name, asked);
    await commune.receive(form, 1);
    await story.keep('namesake-is-asked-about');
  });

  it('gets the address a decision gives it, to which the operator agrees too', async () => {
    commune.setTime('2026-11-25', '09:30');
    await commune.refill('lan', form, 'issue', {
      ...asked,
      namesake: '- [X] Đây là người khác, cùng họ tên với một người đã có trong cơ quan',
      address: 'chienlth.bumnua.muongte@laichau.gov.vn',
      'address-document': '18/QĐ-UBND',
      'address-date': '25/11/2026',
    });
    await commune.receive(form);
    await commune.answer();
    await story.keep('namesake-has-a-decision');
    await commune.agree(form, 'minh');
    await commune.answer();
    await story.keep('namesake-waits-for-the-operator');
    await commune.agree(form, 'laichau');
    await commune.merge(form);
  });

  it('hears nothing while GitHub is down, and all of it from the next run', async () => {
    commune.setTime('2026-11-26', '05:17');
    commune.desk.hub.strike(({ path }) =>
      /\/issues\/\d+\/comments$/.test(path) ? { status: 401 } : undefined,
    );
    await commune.run('github-fails');
    commune.desk.hub.strike(undefined);
    expect(await story.keep('github-is-down')).toEqual(new Map());
    commune.setTime('2026-11-27', '05:17');
    await commune.run();
    await story.keep('github-is-there-again');
    expect(await commune.stateOf(form)).toBe('closed');
  });
});

describe('a custodian who leaves', () => {
  const asked: Filled = {
    ...basis('19', '26/11/2026'),
    person: 'Lò Thị Chiên',
    reason: 'Thôi việc',
    effective: '26/11/2026',
  };
  let form = 0;

  it('is asked which of two it is, and who keeps the mailbox of the commune', async () => {
    commune.setTime('2026-11-27', '08:00');
    form = await commune.fill('lan', 'terminate', 'Lò Thị Chiên', asked);
    await commune.receive(form, 1);
    await story.keep('leaver-is-one-of-two');
    await commune.refill('lan', form, 'terminate', { ...asked, person: 'LC-000003' });
    await commune.receive(form, 1);
    await story.keep('leaver-is-custodian');
  });

  it('ends, and the successor has the mailbox', async () => {
    commune.setTime('2026-11-27', '08:30');
    await commune.refill('lan', form, 'terminate', {
      ...asked,
      person: 'LC-000003',
      successor: 'Phùng Go Khừ',
    });
    await commune.receive(form);
    await commune.answer();
    await story.keep('leaver-has-a-successor');
    await commune.agree(form, 'minh');
    await commune.merge(form);
    await commune.answer();
    await story.keep('leaver-is-merged');
    commune.setTime('2026-11-28', '05:17');
    await commune.run();
    await story.keep('leaver-is-done');
    expect(await commune.person('LC-000003')).toMatchObject({ danhbaState: 'terminated' });
    expect(await commune.stateOf(form)).toBe('closed');
  });
});

describe('a list of forty with three bad rows', () => {
  let form = 0;

  it('is answered row by row', async () => {
    commune.setTime('2026-11-30', '08:00');
    form = await commune.fill('thu', 'issue', 'danh sách 40 người', {
      ...basis('20', '30/11/2026'),
      table: fortyRows(),
    });
    await commune.receive(form, 1);
    await commune.answer();
    await story.keep('forty-are-asked-for');
  });

  it('is done for the good rows, and says which are not', async () => {
    commune.setTime('2026-11-30', '14:00');
    await commune.agree(form, 'minh');
    await commune.merge(form);
    await commune.answer();
    await story.keep('forty-are-merged');
    commune.setTime('2026-12-01', '05:17');
    await commune.run();
    await story.keep('forty-are-done');
  });
});

describe('a retirement decided today for February', () => {
  it('is agreed to, and lets the mailbox live until then', async () => {
    commune.setTime('2026-12-01', '08:00');
    const form = await commune.fill('lan', 'terminate', 'Đặng Đức Tuân', {
      ...basis('21', '01/12/2026'),
      person: 'Đặng Đức Tuân',
      reason: 'Nghỉ hưu',
      effective: '26/02/2027',
    });
    await commune.receive(form);
    await commune.answer();
    await story.keep('retirement-is-asked-for');
    await commune.agree(form, 'minh');
    await commune.answer();
    await story.keep('retirement-may-merge');
    await commune.merge(form);
    await commune.answer();
    await story.keep('retirement-is-merged');
    commune.setTime('2026-12-02', '05:17');
    await commune.run();
    await story.keep('retirement-waits');
    expect(await commune.person('LC-000005')).toMatchObject({ danhbaState: 'active' });
  });
});

describe('a branch behind main', () => {
  let pull = 0;
  let newcomer = 0;

  it('does not show another’s newcomer as ending', async () => {
    commune.setTime('2026-12-02', '08:00');
    const { hub } = commune.desk;
    const { content } = await hub.as('lan', 'GET', `/contents/${communePath}`);
    const text = Buffer.from(content, 'base64').toString('utf8');
    const own = text.replace('title: Công chức Địa chính', 'title: Công chức Địa chính – Xây dựng');
    await hub.commit('lan', 'sua-chuc-danh', { [communePath]: own });
    newcomer = await commune.fill('thu', 'issue', 'Giàng Thị Dế', {
      ...basis('22', '02/12/2026'),
      name: 'Giàng Thị Dế',
    });
    await commune.receive(newcomer);
    await commune.agree(newcomer, 'minh');
    await commune.merge(newcomer);
    pull = await hub.openPull('lan', 'sua-chuc-danh', 'Sửa chức danh');
    await commune.answer();
    const texts = await story.keep('behind-main');
    expect(texts.get(`pull-${pull}.review`)).not.toMatch(/Giàng Thị Dế|chấm dứt/);
  });

  it('is merged by Git, and both are done', async () => {
    await commune.desk.approve(pull);
    await commune.desk.merge(pull);
    commune.setTime('2026-12-03', '05:17');
    await commune.run();
    await story.keep('behind-main-is-done');
    expect(await commune.person('LC-000004')).toMatchObject({ title: 'Công chức Địa chính – Xây dựng' });
    expect(await commune.stateOf(newcomer)).toBe('closed');
  });
});

describe('the last day of work is over', () => {
  it('ends the mailbox in time, and says so', async () => {
    commune.setTime('2027-02-27', '05:17');
    await commune.run();
    await story.keep('retirement-is-done');
    expect(await commune.person('LC-000005')).toMatchObject({ danhbaState: 'terminated' });
  });
});

describe('what was posted', () => {
  it('is kept, and nothing else', () => story.close());

  it('is Vietnamese but for what is folded and what buttons are called, and tells no telephone', () => {
    const others = [
      /<details><summary>English.*?<\/details>|```.*?```|<!--.*?-->/gs,
      /\*\*(?:Merge|Files)[^*]*\*\*/g,
    ];
    const own = (text: string) => others.reduce((rest, other) => rest.replaceAll(other, ''), text);
    const told = [...story.kept].flatMap(([file, text]) =>
      englishIn(own(text)).map((word) => `${file}: ${word}`),
    );
    expect(told).toEqual([]);
    expect([...story.kept.values()].join('\n')).not.toMatch(/0213 3 555|undefined|\[object/);
  });

  it('fits a screen and a telephone', async () => {
    const browser = await openBrowser();
    try {
      expect(await findSideways(browser, story.kept, process.env.PICTURES)).toEqual([]);
    } finally {
      await browser.close();
    }
  });
});
