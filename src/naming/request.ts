/** Reads a request to name something from data of any shape; what does not fit becomes findings, never an exception. */

import { type NameParts, type OrganizationKind, organizationKinds } from '../model/directory/organization.ts';
import type { Finding } from '../model/problems/naming.ts';
import { isRecord } from '../model/text/json.ts';
import { finding, shown } from './finding.ts';
import type { OrganizationName } from './organization/derive.ts';
import type { PersonName } from './person/derive.ts';

/** An address to judge, and the number of the document that decided it (5.2.b) or the code. */
interface Given {
  readonly address?: string;
  readonly decision?: string;
}

export type PersonRequest = PersonName & Given & { readonly kind: 'person' };
export type OrganizationRequest = OrganizationName & Given;
export type NamingRequest = PersonRequest | OrganizationRequest;

type Fields = Readonly<Record<string, unknown>>;

const personFields = ['kind', 'name', 'suffix', 'nameParts', 'address', 'decision'];
const organizationFields = ['kind', 'name', 'parent', 'code', 'address', 'decision'];
const partFields = ['family', 'middle', 'given'];

const typeName = (value: unknown): string =>
  value === null ? 'null' : Array.isArray(value) ? 'array' : typeof value;

/** Own fields only; null counts as absent, as JSON writers leave it for "nothing". */
const fieldOf = (fields: Fields, field: string): unknown =>
  Object.hasOwn(fields, field) ? (fields[field] ?? undefined) : undefined;

function unknownFields(fields: Fields, allowed: readonly string[], prefix = ''): Finding[] {
  const unknown = Object.keys(fields).filter((field) => !allowed.includes(field));
  return unknown
    .slice(0, 5)
    .map((field) => finding('request-field-unknown', { field: shown(prefix + field), allowed }));
}

/** Reads text fields: all must be text, the required ones there, a decision not blank. */
function textFields(
  fields: Fields,
  names: readonly string[],
  required: readonly string[],
  prefix = '',
): Finding[] {
  return names.flatMap((name) => {
    const value = fieldOf(fields, name);
    const field = prefix + name;
    if (value === undefined)
      return required.includes(name) ? [finding('request-field-missing', { field })] : [];
    if (typeof value !== 'string') return [finding('request-field-type', { field, expected: 'text' })];
    return name === 'decision' && value.trim() === '' ? [finding('request-field-missing', { field })] : [];
  });
}

const optional = (fields: Fields, names: readonly string[]): Record<string, string> =>
  Object.fromEntries(
    names
      .map((name) => [name, fieldOf(fields, name)] as const)
      .filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
  );

function namePartsFindings(value: unknown): Finding[] {
  if (value === undefined) return [];
  if (!isRecord(value))
    return [finding('request-field-type', { field: 'nameParts', expected: 'name-parts' })];
  return [
    ...unknownFields(value, partFields, 'nameParts.'),
    ...textFields(value, partFields, ['given'], 'nameParts.'),
  ];
}

/** The request, or everything that is wrong with its form; any value may be given. */
export function readRequest(
  value: unknown,
):
  | { readonly request: NamingRequest; readonly findings?: undefined }
  | { readonly request?: undefined; readonly findings: readonly Finding[] } {
  if (!isRecord(value)) return { findings: [finding('request-shape', { found: typeName(value) })] };
  const kind = fieldOf(value, 'kind');
  const kinds: readonly string[] = ['person', ...organizationKinds];
  if (kind === undefined) return { findings: [finding('request-field-missing', { field: 'kind' })] };
  if (typeof kind !== 'string')
    return { findings: [finding('request-field-type', { field: 'kind', expected: 'text' })] };
  if (!kinds.includes(kind))
    return { findings: [finding('request-kind', { kind: shown(kind), allowed: kinds })] };

  if (kind === 'person') {
    const findings = [
      ...unknownFields(value, personFields),
      ...textFields(value, ['name', 'suffix', 'address', 'decision'], ['name', 'suffix']),
      ...namePartsFindings(fieldOf(value, 'nameParts')),
    ];
    if (findings.length > 0) return { findings };
    const texts = optional(value, ['name', 'suffix', 'address', 'decision']);
    const parts = fieldOf(value, 'nameParts');
    const nameParts =
      isRecord(parts) && ({ family: '', ...optional(parts, partFields) } as unknown as NameParts);
    return { request: { kind, ...texts, ...(nameParts && { nameParts }) } as PersonRequest };
  }
  const findings = [
    ...unknownFields(value, organizationFields),
    ...textFields(value, ['name', 'parent', 'code', 'address', 'decision'], ['name']),
  ];
  if (findings.length > 0) return { findings };
  const texts = optional(value, ['name', 'parent', 'code', 'address', 'decision']);
  return { request: { kind: kind as OrganizationKind, ...texts } as OrganizationRequest };
}
