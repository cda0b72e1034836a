/** What one change does, part by part: a part that is held holds nothing else of it. */
import { type AccountField, valueSeparator, withFieldsOf } from '../model/account/account.ts';
import { addressFields, lifecycleFields, readFields } from '../model/account/fields.ts';
import { changeId, type Draft, diffFields, kindOfModification, type ModificationDraft } from './draft.ts';

/** `all` is a change that cannot be divided. */
export type Part = 'lock' | 'address' | 'values' | 'all';

/** Fields that lose a value and get none instead: one that was there, or the second of two; hundreds by one merge. */
export function emptiedFields({ base, account, fields }: ModificationDraft): readonly AccountField[] {
  const valuesOf = (text: string | undefined) => text?.split(valueSeparator).length ?? 0;
  return readFields.filter(
    (field) => fields.includes(field) && valuesOf(account[field]) < valuesOf(base[field]),
  );
}

const fieldsOf = (draft: ModificationDraft, part: Part): readonly AccountField[] => {
  switch (part) {
    case 'lock':
      // A mailbox that ends may give its addresses away: it does so when it ends, and not before.
      return draft.kind === 'terminate' ? [...lifecycleFields, ...addressFields] : lifecycleFields;
    case 'address':
      return addressFields;
    case 'values':
      return emptiedFields(draft);
    case 'all':
      return draft.fields;
  }
};

/** The part alone: what an approval lets pass. */
export function onlyParts(draft: Draft, parts: ReadonlySet<Part>): Draft {
  if (!('fields' in draft)) return draft;
  const taken = [...parts].flatMap((part) => fieldsOf(draft, part));
  const account = withFieldsOf(draft.base, draft.account, taken);
  return { ...draft, account, fields: diffFields(draft.base, account) };
}

/** What is left of a change whose part is held; undefined where nothing is, or where it cannot be divided. */
export function withoutPart(draft: Draft, part: Part): ModificationDraft | undefined {
  if (!('fields' in draft) || !isDivisible(draft, part)) return undefined;
  const { base } = draft;
  const account = withFieldsOf(draft.account, base, fieldsOf(draft, part));
  const fields = diffFields(base, account);
  if (fields.length === 0 && draft.credential !== true) return undefined;
  if (draft.kind === 'transfer') return { ...draft, account, fields };
  const kind = kindOfModification(base, account, fields, draft.credential === true);
  const id = kind === draft.kind ? draft.id : changeId(kind, draft.key);
  return { ...draft, id, kind, account, fields, why: whyWithout(draft, part, kind) };
}

/** A lock never waits for an address; an emptied title never keeps anything waiting. */
export function isDivisible({ kind, base, rest }: ModificationDraft, part: Part): boolean {
  // An entry is taken over, or given back, whole or not at all.
  if (part === 'all' || kind === 'adopt' || kind === 'unadopt') return false;
  if (part === 'values') return true;
  if (part === 'address' && (kind === 'suspend' || kind === 'terminate')) return true;
  // What wakes, or gets its mailbox, does so with its address or not at all.
  return rest !== undefined && base.mailbox && base.state !== 'terminated';
}

function whyWithout(draft: ModificationDraft, part: Part, kind: ModificationDraft['kind']) {
  if (kind === draft.kind || draft.rest === undefined) return draft.why;
  return part === 'lock' && kind === 'rename' ? draft.rest.withoutLock : draft.rest.withoutAddress;
}
