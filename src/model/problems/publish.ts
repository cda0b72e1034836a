/** What can end `danhba publish` and `danhba export`: the facts of each code. */

export interface PublishErrorFacts {
  'folder-foreign': { readonly at: string };
  /** Is not for everybody, and was not asked for as internal. */
  'option.internal': { readonly option: string; readonly value: string };
  /** Is no text, or more than one file. */
  'option.out': { readonly option: string; readonly value: string; readonly example: string };
  /** What everybody reads stands there, and what is internal was to take its place. */
  'folder-public': { readonly at: string };
  /** Would stand among the files of organizations. */
  'folder-directory': { readonly at: string; readonly directory: string };
  /** Pages that people read stand there, and something else was to take their place. */
  'folder-site': { readonly at: string };
  'publish-audit': Record<never, never>;
  'publish-folders': { readonly at: string; readonly other: string };
  'publish-doubtful': { readonly seen: number; readonly expected: number | null };
}
