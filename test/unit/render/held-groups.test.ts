/** What is held is told with the deed that waits, where one was planned. */
import { expect, test } from 'vitest';
import type { Held } from '../../../src/model/plan/plan.ts';
import { heldLines } from '../../../src/render/github/held-groups.ts';

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
