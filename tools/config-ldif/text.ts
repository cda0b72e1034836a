/** LDIF (RFC 2849) as the templates of servers/ have it: folded where a line would be long, words between at signs kept. */

export type Values = readonly (readonly [attribute: string, value: string])[];

/** Of a line, so that a page and an editor show it whole. */
const width = 118;

/** An entry to add, or with `changetype: modify` and its parts as values a change. */
export const record = (dn: string, values: Values): string =>
  [['dn', dn] as const, ...values].map(([name, value]) => fold(`${name}: ${value}`)).join('\n');

/** What is added to the entry, in one change: all of it or nothing. */
export const addition = (dn: string, attribute: string, values: readonly string[]): string =>
  record(dn, [
    ['changetype', 'modify'],
    ['add', attribute],
    ...values.map((value) => [attribute, value] as const),
  ]);

/** Before a space, which then begins the next line beside the one that says it is a continuation. */
function fold(line: string): string {
  const lines: string[] = [];
  let rest = line;
  while (rest.length > width) {
    const at = rest.lastIndexOf(' ', width);
    // The first two: a line of a space alone would be lost.
    if (at < 3) break;
    lines.push(rest.slice(0, at));
    rest = ` ${rest.slice(at)}`;
  }
  return [...lines, rest].join('\n');
}

/** Without lines that begin with a number sign, and without empty ones. */
export const withoutComments = (text: string): string =>
  text
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .join('\n');

export const comment = (text: string): string =>
  text
    .trim()
    .split('\n')
    .map((line) => `# ${line}`.trimEnd())
    .join('\n');
