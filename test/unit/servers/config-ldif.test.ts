/** servers/openldap/config says what the files of a new server say, and gives others' rules their turn. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseRules, renderAccess } from '../../../tools/config-ldif/access.ts';
import { renderFiles } from '../../../tools/config-ldif/files.ts';
import { attributeNames } from '../../../tools/config-ldif/schema.ts';
import { parseSettings } from '../../../tools/config-ldif/settings.ts';
import { readSources } from '../../../tools/config-ldif/write.ts';

const folder = join(import.meta.dirname, '../../../servers/openldap/config');
const sources = readSources();
const files = renderFiles(sources);

/** An LDIF file without its comments, each value on one line. */
const unfolded = (text: string): readonly string[] =>
  text
    .replace(/^#.*\n/gm, '')
    .replace(/\n /g, '')
    .split('\n');

describe('the files for a server that is there already', () => {
  it('are those that the files of a new server make (npm run config-ldif)', () => {
    expect(readdirSync(folder).sort()).toEqual(Object.keys(files).sort());
    for (const [name, text] of Object.entries(files)) {
      expect(readFileSync(join(folder, name), 'utf8'), name).toBe(text);
    }
  });

  it('have every definition of the schema', () => {
    const lines = unfolded(files['10-schema.ldif']!);
    const definitions = sources.schema.match(/^(attributetype|objectclass|objectidentifier) /gm)!;
    expect(lines.filter((line) => line.startsWith('olc'))).toHaveLength(definitions.length);
    expect(lines).toContain(
      "olcAttributeTypes: ( danhbaAttribute:13 NAME 'danhbaCount' DESC 'number of managed entries after the last complete run' EQUALITY integerMatch ORDERING integerOrderingMatch SYNTAX 1.3.6.1.4.1.1466.115.121.1.27 SINGLE-VALUE )",
    );
  });

  it('have every module and overlay of slapd.conf but those a server has, or needs for replicas alone', () => {
    const { modules, overlays } = parseSettings(sources.conf);
    const added = unfolded(files['20-modules.ldif']!).flatMap(
      (line) => /^olcModuleLoad: (?:\{0\})?(.+)/.exec(line)?.[1] ?? [],
    );
    expect(modules.filter((name) => !added.includes(name))).toEqual(['back_mdb', 'syncprov']);
    const all = Object.values(files).flatMap(unfolded);
    expect(overlays.map(({ name }) => name).filter((name) => !all.includes(`olcOverlay: ${name}`))).toEqual([
      'syncprov',
    ]);
  });

  it('have every entry of base.ldif but the suffix', () => {
    const dns = (text: string) => [...text.matchAll(/^dn: (.*)/gm)].map(([, dn]) => dn);
    expect([...dns(files['50-containers.ldif']!), ...dns(files['55-accounts.ldif']!)]).toEqual([
      ...dns(sources.base).filter((dn) => dn !== '@BASE@'),
      'cn=before,ou=policies,@BASE@',
    ]);
  });
});

describe('the access rules', () => {
  const values = renderAccess(sources.acl, attributeNames(sources.schema));

  it('give danhba’s accounts what acl.conf gives them, rule by rule', () => {
    const rightsOf = (value: string) =>
      [...value.matchAll(/ by (dn\.exact="[^"]+") (\S+)/g)].map(([, who, right]) => `${who} ${right}`);
    for (const { what, by } of parseRules(sources.acl)) {
      const given = by.filter(({ who }) => who.startsWith('dn.exact='));
      const beside = values.filter((value) => value.replace(/^\{\d+\}to /, '').startsWith(`${what} by `));
      expect(beside.length, what).toBeGreaterThan(0);
      expect(
        beside.some((value) => given.every(({ who, right }) => rightsOf(value).includes(`${who} ${right}`))),
        what,
      ).toBe(true);
    }
  });

  it('let everybody else go on, but for what came with danhba', () => {
    const ends = values.filter((value) => !value.endsWith(' by * break'));
    expect(ends.map((value) => value.replace(/ by .*$/, '').replace(/^(.{90}).*$/, '$1…'))).toEqual([
      '{0}to dn.subtree="@BASE@" attrs=danhbaOperatorLock,authTimestamp',
      '{1}to dn.subtree="@BASE@" attrs=danhbaKey,danhbaOrganization,danhbaAddress,danhbaState,dan…',
      '{9}to dn.exact="cn=planner,ou=services,@BASE@" attrs=userPassword',
      '{10}to dn.exact="cn=reconciler,ou=services,@BASE@" attrs=userPassword',
      '{11}to dn.exact="cn=mailserver,ou=services,@BASE@" attrs=userPassword',
      '{12}to dn.exact="cn=passwordpage,ou=services,@BASE@" attrs=userPassword',
      '{13}to dn.exact="cn=addressbook,ou=services,@BASE@" attrs=userPassword',
      '{15}to attrs=pwdHistory',
      '{29}to dn.one="ou=tombstones,@BASE@"',
      '{70}to dn.one="ou=tombstones,@BASE@"',
    ]);
  });

  it('leave danhba’s accounts nothing that the rules after them could give', () => {
    const last = values.at(-1)!;
    expect(last).toMatch(/^\{\d+\}to dn\.subtree="@BASE@" by /);
    for (const name of ['planner', 'reconciler', 'mailserver', 'passwordpage', 'addressbook']) {
      expect(last).toMatch(new RegExp(` by dn\\.exact="cn=${name},ou=services,@BASE@" (read|search|none) `));
    }
  });

  it('name nobody by a pattern, for which every reader of the server would wait', () => {
    expect(values.filter((value) => / by (dn\.regex|group|set)/.test(value))).toEqual([]);
  });

  it('are numbered without a gap', () => {
    expect(values.map((value) => Number(/^\{(\d+)\}/.exec(value)?.[1]))).toEqual([...values.keys()]);
  });

  it('are read line by line: what is no rule is told', () => {
    expect(() => parseRules('access to *\n  by * read\nby * none\n')).toThrow(
      /not a line of a rule: by \* none/,
    );
  });
});
