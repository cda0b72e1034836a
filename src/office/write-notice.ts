/** A notice as a Word document that says which one it is: the same notice is the same bytes on every machine. */
import { strFromU8, strToU8 } from 'fflate';
import type { Letter } from '../model/letter.ts';
import type { Notice } from '../model/notice.ts';
import { propertiesOf } from '../notices/stamp.ts';
import { composeLetter } from './compose.ts';
import { unpackDocument, withProperties } from './custom-properties.ts';
import { packParts } from './pack.ts';
import { fillTemplate } from './template.ts';

/** By a province's own template, where there is one. */
export async function makeDocument(
  notice: Notice,
  letter: Letter,
  template?: Uint8Array,
): Promise<Uint8Array> {
  const bytes = template === undefined ? await composeLetter(letter) : await fillTemplate(template, letter);
  return sealed(bytes, notice);
}

/** With its stamp, and without the clock. */
function sealed(bytes: Uint8Array, { people, ...notice }: Notice): Uint8Array {
  const parts = unpackDocument(bytes) ?? {};
  const stamp = { ...notice, marks: people };
  const core = 'docProps/core.xml';
  const told = strFromU8(parts[core] ?? new Uint8Array());
  const timeless = told.replace(/(<dcterms:\w+[^>]*>)[^<]*(<)/g, `$1${notice.drafted}T00:00:00Z$2`);
  return packParts({
    ...withProperties(parts, propertiesOf(stamp)),
    ...(parts[core] && { [core]: strToU8(timeless) }),
  });
}
