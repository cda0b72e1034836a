/** Turns the rows of a list into edits of one file, each for itself: a row that cannot be done leaves the others. */
import type { Request, RequestedEdits, RequestProblem } from '../model/github/request.ts';
import type { RowNote } from '../model/github/request-answer.ts';
import { applyRequest } from './apply.ts';
import type { SearchedDirectory } from './find-organization.ts';
import { fold } from './text.ts';

/** A request with its place in the list. */
export interface AskedRow {
  readonly row: number;
  readonly name: string;
  readonly request: Request;
  readonly notes?: readonly RowNote[];
}

export type AppliedRow = AskedRow & (RequestedRow | { readonly problem: RequestProblem });

interface RequestedRow {
  readonly applied: RequestedEdits;
}

/** `freeIds` are given to newcomers one after another; `organization` is what the form says for all. */
export function applyList(
  rows: readonly AskedRow[],
  organization: string,
  directory: SearchedDirectory,
  freeIds: readonly string[],
): readonly AppliedRow[] {
  const left = [...freeIds];
  const seen = new Map<string, number>();
  const applied = rows.map((asked): AppliedRow => {
    const { row, name, request } = asked;
    const twice = nameOf(request);
    const first = twice === undefined ? undefined : seen.get(twice);
    if (first !== undefined)
      return { ...asked, problem: { code: 'row-repeated', args: { name, row: first } } };
    if (twice !== undefined) seen.set(twice, row);
    const made = applyRequest(request, directory, { freeId: left[0], inListOf: organization });
    if ('problem' in made) return { ...asked, problem: made.problem };
    const before = seen.get(made.key);
    if (before !== undefined)
      return { ...asked, problem: { code: 'row-repeated', args: { name, row: before } } };
    seen.set(made.key, row);
    if (made.key === `person:${left[0]}`) left.shift();
    return { ...asked, applied: made };
  });
  const leaving = new Set(
    applied.flatMap((one) => ('applied' in one && one.request.kind === 'terminate' ? [one.applied.key] : [])),
  );
  return applied.map((one) => withoutLeaver(one, leaving));
}

/** A newcomer without an id is known by the name alone. */
function nameOf(request: Request): string | undefined {
  if (request.kind !== 'issue' || request.namesake || request.person.id !== undefined) return undefined;
  return fold(request.person.name);
}

/** Nobody keeps the agency mailbox who leaves by another row. */
function withoutLeaver(one: AppliedRow, leaving: ReadonlySet<string>): AppliedRow {
  if (!('applied' in one)) return one;
  const leaves = one.applied.edits.some(
    (edit) => edit.kind === 'set' && edit.key === 'custodian' && leaving.has(`person:${edit.value}`),
  );
  if (!leaves) return one;
  const { row, name, request } = one;
  return { row, name, request, problem: { code: 'successor-leaves', args: { name: successorOf(request) } } };
}

const successorOf = (request: Request): string =>
  request.kind === 'terminate' ? (request.successor ?? '') : '';
