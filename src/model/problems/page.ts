/** Why the page where a password is changed cannot be served as it is asked to be. */
interface At {
  readonly at: string;
}
interface Cause {
  readonly cause: string;
}

export interface PageErrorFacts {
  'page-listen.busy': At & Cause;
  'page-listen.form': { readonly value: string };
  'page-listen.plaintext': At;
  'page-tls': At & Cause;
  'settings.page-tls': { readonly given: string; readonly missing: string };
  'settings.proxy': At & { readonly value: string };
}
