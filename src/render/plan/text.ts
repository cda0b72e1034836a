/** Shows a plan on a terminal: what will be done, counted and in samples, and what will not and why. */
import type { LongAgo } from '../../model/plan/long-ago.ts';
import type { Held } from '../../model/plan/plan.ts';
import type { ShownPlan } from '../../model/plan/shown.ts';
import { visible } from '../text/escape.ts';
import { foldText, noScreen, type Screen } from '../text/screen.ts';
import { renderFittingTable, renderTable } from '../text/table.ts';
import type { Language } from '../text/wording.ts';
import {
  accessDoubtLines,
  addressOf,
  fieldLines,
  heldText,
  longAgoText,
  nameOf,
  upcomingKinds,
  upcomingText,
  whyText,
} from './lines.ts';
import { mailLines } from './mail.ts';
import { countPlan, nothingText, organizationOf, partLines, splitHeld } from './summary.ts';
import { kindSigns, kindTones, kindWords, planWords } from './words/plan.ts';

export interface PlanTextOptions {
  readonly language: Language;
  /** How many changes, and how many held items, are told one by one; the rest is counted. */
  readonly limit: number;
  /** Absent: a pipe. */
  readonly screen?: Screen;
}

const organizationsShown = 12;

export function renderPlanText(
  plan: ShownPlan,
  { language, limit, screen = noScreen }: PlanTextOptions,
): string {
  const words = planWords[language];
  const { paint } = screen;
  const doubt = plan.doubt ? [paint('bad', words.doubt(plan.doubt)), ''] : [];
  const adopting = plan.adopting ? [words.adopting, ''] : [];
  const lines = [...doubt, paint('title', words.title(plan)), '', ...adopting, ...partLines(plan, language)];
  if (plan.changes.length === 0) lines.push(nothingText(plan, language));
  else {
    lines.push(...counts(plan, language, screen), '', ...changeLines(plan, language, limit, screen));
    if (plan.digest !== undefined) lines.push('', `${words.digest}: ${plan.digest}`);
  }
  if (plan.held.length > 0) lines.push('', ...heldLines(plan, language, limit, screen));
  if (plan.approval !== undefined) lines.push(`${words.approval}: ${plan.approval}`);
  if (plan.longAgo !== undefined) lines.push('', ...longAgoLines(plan.longAgo, language, limit));
  lines.push(...upcomingLines(plan, language, limit));
  for (const line of accessDoubtLines(plan, language)) lines.push('', visible(line));
  lines.push('', ...mailLines(plan, language, limit));
  if (plan.unmarked.length > 0) {
    lines.push('', `${words.unmarked}: ${plan.unmarked.length}`);
    lines.push(...plan.unmarked.slice(0, limit).map(({ dn }) => `  ${visible(dn)}`));
    if (plan.unmarked.length > limit) lines.push(`  ${words.more(plan.unmarked.length - limit)}`);
  }
  return foldText(`${lines.join('\n')}\n`, screen.width);
}

function counts(plan: ShownPlan, language: Language, { width, paint }: Screen): string[] {
  const words = planWords[language];
  const { kinds, organizations } = countPlan(plan);
  const lines = kinds.map(
    ([kind, count]) =>
      `  ${paint(kindTones[kind], `${kindSigns[kind]} ${kindWords[kind][language]}`)}: ${count}`,
  );
  if (organizations.length < 2) return lines;
  const columns = [
    { title: words.organization },
    ...kinds.map(([kind]) => ({ title: kindWords[kind][language], align: 'right' as const })),
    { title: words.total, align: 'right' as const },
  ];
  const shown = organizations.slice(0, organizationsShown);
  const rest = organizations.slice(organizationsShown);
  const rows = shown.map(({ id, counts, total }) => [
    visible(id),
    ...kinds.map(([kind]) => String(counts.get(kind) ?? '')),
    String(total),
  ]);
  if (rest.length > 0) {
    const sum = (kind: (typeof kinds)[number][0]) =>
      rest.reduce((total, { counts }) => total + (counts.get(kind) ?? 0), 0);
    rows.push([
      `(${rest.length} ${words.others})`,
      ...kinds.map(([kind]) => String(sum(kind) || '')),
      String(rest.reduce((total, organization) => total + organization.total, 0)),
    ]);
  }
  const table = width === undefined ? renderTable(columns, rows) : renderFittingTable(columns, rows, width);
  return [...lines, '', ...table];
}

