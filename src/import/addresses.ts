/** Settles everybody's address: the one by the rules silently, the one that is there until somebody signs another; nobody gets one that another has. */
import type { Key } from '../model/account/key.ts';
import type {
  AccountDeclaration,
  CalendarDate,
  NameParts,
  OrganizationKind,
} from '../model/directory/organization.ts';
import type { Arrival } from '../model/import/arrival.ts';
import type { Answered, AnswerRefusal, DecisionReason } from '../model/import/decision.ts';
import { personCandidates } from '../naming/person/candidates.ts';
import { derivePerson } from '../naming/person/derive.ts';
import type { NamingPolicy } from '../naming/policy.ts';
import type { Spaces } from '../naming/space.ts';
import { type AnswerBook, readSigned, readWord } from './answers.ts';
import { ask, type ImportBook, note } from './book.ts';
import { type Keeping, keepingOfSeat } from './keeping.ts';

/** Somebody, or an agency, whose address is to be settled. */
export interface Seat {
  readonly key: Key;
  readonly arrival: Arrival;
  readonly name: string;
  readonly nameParts?: NameParts;
  readonly organization: string;
  /** Of an agency. */
  readonly organizationKind?: OrganizationKind;
  readonly suffix: string | null;
  /** The main address it has. */
  readonly there: string | undefined;
  /** The local part by the rules. */
  readonly derived: string | null;
  /** The one by the rules, if the name were what is proposed. */
  readonly proposed: string | null;
  /** It is asked already whether this entry is to come at all. */
  readonly isDoubted: boolean;
  /** What the file says that a run before, or somebody since, has written. */
  readonly file?: AccountDeclaration;
}

export type SettledAddress = Pick<AccountDeclaration, 'address' | 'addressDecision'>;

interface Scene {
  readonly answers: AnswerBook;
  readonly policy: NamingPolicy;
  readonly today: CalendarDate;
  readonly book: ImportBook;
  /** In whose house an address lies. */
  readonly spaces: Spaces;
  /** Whose an address is; filled as they are settled. */
  readonly claims: Map<string, Key>;
}

/** Agencies first, then people by their ids; whoever keeps what he has comes before whoever gets something new. */
export function settleAddresses(seats: readonly Seat[], all: Scene): ReadonlyMap<Key, SettledAddress> {
  const settled = new Map<Key, SettledAddress>();
  const later: Seat[] = [];
  for (const seat of seats) {
    const { there, key } = seat;
    // Somebody has changed it by hand: what he wrote is what counts.
    const written = seat.file?.addressDecision === undefined ? undefined : seat.file.address;
    const held = written ?? there;
    if (held !== undefined && !all.claims.has(held)) all.claims.set(held, key);
    const isByRule = there !== undefined && there === byRuleOf(seat, all.policy);
    if (isByRule && written === undefined) settled.set(key, {});
    else later.push(seat);
  }
  const alike = Map.groupBy(later, (seat) => byRuleOf(seat, all.policy) ?? '');
  for (const seat of later) {
    const rivals = alike.get(byRuleOf(seat, all.policy) ?? '') ?? [];
    settled.set(seat.key, settleOne(seat, rivals.length, all));
  }
  return settled;
}

const byRuleOf = ({ derived }: Seat, { domain }: NamingPolicy): string | undefined =>
  derived === null ? undefined : `${derived}@${domain}`;

function settleOne(seat: Seat, rivals: number, scene: Scene): SettledAddress {
  const { there, file, key, arrival } = seat;
  const { policy, claims, book, answers, spaces } = scene;
  const byRule = byRuleOf(seat, policy);
  const isTaken = byRule !== undefined && (claims.get(byRule) ?? key) !== key;
  const said = answers.find('address', key);
  if (there === undefined) {
    note(book, { arrival, name: seat.name, subject: key }, 'no-address', '', byRule ?? '');
    if (file?.addressDecision !== undefined) return pick(file);
    if (!isTaken && rivals < 2) {
      if (byRule !== undefined) claims.set(byRule, key);
      return {};
    }
  }
  const kept = there === undefined ? {} : { address: there };
  if (seat.isDoubted) return kept;
  if (there !== undefined && seat.proposed !== null && there === `${seat.proposed}@${policy.domain}`)
    return kept;
  const keeping = there === undefined ? 'never' : keepingOfSeat(seat, there, policy, spaces);
  const reason = reasonOf(seat, keeping, byRule, isTaken || there === undefined);
  const spare = () => spareOf(seat, scene);
  const isFree = !isTaken && byRule !== undefined;
  const proposal =
    there === undefined ? (isFree ? 'rename' : spare()) : keeping !== 'never' || !isFree ? 'keep' : 'rename';
  const row = {
    decision: 'address',
    subject: key,
    name: seat.name,
    organization: seat.organization,
    there: there ?? '',
    byRule: seat.proposed === null ? (byRule ?? '') : `${seat.proposed}@${policy.domain}`,
    proposal,
    reason,
    place: arrival.source.place,
  } as const;
  const byFile = readFile(seat);
  if (byFile !== undefined) {
    ask(book, row, byFile.said, true);
    if (byFile.address.address === undefined && byRule !== undefined && isFree) claims.set(byRule, key);
    return byFile.address;
  }
  const followed = followAnswer(seat, said, keeping, isFree ? byRule : undefined, scene);
  ask(book, row, said, followed.address !== undefined, followed.refusal);
  return followed.address ?? kept;
}

