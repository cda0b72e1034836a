/** A report as one page that needs nothing else: no script, and nothing is asked of anywhere. */
import type { Report } from '../../model/report.ts';
import { html } from '../text/escape.ts';
import type { Language } from '../text/wording.ts';
import { renderReportBody } from './body.ts';
import { titleOf } from './sheet.ts';
import { fileWords } from './words/files.ts';

/** What a page lets in by its policy: this text, known by its SHA-256 in Base64. */
export interface PageStyle {
  readonly text: string;
  readonly hash: string;
}

export function renderReportPage(report: Report, language: Language, style: PageStyle): string {
  const words = fileWords[language];
  const policy = `default-src 'none'; style-src 'sha256-${style.hash}'; base-uri 'none'; form-action 'none'`;
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="color-scheme" content="light dark">
<title>${html(titleOf(report, language))}</title>
<style>${style.text}</style>
</head>
<body>
<a class="skip" href="#content">${html(words.skip)}</a>
<header>
${report.usage?.audience === 'public' ? `<p>${html(words.open)}</p>` : `<p class="internal">${html(words.desk)}</p>`}
</header>
<main id="content">
${renderReportBody(report, language)}</main>
</body>
</html>
`;
}
