/** Words the checks of a repository's settings, each with the page and the button that put it right. */
import type { RepositoryFinding, SettingsPage } from '../../model/github/repository-finding.ts';
import { couldNotSee, renderChecksJson, renderChecksText, type ToldCheck } from '../doctor/checks.ts';
import type { Language, Words } from '../text/wording.ts';
import { type RepositoryPlace, tokenPage, urlOfPage } from './settings-page.ts';
import { checkTitles, doctorWords, rightNames, rightNotes } from './words/repository-checks.ts';
import { findingWords } from './words/repository-findings.ts';

export function renderRepositoryChecksJson(
  findings: readonly RepositoryFinding[],
  place: RepositoryPlace,
  language: Language,
): string {
  return renderChecksJson(tellRepositoryChecks(findings, place, language));
}

export function renderRepositoryChecksText(
  findings: readonly RepositoryFinding[],
  place: RepositoryPlace,
  language: Language,
): string {
  const { title, blind } = doctorWords[language];
  const head = { title: title(`${place.owner}/${place.repo}`, place.branch), blind };
  return renderChecksText(tellRepositoryChecks(findings, place, language), head, language);
}

export function tellRepositoryChecks(
  findings: readonly RepositoryFinding[],
  place: RepositoryPlace,
  language: Language,
): readonly ToldCheck[] {
  // The words name the default branch, whatever it is called.
  const named = (text: string) => text.replaceAll('{branch}', () => place.branch);
  return findings.map((finding) => {
    const { id, status } = finding;
    const { message, hint } = wordsOf(finding, language);
    const told = hint === '' ? undefined : named(hint);
    return { id, status, message: named(message), hint: told, url: urlOf(finding, place) };
  });
}

function wordsOf({ id, code, args }: RepositoryFinding, language: Language): Words {
  const words = doctorWords[language];
  const title = checkTitles[id][language];
  if (code === 'sound') return { message: title, hint: '' };
  if (code === 'person-owned') return { message: couldNotSee(title, language), hint: words.personOwned };
  if (code === 'unseen') {
    const note = rightNotes[args.right]?.[language];
    const right = `${words.right}: ${rightNames[args.right]}`;
    return { message: couldNotSee(title, language), hint: note === undefined ? right : `${right} ${note}` };
  }
  const wording: (args: never) => Words = findingWords[code][language];
  return wording(args as never);
}

function urlOf({ code, args }: RepositoryFinding, place: RepositoryPlace): string | undefined {
  const { at } = args as { readonly at?: SettingsPage };
  if (at !== undefined) return urlOfPage(at, place);
  return code === 'unseen' ? tokenPage(place) : undefined;
}