const pick = ({ address, addressDecision }: AccountDeclaration): SettledAddress => ({
  ...(address !== undefined && { address }),
  ...(addressDecision !== undefined && { addressDecision }),
});

/** What a file says of it by itself: a decision on record, or no address where one was kept before. */
function readFile({
  file,
  there,
}: Seat): { readonly said: Answered; readonly address: SettledAddress } | undefined {
  if (file === undefined) return undefined;
  const { address, addressDecision } = file;
  if (addressDecision !== undefined && address !== undefined) {
    const { document, date } = addressDecision;
    return { said: { answer: address === there ? 'keep' : address, document, date }, address: pick(file) };
  }
  // Where none was there, none is what a run before has written.
  if (address !== undefined || there === undefined) return undefined;
  return { said: { answer: 'rename', document: '', date: '' }, address: {} };
}

function reasonOf(
  { name, suffix, organizationKind }: Seat,
  keeping: Keeping,
  byRule: string | undefined,
  isTaken: boolean,
): DecisionReason {
  if (byRule === undefined && organizationKind === undefined && suffix !== null && name !== '')
    return 'underivable';
  if (isTaken) return 'taken';
  return reasonOfKeeping[keeping];
}

const reasonOfKeeping = {
  derived: 'differs',
  decision: 'differs',
  legacy: 'legacy',
  never: 'outside',
} as const satisfies Record<Keeping, DecisionReason>;

interface Followed {
  readonly address?: SettledAddress;
  readonly refusal?: AnswerRefusal;
}

function followAnswer(
  seat: Seat,
  said: Answered,
  keeping: Keeping,
  free: string | undefined,
  { claims, policy, today, spaces }: Scene,
): Followed {
  if (said.answer === '') return {};
  const word = readWord(said.answer);
  if (word === 'rename') {
    if (seat.proposed !== null && seat.proposed !== seat.derived) return { refusal: 'name' };
    if (free === undefined || claims.has(free)) return { refusal: 'taken' };
    claims.set(free, seat.key);
    return { address: {} };
  }
  const isKept = word === 'keep';
  const address = isKept ? seat.there : said.answer.toLowerCase();
  if (address === undefined || (!isKept && !/^[^@\s]+@[^@\s]+$/.test(address))) return { refusal: 'word' };
  const needs = isKept ? keeping : keepingOfSeat(seat, address, policy, spaces);
  // Only an address that it has can be an old one.
  if (needs === 'never' || (needs === 'legacy' && !isKept))
    return { refusal: isKept ? 'outside' : 'address' };
  if ((claims.get(address) ?? seat.key) !== seat.key) return { refusal: 'taken' };
  const signed = readSigned(said, today);
  if ('refusal' in signed) return signed;
  claims.set(address, seat.key);
  const addressDecision = { ...signed.decision, ...(needs === 'legacy' && { legacy: true }) };
  return { address: { address, addressDecision } };
}

/** The first address in the person's form that nobody has (5.2.b). */
function spareOf({ name, nameParts, suffix, organizationKind }: Seat, { claims, policy }: Scene): string {
  if (suffix === null || organizationKind !== undefined) return '';
  const derivation = derivePerson({ name, suffix, ...(nameParts && { nameParts }) }, policy);
  const isTaken = (localPart: string) => claims.has(`${localPart}@${policy.domain}`);
  return personCandidates(derivation, suffix, isTaken, policy)[0] ?? '';
}
