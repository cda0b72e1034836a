/** One namespace: any equal address is a collision, the first acceptable line keeps it, the newcomer is offered others. */
import { describe, expect, test } from 'vitest';
import { judgeBatch } from '../../../src/naming/batch.ts';
import { defaultNamingPolicy } from '../../../src/naming/policy.ts';
import { measureWork } from '../../support/work.ts';

const batch = (...requests: unknown[]) =>
  judgeBatch(
    requests.map((request, index) => ({ line: index + 1, request })),
    defaultNamingPolicy,
  );
const person = (name: string, rest: object = {}) => ({ kind: 'person', name, suffix: 'sotttt', ...rest });
const accepted = (judged: ReturnType<typeof batch>) => judged.map((line) => line.accepted);
const local = (candidates: readonly string[]) => candidates.map((one) => one.replace('@laichau.gov.vn', ''));
const decision = '15/STTTT-CNTT';

describe('collisions', () => {
  test('different names, the same address: the newcomer is blocked, never the incumbent', () => {
    const [an, ngo] = batch(person('Nguyễn Văn An'), person('Ngô Văn An'));
    expect(an).toMatchObject({ line: 1, accepted: true, collidesWith: [2], problems: [], candidates: [] });
    expect(ngo).toMatchObject({
      line: 2,
      localPart: 'annv.sotttt',
      address: 'annv.sotttt@laichau.gov.vn',
      accepted: false,
      collidesWith: [1],
      problems: [{ code: 'address-taken', args: { address: 'annv.sotttt@laichau.gov.vn', line: 1 } }],
    });
    expect(local(ngo?.candidates ?? [])).toEqual([
      'anngv.sotttt',
      'anngov.sotttt',
      'annva.sotttt',
      'annvan.sotttt',
      'anngva.sotttt',
      'anngvan.sotttt',
    ]);
  });

  test('equal full names collide the same way, whatever case and Unicode form', () => {
    const name = 'Nguyễn Văn An';
    const judged = batch(person(name), person(name.normalize('NFD')), person(name.toUpperCase()));
    expect(accepted(judged)).toEqual([true, false, false]);
    expect(judged.map(({ collidesWith }) => collidesWith)).toEqual([
      [2, 3],
      [1, 3],
      [1, 2],
    ]);
  });

  test('a decision with another address resolves it', () => {
    const judged = batch(
      person('Nguyễn Văn An'),
      person('Ngô Văn An', { address: 'anngv.sotttt@laichau.gov.vn', decision }),
    );
    expect(accepted(judged)).toEqual([true, true]);
    expect(judged.map(({ collidesWith }) => collidesWith)).toEqual([[], []]);
  });

  test('a decision alone, or with the same address, does not', () => {
    expect(accepted(batch(person('Nguyễn Văn An'), person('Ngô Văn An', { decision })))).toEqual([
      true,
      false,
    ]);
    const same = person('Ngô Văn An', { decision, address: 'annv.sotttt@laichau.gov.vn' });
    expect(accepted(batch(person('Nguyễn Văn An'), same))).toEqual([true, false]);
  });

  test('decided addresses collide as well', () => {
    const judged = batch(
      person('Ngô Văn An', { address: 'anngv.sotttt@laichau.gov.vn', decision }),
      person('Nghiêm Văn An', { address: 'ANNGV.sotttt@laichau.gov.vn', decision }),
    );
    expect(accepted(judged)).toEqual([true, false]);
    expect(judged[1]?.candidates[0]).toBe('annghv.sotttt@laichau.gov.vn');
  });

  test('people and communes share the namespace: Mùa A Nam and xã Nậm Mạ', () => {
    const mua = { kind: 'person', name: 'Mùa A Nam', suffix: 'sinho' };
    const namMa = { kind: 'commune', name: 'Xã Nậm Mạ', parent: 'sinho' };
    const [commune, man] = batch(namMa, mua);
    expect(commune).toMatchObject({ localPart: 'namma.sinho', accepted: true, collidesWith: [2] });
    expect(man).toMatchObject({ localPart: 'namma.sinho', accepted: false, collidesWith: [1] });
    expect(local(man?.candidates ?? [])).toEqual([
      'nammua.sinho',
      'nammuaa.sinho',
      'namma2.sinho',
      'namma3.sinho',
      'namma4.sinho',
      'namma5.sinho',
    ]);
    const [first, second] = batch(mua, namMa);
    expect(first).toMatchObject({ accepted: true });
    expect(second).toMatchObject({ accepted: false, candidates: [] });
  });

  test('Sở Nội vụ and Sở Ngoại vụ: the other style is offered until it is taken too', () => {
    const noi = { kind: 'provincial', name: 'Sở Nội vụ' };
    const ngoai = { kind: 'provincial', name: 'Sở Ngoại vụ' };
    expect(local(batch(noi, ngoai)[1]?.candidates ?? [])).toEqual(['sonv']);
    expect(accepted(batch(noi, { ...ngoai, code: 'sonv' }))).toEqual([true, true]);
    const judged = batch(noi, { ...noi, code: 'sonv' }, ngoai);
    expect(judged[2]).toMatchObject({ accepted: false, candidates: [] });
    expect(accepted(batch(noi, { ...ngoai, code: 'songoaivu', decision }))).toEqual([true, true]);
  });

  test('the same address under another suffix is no collision', () => {
    const judged = batch(person('Nguyễn Văn An'), person('Nguyễn Văn An', { suffix: 'stttt' }));
    expect(accepted(judged)).toEqual([true, true]);
  });

  test('a line that is refused for itself is no incumbent, but it is named', () => {
    const judged = batch(person('Nguyễn Văn An', { address: 'x@gmail.com' }), person('Ngô Văn An'));
    expect(accepted(judged)).toEqual([false, true]);
    expect(judged.map(({ collidesWith }) => collidesWith)).toEqual([[2], [1]]);
  });

  test('names at which a human is asked hold no address', () => {
    const judged = batch(person('Páo'), person('Páo'));
    expect(judged.map(({ address, collidesWith }) => [address, collidesWith])).toEqual([
      [null, []],
      [null, []],
    ]);
  });
});

