/** Who sees what of a record, for both audiences: the one table. A key nobody has decided on does not compile. */
import type { AgencyMailbox, Person } from '../model/directory/organization.ts';
import type { Policy } from '../model/directory/policy.ts';
import type { PublicationAudience } from '../model/publish/published.ts';

type Rules = NonNullable<Policy['publish']>;

/** A key of `publish` in policy.yaml: as the province says; `state`: what follows of it for the mailbox, never itself. */
type Shown = 'always' | 'never' | 'state' | keyof Rules;

const everybody = { public: 'always', internal: 'always' } as const;
const nobody = { public: 'never', internal: 'never' } as const;
/** Of a suspension the day and the kind of reason, of a termination the last day of work: no document, no clause. */
const state = { public: 'never', internal: 'state' } as const;

/** Reasons of absence and numbers of documents tell of somebody's life and of papers that are not for every colleague. */
export const shownKeys = {
  id: nobody,
  name: everybody,
  nameParts: everybody,
  title: { public: 'titles', internal: 'always' },
  unit: { public: 'units', internal: 'always' },
  phone: { public: 'phones', internal: 'always' },
  privileged: nobody,
  listed: nobody,
  nameChange: nobody,
  address: everybody,
  addressDecision: nobody,
  aliases: everybody,
  absence: nobody,
  suspension: state,
  restoration: state,
  termination: state,
  passwordReset: nobody,
  /** The name of who it is: an id is nobody's business. */
  custodian: { public: 'never', internal: 'always' },
} as const satisfies Record<keyof Person | keyof AgencyMailbox, Readonly<Record<PublicationAudience, Shown>>>;

const defaults = {
  people: true,
  titles: true,
  units: true,
  phones: false,
} as const satisfies Required<Rules>;

export const ruleOf = (rule: keyof Rules, { publish }: Policy): boolean => publish?.[rule] ?? defaults[rule];

/** Whether this audience may see the value of the key itself. */
export function maySee(key: keyof typeof shownKeys, audience: PublicationAudience, policy: Policy): boolean {
  const shown: Shown = shownKeys[key][audience];
  if (shown === 'always') return true;
  return shown !== 'never' && shown !== 'state' && ruleOf(shown, policy);
}

/** Whether this audience is told how a mailbox stands: only where every key it follows from is decided so. */
export const seesStates = (audience: PublicationAudience): boolean =>
  (['suspension', 'restoration', 'termination'] as const).every((key) => {
    const shown: Shown = shownKeys[key][audience];
    return shown === 'state';
  });
