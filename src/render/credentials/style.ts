/** How a password sheet looks: one A4 page each, black on white, with the fonts of any office. */

export const style = `
@page { size: A4 portrait; margin: 0 }
* { box-sizing: border-box }
body { margin: 0; background: #e7e5df; color: #111;
  font: 12.5pt/1.35 "Times New Roman", Tinos, "Liberation Serif", "DejaVu Serif Condensed", serif }
p, h1, h2, ol, ul, table { margin: 0 }
.sheet { display: flex; flex-direction: column; width: 210mm; min-height: 297mm; margin: 8mm auto;
  padding: 10mm 18mm 7mm 20mm;
  background: #fff; box-shadow: 0 1mm 4mm rgb(0 0 0 / .18) }
header { display: flex; justify-content: space-between; gap: 10mm; font-size: 12pt; line-height: 1.3 }
header div { flex: 0 1 auto; text-align: center }
.from { font-weight: bold; text-transform: uppercase }
.from::after { content: ""; display: block; width: 24mm; margin: 1.5mm auto 0; border-top: .3mm solid #111 }
.hand { font-weight: bold }
.hand + p { font-style: italic; white-space: nowrap }
h1 { margin-top: 5mm; text-align: center; font-size: 18pt; line-height: 1.25; text-transform: uppercase;
  letter-spacing: .02em }
.system { text-align: center }
table { width: 100%; margin-top: 3mm; border-collapse: collapse }
th, td { padding: 1mm 0; text-align: left; vertical-align: baseline; border-bottom: .15mm solid #bbb }
th { width: 38mm; padding-right: 4mm; font-weight: normal; font-style: italic; color: #333 }
td { overflow-wrap: anywhere }
.holder { font-weight: bold; font-size: 14pt }
.address { font-family: "DejaVu Sans Mono", Consolas, "Liberation Mono", monospace; font-size: 11.5pt }
h2 { margin-top: 3mm; font-size: 12.5pt; break-after: avoid }
.password { margin-top: 2mm; padding: 2mm 2mm 3.5mm; border: .5mm solid #111; text-align: center;
  font: 22pt/1.8 "DejaVu Sans Mono", Consolas, "Liberation Mono", monospace; letter-spacing: .08em }
.group { display: inline-block; white-space: nowrap }
.group span { position: relative }
.group span[data-tag="hoa"], .group span[data-tag="số"] { font-weight: bold }
.group span:not([data-tag=""])::after { content: attr(data-tag); position: absolute; left: calc(50% - .04em);
  bottom: -.55em; transform: translateX(-50%); letter-spacing: 0; color: #444;
  font: italic 7.5pt/1 "Times New Roman", Tinos, "Liberation Serif", "DejaVu Serif Condensed", serif }
.spelling { margin-top: 2.5mm; font-size: 11.5pt }
.note { margin-top: .5mm; font-size: 10.5pt; font-style: italic; color: #333 }
ol, ul { margin-top: 1mm; padding-left: 6.5mm }
li { margin-top: .6mm }
.keeping { display: flex; flex-wrap: wrap; justify-content: space-between; align-items: baseline; gap: 0 6mm }
.keeping b { font-size: 14pt; white-space: nowrap }
.steps { display: grid; grid-template-columns: var(--qr) 1fr 1fr 1fr; gap: 1.5mm 3.5mm; margin-top: 1.5mm; padding: 0;
  list-style: none; font-size: 10.5pt; line-height: 1.2 }
.steps li { margin: 0; overflow-wrap: anywhere }
.steps svg { display: block; width: 100% }
.steps .open { display: contents }
.side { grid-row: span 2 }
.where { grid-column: 2 / -1 }
.where p + p { margin-top: 1.5mm }
.page { position: relative; padding: 1.2mm 3mm 1.2mm 9mm; border: .4mm solid #111; border-radius: 4mm;
  font: bold 17pt/1.25 "DejaVu Sans Mono", Consolas, "Liberation Mono", monospace; overflow-wrap: anywhere }
.page.long { font-size: 13pt }
.page span { font-weight: normal; font-size: 12pt }
.steps .lock { position: absolute; left: 3mm; top: 2.2mm; width: 4.4mm; stroke: #111; fill: none }
.lock rect { fill: #111 }
.step { margin-bottom: 1mm; fill: none; stroke: #111; stroke-width: .8 }
.step .ink, .step text { fill: #111; stroke: none }
.step .paper { fill: #fff }
.step .bold { stroke-width: 1.4 }
.step text { font: 6.5px "DejaVu Sans Mono", Consolas, "Liberation Mono", monospace }
.with-page { font-size: 11.5pt; line-height: 1.26 }
.with-page header { font-size: 11pt; line-height: 1.2 }
.with-page h1 { margin-top: 2.5mm; font-size: 17pt }
.with-page h2 { margin-top: 2.5mm; font-size: 12pt }
.with-page table { margin-top: 2mm }
.with-page th, .with-page td { padding: .6mm 0 }
.with-page .password { margin-top: 1.5mm; padding: 1.5mm 2mm 3mm; line-height: 1.6 }
.with-page .spelling { margin-top: 1.5mm; font-size: 10.5pt }
.with-page .note { font-size: 9.5pt }
.with-page ul { margin-top: .5mm; font-size: 10pt }
footer { margin-top: auto; padding-top: 2mm; font-size: 9.5pt; line-height: 1.2 }
.source { color: #444 }
.receipt { display: grid; grid-template-columns: 1fr 1fr; gap: .5mm 8mm; margin-top: 1mm; padding-top: .5mm;
  border-top: .3mm dashed #111 }
.receipt .given { grid-column: 1 / -1; overflow-wrap: anywhere }
.signature { display: flex; flex-direction: column; justify-content: space-between; height: 17mm;
  border-bottom: .2mm dotted #111 }
@media print {
  body { background: none }
  .sheet { min-height: 296mm; margin: 0; box-shadow: none; break-after: page; break-inside: avoid }
  .sheet:last-child { break-after: auto }
}
@media screen and (max-width: 210mm) {
  .steps { grid-template-columns: 1fr }
  .steps .qr { width: var(--qr) }
  .steps .step { max-width: 60mm }
  .side, .where { grid-area: auto }
  .sheet { width: auto; min-height: 0; margin: 0 0 4mm; padding: 8mm 6mm }
  .hand + p { white-space: normal }
}
`;
