/** What was asked for on the command line and cannot be given; `at` is the word that was typed. */
import type { AdoptErrorFacts } from './adopt.ts';

interface At {
  readonly at: string;
}

export interface AskedErrorFacts extends AdoptErrorFacts {
  /** Whoever sat at the terminal did not say yes. */
  'apply-declined': Record<never, never>;
  'file-elsewhere.missing': At;
  'file-elsewhere.outside': At & { readonly directory: string };
  'option.choice': {
    readonly option: string;
    readonly value: string;
    readonly allowed: string;
    readonly first: string;
  };
  'option.commit': { readonly option: string; readonly value: string };
  'option.digest': { readonly option: string; readonly value: string };
  'option.file': { readonly option: string; readonly needed: string };
  'option.number': { readonly option: string; readonly value: string };
  'option-expect': { readonly value: string; readonly seen: number };
  'option-from': { readonly value: string };
  'option-kind': { readonly value: string; readonly allowed: string };
  'option-lang': { readonly value: string };
  'option-term.count': Record<never, never>;
  'option-term.value': { readonly option: string; readonly value: string; readonly longest: number };
  'option-today': { readonly value: string };
  'organization-unknown.far': At;
  'organization-unknown.near': At & { readonly nearest: readonly string[] };
}
