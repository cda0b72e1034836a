/** References: parents, the operator, successors, custodians. */
import { describe, expect, it } from 'vitest';
import { policyText } from '../../support/world.ts';
import { organization, problemsOf, told } from './told.ts';

const an = 'id: LC-1, name: Nguyễn Văn An';
const leaving = (effective: string) =>
  `${an}, termination: {reason: retirement, document: 1/QĐ, decided: 2026-09-01, effective: ${effective}}`;
const gone = `${an}, termination: {reason: retirement, document: 1/QĐ, decided: 2026-01-02}`;

describe('parents', () => {
  it.each([
    ['of a provincial organization: the committee', { soa: organization('soa') }, []],
    [
      'missing',
      { soa: organization('soa').replace('parent: ubnd\n', '') },
      ['parent-required soa.yaml kind'],
    ],
    ['unknown', { soa: organization('soa', 'parent: ubn\n') }, ['parent-unknown soa.yaml parent']],
    [
      'of the committee itself',
      {
        ubnd: 'id: ubnd\nname: Ủy ban nhân dân tỉnh Lai Châu\nkind: people-committee\ncode: ubnd\nparent: x\nmailbox: none\n',
      },
      ['parent-forbidden ubnd.yaml parent'],
    ],
    [
      'in a file that cannot be used',
      { soa: 'id: [\n', sob: organization('sob', 'kind: provincial-unit\nparent: soa\n') },
      ['parent-unreadable sob.yaml parent'],
    ],
  ])('%s', (_what, files, expected) => {
    expect(told(files)).toEqual(expected);
  });

  it('unknown: the nearest id is suggested, a far one is not', () => {
    const suggested = (parent: string) =>
      problemsOf({ soa: organization('soa', `parent: ${parent}\n`) })[0]?.args;
    expect(suggested('ubdn')).toEqual({ parent: 'ubdn', suggestion: 'ubnd' });
    expect(suggested('tuyenquang')).toEqual({ parent: 'tuyenquang' });
  });

  it('unusable: the child is the subject, so that its account stays as it is', () => {
    const [problem] = problemsOf({ soa: 'id: [\n', sob: organization('sob', 'parent: soa\n') });
    expect(problem).toMatchObject({ severity: 'error', subject: 'organization:sob' });
  });
});

describe('circles', () => {
  const unit = (id: string, parent: string) => organization(id, `kind: provincial-unit\nparent: ${parent}\n`);
  const circle = (...ids: string[]) =>
    Object.fromEntries(ids.map((id, index) => [id, unit(id, ids[(index + 1) % ids.length] as string)]));

  it.each([1, 2, 3, 40])('of %d: every member is told once', (size) => {
    const ids = Array.from({ length: size }, (_, index) => `so${String(index).padStart(2, '0')}`);
    expect(told(circle(...ids))).toEqual(ids.map((id) => `parent-cycle ${id}.yaml parent`));
  });

  it('name their members in order and come back', () => {
    const [problem] = problemsOf(circle('soa', 'sob', 'soc'));
    expect(problem?.args).toEqual({ ids: ['soa', 'sob', 'soc', 'soa'] });
  });

  it('do not blame who only leads into them', () => {
    expect(told({ ...circle('sob', 'soc'), soa: unit('soa', 'sob'), sod: unit('sod', 'soa') })).toEqual([
      'parent-cycle sob.yaml parent',
      'parent-cycle soc.yaml parent',
    ]);
  });

  it('are told apart', () => {
    expect(told({ ...circle('soa', 'sob'), ...circle('soc', 'sod') })).toHaveLength(4);
  });
});

describe('the operator', () => {
  const policy = policyText.replace('operator: ubnd', 'operator: soa');
  it('has a file', () => expect(told({ soa: organization('soa') }, { policy })).toEqual([]));
  it('has none', () => expect(told({}, { policy })).toEqual(['operator-unknown policy.yaml operator']));
  it('is told in the file of the policy, wherever organizations are', () => {
    expect(problemsOf({}, { policy })[0]?.at.file).toBe('directory/policy.yaml');
  });
  it('has one that cannot be used: nothing more to say', () => {
    expect(told({ soa: 'id: [\n' }, { policy })).toEqual([]);
  });
});

