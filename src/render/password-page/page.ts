/** The page where a password is changed, as HTML that works without a script, on a telephone and read aloud. */
import { type CharacterClass, characterClasses } from '../../model/password-page/quality.ts';
import type { Fault, FieldName, PageFacts, Told } from '../../model/password-page/told.ts';
import { html } from '../text/escape.ts';
import type { Language } from '../text/wording.ts';
import { pageWords } from './words/page.ts';
import { faultText, toldWords } from './words/told.ts';

export interface FormPage {
  readonly facts: PageFacts;
  readonly language: Language;
  /** What the form must bring back (decision 0028). */
  readonly token: string;
  /** Kept where something was wrong; passwords never are. */
  readonly address: string;
  readonly told?: Told;
}

/** As those who read it call it. */
const languageNames = { vi: 'Tiếng Việt', en: 'English' } as const satisfies Record<Language, string>;

/** Where each language has its page. */
const pathOf = { vi: '/', en: '/en' } as const satisfies Record<Language, string>;
const donePathOf = { vi: '/done', en: '/en/done' } as const satisfies Record<Language, string>;

export function renderFormPage(page: FormPage): string {
  const { facts, language, token, told } = page;
  const words = pageWords[language];
  const problem = told === undefined ? '' : `${toldWords(told, facts, language).title} – `;
  return frame(
    { facts, language, paths: pathOf, title: `${problem}${words.title}` },
    `${renderTold(page)}
<h1>${html(words.title)}</h1>
${told === undefined ? `<p>${html(words.intro)}</p>` : ''}
<form method="post" action="${pathOf[language]}" autocomplete="on" novalidate>
<input type="hidden" name="token" value="${html(token)}">
${renderField(page, 'address', 'type="email" inputmode="email" autocomplete="username" autocapitalize="none" spellcheck="false"')}
${renderField(page, 'present', 'type="password" autocomplete="current-password"')}
${renderField(page, 'next', `type="password" autocomplete="new-password" minlength="${facts.minLength}" passwordrules="minlength: ${Math.max(facts.minLength, facts.administratorMinLength)}; maxlength: 128; required: lower; required: upper; required: digit; required: [-_.,!?@#%];"`)}
${renderRules(page)}
${renderField(page, 'again', 'type="password" autocomplete="new-password"')}
<p class="reveal" hidden><button type="button" id="reveal" aria-pressed="false" data-show="${html(words.show)}" data-hide="${html(words.hide)}">${html(words.show)}</button></p>
<p><button type="submit">${html(words.send)}</button></p>
</form>
<section aria-labelledby="forgotten">
<h2 id="forgotten">${html(words.forgotten)}</h2>
${words
  .whom(facts)
  .map((line) => `<p>${html(line)}</p>`)
  .join('\n')}
</section>`,
  );
}

/** After the change: what to do next. It says nothing of whose password it was. */
export function renderDonePage(facts: PageFacts, language: Language): string {
  const { done } = pageWords[language];
  return frame(
    { facts, language, paths: donePathOf, title: done.title },
    `<div class="told good" role="status">
<h1>${html(done.title)}</h1>
<p>${html(done.lead)}</p>
</div>
<ol>
${done
  .steps(facts)
  .map((step) => `<li>${html(step)}</li>`)
  .join('\n')}
</ol>
<p><a href="${pathOf[language]}">${html(done.again)}</a></p>`,
  );
}

/** What answers everything that is no page, and every request that cannot be read. */
export function renderMissingPage(facts: PageFacts, language: Language): string {
  const { missing } = pageWords[language];
  return frame(
    { facts, language, paths: pathOf, title: missing.title },
    `<h1>${html(missing.title)}</h1>
<p><a href="${pathOf[language]}">${html(missing.back)}</a></p>`,
  );
}

function renderTold({ told, facts, language }: FormPage): string {
  if (told === undefined) return '';
  const { title, lines } = toldWords(told, facts, language);
  const items =
    told.says === 'faults'
      ? told.faults.map((fault) => `<a href="#${fault.field}">${html(faultText(fault, facts, language))}</a>`)
      : lines.map(html);
  return `<div class="told bad" role="alert" tabindex="-1" id="told">
<h2>${html(title)}</h2>
<ul>
${items.map((item) => `<li>${item}</li>`).join('\n')}
</ul>
</div>`;
}

function renderField(
  { facts, language, address, told }: FormPage,
  name: FieldName,
  attributes: string,
): string {
  const { label, hint } = pageWords[language].fields[name];
  const fault: Fault | undefined =
    told?.says === 'faults' ? told.faults.find(({ field }) => field === name) : undefined;
  const described = [
    ...(hint === '' ? [] : [`${name}-hint`]),
    ...(fault === undefined ? [] : [`${name}-fault`]),
    ...(name === 'next' ? ['rules'] : []),
  ];
  return `<div class="field${fault === undefined ? '' : ' wrong'}">
<label for="${name}">${html(label)}</label>
${hint === '' ? '' : `<p class="hint" id="${name}-hint">${html(hint)}</p>`}
${fault === undefined ? '' : `<p class="fault" id="${name}-fault">${html(faultText(fault, facts, language))}</p>`}
<input id="${name}" name="${name}" ${attributes} required maxlength="${name === 'address' ? 254 : 128}"${
    name === 'address' && address !== '' ? ` value="${html(address)}"` : ''
  }${fault === undefined ? '' : ' aria-invalid="true"'}${
    described.length === 0 ? '' : ` aria-describedby="${described.join(' ')}"`
  }>
</div>`;
}

/** The patterns stand in the page, so that the script that ticks them off knows no rule of its own. */
function renderRules({ facts, language }: FormPage): string {
  const { rules } = pageWords[language];
  const item = (attribute: string, text: string) =>
    `<li ${attribute}><span class="state" data-met="${html(rules.met)}" data-unmet="${html(rules.unmet)}"></span>${html(text)}</li>`;
  const classes = Object.entries(characterClasses) as [CharacterClass, string][];
  return `<div class="rules" id="rules">
<p>${html(rules.title)}:</p>
<ul>
${item(`data-length="${facts.minLength}"`, rules.length(facts))}
${classes.map(([name, pattern]) => item(`data-pattern="${html(pattern)}"`, rules[name])).join('\n')}
${item('data-differs', rules.differs)}
${item('data-again', rules.again)}
</ul>
</div>`;
}

interface Frame {
  readonly facts: PageFacts;
  readonly language: Language;
  /** This page in each language. */
  readonly paths: Readonly<Record<Language, string>>;
  readonly title: string;
}

const frame = ({ facts, language, paths, title }: Frame, body: string): string => {
  const other = language === 'vi' ? 'en' : 'vi';
  const words = pageWords[language];
  return `<!DOCTYPE html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${html(title)}</title>
<link rel="stylesheet" href="/page.css">
<script src="/page.js" defer></script>
</head>
<body>
<header>
<p>${html(words.system(facts))}</p>
<p><a href="${paths[other]}" lang="${other}" hreflang="${other}">${languageNames[other]}</a></p>
</header>
<main>
${body}
</main>
</body>
</html>
`;
};
