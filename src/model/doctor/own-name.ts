/** What the doctor's own entry is called: no id of a person has this form, and no address that danhba derives a hyphen. */
import { personKey } from '../account/key.ts';

/** `uid`, organization and local part at once. */
export const ownName = 'danhba-doctor';

export const ownKey = personKey(ownName);
