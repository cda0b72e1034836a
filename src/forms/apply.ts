/** Turns a request into edits of one organization's file, or tells what has to be asked back. */

import { organizationKey, personKey } from '../model/account/key.ts';
import { type Edit, setField } from '../model/directory/edit.ts';
import { isLeaving } from '../model/directory/ending.ts';
import { isInForce } from '../model/directory/in-force.ts';
import type {
  AccountDeclaration,
  CalendarDate,
  OrganizationFile,
  Person,
  Termination,
} from '../model/directory/organization.ts';
import type {
  ChangeRequest,
  CustodianRequest,
  IssueRequest,
  NoticeRequest,
  Request,
  RequestedEdits,
  RequestedPerson,
  RequestProblem,
  TerminateRequest,
} from '../model/github/request.ts';
import { assignCustodian, succession } from './custodian.ts';
import {
  calledOf,
  type Found,
  findDestination,
  findOrganization,
  type SearchedDirectory,
} from './find-organization.ts';
import { findPerson } from './find-person.ts';
import { findNewcomerId } from './newcomer-id.ts';
import { recordNotice } from './notice.ts';
import { bare } from './text.ts';

export type AppliedRequest = RequestedEdits | { readonly problem: RequestProblem };

type AccountRequest = Exclude<Request, IssueRequest | CustodianRequest | NoticeRequest>;

export interface ApplyOptions {
  /** The id a new person gets where the form names none (`nextPersonId`). */
  readonly freeId?: string | undefined;
  /** The organization of the form, where this is a row of its list. */
  readonly inListOf?: string;
}

/** The edits that record the request. That the result keeps the rules is for `check` to say. */
export function applyRequest(
  request: Request,
  directory: SearchedDirectory,
  options: ApplyOptions = {},
): AppliedRequest {
  const organization = findHome(request, directory, options);
  if ('problem' in organization) return organization;
  const file = organization.found;
  if (request.kind === 'issue') return issue(request, file, directory, options.freeId);
  if (request.kind === 'custodian') return assignCustodian(request, file, directory);
  if (request.kind === 'notice') return recordNotice(request, file, directory);
  const settled =
    request.kind === 'terminate' ? withDestination(request, file, directory) : { found: request };
  if ('problem' in settled) return settled;
  return request.account === 'mailbox'
    ? editMailbox(request, file, directory)
    : editPerson(settled.found, request.account, file, directory, options);
}

/** True where the operator's word is needed too (5.2.b). */
export function needsOperator(edits: readonly Edit[]): boolean {
  return edits.some((edit) =>
    edit.kind === 'add-person'
      ? edit.person.addressDecision !== undefined
      : edit.kind === 'set' && edit.key === 'addressDecision',
  );
}

function findHome(
  { kind, organization }: Request,
  directory: SearchedDirectory,
  { inListOf }: ApplyOptions,
): Found<OrganizationFile> {
  const sought = kind === 'issue' || kind === 'custodian' ? 'living' : 'any';
  const found = findOrganization(organization, directory, sought);
  if ('problem' in found || inListOf === undefined || inListOf === organization) return found;
  const whole = findOrganization(inListOf, directory, sought);
  if ('problem' in whole || whole.found === found.found) return whole;
  return { problem: { code: 'row-elsewhere', args: { organization: found.found.organization.name } } };
}

function issue(
  { person: { id: written, ...fields }, namesake }: IssueRequest,
  file: OrganizationFile,
  directory: SearchedDirectory,
  freeId: string | undefined,
): AppliedRequest {
  const newcomer = {
    name: fields.name,
    id: written,
    namesake: namesake === true,
    isDecided: fields.address !== undefined,
  };
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
  { person: written, called }: RequestedPerson,
  file: OrganizationFile,
  directory: SearchedDirectory,
  { inListOf }: ApplyOptions,
): AppliedRequest {
  const target = findPerson(written, file, directory);
  if ('problem' in target) return target;
  const person = target.found;
  const { id, name } = person;
  if (called !== undefined && bare(called) !== bare(name)) {
    return { problem: { code: 'person-mismatch', args: { id, name, written: called } } };
  }
  const problem = stateProblem(request, person, directory.today);
  if (problem !== undefined) return { problem };
  const before =
    request.kind === 'terminate'
      ? succession(request, person, file, directory, inListOf !== undefined)
      : { found: [] };
  if ('problem' in before) return before;
  const edits = request.kind === 'change' ? changes(request, person) : record(request, person, id);
  if (edits.length === 0) return { problem: { code: 'nothing-changes', args: {} } };
  return editsOf(file, id, name, [...before.found, ...edits]);
}

function editMailbox(
  request: AccountRequest,
  file: OrganizationFile,
  directory: SearchedDirectory,
): AppliedRequest {
  const { id, name, mailbox = {} } = file.organization;
  if (mailbox === 'none')
    return { problem: { code: 'mailbox-none', args: { organization: calledOf(id, directory) } } };
  const problem = stateProblem(request, mailbox, directory.today);
  if (problem !== undefined) return { problem };
  const edits = record(request, mailbox, undefined);
  return { file: file.file, organization: id, key: organizationKey(id), name, edits };
}

function editsOf(file: OrganizationFile, id: string, name: string, edits: readonly Edit[]): RequestedEdits {
  return { file: file.file, organization: file.organization.id, key: personKey(id), name, edits };
}

/** Why the record does not take what is asked. */
function stateProblem(
  request: AccountRequest,
  account: AccountDeclaration,
  today: CalendarDate,
): RequestProblem | undefined {
  const { suspension, termination, passwordReset } = account;
  // Who works on until a later day has everything others have, but a second end.
  const works = isLeaving(termination, today) && request.kind !== 'terminate';
  if (termination !== undefined && !works && !isRedirected(request, termination)) {
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

/** Whoever was let go to one organization, and goes to another. */
function isRedirected(request: AccountRequest, recorded: Termination): boolean {
  if (request.kind !== 'terminate') return false;
  const { reason, to } = request.termination;
  return reason === 'transfer' && recorded.reason === 'transfer' && to !== undefined && to !== recorded.to;
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
