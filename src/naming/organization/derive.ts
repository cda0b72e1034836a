/** Derives an organization's local part by 5.1.a–d, or says what is wrong with its name, parent or code. */

import type { OrganizationKind } from '../../model/directory/organization.ts';
import type { Finding } from '../../model/problems/naming.ts';
import { finding, shown } from '../finding.ts';
import { fillForm, isLabel, localPartFindings, MAX_LOCAL_PART, readLabels } from '../form.ts';
import { type FixedKind, fixedFor, isFixedKind, type NamingPolicy } from '../policy.ts';
import { abbreviate, type WordLetters } from './abbreviation.ts';
import {
  isProvince,
  joinWords,
  type NameWord,
  officeMismatch,
  properName,
  readWords,
  unmarkedWord,
  withoutCommittee,
  withoutPlaces,
  withoutProvince,
} from './name.ts';

export interface OrganizationName {
  readonly kind: OrganizationKind;
  readonly name: string;
  /** The local part of the direct manager. */
  readonly parent?: string;
  /** The registered label. */
  readonly code?: string;
  /** The recorded basis for a code that is not an accepted abbreviation: a document number. */
  readonly decision?: string;
}

export interface OrganizationDerivation {
  /** With the registered code where it is accepted, else with the suggested one; null where none can be made. */
  readonly localPart: string | null;
  /** With the registered code as it stands, whatever the findings say of it; null where none can be made. */
  readonly registered: string | null;
  readonly findings: readonly Finding[];
  /** Each word with the letters it gives, for the explanation; empty for the fixed local parts. */
  readonly parts: readonly WordLetters[];
  /** Codes accepted without a recorded basis, the suggestion first. */
  readonly alternatives: readonly string[];
  /** Local parts made of `alternatives`, in the same order; empty where the form is missing. */
  readonly localParts: readonly string[];
}

/** What a name gives: the accepted codes and how they came about, or findings. */
interface Codes {
  readonly accepted: readonly string[];
  readonly parts: readonly WordLetters[];
  readonly findings: readonly Finding[];
  /** The proper name joined, which a town may not use as its code (5.1.d). */
  readonly fullName?: string;
}

const none = (...findings: Finding[]): Codes => ({ accepted: [], parts: [], findings });

const wholeWords = (words: readonly NameWord[]): WordLetters[] =>
  words.map(({ text, ascii }) => ({ word: text, letters: ascii }));

function officeCodes(
  words: readonly NameWord[],
  org: OrganizationName,
  parent: string | undefined,
  policy: NamingPolicy,
): Codes {
  const mismatch = officeMismatch(words, org.kind);
  if (mismatch) return none(mismatch);
  const body =
    org.kind === 'district-room' && parent !== undefined
      ? withoutPlaces(words, parent, policy)
      : withoutProvince(words, policy);
  const { accepted, words: parts } = abbreviate(body);
  return accepted.length > 0
    ? { accepted, parts, findings: [] }
    : none(finding('name-no-words', { name: shown(org.name) }));
}

function placeCodes(
  words: readonly NameWord[],
  org: OrganizationName & { readonly kind: 'district' | 'commune' | 'ward' | 'town' },
  parent: string | undefined,
  policy: NamingPolicy,
): Codes {
  const { name, findings } = properName(words, org.kind, parent, policy);
  if (findings.length > 0) return none(...findings);
  if (name.length === 0) return none(finding('name-no-words', { name: shown(org.name) }));
  const fullName = joinWords(name);
  if (org.kind !== 'town') return { accepted: [fullName], parts: wholeWords(name), findings: [] };
  const { words: initials } = abbreviate(name);
  const accepted = [...new Set([`tt${initials.map(({ letters }) => letters).join('')}`, `tt${fullName}`])];
  return { accepted, parts: [{ word: 'Thị trấn', letters: 'tt' }, ...initials], findings: [], fullName };
}

/** The provincial People's Committee and the city of the province: names that stand for the one local part written out. */
function fixedCodes(
  words: readonly NameWord[],
  org: OrganizationName,
  kind: FixedKind,
  policy: NamingPolicy,
): Codes {
  if (kind === 'city') {
    const { name, findings } = properName(words, kind, undefined, policy);
    if (findings.length > 0) return none(...findings);
    if (name.length === 0) return none(finding('name-no-words', { name: shown(org.name) }));
    if (isProvince(name, policy)) return { accepted: [fixedFor(kind, policy)], parts: [], findings: [] };
  } else {
    const rest = withoutCommittee(words);
    const itself = rest !== words && withoutProvince(rest, policy).length === 0;
    if (itself) return { accepted: [fixedFor(kind, policy)], parts: [], findings: [] };
  }
  return none(finding('name-kind-mismatch', { kind, found: shown(org.name) }));
}

function codesOf(org: OrganizationName, parent: string | undefined, policy: NamingPolicy): Codes {
  const { words, findings } = readWords(org.name);
  if (findings.length > 0) return none(...findings);
  const unmarked = unmarkedWord(words);
  if (unmarked !== undefined) return none(finding('name-unmarked', { word: unmarked }));
  switch (org.kind) {
    case 'people-committee':
    case 'city':
      return fixedCodes(words, org, org.kind, policy);
    case 'district':
    case 'commune':
    case 'ward':
    case 'town':
      return placeCodes(words, { ...org, kind: org.kind }, parent, policy);
    default:
      return officeCodes(words, org, parent, policy);
  }
}

