/** The import table of docs/architecture.md, held against the sources: who may import whom, and what is pure. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '../../src');

/** Each room: the rooms it may import besides itself, and the packages. */
const rooms: Readonly<Record<string, { rooms: readonly string[]; packages: readonly string[] }>> = {
  model: { rooms: [], packages: [] },
  naming: { rooms: ['model'], packages: [] },
  sieve: { rooms: [], packages: [] },
  desired: { rooms: ['model', 'naming', 'schemas'], packages: ['yaml', 'ajv', '@scure/base'] },
  rules: { rooms: ['model', 'naming'], packages: [] },
  plan: { rooms: ['model', 'naming', 'sieve'], packages: ['node:crypto'] },
  render: { rooms: ['model', 'naming'], packages: [] },
  report: { rooms: ['model', 'plan'], packages: [] },
  review: { rooms: ['model', 'naming'], packages: [] },
  doctor: { rooms: ['model'], packages: [] },
  apply: { rooms: ['model'], packages: ['p-limit', 'node:*'] },
  files: { rooms: ['model'], packages: ['p-limit', 'node:*'] },
  patience: { rooms: [], packages: [] },
  ldap: { rooms: ['model', 'patience'], packages: ['ldapts', 'node:*'] },
  mail: { rooms: ['model', 'patience'], packages: ['p-limit', 'node:*'] },
  github: { rooms: ['model'], packages: ['@octokit/rest', 'node:*'] },
  outbox: { rooms: ['model'], packages: ['age-encryption', 'node:*'] },
  audit: { rooms: ['model'], packages: ['node:*'] },
  demo: { rooms: ['model'], packages: ['ldapts', 'node:*'] },
  commands: {
    rooms: [
      'model',
      'naming',
      'sieve',
      'desired',
      'rules',
      'plan',
      'render',
      'report',
      'review',
      'doctor',
      'apply',
      'files',
      'ldap',
      'mail',
      'github',
      'outbox',
      'audit',
      'demo',
      'config',
    ],
    packages: ['ldapts', 'pino', 'node:*'],
  },
  config: { rooms: ['model', 'files', 'ldap', 'mail', 'github'], packages: ['node:*'] },
  cli: {
    rooms: ['commands', 'config', 'model', 'render', 'usage', 'version'],
    packages: ['commander', 'node:module'],
  },
  usage: { rooms: ['model', 'render'], packages: ['commander'] },
  version: { rooms: ['package.json'], packages: [] },
};

/** Levels 0 to 2: no clock, no process, no chance, nothing asynchronous. */
const pureRooms = new Set([
  'model',
  'naming',
  'sieve',
  'desired',
  'rules',
  'plan',
  'render',
  'report',
  'review',
  'doctor',
]);
const impure =
  /\bDate\.now\(|\bnew Date\(\)|\bprocess\.|\bMath\.random\(|\basync\b|\bawait\b|\bPromise\b|\bsetTimeout\(/;

interface Source {
  readonly file: string;
  readonly room: string;
  readonly text: string;
  readonly imports: readonly string[];
}

const sources: readonly Source[] = readdirSync(root, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts') && !file.endsWith('.d.ts'))
  .map((file) => {
    const text = readFileSync(join(root, file), 'utf8');
    const imports = [...text.matchAll(/ from '([\w@.:/-]+)'|\bimport\('([^']+)'\)|^import '([^']+)'/gm)].map(
      ([, from, dynamic, bare]) => from ?? dynamic ?? bare ?? '',
    );
    return { file, room: roomOf(file), text, imports };
  });

function roomOf(file: string): string {
  return (file.split('/')[0] ?? '').replace(/\.ts$/, '');
}

describe('rooms', () => {
  it('are all in the table', () => {
    expect(new Set(sources.map(({ room }) => room))).toEqual(new Set(Object.keys(rooms)));
  });

  it.each(sources.map((source) => [source.file, source] as const))(
    '%s imports what its room may',
    (file, source) => {
      const allowed = rooms[source.room];
      for (const imported of source.imports) {
        if (imported.startsWith('.')) {
          const target = relative(root, join(root, file, '..', imported));
          const room = target.startsWith('..') ? (target.split('/')[1] ?? '') : roomOf(target);
          expect([source.room, ...(allowed?.rooms ?? [])], `${file} imports ${imported}`).toContain(room);
        } else {
          const name = /^(@[^/]+\/)?[^/]+/.exec(imported)?.[0] ?? imported;
          const matches = allowed?.packages.some(
            (one) => one === name || (one === 'node:*' && name.startsWith('node:')),
          );
          expect(matches, `${file} imports ${imported}`).toBe(true);
        }
      }
    },
  );

  it.each(sources.filter(({ room }) => pureRooms.has(room)).map((source) => [source.file, source] as const))(
    '%s is pure',
    (_file, { text }) => {
      const code = text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/\/\/.*$/gm, '');
      expect(code.match(impure)?.[0]).toBeUndefined();
    },
  );

  it.each(sources.map((source) => [source.file, source] as const))(
    '%s has at most 300 lines and says what it promises',
    (_file, { text }) => {
      expect(text.split('\n').length).toBeLessThanOrEqual(301);
      expect(text.replace(/^#!.*\n/, '')).toMatch(/^\/\*\*/);
    },
  );
});
