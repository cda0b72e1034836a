/** A text as GitHub shows it: its Markdown on a page of its width, and what of it would have to be scrolled sideways. */
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { Marked } from 'marked';
import type { Browser } from 'playwright-core';

/** Beside the menu of a screen; a telephone. */
const widths = [760, 390] as const;

/** As GitHub's own sheet has it, of what the texts use. */
const style = `
  * { box-sizing: border-box; }
  body { margin: 0; padding: 16px; font: 14px/1.5 "Noto Sans", "DejaVu Sans", Helvetica, Arial, sans-serif; overflow-wrap: break-word; color: #1f2328; }
  h2 { font-size: 1.5em; border-bottom: 1px solid #d1d9e0; padding-bottom: .3em; margin: 24px 0 16px; line-height: 1.25; }
  h3 { font-size: 1.25em; margin: 24px 0 16px; line-height: 1.25; }
  body > :first-child { margin-top: 0; }
  p, ul, ol, pre, table, details { margin: 0 0 16px; }
  ul, ol { padding-left: 2em; }
  li + li { margin-top: .25em; }
  code { font: 85% "DejaVu Sans Mono", monospace; background: #818b981f; padding: .2em .4em; border-radius: 6px; white-space: break-spaces; }
  pre { padding: 16px; overflow: auto; background: #f6f8fa; border-radius: 6px; line-height: 1.45; }
  pre code { background: none; padding: 0; white-space: pre; }
  table { display: block; width: max-content; max-width: 100%; overflow: auto; border-spacing: 0; border-collapse: collapse; }
  th, td { padding: 6px 13px; border: 1px solid #d1d9e0; }
  th { font-weight: 600; }
  a { color: #0969da; }
`;

const reader = new Marked({ gfm: true, breaks: true });

/** Folded parts are open: they are read too. Returns what is wider than its place, as "width: element". */
export async function findSideways(
  browser: Browser,
  texts: ReadonlyMap<string, string>,
  pictures: string | undefined,
): Promise<readonly string[]> {
  const found: string[] = [];
  if (pictures !== undefined) await mkdir(pictures, { recursive: true });
  const page = await browser.newPage();
  try {
    for (const width of widths) {
      await page.setViewportSize({ width, height: 800 });
      for (const [name, text] of texts) {
        const body = reader.parse(text, { async: false }).replaceAll('<details>', '<details open>');
        await page.setContent(`<!doctype html><meta charset="utf-8"><style>${style}</style>${body}`);
        const wide = await page.evaluate(wideElements);
        found.push(...(wide as string[]).map((element) => `${name} at ${width}: ${element}`));
        if (pictures === undefined) continue;
        await page.screenshot({ path: join(pictures, `${name}.${width}.png`), fullPage: true });
      }
    }
  } finally {
    await page.close();
  }
  return found;
}

/** The page itself, and whatever scrolls in itself. */
const wideElements = `[...document.querySelectorAll('html, pre, table')]
  .filter((element) => element.scrollWidth > element.clientWidth + 1)
  .map((element) => element.tagName.toLowerCase() + ' ' + element.textContent.trim().slice(0, 60))`;
