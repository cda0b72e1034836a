/** Each kind of answer to a pull request is as somebody has looked at it, in both languages, and tells nothing private. */
import { describe, expect, it } from 'vitest';
import { headline } from '../../../src/render/github/headline.ts';
import { renderReview } from '../../../src/render/github/review.ts';
import { sceneNames, sceneOf } from './answer-scenes.ts';

const locate = () => ({ line: 31, column: 5 });

describe.each(sceneNames)('the answer "%s"', (name) => {
  const review = sceneOf(name);
  it.each(['vi', 'en'] as const)('in %s', async (language) => {
    const text = renderReview(review, { language, locate });
    await expect(text).toMatchFileSnapshot(`../../answers/${name}.${language}.md`);
    expect(text).not.toMatch(/MẬT|0999|0888|undefined|@[a-z]+\b(?<!@laichau)/);
    const [, title, sign] = /^## ((\S+) .*)$/m.exec(text) ?? [];
    expect(headline(review, language).startsWith(`${sign} `)).toBe(true);
    expect(title).toBeDefined();
    for (const line of text.split('\n').filter((one) => one.startsWith('|'))) {
      expect(line.split(' | ')).toHaveLength(line.startsWith('|---') ? 1 : 3);
      expect(line).not.toMatch(/\| {2}\|/);
    }
  });
});
