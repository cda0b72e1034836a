/** Knows in which order our files write the keys of a mapping: the order of the schema. */
import organizationSchema from '../../../schemas/organization.schema.json' with { type: 'json' };
import type { NodePath } from '../read/compose-yaml.ts';
import { isList, isMapping, type Writable } from './write.ts';

interface Schema {
  readonly $ref?: string;
  readonly else?: Schema;
  readonly items?: Schema;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly $defs?: Readonly<Record<string, Schema>>;
}

const root: Schema = organizationSchema;

/** The keys a mapping at this place may have, in order; none where the schema knows no mapping there. */
export function keysInOrder(path: NodePath): readonly string[] {
  let schema: Schema | undefined = root;
  for (const step of path) {
    schema = resolve(typeof step === 'number' ? schema?.items : schema?.properties?.[step]);
  }
  return Object.keys(schema?.properties ?? {});
}

/** The agency mailbox is a word or else a mapping: the mapping has the keys. */
function resolve(schema: Schema | undefined): Schema | undefined {
  const name = (schema?.$ref ?? schema?.else?.$ref)?.split('/').at(-1);
  return name === undefined ? schema : root.$defs?.[name];
}

/** The value with the keys of every mapping in order, and without those that hold nothing. */
export function inOrder(value: Writable, path: NodePath): Writable {
  if (isList(value)) return value.map((item, index) => inOrder(item, [...path, index]));
  if (!isMapping(value)) return value;
  const known = keysInOrder(path);
  const rank = (key: string) => (known.includes(key) ? known.indexOf(key) : known.length);
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, item]) => item !== undefined)
      .sort(([a], [b]) => rank(a) - rank(b))
      .map(([key, item]) => [key, inOrder(item, [...path, key])]),
  );
}
