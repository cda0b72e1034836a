/** What holds for every name there could be. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { organizationKinds } from '../../../src/model/directory/organization.ts';
import { judgeBatch, type LineJudgement } from '../../../src/naming/batch.ts';
import { isLocalPart } from '../../../src/naming/form.ts';
import { judge } from '../../../src/naming/judge.ts';
import { defaultNamingPolicy } from '../../../src/naming/policy.ts';
import { measureWork } from '../../support/work.ts';

const policy = defaultNamingPolicy;
const kinds = ['person', ...organizationKinds];

const syllable = fc.constantFrom(
  ...'Nguyễn Ngô Đỗ Lò Giàng Vàng Sùng Lý Tẩn Phàn Chẻo Khoàng Pờ Mùa Thị Văn A Seo Go Thu Y Ý Ê An Ân Ánh Páo Xừ Dê Hà Nậm Nam Mạ Mai'.split(
    ' ',
  ),
);
const fullName = fc.array(syllable, { minLength: 2, maxLength: 6 }).map((parts) => parts.join(' '));
const suffix = fc.constantFrom('sotttt', 'sinho', 'pnv.sinho');
const separator = fc.constantFrom(' ', '  ', '\u00a0', '\t', '-', ' – ', '\u3000');
const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.string({ unit: 'grapheme', maxLength: 30 }),
  fc
    .array(
      fc.oneof(
        syllable,
        fc.string({ unit: 'grapheme', maxLength: 2 }),
        fc.constantFrom('\u0301', '\u0323', '\u031b', 'đ', "'", '.', '&', '\ud800'),
      ),
      { maxLength: 12 },
    )
    .map((pieces) => pieces.join('')),
  fullName,
);
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined });

const personRequest = fc.record({
  kind: fc.constant('person'),
  name: fullName,
  suffix,
  address: maybe(fc.constantFrom('annv.sotttt', 'anngv.sotttt', 'x', 'namma.sinho')),
  decision: maybe(fc.constant('1/QĐ')),
});
const organizationRequest = fc.record({
  kind: fc.constantFrom(...organizationKinds),
  name: fc.oneof(
    fc.constantFrom(
      'Sở Nội vụ',
      'Sở Ngoại vụ',
      'Xã Nậm Mạ',
      'Thị trấn Sìn Hồ',
      'Huyện Sìn Hồ',
      'Phòng Nội vụ',
      'UBND tỉnh',
      'Thành phố Lai Châu',
    ),
    fullName,
  ),
  parent: maybe(fc.constantFrom('ubnd', 'sinho', 'tplc', 'snv')),
  code: maybe(fc.constantFrom('snv', 'sonv', 'namma', 'ttsh', 'pnv', 'info')),
  decision: maybe(fc.constant('1/QĐ')),
});
const anyRequest = fc.oneof(
  personRequest,
  organizationRequest,
  fc.record(
    {
      kind: fc.constantFrom(...kinds),
      name: anyText,
      suffix: anyText,
      parent: anyText,
      code: anyText,
      address: anyText,
      decision: anyText,
      nameParts: fc.record({ family: anyText, middle: anyText, given: anyText }),
    },
    { requiredKeys: ['kind', 'name'] },
  ),
  fc.anything({
    withBigInt: true,
    withDate: true,
    withMap: true,
    withNullPrototype: true,
    withSparseArray: true,
  }),
);
const batchOf = (requests: readonly unknown[]): LineJudgement[] =>
  judgeBatch(
    requests.map((request, index) => ({ line: index + 1, request })),
    policy,
  );

/** Problems without the places, which count the code points as given. */
const withoutPlaces = (value: unknown) =>
  JSON.parse(JSON.stringify(value), (key, inner) => (key === 'position' ? 0 : inner));

const wellFormed = (judged: ReturnType<typeof judge>) => {
  expect(judged.address).toBe(judged.localPart === null ? null : `${judged.localPart}@laichau.gov.vn`);
  if (judged.localPart !== null) {
    expect(judged.localPart).toMatch(/^[a-z0-9]+(\.[a-z0-9]+)*$/);
    expect(isLocalPart(judged.localPart)).toBe(true);
  }
  expect(judged.accepted).toBe(judged.problems.length === 0);
  if (judged.accepted) expect(judged.localPart).not.toBeNull();
  for (const candidate of judged.candidates) {
    expect(candidate).toMatch(/^[a-z0-9]+(\.[a-z0-9]+)*@laichau\.gov\.vn$/);
    expect(candidate).not.toBe(judged.problems.length === 0 ? judged.address : undefined);
  }
};

