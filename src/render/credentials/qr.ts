/** A QR code as an SVG inside HTML: dark modules on white, with the quiet zone the standard asks for. */
import { encodeQR } from 'qr';
import { html } from '../text/escape.ts';

/** ISO/IEC 18004: four modules on each side, or cameras do not find it. */
const quietZone = 4;

/** The least width of the symbol itself on paper. */
const leastMillimetres = 30;

export interface QrCode {
  readonly svg: string;
  /** How wide it is printed, quiet zone included. */
  readonly millimetres: number;
}

/** `label` is read to those who do not see it. */
export function renderQrCode(text: string, label: string): QrCode {
  const modules = bestOf(text);
  const whole = modules.length;
  const millimetres = Math.ceil((leastMillimetres * 10 * whole) / (whole - 2 * quietZone)) / 10;
  return { svg: drawn(modules, label), millimetres };
}

/** For a screen, which nobody folds. */
export const renderScreenCode = (text: string, label: string): string =>
  drawn(encodeQR(text, 'raw', { ecc: 'low', border: quietZone }), label);

function drawn(modules: readonly (readonly boolean[])[], label: string): string {
  const whole = modules.length;
  return `<svg class="qr" viewBox="0 0 ${whole} ${whole}" shape-rendering="crispEdges" role="img" aria-label="${html(label)}"><path fill="#fff" d="M0 0h${whole}v${whole}H0z"/><path d="${modules.map(rowOf).join('')}"/></svg>`;
}

/** The strongest correction that makes the symbol no larger than M does: paper is folded and stained. */
function bestOf(text: string): readonly (readonly boolean[])[] {
  const encode = (ecc: 'high' | 'quartile' | 'medium') => encodeQR(text, 'raw', { ecc, border: quietZone });
  const medium = encode('medium');
  const stronger = (['high', 'quartile'] as const).map(encode);
  return stronger.find(({ length }) => length === medium.length) ?? medium;
}

/** One rectangle for each run of dark modules, so that no seam shows between two of them. */
function rowOf(row: readonly boolean[], y: number): string {
  let path = '';
  for (let x = 0; x < row.length; x++) {
    const start = x;
    while (row[x] === true) x++;
    if (x > start) path += `M${start} ${y}h${x - start}v1h${start - x}z`;
  }
  return path;
}
