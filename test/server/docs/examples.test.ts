/** Examples of the pages that need no server are typed in a copy of the repository: each output is as shown. */
import { cp } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type TourStep, tourOf } from '../../support/page-tour.ts';
import { openTypedShell, type TypedShell } from '../../support/typed-shell.ts';
import { pages } from '../../unit/docs/read-docs.ts';

let shell: TypedShell;
beforeAll(async () => {
  shell = await openTypedShell();
  for (const name of ['main', 'change']) {
    await cp(join(shell.folder, 'directory'), join(shell.folder, name, 'directory'), { recursive: true });
  }
  // Somebody is taken on whom the other organization has not let go.
  const lines = ['  - id: LC-000355', '    name: Cà Văn Nghiên', '    title: Chuyên viên'];
  await shell.edit({ organization: 'sotc', lines, outputs: [] }, 'change/directory');
});
afterAll(() => shell?.close());

const offline =
  /^(printf .*\| )?(danhba|npm run -s danhba --) (check|name|deadline|person-id|codeowners|consent|password-page|credentials key)\b/;

/** What of a page can be typed here: an exit code is that of what stands before it. */
function offlineSteps(text: string): readonly TourStep[] {
  let isTyped = false;
  return tourOf(text).filter((step) => {
    if (step.does !== 'type') return step.does === 'edit';
    isTyped = offline.test(step.typed.command) || (isTyped && step.typed.command === 'echo $?');
    return isTyped;
  });
}

/** By their chapters: what one of them has written into files is put back before the next. */
const shown = pages
  .filter(({ file }) => !/^README|^CHANGELOG/.test(file))
  .flatMap(({ file, text }) =>
    text.split(/^## /m).map((part) => [`${file}: ${part.split('\n')[0]}`, part] as const),
  )
  .map(([title, part]) => [title, offlineSteps(part)] as const)
  .filter(([, steps]) => steps.some(({ does }) => does === 'type'));

describe('examples', () => {
  beforeEach(async () => {
    await shell.type('git checkout --quiet directory; rm -f *.key');
  });

  test('are found in the pages that have most', () => {
    const titles = shown.map(([title]) => title).join('\n');
    for (const page of ['docs/commands.md', 'docs/unit.vi.md']) expect(titles).toContain(`${page}: `);
    expect(shown.flatMap(([, steps]) => steps).length).toBeGreaterThan(20);
  });

  test.each(shown)('of %s', { timeout: 120_000 }, async (_file, steps) => {
    const differ: string[] = [];
    for (const step of steps) {
      if (step.does === 'edit') await shell.edit(step.edit);
      if (step.does !== 'type') continue;
      const said = await shell.compare(step.typed);
      if (said !== 'as shown') differ.push(`$ ${step.typed.command}\n${said}`);
    }
    expect(differ).toEqual([]);
  });
});
