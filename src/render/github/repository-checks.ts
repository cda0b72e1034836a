/** Shows the checks of a repository's settings: as text with page and button, or as one JSON document. */
import { type Check, type CheckStatus, checkStatuses } from '../../model/github/check.ts';
import type { RepositoryFinding, SettingsPage } from '../../model/github/repository-finding.ts';
import { renderJson, visible } from '../text/escape.ts';
import type { Language, Words } from '../text/wording.ts';
import { type RepositoryPlace, tokenPage, urlOfPage } from './settings-page.ts';
import { checkMarks, checkTitles, doctorWords, rightNames, rightNotes } from './words/repository-checks.ts';
import { findingWords } from './words/repository-findings.ts';

interface Told {
  readonly id: string;
  readonly status: CheckStatus;
  readonly message: string;
  readonly hint: string | undefined;
  readonly url: string | undefined;
}

/** `{"checks":[{"id","status","message","hint"}]}`; the hint names the page too, and is left out where all is well. */
export function renderRepositoryChecksJson(
  findings: readonly RepositoryFinding[],
  place: RepositoryPlace,
  language: Language,
): string {
  const checks = findings.map((finding): Check => {
    const { id, status, message, hint, url } = tell(finding, place, language);
    const parts = [hint, url].filter((part) => part !== undefined);
    return { id, status, message, ...(parts.length > 0 && { hint: parts.join(' · ') }) };
  });
  return `${renderJson({ checks }, 2)}\n`;
}

/** The worst first; what is put right on one page stands together, and the page below it. */
export function renderRepositoryChecksText(
  findings: readonly RepositoryFinding[],
  place: RepositoryPlace,
  language: Language,
): string {
  const words = doctorWords[language];
  const told = findings.map((finding) => tell(finding, place, language));
  const counts = checkStatuses
    .map((status) => [status, told.filter((one) => one.status === status).length] as const)
    .filter(([, count]) => count > 0);
  const lines = [words.title(`${place.owner}/${place.repo}`, place.branch), ''];
  lines.push(`  ${counts.map(([status, count]) => `${words.statuses[status]}: ${count}`).join(' · ')}`);
  for (const [status, count] of counts) {
    lines.push('');
    const pages = Map.groupBy(together(told.filter((one) => one.status === status)), ({ url }) => url);
    for (const [url, all] of pages) {
      lines.push(...linesOf(all));
      if (url !== undefined) lines.push(`      ${url}`);
    }
    if (status === 'unseen') lines.push('', count === told.length ? words.blind : words.unseenNote(count));
  }
  return lines.map((line) => `${visible(line)}\n`).join('');
}

/** In the order of their first, those with one hint beside one another. */
function together(all: readonly Told[]): readonly Told[] {
  return [...Map.groupBy(all, ({ hint }) => hint).values()].flat();
}

/** A hint that is the same for several stands below the last of them. */
function linesOf(all: readonly Told[]): readonly string[] {
  return all.flatMap(({ id, status, message, hint }, index) => [
    `${checkMarks[status]} ${id}: ${message}`,
    ...(hint === undefined || all[index + 1]?.hint === hint ? [] : [`    = ${hint}`]),
  ]);
}

function tell(finding: RepositoryFinding, place: RepositoryPlace, language: Language): Told {
  const { id, status } = finding;
  // The words name the default branch, whatever it is called.
  const named = (text: string) => text.replaceAll('{branch}', () => place.branch);
  const { message, hint } = wordsOf(finding, language);
  const told = hint === '' ? undefined : named(hint);
  return { id, status, message: named(message), hint: told, url: urlOf(finding, place) };
}

function wordsOf({ id, code, args }: RepositoryFinding, language: Language): Words {
  const words = doctorWords[language];
  const title = checkTitles[id][language];
  if (code === 'sound') return { message: title, hint: '' };
  if (code === 'person-owned') return { message: words.couldNot(title), hint: words.personOwned };
  if (code === 'unseen') {
    const note = rightNotes[args.right]?.[language];
    const right = `${words.right}: ${rightNames[args.right]}`;
    return { message: words.couldNot(title), hint: note === undefined ? right : `${right} ${note}` };
  }
  const wording: (args: never) => Words = findingWords[code][language];
  return wording(args as never);
}

function urlOf({ code, args }: RepositoryFinding, place: RepositoryPlace): string | undefined {
  const { at } = args as { readonly at?: SettingsPage };
  if (at !== undefined) return urlOfPage(at, place);
  return code === 'unseen' ? tokenPage(place) : undefined;
}
