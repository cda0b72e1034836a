/** Shows a plan as one JSON document: the data it is, with what remains to be said of it in English, and no caller's reason. */

import { withoutReason } from '../../model/account/operator-lock.ts';
import type { ShownPlan } from '../../model/plan/shown.ts';
import { remarkInJson } from '../errors/remark.ts';

export function renderPlanJson(plan: ShownPlan): string {
  const inJson = (key: string, value: unknown) => remarkInJson(key, withoutReason(key, value));
  return `${JSON.stringify(plan, inJson, 2)}\n`;
}
