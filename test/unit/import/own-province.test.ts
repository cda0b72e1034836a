/** What danhba itself wrote to LDAP comes back as the files it was written from, byte for byte but comments. */
import { describe, expect, it } from 'vitest';
import { writeOrganization } from '../../../src/desired/edit/whole.ts';
import { parseDirectory } from '../../../src/desired/read/parse-directory.ts';
import { makeDirectory } from '../../../src/import/make-directory.ts';
import type { Organization } from '../../../src/model/directory/organization.ts';
import { applied, planOf } from '../../support/world.ts';
import { isOrganization, readSample } from '../province/read-sample.ts';
import { ownArrivals } from './own-arrivals.ts';

const today = '2026-11-24';
const sample = readSample();
const texts = new Map(sample.filter(isOrganization).map(({ path, text }) => [path, text]));
const policyFile = sample.find(({ path }) => path === 'policy.yaml')?.text ?? '';
const sources = sample.map(({ path, text }) => ({ path, text, file: path }));
const { directory } = parseDirectory(sources, 'policy.yaml');
if (directory === undefined) throw new Error('no sample');

const ubnd = texts.get('organizations/ubnd.yaml') ?? '';
const others = sample.filter(({ path }) => !/^(?:policy|organizations\/ubnd)\.yaml$/.test(path));
const files = Object.fromEntries(others.map(({ path, text }) => [path, text]));
const { plan } = planOf({ organizations: { ubnd }, files, policy: policyFile, today });
const accounts = applied([], plan);
const arrivals = ownArrivals(accounts);
const organizationOf = new Map(accounts.map(({ key, organization }) => [key, organization]));

const lines = (text: string) =>
  text
    .split('\n')
    .filter((line) => !line.startsWith('#'))
    .map((line) => line.replace(/ # .*$/, ''));
const withoutComments = (text: string) => lines(text).join('\n').trim();

/** What no attribute holds: who may change the file, absences, the documents behind codes, addresses and restorations. */
function held({
  id,
  representatives: _,
  credentialRecipients: __,
  codeBasis: ___,
  mailbox,
  people = [],
  ...rest
}: Organization): Organization {
  const kept = <
    T extends
      | NonNullable<Organization['people']>[number]
      | Exclude<Organization['mailbox'], 'none' | undefined>,
  >(
    one: T,
  ): T => {
    const { absence: _a, restoration, addressDecision: _d, suspension, ...more } = one;
    // Of a suspension that is over, only the day of its end is kept.
    if (suspension === undefined || restoration !== undefined) return more as T;
    const { clause: _c, ...told } = suspension;
    return { ...more, suspension: told } as T;
  };
  return {
    id,
    ...rest,
    mailbox: mailbox === 'none' || mailbox === undefined ? 'none' : kept(mailbox),
    // Whoever had left before the first run has no entry where he was.
    people: people.filter((one) => organizationOf.get(`person:${one.id}`) === id).map(kept),
  };
}

describe('entries of danhba, imported', () => {
  it('give the files they were written from, as far as LDAP holds them', () => {
    const made = makeDirectory({
      arrivals,
      policy: directory.policy,
      prefix: 'LC-',
      answers: [],
      files: new Map(),
      today,
    });
    const wanted = new Map(
      directory.organizations.map(({ file, organization }) => [
        file,
        writeOrganization(held(organization), file),
      ]),
    );
    expect([...made.files.keys()].sort()).toEqual([...wanted.keys()].sort());
    for (const [path, text] of wanted) expect(made.files.get(path), path).toBe(text);
  });

  it('change no byte of the files that are there', () => {
    const made = makeDirectory({
      arrivals,
      policy: directory.policy,
      prefix: 'LC-',
      answers: [],
      files: texts,
      today,
    });
    expect([...made.files.keys()]).toEqual([]);
    expect(made.report.problems.filter(({ problem }) => problem.severity === 'error')).toEqual([]);
    expect(made.report.counts.waiting).toBe(0);
    // They are danhba's already.
    expect(made.adoption?.entries).toEqual([]);
  });

  it('are written in the form the sample is written in', () => {
    for (const { file, organization } of directory.organizations) {
      expect(withoutComments(writeOrganization(organization, file)), file).toBe(
        withoutComments(texts.get(file) ?? ''),
      );
    }
  });
});
