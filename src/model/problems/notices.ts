/** Why no notice can be drafted, and what is told beside drafts; `at` is a file. */
interface At {
  readonly at: string;
}

export interface NoticeErrorFacts {
  'notice-since': { readonly value: string };
  'notice-template.format': At;
  'notice-template.missing': At & { readonly cause: string };
  'notice-template.needed': At & { readonly placeholder: string };
  'notice-template.near': At & { readonly placeholder: string; readonly nearest: string };
  'notice-template.unknown': At & { readonly placeholder: string; readonly known: string };
  'notices-unset': At & { readonly fields: readonly string[] };
}

export interface NoticeDetailFacts {
  'notice-altered': At;
  'notice-nameless': At & { readonly day: string };
  'pdf-failed': { readonly cause: string };
  'pdf-none': Record<never, never>;
}
