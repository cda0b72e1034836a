// Breaks each `by` line, filter and value of servers/openldap/acl.conf, one at a time, and tells what no test notices.
//
//   node tools/break-acl.mjs [LINES]      in a clone of its own: it rewrites acl.conf, and puts it back at the end
//
// LINES: 1-40,52. About 250 mutations, some seconds each. Known to pass unnoticed, since another rule says the same:
// whoever may add below ou=danhba but not delete needs no `add` on the sentinel's entry alone, and the other way round.

import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';

const file = 'servers/openldap/acl.conf';
const text = readFileSync(file, 'utf8');
const lines = text.split('\n');

const wider = {
  none: 'read',
  search: 'read',
  auth: 'read',
  read: 'write',
  add: 'write',
  delete: 'write',
  '=w': 'write',
  '=xw': 'write',
};

const headOf = (at) => (lines[at].startsWith('access to') ? at : headOf(at - 1));

function mutationsOf(line, at) {
  if (line.startsWith('access to')) {
    const without = (what, pattern) => [{ at, line: line.replace(pattern, ''), kind: `no ${what}` }];
    return [
      ...(/ filter="/.test(line) ? without('filter', / filter="[^"]*"/) : []),
      ...(/ val/.test(line) ? without('value', / val(\.regex)?="[^"]*"/) : []),
    ];
  }
  const [, who, right] = /^ {2}by (\S+(?:="[^"]*")?) (\S+)$/.exec(line) ?? [];
  if (who === undefined) return [];
  const head = lines[headOf(at)];
  const set = (whom, what) => ({
    at,
    line: `  by ${whom} ${what}`,
    kind: `by ${whom.split(',')[0]} ${what}`,
  });
  // What the server alone writes takes `manage`; read access to `children` gives nobody anything.
  const more = /attrs=authTimestamp/.test(head) && right === 'read' ? 'manage' : wider[right];
  const most = /attrs=children/.test(head) && right === 'none' ? 'write' : more;
  // Below people, organizations and tombstones all but the reconciler have found their rule before.
  const alone = lines[at - 1].startsWith('access to') && !lines[at + 1]?.startsWith('  by');
  return [
    ...(right === 'none' ? [] : [set(who, 'none')]),
    ...(most === undefined ? [] : [set(who, most)]),
    ...(who === 'self' || (who.startsWith('dn.exact') && right !== 'break' && !alone)
      ? [set('users', right)]
      : []),
  ];
}

const wanted = process.argv[2]?.split(',').flatMap((part) => {
  const [from, to = from] = part.split('-').map(Number);
  return Array.from({ length: to - from + 1 }, (_, index) => from + index);
});
const tests = ['slapd-acl', 'slapd-acl-values', 'contract-slapd'].map(
  (name) => `test/server/${name}.test.ts`,
);
const mutations = lines.flatMap(mutationsOf).filter(({ at }) => wanted?.includes(at + 1) ?? true);
let survivors = 0;
try {
  for (const { at, line, kind } of mutations) {
    writeFileSync(file, lines.with(at, line).join('\n'));
    // The crowd takes half of the time, and asks for no rights.
    const options = ['vitest', 'run', '--project', 'server', '--bail', '1', '-t', '^(?!.*in flight).*$'];
    const { status } = spawnSync('npx', [...options, ...tests], { encoding: 'utf8' });
    if (status === 0) survivors++;
    const rule = lines[headOf(at)].slice('access to '.length, 120);
    process.stdout.write(`${status === 0 ? 'SURVIVED' : 'noticed'} ${at + 1} ${kind}: ${rule}\n`);
  }
} finally {
  writeFileSync(file, text);
}
process.stdout.write(`${mutations.length} mutations, ${survivors} survivors\n`);
process.exitCode = survivors === 0 ? 0 : 1;
