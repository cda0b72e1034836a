/** The lines by which a commit says of which form it is made, and which document was behind that. */
import { basisText, parseBasis } from '../account/basis.ts';
import type { Decision } from '../directory/organization.ts';

/** Who writes a commit writes these: they inform, and nothing rests on them. */
export interface FormTrailers {
  readonly basis: Decision;
  readonly issue?: number;
}

const documentLine = 'Danhba-Document';
const issueLine = 'Danhba-Issue';

/** A list whose rows name documents of their own has none for all. */
export interface WrittenTrailers {
  readonly basis: Decision | undefined;
  readonly issue: number;
}

export const trailerLines = ({ basis, issue }: WrittenTrailers): string =>
  `${basis === undefined ? '' : `${documentLine}: ${plainDocument(basis)}\n`}${issueLine}: #${issue}`;

const plainDocument = ({ document, date }: Decision): string =>
  basisText({ document: withoutCalls(document), date });

/**
 * A clerk types the number of a document freely, and GitHub obeys words of a commit ("Closes #5") and calls whom it
 * mentions: nothing of that is left. `parseTrailers` gives back what was typed.
 */
export function withoutCalls(document: string): string {
  const escaped = (character: string) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`;
  return document
    .replace(/[%@#]/g, escaped)
    .replace(/\bGH-(?=\d)/gi, (word) => `${word.slice(0, 2)}${escaped('-')}`)
    .replace(/:(?=\/\/)/g, escaped);
}

const withCalls = (text: string): string =>
  text.replace(/%(25|40|23|2D|3A)/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));

/** Longer than any form lets through. */
const longest = 250;
const unseen = /[\p{C}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/u;

/**
 * What the messages of the commits of one merge say, wherever in them: a squash indents them under a list. Undefined
 * where they say nothing, or name two documents.
 */
export function parseTrailers(messages: string): FormTrailers | undefined {
  const documents = new Set(valuesOf(messages, documentLine));
  const [text] = documents;
  const found = documents.size === 1 ? parseBasis(text) : undefined;
  if (found === undefined) return undefined;
  const basis = { document: withCalls(found.document), date: found.date };
  const { document } = basis;
  if (document === '' || document.length > longest || unseen.test(document)) return undefined;
  const issues = new Set(valuesOf(messages, issueLine));
  const [, issue] = /^#([1-9][0-9]{0,9})$/.exec([...issues].join()) ?? [];
  return issue === undefined ? { basis } : { basis, issue: Number(issue) };
}

function valuesOf(text: string, name: string): readonly string[] {
  const line = new RegExp(`^[ \\t]*${name}:[ \\t]*(.*?)[ \\t]*$`);
  return text.split(/\r?\n/).flatMap((one) => line.exec(one)?.[1] ?? []);
}