const needsParent: ReadonlySet<OrganizationKind> = new Set<OrganizationKind>([
  'provincial-unit',
  'district-room',
  'commune',
  'ward',
  'town',
]);

const usesParent = (template: string | undefined): boolean => template?.includes('{parent}') ?? false;

/** The parent as far as the form uses it, and what is wrong with it. */
function readParent(org: OrganizationName, policy: NamingPolicy): { parent?: string; findings: Finding[] } {
  if (org.parent === undefined) {
    const isNeeded = needsParent.has(org.kind) || usesParent(formOf(org, policy));
    return { findings: isNeeded ? [finding('parent-missing', { kind: org.kind })] : [] };
  }
  const parent = readLabels(org.parent);
  if (parent === undefined) return { findings: [finding('parent-form', { parent: shown(org.parent) })] };
  const province = parent === fixedFor('people-committee', policy);
  // A room belongs to a district (5.1.c); everything else without a parent in its form hangs under the province.
  const unexpected = org.kind === 'district-room' ? province : !needsParent.has(org.kind) && !province;
  if (unexpected) return { findings: [finding('parent-unexpected', { kind: org.kind, parent })] };
  return { parent, findings: [] };
}

/** The name of the form that applies: units directly under the province have one of their own since 1 July 2025. */
function formName(kind: OrganizationKind, parent: string | undefined, policy: NamingPolicy): string {
  const place = kind === 'commune' || kind === 'ward' || kind === 'town';
  return place && parent === fixedFor('people-committee', policy) ? `${kind}-of-province` : kind;
}

/** The template of an organization's local part, a fixed one being its own; undefined where the policy has none. */
export function formOf(org: OrganizationName, policy: NamingPolicy): string | undefined {
  if (isFixedKind(org.kind)) return fixedFor(org.kind, policy);
  return policy.forms[formName(org.kind, readLabels(org.parent ?? ''), policy)];
}

/** What is wrong with the registered code; nothing where it is accepted or has its basis. */
function codeFindings(org: OrganizationName, codes: Codes): Finding[] {
  if (org.code === undefined) return [];
  if (!isLabel(org.code)) return [finding('code-form', { code: shown(org.code) })];
  const code = org.code.toLowerCase();
  const [expected] = codes.accepted;
  if (expected === undefined || codes.accepted.includes(code)) return [];
  switch (org.kind) {
    case 'people-committee':
    case 'city':
      return [finding('code-fixed', { code, expected, kind: org.kind })];
    case 'district':
    case 'commune':
    case 'ward':
      return [finding('code-full-name', { code, expected, kind: org.kind })];
    default:
      if (code === codes.fullName)
        return [finding('code-town-full-name', { code, accepted: codes.accepted })];
      return org.decision === undefined
        ? [finding('code-not-accepted', { code, accepted: codes.accepted })]
        : [];
  }
}

/** The local part that the registered code gives: a code or a parent that is refused still has one, and is told. */
function registeredLocalPart(org: OrganizationName, template: string, codes: Codes): string | null {
  const parent = readLabels(org.parent ?? '');
  if (org.code === undefined || !isLabel(org.code)) return null;
  if (parent === undefined && usesParent(template)) return null;
  // The full name of a town is not its code (5.1.d): where the name cannot be read, it is unknown.
  const isUnread = org.kind === 'town' && codes.fullName === undefined && template.includes('{name}');
  return isUnread ? null : fillOrganizationForm(template, org.code.toLowerCase(), parent, codes);
}

const fillOrganizationForm = (
  template: string,
  code: string,
  parent: string | undefined,
  { fullName }: Codes,
): string => fillForm(template, { code, name: fullName ?? code, parent: parent ?? '' });

/** 5.1: the local part of an organization, by the form of its kind, and what is wrong with its name, parent or code. */
export function deriveOrganization(org: OrganizationName, policy: NamingPolicy): OrganizationDerivation {
  const { parent, findings: parentFindings } = readParent(org, policy);
  const codes = codesOf(org, parent, policy);
  const wrongCode = codeFindings(org, codes);
  const template = formOf(org, policy);
  const findings = [...codes.findings, ...parentFindings, ...wrongCode];
  if (template === undefined && parentFindings.length === 0) {
    findings.push(finding('form-missing', { kind: org.kind, form: formName(org.kind, parent, policy) }));
  }
  const { accepted: alternatives, parts } = codes;
  const registered = template === undefined ? null : registeredLocalPart(org, template, codes);
  const [suggested] = alternatives;
  const parentLacks = parent === undefined && (needsParent.has(org.kind) || usesParent(template));
  if (suggested === undefined || template === undefined || parentLacks) {
    return { localPart: null, registered, findings, parts, alternatives, localParts: [] };
  }
  const make = (code: string): string => fillOrganizationForm(template, code, parent, codes);
  const own = org.code === undefined || wrongCode.length > 0 ? suggested : org.code.toLowerCase();
  const wrong = localPartFindings(make(own), org.kind, policy);
  // A registered code that cannot be an address is told, and the suggestion shown in its stead.
  const localPart = make(wrong.length === 0 ? own : suggested);
  const usable = localPart.length <= MAX_LOCAL_PART;
  return {
    localPart: usable ? localPart : null,
    registered,
    findings: [...findings, ...wrong],
    parts,
    alternatives,
    localParts: alternatives.map(make),
  };
}
