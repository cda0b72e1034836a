/** A filled form is read as it was meant, or refused with everything that is wrong; no text breaks the reading. */
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { formLimit, parseFormBody } from '../../../src/forms/body.ts';
import { labelsOf } from '../../../src/forms/questions.ts';
import { readRequest } from '../../../src/forms/read.ts';
import { type RequestKind, requestKinds } from '../../../src/model/github/request.ts';
import { renderRequestProblems, requestProblemWords } from '../../../src/render/github/request.ts';
import { type Filled, fillForm } from './fill-form.ts';

const today = '2026-11-24';
const readText = (kind: RequestKind, text: string) =>
  readRequest(kind, parseFormBody(text, labelsOf(kind)), today);
const read = (kind: RequestKind, answers: Filled) => readText(kind, fillForm(kind, answers));
const codes = (kind: RequestKind, answers: Filled) => {
  const result = read(kind, answers);
  return 'problems' in result
    ? result.problems.map(({ code, args }) => [code, 'field' in args ? args.field : ''])
    : [];
};

const basis = { document: '15/STTTT-CNTT', date: '04/05/2026' };
const an = { organization: 'sotttt', person: 'Nguyễn Văn An', ...basis };
const lastDay = { effective: '31/01/2027' };
const decision = { document: '15/STTTT-CNTT', date: '2026-05-04' };
const base = { organization: 'sotttt', basis: decision };

describe('a sound form', () => {
  test.each<[string, RequestKind, Filled, object]>([
    [
      'issue',
      'issue',
      {
        organization: ' sotttt ',
        name: 'Nguyễn  Văn An',
        title: 'Chuyên viên',
        phone: '0213 3 876 543',
        ...basis,
      },
      {
        kind: 'issue',
        ...base,
        person: { name: 'Nguyễn Văn An', title: 'Chuyên viên', phone: '0213 3 876 543' },
      },
    ],
    [
      'issue with an id',
      'issue',
      { ...an, person: undefined, name: 'Giàng A Páo', 'person-id': 'lc-000017' },
      { kind: 'issue', ...base, person: { name: 'Giàng A Páo', id: 'LC-000017' } },
    ],
    [
      'change',
      'change',
      { ...an, title: 'Phó Giám đốc', address: 'AnNgV.sotttt@laichau.gov.vn' },
      {
        kind: 'change',
        ...base,
        account: { person: 'Nguyễn Văn An' },
        fields: { title: 'Phó Giám đốc', address: 'anngv.sotttt@laichau.gov.vn' },
      },
    ],
    [
      'suspend',
      'suspend',
      {
        ...an,
        mailbox: 'Hộp thư cá nhân',
        clause: 'Khoản 5',
        'notice-document': '32/TB',
        'notice-date': '5.5.2026',
      },
      {
        kind: 'suspend',
        ...base,
        account: { person: 'Nguyễn Văn An' },
        suspension: {
          reason: 'violation',
          clause: '12.5',
          ...decision,
          notice: { document: '32/TB', date: '2026-05-05' },
        },
      },
    ],
    [
      'terminate, before it takes effect',
      'terminate',
      { ...an, reason: 'Luân chuyển, điều động', date: '01-12-2026', ...lastDay },
      {
        kind: 'terminate',
        organization: 'sotttt',
        basis: { ...decision, date: '2026-12-01' },
        account: { person: 'Nguyễn Văn An' },
        termination: {
          reason: 'transfer',
          document: '15/STTTT-CNTT',
          decided: '2026-12-01',
          effective: '2027-01-31',
        },
      },
    ],
    [
      'terminate, for another organization',
      'terminate',
      { ...an, reason: 'Luân chuyển, điều động', destination: ' sotc ', effective: '4/5/2026' },
      {
        kind: 'terminate',
        ...base,
        account: { person: 'Nguyễn Văn An' },
        termination: {
          reason: 'transfer',
          document: '15/STTTT-CNTT',
          decided: '2026-05-04',
          effective: '2026-05-04',
          to: 'sotc',
        },
      },
    ],
    ...Object.entries({
      'Nghỉ hưu': 'retirement',
      'Thôi việc': 'resignation',
      'Hết hạn hợp đồng': 'contract-end',
      'Buộc thôi việc': 'dismissal',
      'Từ trần': 'death',
    }).map(([reason, code]): [string, RequestKind, Filled, object] => [
      `terminate: ${code}`,
      'terminate',
      { ...an, reason, effective: '2026-04-28' },
      {
        kind: 'terminate',
        ...base,
        account: { person: 'Nguyễn Văn An' },
        termination: {
          reason: code,
          document: '15/STTTT-CNTT',
          decided: '2026-05-04',
          effective: '2026-04-28',
        },
      },
    ]),
    [
      'restore the agency mailbox',
      'restore',
      { ...an, person: undefined, mailbox: 'Hộp thư của cơ quan, đơn vị' },
      { kind: 'restore', ...base, account: 'mailbox' },
    ],
    [
      'reset',
      'reset',
      { ...an, mailbox: 'Hộp thư cá nhân', date: '2026-11-24' },
      {
        kind: 'reset',
        organization: 'sotttt',
        basis: { ...decision, date: '2026-11-24' },
        account: { person: 'Nguyễn Văn An' },
      },
    ],
  ])('%s', (_title, kind, answers, request) => {
    expect(read(kind, answers)).toEqual({ request });
    // Web forms end lines as mail does.
    expect(readText(kind, fillForm(kind, answers, '\r\n'))).toEqual({ request });
  });

  it('all in decomposed letters, its labels and its box too, is the same', () => {
    const answers: Filled = { ...an, reason: 'Nghỉ hưu', effective: '31/1/2027' };
    expect(readText('terminate', fillForm('terminate', answers).normalize('NFD'))).toEqual(
      read('terminate', answers),
    );
    expect(read('terminate', answers)).toHaveProperty('request');
  });

  it('with words that say nothing in it has no such answer', () => {
    const plain: Filled = { organization: 'sotttt', name: 'Nguyễn Văn An', ...basis };
    const filled = { ...plain, title: 'Không', unit: 'không có', phone: '-', 'person-id': 'N/A' };
    expect(read('issue', filled)).toEqual(read('issue', plain));
    expect(codes('issue', { ...plain, document: 'không có' })).toEqual([['field-missing', 'document']]);
  });

  it('in decomposed letters is the same', () => {
    const issue = { organization: 'sotttt', name: 'Nguyễn Văn An', ...basis };
    expect(read('issue', { ...issue, name: issue.name.normalize('NFD') })).toEqual(read('issue', issue));
  });
});

