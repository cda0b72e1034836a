/** Takes title, unit, telephone and status of a person who arrives; a second value, and whatever no file can hold, is told. */
import type { AccountDeclaration, Person } from '../../model/directory/organization.ts';
import type { UnmanagedAttribute } from '../../model/directory/policy.ts';
import { type AnswerBook, readWord } from '../answers.ts';
import { ask, type ImportBook, note, type Who } from '../book.ts';
import { foldTexts } from '../text.ts';

interface Scene {
  readonly answers: AnswerBook;
  readonly book: ImportBook;
  readonly unmanaged: readonly UnmanagedAttribute[];
  readonly organization: string;
  /** What the file says that a run before, or somebody since, has written. */
  readonly file?: Person;
}

type Fields = Pick<Person, 'title' | 'unit' | 'phone' | 'privileged' | 'suspension' | 'termination'>;

/** As the schema has it. */
const telephone = /^[0-9+(][0-9 +().,/-]{2,31}$/;
const longestText = 120;

export function fieldsOf(who: Who & { readonly subject: string }, scene: Scene): Fields {
  const { titles, units, privileged } = who.arrival;
  const title = textOf(who, titles, scene.book);
  const unit = textOf(who, units, scene.book);
  const phone = phoneOf(who, scene);
  return {
    ...(title !== undefined && { title }),
    ...(unit !== undefined && { unit }),
    ...(phone !== undefined && { phone }),
    ...(privileged === true && { privileged }),
    ...stateOf(who, scene),
  };
}

/** What a file can hold of a title or a unit. */
export const usableTexts = (values: readonly string[]): readonly string[] =>
  foldTexts(values).filter((value) => value.length <= longestText);

export const usablePhones = (phones: readonly string[]): readonly string[] =>
  foldTexts(phones).filter((phone) => telephone.test(phone));

function textOf(who: Who, values: readonly string[], book: ImportBook): string | undefined {
  const folded = foldTexts(values);
  const [first, ...more] = usableTexts(values);
  for (const value of folded) if (value.length > longestText) note(book, who, 'value-left-out', value);
  if (first !== undefined && more.length > 0) note(book, who, 'value-second', more.join(' | '), first);
  return first;
}

/** One of several is kept, and danhba would empty the others: somebody has to know. */
function phoneOf(who: Who & { readonly subject: string }, scene: Scene): string | undefined {
  const { answers, book, unmanaged, organization, file } = scene;
  const byDigits = new Map<string, string>();
  for (const phone of foldTexts(who.arrival.phones)) {
    if (!byDigits.has(digitsOf(phone))) byDigits.set(digitsOf(phone), phone);
  }
  const phones = [...byDigits.values()];
  const usable = phones.filter((phone) => telephone.test(phone));
  for (const phone of phones) if (!telephone.test(phone)) note(book, who, 'value-left-out', phone);
  const [first, ...more] = usable;
  if (first === undefined || more.length === 0) return first;
  const there = usable.join(' | ');
  if (unmanaged.includes('telephoneNumber')) {
    note(book, who, 'phones-unmanaged', there, first);
    return first;
  }
  const said = answers.find('phone', who.subject);
  const chosen = readWord(said.answer) === 'accept' ? first : byDigits.get(digitsOf(said.answer));
  // Another one than the first stands in the file: somebody has chosen.
  const byHand =
    file !== undefined && file.phone !== undefined && file.phone !== first ? file.phone : undefined;
  const kept = chosen ?? byHand ?? first;
  ask(
    book,
    {
      decision: 'phone',
      subject: who.subject,
      name: who.name,
      organization,
      there,
      byRule: '',
      proposal: first,
      reason: 'several-phones',
      place: who.arrival.source.place,
    },
    said.answer === '' && byHand !== undefined ? { ...said, answer: byHand } : said,
    chosen !== undefined || byHand !== undefined,
    'word',
  );
  note(book, who, 'phones-dropped', usable.filter((phone) => phone !== kept).join(' | '), kept);
  return kept;
}

const digitsOf = (phone: string): string => phone.replaceAll(/\D/g, '').replace(/^84(?=\d{9}$)/, '0');

/** Whoever is disabled there goes on, but by a decision in the map. */
function stateOf(who: Who & { readonly subject: string }, scene: Scene): AccountDeclaration {
  const { status } = who.arrival;
  switch (status.state) {
    case 'active':
      return {};
    case 'suspended': {
      const { state: _, ...suspension } = status;
      note(scene.book, who, 'locked-by-map', status.document);
      return { suspension };
    }
    case 'terminated': {
      const { state: _, ...termination } = status;
      note(scene.book, who, 'locked-by-map', status.document);
      return { termination };
    }
    case 'undecided': {
      const said = scene.answers.find('status', who.subject);
      const { suspension, termination } = scene.file ?? {};
      const byHand = suspension ?? termination;
      ask(
        scene.book,
        {
          decision: 'status',
          subject: who.subject,
          name: who.name,
          organization: scene.organization,
          there: status.value,
          byRule: '',
          proposal: 'active',
          reason: 'disabled',
          place: who.arrival.source.place,
        },
        byHand !== undefined && said.answer === '' ? { ...said, answer: 'file' } : said,
        readWord(said.answer) === 'active' || byHand !== undefined,
        'in-map',
      );
      note(scene.book, who, 'disabled', status.value);
      return {};
    }
  }
}
