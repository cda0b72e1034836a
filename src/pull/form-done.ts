/** Gathers what the answer to a form tells once its work is done: when, of whom, and where the password lies. */
import { type Account, scopeOf } from '../model/account/account.ts';
import type { Directory } from '../model/directory/directory.ts';
import { organizationNames } from '../model/directory/organization-names.ts';
import { passwordPageOf } from '../model/directory/policy.ts';
import type { FormDone, SealedPassword } from '../model/github/form-work.ts';
import type { RequestKind } from '../model/github/request.ts';
import type { Plan } from '../model/plan/plan.ts';
import { latestOf } from '../model/time/date.ts';
import { awaitsFirstLogin, type Judged } from '../review/form-work.ts';
import { keyHolderOf } from '../run/perform/seal.ts';

type Done = Extract<Judged, { readonly done: unknown }>;

interface DoneSources {
  readonly plan: Pick<Plan, 'today'>;
  readonly directory: Directory;
  readonly sealed: ReadonlyMap<string, string>;
}

export function doneOf(
  kind: RequestKind,
  judged: readonly Done[],
  { plan, directory, sealed }: DoneSources,
): Omit<FormDone, 'author' | 'kind' | 'pullRequest' | 'due'> {
  const { policy } = directory;
  const days = judged.map(({ on }) => on);
  // Of several the last one counts; where one is not known, none is.
  const on = days.includes(undefined) ? undefined : latestOf(days);
  const files = new Map<string, SealedPassword>();
  for (const one of judged)
    for (const file of passwordsOf(kind, one, directory, sealed)) {
      files.set(file.file, file);
    }
  const page = passwordPageOf(policy);
  return {
    today: plan.today,
    ...(on !== undefined && { on }),
    records: judged.map(({ done }) => done),
    passwords: [...files.values()],
    ...(page !== undefined && { page }),
    keepMonths: policy.lifecycle.keepTerminatedMonths,
  };
}

/** By this run's own files; a later run knows the organization and, of a mailbox that was issued, the day. */
function passwordsOf(
  kind: RequestKind,
  { account, changes, done, on }: Done,
  { policy, organizations }: Directory,
  sealed: ReadonlyMap<string, string>,
): readonly SealedPassword[] {
  if (account === undefined) return [];
  const own = changes.flatMap(({ id }) => sealed.get(id) ?? []);
  const isLate = changes.length === 0 && done.superseded !== true && awaitsFirstLogin(kind, account);
  const id = scopeOf(account) || policy.operator;
  const files = own.length === 0 && isLate ? [guessedName(id, account, on)] : own;
  const organization = organizationNames(organizations).get(id) ?? id;
  const holder = keyHolderOf(id, organizations);
  return files.map((file) => ({ file, organization, holder }));
}

function guessedName(id: string, { issued }: Account, on: string | undefined): string {
  return `${id}-${on !== undefined && on === issued ? on : '*'}-*.html.age`;
}
