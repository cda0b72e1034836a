/** Tells what passing time may cure from what the server refuses, and what there is to say of it. */
import { ResultCodeError } from 'ldapts';
import { remarkOf } from '../../model/problems/errors.ts';
import { quoted, type Remark } from '../../model/problems/remark.ts';
import { wordsOfRefusal } from '../connect/explain.ts';

/** Result codes of RFC 4511 that passing time may cure: busy, unavailable, and a time limit. */
const passing = new Set([3, 51, 52]);

/** Busy servers and lost connections; a refusal is none of these. */
export function mayPass(thrown: unknown): boolean {
  return !(thrown instanceof ResultCodeError) || passing.has(thrown.code);
}

export const detailOf = (thrown: unknown): Remark =>
  thrown instanceof ResultCodeError ? quoted(wordsOfRefusal(thrown)) : remarkOf(thrown);
