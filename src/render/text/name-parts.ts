/** The parts of a person's name, for programs that keep them apart. */
import type { NameParts } from '../../model/directory/organization.ts';

/** As recorded; else the first syllable is the family name and the last the given name. A part that is not there is ''. */
export function namePartsOf(name: string, recorded: NameParts | undefined): Required<NameParts> {
  if (recorded !== undefined) return { middle: '', ...recorded };
  const words = name.split(/\s+/).filter((word) => word !== '');
  return {
    family: words.length > 1 ? (words[0] ?? '') : '',
    middle: words.slice(1, -1).join(' '),
    given: words.at(-1) ?? '',
  };
}
