/** Says who of those that arrive comes into the files, and where: nobody whose organization is unknown, nobody somebody has left out. */
import type { Key } from '../../model/account/key.ts';
import { formerKey, parseKey, personKey } from '../../model/account/key.ts';
import type { Arrival } from '../../model/import/arrival.ts';
import type { DecisionReason } from '../../model/import/decision.ts';
import { toAscii } from '../../naming/text/alphabet.ts';
import { type AnswerBook, readWord } from '../answers.ts';
import { ask, type ImportBook, note } from '../book.ts';
import type { House } from '../houses.ts';
import type { Known } from '../known.ts';
import { hasEndedThere } from '../own.ts';
import { foldText, foldTexts } from '../text.ts';

export interface Admitted {
  readonly arrival: Arrival;
  readonly house: House;
  /** What it is called where it has no key. */
  readonly subject: string;
  /** It is asked whether it is somebody of its own, and nobody has answered. */
  readonly isDoubted: boolean;
  /** A mailbox danhba's transfer has ended: the key it has. */
  readonly former?: Key;
}

interface Scene {
  readonly houses: ReadonlyMap<string, House>;
  readonly subjects: ReadonlyMap<Arrival, string>;
  readonly known: Known;
  readonly answers: AnswerBook;
  readonly book: ImportBook;
}

/** In the order given. */
export function admit(people: readonly Arrival[], scene: Scene): readonly Admitted[] {
  const seen = makeSeen();
  const told = new Set<string>();
  // Of two entries with one key of danhba's, which is a fault the plan tells, one is imported.
  const keys = new Set<string | undefined>();
  return people.flatMap((arrival): readonly Admitted[] => {
    const { own } = arrival;
    const who = { arrival, name: nameOf(arrival) };
    const subject = scene.subjects.get(arrival) ?? arrival.source.place;
    if (own !== undefined && hasEndedThere(own)) {
      note(scene.book, who, 'ended-there');
      return [];
    }
    const house = houseOf(arrival, subject, told, scene);
    if (house === undefined) return [];
    if (scene.known.unreadable.has(house.organization.id)) {
      note(scene.book, who, 'file-unedited', house.path);
      return [];
    }
    const parsed = parseKey(own?.danhbakey?.[0] ?? '');
    if (parsed?.former !== undefined) {
      return [{ arrival, house, subject, isDoubted: false, former: formerKey(parsed.id, parsed.former) }];
    }
    if (own !== undefined && keys.has(own.danhbakey?.[0])) {
      note(scene.book, who, 'skipped', own.danhbakey?.[0]);
      return [];
    }
    keys.add(own?.danhbakey?.[0]);
    const named = own === undefined ? withName(arrival, subject, house, scene) : arrival;
    if (named === undefined) return [];
    const other = own === undefined ? seen(arrival, house.organization.id) : undefined;
    if (other === undefined) return [{ arrival: named, house, subject, isDoubted: false }];
    const said = scene.answers.find('duplicate', subject);
    const word = readWord(said.answer);
    const settled = word === 'skip' || word === 'both';
    ask(
      scene.book,
      {
        decision: 'duplicate',
        subject,
        name: who.name,
        organization: house.organization.id,
        there: other.place,
        byRule: '',
        proposal: other.reason === 'same-address' ? '' : 'both',
        reason: other.reason,
        place: arrival.source.place,
      },
      said,
      settled,
      'word',
    );
    if (word === 'skip') {
      note(scene.book, who, 'skipped', other.place);
      return [];
    }
    note(scene.book, who, 'duplicate', other.place);
    return [{ arrival: named, house, subject, isDoubted: !settled && other.reason === 'same-address' }];
  });
}

export const nameOf = ({ names, addresses, source }: Arrival): string =>
  foldText(names[0] ?? '') || (addresses[0] ?? source.place);

/** The organization it is of, by the map or by what somebody has answered for its value. */
function houseOf(
  arrival: Arrival,
  subject: string,
  told: Set<string>,
  { houses, answers, book }: Scene,
): House | undefined {
  const { own, organization, organizationValue, source } = arrival;
  const byMap = houses.get(own?.danhbaorganization?.[0] ?? organization ?? '');
  if (byMap !== undefined) return byMap;
  const value = organizationValue ?? organization;
  const about = value ?? subject;
  const said = answers.find('organization-unknown', about);
  const house = houses.get(said.answer);
  const isSkipped = readWord(said.answer) === 'skip';
  if (!told.has(about)) {
    told.add(about);
    ask(
      book,
      {
        decision: 'organization-unknown',
        subject: about,
        name: value === undefined ? nameOf(arrival) : '',
        organization: '',
        there: value ?? '',
        byRule: '',
        proposal: '',
        reason: value === undefined ? 'no-organization' : 'unknown-value',
        place: source.place,
      },
      said,
      house !== undefined || isSkipped,
      'organization',
    );
  }
  if (house === undefined) {
    const who = { arrival, name: nameOf(arrival) };
    note(book, who, isSkipped ? 'skipped' : 'no-organization', value ?? '');
  }
  return house;
}

/** Without a name no file can hold anybody: it is asked for. */
function withName(
  arrival: Arrival,
  subject: string,
  house: House,
  { answers, book }: Scene,
): Arrival | undefined {
  if (foldTexts(arrival.names).length > 0) return arrival;
  const said = answers.find('name', subject);
  const name = readWord(said.answer) === undefined ? said.answer : '';
  const asked = { name: '', organization: house.organization.id, there: '', byRule: '', proposal: '' };
  const place = arrival.source.place;
  ask(book, { decision: 'name', subject, ...asked, reason: 'no-name', place }, said, name !== '', 'word');
  if (name === '') note(book, { arrival, name: nameOf(arrival) }, 'no-name');
  return name === '' ? undefined : { ...arrival, names: [name] };
}

/** Whoever came before with the same employee number, the same address, or the same name, organization and telephone. */
function makeSeen() {
  const firsts = new Map<string, string>();
  return (arrival: Arrival, organization: string) => {
    const { id, names, phones, addresses, source } = arrival;
    const name = toAscii(foldText(names[0] ?? '').toLowerCase());
    const phone = phones[0]?.replaceAll(/\D/g, '') ?? '';
    const traits: readonly (readonly [DecisionReason, string | undefined])[] = [
      ['same-address', addresses[0]],
      ['same-id', id],
      ['same-person', name === '' || phone === '' ? undefined : `${name}\n${organization}\n${phone}`],
    ];
    let found: { readonly reason: DecisionReason; readonly place: string } | undefined;
    for (const [reason, trait] of traits) {
      if (trait === undefined) continue;
      const place = firsts.get(`${reason}\n${trait}`);
      if (place === undefined) firsts.set(`${reason}\n${trait}`, source.place);
      else found ??= { reason, place };
    }
    return found;
  };
}

export const keyOf = ({ former }: Admitted, id: string): Key => former ?? personKey(id);
