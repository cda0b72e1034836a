/** What the unique and constraint overlays of the shipped slapd.conf enforce: one namespace, known states, plain addresses. */
import type { Directory, Identity } from '../directory.ts';
import { type LdapResult, refuse } from '../result.ts';
import { makeFilterTest } from '../store/filter-test.ts';
import type { Controls } from '../wire/controls.ts';
import type { GivenAttribute } from './parse-attributes.ts';

const uniqueTypes = new Set(['danhbaAddress', 'danhbaKey']);
const tombstone = 'danhbatombstone';
const statePattern = /^(active|suspended|terminated)$/;

/**
 * slapo-unique (2.5) looks for other holders by a search below the suffix that inherits the controls of the
 * operation: an assertion that does not hold for the suffix entry makes that search, and so the operation, fail.
 * Whoever asserts while writing an address or key must therefore assert `(|(entryDN=SUFFIX)…)`.
 */
const checkUniqueSearch = (directory: Directory, controls: Controls): LdapResult | undefined => {
  const suffix = directory.tree.find(directory.tree.suffix.key);
  if (controls.assertion === undefined || suffix === undefined) return undefined;
  const holds = makeFilterTest(controls.assertion, () => true)(suffix) === true;
  return holds ? undefined : refuse('assertionFailed', 'unique_search failed');
};

const isTombstone = (classes: readonly string[] = []): boolean => classes.includes(tombstone);

/**
 * No value of a unique type may be on another entry; `ownId` is the entry that is being changed. The keys on
 * tombstones do not count, and a new tombstone may bring any (one that is there may not take a living key).
 */
const checkUnique = (directory: Directory, { given, ownId, controls }: Brought): LdapResult | undefined => {
  const laysTombstone = isTombstone(given.find(({ type }) => type.name === 'objectClass')?.keys);
  const unique = given.filter(
    ({ type, keys }) =>
      uniqueTypes.has(type.name) && keys.length > 0 && !(laysTombstone && type.name === 'danhbaKey'),
  );
  if (unique.length === 0) return undefined;
  const failed = checkUniqueSearch(directory, controls);
  if (failed !== undefined) return failed;
  for (const { type, keys } of unique) {
    for (const key of keys) {
      for (const id of directory.tree.holdersOf(type.name, key) ?? []) {
        const classes = directory.tree.byId(id)?.attributes.get('objectClass')?.keys;
        if (id === ownId || (type.name === 'danhbaKey' && isTombstone(classes))) continue;
        return refuse('constraintViolation', `non-unique attributes found with (|(${type.name}=${key}))`);
      }
    }
  }
  return undefined;
};

const checkPatterns = (
  directory: Directory,
  given: readonly GivenAttribute[],
  operation: 'add' | 'modify',
): LdapResult | undefined => {
  const patterns = { danhbaState: statePattern, danhbaAddress: directory.addressPattern };
  for (const { type, values } of given) {
    const pattern = patterns[type.name as keyof typeof patterns];
    if (pattern !== undefined && !values.every((value) => pattern.test(value))) {
      return refuse('constraintViolation', `${operation} breaks constraint on ${type.name}`);
    }
  }
  return undefined;
};

export interface Brought {
  readonly operation: 'add' | 'modify';
  readonly identity: Identity;
  readonly given: readonly GivenAttribute[];
  readonly ownId: number | undefined;
  readonly controls: Controls;
}

/**
 * Checks the values a request brings; both overlays look before the entry and the rights are looked at. Relax is
 * enough to pass slapo-constraint, whoever asks; slapo-unique asks for `manage` too, which is root's alone.
 */
export const checkConstraints = (directory: Directory, brought: Brought): LdapResult | undefined => {
  const { identity, controls, given, operation } = brought;
  const relaxed = controls.relax === true;
  const pattern = relaxed ? undefined : checkPatterns(directory, given, operation);
  return pattern ?? (relaxed && identity.kind === 'root' ? undefined : checkUnique(directory, brought));
};
