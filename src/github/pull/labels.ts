/** Keeps our own labels on an issue or pull request as they are to be, and touches no others. */
import { InternalError } from '../../model/problems/errors.ts';
import type { GitHub } from '../connect/open.ts';
import { isCode } from '../connect/refusal.ts';

export interface Label {
  readonly name: string;
  /** Six hexadecimal digits, without `#`. */
  readonly color: string;
  readonly description?: string;
}

export interface LabelsSet {
  readonly added: readonly string[];
  readonly removed: readonly string[];
}

/** GitHub knows a label whatever its case. */
const fold = (name: string) => name.toLowerCase();

/**
 * Of the labels that begin with the prefix, exactly these; labels the repository lacks are created.
 *
 * @throws InternalError where a wanted label has another prefix. @throws ExpectedError where GitHub cannot be used.
 */
export async function setLabels(
  github: GitHub,
  number: number,
  prefix: string,
  wanted: readonly Label[],
): Promise<LabelsSet> {
  const foreign = wanted.find(({ name }) => prefix === '' || !fold(name).startsWith(fold(prefix)));
  if (foreign !== undefined) throw new InternalError(`label without ${prefix}: ${foreign.name}`);
  const current = await listLabels(github, number);
  const names = new Set(wanted.map(({ name }) => fold(name)));
  const removed = current.filter((name) => fold(name).startsWith(fold(prefix)) && !names.has(fold(name)));
  const added = await addLabels(github, number, wanted, current);
  for (const name of removed) {
    try {
      await github.octokit.rest.issues.removeLabel({ ...github.place, issue_number: number, name });
    } catch (thrown) {
      if (!isCode(thrown, 'github-missing')) throw thrown;
    }
  }
  return { added, removed };
}

/** Adds what is not among the current ones; the names it added. */
export async function addLabels(
  github: GitHub,
  number: number,
  wanted: readonly Label[],
  current: readonly string[],
): Promise<readonly string[]> {
  const there = new Set(current.map(fold));
  const lacking = wanted.filter(({ name }) => !there.has(fold(name)));
  if (lacking.length === 0) return [];
  // Put on an issue, a label that does not exist would be created without its colour.
  for (const label of lacking) await createLabel(github, label);
  const labels = lacking.map(({ name }) => name);
  await github.octokit.rest.issues.addLabels({ ...github.place, issue_number: number, labels });
  return labels;
}

async function listLabels(github: GitHub, number: number): Promise<readonly string[]> {
  const labels = await github.octokit.paginate(github.octokit.rest.issues.listLabelsOnIssue, {
    ...github.place,
    issue_number: number,
    per_page: 100,
  });
  return labels.map(({ name }) => name);
}

/** A label that exists keeps the colour somebody gave it. */
export async function createLabel(github: GitHub, label: Label): Promise<void> {
  const exists = async () => {
    try {
      await github.octokit.rest.issues.getLabel({ ...github.place, name: label.name });
      return true;
    } catch (thrown) {
      if (isCode(thrown, 'github-missing')) return false;
      throw thrown;
    }
  };
  await github.lookingAgain(async () => {
    if (await exists()) return;
    try {
      await github.octokit.rest.issues.createLabel({ ...github.place, ...label });
    } catch (thrown) {
      // Another run was faster.
      if (!isCode(thrown, 'github-refused') || !(await exists())) throw thrown;
    }
  });
}
