/** What a change carries out of a record, and what counts as saying something else. */
import { describe, expect, it, test } from 'vitest';
import type { AccountField } from '../../../src/model/account/account.ts';
import type { Change, ChangeKind } from '../../../src/model/plan/plan.ts';
import type { WhyCode } from '../../../src/model/plan/why.ts';
import { type Aspect, askedOf, saidIn, textOfAspect } from '../../../src/review/carried.ts';

const asked = (kind: ChangeKind, code: WhyCode, fields: readonly AccountField[] = []) =>
  askedOf({ kind, why: { code, clause: '' }, fields } as Partial<Change> as Change).map(
    ({ kind: told, aspect }) => `${told}: ${aspect.join(' ')}`,
  );
const lifecycle: readonly AccountField[] = ['state', 'since', 'reason', 'basis', 'lockedOn', 'locked'];
const addresses: readonly AccountField[] = ['address', 'addresses', 'former', 'renamedOn'];
const addressed = 'name nameParts nameChange names home address addressDecision aliases';

describe('a change was asked for by', () => {
  test.each<[ChangeKind, WhyCode, readonly AccountField[], readonly string[]]>([
    ['create', 'declared', [], ['create: home', 'create: record']],
    ['suspend', 'suspension-declared', lifecycle, ['suspend: suspension']],
    ['suspend', 'suspension-declared', [...lifecycle, 'phone'], ['suspend: suspension', 'update: phone']],
    [
      'suspend',
      'suspension-declared',
      [...lifecycle, ...addresses],
      ['suspend: suspension', `rename: ${addressed}`],
    ],
    ['restore', 'restoration-declared', [...lifecycle, 'restored'], ['restore: restoration']],
    ['terminate', 'termination-declared', [...lifecycle, ...addresses], ['terminate: termination']],
    ['terminate', 'dissolved', lifecycle, ['terminate: dissolved']],
    ['transfer', 'moved', [...lifecycle, ...addresses], ['transfer: home']],
    ['transfer', 'termination-declared', lifecycle, ['transfer: termination']],
    ['reset', 'reset-requested', ['reset'], ['reset: passwordReset']],
    ['reset', 'custodian-left', ['custodian'], ['reset: record', 'update: custodian']],
    ['update', 'differs', ['phone', 'title'], ['update: phone', 'update: title']],
    ['update', 'differs', ['family', 'given', 'name'], ['update: name nameParts nameChange']],
    ['update', 'differs', ['organizationName'], ['update: names home']],
    ['update', 'differs', ['notice', 'noticedOn'], ['update: suspension']],
    ['update', 'first-seen', ['lockedOn'], ['update: record']],
    ['update', 'differs', ['addresses'], [`update: ${addressed}`]],
    ['rename', 'address-derived', [...addresses, 'title'], [`rename: ${addressed}`, 'update: title']],
    ['password-policy', 'policy-declared', [], ['password-policy: record']],
  ])('%s (%s) of %j', (kind, code, fields, told) => {
    expect(asked(kind, code, fields)).toEqual(told);
  });
});

describe('a record says the same', () => {
  const file = (person: object, more: object = {}) => ({
    id: 'soa',
    name: 'Sở A',
    people: [person],
    ...more,
  });
  const person = { id: 'LC-1', name: 'An', aliases: ['a', 'b'], suspension: { date: 'x', document: 'y' } };
  const text = (value: unknown, aspect: Aspect = ['record'], id = 'LC-1') =>
    textOfAspect(saidIn(value, { kind: 'person', id }), aspect);
  const before = text(file(person));

  test.each<[string, object]>([
    [
      'in another order',
      { suspension: { document: 'y', date: 'x' }, aliases: ['a', 'b'], name: 'An', id: 'LC-1' },
    ],
    ['with an empty list', { ...person, groups: [] }],
    ['with what is so anyway', { ...person, privileged: false }],
  ])('%s', (_, same) => {
    expect(text(file(same))).toBe(before);
  });

  test.each<[string, object]>([
    ['with another value', { ...person, name: 'Án' }],
    ['with its list in another order', { ...person, aliases: ['b', 'a'] }],
    ['with a key less', { id: 'LC-1', name: 'An', aliases: ['a', 'b'] }],
    ['with true', { ...person, privileged: true }],
  ])('but not %s', (_, other) => {
    expect(text(file(other))).not.toBe(before);
  });

  it('whatever becomes of its organization, unless that is asked', () => {
    const other = file(person, { name: 'Sở Á', dissolved: { date: 'x' } });
    expect(text(other)).toBe(before);
    expect(text(other, ['names'])).not.toBe(text(file(person), ['names']));
    expect(text(other, ['dissolved'])).not.toBe(text(file(person), ['dissolved']));
    expect(text(other, ['home'])).toBe(text(file(person), ['home']));
    expect(text(file(person, { id: 'sob' }), ['home'])).not.toBe(text(file(person), ['home']));
  });

  test.each<[string, unknown]>([
    ['no file', undefined],
    ['a list', [person]],
    ['people who are no list', { id: 'soa', people: 'LC-1' }],
    ['an item that is none', { id: 'soa', people: [null, 'LC-1', 3] }],
  ])('nothing, where the file is %s', (_, value) => {
    expect(saidIn(value, { kind: 'person', id: 'LC-1' })).toBeUndefined();
  });

  test.each<[unknown, object | undefined]>([
    [{ aliases: ['x'] }, { aliases: ['x'], name: 'Sở A' }],
    [undefined, { name: 'Sở A' }],
    ['none', { mailbox: 'none', name: 'Sở A' }],
  ])('an organization says what its mailbox does, and what it is called: %j', (mailbox, record) => {
    const value = { id: 'soa', name: 'Sở A', people: [person], ...(mailbox !== undefined && { mailbox }) };
    const said = saidIn(value, { kind: 'organization', id: 'soa' })?.record;
    expect(said && JSON.parse(JSON.stringify(said))).toEqual(record);
    expect(saidIn(value, { kind: 'organization', id: 'sob' })).toBeUndefined();
  });

  it('an organization under another parent has another home', () => {
    const home = (parent: string) =>
      textOfAspect(saidIn({ id: 'soa', parent }, { kind: 'organization', id: 'soa' }), ['home']);
    expect(home('ubnd')).not.toBe(home('muongte'));
  });
});
