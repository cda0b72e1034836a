/** Judges many requests as one namespace: organizations and people together, the first to have an address keeps it. */
import type { AddressHolder } from '../model/problems/naming.ts';
import { finding, shown } from './finding.ts';
import { addressOf } from './form.ts';
import { type Assessment, assessUnknown, conclude, type Judgement, refuse } from './judge.ts';
import type { NamingPolicy } from './policy.ts';

/** A line of the batch: what was read from it, or its text where that is not JSON. Numbers come from the caller, from 1. */
export type BatchLine =
  | { readonly line: number; readonly request: unknown }
  | { readonly line: number; readonly unreadable: string };

export interface LineJudgement extends Judgement {
  readonly line: number;
  /** The other lines with the same address, ascending; symmetric. */
  readonly collidesWith: readonly number[];
}

interface Entry {
  readonly line: number;
  readonly assessment: Assessment;
}

/** Who shares one local part, in the order of the batch. */
interface Holders {
  readonly lines: number[];
  /** The first line that may have it: it is never blocked by a later one. */
  incumbent?: Entry;
}

function assessLine(line: BatchLine, policy: NamingPolicy): Assessment {
  if ('unreadable' in line) return refuse([finding('request-json', { detail: shown(line.unreadable) })]);
  return assessUnknown(line.request, policy);
}

/** Who has an address outside of the batch; undefined for nobody. */
export type HolderOf = (address: string) => AddressHolder | undefined;

/**
 * Judges a batch, results in the order of the input. Any equal address is a collision, whatever the names: the first
 * acceptable line keeps it, the others are refused until a decision gives them another (5.2.b). Linear in the
 * number of lines, but for lists of lines that share one address. Never throws.
 */
export function judgeBatch(
  lines: readonly BatchLine[],
  policy: NamingPolicy,
  holderOf: HolderOf = () => undefined,
): LineJudgement[] {
  const entries: Entry[] = lines.map((line) => ({ line: line.line, assessment: assessLine(line, policy) }));
  const taken = new Map<string, Holders>();
  for (const entry of entries) {
    const { localPart, findings } = entry.assessment;
    if (localPart === null) continue;
    const holders = taken.get(localPart) ?? { lines: [] };
    taken.set(localPart, holders);
    holders.lines.push(entry.line);
    if (findings.length === 0) holders.incumbent ??= entry;
  }
  return entries.map((entry) => {
    const { localPart } = entry.assessment;
    const holders = localPart === null ? undefined : taken.get(localPart);
    const incumbent = holders?.incumbent;
    const address = localPart === null ? undefined : addressOf(localPart, policy);
    const holder = address === undefined ? undefined : holderOf(address);
    const by = incumbent && incumbent !== entry ? { line: incumbent.line } : holder;
    const collision = address !== undefined && by ? finding('address-taken', { address, ...by }) : undefined;
    const isTaken = (other: string): boolean =>
      (taken.get(other)?.lines.some((line) => line !== entry.line) ?? false) ||
      holderOf(addressOf(other, policy)) !== undefined;
    const judgement = conclude(entry.assessment, collision, isTaken, policy);
    const collidesWith = (holders?.lines ?? []).filter((line) => line !== entry.line).sort((a, b) => a - b);
    return { line: entry.line, ...judgement, collidesWith };
  });
}
