/** What is measured beside what, at which sizes, and how good it has to be. */

/** How many people; a server's answer of more than a million entries is refused, and organizations are entries too. */
export const sizes = { '10k': 10_000, '100k': 100_000, '1m': 990_000 } as const;

export type Size = keyof typeof sizes;

/** Each is one command, started anew for every run. */
export type ContestantName =
  | 'plan-warm'
  | 'plan-cold'
  | 'check-one'
  | 'check-all'
  | 'load'
  | 'change-0'
  | 'change-1'
  | 'change-10'
  | 'ldapsearch'
  | 'yaml'
  | 'python';

export interface Goal {
  /** Our median is at most so many times the peer's. */
  readonly ratio?: number;
  /** Our largest resident set, in MB (10^6 bytes), in any run. */
  readonly megabytes?: number;
  /** Our largest resident set is smaller than the peer's. */
  readonly lessMemory?: true;
}

export interface Row {
  readonly name: string;
  readonly what: string;
  readonly ours: ContestantName;
  readonly peer: ContestantName;
  /** Without an entry for a size it is not measured there; an empty goal is measured and not judged. */
  readonly goals: Readonly<Partial<Record<Size, Goal>>>;
}

export const rows: readonly Row[] = [
  {
    name: 'plan-warm',
    what: 'plan, nothing changed, cache filled',
    ours: 'plan-warm',
    peer: 'ldapsearch',
    goals: { '10k': { ratio: 3 }, '100k': { ratio: 1.6 }, '1m': { ratio: 1.4, megabytes: 256 } },
  },
  {
    name: 'plan-cold',
    what: 'plan, nothing changed, no cache',
    ours: 'plan-cold',
    peer: 'ldapsearch',
    goals: { '10k': {}, '100k': { ratio: 2.2, megabytes: 250 }, '1m': { megabytes: 400 } },
  },
  {
    name: 'check-one',
    what: 'check, one file changed, cache filled; beside check of all, no cache',
    ours: 'check-one',
    peer: 'check-all',
    goals: { '10k': {}, '100k': { ratio: 0.1 }, '1m': {} },
  },
  {
    name: 'load',
    what: 'read, parse, validate and derive all files, no cache; beside yaml.parse of the same files',
    ours: 'load',
    peer: 'yaml',
    goals: { '10k': {}, '100k': { ratio: 0.1 }, '1m': { ratio: 0.1 } },
  },
  {
    name: 'python',
    what: 'plan, nothing changed, cache filled; beside python-ldap and libyaml',
    ours: 'plan-warm',
    peer: 'python',
    goals: { '10k': {}, '100k': { ratio: 0.5, lessMemory: true } },
  },
  {
    name: 'change-0',
    what: 'plan, nothing changed, cache filled: the first point of cost against change',
    ours: 'change-0',
    peer: 'ldapsearch',
    goals: { '10k': {} },
  },
  {
    name: 'change-1',
    what: 'plan, 1 % of the people differ, cache filled',
    ours: 'change-1',
    peer: 'ldapsearch',
    goals: { '10k': {} },
  },
  {
    name: 'change-10',
    what: 'plan, 10 % of the people differ, cache filled',
    ours: 'change-10',
    peer: 'ldapsearch',
    goals: { '10k': {} },
  },
];

/** The share of the people that differ, of the rows that have one. */
export const changes = {
  'change-0': 0,
  'change-1': 0.01,
  'change-10': 0.1,
} as const satisfies Partial<Record<ContestantName, number>>;
