/** Where a form puts a newcomer: two that are asked for at once stand in places that Git can merge. */

import type { Edit } from '../model/directory/edit.ts';

/**
 * Behind one of those who are there, by the number of the new id: the ids of two open forms are neighbours, so that an
 * item stands between their lines. Several newcomers of one form stand together.
 *
 * @param before whom the form has put in last.
 */
export function placeNewcomers(
  edits: readonly Edit[],
  people: readonly string[],
  before?: string,
): readonly Edit[] {
  let after = before;
  return edits.map((edit): Edit => {
    if (edit.kind !== 'add-person') return edit;
    const place = after ?? placeOf(edit.person.id, people);
    after = edit.person.id;
    return place === undefined ? edit : { ...edit, after: place };
  });
}

/** Undefined where there is no other place than the end. */
function placeOf(id: string, people: readonly string[]): string | undefined {
  const number = /\d+$/.exec(id)?.[0];
  if (number === undefined || people.length < 2) return undefined;
  return people[Number(BigInt(number) % BigInt(people.length))];
}
