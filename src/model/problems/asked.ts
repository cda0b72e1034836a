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
  'organization-unknown.far': At;
  'organization-unknown.near': At & { readonly nearest: readonly string[] };
}
