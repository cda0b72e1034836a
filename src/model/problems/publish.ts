/** What can end `danhba publish`: the facts of each code. */

export interface PublishErrorFacts {
  'folder-foreign': { readonly at: string };
  'publish-doubtful': { readonly seen: number; readonly expected: number | null };
}
