/** What a text is shown on: how wide it is, and whether words of a kind may be told apart by colour. */
import { columnsOf, wrap } from './table.ts';

/** What a word means to its reader; which colour that is, the terminal's owner decides. */
export type Tone = 'good' | 'warning' | 'bad' | 'title';

export interface Screen {
  /** Columns of the terminal; undefined where nobody knows: then no line is broken. */
  readonly width: number | undefined;
  readonly paint: (tone: Tone, text: string) => string;
}

/** A pipe, a file, a log: texts as they are. */
export const noScreen: Screen = { width: undefined, paint: (_tone, text) => text };

/** What begins a line and belongs to no word of it, in colour or not; a broken line goes on below its text. */
const beginning = /^ *(?:(?:\u001b\[[\d;]*m)*(?:[!=·✓?•-]|\d+\.)(?:\u001b\[[\d;]*m)* )?/;

/** Lines that are copied as they are: LDIF, commands, YAML. */
const copied = /^ {5,}\S/;

/** Breaks lines that are wider than the screen between words; a word that is wider stands alone, to be copied whole. */
export function foldText(text: string, width: number | undefined): string {
  if (width === undefined) return text;
  return text
    .split('\n')
    .flatMap((line) => foldLine(line, width))
    .join('\n');
}

function foldLine(line: string, width: number): readonly string[] {
  if (columnsOf(line) <= width || (copied.test(line) && !/^ *= /.test(line))) return [line];
  const [begin = ''] = beginning.exec(line) ?? [];
  const begun = columnsOf(begin);
  const indent = ' '.repeat(begun === 0 ? 4 : begun);
  const [first = '', ...more] = wrap(line.slice(begin.length), width - begun, width - indent.length);
  return [begin + first, ...more.map((piece) => indent + piece)];
}
