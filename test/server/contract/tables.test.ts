/** The embedded server's tables against a real slapd: the schema it publishes and the base tree it was loaded with. */
import { readFile } from 'node:fs/promises';
import { Client } from 'ldapts';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startSlapd } from '../../../servers/launch/slapd.ts';
import { baseEntries } from '../../../src/embedded/base-tree.ts';
import { type AttributeType, attributeTypes } from '../../../src/embedded/schema/attribute-types.ts';
import { parseDn } from '../../../src/embedded/schema/dn.ts';
import { objectClasses } from '../../../src/embedded/schema/object-classes.ts';

const baseDn = 'dc=laichau,dc=gov,dc=vn';

/** A definition as slapd prints it (RFC 4512 §4.1): its names, flags, and the words after a keyword. */
interface Definition {
  readonly names: readonly string[];
  readonly text: string;
  readonly list: (keyword: string) => readonly string[];
  readonly has: (flag: string) => boolean;
}

const parseDefinition = (text: string): Definition => {
  const bare = text.replace(/(?:DESC|X-[A-Z-]+) '[^']*'/g, '');
  const list = (keyword: string): readonly string[] => {
    const match = new RegExp(`\\b${keyword} (?:\\(([^)]*)\\)|(\\S+))`).exec(bare);
    return (match?.[1] ?? match?.[2] ?? '').split(/[\s$']+/).filter((word) => word !== '');
  };
  return { text, names: list('NAME'), list, has: (flag) => new RegExp(`\\b${flag}\\b`).test(bare) };
};

const ruleNames: Readonly<Record<AttributeType['rule'], string | undefined>> = {
  caseIgnore: 'caseIgnoreMatch',
  caseExact: 'caseExactMatch',
  caseIgnoreIa5: 'caseIgnoreIA5Match',
  caseExactIa5: 'caseExactIA5Match',
  telephoneNumber: 'telephoneNumberMatch',
  integer: 'integerMatch',
  boolean: 'booleanMatch',
  generalizedTime: 'generalizedTimeMatch',
  distinguishedName: 'distinguishedNameMatch',
  objectClass: 'objectIdentifierMatch',
  attributeType: 'objectIdentifierMatch',
  uuid: 'UUIDMatch',
  csn: 'CSNMatch',
  octetString: 'octetStringMatch',
  none: undefined,
};

describe('tables of the embedded server', () => {
  let slapd: Awaited<ReturnType<typeof startSlapd>>;
  let client: Client;
  let types: Map<string, Definition>;
  let classes: Map<string, Definition>;

  const byName = (values: unknown): Map<string, Definition> => {
    const definitions = (values as string[]).map(parseDefinition);
    return new Map(definitions.flatMap((one) => one.names.map((name) => [name, one])));
  };

  beforeAll(async () => {
    slapd = await startSlapd({ baseDn });
    client = new Client({ url: slapd.url });
    await client.bind(slapd.root.dn, await readFile(slapd.root.passwordFile, 'utf8'));
    const { searchEntries } = await client.search('cn=Subschema', {
      scope: 'base',
      attributes: ['attributeTypes', 'objectClasses'],
    });
    types = byName(searchEntries[0]!.attributeTypes);
    classes = byName(searchEntries[0]!.objectClasses);
  });
  afterAll(async () => {
    await client?.unbind();
    await slapd?.stop();
  });

  /** A keyword of a type or of the type it inherits from. */
  const inherited = (name: string, keyword: string): string | undefined => {
    const definition = types.get(name);
    const [superior] = definition?.list('SUP') ?? [];
    return (
      definition?.list(keyword)[0] ?? (superior === undefined ? undefined : inherited(superior, keyword))
    );
  };

  test.each(attributeTypes)('attribute type $name is as slapd defines it', (type) => {
    const definition = types.get(type.name);
    expect(definition, 'defined').toBeDefined();
    expect(definition!.names).toEqual([type.name, ...type.aliases]);
    const given = {
      equality: inherited(type.name, 'EQUALITY'),
      ordering: inherited(type.name, 'ORDERING') !== undefined,
      substrings: inherited(type.name, 'SUBSTR') !== undefined,
      single: definition!.has('SINGLE-VALUE'),
      operational: definition!.has('USAGE'),
      serverOnly: definition!.has('NO-USER-MODIFICATION'),
    };
    expect({
      equality: ruleNames[type.rule],
      ordering: type.ordering,
      substrings: type.substrings,
      single: type.singleValued,
      operational: type.operational,
      serverOnly: type.serverOnly,
    }).toEqual(given);
  });

  /** Canonical names of what a class and its superiors list. */
  const lists = (name: string, keyword: 'MUST' | 'MAY'): Set<string> => {
    const definition = classes.get(name)!;
    const own = definition.list(keyword).map((one) => types.get(one)?.names[0] ?? one);
    const superiors = definition.list('SUP').flatMap((superior) => [...lists(superior, keyword)]);
    return new Set([...own, ...superiors]);
  };

  test.each(objectClasses)('object class $name is as slapd defines it', (objectClass) => {
    const definition = classes.get(objectClass.name);
    expect(definition, 'defined').toBeDefined();
    const kind = ['ABSTRACT', 'AUXILIARY'].find((word) => definition!.has(word)) ?? 'STRUCTURAL';
    expect(objectClass.kind.toUpperCase()).toBe(kind);
    expect(objectClass.superior).toBe(definition!.list('SUP')[0]);
    expect([...objectClass.must].sort()).toEqual([...lists(objectClass.name, 'MUST')].sort());
    const known = new Set(attributeTypes.map(({ name }) => name));
    const allowed = [...lists(objectClass.name, 'MAY')].filter((name) => known.has(name));
    expect([...objectClass.may].sort()).toEqual(allowed.sort());
  });

  test('nothing that the shipped schema defines is missing', () => {
    const ours = (definitions: Map<string, Definition>): string[] =>
      [...definitions.keys()].filter((name) => name.startsWith('danhba')).sort();
    const known = (tables: readonly { readonly name: string }[]): string[] =>
      tables.flatMap(({ name }) => (name.startsWith('danhba') ? [name] : [])).sort();
    expect(known(attributeTypes)).toEqual(ours(types));
    expect(known(objectClasses)).toEqual(ours(classes));
  });

  test('the base tree is the one of base.ldif', async () => {
    const { searchEntries } = await client.search(baseDn, { filter: '(!(userPassword=*))' });
    const shipped = searchEntries.map(({ dn, ...attributes }) => {
      const pairs = Object.entries(attributes).map(([name, values]) => [name, [values].flat().map(String)]);
      return { dn, attributes: Object.fromEntries(pairs) };
    });
    const suffix = parseDn(baseDn);
    if (!suffix.ok) throw new Error('base DN');
    const order = (a: { dn: string }, b: { dn: string }): number => (a.dn < b.dn ? -1 : 1);
    expect([...baseEntries(suffix.value, {})].sort(order)).toEqual(shipped.sort(order));
  });
});
