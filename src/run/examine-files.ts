/** Reads what the doctor asks of the province's files beyond what `check` does. */
import type { Directory } from '../model/directory/directory.ts';
import { isInForce } from '../model/directory/in-force.ts';
import { legacyDomainsOf } from '../model/directory/policy.ts';
import type { FilesFacts } from '../model/doctor/facts.ts';
import { ExpectedError } from '../model/problems/errors.ts';
import { findMissing } from '../notices/missing.ts';
import type { Language } from '../render/text/wording.ts';
import { readAdoptionBeside } from './adoption.ts';

/** @param folder the directory's, beside which the file of an adoption lies. */
export async function examineFiles(
  { policy, organizations }: Directory,
  folder: string,
  language: Language,
): Promise<FilesFacts> {
  const records = organizations.flatMap(({ organization: { mailbox, people = [] } }) => [
    ...(mailbox === undefined || mailbox === 'none' ? [] : [mailbox]),
    ...people,
  ]);
  const unnoticed = records.filter((one) => isInForce(one) && one.suspension?.notice === undefined);
  const missing = findMissing(policy.notices);
  return {
    adoption: await examineAdoption(() => readAdoptionBeside(folder, policy, language)),
    formerDomains: legacyDomainsOf(policy),
    unnoticed: unnoticed.length,
    noticesLack: Array.isArray(missing) ? missing : [],
  };
}

/** What is wrong with it takes lines to tell, and a run tells it. */
async function examineAdoption(
  read: () => ReturnType<typeof readAdoptionBeside>,
): Promise<FilesFacts['adoption']> {
  try {
    return (await read())?.entries.map(({ uuid }) => uuid);
  } catch (thrown) {
    if (thrown instanceof ExpectedError) return 'unusable';
    throw thrown;
  }
}
