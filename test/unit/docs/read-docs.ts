/** The Markdown files of the repository as text, for tests that hold them against the code. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';

export const root = join(import.meta.dirname, '../../..');

export interface Page {
  /** From the root of the repository, with "/" between. */
  readonly file: string;
  readonly text: string;
}

/** Folders that are none of ours: installed, built, or hidden. */
const foreign = /^(node_modules|dist|coverage|\..*)$/;

function findMarkdown(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return foreign.test(entry.name) ? [] : findMarkdown(path);
    return entry.name.endsWith('.md') ? [path] : [];
  });
}

export const pages: readonly Page[] = findMarkdown(root)
  .sort()
  .map((path) => ({ file: relative(root, path), text: readFileSync(path, 'utf8') }));

export function pageOf(file: string): Page {
  const page = pages.find((one) => one.file === file);
  if (page === undefined) throw new Error(`${file} is missing`);
  return page;
}

/** The text without fenced blocks: what is left is prose, where links are links. */
export const withoutBlocks = (text: string): string => text.replace(/^ *```[\s\S]*?^ *```$/gm, '');

/** Targets of links and pictures that lead to a file or a heading of this repository. */
export function relativeLinks(text: string): string[] {
  const prose = withoutBlocks(text).replace(/`[^`\n]*`/g, '');
  const targets = [...prose.matchAll(/\]\(([^()\s]+)\)/g)].map((match) => match[1] as string);
  return targets.filter((target) => !/^[a-z][a-z0-9+.-]*:/i.test(target));
}

/** GitHub's name for a heading: lower case, signs dropped, spaces turned into hyphens. */
function anchorOf(heading: string): string {
  const plain = heading.replace(/\[([^\]]*)\]\([^)]*\)/g, '$1').replace(/&lt;|&gt;|&amp;/g, '');
  return plain
    .trim()
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}\s_-]/gu, '')
    .replace(/\s/g, '-');
}

export function anchorsOf(text: string): Set<string> {
  const headings = [...withoutBlocks(text).matchAll(/^#{1,6} +(.+)$/gm)];
  return new Set(headings.map((match) => anchorOf(match[1] as string)));
}

/** Why the link leads nowhere, or undefined where it arrives. */
export function brokenBecause(page: Page, target: string): string | undefined {
  const [path = '', anchor] = target.split('#');
  const file = path === '' ? page.file : relative(root, join(root, dirname(page.file), decodeURI(path)));
  if (file.startsWith('..') || !existsSync(join(root, file))) return 'no such file';
  if (anchor === undefined || !file.endsWith('.md')) return undefined;
  const anchors = anchorsOf(pageOf(file).text);
  return anchors.has(decodeURI(anchor)) ? undefined : `no heading #${anchor} in ${file}`;
}

/** The rows of the first table after a marker, each as its cells; the title row is left out. */
export function tableAfter(text: string, marker: string | RegExp): string[][] {
  const start = text.search(marker);
  if (start < 0) throw new Error(`nothing matches ${marker}`);
  const lines = text.slice(start).split('\n');
  const first = lines.findIndex((line) => line.startsWith('|'));
  const after = lines.slice(first);
  const end = after.findIndex((line) => !line.startsWith('|'));
  return after.slice(2, end < 0 ? undefined : end).map((line) =>
    line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim()),
  );
}

/** The words in backquotes of a cell. */
export const codeWords = (cell: string): string[] =>
  [...cell.matchAll(/`([^`]+)`/g)].map((match) => match[1] as string);
