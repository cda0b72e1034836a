/** One line of the audit: canonical JSON behind its own SHA-256, naming the SHA-256 of the line before it. */

import { createHash } from 'node:crypto';
import type { AccountState } from '../model/account/account.ts';
import type { AskedBy, Result } from '../model/plan/outcome.ts';
import type { ChangeKind } from '../model/plan/plan.ts';
import { canonicalJson } from '../model/text/json.ts';

/** Whose doing it is: the same on every record of a run, so that each line can be read alone. */
export interface AuditRun {
  readonly run: string;
  /** The commit of the directory that was reconciled. */
  readonly commit?: string;
  /** The files on the disk were not those of the commit. */
  readonly uncommitted?: true;
  readonly pullRequest?: number;
  readonly approvers?: readonly string[];
  /** The digest of held changes that somebody approved for this run. */
  readonly approval?: string;
}

export type AuditEvent =
  | {
      readonly event: 'begin';
      readonly today: string;
      /** The run before, where it has not told how it ended: killed, or still at work. */
      readonly unfinished?: string;
    }
  | {
      /** Written before the first change is tried: what a run that is killed may have done is among these. */
      readonly event: 'plan';
      readonly plan: string;
      readonly changes: number;
      readonly held: number;
      /** Ids of changes; a long plan takes several records. */
      readonly intends: readonly string[];
    }
  | {
      /** Who lets what the guard held pass in this run; one record each, before the plan. */
      readonly event: 'approval';
      readonly digest: string;
      readonly by: string;
      readonly where: string;
    }
  | {
      readonly event: 'outcome';
      readonly plan: string;
      readonly operation: ChangeKind;
      readonly key: string;
      readonly outcome: Result['result'];
      readonly detail?: string;
      /** The document behind it, "document; date": as its file or its form says. */
      readonly basis?: string;
      /** The number of that form. */
      readonly form?: number;
      /** Whose request it carries out, as far as Git tells. */
      readonly asked?: readonly AskedBy[];
    }
  | {
      readonly event: 'end';
      readonly plan?: string;
      readonly exit: number;
      /** The code of the error that ended it before its time. */
      readonly error?: string;
      readonly outcomes: Readonly<Partial<Record<Result['result'], number>>>;
      /** Files of the directory the run wrote its own suspensions into (8.1). */
      readonly recorded?: readonly string[];
      /** Mailboxes by state, as the run left them; absent where it cannot say. */
      readonly accounts?: Readonly<Record<AccountState, number>>;
    }
  | {
      /** What stood behind the last whole record when this run came: half a line, as a power loss leaves it. */
      readonly event: 'torn';
      readonly bytes: number;
      readonly sha256: string;
    };

/** Where a chain is: how many records it has, and the hash of the last. */
export interface ChainHead {
  readonly number: number;
  readonly hash: string;
}

/** Before the first record. */
export const origin: ChainHead = { number: 0, hash: `sha256:${'0'.repeat(64)}` };

export function hashOf(bytes: Uint8Array | string): string {
  return `sha256:${createHash('sha256').update(bytes).digest('hex')}`;
}

export interface Chained {
  readonly line: string;
  readonly head: ChainHead;
}

/** The line that follows `head`, with its line end. */
export function chain(head: ChainHead, time: string, run: AuditRun, event: AuditEvent): Chained {
  const number = head.number + 1;
  const body = canonicalJson({ ...run, ...event, time, number, previous: head.hash });
  const hash = hashOf(body);
  // The hash stands in front, so that every byte behind it counts and nothing need be written again to be checked.
  return { line: `{"hash":"${hash}",${body.slice(1)}\n`, head: { number, hash } };
}

export interface ParsedRecord extends ChainHead {
  readonly previous: string;
  readonly event: string;
  readonly run: string;
  readonly torn?: { readonly bytes: number; readonly sha256: string };
}

const hashLength = 'sha256:'.length + 64;
const opening = '{"hash":"';
const bodyAt = opening.length + hashLength + '",'.length;

/** The record of a line without its line end; undefined where a single byte is not as it was written. */
export function parseRecord(line: Uint8Array): ParsedRecord | undefined {
  const bytes = Buffer.from(line.buffer, line.byteOffset, line.byteLength);
  const front = bytes.toString('latin1', 0, bodyAt);
  const hash = front.slice(opening.length, opening.length + hashLength);
  if (front !== `${opening}${hash}",` || bytes.length <= bodyAt) return undefined;
  const computed = createHash('sha256').update('{').update(bytes.subarray(bodyAt)).digest('hex');
  if (hash !== `sha256:${computed}`) return undefined;
  try {
    return readBody(JSON.parse(bytes.toString('utf8')) as Record<string, unknown>, hash);
  } catch {
    return undefined;
  }
}

function readBody(record: Record<string, unknown>, hash: string): ParsedRecord | undefined {
  const { number, previous, event, run, bytes, sha256 } = record;
  if (!Number.isSafeInteger(number) || typeof previous !== 'string') return undefined;
  if (typeof event !== 'string' || typeof run !== 'string') return undefined;
  const torn = event === 'torn' ? { torn: { bytes: Number(bytes), sha256: String(sha256) } } : {};
  return { number: number as number, hash, previous, event, run, ...torn };
}
