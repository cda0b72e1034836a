/** The mail server's part of a plan: one line where there is nothing to tell, and no text of a script is more than text. */
import { describe, expect, it } from 'vitest';
import type { MailFinding } from '../../../src/model/mail/state.ts';
import type { Plan } from '../../../src/model/plan/plan.ts';
import { remark } from '../../../src/model/problems/remark.ts';
import { mailFindingText, mailLines, mailMarkdown } from '../../../src/render/plan/mail.ts';
import { mailWords } from '../../../src/render/plan/words/mail.ts';

const plan: Plan = {
  format: 'danhba-plan/1',
  domain: 'laichau.gov.vn',
  baseDn: 'dc=laichau,dc=gov,dc=vn',
  today: '2026-11-23',
  digest: 'sha256:f',
  counts: { wanted: 0, actual: 0 },
  changes: [],
  held: [],
  upcoming: [],
  unmarked: [],
};

const forward = (script: string, target = 'x@mail.example'): Extract<MailFinding, { code: 'forward' }> => ({
  code: 'forward',
  user: 'LC-1@people',
  args: { script, active: true, line: 3, column: 7, target, reason: 'outside', remedy: 'report' },
});

const told = (findings: readonly MailFinding[], limit = 50) => ({
  text: mailLines({ ...plan, mail: { findings } }, 'en', limit),
  markdown: mailMarkdown({ ...plan, mail: { findings } }, { language: 'en', limit, names: new Map() }),
});

describe.each(['vi', 'en'] as const)('%s: one line', (language) => {
  it.each([
    ['where no mail server is set', plan, mailWords[language].skipped],
    ['where nothing was found', { ...plan, mail: { findings: [] } }, mailWords[language].nothing],
    [
      'where it could not be seen',
      { ...plan, mail: { findings: [], unreachable: remark('quoted', { text: 'a\u001b[2J\nb' }) } },
      `${mailWords[language].unreachable}: a\\u{1b}[2J\\u{a}b`,
    ],
  ] as const)('%s', (_what, one, line) => {
    expect(mailLines(one, language, 10)).toEqual([line]);
    expect(mailMarkdown(one, { language, limit: 10, names: new Map() })).toHaveLength(1);
  });
});

describe('a finding', () => {
  it('names who, script, line and column, where to, and what to do', () => {
    const one = {
      ...forward('chính'),
      name: 'Nguyễn Văn An',
      organization: 'soa',
      address: 'an@laichau.gov.vn',
    };
    expect(told([one]).text).toEqual([
      'Mail server: 1',
      '  ! Nguyễn Văn An <an@laichau.gov.vn> [soa]: script "chính" line 3:7 sends mail to x@mail.example: out of the government\'s domains',
      '      = have the unit and the user remove the script (12.5)',
    ]);
  });

  it('whose target is not known does not call it by a name', () => {
    const { message } = mailFindingText(forward('s', 'unknown'), 'en');
    expect(message).toContain('may send mail outside');
    expect(message).not.toContain('unknown');
  });

  it('that proposes a suspension has the block to write', () => {
    const { args } = forward('s');
    for (const language of ['vi', 'en'] as const) {
      const { hint } = mailFindingText({ ...forward('s'), args: { ...args, remedy: 'suspend' } }, language);
      expect(hint).toContain('suspension: {reason: violation, clause: "12.5", document: ');
    }
  });

  it.each([
    [null, 'no limit'],
    [1024, '1024 MiB'],
    [2047.5, '2096640 KiB'],
  ])('a quota of %s is told exactly', (limit, words) => {
    const quota = { code: 'quota', user: 'LC-1@people', args: { limit, wanted: 2048 } } as const;
    expect(mailFindingText(quota, 'en').message).toContain(`gives ${words}, `);
  });

  it('of letters in Quarantine is for the report alone', () => {
    const quarantined = { code: 'quarantined', user: 'LC-1@people', args: { letters: 2 } } as const;
    expect(told([quarantined])).toEqual(told([]));
    const { text, markdown } = told([quarantined, forward('s')], 1);
    expect([text[0], text.length, markdown.length]).toEqual(['Mail server: 1', 3, 3]);
    for (const [letters, words] of [
      [1, '1 letter in'],
      [2, '2 letters in'],
    ] as const) {
      expect(mailFindingText({ ...quarantined, args: { letters } }, 'en').message).toContain(words);
    }
  });

  it('is one of those there is room for, else counted', () => {
    const many = Array.from({ length: 5 }, (_, index) => forward(`s${index}`));
    const { text, markdown } = told(many, 2);
    expect(text[0]).toBe('Mail server: 5');
    expect(text.filter((line) => line.startsWith('  ! '))).toHaveLength(2);
    // The same remedy is told once.
    expect(text.filter((line) => line.includes('= '))).toHaveLength(1);
    expect(markdown.filter((line) => line.startsWith('- '))).toHaveLength(3);
    for (const lines of [text, markdown]) expect(lines.at(-1)).toContain('3');
  });
});

describe('hostile text', () => {
  const hostile = [
    '\u001b[2J\u001b]0;x\u0007',
    'a\r\n::error::x',
    '##[error]x',
    '\u202etxt\u200b',
    '<img src=x onerror=alert(1)>',
    '[x](http://evil.example) www.evil.example',
    '@ubnd #12',
    '```\ncode',
    '| a | b',
    '"; DROP',
  ];
  const bare = (line: string) =>
    line.replace(/\\[\\`*_{}[\]()#+!|~>$.=:-]/g, '').replace(/&(?:amp|lt|gt|#8203);/g, '\u200b');

  it.each(hostile)('%j stays in its line, as a script, a target, a user and an error', (text) => {
    const findings: readonly MailFinding[] = [
      forward(text),
      forward('s', text),
      { code: 'orphan', user: text, args: {} },
      { code: 'unread', user: 'LC-1@people', args: { detail: remark('quoted', { text }) } },
    ];
    const { text: lines, markdown } = told(findings);
    expect(lines.filter((line) => line.startsWith('  ! '))).toHaveLength(4);
    for (const line of lines) {
      expect(line).not.toMatch(/[\p{Cc}\p{Cf}]|##\[/u);
      expect(line).not.toMatch(/^::/);
    }
    const items = markdown.filter((line) => line.startsWith('- '));
    expect(items).toHaveLength(4);
    expect(markdown.join('\n').split('\n')).toHaveLength(markdown.length);
    for (const item of items)
      expect(bare(item.slice(2))).not.toMatch(/[`<>*_[\]|]|:\/\/|www\.|(?<![A-Za-z0-9_])@[A-Za-z0-9]|#\d/);
  });
});
