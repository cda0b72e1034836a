/** Tells which records a commit of the main line has changed: what a merged pull request was about. */
import { parseYaml } from '../desired/read/parse-yaml.ts';
import { type Key, organizationKey, personKey } from '../model/account/key.ts';
import { isRecord } from '../model/text/json.ts';
import { saidIn, textOfAspect } from '../review/carried.ts';
import { git, isObjectName } from './commit.ts';
import { readSteps } from './steps.ts';
import { readTexts } from './tree-at.ts';

export interface ChangedRecord {
  readonly key: Key;
  /** Whose file it stands in, or stood in before it went. */
  readonly organization: string;
}

/** Undefined where the checkout does not have the commit behind it: what it brings is not carried out yet. */
export async function readChangedRecords(
  directory: string,
  commit: string,
): Promise<readonly ChangedRecord[] | undefined> {
  if (!isObjectName(commit)) return undefined;
  if ((await git(directory, 'merge-base', '--is-ancestor', commit, 'HEAD')) === undefined) return undefined;
  const [step] = await readSteps(directory, ['-1', commit]);
  // Git goes on to an older one where this has changed nothing here.
  if (step?.commit !== commit) return [];
  const texts = await readTexts(directory, [...step.before, ...step.after]);
  const read = (shas: readonly string[]) => shas.map((sha) => parseYaml(sha, texts.get(sha) ?? '').value);
  const [before, after] = [read(step.before), read(step.after)];
  const found: ChangedRecord[] = [];
  for (const [key, { kind, id, organization }] of [...recordsIn(before), ...recordsIn(after)]) {
    if (found.some((one) => one.key === key)) continue;
    const textOf = (files: readonly unknown[]) => {
      const said = files.map((file) => saidIn(file, { kind, id })).find((one) => one !== undefined);
      return textOfAspect(said, kind === 'person' ? ['home', 'record'] : ['record', 'dissolved']);
    };
    if (textOf(before) === textOf(after)) continue;
    found.push({ key, organization: homeIn(after, kind, id) ?? organization });
  }
  return found;
}

interface Place {
  readonly kind: 'person' | 'organization';
  readonly id: string;
  readonly organization: string;
}

function recordsIn(files: readonly unknown[]): readonly (readonly [Key, Place])[] {
  return files.filter(isRecord).flatMap((file): readonly (readonly [Key, Place])[] => {
    const { id: organization, people } = file;
    if (typeof organization !== 'string') return [];
    const items: readonly unknown[] = Array.isArray(people) ? people : [];
    const ids = items.filter(isRecord).flatMap(({ id }) => (typeof id === 'string' ? [id] : []));
    return [
      [organizationKey(organization), { kind: 'organization', id: organization, organization }],
      ...ids.map((id) => [personKey(id), { kind: 'person', id, organization }] as const),
    ];
  });
}

const homeIn = (files: readonly unknown[], kind: Place['kind'], id: string): string | undefined =>
  recordsIn(files).find(([, place]) => place.kind === kind && place.id === id)?.[1].organization;
