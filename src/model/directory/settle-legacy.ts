/** Settles by the day whether an account still has the address it brought along, or gets the one by the rules (13.7). */
import type { Declared } from './declared.ts';
import type { CalendarDate } from './organization.ts';

export const isLegacyOver = ({ legacy }: Pick<Declared, 'legacy'>, today: CalendarDate): boolean =>
  legacy?.until !== undefined && legacy.until <= today;

/** Where the rules give no address nobody loses the one there is: that the name has none is told by itself. */
export function settleLegacy(declared: readonly Declared[], today: CalendarDate): readonly Declared[] {
  if (!declared.some((one) => isLegacyOver(one, today))) return declared;
  return declared.map((one) => {
    const { legacy, declaration } = one;
    if (legacy === undefined || legacy.byRule === null || !isLegacyOver(one, today)) return one;
    const aliases = (declaration?.aliases ?? []).map((alias) => alias.toLowerCase());
    return {
      ...one,
      address: legacy.byRule,
      addresses: [...new Set([legacy.byRule, ...aliases])].sort(),
    };
  });
}
