/** Whether the record of an end lets its bearer go to another organization. */
import type { Termination } from '../model/organization.ts';

/** 8.2: who retired or resigned is free to be taken on anywhere; who was transferred, where the record says. */
export function isReleased(termination: Termination | undefined, to: string): boolean {
  return termination !== undefined && (termination.reason !== 'transfer' || (termination.to ?? to) === to);
}
