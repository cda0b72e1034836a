/** What the doctor reads where everything is as it must be, and its judgement of that with something else in it. */
import { judgeServers, type ServersFacts } from '../../../src/doctor/servers.ts';
import type { DirectoryFacts, FilesFacts, MachineFacts, MailFacts } from '../../../src/model/doctor/facts.ts';
import type { Tried } from '../../../src/model/doctor/trial.ts';
import { wantedPasswordPolicy } from '../../../src/plan/compare/password-policies.ts';
import { readWorld } from '../../support/world.ts';

export const { policy } = readWorld({}).directory;
const policies = [wantedPasswordPolicy('users', policy), wantedPasswordPolicy('administrators', policy)];

const read = (entries: number) => ({ result: 'read', entries }) as const;
export const containers: DirectoryFacts['containers'] = {
  people: read(501),
  organizations: read(10),
  tombstones: read(0),
  policies: read(3),
  danhba: read(1),
};

const tried: Tried = {
  result: 'tried',
  ahead: 0,
  lacks: [],
  excess: [],
  hidden: [],
  readsHash: false,
  keepsTime: true,
  weak: 'refused',
  second: 'refused',
  planner: { writes: false, hidden: [], readsHash: false },
};

export const sound: DirectoryFacts = {
  role: 'reconciler',
  transport: { kind: 'tls', daysLeft: 90 },
  versions: ['3'],
  lacksControls: [],
  schema: { ppolicy: true, attributes: [], classes: [] },
  containers,
  whole: { facts: 501 },
  sentinel: { province: policy.domain, count: 511 },
  managed: 511,
  open: 500,
  markedUuids: new Set(['6f1d0b2e-0000-4000-8000-000000000001']),
  addressBook: { facts: { found: 100, closed: [], beyond: [] } },
  mailUsers: ['LC-000001@people'],
  anyLogin: true,
  policies,
  listening: { day: '2026-11-23' },
  unreadReplicas: [],
  trial: tried,
  planner: { facts: { containers, managed: 511, whole: { facts: 501 } } },
};

export const mail: MailFacts = { lacksCommands: [], users: ['lc-000001@people'] };

export const folder = { folder: 'x', isThere: true, writable: true, open: false, freeMiB: 1000 };
export const machine: MachineFacts = {
  node: '24.1.0',
  git: '2.39.5',
  zoneDate: '2026-11-23',
  today: '2026-11-23',
  state: folder,
  credentials: folder,
};

export const files: FilesFacts = {
  adoption: undefined,
  formerDomains: [],
  unnoticed: 0,
  noticesLack: [],
};

export const judge = (more: Partial<ServersFacts> = {}) =>
  judgeServers({ directory: { facts: sound }, mail: { facts: mail }, files, machine, ...more }, policy);

export const ofDirectory = (more: Partial<DirectoryFacts>) =>
  judge({ directory: { facts: { ...sound, ...more } } });
export const ofTrial = (more: Partial<Tried>) => ofDirectory({ trial: { ...tried, ...more } });
