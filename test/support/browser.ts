/** Debian's Chromium for tests of pages, and what a screen reader would stumble over. */
import axe from 'axe-core';
import { type Browser, chromium, type Page } from 'playwright-core';

const program = '/usr/bin/chromium';

/** @throws Error where Chromium is not installed: `npm test` installs it as root on Debian. */
export async function openBrowser(): Promise<Browser> {
  return await chromium.launch({ executablePath: program, args: ['--no-sandbox'] });
}

/** What axe-core finds that is serious or critical, as "rule: element". */
export async function findBarriers(page: Page): Promise<readonly string[]> {
  // Around the page's own policy, which lets no script in: the tool is not of the page.
  const session = await page.context().newCDPSession(page);
  await session.send('Runtime.evaluate', { expression: axe.source });
  const { result } = await session.send('Runtime.evaluate', {
    expression: `axe.run(document).then(({ violations }) => JSON.stringify(violations
      .filter(({ impact }) => impact === 'serious' || impact === 'critical')
      .flatMap(({ id, nodes }) => nodes.map(({ html }) => id + ': ' + html))))`,
    awaitPromise: true,
    returnByValue: true,
  });
  return JSON.parse(String(result.value)) as readonly string[];
}
