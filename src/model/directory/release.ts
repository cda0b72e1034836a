/** Whether the record of an end lets its bearer go to another organization. */
import type { Termination } from './organization.ts';

/**
 * 8.2: who retired or left, of his own will or not, is free to be taken on anywhere; who was transferred, where the
 * record says; who died, nowhere. A record the schema refused says nothing.
 */
export function isReleased(termination: Termination | null | undefined, to: string): boolean {
  switch (termination?.reason) {
    case 'retirement':
    case 'resignation':
    case 'dismissal':
    case 'contract-end':
      return true;
    case 'transfer':
      return (termination.to ?? to) === to;
    default:
      return false;
  }
}
