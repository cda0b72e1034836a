/** Renders password sheets as one HTML file that needs nothing else: a printed A4 page for each person. */
import type { CalendarDate } from '../../model/directory/organization.ts';
import { html } from '../text/escape.ts';
import { makeStepsRenderer } from './steps.ts';
import { style } from './style.ts';
import {
  documentBasis,
  documentTitle,
  firstLoginWords,
  keepingWords,
  labelWords,
  listBasis,
  madeWords,
  numberWords,
  pageWords,
  type RuleFacts,
  spelled,
  tagOf,
  titleWords,
} from './words/credentials.ts';

/** One mailbox and its new password. */
export interface CredentialSheet extends RuleFacts {
  readonly address: string;
  readonly password: string;
  /** The holder's full name; absent for an agency mailbox. */
  readonly name?: string;
  readonly title?: string;
  /** Who looks after an agency mailbox (Article 9). */
  readonly custodian?: string;
  /** The document behind it, and its date. */
  readonly document?: string;
  readonly documentDate?: CalendarDate;
  /** The line that asked for it, where no document did. */
  readonly place?: string;
}

/** The sheets one organization receives from one run. */
export interface CredentialBatch {
  readonly organization: string;
  /** The name of the body that runs the system. */
  readonly operator: string;
  /** What tells the run from others: it is in the name of the file too. */
  readonly run: string;
  /** When the sheets were made, in Asia/Ho_Chi_Minh: of two sheets the later one counts. */
  readonly date: CalendarDate;
  readonly time: string;
  /** Where a password is changed, of `passwordPageOf`; without it the sheet tells the rules alone. */
  readonly page?: string;
  /** Where mail is read in a browser, of `webmailOf`. */
  readonly webmail?: string;
  /** The operator's telephone. */
  readonly phone?: string;
  readonly sheets: readonly CredentialSheet[];
}

/** The whole HTML document. Every text of others is escaped; there is no script, and no address is loaded. */
export function renderCredentialSheets(batch: CredentialBatch): string {
  const renderSteps = batch.page === undefined ? undefined : makeStepsRenderer(batch.page, batch.webmail);
  const pages = batch.sheets.map((sheet, index) => renderSheet(sheet, index + 1, batch, renderSteps));
  return `<!DOCTYPE html>
<html lang="vi">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="referrer" content="no-referrer">
<meta name="viewport" content="width=device-width">
<title>${html(documentTitle(batch.organization, batch.date))}</title>
<style>${style}</style>
</head>
<body>
${pages.join('\n')}
</body>
</html>
`;
}

/** The steps lead to the page where a password is changed; without one the rules are told in words. */
function renderSheet(
  sheet: CredentialSheet,
  number: number,
  { organization, run, operator, date, time, webmail, phone, sheets }: CredentialBatch,
  renderSteps: ((sheet: CredentialSheet) => string) | undefined,
): string {
  return `<section class="sheet${renderSteps === undefined && webmail === undefined ? '' : ' with-page'}">
<header>
<div><p class="from">${html(operator)}</p></div>
<div><p class="hand">${labelWords.handOver}</p><p>${html(madeWords(time, date))}</p></div>
</header>
<h1>${titleWords[sheet.kind]}</h1>
<p class="system">${labelWords.system}</p>
<table>
${rowsOf(sheet, organization).map(renderRow).join('\n')}
</table>
<h2>${labelWords.password}</h2>
<p class="password">${renderPassword(sheet.password)}</p>
<p class="spelling"><b>${labelWords.spelling}:</b> ${html([...sheet.password].map(spelled).join(' · '))}</p>
<p class="note">${labelWords.spellingNote}</p>
<h2>${renderSteps === undefined ? labelWords.firstLogin : pageWords.title(sheet)}</h2>
${renderSteps === undefined ? renderList('ol', firstLoginWords(sheet, webmail)) : renderSteps(sheet)}
${renderKeepingTitle(phone)}
${renderList('ul', keepingWords(operator, phone))}
<footer>
<p class="source">${labelWords.source}</p>
${renderReceipt(sheet, numberWords(run, number, sheets.length))}
</footer>
</section>`;
}

/** The number stands where the eye falls, and takes no line of its own. */
const renderKeepingTitle = (phone: string | undefined): string =>
  phone === undefined
    ? `<h2>${labelWords.keeping}</h2>`
    : `<div class="keeping"><h2>${labelWords.keeping}</h2><p>${labelWords.phone}: <b>${html(phone)}</b></p></div>`;

/** What the office cuts off and keeps: who got which sheet, and when. The sheet is destroyed, so no password stands there. */
function renderReceipt({ name, address }: CredentialSheet, number: string): string {
  const what = [number, name ?? labelWords.agencyMailbox, address].map(html).join(' · ');
  const signature = (who: string) =>
    `<p class="signature"><span>${who}</span><span>${labelWords.signedOn}</span></p>`;
  return `<div class="receipt">
<p class="given"><i>${labelWords.receipt}:</i> <b>${what}</b></p>
${[labelWords.giver, labelWords.receiver].map(signature).join('\n')}
</div>`;
}

type Row = readonly [label: string, value: string | undefined, style?: string];

function rowsOf(sheet: CredentialSheet, organization: string): readonly Row[] {
  const { name, title, custodian, address, document, documentDate, place } = sheet;
  const holder: readonly Row[] =
    name === undefined
      ? [
          [labelWords.agency, labelWords.agencyMailbox],
          [labelWords.custodian, custodian],
        ]
      : [
          [labelWords.name, name, 'holder'],
          [labelWords.title, title],
        ];
  return [
    [labelWords.organization, organization],
    ...holder,
    [labelWords.address, address, 'address'],
    [labelWords.basis, document === undefined ? listBasis(place) : documentBasis(document, documentDate)],
  ];
}

const renderRow = ([label, value, name]: Row): string =>
  value === undefined
    ? ''
    : `<tr><th scope="row">${label}</th><td${name === undefined ? '' : ` class="${name}"`}>${html(value)}</td></tr>`;

const renderList = (tag: 'ol' | 'ul', items: readonly string[]): string =>
  `<${tag}>\n${items.map((item) => `<li>${html(item)}</li>`).join('\n')}\n</${tag}>`;

/** The tags stand in attributes, so that who copies the password gets the password alone. */
function renderPassword(password: string): string {
  const character = (one: string) => `<span data-tag="${tagOf(one)}">${html(one)}</span>`;
  const groups = password.split(/(?<=-)/);
  return groups
    .map((group) => `<span class="group">${[...group].map(character).join('')}</span>`)
    .join('<wbr>');
}
