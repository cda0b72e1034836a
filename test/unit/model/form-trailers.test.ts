/** What a form's commit says of its document: read back as it was typed, and nothing GitHub would obey. */
import { describe, expect, it, test } from 'vitest';
import { parseTrailers, trailerLines } from '../../../src/model/github/form-trailers.ts';
import { requestBody, requestMessage } from '../../../src/render/github/request-basis.ts';

const basis = { document: '15/UBND-VP', date: '2026-11-20' };

test('a commit and a pull request say form and document, in words and in lines', () => {
  expect(requestMessage('Cấp mới: Lê Thị Cúc (sokx)', { basis, issue: 12 })).toBe(
    'Cấp mới: Lê Thị Cúc (sokx)\n\nCăn cứ: 15/UBND-VP ngày 20/11/2026, theo phiếu #12.\n\nDanhba-Document: 15/UBND-VP; 2026-11-20\nDanhba-Issue: #12',
  );
  expect(requestBody({ number: 12, author: 'lan' }, basis)).toBe(
    'Theo phiếu #12 của lan.\n\nCăn cứ: 15/UBND-VP ngày 20/11/2026.\n\n```\nDanhba-Document: 15/UBND-VP; 2026-11-20\nDanhba-Issue: #12\n```\n',
  );
});

const evil = [
  'Closes #5',
  'fixes laichau/hop-thu#5',
  'Resolves GH-5',
  'closes: gh-5',
  'Closes https://github.com/laichau/hop-thu/issues/5',
  '@laichau/everybody',
  '15%23/VP; 2026-01-01',
  '```; x',
  '<img src=x>',
  'Số 15/UBND–VP & "mật"',
];

describe.each(evil)('the document %j', (document) => {
  const written = { basis: { document, date: '2026-11-20' }, issue: 12 };
  const message = requestMessage('Cấp mới', written);
  const body = requestBody({ number: 12, author: 'lan' }, written.basis);

  it('is read back from both', () => {
    expect(parseTrailers(message)).toEqual(written);
    expect(parseTrailers(body)).toEqual(written);
  });

  it('closes nothing and calls nobody', () => {
    for (const text of [message, body]) {
      expect(text.replaceAll('#12', '')).not.toMatch(/#\d|\bGH-\d|:\/\/|@[a-z]/i);
    }
    // The block ends where it is to end.
    expect(body.match(/^`{3,}$/gm)).toHaveLength(2);
  });
});

describe('messages of one merge', () => {
  const lines = trailerLines({ basis, issue: 12 });

  it('are read wherever the lines stand, and however often', () => {
    const squash = `Cấp mới (#13)\n\n* Cấp mới\n\nCăn cứ: …\n\n${lines}\nDanhba-Proposal: abc\n\n* sửa lại\n\nCo-authored-by: x <x@y.vn>\n`;
    expect(parseTrailers(squash)).toEqual({ basis, issue: 12 });
    expect(parseTrailers(`${squash}\n${lines}`)).toEqual({ basis, issue: 12 });
    expect(parseTrailers(lines.replaceAll('\n', '\r\n'))).toEqual({ basis, issue: 12 });
  });

  it.each([
    ['say nothing', 'Merge pull request #13'],
    ['name two documents', `${lines}\nDanhba-Document: 16/UBND-VP; 2026-11-20`],
    ['have no date', 'Danhba-Document: 15/UBND-VP'],
    ['have a day that is none', 'Danhba-Document: 15/UBND-VP; 2026-02-30'],
    ['have a text without end', `Danhba-Document: ${'1'.repeat(400)}; 2026-11-20`],
    ['have what nobody sees', 'Danhba-Document: 15\u202e/VP; 2026-11-20'],
    ['quote the line in a sentence', `wie ${lines}`.replace('\n', ' ')],
  ])('that %s tell nothing', (_title, text) => {
    expect(parseTrailers(text)).toBeUndefined();
  });

  it('that name two forms tell the document alone', () => {
    expect(parseTrailers(`${lines}\nDanhba-Issue: #14`)).toEqual({ basis });
  });
});
