/** The edit that writes the number and day of a written notice beside the suspension it tells (8.1). */
import type { Declared } from './declared.ts';
import { type Edit, setField } from './edit.ts';
import type { Decision } from './organization.ts';

/** Undefined of whoever is not suspended. */
export function noticeEdit({ person, declaration }: Declared, notice: Decision): Edit | undefined {
  const suspension = declaration?.suspension;
  return suspension && setField(person?.id, 'suspension', { ...suspension, notice });
}
