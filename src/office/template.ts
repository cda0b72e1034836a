/** A province's own document in place of danhba's: its placeholders are known before it is used, and filled. */
import { Paragraph, PatchType, patchDetector, patchDocument, TextRun } from 'docx';
import type { Letter } from '../model/letter.ts';
import { ExpectedError } from '../model/problems/errors.ts';
import { nearestWord } from '../model/text/nearest-word.ts';
import { inDocument, peopleTable } from './compose.ts';
import { unpackDocument } from './custom-properties.ts';

type Fill = (letter: Letter) => readonly string[];

/** Placeholders with a text; of several lines each is a paragraph. */
const texts = {
  parentBody: ({ parentBody = '' }) => [parentBody],
  body: ({ body }) => [body],
  number: ({ number }) => [number],
  placeAndDate: ({ placeAndDate }) => [placeAndDate],
  subject: ({ subject }) => [subject],
  organization: ({ organization }) => [organization],
  text: ({ paragraphs }) => {
    let point = 0;
    return paragraphs.map(({ text, numbered }) => {
      if (numbered !== true) return text;
      point += 1;
      return `${point}. ${text}`;
    });
  },
  authority: ({ authority }) => authority,
  signer: ({ signer }) => [signer],
  recipients: ({ recipients }) => recipients.lines,
} as const satisfies Record<string, Fill>;

const people = 'people';
const known = [...Object.keys(texts), people];

/** Without these it would not say for whom, and about whom. */
const needed = ['organization', people];

const written = (name: string): string => `{{${name}}}`;

/** @throws ExpectedError `notice-template` of one that cannot be used. */
export async function checkTemplate(file: string, bytes: Uint8Array): Promise<void> {
  const parts = unpackDocument(bytes);
  const hasMacros = Object.keys(parts ?? {}).some((name) => name.endsWith('vbaProject.bin'));
  if (parts === undefined || hasMacros) throw new ExpectedError('notice-template.format', { at: file });
  const found = await placeholdersOf(file, bytes);
  for (const name of found) {
    if (known.includes(name)) continue;
    const nearest = nearestWord(name, known);
    const placeholder = written(name);
    throw nearest === undefined
      ? new ExpectedError('notice-template.unknown', {
          at: file,
          placeholder,
          known: known.map(written).join(', '),
        })
      : new ExpectedError('notice-template.near', { at: file, placeholder, nearest: written(nearest) });
  }
  for (const name of needed) {
    if (found.includes(name)) continue;
    throw new ExpectedError('notice-template.needed', { at: file, placeholder: written(name) });
  }
}

async function placeholdersOf(file: string, bytes: Uint8Array): Promise<readonly string[]> {
  try {
    return await patchDetector({ data: bytes, trimPlaceholders: true });
  } catch (thrown) {
    throw new ExpectedError('notice-template.format', { at: file }, { cause: thrown });
  }
}

/** Of a template that was checked. */
export async function fillTemplate(template: Uint8Array, letter: Letter): Promise<Uint8Array> {
  const filled = Object.entries(texts).map(([name, fill]) => {
    const lines = (fill as Fill)(letter).map(inDocument);
    return [
      name,
      lines.length === 1
        ? { type: PatchType.PARAGRAPH, children: [new TextRun(lines[0] ?? '')] }
        : { type: PatchType.DOCUMENT, children: lines.map((text) => new Paragraph({ text })) },
    ] as const;
  });
  return await patchDocument({
    outputType: 'uint8array',
    data: template,
    trimPlaceholders: true,
    patches: {
      ...Object.fromEntries(filled),
      [people]: { type: PatchType.DOCUMENT, children: [peopleTable(letter.people)] },
    },
  });
}
