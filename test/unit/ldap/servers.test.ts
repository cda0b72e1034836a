/** Whatever an account has, the servers have a place for: their schemas know each attribute, and the reconciler may write it. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { classChain, findClass } from '../../../src/embedded/schema/object-classes.ts';
import { fieldCodecs, structuralClass } from '../../../src/ldap/account-codec.ts';
import type { AccountKind } from '../../../src/model/account/key.ts';

const servers = join(import.meta.dirname, '../../../servers/openldap');
const [rules, schema] = ['acl.conf', 'danhba.schema'].map((name) =>
  readFileSync(join(servers, name), 'utf8'),
);
const containers = { person: '@PEOPLE@', organization: '@ORGANIZATIONS@' } as const;

const attributesOf = (kind: AccountKind) =>
  Object.values(fieldCodecs).flatMap(({ attribute }) => attribute[kind] ?? []);

describe.each(['person', 'organization'] as const)('the entry of a %s', (kind) => {
  it('may be written by the reconciler, each attribute', () => {
    const ours = `,${containers[kind]},@BASE@`;
    const granted = (rules ?? '')
      .split(/^access to /m)
      .filter((rule) => rule.includes('filter="(danhbaKey=*)"') && rule.includes('cn=reconciler'))
      .filter((rule) => rule.includes(ours.slice(1)))
      .flatMap((rule) => /attrs=(\S+)/.exec(rule)?.[1]?.split(',') ?? []);
    expect(attributesOf(kind).filter((name) => !granted.includes(name))).toEqual([]);
  });

  it('is of classes that have each attribute', () => {
    const classes = [structuralClass[kind], 'danhbaAccount', 'danhbaEntry'].flatMap((name) => {
      const found = findClass(name);
      return found === undefined ? [] : classChain(found);
    });
    // What the server keeps by itself is of no class.
    const operational = ['pwdEndTime', 'pwdPolicySubentry'];
    const held = new Set([...classes.flatMap(({ must, may }) => [...must, ...may]), ...operational]);
    expect(attributesOf(kind).filter((name) => !held.has(name))).toEqual([]);
  });

  it('has attributes of its own that the shipped schema defines', () => {
    const own = attributesOf(kind).filter((name) => name.startsWith('danhba'));
    expect(own.filter((name) => !schema?.includes(`NAME '${name}'`))).toEqual([]);
  });
});