describe('holders outside of the batch', () => {
  const holder = { holder: 'Ngô Văn An', place: 'directory/organizations/sotttt.yaml:9' };
  const holderOf = (address: string) =>
    ['annv.sotttt@laichau.gov.vn', 'anngv.sotttt@laichau.gov.vn'].includes(address) ? holder : undefined;

  test('keep their addresses, first ones and others', () => {
    const [judged] = judgeBatch(
      [{ line: 1, request: person('Nguyễn Văn An') }],
      defaultNamingPolicy,
      holderOf,
    );
    expect(judged).toMatchObject({
      accepted: false,
      problems: [{ code: 'address-taken', args: { address: 'annv.sotttt@laichau.gov.vn', ...holder } }],
      collidesWith: [],
    });
    expect(judged?.candidates.length).toBeGreaterThan(0);
    expect(judged?.candidates).not.toContain('anngv.sotttt@laichau.gov.vn');
  });

  test('take nothing from anybody else', () => {
    const [judged] = judgeBatch([{ line: 1, request: person('Lò Văn An') }], defaultNamingPolicy, holderOf);
    expect(judged).toMatchObject({ accepted: true, problems: [] });
  });
});

describe('candidates', () => {
  test('are free in the whole batch', () => {
    const judged = batch(
      person('Nguyễn Văn An'),
      person('Ngô Văn An'),
      person('Ngân Gia Văn An', { address: 'anngv.sotttt@laichau.gov.vn', decision }),
      person('Lò Thị An', { address: 'anngov.sotttt@laichau.gov.vn', decision }),
    );
    expect(local(judged[1]?.candidates ?? []).slice(0, 2)).toEqual(['annva.sotttt', 'annvan.sotttt']);
  });

  test('surname letters, then the middle names in order, then both, then digits', () => {
    const judged = batch(person('Lê Vũ Tú An'), person('Lê Vũ Tú An'), person('Lý Y An'), person('Lý Y An'));
    expect(local(judged[1]?.candidates ?? [])).toEqual([
      'anlevt.sotttt',
      'anlvut.sotttt',
      'anlvtu.sotttt',
      'anlevut.sotttt',
      'anlevtu.sotttt',
      'anlvt2.sotttt',
    ]);
    expect(local(judged[3]?.candidates ?? [])).toEqual([
      'anlyy.sotttt',
      'anly2.sotttt',
      'anly3.sotttt',
      'anly4.sotttt',
      'anly5.sotttt',
      'anly6.sotttt',
    ]);
  });

  test('use nameParts, and a digit where the name was never parsed', () => {
    const parts = { nameParts: { family: 'Niê', middle: 'H', given: 'Hen' } };
    const judged = batch(person("H'Hen Niê", parts), person("H'Hen Niê", parts));
    expect(local(judged[1]?.candidates ?? [])[0]).toBe('hennih.sotttt');
    const decided = person("H'Hen Niê", { address: 'hennh.sotttt@laichau.gov.vn', decision });
    expect(local(batch(decided, decided)[1]?.candidates ?? []).slice(0, 2)).toEqual([
      'hennh2.sotttt',
      'hennh3.sotttt',
    ]);
  });

  test('fit into 64 octets', () => {
    const rest = { suffix: 'a'.repeat(58) };
    const judged = batch(person('Nguyễn Văn An', rest), person('Nguyễn Văn An', rest));
    expect(local(judged[1]?.candidates ?? [])[0]).toBe(`anngv.${rest.suffix}`);
    expect(judged[1]?.candidates.every((one) => one.indexOf('@') <= 64)).toBe(true);
  });

  test('accepted with a decision, as they are', () => {
    const two = [person('Nguyễn Văn An'), person('Ngô Văn An')];
    for (const address of batch(...two)[1]?.candidates ?? []) {
      expect(accepted(batch(two[0], person('Ngô Văn An', { address, decision })))).toEqual([true, true]);
    }
  });
});

describe('lines', () => {
  test('keep the caller’s numbers and order', () => {
    const judged = judgeBatch(
      [
        { line: 7, request: person('Nguyễn Văn An') },
        { line: 3, request: person('Ngô Văn An') },
        { line: 9, unreadable: 'not json' },
      ],
      defaultNamingPolicy,
    );
    expect(judged.map(({ line, accepted: ok, collidesWith }) => [line, ok, collidesWith])).toEqual([
      [7, true, [3]],
      [3, false, [7]],
      [9, false, []],
    ]);
    expect(judged[2]?.problems).toEqual([{ code: 'request-json', args: { detail: 'not json' } }]);
  });

  test('an empty batch', () => expect(batch()).toEqual([]));

  test('20,000 lines in seconds', () => {
    const many = Array.from({ length: 20_000 }, (_, index) =>
      person('Nguyễn Văn An', { suffix: `s${index % 15_000}` }),
    );
    const worked = measureWork();
    expect(batch(...many).filter((line) => line.accepted)).toHaveLength(15_000);
    expect(worked()).toBeLessThan(10_000);
  });
});
