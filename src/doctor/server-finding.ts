/** Makes findings of servers and machine: one for each check, and never that something unseen is right. */
import type { CheckStatus } from '../model/doctor/check.ts';
import type {
  ServerCheckId,
  ServerFinding,
  ServerFindingCode,
  ServerFindings,
  Unseen,
} from '../model/doctor/finding.ts';
import type { Remark } from '../model/problems/remark.ts';
import type { WithoutId } from './finding.ts';

export type ServerFound = WithoutId<ServerFinding>;

/** What is found by each of these checks; a forgotten one does not compile. */
export type Judged<Id extends ServerCheckId> = Readonly<Record<Id, ServerFound>>;

function make<Code extends ServerFindingCode>(
  status: CheckStatus,
  code: Code,
  args: ServerFindings[Code],
): ServerFound {
  return { status, code, args } as ServerFound;
}

export const failed = <Code extends ServerFindingCode>(code: Code, args: ServerFindings[Code]): ServerFound =>
  make('failed', code, args);

export const warning = <Code extends ServerFindingCode>(
  code: Code,
  args: ServerFindings[Code],
): ServerFound => make('warning', code, args);

export const sound = make('ok', 'sound', {});

export const unseen = (why: Unseen): ServerFound => make('unseen', 'unseen', { why });

export const told = (what: Remark): ServerFound => failed('told', { what });

/** The same for several checks. */
export function each<Id extends ServerCheckId>(ids: readonly Id[], finding: ServerFound): Judged<Id> {
  return Object.fromEntries(ids.map((id) => [id, finding])) as Record<Id, ServerFound>;
}
