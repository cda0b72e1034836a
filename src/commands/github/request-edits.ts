/** What the rows of a form come to in the organization's file, judged by the rules: the good ones together, each wrong one with why. */
import { editOrganization } from '../../desired/edit/edit.ts';
import { type AskedRow, applyList } from '../../forms/apply-list.ts';
import { calledOf } from '../../forms/find-organization.ts';
import { usablePeople } from '../../forms/find-person.ts';
import { placeNewcomers } from '../../forms/newcomer-place.ts';
import type { Key } from '../../model/account/key.ts';
import type { Edit, EditRefusal } from '../../model/directory/edit.ts';
import type { RequestedEdits } from '../../model/github/request.ts';
import type { AnsweredRow, WrongRow } from '../../model/github/request-answer.ts';
import type { CommonOptions } from '../../process/io.ts';
import { namedProblem } from '../../render/text/named.ts';
import { compareProblems } from '../../review/difference.ts';
import { namesOf } from '../../review/names.ts';
import { type Desired, judge, readDesired } from '../../run/desired.ts';
import type { UsableDesired } from '../../run/propose.ts';

export interface JudgedForm {
  readonly rows: readonly AnsweredRow[];
  /** Undefined where no row is good. */
  readonly change: RequestedChange | undefined;
}

export interface RequestedChange extends Omit<RequestedEdits, 'key'> {
  readonly organizationName: string;
  /** How many rows it is made of. */
  readonly count: number;
  readonly text: string;
}

export interface JudgeInput {
  readonly options: CommonOptions;
  readonly desired: UsableDesired;
  readonly today: string;
  /** What the form says for all its rows. */
  readonly organization: string;
  readonly rows: readonly AskedRow[];
  readonly freeIds: readonly string[];
}

/** Rows the rules refuse are taken out, and the others judged again: a row may stand in the way of another. */
export async function judgeForm(input: JudgeInput): Promise<JudgedForm> {
  const { options, desired, today } = input;
  const wrong = new Map<number, WrongRow>();
  const before = judge(desired, [], today);
  for (;;) {
    const { file, edits, good, text } = editAll(input, wrong);
    if (file === undefined) return { rows: rowsOf(input, wrong, new Map(), undefined), change: undefined };
    const after = await readDesired(options, new Map([[file.file, text]]));
    const { problems } = compareProblems(before, judge(after, [], today));
    const errors = problems.filter(({ severity }) => severity === 'error');
    if (errors.length === 0) {
      const change = {
        ...file,
        organizationName: calledOf(file.organization, desired.directory),
        count: good.size,
        edits,
        text,
      };
      return { rows: rowsOf(input, wrong, good, after), change };
    }
    const names = namesOf([desired.directory, after.directory]);
    const told = errors.map((problem) => namedProblem(problem, names));
    for (const [row, key] of good) {
      const broken = told.filter(({ subject }) => subject === key);
      if (broken.length > 0) wrong.set(row, { broken });
    }
    // What is nobody's own fault is everybody's.
    const isNobodys = ![...good.keys()].some((row) => wrong.has(row));
    if (isNobodys) for (const row of good.keys()) wrong.set(row, { broken: told });
  }
}

interface Edited {
  readonly file: Pick<RequestedEdits, 'file' | 'organization' | 'name'> | undefined;
  readonly edits: readonly Edit[];
  readonly good: ReadonlyMap<number, Key>;
  readonly text: string;
}

/** One row after another, in one text; those that are wrong by themselves are added to the others. */
function editAll(
  { desired, today, rows, organization, freeIds }: JudgeInput,
  wrong: Map<number, WrongRow>,
): Edited {
  const directory = { ...desired.directory, declared: desired.declared, today };
  const left = rows.filter(({ row }) => !wrong.has(row));
  const edits: Edit[] = [];
  const good = new Map<number, Key>();
  let file: Edited['file'];
  let text = '';
  let newcomer: string | undefined;
  for (const one of applyList(left, organization, directory, freeIds)) {
    if (!('applied' in one)) {
      wrong.set(one.row, { problems: [one.problem] });
      continue;
    }
    const { applied } = one;
    if (file === undefined) text = desired.context.textOf(applied.file) ?? '';
    const placed = placeNewcomers(applied.edits, peopleOf(desired, applied.file), newcomer);
    const edited = editText(text, placed);
    if ('refusal' in edited) {
      wrong.set(one.row, edited);
      continue;
    }
    text = edited.text;
    file ??= applied;
    // As they were asked for: the place is none of that.
    edits.push(...applied.edits);
    newcomer = applied.edits.findLast((edit) => edit.kind === 'add-person')?.person.id ?? newcomer;
    good.set(one.row, applied.key);
  }
  return { file, edits, good, text };
}

const peopleOf = ({ directory: { organizations } }: UsableDesired, file: string): readonly string[] =>
  organizations.filter((one) => one.file === file).flatMap((one) => usablePeople(one).map(({ id }) => id));

function editText(
  text: string,
  edits: readonly Edit[],
): { readonly text: string } | { readonly refusal: EditRefusal } {
  let result = text;
  for (const edit of edits) {
    const edited = editOrganization(result, edit);
    if ('refusal' in edited) return edited;
    result = edited.text;
  }
  return { text: result };
}

function rowsOf(
  { rows }: JudgeInput,
  wrong: ReadonlyMap<number, WrongRow>,
  good: ReadonlyMap<number, Key>,
  after: Desired | undefined,
): readonly AnsweredRow[] {
  const addresses = new Map(after?.declared.map(({ key, address }) => [key, address]));
  return rows.flatMap(({ row, name, notes }): readonly AnsweredRow[] => {
    const [key, why] = [good.get(row), wrong.get(row)];
    if (why !== undefined) return [{ row, name, wrong: why }];
    return key === undefined
      ? []
      : [{ row, name, key, address: addresses.get(key), ...(notes && { notes }) }];
  });
}
