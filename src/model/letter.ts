/** A written document in the parts Decree 30/2020/NĐ-CP gives it, in words: how it is set is the office's matter. */

/** One with a title of its own (Thông báo), or a letter (công văn). */
export type LetterForm = 'notice' | 'letter';

export interface Letter {
  readonly form: LetterForm;
  readonly parentBody?: string;
  readonly body: string;
  readonly nation: string;
  readonly motto: string;
  /** The number itself is left for the records office. */
  readonly number: string;
  readonly placeAndDate: string;
  /** Of a notice: what kind of document it is. */
  readonly title?: string;
  readonly subject: string;
  /** Of a letter. */
  readonly addressee?: string;
  /** Whom it is for. */
  readonly organization: string;
  /** The last one ends the text. */
  readonly paragraphs: readonly LetterParagraph[];
  /** Above the signer's name. */
  readonly authority: readonly string[];
  readonly signer: string;
  readonly recipients: { readonly title: string; readonly lines: readonly string[] };
  readonly people: PeopleTable;
  /** Where there are several people, they stand in an annex. */
  readonly annex?: { readonly title: string; readonly name: string; readonly reference: string };
}

export interface LetterParagraph {
  readonly text: string;
  /** One of the points that are counted. */
  readonly numbered?: true;
}

export interface PeopleTable {
  readonly columns: readonly { readonly title: string /** Per cent. */; readonly width: number }[];
  readonly rows: readonly (readonly string[])[];
}
