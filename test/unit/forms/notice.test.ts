/** The form of a notice's number makes the edits `notices record` makes, or says in words why it does not (8.1). */
import { describe, expect, it } from 'vitest';
import { editOrganization } from '../../../src/desired/edit/edit.ts';
import { writeNotice } from '../../../src/desired/edit/notices.ts';
import { applyRequest } from '../../../src/forms/apply.ts';
import { parseFormBody } from '../../../src/forms/body.ts';
import { labelsOf } from '../../../src/forms/questions.ts';
import { readRequest } from '../../../src/forms/read.ts';
import type { Key } from '../../../src/model/account/key.ts';
import { noticeId } from '../../../src/notices/id.ts';
import { requestProblemWords } from '../../../src/render/github/request.ts';
import { readWorld } from '../../support/world.ts';
import { type Filled, fillForm } from '../review/fill-form.ts';

const start = 'id: soa\nname: Sở Y tế\nkind: provincial\nparent: ubnd\ncode: syt\npeople:\n';
const today = '2026-11-27';
const basis = { document: '45/TB-SKHCN', date: '2026-11-24' };
const an = (more: string) => `  - {id: LC-1, name: Nguyễn Văn An, ${more}} # văn thư\n`;
const mai = (more: string) => `  - id: LC-2\n    name: Lò Thị Mai\n    ${more}\n`;
const since = 'suspension: {reason: inactivity, date: 2026-11-20';
const open = an(`${since}}`) + mai(`${since}} # tự động`);
const noticed = (number: string) =>
  an(`${since}, notice: {document: ${number}, date: 2026-11-24}}`) + mai(`${since}}`);
const idOf = (...keys: readonly Key[]) =>
  noticeId(
    { kind: 'suspension', organization: 'soa' },
    keys.map((key) => ({ key, day: '2026-11-20', reason: 'inactivity' })),
  );
const [ofAn, ofBoth] = [idOf('person:LC-1'), idOf('person:LC-1', 'person:LC-2')];

/** As the form is filled, read and applied. */
function ask(people: string, answers: Filled) {
  const text = start + people;
  const world = readWorld({ soa: text });
  if (world.directory === undefined) throw new Error('the directory of this test is wrong');
  const directory = { ...world.directory, declared: world.declared, today };
  const body = fillForm('notice', { organization: 'soa', ...basis, ...answers });
  const read = readRequest('notice', parseFormBody(body, labelsOf('notice')), today);
  if ('problems' in read) return { codes: read.problems.map(({ code }) => code) };
  if (!('request' in read)) throw new Error('a list');
  const applied = applyRequest(read.request, directory);
  if ('problem' in applied) {
    const { message, hint } = requestProblemWords(applied.problem, 'vi');
    return { codes: [applied.problem.code], message, hint };
  }
  const edited = applied.edits.reduce((before, edit) => {
    const result = editOrganization(before, edit);
    if ('refusal' in result) throw new Error(result.refusal.code);
    return result.text;
  }, text);
  return { applied, text, edited, declared: world.declared };
}

describe('is written', () => {
  it.each([
    ['the first signs of the id', ofBoth.slice(0, 8)],
    ['all of it, in capitals', ofBoth.toUpperCase()],
    ['the name of the document', `2026-11-23-suspension-soa-${ofBoth.slice(0, 8)}.docx`],
    ['the name of its PDF', `2026-11-23-suspension-soa-${ofBoth.slice(0, 8)}.pdf`],
  ])('for everybody of it, by %s, as `notices record` writes it', (_, written) => {
    const { applied, text, edited, declared = [] } = ask(open, { 'notice-id': written });
    expect(applied).toMatchObject({ organization: 'soa', key: 'organization:soa', name: 'Sở Y tế' });
    expect(applied?.edits).toHaveLength(2);
    const { texts, refused } = writeNotice(['person:LC-1', 'person:LC-2'], basis, declared, () => text);
    expect(refused).toEqual([]);
    expect(edited).toBe([...texts.values()][0]);
    expect(edited).toContain('# văn thư');
    expect(edited).toContain('# tự động');
  });

  it('for nobody who is not in it', () => {
    const { edited = '' } = ask(open, { 'notice-id': ofAn });
    expect(edited.match(/45\/TB-SKHCN/g)).toHaveLength(1);
    expect(edited).toContain('name: Lò Thị Mai\n    suspension: {reason: inactivity, date: 2026-11-20} #');
  });

  it('for those who lack it, where it stands with the others', () => {
    const { applied } = ask(noticed('45/TB-SKHCN'), { 'notice-id': ofBoth });
    expect(applied?.edits).toMatchObject([{ account: { person: 'LC-2' } }]);
  });

  it('for an agency mailbox', () => {
    const mailbox = `${an('title: A')}mailbox: {custodian: LC-1, ${since}}}\n`;
    expect(ask(mailbox, { 'notice-id': idOf('organization:soa') }).applied?.edits).toMatchObject([
      { account: 'mailbox', key: 'suspension' },
    ]);
  });
});

describe('is answered', () => {
  it('where it is recorded already: nothing is left to do', () => {
    const answer = ask(noticed('45/TB-SKHCN'), { 'notice-id': ofAn });
    expect(answer).toMatchObject({ codes: ['nothing-changes'] });
  });

  it.each([
    ['with another number there', noticed('44/TB-SKHCN'), {}, 'Nguyễn Văn An (LC-1): đã có số khác'],
    [
      'with somebody restored since',
      an(`${since}}, restoration: {document: 1/A-B, date: 2026-11-22}`) + mai('title: A'),
      {},
      'Nguyễn Văn An (LC-1): đã được khôi phục',
    ],
    ['with the number of a letter', open, { document: '45/SKHCN-CĐS' }, '45/SKHCN-CĐS'],
    ['with a day before the suspension', open, { date: '19/11/2026' }, '2026-11-19'],
    [
      'with a day before the draft, where its name tells that',
      open,
      { 'notice-id': `2026-11-25-suspension-soa-${ofAn.slice(0, 8)}.docx` },
      '2026-11-25',
    ],
  ])('%s, by name, and nothing is written', (_, people, more: Filled, told) => {
    const answer = ask(people, { 'notice-id': ofAn, ...more });
    expect(answer.codes).toEqual(['notice-refused']);
    expect(answer.message).toContain(told);
    expect(answer.hint).not.toBe('');
    expect(answer.message).not.toContain('person:');
  });

  it('where nothing makes that id: of another notice, or of people who have changed', () => {
    for (const id of ['1f2e3d4c', idOf('person:LC-1', 'person:LC-9')]) {
      const answer = ask(open, { 'notice-id': id });
      expect(answer.codes).toEqual(['notice-unknown']);
      expect(answer.message).toContain(`"Sở Y tế"`);
      expect(answer.message).toContain(id);
    }
  });

  it('where it is no id, or the day is to come', () => {
    expect(ask(open, { 'notice-id': '1f2e3d' }).codes).toEqual(['field-form']);
    expect(ask(open, { 'notice-id': 'thông báo' }).codes).toEqual(['field-form']);
    expect(ask(open, { 'notice-id': ofAn, date: '28/11/2026' }).codes).toEqual(['date-in-future']);
    expect(ask(open, {}).codes).toEqual(['field-missing']);
  });
});
