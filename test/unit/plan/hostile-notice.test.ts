/** One typed date must not delete: a notice nobody had recorded until today starts its twelve months today. */
import { describe, expect, it } from 'vitest';
import { changesOf, makeStory } from '../../support/lifecycle-story.ts';
import { organizationText } from '../../support/world.ts';

const an = 'id: LC-000001, name: Nguyễn Văn An';
const binh = 'id: LC-000002, name: Trần Thị Bình';
const anKey = 'person:LC-000001';
const files = (...people: string[]) => ({ sokx: organizationText('sokx', people, 'mailbox: none\n') });
const suspended = (date: string, notice?: string) =>
  `${an}, suspension: {reason: violation, clause: "12.5", document: 31/QĐ, date: ${date}${
    notice === undefined ? '' : `, notice: {document: 32/TB, date: ${notice}}`
  }}`;

describe('a notice of last year, first recorded today', () => {
  it('does not delete in the very run that first sees it', () => {
    const story = makeStory();
    story.run(files(an, binh), '2024-01-05');
    story.run(files(suspended('2025-01-13'), binh), '2025-01-13');
    // Suspended for a year and no notice given: nothing runs. On 20 January 2026 one is given, and typed "2025".
    expect(changesOf(story.plan(files(suspended('2025-01-13'), binh), '2026-01-20'))).toEqual([]);
    const plan = story.plan(files(suspended('2025-01-13', '2025-01-17'), binh), '2026-01-20');
    expect(changesOf(plan)).not.toContain(`delete ${anKey}`);
  });

  it('nor where the date of a notice that was recorded right is edited later', () => {
    const story = makeStory();
    story.run(files(an, binh), '2024-01-05');
    story.run(files(suspended('2025-01-13'), binh), '2025-01-13');
    story.run(files(suspended('2025-01-13', '2025-12-01'), binh), '2025-12-01');
    const plan = story.plan(files(suspended('2025-01-13', '2025-01-14'), binh), '2026-01-20');
    expect(changesOf(plan)).not.toContain(`delete ${anKey}`);
  });
});
