/** Why an edit leaves a file as it is. */

/** Lines count from 1. */
export type EditRefusal =
  /** Not well-formed YAML, a key written twice among it. */
  | { readonly code: 'unreadable'; readonly line: number; readonly detail: string }
  /** What is changed here would change elsewhere too. */
  | { readonly code: 'anchor'; readonly line: number }
  | { readonly code: 'person-unknown'; readonly id: string }
  | { readonly code: 'person-duplicate'; readonly id: string }
  /** `mailbox: none`, or no mapping. */
  | { readonly code: 'mailbox-none' }
  /** Written in a way that an edit could not keep. */
  | { readonly code: 'style' };
