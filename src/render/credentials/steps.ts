/** The way from the sheet to the first mail in four pictures, for who has a telephone or a computer and nothing else. */
import { html } from '../text/escape.ts';
import { renderQrCode } from './qr.ts';
import { pageWords, type RuleFacts, stepWords } from './words/credentials.ts';

/**
 * Renders the steps of a sheet. What is in the QR code is the address of the page, and nothing of the sheet's: it is
 * drawn once for all of them.
 */
export function makeStepsRenderer(page: string, webmail?: string): (facts: RuleFacts) => string {
  const { svg, millimetres } = renderQrCode(page, pageWords.qr(page));
  const address = renderAddress(page);
  const pictures = [login, twice, mail].map(renderPicture);
  return (facts) => {
    const [open, ...others] = stepWords(facts, webmail).map(
      (words, index) => `<b>${index + 1}.</b> ${html(words)}`,
    );
    const later = pictures.map((picture, index) => `<li>${picture}<p>${others[index]}</p></li>`);
    return `<ol class="steps" style="--qr:${millimetres}mm">
<li class="open"><div class="side">${svg}<p>${html(pageWords.after(facts))}</p></div><div class="where">${address}<p>${open}</p></div></li>
${later.join('\n')}
</ol>`;
  };
}

/** The address as a browser shows it, in large type; lines break after the signs that part it. */
function renderAddress(page: string): string {
  const [, scheme = '', rest = ''] = /^(https:\/\/)?(.*)$/s.exec(page) ?? [];
  // The slash after a host alone need not be typed.
  const typed = rest.replace(/^([^/]*)\/$/, '$1');
  const parts = typed.split(/(?<=[./])/).map(html);
  return `<p class="page${typed.length > 30 ? ' long' : ''}">${lock}<span>${html(scheme)}</span>${parts.join('<wbr>')}</p>`;
}

/** Half a millimetre to a unit. The words beside it tell the same. */
const renderPicture = (drawing: string): string =>
  `<svg class="step" viewBox="0 0 76 36" aria-hidden="true">${drawing}</svg>`;

const field = (y: number, content: string): string =>
  `<rect x="8" y="${y}" width="60" height="9" rx="1.5"/>${content}`;

const dots = (y: number, count: number): string =>
  Array.from(
    { length: count },
    (_, index) => `<circle class="ink" cx="${14 + index * 4}" cy="${y}" r="1.1"/>`,
  ).join('');

const tick = (x: number, y: number): string => `<path class="bold" d="M${x} ${y}l2 2.4l3.6-5"/>`;

const lock =
  '<svg class="lock" viewBox="0 0 10 10" aria-hidden="true"><rect x="1.5" y="4.5" width="7" height="5" rx="1"/><path d="M3 4.5V3a2 2 0 0 1 4 0v1.5"/></svg>';

const login = `<rect x="1" y="1" width="74" height="34" rx="2"/>${field(6, '<text x="11" y="12.4">…@…</text>')}${field(19, dots(23.5, 9))}<path class="bold" d="M54 23.5h8m-3-3l3 3l-3 3"/>`;

const twice = `<rect x="1" y="1" width="74" height="34" rx="2"/>${field(4, dots(8.5, 8) + tick(59, 8.8))}${field(15, dots(19.5, 8) + tick(59, 19.8))}<text x="10" y="31.4">a&#160; A&#160; 3&#160; #</text>${tick(59, 30)}`;

const mail = `<rect x="14" y="4" width="48" height="28" rx="1.5"/><path d="M14 6l24 15l24-15"/><path d="M14 31l17-14m14 0l17 14"/><circle class="paper" cx="60" cy="28" r="6.5"/>${tick(57, 28.4)}`;
