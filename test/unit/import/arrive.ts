/** Small arrivals for tests: a department, and whoever comes. */
import { parseDirectory } from '../../../src/desired/read/parse-directory.ts';
import { makeDirectory } from '../../../src/import/make-directory.ts';
import type { Policy } from '../../../src/model/directory/policy.ts';
import type { Arrival, ArrivingOrganization } from '../../../src/model/import/arrival.ts';
import type { Answer, DecisionRow } from '../../../src/model/import/decision.ts';
import type { ImportInput, Made } from '../../../src/model/import/made.ts';
import { policyText } from '../../support/world.ts';

const { directory } = parseDirectory(
  [{ file: 'policy.yaml', path: 'policy.yaml', text: policyText }],
  'policy.yaml',
);
if (directory === undefined) throw new Error('policy');

export const policy: Policy = directory.policy;

export const organizations: readonly ArrivingOrganization[] = [
  { id: 'ubnd', name: 'Ủy ban nhân dân tỉnh Lai Châu', kind: 'people-committee', code: 'ubnd', signed: true },
  { id: 'sonv', name: 'Sở Nội vụ', kind: 'provincial', parent: 'ubnd', code: 'sonv', signed: true },
  { id: 'sotp', name: 'Sở Tư pháp', kind: 'provincial', parent: 'ubnd', code: 'sotp', signed: true },
];

/** Somebody of Sở Nội vụ with an entry of this uid; what is not said is as it is with everybody. */
export function arrival(uid: string, name: string, address: string, more: Partial<Arrival> = {}): Arrival {
  const dn = `uid=${uid},ou=people,dc=laichau,dc=gov,dc=vn`;
  return {
    source: { place: dn, dn, uuid: `uuid-${uid}`, values: {} },
    role: 'person',
    names: name === '' ? [] : [name],
    titles: [],
    units: [],
    phones: [],
    addresses: address === '' ? [] : [address.includes('@') ? address : `${address}@laichau.gov.vn`],
    aliases: [],
    organization: 'sonv',
    status: { state: 'active' },
    ...more,
  };
}

/** The same without a server: a row of a table. */
export function row(line: number, name: string, address: string, more: Partial<Arrival> = {}): Arrival {
  const place = `nhan-su.csv:${line}`;
  return { ...arrival(String(line), name, address, more), source: { place, values: {} } };
}

export function arrive(entries: readonly Arrival[], more: Partial<ImportInput> = {}): Made {
  return makeDirectory({
    arrivals: { entries, organizations, unknownOrganizations: new Map() },
    policy,
    prefix: 'LC-',
    answers: [],
    files: new Map(),
    today: '2026-11-24',
    ...more,
  });
}

/** The run after: files, decisions and adoption of the one before are there. */
export function again(before: Made, entries: readonly Arrival[], more: Partial<ImportInput> = {}): Made {
  return arrive(entries, {
    files: before.files,
    answers: before.decisions,
    ...(before.adoption && { adoption: before.adoption }),
    ...more,
  });
}

/** The rows with this answer in those of the kind. */
export function signed(made: Made, decision: DecisionRow['decision'], answer: string): readonly Answer[] {
  return made.decisions.map((one) =>
    one.decision === decision ? { ...one, answer, document: '15/STTTT-CNTT', date: '2026-05-04' } : one,
  );
}

export const fileOf = (made: Made, id = 'sonv'): string =>
  made.files.get(`organizations/provincial/${id}.yaml`) ?? '';

/** Rows as short as a table of a test has them. */
export const rowsOf = (made: Made): readonly string[] =>
  made.decisions.map(({ decision, name, there, proposal, reason, waits }) =>
    [decision, reason, name, there, proposal, waits ? 'waits' : 'signed'].join(' · '),
  );

export const notesOf = (made: Made): readonly string[] =>
  made.report.notes.map(({ code, name, there, became }) => [code, name, there, became].join(' · '));

export const errorsOf = (made: Made): readonly string[] =>
  made.report.problems
    .filter(({ problem }) => problem.severity === 'error')
    .map(({ problem, line }) => `${problem.code} ${problem.at.file.split('/').at(-1)}:${line}`);
