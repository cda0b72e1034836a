/** What is held is told with the deed that waits, where one was planned. */
import { expect, test } from 'vitest';
import type { Held } from '../../../src/model/plan/plan.ts';
import { heldLines } from '../../../src/render/github/held-groups.ts';
import { actorOf } from '../../../src/render/site/work.ts';

const subject = { key: 'person:1', name: 'Người 1', organization: 'soa' } as const;
const code = { code: 'person-replaced', args: { before: 'An', after: 'Bình' } } as const;

test.each([
  ['vi', '- **cập nhật (1)**: Người 1: mã này là của An'],
  ['en', "- **update (1)**: Người 1: the id is An's"],
] as const)('a deed and how many, in %s', (language, begins) => {
  const [line] = heldLines([{ ...subject, ...code, kind: 'update' }], new Map(), language, 10);
  expect(line?.startsWith(begins)).toBe(true);
});

test('without a deed whoever it is, and no number alone', () => {
  const held: Held = { ...subject, ...code };
  expect(heldLines([held], new Map(), 'vi', 10)[0]).toMatch(/^- Người 1: mã này là của An/);
});

const notices = {
  'notice-missing': { since: '2026-11-20', earliest: '2027-11-20' },
  'notice-early': { notice: '2025-11-20', day: '2026-11-20', of: 'suspension', earliest: '2027-11-20' },
} as const;

test.each([
  { ...subject, code: 'notice-missing', args: notices['notice-missing'], kind: 'delete' },
  { ...subject, code: 'notice-early', args: notices['notice-early'], kind: 'delete' },
] as const satisfies readonly Held[])(
  '$code is the operator’s, who suspends (8.1), in an answer and on the pages',
  (held) => {
    const [line] = heldLines([held], new Map(), 'vi', 10);
    expect(line).toContain('**đơn vị vận hành**');
    expect(line).not.toContain('sửa tệp');
    const what = { of: 'held', code: held.code, change: 'delete' } as const;
    expect(actorOf({ class: 'held', organization: 'soa', name: held.name, what })).toBe('operator');
  },
);
