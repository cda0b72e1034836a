/** Shows a plan as one JSON document: the data it is, with what remains to be said of it in English. */
import type { Plan } from '../../model/plan/plan.ts';
import { remarkInJson } from '../errors/remark.ts';

export function renderPlanJson(plan: Plan): string {
  return `${JSON.stringify(plan, remarkInJson, 2)}\n`;
}
