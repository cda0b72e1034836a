/** Shows a plan as GitHub Markdown; private fields are left out, and no text of others is markup. */
import type { ShownPlan } from '../../model/plan/shown.ts';
import { markdown } from '../text/escape.ts';
import { type Names, namedHeld, whoText } from '../text/named.ts';
import type { Language } from '../text/wording.ts';
import { changeRow } from './change-row.ts';
import { accessDoubtLines, heldText, longAgoText, upcomingKinds, upcomingText } from './lines.ts';
import { mailMarkdown } from './mail.ts';
import { countPlan, nothingText, partLines, splitHeld } from './summary.ts';
import { kindWords, planWords } from './words/plan.ts';

export interface PlanMarkdownOptions {
  readonly language: Language;
  readonly limit: number;
  readonly names: Names;
}

export function renderPlanMarkdown(plan: ShownPlan, options: PlanMarkdownOptions): string {
  const { language, limit, names } = options;
  const words = planWords[language];
  const lines = [
    ...(plan.doubt ? [`**${markdown(words.doubt(plan.doubt))}**`, ''] : []),
    `## ${markdown(words.title(plan))}`,
    '',
    ...partLines(plan, language),
  ];
  if (plan.changes.length === 0) lines.push(nothingText(plan, language));
  else {
    const { kinds } = countPlan(plan);
    lines.push(kinds.map(([kind, count]) => `**${count}** ${kindWords[kind][language]}`).join(' · '), '');
    lines.push(
      `| | ${words.account} | ${words.organization} | ${words.change} | ${words.why} |`,
      '|---|---|---|---|---|',
    );
    lines.push(...plan.changes.slice(0, limit).map((change) => changeRow(change, options, markdown)));
    if (plan.changes.length > limit) lines.push('', words.more(plan.changes.length - limit));
    if (plan.digest !== undefined) lines.push('', `${words.digest}: \`${plan.digest}\``);
  }
  if (plan.held.length > 0) {
    const { told, waiting } = splitHeld(plan, limit);
    lines.push('', `### ${words.held}: ${plan.held.length}`, '');
    for (const held of told.slice(0, limit)) {
      const { message, hint } = heldText(namedHeld(held, names), language);
      const help = hint === '' ? '' : ` (${hint.split('\n').map(markdown).join('<br>')})`;
      lines.push(`- ${markdown(whoText(held, names))}: ${markdown(message)}${help}`);
    }
    if (told.length > limit) lines.push(`- ${words.more(told.length - limit)}`);
    if (waiting !== undefined) lines.push(`- ${words.notDue(waiting.count, waiting.earliest)}`);
    if (plan.approval !== undefined) lines.push('', `${words.approval}: \`${plan.approval}\``);
  }
  if (plan.longAgo !== undefined) {
    lines.push('', `### ${words.longAgo}: ${plan.longAgo.length}`, '');
    for (const one of plan.longAgo.slice(0, limit)) {
      const text = markdown(longAgoText(one, language));
      lines.push(`- ${markdown(whoText(one, names))}: ${text}`);
    }
    if (plan.longAgo.length > limit) lines.push(`- ${words.more(plan.longAgo.length - limit)}`);
  }
  for (const kind of upcomingKinds) {
    const upcoming = plan.upcoming.filter((one) => one.kind === kind);
    if (upcoming.length === 0) continue;
    lines.push('', `### ${words.upcoming[kind]}: ${upcoming.length}`, '');
    for (const one of upcoming.slice(0, limit)) {
      const text = markdown(upcomingText(one, language));
      lines.push(`- ${markdown(whoText(one, names))}: ${text}`);
    }
    if (upcoming.length > limit) lines.push(`- ${words.more(upcoming.length - limit)}`);
  }
  for (const line of accessDoubtLines(plan, language)) lines.push('', markdown(line));
  lines.push('', ...mailMarkdown(plan, options));
  if (plan.unmarked.length > 0) {
    lines.push('', `### ${words.unmarked}: ${plan.unmarked.length}`, '');
    lines.push(...plan.unmarked.slice(0, limit).map(({ dn }) => `- ${markdown(dn)}`));
  }
  return `${lines.join('\n')}\n`;
}
