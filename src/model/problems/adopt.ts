/** What is wrong with the file of an adoption, or with the record it is undone by. */
interface At {
  readonly at: string;
}

export interface AdoptErrorFacts {
  'adoption-file.form': At & { readonly problems: string };
  'adoption-file.other': At & { readonly found: string; readonly policy: string };
  'adoption-file.twice': At & { readonly what: string; readonly before: number };
  'adoption-undo.broken': At;
  'adoption-undo.missing': At;
  'adoption-undo.option': Record<never, never>;
}
