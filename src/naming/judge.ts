/** Judges one name with its address: what it gets, whether that may be used as it is, and what else it could get. */
import type { Finding } from '../model/problems/naming.ts';
import { readAddress } from './address.ts';
import { finding } from './finding.ts';
import { addressOf, isLabel, localPartFindings, readForm, readLabels } from './form.ts';
import { deriveOrganization, formOf, type OrganizationDerivation } from './organization/derive.ts';
import { digitSpares, freeCandidates, personSpares } from './person/candidates.ts';
import { derivePerson, isAsked, type PersonDerivation } from './person/derive.ts';
import type { NamingPolicy } from './policy.ts';
import { type NamingRequest, type OrganizationRequest, type PersonRequest, readRequest } from './request.ts';

export interface Judgement {
  /** The given address where it is accepted, else the derived one; null where nothing can be derived. */
  readonly localPart: string | null;
  readonly address: string | null;
  readonly accepted: boolean;
  readonly problems: readonly Finding[];
  readonly candidates: readonly string[];
}

/** A judgement before anybody else's addresses are known. */
export interface Assessment {
  readonly kind: NamingRequest['kind'];
  readonly localPart: string | null;
  readonly findings: readonly Finding[];
  /** Other local parts the name could have, best first. */
  readonly spares: () => Iterable<string>;
  /** Whether the spares are worth showing without a collision: a code is missing or refused. */
  readonly offers: boolean;
}

/** 5.2.b: begins with the given name, has something of the other names, and keeps the suffix. */
function judgeDecided(
  localPart: string,
  person: PersonDerivation,
  request: PersonRequest,
  policy: NamingPolicy,
): Finding[] {
  const suffix = readLabels(request.suffix);
  const template = policy.forms.person;
  if (suffix === undefined || template === undefined) return [];
  const given = person.parts ? [person.parts.given] : person.syllables;
  // A one-syllable name has nothing else to add.
  const alone = person.parts ? person.parts.initials === '' : person.syllables.length === 1;
  const keeps = given.some(
    (syllable) =>
      readForm(template, { given: syllable, suffix }, 'initials', { mayBeEmpty: alone })(localPart) !==
      undefined,
  );
  if (keeps) return localPartFindings(localPart, 'person', policy);
  return [finding('address-decided-form', { address: addressOf(localPart, policy), given, suffix })];
}

function assessPerson(request: PersonRequest, policy: NamingPolicy): Assessment {
  const person = derivePerson(request, policy);
  const suffix = readLabels(request.suffix);
  const assess = (localPart: string | null, findings: readonly Finding[]): Assessment => ({
    kind: 'person',
    localPart,
    findings,
    spares: () => {
      if (localPart === null || suffix === undefined) return [];
      return person.parts ? personSpares(person.parts, suffix, policy) : digitSpares(localPart);
    },
    offers: false,
  });
  if (request.address === undefined) return assess(person.localPart, person.findings);
  const given = readAddress(request.address, policy);
  if (given.finding) return assess(person.localPart, [...person.findings, given.finding]);

  if (request.decision !== undefined) {
    const wrong = judgeDecided(given.localPart, person, request, policy);
    // The decision answers what the name leaves open, and replaces a derived address that cannot be used.
    const open = person.findings.filter(
      ({ code }) => code !== 'address-length' && code !== 'address-reserved',
    );
    const findings = isAsked(open) ? wrong : [...open, ...wrong];
    return assess(findings.length === 0 ? given.localPart : person.localPart, findings);
  }
  if (person.localPart === null || given.localPart === person.localPart) {
    return assess(person.localPart, person.findings);
  }
  const differs = finding('address-differs', {
    address: addressOf(given.localPart, policy),
    expected: addressOf(person.localPart, policy),
    of: 'person',
  });
  return assess(person.localPart, [...person.findings, differs]);
}

/** The code inside a given address, by the form of the kind. */
function codeOf(localPart: string, request: OrganizationRequest, policy: NamingPolicy): string | undefined {
  const template = formOf(request, policy)?.replace('{name}', '{code}');
  if (!template?.includes('{code}')) return undefined;
  return readForm(template, { parent: readLabels(request.parent ?? '') ?? '' }, 'code')(localPart);
}

function assessOrganization(request: OrganizationRequest, policy: NamingPolicy): Assessment {
  const assess = (organization: OrganizationDerivation, ...more: Finding[]): Assessment => {
    const findings = [...organization.findings, ...more];
    const codeRefused = findings.some(({ code }) => /^(?:code-|address-(?:reserved|fixed))/.test(code));
    return {
      kind: request.kind,
      localPart: organization.localPart,
      findings,
      // A refused code may be replaced by any accepted one, a good one only by another.
      spares: () =>
        organization.localParts.filter((spare) => codeRefused || spare !== organization.localPart),
      offers: codeRefused || (request.code === undefined && request.address === undefined),
    };
  };
  const derived = deriveOrganization(request, policy);
  if (request.address === undefined) return assess(derived);
  const given = readAddress(request.address, policy);
  if (given.finding) return assess(derived, given.finding);
  if (derived.localPart === null || given.localPart === derived.localPart) return assess(derived);

  const code = codeOf(given.localPart, request, policy);
  if (request.code === undefined && code !== undefined && isLabel(code)) {
    const withCode = deriveOrganization({ ...request, code }, policy);
    // An accepted code that the form does not use makes no address of it.
    if (withCode.findings.length > 0 || withCode.localPart === given.localPart) return assess(withCode);
  }
  const differs = finding('address-differs', {
    address: addressOf(given.localPart, policy),
    expected: addressOf(derived.localPart, policy),
    of: 'organization',
  });
  return assess(derived, differs);
}

/** The assessment of a line that could not be read as a request. */
export const refuse = (findings: readonly Finding[]): Assessment => ({
  kind: 'person',
  localPart: null,
  findings,
  spares: () => [],
  offers: false,
});

/** Assesses a value of any shape. */
export function assessUnknown(value: unknown, policy: NamingPolicy): Assessment {
  const { request, findings } = readRequest(value);
  if (request === undefined) return refuse(findings);
  return request.kind === 'person' ? assessPerson(request, policy) : assessOrganization(request, policy);
}

/** The judgement, once it is known which local parts others have and whether this one's is among them. */
export function conclude(
  assessment: Assessment,
  collision: Finding | undefined,
  isTaken: (localPart: string) => boolean,
  policy: NamingPolicy,
): Judgement {
  const { kind, localPart, findings, spares } = assessment;
  const problems = collision ? [...findings, collision] : findings;
  const wanted = assessment.offers || collision !== undefined;
  return {
    localPart,
    address: localPart === null ? null : addressOf(localPart, policy),
    accepted: problems.length === 0,
    problems,
    candidates: wanted ? freeCandidates(spares(), isTaken, kind, policy) : [],
  };
}

/** Judges one request of any shape, as if nobody else had an address. Never throws. */
export const judge = (value: unknown, policy: NamingPolicy): Judgement =>
  conclude(assessUnknown(value, policy), undefined, () => false, policy);
