/** Leaves out what only follows from another problem, and tells a deleted file as what it is. */
import { join } from 'node:path';
import { fileId, fileKind } from '../desired/read/parse-directory.ts';
import type { DeletedFile } from '../model/directory/deleted-file.ts';
import type { Problem } from '../model/problems/problem.ts';
import type { Desired } from './desired.ts';

/** The ids of organizations that files name and nobody has. */
export const unknownIds = (problems: readonly Problem[]): readonly string[] => [
  ...new Set(problems.flatMap((problem) => unknownId(problem) ?? [])),
];

export function withoutFollowUps(
  problems: readonly Problem[],
  deleted: readonly DeletedFile[],
  { directory }: Pick<Desired, 'directory'>,
  root: string,
): readonly Problem[] {
  const present = new Set<string>();
  for (const { organization, file } of directory?.organizations ?? [])
    present.add(organization.id).add(fileId(file));
  for (const { id } of directory?.unreadable ?? []) present.add(id);
  // A file that only moved is there.
  const gone = deleted.filter(({ path }) => {
    const kind = fileKind(path);
    return kind !== undefined && !(kind === 'organization' && present.has(fileId(path)));
  });
  const ids = new Set(gone.map(({ path }) => fileId(path)));
  const told = gone.map(({ path, commit }): Problem => {
    const file = join(root, path);
    return { code: 'file-deleted', args: { path, file, commit }, severity: 'error', at: { file, path: [] } };
  });
  const waiting = new Set<string>();
  return [
    ...told,
    ...problems.filter((problem) => {
      if (problem.code === 'parent-unreadable') {
        // Hundreds may wait for one file; its own problem is told.
        const isFirst = !waiting.has(problem.args.file);
        waiting.add(problem.args.file);
        return isFirst;
      }
      if (problem.code === 'parent-unknown') {
        // Several files do not mistype one id alike: it is one file that is missing.
        const isFirst = !waiting.has(`id ${problem.args.parent}`);
        waiting.add(`id ${problem.args.parent}`);
        if (!isFirst) return false;
      }
      return gone.length === 0 || !follows(problem, ids);
    }),
  ];
}

function unknownId({ code, args }: Problem): string | undefined {
  switch (code) {
    case 'parent-unknown':
      return args.parent;
    case 'operator-unknown':
      return args.operator;
    case 'successor-unknown':
      return args.successor;
    case 'destination-unknown':
      return args.to;
    default:
      return undefined;
  }
}

function follows(problem: Problem, deleted: ReadonlySet<string>): boolean {
  if (problem.code === 'policy-missing') return deleted.has('policy');
  // Their remedy, to take the line out, would be wrong.
  if (problem.code === 'protected-unknown' || problem.code === 'grant-unused') return true;
  const id = unknownId(problem);
  return id !== undefined && deleted.has(id);
}
