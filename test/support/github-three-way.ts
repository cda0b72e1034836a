/** The merge of two commits by Git itself: the tree GitHub would make, or nothing where both change the same place. */
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { checkOut } from './github-checkout.ts';
import type { Ask } from './github-supplement.ts';
import { runScript } from './shell.ts';

/** @param repo `/repos/owner/name`, which has both commits. */
export async function mergeTrees(
  ask: Ask,
  repo: string,
  base: string,
  head: string,
): Promise<string | undefined> {
  const folder = await mkdtemp(join(tmpdir(), 'danhba-merge-'));
  const git = async (text: string) => await runScript({ text: `git ${text}`, cwd: folder });
  try {
    const read = async (path: string) => (await ask('GET', path)).body;
    const hub = { repository: repo, as: async (_login: string, _method: string, path: string) => read(path) };
    for (const ref of [head, base]) await checkOut(hub, { folder, ref, repo });
    const { code, out } = await git(`merge-tree --write-tree ${base} ${head}`);
    if (code !== 0) return undefined;
    const wanted = out.trim();
    const changed = (await git(`diff --name-only --no-renames -z ${base} ${wanted}`)).out.split('\0');
    await git(`read-tree ${wanted} && git checkout-index --all --force`);
    const entries = changed
      .filter((path) => path !== '')
      .map(async (path) => {
        const content = await readFile(join(folder, path), 'utf8').catch(() => undefined);
        const isThere = (await git(`cat-file -e "${wanted}:${path}"`)).code === 0;
        return { path, mode: '100644', type: 'blob', ...(isThere ? { content } : { sha: null }) };
      });
    const { tree } = (await read(`${repo}/git/commits/${base}`)) as { tree: { sha: string } };
    const body = { base_tree: tree.sha, tree: await Promise.all(entries) };
    const made = (await ask('POST', `${repo}/git/trees`, { body })).body as { sha: string };
    if (made.sha !== wanted) throw new Error(`Git's tree is ${wanted}, what was made of it ${made.sha}`);
    return made.sha;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
