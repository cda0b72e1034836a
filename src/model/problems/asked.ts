/** What was asked for on the command line and cannot be given; `at` is the word that was typed. */
interface At {
  readonly at: string;
}

export interface AskedErrorFacts {
  /** Whoever sat at the terminal did not say yes. */
  'apply-declined': Record<never, never>;
  'file-elsewhere.missing': At;
  'file-elsewhere.outside': At & { readonly directory: string };
  'organization-unknown.far': At;
  'organization-unknown.near': At & { readonly nearest: readonly string[] };
}
