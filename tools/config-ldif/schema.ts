/** danhba.schema as an entry of cn=config, definition by definition. */
import { record, withoutComments } from './text.ts';

const attributeOf: Readonly<Record<string, string>> = {
  objectidentifier: 'olcObjectIdentifier',
  attributetype: 'olcAttributeTypes',
  objectclass: 'olcObjectClasses',
};

/** @throws Error on a directive that no schema has. */
export function renderSchema(schema: string): string {
  const values = directivesOf(schema).map((directive): readonly [string, string] => {
    const [, keyword = '', value = ''] = /^(\S+) +(.*)$/.exec(directive) ?? [];
    const attribute = attributeOf[keyword];
    if (attribute === undefined) throw new Error(`danhba.schema: unknown directive: ${directive}`);
    return [attribute, value];
  });
  return record('cn=danhba,cn=schema,cn=config', [
    ['objectClass', 'olcSchemaConfig'],
    ['cn', 'danhba'],
    ...values,
  ]);
}

/** The names of danhba's own attributes, in the order of their definition. */
export const attributeNames = (schema: string): readonly string[] =>
  [...schema.matchAll(/^attributetype \(.*? NAME '(\w+)'/gm)].map(([, name = '']) => name);

/** Each on one line: lines that begin with a space go on with the one before. */
const directivesOf = (schema: string): readonly string[] =>
  withoutComments(schema)
    .replace(/\n\s+/g, ' ')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => line.replace(/ +/g, ' ').trim());
