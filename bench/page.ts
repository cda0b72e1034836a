/** Parts of a page that are generated, between comments no reader sees. */

/** The page with another text between `<!-- NAME -->` and `<!-- /NAME -->`. @throws Error where there is no such part. */
export function withBlock(page: string, name: string, text: string): string {
  const [start, end] = [`<!-- ${name} -->\n`, `<!-- /${name} -->`];
  const [from, to] = [page.indexOf(start), page.indexOf(end)];
  if (from < 0 || to < from) throw new Error(`no part "${name}" between comments`);
  return `${page.slice(0, from + start.length)}\n${text}\n${page.slice(to)}`;
}
