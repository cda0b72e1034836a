/** One SHA-256 for plain data: the same facts in another order of keys give the same digest. */
import { createHash } from 'node:crypto';
import { canonicalJson } from '../model/text/json.ts';

export function digestOf(data: unknown): string {
  return `sha256:${createHash('sha256').update(canonicalJson(data)).digest('hex')}`;
}
