/** Who keeps the agency mailbox (9.1): somebody of the organization who stays, asked for where the keeper leaves. */
import { organizationKey } from '../model/account/key.ts';
import type { Edit } from '../model/directory/edit.ts';
import type { OrganizationFile, Person } from '../model/directory/organization.ts';
import type {
  CustodianRequest,
  RequestedEdits,
  RequestProblem,
  TerminateRequest,
} from '../model/github/request.ts';
import { calledOf, type Found, type SearchedDirectory } from './find-organization.ts';
import { findPerson } from './find-person.ts';

export function assignCustodian(
  request: CustodianRequest,
  file: OrganizationFile,
  directory: SearchedDirectory,
): RequestedEdits | { readonly problem: RequestProblem } {
  const { id, name, mailbox = {} } = file.organization;
  if (mailbox === 'none')
    return { problem: { code: 'mailbox-none', args: { organization: calledOf(id, directory) } } };
  if (mailbox.termination !== undefined) {
    return { problem: { code: 'already-terminated', args: { decided: mailbox.termination.decided } } };
  }
  const found = findStaying(request.custodian, file, directory);
  if ('problem' in found) return found;
  if (found.found.id === mailbox.custodian) return { problem: { code: 'nothing-changes', args: {} } };
  const edits = [setCustodian(found.found)];
  return { file: file.file, organization: id, key: organizationKey(id), name, edits };
}

/** What the end of a person's mailbox means for the agency's; `lenient` where one answer is for a whole list. */
export function succession(
  { successor }: TerminateRequest,
  leaver: Person,
  file: OrganizationFile,
  directory: SearchedDirectory,
  lenient: boolean,
): Found<readonly Edit[]> {
  const { mailbox } = file.organization;
  const isKeeper =
    mailbox !== undefined &&
    mailbox !== 'none' &&
    mailbox.custodian === leaver.id &&
    mailbox.termination === undefined;
  const { name } = leaver;
  if (!isKeeper) {
    return successor === undefined || lenient
      ? { found: [] }
      : { problem: { code: 'successor-unneeded', args: { name } } };
  }
  if (successor === undefined) return { problem: { code: 'successor-missing', args: { name } } };
  const found = findStaying(successor, file, directory);
  if ('problem' in found) return found;
  return found.found.id === leaver.id
    ? { problem: { code: 'successor-leaves', args: { name } } }
    : { found: [setCustodian(found.found)] };
}

function findStaying(written: string, file: OrganizationFile, directory: SearchedDirectory): Found<Person> {
  const found = findPerson(written, file, directory);
  if ('problem' in found) return found;
  const { name, termination } = found.found;
  return termination === undefined ? found : { problem: { code: 'successor-leaves', args: { name } } };
}

const setCustodian = ({ id }: Person): Edit => ({
  kind: 'set',
  account: 'mailbox',
  key: 'custodian',
  value: id,
});
