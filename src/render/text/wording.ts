/** The shape of user-facing words: every text in Vietnamese and English, built from typed facts. */

export type Language = 'vi' | 'en';

/** Who reads it: the operator at the desk, or everybody who sees the repository, its comments and the pages of its jobs. */
export type Audience = 'desk' | 'everybody';

export interface Words {
  readonly message: string;
  /** How to put it right, in one sentence. */
  readonly hint: string;
}

export type Wording<Args> = { readonly [L in Language]: (args: Args) => Words };

/** One wording for each code of a table of facts; a forgotten code does not compile. */
export type WordingTable<Table> = { readonly [Code in keyof Table]: Wording<Table[Code]> };
