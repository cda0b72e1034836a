/** A chain that somebody touched never verifies, whatever was touched; only its end needs a hash kept elsewhere. */

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readLines } from '../../../src/audit/lines.ts';
import { type AuditEvent, type ChainHead, chain, hashOf, origin } from '../../../src/audit/record.ts';
import { type Verdict, verifyLines } from '../../../src/audit/verify.ts';
import { canonicalJson } from '../../../src/model/text/json.ts';

const text = fc.string({ unit: 'grapheme', maxLength: 12 });
const event: fc.Arbitrary<AuditEvent> = fc.oneof(
  fc.record({ event: fc.constant('begin' as const), today: text }),
  fc.record({
    event: fc.constant('plan' as const),
    plan: text,
    changes: fc.nat(),
    held: fc.nat(),
    intends: fc.array(text, { maxLength: 3 }),
  }),
  fc.record(
    {
      event: fc.constant('outcome' as const),
      plan: text,
      operation: fc.constantFrom('create', 'delete'),
      key: text,
      outcome: fc.constantFrom('applied', 'failed'),
      detail: text,
    },
    { requiredKeys: ['event', 'plan', 'operation', 'key', 'outcome'] },
  ),
  fc.record({ event: fc.constant('end' as const), exit: fc.nat(4), outcomes: fc.constant({ applied: 1 }) }),
);
const chains = fc.array(event, { minLength: 2, maxLength: 8 }).map(linesOf);

interface Chain {
  readonly lines: readonly string[];
  readonly heads: readonly ChainHead[];
}

function linesOf(events: readonly AuditEvent[]): Chain {
  const lines: string[] = [];
  const heads: ChainHead[] = [];
  for (const one of events) {
    const next = chain(heads.at(-1) ?? origin, '2026-11-23T01:00:00.000Z', { run: 'a', commit: 'b' }, one);
    lines.push(next.line);
    heads.push(next.head);
  }
  return { lines, heads };
}

/** In pieces of that size, as a disk may give them. */
async function verify(bytes: string | Uint8Array, kept?: string, size = 7): Promise<Verdict> {
  const all = Buffer.from(bytes);
  async function* pieces() {
    for (let at = 0; at < all.length; at += size) yield all.subarray(at, at + size);
  }
  return await verifyLines(readLines(pieces()), kept);
}

const brokenOf = async (lines: readonly string[]) => (await verify(lines.join(''))).broken;

/** A position in a list of that length. */
const within = (length: number, seed: number) => seed % length;