describe('a wrong form', () => {
  const restore: Filled = { ...an, mailbox: 'Hộp thư cá nhân' };
  test.each<[string, RequestKind, Filled, readonly [string, string][]]>([
    [
      'empty',
      'reset',
      { confirmed: '_No response_' },
      [
        ['field-missing', 'organization'],
        ['field-missing', 'mailbox'],
        ['field-missing', 'document'],
        ['field-missing', 'date'],
        ['field-missing', 'confirmed'],
      ],
    ],
    [
      'not confirmed',
      'restore',
      { ...restore, confirmed: '- [ ] Văn bản đề nghị đã được ký và gửi đơn vị vận hành' },
      [['not-confirmed', 'confirmed']],
    ],
    [
      'another box ticked',
      'restore',
      { ...restore, confirmed: '- [X] gì khác' },
      [['not-confirmed', 'confirmed']],
    ],
    ['a day that does not exist', 'restore', { ...restore, date: '31/02/2026' }, [['date-invalid', 'date']]],
    ['month before day', 'restore', { ...restore, date: '05/31/2026' }, [['date-invalid', 'date']]],
    ['a day to come', 'restore', { ...restore, date: '2026-11-25' }, [['date-in-future', 'date']]],
    [
      'no choice of the form',
      'terminate',
      { ...an, reason: 'constructor', ...lastDay },
      [['field-choice', 'reason']],
    ],
    ['an end without its day', 'terminate', { ...an, reason: 'Nghỉ hưu' }, [['field-missing', 'effective']]],
    [
      'a death that is to come',
      'terminate',
      { ...an, reason: 'Từ trần', effective: '25/11/2026' },
      [['date-in-future', 'effective']],
    ],
    [
      'a last day of last year',
      'terminate',
      { ...an, reason: 'Nghỉ hưu', effective: '03/11/2025' },
      [['date-order', 'effective']],
    ],
    ['a person without a name', 'restore', { ...restore, person: undefined }, [['field-missing', 'person']]],
    [
      'both mailboxes',
      'restore',
      { ...restore, mailbox: 'Hộp thư của cơ quan, đơn vị' },
      [['field-unneeded', 'person']],
    ],
    [
      'half a notice',
      'suspend',
      { ...restore, clause: 'Khoản 1', 'notice-document': '1/TB' },
      [['field-together', 'notice-date']],
    ],
    [
      'the other half',
      'suspend',
      { ...restore, clause: 'Khoản 1', 'notice-date': '2026-06-01' },
      [['field-together', 'notice-document']],
    ],
    [
      'a notice before the decision',
      'suspend',
      { ...restore, clause: 'Khoản 1', 'notice-document': '1/TB', 'notice-date': '2026-05-03' },
      [['date-order', 'notice-date']],
    ],
    [
      'a retirement to another organization',
      'terminate',
      { ...an, reason: 'Nghỉ hưu', destination: 'sotc', ...lastDay },
      [['destination-unneeded', 'destination']],
    ],
    [
      'a resignation to another organization',
      'terminate',
      { ...an, reason: 'Thôi việc', destination: 'sotc', ...lastDay },
      [['destination-unneeded', 'destination']],
    ],
    ['no change', 'change', an, [['nothing-asked', '']]],
    ['a telephone that is none', 'change', { ...an, phone: 'gọi sau' }, [['field-form', 'phone']]],
    [
      'several lines',
      'change',
      { ...an, title: 'Chuyên viên\nphone: "0"' },
      [['field-several-lines', 'title']],
    ],
    [
      'a heading in an answer',
      'change',
      { ...an, title: 'x\n### Gì đó\ny' },
      [['field-several-lines', 'title']],
    ],
    [
      'an answer written twice',
      'change',
      { ...an, title: 'x\n\n### Số, ký hiệu văn bản\n\n99/GIA' },
      [['field-repeated', 'document']],
    ],
    ['what nobody sees', 'change', { ...an, title: 'Chuyên\u202eviên' }, [['field-character', 'title']]],
    ['too long', 'change', { ...an, title: 'x'.repeat(121) }, [['field-too-long', 'title']]],
    ['an HTML comment', 'change', { ...an, title: 'x <!-- y -->' }, [['form-hidden-text', '']]],
    ['huge', 'change', { ...an, title: 'x'.repeat(formLimit) }, [['form-too-long', '']]],
  ])('%s', (_title, kind, answers, expected) => {
    expect(codes(kind, answers)).toEqual(expected);
  });

  it('that hides a question in a comment is refused', () => {
    const text = `<!--\n${fillForm('change', { ...an, title: 'x' })}\n-->`;
    expect(readText('change', text)).toEqual({ problems: [{ code: 'form-hidden-text', args: {} }] });
  });

  it('that retires somebody to another organization is told so in both languages', () => {
    const result = read('terminate', { ...an, reason: 'Nghỉ hưu', destination: 'sotc', ...lastDay });
    const text = renderRequestProblems('terminate', 'problems' in result ? result.problems : []);
    expect(text).toContain('Lý do không phải luân chuyển, điều động mà vẫn điền "Chuyển đến cơ quan');
    expect(text).toContain('is filled in, and yet the reason is no transfer');
  });

  it('is told in both languages, each problem once', () => {
    const result = read('reset', { date: '31/02/2026', organization: '`@all` <img src=x> [a](http://b)' });
    const problems = 'problems' in result ? result.problems : [];
    const text = renderRequestProblems('reset', problems);
    for (const problem of problems) {
      const [vi, en] = [requestProblemWords(problem, 'vi'), requestProblemWords(problem, 'en')];
      expect(vi.message).not.toBe(en.message);
    }
    expect(text.match(/^- /gm)).toHaveLength(2 * problems.length);
    expect(text).toContain('"31/02/2026" không phải một ngày có thật');
  });
});

