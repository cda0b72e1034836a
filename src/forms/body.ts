/** Takes apart the text GitHub makes of a filled form: a heading for each question, and what was answered. */

export interface FormBody {
  /** By label; questions without an answer are left out. */
  readonly values: ReadonlyMap<string, string>;
  /** Labels that head more than one answer: one of them was written by hand. */
  readonly repeated: readonly string[];
  /** Set where an HTML comment hides something from readers of the issue. */
  readonly hidden: boolean;
  readonly length: number;
}

/** GitHub takes no longer text of an issue. */
export const formLimit = 65_536;

/** What GitHub writes where nothing was answered; a menu once said "None". */
const noAnswers = new Set(['_No response_', 'None']);

/**
 * Only these labels are headings: another `###` is part of an answer. A text over `formLimit` is not taken apart.
 * Whoever opened the issue may have rewritten all of it; nothing here is to be believed before it is judged.
 */
export function parseFormBody(markdown: string, labels: readonly string[]): FormBody {
  const { length } = markdown;
  if (length > formLimit) return { values: new Map(), repeated: [], hidden: false, length };
  // A text typed on macOS may come in decomposed letters.
  const known = new Map(labels.map((label) => [label.normalize('NFC'), label]));
  const answers = new Map<string, string[]>();
  const repeated = new Set<string>();
  let lines: string[] | undefined;
  for (const line of markdown.replace(/^\ufeff/, '').split(/\r\n|\r|\n/)) {
    const label = known.get((/^### (.*?)[ \t]*$/.exec(line)?.[1] ?? '').normalize('NFC'));
    if (label === undefined) {
      lines?.push(line);
      continue;
    }
    if (answers.has(label)) repeated.add(label);
    lines = [];
    answers.set(label, lines);
  }
  const values = [...answers].map(([label, answer]) => [label, withoutEmptyEnds(answer)] as const);
  return {
    values: new Map(values.filter(([, value]) => value !== '' && !noAnswers.has(value.trim()))),
    repeated: [...repeated],
    hidden: markdown.includes('<!--'),
    length,
  };
}

/** A tab at the beginning stays: the first heading of a list may be empty. */
function withoutEmptyEnds(lines: readonly string[]): string {
  const isFull = (line: string) => line.trim() !== '';
  return lines.slice(Math.max(0, lines.findIndex(isFull)), lines.findLastIndex(isFull) + 1).join('\n');
}

/** The texts of the boxes that are ticked. */
export function tickedBoxes(value: string): readonly string[] {
  return value
    .split('\n')
    .flatMap((line) => /^- \[[xX]\] (.*)$/.exec(line.normalize('NFC'))?.[1]?.trim() ?? []);
}
