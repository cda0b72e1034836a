/** Settles the name a person has in the files: as it is there, until somebody has signed another or written one into the file. */
import type { NameParts, Person } from '../../model/directory/organization.ts';
import { derivePerson } from '../../naming/person/derive.ts';
import type { NamingPolicy } from '../../naming/policy.ts';
import { type AnswerBook, readWord } from '../answers.ts';
import { ask, type ImportBook, note } from '../book.ts';
import { foldText } from '../text.ts';
import { type Admitted, nameOf } from './admit.ts';
import { chooseName, type NameChoice, type ProposedName } from './name.ts';

export interface SettledName {
  readonly name: string;
  readonly nameParts?: NameParts;
  /** What is proposed and not signed yet. */
  readonly open?: ProposedName;
}

interface Scene {
  readonly answers: AnswerBook;
  readonly book: ImportBook;
  readonly naming: NamingPolicy;
  readonly file?: Person;
}

export function settleName(admitted: Admitted, subject: string, scene: Scene): SettledName {
  const { arrival, house } = admitted;
  const { answers, book, naming, file } = scene;
  const broken = new Set((arrival.source.broken ?? []).flatMap((name) => arrival.source.values[name] ?? []));
  const choice = chooseName(
    {
      names: arrival.names,
      ...(arrival.family !== undefined && { family: arrival.family }),
      ...(arrival.given !== undefined && { given: arrival.given }),
      ...(arrival.addresses[0] !== undefined && { localPart: arrival.addresses[0].split('@')[0] ?? '' }),
      isBroken: arrival.names.some((name) => broken.has(name)),
    },
    house.suffix,
    naming,
  );
  const said = answers.find('name', subject);
  // Whoever has none is not admitted before somebody has given it.
  if (choice === undefined) return { name: nameOf(arrival) };
  const who = { arrival, name: choice.name, subject };
  const byHand = file !== undefined && file.name !== choice.name ? namedBy(file) : undefined;
  if (byHand === undefined) tell(choice, who, book);
  const { question } = choice;
  if (question === undefined) return byHand ?? { name: choice.name };
  const { reason, there, proposal } = question;
  const signed = readName(said.answer, choice, proposal);
  const settled = byHand ?? signed;
  const shown = proposal === undefined ? '' : renderName(proposal);
  ask(
    book,
    {
      decision: 'name',
      subject,
      name: choice.name,
      organization: house.organization.id,
      there,
      byRule: addressBy(proposal ?? choice, house.suffix, naming),
      proposal: shown,
      reason,
      place: arrival.source.place,
    },
    said.answer === '' && byHand !== undefined ? { ...said, answer: renderName(byHand) } : said,
    settled !== undefined,
    'word',
  );
  return settled ?? { name: choice.name, ...(proposal && { open: proposal }) };
}

const namedBy = ({ name, nameParts }: Person): ProposedName => ({ name, ...(nameParts && { nameParts }) });

function tell(choice: NameChoice, who: Parameters<typeof note>[1], book: ImportBook): void {
  const { arrival } = who;
  if (choice.chosenFrom !== undefined) note(book, who, 'name-chosen', choice.chosenFrom, choice.name);
  else if (choice.isAscii && choice.question === undefined) note(book, who, 'name-ascii', choice.name);
  else if (choice.question === undefined && !arrival.names.includes(choice.name)) {
    note(book, who, 'name-tidied', arrival.names[0] ?? '', choice.name);
  }
}

function readName(answer: string, choice: NameChoice, proposal?: ProposedName): ProposedName | undefined {
  if (answer === '') return undefined;
  const word = readWord(answer);
  if (word === 'accept') return proposal;
  if (word === 'keep') return { name: choice.name };
  if (word !== undefined) return undefined;
  const [, name = answer, family, middle, given] =
    /^(.*?) \(family: ([^;]+);(?: middle: ([^;]+);)? given: ([^;)]+)\)$/.exec(answer) ?? [];
  if (family === undefined || given === undefined) return { name };
  return { name, nameParts: { family, ...(middle !== undefined && { middle }), given } };
}

function renderName({ name, nameParts }: ProposedName): string {
  if (nameParts === undefined) return name;
  const { family, middle, given } = nameParts;
  const between = middle === undefined ? '' : ` middle: ${middle};`;
  return `${foldText(name)} (family: ${family};${between} given: ${given})`;
}

function addressBy({ name, nameParts }: ProposedName, suffix: string | null, naming: NamingPolicy): string {
  if (suffix === null) return '';
  const { localPart } = derivePerson({ name, suffix, ...(nameParts && { nameParts }) }, naming);
  return localPart === null ? '' : `${localPart}@${naming.domain}`;
}
