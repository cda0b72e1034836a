/** Why a change is made: the rule behind it and the line that asked for it, for the gravest thing it does. */
import { type Account, type AccountField, withFieldsOf } from '../../model/account/account.ts';
import { addressFields, fieldFacts, lifecycleFields } from '../../model/account/fields.ts';
import type { Declared } from '../../model/directory/declared.ts';
import type { CalendarDate, OrganizationKind } from '../../model/directory/organization.ts';
import { clauseOf, type Why } from '../../model/plan/why.ts';
import type { StateDecision } from '../decide/state.ts';
import { diffFields, type ModificationDraft, whyOf } from '../draft.ts';

const formClauses = {
  'people-committee': '5.1.a',
  provincial: '5.1.a',
  'provincial-unit': '5.1.a',
  district: '5.1.b',
  city: '5.1.b',
  'district-room': '5.1.c',
  commune: '5.1.d',
  ward: '5.1.d',
  town: '5.1.d',
} as const satisfies Record<OrganizationKind, string>;

/** The clause that gives the account's address its form. */
const formClause = ({ person, organization }: Declared): string =>
  person === undefined ? formClauses[organization.kind] : clauseOf['address-derived'];

/** The reason of a modification: the gravest thing it does, as `kindOfModification` has it. */
export function reasonFor(
  declared: Declared,
  actual: Account,
  wanted: Account,
  decision: StateDecision | undefined,
  due: CalendarDate | undefined,
  credential = false,
): Why {
  if (decision && (actual.state !== wanted.state || decision.why !== 'declared')) {
    const code = decision.why === 'declared' ? 'differs' : decision.why;
    if (actual.state !== wanted.state || actual.basis !== wanted.basis) {
      return whyOf(code, declared, { document: decision.document, due });
    }
  }
  const { declaration } = declared;
  if (actual.address !== wanted.address) {
    const { addressDecision: decided } = declaration ?? {};
    const { legacy } = declared;
    if (legacy !== undefined) {
      const code = wanted.address === legacy.address ? 'address-decided' : 'legacy-over';
      return { ...whyOf(code, declared, { document: legacy.document }), clause: clauseOf['legacy-over'] };
    }
    return decided
      ? whyOf('address-decided', declared, { document: decided.document })
      : { ...whyOf('address-derived', declared), clause: formClause(declared) };
  }
  if (actual.reset !== wanted.reset) {
    return whyOf('reset-requested', declared, { document: declaration?.passwordReset?.document });
  }
  if (credential && actual.custodian !== wanted.custodian) return whyOf('custodian-left', declared);
  const isRecord = diffFields(actual, wanted).every((field) => fieldFacts[field].firstSeen);
  return whyOf(isRecord ? 'first-seen' : 'differs', declared);
}

/** Why what is left of a change is done, where its lock or its address is held. */
export function restReasons(
  declared: Declared,
  actual: Account,
  wanted: Account,
  credential: boolean,
): NonNullable<ModificationDraft['rest']> {
  const reason = (fields: readonly AccountField[]) =>
    reasonFor(declared, actual, withFieldsOf(wanted, actual, fields), undefined, undefined, credential);
  return {
    withoutLock: reason(lifecycleFields),
    withoutAddress: reason([...lifecycleFields, ...addressFields]),
  };
}
