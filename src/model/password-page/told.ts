/** What the page tells of a form that was sent: what is wrong with a field, or what became of the wish. */
import type { Unsuitable } from './change.ts';
import type { Lack } from './quality.ts';

export type FieldName = 'address' | 'present' | 'next' | 'again';

/** What is told of the form alone, whoever it is for: nobody is asked for it. */
export type Fault =
  | { readonly field: 'address'; readonly says: 'missing' | 'form' }
  | { readonly field: 'present'; readonly says: 'missing' | 'long' }
  | { readonly field: 'next'; readonly says: 'missing' | 'long' | 'same' | 'letters' }
  | { readonly field: 'next'; readonly says: 'lacks'; readonly lacks: readonly Lack[] }
  | { readonly field: 'again'; readonly says: 'differs' };

export type Told =
  | { readonly says: 'faults'; readonly faults: readonly Fault[] }
  /** Not sent from this page, or from one that was open when the process began anew. */
  | { readonly says: 'stale' }
  | { readonly says: 'refused' | 'expired' | 'unavailable' | 'busy' }
  | { readonly says: 'limited'; readonly minutes: number }
  | { readonly says: 'unsuitable'; readonly why: Unsuitable; readonly administrator: boolean };

/** What the page says of the province, and whom to call. */
export interface PageFacts {
  readonly province: string;
  readonly domain: string;
  /** The body that runs the system; absent where its file is not at hand. */
  readonly operator?: string;
  readonly operatorPhone?: string;
  readonly minLength: number;
  readonly administratorMinLength: number;
  readonly maxAgeMonths: number;
  readonly administratorMaxAgeMonths: number;
}
