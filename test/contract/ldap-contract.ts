/** What danhba relies on in an LDAP server, as tests: run against slapd and against the embedded server, so that neither lies. */
import { afterAll, beforeAll, describe } from 'vitest';
import { describeAdding } from './add-contract.ts';
import { describeAssertions } from './assertion-contract.ts';
import { type Bench, type Knows, openBench, type Subject } from './bench.ts';
import { describeBeyond } from './beyond-contract.ts';
import { describeCrowds } from './crowd-contract.ts';
import { describeDeleting } from './delete-contract.ts';
import { describeEvidence } from './evidence-contract.ts';
import { describeFilters } from './filter-contract.ts';
import { describeHolders } from './holder-contract.ts';
import { describeLifecycle } from './lifecycle-contract.ts';
import { describeChanging } from './modify-contract.ts';
import { describePaging } from './paging-contract.ts';
import { describePasswords } from './password-contract.ts';
import { describePolicies } from './policy-contract.ts';
import { describeProtocol } from './protocol-contract.ts';
import { describeReach } from './reach-contract.ts';
import { describeReading } from './read-contract.ts';
import { describeSchema } from './schema-contract.ts';
import { describeSight } from './sight-contract.ts';
import { describeTombstones } from './tombstone-contract.ts';
import { describeUnsent } from './unsent-contract.ts';

export type { Subject } from './bench.ts';

/** Registers the whole contract for one server; `start` gives a fresh one with the shipped base tree. */
export const describeLdapContract = (
  name: string,
  start: () => Promise<Subject>,
  knows: Knows = 'all of LDAP',
): void => {
  describe(`LDAP contract: ${name}`, () => {
    let subject: Subject | undefined;
    let opened: Bench | undefined;
    const bench = (): Bench => opened!;

    beforeAll(async () => {
      subject = await start();
      opened = await openBench(subject);
    });
    afterAll(async () => {
      await opened?.close();
      await subject?.stop();
    });

    describeReading(bench);
    describeFilters(bench);
    describePaging(bench);
    describeAdding(bench);
    describeSchema(bench);
    describeChanging(bench);
    describeAssertions(bench);
    describeDeleting(bench);
    describeTombstones(bench);
    describePasswords(bench);
    describeHolders(bench);
    describeLifecycle(bench);
    describeEvidence(bench);
    describePolicies(bench);
    describeReach(bench);
    describeBeyond(bench, knows);
    describeSight(bench, knows);
    describeCrowds(bench);
    describeProtocol(bench);
    if (knows === 'all of LDAP') describeUnsent(bench);
  });
};
