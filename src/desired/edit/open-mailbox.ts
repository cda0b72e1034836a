/** Gives an organization whose file says `mailbox: none` a mailbox: that one line changes, every other byte stays. */
import type { AgencyMailbox } from '../../model/directory/organization.ts';
import { parseYaml } from '../read/parse-yaml.ts';
import { inOrder } from './order.ts';
import { type Writable, writeEntry } from './write.ts';

/** What stands behind the word says why there is none, and goes with it. */
const none = /^mailbox:[ \t]+none[ \t]*(?:#.*)?(?=\r?$)/m;

/** Undefined where the file says it in another way. */
export function openMailbox(text: string, mailbox: AgencyMailbox): string | undefined {
  const value = inOrder(mailbox as unknown as Writable, ['mailbox']);
  const lineEnd = /\r\n/.test(text) ? '\r\n' : '\n';
  const opened = text.replace(none, () => writeEntry('mailbox', value, 2).join(lineEnd));
  const said = parseYaml('', opened);
  const found = (said.value as { readonly mailbox?: unknown } | null)?.mailbox;
  const isSaid = said.problems.length === 0 && JSON.stringify(found) === JSON.stringify(value);
  return opened !== text && isSaid ? opened : undefined;
}