describe('dissolution', () => {
  const dissolved = (date: string, more = '') => `dissolved: {document: 1/NQ, date: ${date}${more}}\n`;
  it.each([
    ['past, nobody left', dissolved('2026-07-01'), [], []],
    ['past, everybody ended', dissolved('2026-07-01'), [gone], []],
    ['past, somebody left', dissolved('2026-07-01'), [an], ['dissolved-with-people soa.yaml dissolved']],
    ['today, somebody left', dissolved('2026-11-23'), [an], ['dissolved-with-people soa.yaml dissolved']],
    ['tomorrow', dissolved('2026-11-24'), [an], []],
    ['with a successor', dissolved('2026-07-01', ', successor: sob'), [], []],
    [
      'with an unknown successor',
      dissolved('2026-07-01', ', successor: soz'),
      [],
      ['successor-unknown soa.yaml dissolved.successor'],
    ],
    ['with a successor whose file is broken', dissolved('2026-07-01', ', successor: soc'), [], []],
  ])('%s', (_what, more, people, expected) => {
    expect(
      told({ soa: organization('soa', more, people), sob: organization('sob'), soc: 'id: [\n' }),
    ).toEqual(expected);
  });
  it('counts who is left', () => {
    const [problem] = problemsOf({
      soa: organization('soa', dissolved('2026-07-01'), [an, gone.replace('LC-1', 'LC-2')]),
    });
    expect(problem?.args).toEqual({ count: 1 });
  });
});

describe('where somebody is transferred to (8.2)', () => {
  const sent = (to: string) =>
    organization('soa', '', [
      `${an}, termination: {reason: transfer, document: 1/QĐ, decided: 2026-01-02, to: ${to}}`,
    ]);
  const problem = 'destination-unknown soa.yaml people.0.termination.to';
  it.each([
    ['another organization', 'sob', []],
    ['one whose file is broken', 'soc', []],
    ['one that is none', 'sobb', [problem]],
    ['the same', 'soa', [problem]],
  ])('%s', (_what, to, expected) => {
    expect(told({ soa: sent(to), sob: organization('sob'), soc: 'id: [\n' })).toEqual(expected);
  });

  it('is nowhere for who retires', () => {
    const soa = sent('sob').replace('transfer', 'retirement');
    expect(told({ soa, sob: organization('sob') })).toEqual([
      'to-without-transfer soa.yaml people.0.termination.to',
    ]);
  });
});

describe('custodians (9.1)', () => {
  const box = (custodian: string) => `mailbox: {custodian: ${custodian}}\n`;
  const other = organization('sob', '', ['id: LC-9, name: Lò Văn Chi']);
  it.each([
    ['one of its people', organization('soa', box('LC-1'), [an]), []],
    ['nobody named', organization('soa', 'mailbox: {}\n', [an]), ['custodian-missing soa.yaml mailbox']],
    ['no mailbox', organization('soa', 'mailbox: none\n', [an]), []],
    [
      'nobody of that id',
      organization('soa', box('LC-2'), [an]),
      ['custodian-unknown soa.yaml mailbox.custodian'],
    ],
    [
      'somebody elsewhere',
      organization('soa', box('LC-9'), [an]),
      ['custodian-elsewhere soa.yaml mailbox.custodian'],
    ],
    [
      'somebody who left',
      organization('soa', box('LC-1'), [gone]),
      ['custodian-ended soa.yaml mailbox.custodian'],
    ],
    [
      'somebody who works on until a day',
      organization('soa', box('LC-1'), [leaving('2026-11-23')]),
      ['custodian-leaving soa.yaml mailbox.custodian'],
    ],
    [
      'somebody whose last day is over',
      organization('soa', box('LC-1'), [leaving('2026-11-22')]),
      ['custodian-ended soa.yaml mailbox.custodian'],
    ],
    ['somebody whose own lines are wrong', organization('soa', box('LC-1'), [`${an}, titel: x`]), []],
    [
      'nobody needed: dissolved',
      organization('soa', 'mailbox: {}\ndissolved: {document: 1/NQ, date: 2026-07-01}\n'),
      [],
    ],
  ])('%s', (_what, text, expected) => {
    expect(told({ soa: text, sob: other })).toEqual(expected);
  });
  it('missing is a warning, the others are errors', () => {
    const severity = (more: string) => problemsOf({ soa: organization('soa', more, [an]) })[0]?.severity;
    expect(severity('mailbox: {}\n')).toBe('warning');
    expect(severity(box('LC-2'))).toBe('error');
  });
  it('of a doubled id: who is of this organization counts', () => {
    const doubled = organization('sob', '', ['id: LC-1, name: Lò Văn Chi']);
    expect(told({ soa: organization('soa', box('LC-1'), [an]), sob: doubled })).toEqual([
      'person-duplicate soa.yaml people.0.id',
      'person-duplicate sob.yaml people.0.id',
    ]);
  });
});
