/** What a language has to say of a notice: each part from typed facts, so that a forgotten kind does not compile. */
import type { LetterForm } from '../../../model/letter.ts';
import type { NoticeKind, NoticeOffice, NoticePerson } from '../../../model/notice.ts';

export const formOf = {
  suspension: 'notice',
  deletion: 'notice',
  issue: 'letter',
  change: 'letter',
  reset: 'letter',
  termination: 'letter',
  restoration: 'letter',
} as const satisfies Record<NoticeKind, LetterForm>;

/** What the text rests on, beside who it is about. */
export interface LetterFacts {
  readonly office: NoticeOffice & { readonly body: string };
  /** The managing organization, by name. */
  readonly organization: string;
  readonly people: readonly [NoticePerson, ...NoticePerson[]];
  readonly months: { readonly unused: number; readonly deletion: number; readonly kept: number };
  readonly restoreWorkingDays: number;
  readonly tombstoneYears: number;
  /** Where a password is changed, where it is the government's own page. */
  readonly page?: string;
}

/** A deletion rests on the notice before it (8.1), or on the end of the mailbox and what is kept of it (8.2). */
export function groundsOf({ people }: LetterFacts): 'notice' | 'retention' | 'both' {
  const noticed = people.filter(({ notice }) => notice !== undefined).length;
  if (noticed === 0) return 'retention';
  return noticed === people.length ? 'notice' : 'both';
}

export interface KindWords {
  readonly subject: (facts: LetterFacts) => string;
  /** By which clause, and what is told: what stands before the points. */
  readonly opening: (facts: LetterFacts) => string;
  /** What was done, what follows and when, how it is undone. */
  readonly points: (facts: LetterFacts) => readonly string[];
  /** The columns of the annex beside number, holder and address. */
  readonly columns: { readonly ground: string; readonly day: string };
  readonly ground: (person: NoticePerson, facts: LetterFacts) => string;
}

export interface NoticeWords {
  readonly nation: string;
  readonly motto: string;
  readonly title: string;
  readonly number: (form: LetterForm, office: NoticeOffice) => string;
  readonly placeAndDate: (place: string) => string;
  /** Of a letter, before what it is about. */
  readonly about: (subject: string) => string;
  readonly addressee: (organization: string) => string;
  readonly closing: (facts: LetterFacts) => string;
  readonly recipients: {
    readonly title: string;
    readonly asAbove: string;
    readonly superior: (name: string) => string;
    readonly file: (department: string) => string;
  };
  readonly onBehalf: Readonly<Record<'KT' | 'TL', string>>;
  readonly annex: {
    readonly title: string;
    readonly name: (subject: string) => string;
    readonly reference: (form: LetterForm, number: string, facts: LetterFacts) => string;
    readonly columns: readonly [string, string, string];
  };
  readonly day: (date: string) => string;
  readonly kinds: Readonly<Record<NoticeKind, KindWords>>;
}
