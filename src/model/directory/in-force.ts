/** Tells whether a suspension that is recorded still holds: a restoration counts where it is not older (8.3). */
import type { AccountDeclaration } from './organization.ts';

export const isInForce = ({
  suspension,
  restoration,
}: Pick<AccountDeclaration, 'suspension' | 'restoration'>): boolean =>
  suspension !== undefined && (restoration === undefined || restoration.date < suspension.date);