function changeLines(plan: ShownPlan, language: Language, limit: number, { paint }: Screen): string[] {
  const lines: string[] = [];
  for (const change of plan.changes.slice(0, limit)) {
    const { kind } = change;
    const mailAddress = addressOf(change);
    const address = mailAddress === undefined ? '' : ` <${visible(mailAddress)}>`;
    lines.push(
      `${paint(kindTones[kind], `${kindSigns[kind]} ${kindWords[kind][language]}`)}: ${visible(nameOf(change))}${address} [${visible(organizationOf(change))}]`,
    );
    for (const { label, from, to } of fieldLines(change, language, 'desk')) {
      lines.push(`    ${label}: ${visible(from)} → ${visible(to)}`);
    }
    lines.push(`    ${visible(whyText(change, language, 'desk'))}`);
  }
  if (plan.changes.length > limit) lines.push(planWords[language].more(plan.changes.length - limit));
  return lines;
}

function longAgoLines(dates: readonly LongAgo[], language: Language, limit: number): string[] {
  const words = planWords[language];
  const lines = dates
    .slice(0, limit)
    .map((one) => `  ? ${visible(one.name)} [${visible(one.organization)}]: ${longAgoText(one, language)}`);
  if (dates.length > limit) lines.push(`  ${words.more(dates.length - limit)}`);
  return [`${words.longAgo}: ${dates.length}`, ...lines];
}

function upcomingLines(plan: ShownPlan, language: Language, limit: number): string[] {
  const words = planWords[language];
  return upcomingKinds.flatMap((kind) => {
    const upcoming = plan.upcoming.filter((one) => one.kind === kind);
    if (upcoming.length === 0) return [];
    const lines = upcoming
      .slice(0, limit)
      .map(
        (one) =>
          `  · ${visible(one.name)} [${visible(one.organization)}]: ${visible(upcomingText(one, language))}`,
      );
    if (upcoming.length > limit) lines.push(`  ${words.more(upcoming.length - limit)}`);
    return ['', `${words.upcoming[kind]}: ${upcoming.length}`, ...lines];
  });
}

function heldLines(plan: ShownPlan, language: Language, limit: number, screen: Screen): string[] {
  const { told: items, waiting } = splitHeld(plan, limit);
  const lines = [screen.paint('title', `${planWords[language].held}: ${plan.held.length}`)];
  const told = items.slice(0, limit).map((held) => heldLine(held, language, screen));
  for (const [index, { line, hint }] of told.entries()) {
    lines.push(line);
    // One remedy for several in a row is told once, after the last of them.
    if (hint !== '' && told[index + 1]?.hint !== hint) lines.push(...hintLines(hint));
  }
  if (items.length > limit) lines.push(`  ${planWords[language].more(items.length - limit)}`);
  if (waiting !== undefined) lines.push(`  · ${planWords[language].notDue(waiting.count, waiting.earliest)}`);
  return lines;
}

/** An LDIF in a hint keeps its lines, to be copied. */
const hintLines = (hint: string): string[] =>
  hint.split('\n').map((line, at) => `${at === 0 ? '      = ' : '          '}${visible(line)}`);

function heldLine(
  held: Held,
  language: Language,
  { paint }: Screen,
): { readonly line: string; readonly hint: string } {
  const { message, hint } = heldText(held, language);
  const kind = held.kind === undefined ? '' : `${kindWords[held.kind][language]}: `;
  const line = `  ${paint('warning', '!')} ${kind}${visible(held.name)} [${visible(held.organization)}]: ${visible(message)}`;
  return { line, hint };
}
