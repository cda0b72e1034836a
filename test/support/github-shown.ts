/** What GitHub shows of danhba's words: each text of its own, where it stands, and what is shown beside it. */
import type { TestGitHub } from './github.ts';

/** danhba in a workflow. */
const danhba = 'github-actions[bot]';

export interface Shown {
  /** Markdown, by a name that tells where: `form-3.done`, `pull-4`. */
  readonly texts: ReadonlyMap<string, string>;
  /** One line for each form and pull request: its title, how it stands, its labels and the verdict. */
  readonly lines: ReadonlyMap<string, string>;
}

// biome-ignore lint/suspicious/noExplicitAny: whatever GitHub answers.
type Told = any;

export async function readShown({ as }: TestGitHub): Promise<Shown> {
  const read = (path: string): Promise<Told> => as('laichau', 'GET', path);
  const texts = new Map<string, string>();
  const lines = new Map<string, string>();
  const pulls: readonly Told[] = await read('/pulls?state=all&per_page=100');
  const known = new Set(pulls.map(({ number }) => number));
  const issues: readonly Told[] = await read('/issues?state=all&per_page=100');
  const forms = issues.filter(({ number }) => !known.has(number));
  for (const one of [...forms, ...pulls].sort((left, right) => left.number - right.number)) {
    const { number, title, user, body } = one;
    const name = `${known.has(number) ? 'pull' : 'form'}-${number}`;
    if (user.login === danhba) texts.set(name, body);
    for (const comment of await read(`/issues/${number}/comments?per_page=100`)) {
      const marker = /^<!-- danhba:([a-z-]+?)(-\d+)? -->/.exec(comment.body)?.[1] ?? 'comment';
      const place = `${name}.${marker}`;
      if (comment.user.login === danhba)
        texts.set(texts.has(place) ? `${place}-${comment.id}` : place, comment.body);
    }
    const labels = one.labels
      .map((label: Told) => label.name)
      .filter((label: string) => !label.startsWith('danhba:') || label.includes(' '));
    const verdict = known.has(number) ? await verdictOf(read, one.head.sha) : [];
    const state = one.merged_at || one.merged ? 'merged' : one.state;
    lines.set(name, [`#${number} ${title}`, state, ...labels.sort(), ...verdict].join(' · '));
  }
  return { texts, lines };
}

async function verdictOf(read: (path: string) => Promise<Told>, sha: string): Promise<readonly string[]> {
  const { check_runs: runs } = await read(`/commits/${sha}/check-runs`);
  return runs.map(({ conclusion, output }: Told) => `[${conclusion}] ${output.title}`);
}
