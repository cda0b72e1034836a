/** Turns a request into edits of one organization's file, or tells what has to be asked back. */

import { organizationKey, personKey } from '../model/account/key.ts';
import { type Edit, setField } from '../model/directory/edit.ts';
import type { AccountDeclaration, OrganizationFile, Person } from '../model/directory/organization.ts';
import type {
  ChangeRequest,
  IssueRequest,
  Request,
  RequestedEdits,
  RequestProblem,
  TerminateRequest,
} from '../model/github/request.ts';
import {
  type Found,
  findDestination,
  findOrganization,
  type SearchedDirectory,
} from './find-organization.ts';
import { findPerson } from './find-person.ts';
import { findNewcomerId } from './newcomer-id.ts';

export type AppliedRequest = RequestedEdits | { readonly problem: RequestProblem };

type AccountRequest = Exclude<Request, IssueRequest>;

/**
 * The edits that record the request; `freeId` is the id a new person gets where the form names none (`nextPersonId`).
 * That the result keeps the rules is for `check` to say.
 */
export function applyRequest(
  request: Request,
  directory: SearchedDirectory,
  freeId?: string,
): AppliedRequest {
  const organization = findOrganization(
    request.organization,
    directory,
    request.kind === 'issue' ? 'living' : 'any',
  );
  if ('problem' in organization) return organization;
  const file = organization.found;
  if (request.kind === 'issue') return issue(request, file, directory, freeId);
  const settled =
    request.kind === 'terminate' ? withDestination(request, file, directory) : { found: request };
  if ('problem' in settled) return settled;
  return request.account === 'mailbox'
    ? editMailbox(request, file)
    : editPerson(settled.found, request.account.person, file, directory);
}

function issue(
  { person: { id: written, ...fields } }: IssueRequest,
  file: OrganizationFile,
  directory: SearchedDirectory,
  freeId: string | undefined,
): AppliedRequest {
  const newcomer = { name: fields.name, id: written };
  const given = findNewcomerId(newcomer, file, directory, freeId);
  if ('problem' in given) return given;
  const id = given.found;
  return editsOf(file, id, fields.name, [{ kind: 'add-person', person: { id, ...fields } }]);
}

/** The request with the id of the organization somebody goes to. */
function withDestination(
  request: TerminateRequest,
  file: OrganizationFile,
  directory: SearchedDirectory,
): Found<TerminateRequest> {
  const { to } = request.termination;
  if (to === undefined) return { found: request };
  const destination = findDestination(to, file, directory);
  if ('problem' in destination) return destination;
  return { found: { ...request, termination: { ...request.termination, to: destination.found } } };
}

function editPerson(
  request: AccountRequest,
  written: string,
  file: OrganizationFile,
  directory: SearchedDirectory,
): AppliedRequest {
  const target = findPerson(written, file, directory);
  if ('problem' in target) return target;
  const person = target.found;
  const problem = stateProblem(request, person);
  if (problem !== undefined) return { problem };
  const edits = request.kind === 'change' ? changes(request, person) : record(request, person, person.id);
  if (edits.length === 0) return { problem: { code: 'nothing-changes', args: {} } };
  return editsOf(file, person.id, person.name, edits);
}

function editMailbox(request: AccountRequest, file: OrganizationFile): AppliedRequest {
  const { id, name, mailbox = {} } = file.organization;
  if (mailbox === 'none') return { problem: { code: 'mailbox-none', args: { organization: id } } };
  const problem = stateProblem(request, mailbox);
  if (problem !== undefined) return { problem };
  const edits = record(request, mailbox, undefined);
  return { file: file.file, organization: id, key: organizationKey(id), name, edits };
}

function editsOf(file: OrganizationFile, id: string, name: string, edits: readonly Edit[]): RequestedEdits {
  return { file: file.file, organization: file.organization.id, key: personKey(id), name, edits };
}

/** Why the record does not take what is asked. */
function stateProblem(request: AccountRequest, account: AccountDeclaration): RequestProblem | undefined {
  const { suspension, termination, passwordReset } = account;
  if (termination !== undefined) {
    return { code: 'already-terminated', args: { decided: termination.decided } };
  }
  if (request.kind === 'suspend' && suspension !== undefined && isInForce(account)) {
    return { code: 'already-suspended', args: { since: suspension.date } };
  }
  if (request.kind === 'restore') {
    if (suspension === undefined || !isInForce(account)) return { code: 'not-suspended', args: {} };
    const { date } = request.basis;
    const early = date < suspension.date;
    if (early) return { code: 'date-order', args: { field: 'date', date, earliest: suspension.date } };
  }
  if (request.kind === 'reset' && passwordReset?.document === request.basis.document) {
    return { code: 'already-requested', args: {} };
  }
  return undefined;
}

/** A restoration counts where it is not older than the suspension (8.3). */
function isInForce({ suspension, restoration }: AccountDeclaration): boolean {
  return suspension !== undefined && (restoration === undefined || restoration.date < suspension.date);
}

/** What the request says of the account's state. */
function record(
  request: AccountRequest,
  account: AccountDeclaration,
  id: string | undefined,
): readonly Edit[] {
  switch (request.kind) {
    case 'change':
      return [];
    case 'suspend': {
      const suspend = setField(id, 'suspension', request.suspension);
      // What lifted an earlier suspension says nothing of this one.
      return account.restoration === undefined
        ? [suspend]
        : [suspend, setField(id, 'restoration', undefined)];
    }
    case 'terminate':
      return [setField(id, 'termination', request.termination)];
    case 'restore':
      return [setField(id, 'restoration', request.basis)];
    case 'reset':
      return [setField(id, 'passwordReset', request.basis)];
  }
}

function changes({ fields, basis }: ChangeRequest, person: Person): readonly Edit[] {
  const edits: Edit[] = [];
  for (const key of ['name', 'title', 'unit', 'phone', 'address'] as const) {
    const value = fields[key];
    if (value === undefined || value === person[key]) continue;
    edits.push(setField(person.id, key, value));
    // 5.2.b: an address other than the derived one is decided in writing.
    if (key === 'address') edits.push(setField(person.id, 'addressDecision', basis));
  }
  return edits;
}
