/** Holds requests and answers against GitHub's official OpenAPI description: path, method, parameters, body. */
import { readFileSync } from 'node:fs';
import { Ajv, type ValidateFunction } from 'ajv';
import { excerpt } from '../../tools/openapi-excerpt.ts';

type Json = Readonly<Record<string, unknown>>;

interface Parameter {
  readonly name: string;
  readonly in: 'path' | 'query' | 'header';
  readonly required?: boolean;
  readonly schema: Json;
}

interface Operation {
  readonly method: string;
  readonly template: string;
  readonly parameters: readonly Parameter[];
  readonly body: { readonly required: boolean; readonly schema: Json } | undefined;
  readonly responses: Json;
}

export interface Request {
  readonly method: string;
  /** Without the prefix of the API, still encoded. */
  readonly path: string;
  readonly query: URLSearchParams;
  /** Undefined where there is none. */
  readonly body: unknown;
}

/**
 * What src/github uses of it, cut out by tools/openapi-excerpt.ts.
 * Not the Enterprise one: what both have is what danhba may use.
 */
const description = JSON.parse(readFileSync(excerpt, 'utf8')) as {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Json>>>>;
  readonly components: Json;
};

// OpenAPI 3.0 says `nullable` beside `$ref` and unions too, and has formats and words of its own.
const ajv = new Ajv({ strict: false, validateFormats: false, coerceTypes: false, allErrors: true });

function resolve(value: unknown): Json {
  const { $ref } = value as { $ref?: string };
  if ($ref === undefined) return value as Json;
  const target = $ref
    .slice(2)
    .split('/')
    .reduce<unknown>((at, name) => (at as Json)[name], description);
  return resolve(target);
}

/** The schema with its references put in; at what a request may say, words the description lacks are refused. */
function inline(value: unknown, strict: boolean): unknown {
  if (Array.isArray(value)) return value.map((one) => inline(one, strict));
  if (typeof value !== 'object' || value === null) return value;
  const {
    discriminator: _,
    example: __,
    examples: ___,
    ...schema
  } = resolve(value) as Record<string, unknown>;
  const plain = Object.fromEntries(
    Object.entries(schema).map(([key, one]) => [key, inline(one, strict)]),
  ) as Record<string, unknown>;
  const closed =
    strict &&
    'properties' in plain &&
    !['additionalProperties', 'oneOf', 'anyOf', 'allOf'].some((key) => key in plain);
  const whole = closed ? { ...plain, additionalProperties: false } : plain;
  if (whole.nullable !== true) return whole;
  const { nullable: ____, ...rest } = whole;
  return { anyOf: [rest, { type: 'null' }] };
}

const operations = new Map<string, Operation>();
const validators = new Map<string, ValidateFunction>();

/** By the most literal template: `/pulls/comments/{id}` before `/pulls/{n}/{x}`. */
const templates = Object.keys(description.paths)
  .map((template) => ({ template, segments: template.split('/') }))
  .sort((left, right) => variables(left.template) - variables(right.template));

function variables(template: string): number {
  return template.split('{').length;
}

function findTemplate(path: string): string | undefined {
  const parts = path.split('/');
  return templates.find(
    ({ segments }) =>
      segments.length === parts.length &&
      segments.every((segment, index) => segment.startsWith('{') || segment === parts[index]),
  )?.template;
}

function findOperation(method: string, path: string): Operation | undefined {
  const template = findTemplate(path);
  const key = `${method} ${template}`;
  const known = operations.get(key);
  if (known !== undefined || template === undefined) return known;
  const told = description.paths[template]?.[method.toLowerCase()];
  if (told === undefined) return undefined;
  const shared = (description.paths[template]?.parameters ?? []) as unknown as readonly unknown[];
  const body = told.requestBody === undefined ? undefined : resolve(told.requestBody);
  const content = (body?.content as Record<string, { schema: Json }> | undefined)?.['application/json'];
  const operation: Operation = {
    method,
    template,
    parameters: [...shared, ...((told.parameters ?? []) as readonly unknown[])].map(
      (one) => resolve(one) as unknown as Parameter,
    ),
    body: content && { required: body?.required === true, schema: content.schema },
    responses: told.responses as Json,
  };
  operations.set(key, operation);
  return operation;
}

function validate(name: string, schema: () => unknown, value: unknown): readonly string[] {
  let check = validators.get(name);
  if (check === undefined) {
    check = ajv.compile(schema() as Json);
    validators.set(name, check);
  }
  if (check(value)) return [];
  return (check.errors ?? []).map(
    (error) => `${name}${error.instancePath} ${error.message} ${JSON.stringify(error.params)}`,
  );
}

/** What the description does not know of this request; nothing where it is as described. */
export function checkRequest({ method, path, query, body }: Request): readonly string[] {
  const operation = findOperation(method, path);
  if (operation === undefined) {
    return [`${method} ${path}: unknown to the description, or new to the excerpt: npm run openapi`];
  }
  const name = `${method} ${operation.template}`;
  const problems: string[] = [];
  const parts = path.split('/');
  for (const [index, segment] of operation.template.split('/').entries()) {
    if (!segment.startsWith('{')) continue;
    const parameter = operation.parameters.find((one) => `{${one.name}}` === segment);
    const value = asSchema(parameter?.schema, decodeURIComponent(parts[index] as string));
    problems.push(...validate(`${name} ${segment}`, () => inline(parameter?.schema ?? {}, true), value));
    if (value === '') problems.push(`${name} ${segment}: empty`);
  }
  for (const [key, value] of query) {
    const parameter = operation.parameters.find((one) => one.in === 'query' && one.name === key);
    if (parameter === undefined) problems.push(`${name} ?${key}: unknown parameter`);
    else {
      const typed = asSchema(parameter.schema, value);
      problems.push(...validate(`${name} ?${key}`, () => inline(parameter.schema, true), typed));
    }
  }
  if (Number(query.get('per_page') ?? 1) > 100) problems.push(`${name} ?per_page: at most 100`);
  const { body: described } = operation;
  if (body !== undefined && described === undefined) problems.push(`${name}: takes no body`);
  if (body === undefined && described?.required === true) problems.push(`${name}: needs a body`);
  if (body !== undefined && described !== undefined) {
    problems.push(...validate(`${name} body`, () => inline(described.schema, true), body));
  }
  return problems;
}

/** What the description does not know of this answer. */
export function checkAnswer(method: string, path: string, status: number, body: unknown): readonly string[] {
  const operation = findOperation(method, path);
  const response = operation?.responses[String(status)];
  const name = `${method} ${operation?.template} → ${status}`;
  if (response === undefined) return [`${name}: unknown to the description`];
  const content = resolve(response).content as Record<string, { schema: Json }> | undefined;
  const schema = content?.['application/json']?.schema;
  return schema === undefined ? [] : validate(name, () => inline(schema, false), body);
}

/** What stands in an address is text; the description means a number where it says so. */
function asSchema(schema: Json | undefined, text: string): unknown {
  const type = schema === undefined ? undefined : resolve(schema).type;
  if (type === 'integer' && /^-?\d+$/.test(text)) return Number(text);
  if (type === 'boolean' && /^(true|false)$/.test(text)) return text === 'true';
  return text;
}
