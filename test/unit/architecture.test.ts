/** The import table of docs/architecture.md, held against the sources: who may import whom, and what is pure. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '../../src');

/** Each room: the rooms it may import besides itself, and the packages. */
const rooms: Readonly<Record<string, { rooms: readonly string[]; packages: readonly string[] }>> = {
  version: { rooms: ['package.json'], packages: [] },
  model: { rooms: [], packages: [] },
  patience: { rooms: [], packages: [] },
  sieve: { rooms: [], packages: [] },
  naming: { rooms: ['model'], packages: [] },
  desired: { rooms: ['model', 'naming', 'schemas'], packages: ['yaml', '@scure/base', 'node:module'] },
  arrivals: { rooms: ['model', 'naming', 'desired'], packages: [] },
  rules: { rooms: ['model', 'naming'], packages: [] },
  import: { rooms: ['model', 'naming', 'desired', 'rules'], packages: [] },
  plan: { rooms: ['model', 'naming', 'sieve'], packages: ['node:crypto'] },
  notices: { rooms: ['model'], packages: ['node:crypto'] },
  forms: { rooms: ['model', 'naming', 'notices'], packages: [] },
  review: { rooms: ['model', 'forms'], packages: [] },
  report: { rooms: ['model', 'plan', 'notices'], packages: [] },
  doctor: { rooms: ['model', 'plan'], packages: [] },
  render: { rooms: ['model', 'naming'], packages: ['qr'] },
  office: { rooms: ['model', 'notices'], packages: ['docx', 'fflate', 'write-excel-file', 'node:*'] },
  apply: { rooms: ['model'], packages: ['p-limit', 'node:*'] },
  files: { rooms: ['model'], packages: ['node:*'] },
  audit: { rooms: ['model'], packages: ['node:*'] },
  credentials: { rooms: ['model'], packages: ['age-encryption', 'node:*'] },
  ldap: { rooms: ['model', 'patience'], packages: ['ldapts', 'node:*'] },
  quiet: { rooms: ['model', 'naming', 'rules', 'plan'], packages: [] },
  dovecot: { rooms: ['model', 'patience'], packages: ['p-limit', 'node:*'] },
  github: { rooms: ['model'], packages: ['@octokit/rest', 'node:*'] },
  publish: { rooms: ['model', 'naming'], packages: [] },
  embedded: { rooms: ['model'], packages: ['ldapts', 'node:*'] },
  init: { rooms: ['model', 'naming', 'files'], packages: ['node:*'] },
  sources: { rooms: ['model', 'ldap'], packages: ['csv-parse', 'read-excel-file', 'node:*'] },
  'password-page': {
    rooms: ['model'],
    packages: ['fastify', 'p-limit', 'rate-limiter-flexible', 'node:*'],
  },
  config: {
    rooms: ['model', 'files', 'ldap', 'dovecot', 'github', 'password-page'],
    packages: ['node:*'],
  },
  process: { rooms: ['model', 'files', 'render', 'ldap'], packages: ['pino', 'node:*'] },
  history: { rooms: ['model', 'files', 'desired', 'review', 'github'], packages: ['node:*'] },
  run: {
    rooms: [
      'model',
      'naming',
      'desired',
      'rules',
      'plan',
      'quiet',
      'notices',
      'report',
      'publish',
      'doctor',
      'render',
      'office',
      'apply',
      'files',
      'audit',
      'credentials',
      'ldap',
      'dovecot',
      'github',
      'config',
      'process',
    ],
    packages: ['ldapts', 'node:*'],
  },
  consent: {
    rooms: ['model', 'review', 'render', 'ldap', 'github', 'process', 'history', 'run'],
    packages: ['node:*'],
  },
  pull: {
    rooms: [
      'model',
      'forms',
      'review',
      'report',
      'render',
      'files',
      'github',
      'process',
      'history',
      'run',
      'consent',
    ],
    packages: ['node:*'],
  },
  commands: {
    rooms: [
      'model',
      'naming',
      'desired',
      'arrivals',
      'import',
      'notices',
      'forms',
      'review',
      'report',
      'publish',
      'doctor',
      'render',
      'files',
      'audit',
      'credentials',
      'office',
      'ldap',
      'github',
      'embedded',
      'init',
      'sources',
      'password-page',
      'config',
      'process',
      'history',
      'run',
      'consent',
      'pull',
    ],
    packages: ['node:*'],
  },
  usage: { rooms: ['model', 'render'], packages: ['commander'] },
  'load-command': { rooms: ['commands'], packages: [] },
  typed: {
    rooms: ['model', 'render', 'config', 'process', 'load-command', 'usage', 'version'],
    packages: ['commander'],
  },
  program: { rooms: ['model', 'render', 'process', 'usage', 'typed'], packages: ['commander'] },
  cli: { rooms: ['program'], packages: ['node:module'] },
};

/** What a room may import beside rooms: data that stands beside src/. */
const besides = new Set(['schemas', 'package.json']);

/** The pipeline inside of `plan`, in order: each folder may import those before it, and the files beside them. */
const pipeline = ['facts', 'decide', 'remarks', 'compare', 'guard', 'order', 'adoption'];

/** No clock, no process, no chance, nothing asynchronous. */
const pureRooms = new Set([
  'model',
  'naming',
  'sieve',
  'desired',
  'arrivals',
  'rules',
  'import',
  'plan',
  'quiet',
  'notices',
  'forms',
  'review',
  'report',
  'publish',
  'doctor',
  'render',
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

/** The files of src/ that a file imports, as it stands in src/. */
function imported(file: string, imports: readonly string[]): readonly string[] {
  return imports
    .filter((one) => one.startsWith('.'))
    .map((one) => relative(root, join(root, file, '..', one)));
}

const roomsOf = ({ file, imports }: Source): readonly string[] => imported(file, imports).map(roomOf);

function roomOf(file: string): string {
  return (file.split('/')[0] ?? '').replace(/\.ts$/, '');
}

describe('rooms', () => {
  it('are all in the table', () => {
    expect(new Set(sources.map(({ room }) => room))).toEqual(new Set(Object.keys(rooms)));
  });

  it('stand in an order: each imports those above it', () => {
    const order = Object.keys(rooms);
    for (const [room, { rooms: imported }] of Object.entries(rooms)) {
      const below = imported.filter((one) => !besides.has(one) && order.indexOf(one) >= order.indexOf(room));
      expect(below, room).toEqual([]);
    }
  });

  it('may import nothing that they do not', () => {
    for (const [room, allowed] of Object.entries(rooms)) {
      const used = new Set(sources.filter((one) => one.room === room).flatMap(roomsOf));
      expect(
        allowed.rooms.filter((one) => !besides.has(one) && !used.has(one)),
        room,
      ).toEqual([]);
    }
  });

  it.each(
    sources.filter(({ file }) => file.startsWith('plan/')).map((source) => [source.file, source] as const),
  )('%s imports what comes before it in the pipeline', (file, { imports }) => {
    const own = pipeline.indexOf(file.split('/')[1] ?? '');
    if (own < 0) return;
    const steps = imported(file, imports).flatMap((target) => /^plan\/([a-z]+)\//.exec(target)?.[1] ?? []);
    expect(steps.filter((step) => pipeline.indexOf(step) > own)).toEqual([]);
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
