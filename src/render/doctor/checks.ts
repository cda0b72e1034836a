/** Shows what a doctor says, whichever doctor it is: as text, the worst first, or as one JSON document. */
import { type Check, type CheckStatus, checkStatuses } from '../../model/doctor/check.ts';
import { renderJson, visible } from '../text/escape.ts';
import type { Language } from '../text/wording.ts';

/** A finding in words. */
export interface ToldCheck {
  readonly id: string;
  readonly status: CheckStatus;
  readonly message: string;
  readonly hint: string | undefined;
  /** The page where it is put right. */
  readonly url?: string | undefined;
}

export interface ChecksHead {
  readonly title: string;
  /** What is said where not one of them could be seen. */
  readonly blind: string;
}

const checkMarks: Readonly<Record<CheckStatus, string>> = { failed: '×', warning: '!', unseen: '?', ok: '✓' };

const checkWords = {
  vi: {
    statuses: { failed: 'không đạt', warning: 'cần xem', unseen: 'không xem được', ok: 'đạt' },
    couldNot: (title: string) => `không xem được: ${title}`,
    unseenNote: (count: number) => `${count} mục không xem được: chưa biết đúng hay sai, không phải là đạt.`,
  },
  en: {
    statuses: { failed: 'failed', warning: 'to be looked at', unseen: 'unseen', ok: 'ok' },
    couldNot: (title: string) => `could not be seen: ${title}`,
    unseenNote: (count: number) =>
      `${count} could not be seen: they may be right or wrong, and none of them has passed.`,
  },
} as const;

export const couldNotSee = (title: string, language: Language): string =>
  checkWords[language].couldNot(title);

/** `{"checks":[{"id","status","message","hint"}]}`; the hint names the page too, and is left out where all is well. */
export function renderChecksJson(told: readonly ToldCheck[]): string {
  const checks = told.map(({ id, status, message, hint, url }): Check => {
    const parts = [hint, url].filter((part) => part !== undefined);
    return { id, status, message, ...(parts.length > 0 && { hint: parts.join(' · ') }) };
  });
  return `${renderJson({ checks }, 2)}\n`;
}

/** The worst first; what is put right on one page stands together, and the page below it. */
export function renderChecksText(
  told: readonly ToldCheck[],
  { title, blind }: ChecksHead,
  language: Language,
): string {
  const words = checkWords[language];
  const counts = checkStatuses
    .map((status) => [status, told.filter((one) => one.status === status).length] as const)
    .filter(([, count]) => count > 0);
  const lines = [title, ''];
  lines.push(`  ${counts.map(([status, count]) => `${words.statuses[status]}: ${count}`).join(' · ')}`);
  for (const [status, count] of counts) {
    lines.push('');
    const pages = Map.groupBy(together(told.filter((one) => one.status === status)), ({ url }) => url);
    for (const [url, all] of pages) {
      lines.push(...linesOf(all));
      if (url !== undefined) lines.push(`      ${url}`);
    }
    if (status === 'unseen') lines.push('', count === told.length ? blind : words.unseenNote(count));
  }
  return lines.map((line) => `${visible(line)}\n`).join('');
}

/** In the order of their first, those with one hint beside one another. */
function together(all: readonly ToldCheck[]): readonly ToldCheck[] {
  return [...Map.groupBy(all, ({ hint }) => hint).values()].flat();
}

/** A hint that is the same for several stands below the last of them. */
function linesOf(all: readonly ToldCheck[]): readonly string[] {
  return all.flatMap(({ id, status, message, hint }, index) => [
    `${checkMarks[status]} ${id}: ${message}`,
    ...(hint === undefined || all[index + 1]?.hint === hint
      ? []
      : hint.split('\n').map((line, place) => `${place === 0 ? '    = ' : '      '}${line}`)),
  ]);
}
