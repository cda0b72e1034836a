/** Writes the check run of a commit, with as many annotations as there are. */
import { createHash } from 'node:crypto';
import { inParts } from '../../model/text/in-parts.ts';
import type { GitHub } from '../connect/open.ts';

export interface Annotation {
  readonly path: string;
  /** From 1. */
  readonly line: number;
  readonly endLine?: number;
  readonly level: 'notice' | 'warning' | 'failure';
  readonly message: string;
  readonly title?: string;
}

export interface CheckRun {
  readonly headSha: string;
  readonly name: string;
  readonly conclusion: 'success' | 'failure' | 'neutral' | 'action_required' | 'skipped';
  readonly title: string;
  /** Markdown, at most 65,535 characters. */
  readonly summary: string;
  readonly annotations: readonly Annotation[];
}

export interface WrittenCheckRun {
  readonly result: 'created' | 'unchanged';
  readonly id: number;
  readonly url: string;
}

/** "The Checks API limits the number of annotations to a maximum of 50 per API request." */
const annotationsOfRequest = 50;

/**
 * The check run of this name; where the last one says the same in full, nothing is written.
 *
 * GitHub can add annotations and take none away: one that says something else is a new one, and GitHub shows the newest
 * of each name. @throws ExpectedError where GitHub cannot be used.
 */
export async function writeCheckRun(github: GitHub, wanted: CheckRun): Promise<WrittenCheckRun> {
  const digest = createHash('sha256').update(JSON.stringify(wanted)).digest('hex');
  const output = { title: wanted.title, summary: wanted.summary };
  const annotations = wanted.annotations.map(asTold);
  const [first = [], ...rest] = inParts(annotations, annotationsOfRequest);
  const done = { status: 'completed', conclusion: wanted.conclusion } as const;
  return await github.lookingAgain(async () => {
    const before = await github.octokit.rest.checks.listForRef({
      ...github.place,
      ref: wanted.headSha,
      check_name: wanted.name,
      filter: 'latest',
    });
    const same = before.data.check_runs.find(
      (run) =>
        run.external_id === digest &&
        run.status === 'completed' &&
        run.output.annotations_count >= annotations.length,
    );
    if (same !== undefined) return { result: 'unchanged', id: same.id, url: same.html_url ?? '' };
    const { data } = await github.octokit.rest.checks.create({
      ...github.place,
      name: wanted.name,
      head_sha: wanted.headSha,
      external_id: digest,
      // Whoever waits for the conclusion gets it with the last annotation.
      ...(rest.length === 0 ? done : { status: 'in_progress' }),
      output: { ...output, annotations: first },
    });
    for (const [index, batch] of rest.entries()) {
      await github.octokit.rest.checks.update({
        ...github.place,
        check_run_id: data.id,
        ...(index === rest.length - 1 && done),
        output: { ...output, annotations: batch },
      });
    }
    return { result: 'created', id: data.id, url: data.html_url ?? '' };
  });
}

function asTold({ path, line, endLine, level, message, title }: Annotation) {
  return {
    path,
    start_line: line,
    end_line: endLine ?? line,
    annotation_level: level,
    message,
    ...(title !== undefined && { title }),
  };
}
