/** The three ways GitHub merges a pull request: one commit with two parents, one with all of it, or each commit anew. */
import type { Ask } from './github-supplement.ts';
import { mergeTrees } from './github-three-way.ts';

// biome-ignore lint/suspicious/noExplicitAny: answers of the emulator, whose form the description checks.
type Told = any;

/** Whether the base branch has commits the pull request lacks: then its tree is not what would be merged. */
export async function isBehind(ask: Ask, repo: string, pull: Told): Promise<boolean> {
  const { body } = await ask(
    'GET',
    `${repo}/compare/${encodeURIComponent(pull.base.ref)}...${pull.head.sha}`,
  );
  return (body as Told).behind_by > 0;
}

/**
 * The commits the merge puts on the base branch, oldest first; a rebase gives each of them another hash.
 * Undefined where both sides change the same place.
 */
export async function mergePull(
  ask: Ask,
  repo: string,
  pull: Told,
  { merge_method: method = 'merge' }: { readonly merge_method?: string },
  token: string | undefined,
): Promise<readonly string[] | undefined> {
  const branch = `${repo}/git/refs/heads/${pull.base.ref}`;
  const tip: string = ((await ask('GET', branch.replace('/refs/', '/ref/'))).body as Told).object.sha;
  const read = async (sha: string) => (await ask('GET', `${repo}/git/commits/${sha}`)).body as Told;
  const head = await read(pull.head.sha);
  const write = async (message: string, tree: string, parents: readonly string[], author?: Told) => {
    const body = { message, tree, parents, ...(author && { author }) };
    return ((await ask('POST', `${repo}/git/commits`, { body, token })).body as Told).sha as string;
  };
  const isFork = pull.head.repo?.full_name !== pull.base.repo.full_name;
  const tree =
    !isFork && (await isBehind(ask, repo, pull))
      ? await mergeTrees(ask, repo, tip, pull.head.sha)
      : (head.tree.sha as string);
  if (tree === undefined) return undefined;
  const made: string[] = [];
  if (method === 'rebase') {
    const own: Told[] = [];
    for (let sha = pull.head.sha; sha !== pull.base.sha; sha = own[0].parents[0].sha)
      own.unshift(await read(sha));
    for (const { message, tree, author } of own)
      made.push(await write(message, tree.sha, [made.at(-1) ?? tip], author));
  } else if (method === 'squash') {
    made.push(await write(`${pull.title} (#${pull.number})`, tree, [tip]));
  } else {
    made.push(await write(`Merge pull request #${pull.number}`, tree, [tip, pull.head.sha]));
  }
  await ask('PATCH', branch, { body: { sha: made.at(-1) }, token });
  await ask('PATCH', `${repo}/pulls/${pull.number}`, { body: { state: 'closed' }, token });
  return made;
}