describe('a chain', () => {
  it('holds, in whatever pieces it is read, and has every head', async () => {
    await fc.assert(
      fc.asyncProperty(chains, fc.nat(), fc.integer({ min: 1, max: 300 }), async (made, at, size) => {
        const kept = within(made.heads.length, at);
        const verdict = await verify(made.lines.join(''), made.heads[kept]?.hash, size);
        expect(verdict.broken).toBeUndefined();
        expect(verdict.head).toMatchObject(made.heads.at(-1) ?? {});
        expect(verdict.kept).toBe(kept + 1);
      }),
    );
  });

  it('of nothing is whole, and has the hash of nothing', async () => {
    expect(await verify('')).toEqual({ head: origin, runs: 0, torn: [] });
  });

  it('is broken at the line of any byte that is altered', async () => {
    await fc.assert(
      fc.asyncProperty(chains, fc.nat(), fc.integer({ min: 1, max: 255 }), async ({ lines }, seed, flip) => {
        const bytes = Buffer.from(lines.join(''));
        const at = within(bytes.length, seed);
        const line = bytes.subarray(0, at).filter((byte) => byte === 0x0a).length + 1;
        bytes[at] = (bytes[at] ?? 0) ^ flip;
        const { broken } = await verify(bytes);
        expect(broken?.line).toBe(line);
        expect(['altered', 'torn']).toContain(broken?.kind);
      }),
      { numRuns: 400 },
    );
  });

  it('is broken where lines were removed, and tells how many', async () => {
    await fc.assert(
      fc.asyncProperty(chains, fc.nat(), fc.nat(), async ({ lines }, first, more) => {
        const from = within(lines.length - 1, first);
        const count = 1 + within(lines.length - 1 - from, more);
        const kept = lines.toSpliced(from, count);
        expect(await brokenOf(kept)).toEqual({ kind: 'removed', line: from + 1, count });
      }),
    );
  });

  it('is broken where a line was doubled', async () => {
    await fc.assert(
      fc.asyncProperty(chains, fc.nat(), fc.nat(), async ({ lines }, which, where) => {
        const copied = within(lines.length, which);
        const at = within(lines.length + 1, where);
        const broken = await brokenOf(lines.toSpliced(at, 0, lines[copied] ?? ''));
        // Beside its original, a copy cannot be told from it.
        expect(broken?.line).toBe(copied === at ? at + 2 : at + 1);
        expect(broken?.kind).toBe(copied > at ? 'reordered' : 'inserted');
      }),
    );
  });

  it('is broken where two lines changed places', async () => {
    await fc.assert(
      fc.asyncProperty(chains, fc.nat(), fc.nat(), async ({ lines }, one, other) => {
        const first = within(lines.length - 1, one);
        const second = first + 1 + within(lines.length - 1 - first, other);
        const swapped = lines.with(first, lines[second] ?? '').with(second, lines[first] ?? '');
        expect(await brokenOf(swapped)).toEqual({ kind: 'reordered', line: first + 1, number: first + 1 });
      }),
    );
  });

  it('is broken at a record that was written anew with a hash of its own', async () => {
    await fc.assert(
      fc.asyncProperty(chains, fc.nat(), async ({ lines, heads }, seed) => {
        const at = within(lines.length - 1, seed);
        const forged = chain(
          heads[at - 1] ?? origin,
          '2026-11-23T02:00:00.000Z',
          { run: 'b' },
          {
            event: 'begin',
            today: '2026-11-23',
          },
        );
        expect(await brokenOf(lines.with(at, forged.line))).toEqual({ kind: 'altered', line: at + 1 });
        // One too many instead: the one that was in its place comes too late.
        expect(await brokenOf(lines.toSpliced(at, 0, forged.line))).toEqual({
          kind: 'inserted',
          line: at + 2,
        });
      }),
    );
  });

  it('is broken at a line that is none of ours', async () => {
    const { lines } = linesOf([
      { event: 'begin', today: '' },
      { event: 'begin', today: '' },
    ]);
    for (const stranger of ['\n', 'x\n', '{}\n', '{"hash":"sha256:0"}\n']) {
      expect(await brokenOf(lines.toSpliced(1, 0, stranger))).toEqual({ kind: 'inserted', line: 2 });
      expect(await brokenOf([...lines, stranger])).toEqual({ kind: 'altered', line: 3 });
    }
  });

  it('that lost its end is whole, but has not the hash that was kept', async () => {
    await fc.assert(
      fc.asyncProperty(chains, fc.nat(), async ({ lines, heads }, seed) => {
        const left = within(lines.length, seed);
        const verdict = await verify(lines.slice(0, left).join(''), heads.at(-1)?.hash);
        expect(verdict.broken).toBeUndefined();
        expect(verdict.kept).toBeUndefined();
        expect(verdict.head.number).toBe(left);
      }),
    );
  });

  it('is torn where the last line has no end, and nowhere else', async () => {
    await fc.assert(
      fc.asyncProperty(chains, fc.nat(), async ({ lines }, seed) => {
        const last = Buffer.from(lines.at(-1) ?? '');
        const cut = 1 + within(last.length - 1, seed);
        const bytes = Buffer.concat([Buffer.from(lines.slice(0, -1).join('')), last.subarray(0, cut)]);
        expect((await verify(bytes)).broken).toEqual({ kind: 'torn', line: lines.length });
      }),
    );
  });
});

describe('a record', () => {
  it('is canonical JSON that anybody can hash again', () => {
    const { line, head } = chain(origin, 't', { run: 'r' }, { event: 'begin', today: 'Đ\u2028"' });
    const { hash, ...rest } = JSON.parse(line) as Record<string, unknown>;
    const sorted = Object.fromEntries(Object.entries(rest).sort(([a], [b]) => (a < b ? -1 : 1)));
    expect(hash).toBe(hashOf(JSON.stringify(sorted)));
    expect(hash).toBe(head.hash);
    expect(line).toBe(`{"hash":"${hash}",${JSON.stringify(sorted).slice(1)}\n`);
  });

  it('has its keys in order all the way down, and reads back as it was', () => {
    fc.assert(
      fc.property(
        fc.dictionary(fc.string(), fc.oneof(text, fc.nat(), fc.dictionary(text, text))),
        (value) => {
          const json = canonicalJson(value);
          expect(JSON.parse(json)).toEqual(JSON.parse(JSON.stringify(value)));
          const other = Object.fromEntries(Object.entries(value).reverse());
          expect(canonicalJson(other)).toBe(json);
        },
      ),
    );
    expect(canonicalJson({ b: [{ d: 1, c: undefined }], a: 'é' })).toBe('{"a":"é","b":[{"d":1}]}');
  });
});