describe('one request', () => {
  test('never throws, is ASCII only, accepted exactly without problems, deterministic', () => {
    fc.assert(
      fc.property(anyRequest, (request) => {
        const judged = judge(request, policy);
        wellFormed(judged);
        expect(judge(request, policy)).toEqual(judged);
      }),
      { numRuns: 3000 },
    );
  });

  test('NFC and NFD are the same name', () => {
    fc.assert(
      fc.property(fc.constantFrom(...kinds), anyText, (kind, name) => {
        const rest = kind === 'person' ? { suffix: 'sotttt' } : { parent: 'ubnd' };
        const [asGiven, nfc, nfd] = [name, name.normalize('NFC'), name.normalize('NFD')].map((form) =>
          withoutPlaces(judge({ kind, name: form, ...rest }, policy)),
        );
        expect(nfc).toEqual(asGiven);
        expect(nfd).toEqual(asGiven);
      }),
      { numRuns: 3000 },
    );
  });

  test('case and separators do not matter in a person’s name', () => {
    fc.assert(
      fc.property(fc.array(syllable, { minLength: 2, maxLength: 6 }), separator, (syllables, between) => {
        const of = (name: string) => judge({ kind: 'person', name, suffix: 'sotttt' }, policy).localPart;
        const plain = of(syllables.join(' '));
        const joined = syllables.join(between);
        for (const form of [joined, joined.toLowerCase(), joined.toUpperCase(), ` ${joined}\u00a0`]) {
          expect(of(form)).toBe(plain);
        }
      }),
    );
  });

  test('a person’s local part is the given name, one letter of every other syllable, the suffix', () => {
    fc.assert(
      fc.property(fc.array(syllable, { minLength: 2, maxLength: 6 }), (syllables) => {
        fc.pre(!['A', 'Y'].includes(syllables[0] as string));
        const { localPart } = judge({ kind: 'person', name: syllables.join(' '), suffix: 'sotttt' }, policy);
        const fold = (text: string) =>
          text
            .normalize('NFD')
            .replace(/[\u0300-\u036f]/g, '')
            .replace(/[đĐ]/g, 'd')
            .toLowerCase();
        const [given = '', ...others] = [syllables.at(-1) as string, ...syllables.slice(0, -1)].map(fold);
        expect(localPart).toBe(`${given}${others.map((other) => other[0]).join('')}.sotttt`);
      }),
    );
  });

  test('an accepted address, given again, is accepted again', () => {
    fc.assert(
      fc.property(fc.oneof(personRequest, organizationRequest), (request) => {
        const judged = judge(request, policy);
        fc.pre(judged.accepted);
        const again = judge({ ...request, address: judged.address }, policy);
        expect(again).toMatchObject({ accepted: true, address: judged.address });
      }),
    );
  });

  test('a megabyte is refused at once', () => {
    for (const long of [
      'a'.repeat(1 << 20),
      'ế'.normalize('NFD').repeat(1 << 19),
      '\ud800'.repeat(1 << 20),
      ' '.repeat(1 << 20),
    ]) {
      for (const kind of kinds) {
        const request =
          kind === 'person'
            ? { suffix: long, nameParts: { family: long, given: long } }
            : { parent: long, code: long };
        const worked = measureWork();
        const judged = judge({ kind, name: long, address: long, decision: long, ...request }, policy);
        expect(judged.accepted).toBe(false);
        expect(JSON.stringify(judged).length).toBeLessThan(5000);
        expect(worked()).toBeLessThan(1000);
      }
    }
  });
});

describe('a batch', () => {
  const requests = fc.array(
    fc.oneof(
      { weight: 6, arbitrary: personRequest },
      { weight: 6, arbitrary: organizationRequest },
      anyRequest,
    ),
    { maxLength: 25 },
  );

  test('no two accepted lines share an address; collisions are symmetric; every line is answered in order', () => {
    fc.assert(
      fc.property(requests, (batch) => {
        const judged = batchOf(batch);
        expect(judged.map(({ line }) => line)).toEqual(batch.map((_, index) => index + 1));
        const addresses = judged.filter((line) => line.accepted).map(({ address }) => address);
        expect(new Set(addresses).size).toBe(addresses.length);
        for (const line of judged) {
          wellFormed(line);
          expect(line.collidesWith).toEqual(
            judged
              .filter(
                (other) =>
                  other.line !== line.line && other.address !== null && other.address === line.address,
              )
              .map((other) => other.line),
          );
        }
      }),
      { numRuns: 500 },
    );
  });

  test('candidates are free in the batch, in form, six at most, different', () => {
    fc.assert(
      fc.property(requests, (batch) => {
        const judged = batchOf(batch);
        for (const [index, { candidates, line }] of judged.entries()) {
          const others = new Set(judged.filter((other) => other.line !== line).map(({ address }) => address));
          expect(candidates.filter((candidate) => others.has(candidate))).toEqual([]);
          expect(candidates.length).toBeLessThanOrEqual(6);
          expect(new Set(candidates).size).toBe(candidates.length);
          // A candidate answers for the code or the address, not for a parent or a name that is wrong besides.
          if (!judged[index]?.problems.every(({ code }) => /^(?:code|address)-/.test(code))) continue;
          const request = batch[index] as Record<string, unknown>;
          for (const address of candidates) {
            const { kind, name, suffix: own, parent } = request;
            const rest = kind === 'person' ? { suffix: own } : { parent };
            const decided = judge({ kind, name, ...rest, address, decision: '2/QĐ' }, policy);
            expect(decided).toMatchObject({ accepted: true, address });
          }
        }
      }),
      { numRuns: 500 },
    );
  });

  test('removing a line never makes an accepted line refused', () => {
    fc.assert(
      fc.property(requests, fc.nat(), (batch, which) => {
        fc.pre(batch.length > 0);
        const removed = which % batch.length;
        const before = batchOf(batch).filter((line) => line.accepted && line.line !== removed + 1);
        const numbered = batch.map((request, index) => ({ line: index + 1, request }));
        const after = new Map(
          judgeBatch(numbered.toSpliced(removed, 1), policy).map((line) => [line.line, line]),
        );
        for (const line of before)
          expect(after.get(line.line)).toMatchObject({ accepted: true, address: line.address });
      }),
      { numRuns: 500 },
    );
  });

  test('adding a line at the end never blocks an accepted one', () => {
    fc.assert(
      fc.property(requests, anyRequest, (batch, newcomer) => {
        const before = batchOf(batch);
        const after = batchOf([...batch, newcomer]);
        for (const line of before) expect(after[line.line - 1]?.accepted).toBe(line.accepted);
      }),
      { numRuns: 500 },
    );
  });
});
