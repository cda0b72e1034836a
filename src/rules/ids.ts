/** Ids are stable and unique: a file is named after its organization, a person exists once. */
import type { Declared } from '../model/directory/declared.ts';
import { settleDeclarations } from '../model/directory/settle-declarations.ts';
import { isCorrection } from '../naming/person/correction.ts';
import { problemAt, type Rule, type RuleContext } from './rule.ts';

export const fileNames: Rule = function* ({ declared }) {
  for (const account of declared) {
    if (account.kind !== 'organization') continue;
    const expected = (account.file.split(/[/\\]/).at(-1) ?? '').replace(/\.yaml$/, '');
    const { id } = account.organization;
    if (id !== expected) yield problemAt(account, ['id'], 'file-name', { id, expected });
  }
};

/**
 * Both of a pair are told and held: which one is right, only a person knows; but where one file records that the
 * person leaves, the two are the halves of a transfer (8.2), and where the server knows one of them by name at his
 * place, the other is a newcomer's slip, and his alone: nobody's lock waits for what another file says.
 */
export const duplicateIds: Rule = function* (context) {
  const first = new Map<string, Declared>();
  const told = new Set<string>();
  for (const account of settleDeclarations(context.declared, context.today)) {
    const other = first.get(account.key);
    if (other === undefined) {
      first.set(account.key, account);
      continue;
    }
    if (!isAtWork(account, other, context)) yield duplicateOf(account, other);
    if (!told.has(account.key) && !isAtWork(other, account, context)) yield duplicateOf(other, account);
    told.add(account.key);
  }
};

/** True for who the server knows by this name in this organization, where the other record is elsewhere. */
function isAtWork(
  { key, name, organization }: Declared,
  other: Declared,
  { accounts }: RuleContext,
): boolean {
  const entry = accounts.get(key);
  if (entry === undefined || entry.state === 'terminated' || other.person === undefined) return false;
  const isHere = entry.organization === organization.id && other.organization.id !== organization.id;
  return isHere && isCorrection(entry.name, name);
}

function duplicateOf(account: Declared, other: Declared) {
  const id = account.person?.id ?? account.organization.id;
  return account.kind === 'organization'
    ? problemAt(account, ['id'], 'organization-duplicate', { id, otherFile: other.file })
    : problemAt(account, ['id'], 'person-duplicate', {
        id,
        name: other.name,
        otherFile: other.file,
        otherLine: other.line,
      });
}
