/** Renders password sheets as one HTML file that needs nothing else: a printed A4 page for each person. */
import type { CalendarDate } from '../../model/directory/organization.ts';
import { html } from '../text/escape.ts';
import {
  documentBasis,
  documentTitle,
  firstLoginWords,
  keepingWords,
  labelWords,
  listBasis,
  madeWords,
  numberWords,
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
  readonly sheets: readonly CredentialSheet[];
}

/** The whole HTML document. Every text of others is escaped; there is no script, and no address is loaded. */
export function renderCredentialSheets(batch: CredentialBatch): string {
  const pages = batch.sheets.map((sheet, index) => renderSheet(sheet, index + 1, batch));
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

function renderSheet(sheet: CredentialSheet, number: number, batch: CredentialBatch): string {
  const { run, operator, date, time, sheets } = batch;
  return `<section class="sheet">
<header>
<div><p class="from">${html(operator)}</p></div>
<div><p class="hand">${labelWords.handOver}</p><p>${html(madeWords(time, date))}</p></div>
</header>
<h1>${titleWords[sheet.kind]}</h1>
<p class="system">${labelWords.system}</p>
<table>
${rowsOf(sheet, batch).map(renderRow).join('\n')}
</table>
<h2>${labelWords.password}</h2>
<p class="password">${renderPassword(sheet.password)}</p>
<p class="spelling"><b>${labelWords.spelling}:</b> ${html([...sheet.password].map(spelled).join(' · '))}</p>
<p class="note">${labelWords.spellingNote}</p>
<h2>${labelWords.firstLogin}</h2>
${renderList('ol', firstLoginWords(sheet))}
<h2>${labelWords.keeping}</h2>
${renderList('ul', keepingWords(operator))}
<footer><span>${labelWords.source}</span><span>${html(numberWords(run, number, sheets.length))}</span></footer>
</section>`;
}

type Row = readonly [label: string, value: string | undefined, style?: string];

function rowsOf(sheet: CredentialSheet, { organization }: CredentialBatch): readonly Row[] {
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

const style = `
@page { size: A4 portrait; margin: 0 }
* { box-sizing: border-box }
body { margin: 0; background: #e7e5df; color: #111;
  font: 12.5pt/1.35 "Times New Roman", Tinos, "Liberation Serif", serif }
p, h1, h2, ol, ul, table { margin: 0 }
.sheet { position: relative; width: 210mm; min-height: 297mm; margin: 8mm auto; padding: 18mm 20mm 20mm 28mm;
  background: #fff; box-shadow: 0 1mm 4mm rgb(0 0 0 / .18) }
header { display: flex; justify-content: space-between; gap: 10mm; font-size: 12pt; line-height: 1.3 }
header div { flex: 0 1 auto; max-width: 78mm; text-align: center }
.from { font-weight: bold; text-transform: uppercase }
.from::after { content: ""; display: block; width: 24mm; margin: 1.5mm auto 0; border-top: .3mm solid #111 }
.hand { font-weight: bold }
.hand + p { font-style: italic }
h1 { margin-top: 10mm; text-align: center; font-size: 18pt; line-height: 1.25; text-transform: uppercase;
  letter-spacing: .02em }
.system { text-align: center }
table { width: 100%; margin-top: 7mm; border-collapse: collapse }
th, td { padding: 1mm 0; text-align: left; vertical-align: baseline; border-bottom: .15mm solid #bbb }
th { width: 38mm; padding-right: 4mm; font-weight: normal; font-style: italic; color: #333 }
td { overflow-wrap: anywhere }
.holder { font-weight: bold; font-size: 14pt }
.address { font-family: "DejaVu Sans Mono", Consolas, "Liberation Mono", monospace; font-size: 11.5pt }
h2 { margin-top: 6mm; font-size: 12.5pt; break-after: avoid }
.password { margin-top: 2mm; padding: 4mm 2mm 5.5mm; border: .5mm solid #111; text-align: center;
  font: 22pt/1.8 "DejaVu Sans Mono", Consolas, "Liberation Mono", monospace; letter-spacing: .08em }
.group { display: inline-block; white-space: nowrap }
.group span { position: relative }
.group span[data-tag="hoa"], .group span[data-tag="số"] { font-weight: bold }
.group span:not([data-tag=""])::after { content: attr(data-tag); position: absolute; left: calc(50% - .04em);
  bottom: -.55em; transform: translateX(-50%); letter-spacing: 0; color: #444;
  font: italic 7.5pt/1 "Times New Roman", Tinos, "Liberation Serif", serif }
.spelling { margin-top: 2.5mm; font-size: 11.5pt }
.note { margin-top: .5mm; font-size: 10.5pt; font-style: italic; color: #333 }
ol, ul { margin-top: 1mm; padding-left: 6.5mm }
li { margin-top: .6mm }
footer { position: absolute; left: 28mm; right: 20mm; bottom: 11mm; padding-top: 1.5mm; font-size: 9.5pt;
  color: #444; border-top: .15mm solid #bbb; display: flex; justify-content: space-between; gap: 6mm }
footer span + span { white-space: nowrap }
@media print {
  body { background: none }
  .sheet { min-height: 296mm; margin: 0; box-shadow: none; break-after: page; break-inside: avoid }
  .sheet:last-child { break-after: auto }
}
@media screen and (max-width: 210mm) {
  .sheet { width: auto; min-height: 0; margin: 0 0 4mm; padding: 8mm 6mm 20mm }
  footer { left: 6mm; right: 6mm }
}
`;
