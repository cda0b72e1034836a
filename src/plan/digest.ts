/** One SHA-256 for plain data: the same facts in another order of keys give the same digest. */
import { createHash } from 'node:crypto';
import { canonicalPieces } from '../model/text/json.ts';

export function digestOf(data: unknown): string {
  const hash = createHash('sha256');
  for (const piece of canonicalPieces(data)) hash.update(piece);
  return `sha256:${hash.digest('hex')}`;
}
