/** What can end `danhba publish` and `danhba export`: the facts of each code. */

export interface PublishErrorFacts {
  'folder-foreign': { readonly at: string };
  /** Is not for everybody, and was not asked for as internal. */
  'option.internal': { readonly option: string; readonly value: string };
  /** Is no text, or more than one file. */
  'option.out': { readonly option: string; readonly value: string; readonly example: string };
  'publish-doubtful': { readonly seen: number; readonly expected: number | null };
}
