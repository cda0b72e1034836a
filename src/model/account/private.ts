/** What the files say that stays at the operator's desk: a key that nobody decided on is private, and does not compile. */
import type { CalendarYear } from '../directory/directory.ts';
import type { Grant } from '../directory/grant.ts';
import type {
  AddressDecision,
  AgencyMailbox,
  Decision,
  Organization,
  Person,
} from '../directory/organization.ts';
import type { Policy } from '../directory/policy.ts';
import type { Problem } from '../problems/problem.ts';

/** Each key of a file: `true` where it is private, with all that is in it. */
type Keys<O> = { readonly [K in keyof O]-?: Decided<Extract<O[K], object>> };

type Decided<O> = [O] extends [never]
  ? boolean
  : O extends readonly (infer I)[]
    ? Decided<Extract<I, object>>
    : true | Keys<O>;

const decision = { document: true, date: false } as const satisfies Keys<Decision>;

const declaration = {
  address: false,
  addressDecision: { ...decision, legacy: false } satisfies Keys<AddressDecision>,
  aliases: false,
  absence: true,
  suspension: { reason: false, document: true, date: false, clause: false, notice: decision },
  restoration: decision,
  termination: { reason: false, document: true, decided: false, effective: false, to: false },
  passwordReset: decision,
} as const;

const mailbox = { ...declaration, custodian: false } as const satisfies Keys<AgencyMailbox>;

const person = {
  ...declaration,
  id: false,
  name: false,
  nameParts: { family: false, middle: false, given: false },
  title: false,
  unit: false,
  phone: true,
  privileged: false,
  listed: false,
  nameChange: decision,
} as const satisfies Keys<Person>;

const organization = {
  id: false,
  name: false,
  kind: false,
  parent: false,
  code: false,
  codeBasis: true,
  personSuffix: false,
  representatives: false,
  credentialRecipients: false,
  mailbox,
  people: person,
  dissolved: { ...decision, successor: false },
} as const satisfies Keys<Organization>;

const grant = {
  address: false,
  suffix: false,
  holder: false,
  organization: false,
  document: true,
  date: false,
} as const satisfies Keys<Grant>;

/** Nothing of the province's own rules is about a person. */
const policy = {
  domain: false,
  baseDn: false,
  containers: false,
  replicas: false,
  province: false,
  operator: false,
  operators: false,
  operatorPhone: false,
  webmail: false,
  language: false,
  naming: false,
  reserved: false,
  governmentDomains: false,
  lifecycle: false,
  deadlines: false,
  passwords: false,
  mail: false,
  notices: false,
  publish: false,
  unmanaged: false,
  guard: false,
} as const satisfies Record<keyof Policy, false>;

const calendar = {
  year: false,
  source: false,
  weekdaysOff: false,
  weekendDaysWorked: false,
} as const satisfies Record<keyof CalendarYear | 'source', false>;

/** What is at a place: whether it is private, or the keys below it. No two sorts of file have a key in common. */
type Node = boolean | { readonly [key: string]: Node };

const files: Node = { ...organization, ...grant, ...policy, ...calendar };

const holdsPrivate = (node: Node): boolean =>
  typeof node === 'boolean' ? node : Object.values(node).some(holdsPrivate);

/**
 * True where the words of the problem would quote what is private. What stands in the place of a decision may be the
 * number of its document.
 */
export function isPrivate({ at: { path, onKey = false }, args }: Pick<Problem, 'at' | 'args'>): boolean {
  let node = files;
  for (const step of onKey ? path.slice(0, -1) : path) {
    if (typeof node === 'boolean' || typeof step === 'number') continue;
    node = (Object.hasOwn(node, step) ? node[step] : undefined) ?? true;
  }
  return typeof node === 'boolean' ? node : 'value' in args && holdsPrivate(node);
}

/** Every key whose value is private. */
export const privateKeys = keysIn(files);

function keysIn(node: Node): readonly string[] {
  if (typeof node === 'boolean') return [];
  return Object.entries(node).flatMap(([key, below]) => (below === true ? [key] : keysIn(below)));
}
