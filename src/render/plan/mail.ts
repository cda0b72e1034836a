/** Tells what was found on the mail server, for a terminal and for GitHub. */
import type { MailFinding } from '../../model/mail/state.ts';
import type { Plan } from '../../model/plan/plan.ts';
import { remarkText } from '../errors/remark.ts';
import { markdown, visible } from '../text/escape.ts';
import { type Names, organizationName } from '../text/named.ts';
import type { Language, Words } from '../text/wording.ts';
import { mailFindingWords, mailWords } from './words/mail.ts';
import { planWords } from './words/plan.ts';

export function mailFindingText({ code, args }: MailFinding, language: Language): Words {
  const table = mailFindingWords as unknown as Record<string, Record<Language, (args: unknown) => Words>>;
  return table[code]?.[language](args) ?? { message: code, hint: '' };
}

/** Whose mailbox it is: name and organization where there is an account, else the mail server's own name. */
function ownerText(
  { user, name, organization, address }: MailFinding,
  safe: (text: string) => string,
  names: Names = new Map(),
) {
  const who = name === undefined ? user : `${name}${address === undefined ? '' : ` <${address}>`}`;
  return `${safe(who)}${organization === undefined ? '' : ` ${safe(`[${organizationName(names, organization)}]`)}`}`;
}

/** What a plan tells: letters in Quarantine come and go, and are for `report mail` alone. */
const toldOf = (findings: readonly MailFinding[]) => findings.filter(({ code }) => code !== 'quarantined');

/** The lines of a plan's part on the mail server; one line where none was asked, or where there is nothing to tell. */
export function mailLines(
  { mail }: Pick<Plan, 'mail'>,
  language: Language,
  limit: number,
): readonly string[] {
  const words = mailWords[language];
  if (mail === undefined) return [words.skipped];
  if (mail.unreachable !== undefined)
    return [`${words.unreachable}: ${visible(remarkText(mail.unreachable, language))}`];
  const findings = toldOf(mail.findings);
  if (findings.length === 0) return [words.nothing];
  const lines = [`${words.title}: ${findings.length}`];
  const shown = findings.slice(0, limit);
  for (const [index, finding] of shown.entries()) {
    const { message, hint } = mailFindingText(finding, language);
    lines.push(`  ! ${ownerText(finding, visible)}: ${visible(message)}`);
    const next = shown[index + 1];
    // One remedy for several in a row is told once, after the last of them.
    const same = next !== undefined && mailFindingText(next, language).hint === hint;
    if (!same) lines.push(`      = ${visible(hint)}`);
  }
  if (findings.length > limit) lines.push(`  ${planWords[language].more(findings.length - limit)}`);
  return lines;
}

export function mailMarkdown(
  { mail }: Pick<Plan, 'mail'>,
  { language, limit, names }: { readonly language: Language; readonly limit: number; readonly names: Names },
): readonly string[] {
  const words = mailWords[language];
  if (mail === undefined) return [words.skipped];
  if (mail.unreachable !== undefined)
    return [`${words.unreachable}: ${markdown(remarkText(mail.unreachable, language))}`];
  const findings = toldOf(mail.findings);
  if (findings.length === 0) return [words.nothing];
  const items = findings.slice(0, limit).map((finding) => {
    const { message, hint } = mailFindingText(finding, language);
    return `- ${ownerText(finding, markdown, names)}: ${markdown(message)} (${markdown(hint)})`;
  });
  const rest = findings.length - limit;
  const more = rest > 0 ? [`- ${planWords[language].more(rest)}`] : [];
  return [`### ${words.title}: ${findings.length}`, '', ...items, ...more];
}
