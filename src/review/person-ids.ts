/** Finds the ids of people in the text of directory files, or in a difference of such, however a line is written. */

const changed = { added: /^\+(?!\+\+ ).*$/gm, 'added or removed': /^[-+](?!-- |\+\+ ).*$/gm } as const;

/** In block style and in flow style, with quotes and without; a word too many only leaves out a number. */
const id = /(?:^|[\s{,])["']?id["']?\s*:\s*["']?([A-Z][A-Z0-9]*-[0-9]+)/g;

/** `difference` is unified, as Git and GitHub write it. */
export function idsOfDifference(difference: string, lines: keyof typeof changed): readonly string[] {
  return [...difference.matchAll(changed[lines])].flatMap(([line]) => idsOfText(line.slice(1)));
}

/** Of a whole file, whether or not it can be read as YAML. */
export function idsOfText(text: string): readonly string[] {
  return text.split('\n').flatMap((line) => [...line.matchAll(id)].flatMap(([, found]) => found ?? []));
}
