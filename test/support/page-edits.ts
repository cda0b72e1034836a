/** What a page has its reader write into an organization's file, as the reader would: below the item it begins with. */

export interface PageEdit {
  /** The id of the organization whose file it is. */
  readonly organization: string;
  /** The lines of the block, as they stand on the page. */
  readonly lines: readonly string[];
  /** What is to come of it: a kind of change, or nothing; absent where another edit belongs to it. */
  readonly act?: string;
  readonly day?: string;
  /** Blocks without a language between this edit and the next one. */
  readonly outputs: readonly string[];
}

/** Blocks of YAML that a comment nobody sees says the place of: `<!-- edit sotttt: create 2026-11-23 -->`. */
export function editsOf(page: string): readonly PageEdit[] {
  const marked = page.matchAll(
    /<!-- edit ([a-z-]+)(?:: ([a-z-]+) ([\d-]{10}))? -->\s+```yaml\n([\s\S]*?)^```([\s\S]*?)(?=<!-- edit |$(?![\s\S]))/gm,
  );
  return [...marked].map(([, organization = '', act, day, block = '', after = '']) => ({
    organization,
    lines: block.trimEnd().split('\n'),
    ...(act !== undefined && { act }),
    ...(day !== undefined && { day }),
    outputs: [...after.matchAll(/^ *```\n([\s\S]*?)^ *```$/gm)].map(([, text = '']) => text),
  }));
}

const indentOf = (line: string) => line.length - line.trimStart().length;

/** The lines after the first, divided where a key of the item begins. */
function keysOf(lines: readonly string[]): Map<string, readonly string[]> {
  const deep = Math.min(...lines.filter((line) => line.trim() !== '').map(indentOf));
  const keys = new Map<string, string[]>();
  let key = '';
  for (const line of lines) {
    if (line.trim() !== '' && indentOf(line) === deep) key = line.trim().split(':')[0] ?? '';
    keys.set(key, [...(keys.get(key) ?? []), line]);
  }
  return keys;
}

/** The file with the block written into it: keys that are there are replaced, others come last, a new item ends the file. */
export function writeEdit(file: string, { lines }: Pick<PageEdit, 'lines'>): string {
  const [first = '', ...rest] = lines;
  const all = file.trimEnd().split('\n');
  const start = all.indexOf(first);
  if (start === -1) return `${[...all, ...lines].join('\n')}\n`;
  const length = all.slice(start + 1).findIndex((line) => indentOf(line) <= indentOf(first));
  const end = length === -1 ? all.length : start + 1 + length;
  const merged = new Map([...keysOf(all.slice(start + 1, end)), ...keysOf(rest)]);
  return `${[...all.slice(0, start + 1), ...[...merged.values()].flat(), ...all.slice(end)].join('\n')}\n`;
}
