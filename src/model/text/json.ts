/** Plain data: whether a value is a record, and one text for equal data. */

export const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** JSON with its keys in order and without spaces (RFC 8785, for the texts and whole numbers we write). */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map((item) => canonicalJson(item ?? null)).join(',')}]`;
  if (!isRecord(value)) return JSON.stringify(value);
  const members = membersOf(value).map(
    ([name, member]) => `${JSON.stringify(name)}:${canonicalJson(member)}`,
  );
  return `{${members.join(',')}}`;
}

/** The same text item by item: of a million of them it would be longer than a text can be. */
export function* canonicalPieces(value: unknown): Generator<string> {
  if (Array.isArray(value)) {
    yield '[';
    for (const [index, item] of value.entries()) yield (index === 0 ? '' : ',') + canonicalJson(item ?? null);
    yield ']';
  } else if (isRecord(value)) {
    yield '{';
    for (const [index, [name, member]] of membersOf(value).entries()) {
      yield `${index === 0 ? '' : ','}${JSON.stringify(name)}:`;
      yield* canonicalPieces(member);
    }
    yield '}';
  } else yield canonicalJson(value);
}

const membersOf = (value: Readonly<Record<string, unknown>>): readonly (readonly [string, unknown])[] =>
  Object.entries(value)
    .filter(([, member]) => member !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1));
