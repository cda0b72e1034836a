/** Shows a plan as one JSON document: the data it is, with what remains to be said of it in English. */
import type { Plan } from '../model/plan.ts';
import { remarkInJson } from './remark.ts';

export function renderPlanJson(plan: Plan): string {
  return `${JSON.stringify(plan, remarkInJson, 2)}\n`;
}
