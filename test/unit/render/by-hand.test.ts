/** What a run by hand asks, and how it ends: a yes is a yes in both languages, and everything else is none. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Plan } from '../../../src/model/plan/plan.ts';
import { isYes, renderConfirmation } from '../../../src/render/run/confirmation.ts';
import { renderEnding } from '../../../src/render/run/ending.ts';
import { noScreen } from '../../../src/render/text/screen.ts';
import { organizationText, planOf } from '../../support/world.ts';

describe('an answer', () => {
  it.each(['có', 'CÓ', 'có'.normalize('NFD'), ' có ', 'co', 'yes', 'Y', 'y\n'])('%j is a yes', (answer) => {
    expect(isYes(answer)).toBe(true);
  });

  it.each([undefined, '', ' ', 'không', 'no', 'n', 'cò', 'c', 'cos', 'yess', 'ye', 'có không', '1', 'true'])(
    '%j is none',
    (answer) => {
      expect(isYes(answer)).toBe(false);
    },
  );

  it('nothing that is only like one is a yes', () => {
    const words = new Set(['có', 'co', 'yes', 'y']);
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(isYes(text)).toBe(words.has(text.trim().normalize('NFC').toLowerCase()));
      }),
    );
  });
});

describe('the question', () => {
  const organizations = {
    soa: organizationText('soa', ['id: LC-1, name: Nguyễn Văn An'], 'mailbox: none\n'),
  };
  const { plan }: { plan: Plan } = planOf({ organizations, today: '2026-11-23' });

  it('tells what the plan comes to, and which it is where the plan itself is not seen', () => {
    expect(renderConfirmation(plan, 'vi', true, noScreen)).toBe('\nSẽ làm 3 thay đổi: cấp mới 3.\n');
    expect(renderConfirmation(plan, 'en', false, noScreen)).toBe(
      `\n3 changes to be made: issue 3.\nPlan digest: ${plan.digest}\n`,
    );
  });
});

describe('the last lines', () => {
  const ending = {
    milliseconds: 12_400,
    exit: 0,
    sealed: { files: 0, folder: 'credentials' },
    recorded: [],
  } as const;

  it('are one where there is nothing to add', () => {
    expect(renderEnding(ending, 'vi')).toBe('Hết 12 giây.\n');
  });

  it('say where the passwords lie, and what comes next', () => {
    const all = {
      ...ending,
      exit: 4,
      sealed: { files: 2, folder: 'cất/giữ' },
      recorded: ['soa.yaml'],
    } as const;
    const lines = renderEnding(all, 'vi').trimEnd().split('\n');
    expect(lines).toHaveLength(3);
    expect(lines[1]).toMatch(/^Mật khẩu: 2 tệp niêm phong trong cất\/giữ; /);
    expect(lines[2]).toMatch(/^Việc tiếp theo: .*"!".*; gộp 1 tệp danh bạ/);
  });

  it.each([
    [1, 'danhba check'],
    [3, 'danhba report held'],
  ] as const)('upon %i name the command', (exit, command) => {
    for (const language of ['vi', 'en'] as const)
      expect(renderEnding({ ...ending, exit }, language)).toContain(command);
  });
});
