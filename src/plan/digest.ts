/** One SHA-256 for plain data: the same facts in another order of keys give the same digest. */
import { createHash } from 'node:crypto';

export function digestOf(data: unknown): string {
  return `sha256:${createHash('sha256').update(canonicalJson(data)).digest('hex')}`;
}

/** JSON with the keys of every object sorted and absent values left out. */
function canonicalJson(data: unknown): string {
  return JSON.stringify(data, (_key, value: unknown) =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
      : value,
  );
}
