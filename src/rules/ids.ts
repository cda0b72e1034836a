/** Ids are stable and unique: a file is named after its organization, a person exists once. */
import type { Declared } from '../model/declared.ts';
import { settleDeclarations } from '../model/settle-declarations.ts';
import { problemAt, type Rule } from './rule.ts';

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
 * person leaves, the two are the halves of a transfer (8.2).
 */
export const duplicateIds: Rule = function* ({ declared, today }) {
  const first = new Map<string, Declared>();
  const told = new Set<string>();
  for (const account of settleDeclarations(declared, today)) {
    const other = first.get(account.key);
    if (other === undefined) {
      first.set(account.key, account);
      continue;
    }
    yield duplicateOf(account, other);
    if (!told.has(account.key)) yield duplicateOf(other, account);
    told.add(account.key);
  }
};

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
