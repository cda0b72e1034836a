/** Shows what the naming rules say of a name: to people with the reasons, to programs as one JSON object. */
import type { Finding } from '../model/problems/naming.ts';
import type { LineJudgement } from '../naming/batch.ts';
import { namingWords } from './problems/words/naming.ts';
import { renderJson, visible } from './text/escape.ts';
import { foldText, noScreen, type Screen } from './text/screen.ts';
import type { Language, Words } from './text/wording.ts';

function findingWords({ code, args }: Finding, language: Language): Words {
  const table = namingWords as unknown as Record<string, Record<Language, (args: unknown) => Words>>;
  return table[code]?.[language](args) ?? { message: code, hint: '' };
}

/** The object of the contract: one line of JSON, without its end. */
export function renderNameJson(judged: LineJudgement, language: Language): string {
  const { line, localPart, address, accepted, candidates, collidesWith } = judged;
  const problems = judged.problems.map((found) => {
    const { message, hint } = findingWords(found, language);
    return { code: found.code, message, ...(hint !== '' && { hint }) };
  });
  return renderJson({ line, localPart, address, accepted, problems, candidates, collidesWith });
}

/** One step of how an address came about: what was read, and the letters it gave. */
export interface Explanation {
  readonly label: { readonly vi: string; readonly en: string };
  readonly value: string;
}

export function renderNameText(
  judged: LineJudgement,
  explanation: readonly Explanation[],
  language: Language,
  screen: Screen = noScreen,
): string {
  const vi = language === 'vi';
  const lines: string[] = [];
  const { paint } = screen;
  const tone = judged.accepted ? 'good' : 'warning';
  lines.push(paint(tone, judged.address ?? (vi ? '(chưa đặt được địa chỉ)' : '(no address can be derived)')));
  for (const { label, value } of explanation) lines.push(`  ${label[language]}: ${visible(value)}`);
  for (const found of judged.problems) {
    const { message, hint } = findingWords(found, language);
    lines.push(`  ${paint('warning', '!')} [${found.code}] ${visible(message)}`);
    if (hint !== '') lines.push(`      = ${visible(hint)}`);
  }
  if (judged.candidates.length > 0) {
    lines.push(`  ${vi ? 'có thể dùng' : 'could be'}: ${judged.candidates.join(', ')}`);
  }
  return foldText(`${lines.join('\n')}\n`, screen.width);
}
