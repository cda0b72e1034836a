/**
 * Compiles the JSON Schemas of schemas/ into schemas/validate.js with ajv, so that no run of danhba has to.
 *
 *   npm run schemas              after each change of a schema, or of ajv's version
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { _, Ajv2020 } from 'ajv/dist/2020.js';

type Schema = Readonly<Record<string, unknown>>;

const folder = join(import.meta.dirname, '../schemas');
export const validateFile = join(folder, 'validate.js');

export const schemaNames = [
  'organization',
  'policy',
  'calendar',
  'grants',
  'adoption',
  'import-map',
  'notices',
] as const;

export const readSchema = (name: string): Schema =>
  JSON.parse(readFileSync(join(folder, `${name}.schema.json`), 'utf8'));

/** Every error of a file is wanted, with the value it is about; the wording is danhba's own. */
export const options = { allErrors: true, verbose: true, messages: false } as const;

/** What editors show and nothing is held against: no part of what is compiled. */
const told = new Set(['$schema', 'title', 'description', 'examples']);

/** The keywords below which each key is a name of the author's, not a keyword. */
const named = new Set(['properties', '$defs']);

function withoutWords(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(withoutWords);
  if (typeof node !== 'object' || node === null) return node;
  const kept = Object.entries(node).filter(([key]) => !told.has(key));
  return Object.fromEntries(
    kept.map(([key, value]) => [
      key,
      named.has(key) ? withoutWordsEach(value as Schema) : withoutWords(value),
    ]),
  );
}

function withoutWordsEach(nodes: Schema): Schema {
  return Object.fromEntries(Object.entries(nodes).map(([name, node]) => [name, withoutWords(node)]));
}

const require = createRequire(import.meta.url);

/** The text of schemas/validate.js: the same for the same schemas and the same ajv. */
export function makeValidate(): string {
  // The form of a day is danhba's to say: it is handed in where the file is used.
  const formats = { date: () => true };
  const ajv = new Ajv2020({ ...options, formats, code: { source: true, lines: true, formats: _`formats` } });
  const ids = schemaNames.map((name) => {
    const schema = withoutWords(readSchema(name)) as Schema;
    ajv.addSchema(schema);
    return [name, String(schema.$id)] as const;
  });
  const { default: standalone } =
    require('ajv/dist/standalone') as typeof import('ajv/dist/standalone/index.js');
  // The few functions it calls stand in the file themselves: ajv's package need not be there to load.
  const code = standalone(ajv, Object.fromEntries(ids)).replace(
    /\brequire\("([^"]+)"\)\.default/g,
    (_call, module: string) => String((require(module) as { default: unknown }).default),
  );
  return `/**
 * Holds data against each JSON Schema of this folder. Made of them by ajv: do not edit, run \`npm run schemas\`.
 * The code, and the functions it calls, are of ajv and fast-deep-equal: Copyright (c) 2015-2021 Evgeny Poberezkin,
 * 2017 Evgeny Poberezkin, MIT License.
 */
export function makeValidators(formats) {
const exports = {};
${code.replace('"use strict";', '').trim()}
return exports;
}
`;
}

if (import.meta.main) writeFileSync(validateFile, makeValidate());
