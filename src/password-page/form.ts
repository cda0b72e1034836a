/** Reads a form that was sent, and tells what can be told of it without asking who it is for. */
import type { PasswordChange } from '../model/password-page/change.ts';
import { lacksOf } from '../model/password-page/quality.ts';
import type { Fault } from '../model/password-page/told.ts';

export interface SentForm {
  readonly token: string;
  readonly change: PasswordChange;
  readonly again: string;
}

/** Characters; nobody types more, and no server need hash more. */
const longest = 128;

/** From `application/x-www-form-urlencoded`; a field that is missing is empty, the first of two counts. */
export function parseForm(body: string): SentForm {
  const fields = new URLSearchParams(body);
  const field = (name: string) => (fields.get(name) ?? '').normalize('NFC');
  return {
    token: field('token'),
    change: {
      // What a telephone or a paste adds; addresses are stored in lower case.
      address: field('address').trim().toLowerCase(),
      present: field('present'),
      next: field('next'),
    },
    again: field('again'),
  };
}

/** In the order of the fields. */
export function faultsOf({ change, again }: SentForm, minLength: number): readonly Fault[] {
  const { address, present, next } = change;
  const faults: Fault[] = [];
  if (address === '') faults.push({ field: 'address', says: 'missing' });
  else if (!isAddress(address)) faults.push({ field: 'address', says: 'form' });
  if (present === '') faults.push({ field: 'present', says: 'missing' });
  else if (present.length > longest) faults.push({ field: 'present', says: 'long' });
  const wrong = faultOfNext(next, present, minLength);
  if (wrong !== undefined) faults.push(wrong);
  else if (again !== next) faults.push({ field: 'again', says: 'differs' });
  return faults;
}

function faultOfNext(next: string, present: string, minLength: number): Fault | undefined {
  const field = 'next';
  if (next === '') return { field, says: 'missing' };
  if (next.length > longest) return { field, says: 'long' };
  // Mail programs write them in different ways: who chose them could be shut out by the own telephone.
  if (/[^ -~]/.test(next)) return { field, says: 'letters' };
  if (next === present) return { field, says: 'same' };
  const lacks = lacksOf(next, minLength);
  return lacks.length === 0 ? undefined : { field, says: 'lacks', lacks };
}

/** The form alone: whether anybody has it is not told. */
const isAddress = (text: string): boolean =>
  text.length <= 254 && /^[!-?A-~]+@[!-?A-~]+\.[!-?A-~]+$/.test(text);