describe('whatever stands in an issue', () => {
  const lump = fc.constantFrom(
    '### ',
    'Số, ký hiệu văn bản',
    'Ngày văn bản',
    '\n',
    '\r',
    '\r\n',
    '<!--',
    '-->',
    '_No response_',
    '- [X] ',
    '```',
    ' ',
    'ạ',
    '\u0000',
    '\ud800',
    '@all',
    '2026-05-04',
  );
  const text = fc.array(lump, { maxLength: 60 }).map((lumps) => lumps.join(''));
  const kind = fc.constantFrom(...requestKinds);

  it('is read or refused, and the answer to it is no markup', () => {
    fc.assert(
      fc.property(kind, text, (of, body) => {
        const result = readText(of, body);
        if (!('problems' in result)) return;
        expect(result.problems.length).toBeGreaterThan(0);
        const answer = renderRequestProblems(of, result.problems);
        expect(answer).not.toMatch(/<!--|@all|`/);
      }),
    );
  });

  it('whatever one answer is, no other changes with it', () => {
    fc.assert(
      fc.property(text, (answer) => {
        const result = read('change', { ...an, title: answer, unit: 'Phòng A' });
        if (!('request' in result) || result.request.kind !== 'change') return;
        expect(result.request).toMatchObject({
          ...base,
          account: { person: an.person },
          fields: { unit: 'Phòng A' },
        });
        expect(Object.keys(result.request.fields).filter((key) => !['title', 'unit'].includes(key))).toEqual(
          [],
        );
      }),
    );
  });

  it('a text as long as GitHub takes is read in one pass', () => {
    const line = '### Số, ký hiệu văn bản\n';
    const body = parseFormBody(line.repeat(Math.floor(formLimit / line.length)), labelsOf('reset'));
    expect(body.repeated).toEqual(['Số, ký hiệu văn bản']);
    expect(parseFormBody('x'.repeat(10_000_000), labelsOf('reset')).values.size).toBe(0);
  });
});
