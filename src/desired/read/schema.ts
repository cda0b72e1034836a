/** Holds plain data against the JSON Schemas of the directory and tells every difference as a problem. */
import { makeValidators, type SchemaError } from '../../../schemas/validate.js';
import type { Problem } from '../../model/problems/problem.ts';
import { nearestWord } from '../../model/text/nearest-word.ts';
import { isCalendarDate } from '../../model/time/date.ts';

// ajv compiled the schemas when they were written (`npm run schemas`): doing it here cost an eighth of every start.
const validators = makeValidators({ date: isCalendarDate });

export type FileKind = keyof typeof validators;

/** A scalar as it is written; undefined where that is its value. */
type SourceOf = (path: readonly (string | number)[]) => string | undefined;

/** Every way in which the data differs from its schema; none means it has the schema's type. */
export function checkSchema(
  kind: FileKind,
  file: string,
  data: unknown,
  sourceOf: SourceOf = () => undefined,
): readonly Problem[] {
  const validate = validators[kind];
  if (validate(data)) return [];
  const errors = validate.errors ?? [];
  // A date of the wrong form fails pattern and format alike: one is enough.
  const wrongDates = new Set(
    errors.filter(({ keyword }) => keyword === 'format').map(({ instancePath }) => instancePath),
  );
  const problems = new Map<string, Problem>();
  for (const error of errors) {
    if (error.keyword === 'pattern' && wrongDates.has(error.instancePath)) continue;
    const problem = problemOf(file, error, sourceOf);
    if (problem === undefined) continue;
    // Branches of one "anyOf" repeat themselves; the reader needs each place once.
    const id = `${problem.at.path.join('/')} ${problem.code} ${JSON.stringify(problem.args)}`;
    problems.set(id, problem);
  }
  const found = [...problems.values()];
  // A key that is there under another name is not missing.
  const renamed = new Set(
    found.flatMap(({ code, args, at }) =>
      code === 'unknown-key' && args.suggestion !== undefined
        ? [`${at.path.slice(0, -1).join('/')} ${args.suggestion}`]
        : [],
    ),
  );
  return found.filter(
    ({ code, args, at }) => code !== 'missing-key' || !renamed.has(`${at.path.join('/')} ${args.key}`),
  );
}

/** What somebody calls a key who writes the whole file in Vietnamese. */
const translations: Readonly<Record<string, string>> = {
  ten: 'name',
  hoten: 'name',
  hovaten: 'name',
  tendaydu: 'name',
  chucdanh: 'title',
  chucvu: 'title',
  donvi: 'unit',
  phong: 'unit',
  phongban: 'unit',
  bophan: 'unit',
  dienthoai: 'phone',
  sodienthoai: 'phone',
  sdt: 'phone',
  ma: 'id',
  maso: 'id',
  diachi: 'address',
  diachithu: 'address',
  bidanh: 'aliases',
  loai: 'kind',
  nhanvien: 'people',
  canbo: 'people',
  danhsach: 'people',
  hopthu: 'mailbox',
};

function translated(key: string, allowed: readonly string[]): string | undefined {
  const plain = key
    .toLowerCase()
    .normalize('NFD')
    .replaceAll('đ', 'd')
    .replaceAll(/[^a-z]/g, '');
  const word = Object.hasOwn(translations, plain) ? translations[plain] : undefined;
  return word !== undefined && allowed.includes(word) ? word : undefined;
}

/** The difference one schema error tells, or undefined for an error that only sums others up. */
function problemOf(file: string, error: SchemaError, sourceOf: SourceOf): Problem | undefined {
  const path = pathOf(error.instancePath);
  const at = { file, path };
  const severity = 'error';
  const value = shortly(error.data, sourceOf(path));
  switch (error.keyword) {
    case 'additionalProperties':
    case 'unevaluatedProperties': {
      const key = String(error.params.additionalProperty ?? error.params.unevaluatedProperty);
      const allowed = Object.keys(error.parentSchema.properties ?? {});
      const suggestion = translated(key, allowed) ?? nearestWord(key, allowed);
      return {
        code: 'unknown-key',
        args: suggestion === undefined ? { key, allowed } : { key, allowed, suggestion },
        severity,
        at: { file, path: [...path, key], onKey: true },
      };
    }
    case 'required':
    case 'dependentRequired': {
      return { code: 'missing-key', args: { key: String(error.params.missingProperty) }, severity, at };
    }
    case 'type': {
      const expected = [error.params.type].flat().join(' / ');
      return { code: 'wrong-type', args: { expected, actual: typeName(error.data), value }, severity, at };
    }
    case 'enum':
    case 'const': {
      const allowed = (error.params.allowedValues ?? [error.params.allowedValue]) as unknown[];
      const words = allowed.map(String);
      const suggestion = typeof error.data === 'string' ? nearestWord(error.data, words) : undefined;
      const args = { value, allowed: words };
      return {
        code: 'value-not-allowed',
        args: suggestion === undefined ? args : { ...args, suggestion },
        severity,
        at,
      };
    }
    case 'format':
      return { code: 'date-invalid', args: { value }, severity, at };
    case 'pattern':
      return { code: 'value-format', args: { value, pattern: String(error.params.pattern) }, severity, at };
    case 'if':
    case 'anyOf':
    case 'oneOf':
    case 'allOf':
      return undefined;
    default:
      return {
        code: 'value-out-of-bounds',
        args: { value, rule: `${error.keyword} ${String(error.params.limit ?? '')}`.trim() },
        severity,
        at,
      };
  }
}

/** The path of a JSON pointer; numbers become indexes. */
function pathOf(pointer: string): (string | number)[] {
  return pointer
    .split('/')
    .slice(1)
    .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'))
    .map((part) => (/^\d+$/.test(part) ? Number(part) : part));
}

function typeName(value: unknown): string {
  if (value === null) return 'null';
  return Array.isArray(value) ? 'array' : typeof value;
}

/** What stands in the file: `0213` loses its first digit as a number, and must be shown with it. */
function shortly(value: unknown, source: string | undefined): string {
  if (Array.isArray(value)) return '[…]';
  if (typeof value === 'object' && value !== null) return '{…}';
  const text = typeof value === 'string' ? value : (source ?? String(value));
  return text.length > 60 ? `${text.slice(0, 57).toWellFormed()}…` : text;
}
