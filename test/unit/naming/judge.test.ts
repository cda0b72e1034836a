/** Given addresses: what is accepted with a decision (5.2.b) and without one (5.2.a, 5.1). */
import { describe, expect, test } from 'vitest';
import { judge } from '../../../src/naming/judge.ts';
import { defaultNamingPolicy } from '../../../src/naming/policy.ts';

/** What stands before the @ says which address is meant; the domain is the same for all. */
const inDomain = (rest: { readonly address?: string }) =>
  rest.address === undefined || rest.address === '' || rest.address.includes('@')
    ? rest
    : { ...rest, address: `${rest.address}@laichau.gov.vn` };
const judgeOne = (request: object) => judge(request, defaultNamingPolicy);
const person = (rest: object) =>
  judgeOne({ kind: 'person', name: 'Nguyễn Văn An', suffix: 'sotttt', ...inDomain(rest) });
const office = (rest: object) => judgeOne({ kind: 'provincial', name: 'Sở Y tế', ...inDomain(rest) });
const codes = ({ problems }: ReturnType<typeof judge>) => problems.map(({ code }) => code);
const decision = '15/STTTT-CNTT';

describe('5.2.a without a decision exactly the derived address', () => {
  test.each(['annv.sotttt@laichau.gov.vn', 'ANNV.SOTTTT@LAICHAU.GOV.VN', 'AnNV.soTTTT@LaiChau.gov.vn'])(
    '%s',
    (address) => {
      expect(person({ address })).toEqual({
        localPart: 'annv.sotttt',
        address: 'annv.sotttt@laichau.gov.vn',
        accepted: true,
        problems: [],
        candidates: [],
      });
    },
  );

  test.each([
    ['annvn.sotttt', 'address-differs'],
    ['anngv.sotttt@laichau.gov.vn', 'address-differs'],
    ['annv2.sotttt', 'address-differs'],
    ['nva.sotttt', 'address-differs'],
    ['annv', 'address-differs'],
    ['annv.stttt', 'address-differs'],
    ['annv.sotttt@gmail.com', 'address-domain'],
    ['annv.sotttt@sub.laichau.gov.vn', 'address-domain'],
    ['annv.sotttt@laichau.gov.vn.', 'address-domain'],
    ['annv.sotttt@', 'address-domain'],
    ['annv.sotttt@laichau.gov.vn@laichau.gov.vn', 'address-domain'],
    ['@laichau.gov.vn', 'address-form'],
    ['', 'address-form'],
    [' annv.sotttt', 'address-form'],
    ['an nv.sotttt', 'address-form'],
    ['ännv.sotttt', 'address-form'],
    ['ann\u200bv.sotttt', 'address-form'],
    ['annv..sotttt', 'address-form'],
    ['annv+x.sotttt', 'address-form'],
    ['an_nv.sotttt', 'address-form'],
    ['<annv.sotttt@laichau.gov.vn>', 'address-form'],
    [`${'a'.repeat(65)}@laichau.gov.vn`, 'address-form'],
    ['annv.sotttt@LAICHAU.GOV.VN\u212a', 'address-domain'],
  ])('%j: %s', (address, code) => {
    expect(person({ address })).toMatchObject({ localPart: 'annv.sotttt', accepted: false });
    expect(codes(person({ address }))).toEqual([code]);
  });
});

describe('a local part alone is no address, whoever gives it', () => {
  test.each(['annv.sotttt', 'annv', 'ANNV.SOTTTT'])('%s', (address) => {
    const request = { kind: 'person', name: 'Nguyễn Văn An', suffix: 'sotttt', address };
    for (const more of [{}, { decision }]) {
      expect(codes(judgeOne({ ...request, ...more }))).toEqual(['address-domain']);
      expect(judgeOne({ ...request, ...more }).accepted).toBe(false);
    }
    expect(codes(judgeOne({ kind: 'provincial', name: 'Sở Y tế', address: 'syt' }))).toEqual([
      'address-domain',
    ]);
  });
});

describe('5.2.b with a decision an address that keeps the form', () => {
  test.each([
    'annv.sotttt',
    'anngv.sotttt@laichau.gov.vn',
    'annguyenvan.sotttt',
    'anvn.sotttt',
    'annv2.sotttt',
    'ANNGV.SOTTTT',
    'an1.sotttt',
  ])('%s', (address) => {
    const localPart = address.toLowerCase().split('@')[0];
    expect(person({ address, decision })).toMatchObject({ localPart, accepted: true, problems: [] });
  });

  test.each([
    ['an.sotttt', 'address-decided-form'],
    ['nguyenvanan.sotttt', 'address-decided-form'],
    ['nvan.sotttt', 'address-decided-form'],
    ['anngv.stttt', 'address-decided-form'],
    ['anngv', 'address-decided-form'],
    ['anngv.x.sotttt', 'address-decided-form'],
    ['an.nv.sotttt', 'address-decided-form'],
    ['anngv.sotttt.x', 'address-decided-form'],
    ['anngv.sotttt@gmail.com', 'address-domain'],
    ['an-ngv.sotttt', 'address-form'],
  ])('not %s: %s', (address, code) => {
    expect(person({ address, decision })).toMatchObject({ localPart: 'annv.sotttt', accepted: false });
    expect(codes(person({ address, decision }))).toEqual([code]);
  });

  test('a decision without an address changes nothing', () => {
    expect(person({ decision })).toMatchObject({ localPart: 'annv.sotttt', accepted: true });
  });

  test('it shortens an address that would be too long', () => {
    const suffix = 'a'.repeat(58);
    const name = 'Nguyễn Văn Anh Nghiêng';
    expect(person({ name, suffix })).toMatchObject({ localPart: null, accepted: false });
    const other = { name: 'Nguyễn Văn Thị Hà', suffix };
    expect(codes(person(other))).toEqual([]);
    const long = { name: 'Công Tằng Tôn Nữ Hà', suffix: 'a'.repeat(59) };
    expect(codes(person(long))).toEqual(['address-length']);
    expect(person({ ...long, address: `hac.${long.suffix}`, decision })).toMatchObject({ accepted: true });
  });
});

describe('a decision with an address answers what a name leaves open', () => {
  test.each([
    ["H'Hen Niê", 'henn.sotttt'],
    ["H'Hen Niê", 'hhenn.sotttt'],
    ['H’Hen Niê', 'hhenn.sotttt'],
    ['Y Moan Êñuôl', 'moaney.sotttt'],
    ['Páo', 'pao.sotttt'],
    ['Páo', 'pao2.sotttt'],
    ['A Páo', 'paoa.sotttt'],
    ['Ka Sô Liễng', 'liengks.sotttt'],
    ['TS. Nguyễn Văn An', 'annv.sotttt'],
    ['Lò Th Hoa', 'hoalt.sotttt'],
    ['Nguyễn Văn An (B)', 'annvb.sotttt'],
  ])('%s %s', (name, address) => {
    expect(person({ name })).toMatchObject({ localPart: null, address: null, accepted: false });
    expect(person({ name, address })).toMatchObject({ localPart: null, accepted: false });
    expect(person({ name, decision })).toMatchObject({ localPart: null, accepted: false });
    expect(person({ name, address, decision })).toMatchObject({
      localPart: address,
      accepted: true,
      problems: [],
    });
  });

  test.each([
    ["H'Hen Niê", 'anb.sotttt', 'address-decided-form'],
    ["H'Hen Niê", 'nie.sotttt', 'address-decided-form'],
    ['Páo', 'pau.sotttt', 'address-decided-form'],
    ['Páo', 'pao.stttt', 'address-decided-form'],
  ])('%s not %s', (name, address, code) => {
    const judged = person({ name, address, decision });
    expect(judged).toMatchObject({ localPart: null, accepted: false });
    expect(codes(judged)).toContain(code);
  });

  test.each([
    ['Nguyễn Văn \u0430n', 'annv.sotttt'],
    ['\u00d0ỗ Văn An', 'andv.sotttt'],
    ['Y \u00d0oan', 'doany.sotttt'],
    ['Nguy?n An', 'ann.sotttt'],
    ['NguyÔn V¨n An', 'annv.sotttt'],
    ['Mu\u00f1oz An', 'anm.sotttt'],
    ['', 'an.sotttt'],
  ])('but no decision makes a broken name good: %s', (name, address) => {
    expect(person({ name, address, decision })).toMatchObject({ localPart: null, accepted: false });
  });

  test('nameParts say which given name the decided address begins with', () => {
    const parts = { name: "H'Hen Niê", nameParts: { family: 'Niê', middle: 'H', given: 'Hen' } };
    expect(person(parts)).toMatchObject({ localPart: 'hennh.sotttt', accepted: true });
    expect(person({ ...parts, address: 'hennieh.sotttt', decision })).toMatchObject({ accepted: true });
    expect(person({ ...parts, address: 'nieh.sotttt', decision })).toMatchObject({ accepted: false });
  });
});

describe('5.1 addresses of organizations', () => {
  test.each([
    [{}, 'syt', true, []],
    [{ address: 'syt@laichau.gov.vn' }, 'syt', true, []],
    [{ address: 'SOYT' }, 'soyt', true, []],
    [{ address: 'soyte@laichau.gov.vn' }, 'syt', false, ['code-not-accepted']],
    [{ address: 'soyte@laichau.gov.vn', decision }, 'soyte', true, []],
    [{ address: 'syt@gmail.com' }, 'syt', false, ['address-domain']],
    [{ address: 'sở y tế' }, 'syt', false, ['address-form']],
    [{ address: 'a.syt' }, 'syt', false, ['address-differs']],
    [{ address: 'a.syt', decision }, 'syt', false, ['address-differs']],
    [{ address: 'ubnd', decision }, 'syt', false, ['address-fixed']],
    [{ address: 'tplc', decision }, 'syt', false, ['address-fixed']],
    [{ address: 'info@laichau.gov.vn', decision }, 'syt', false, ['address-reserved']],
    [{ code: 'soyt', address: 'soyt' }, 'soyt', true, []],
    [{ code: 'soyt', address: 'syt' }, 'soyt', false, ['address-differs']],
    [{ code: 'yte', address: 'yte' }, 'syt', false, ['code-not-accepted', 'address-differs']],
    [{ code: 'yte', address: 'yte', decision }, 'yte', true, []],
  ])('%j', (rest, localPart, accepted, problems) => {
    const judged = office(rest);
    expect(judged).toMatchObject({ localPart, address: `${localPart}@laichau.gov.vn`, accepted });
    expect(codes(judged)).toEqual(problems);
  });

  test.each([
    [{ kind: 'commune', name: 'Xã Nậm Mạ', parent: 'sinho', address: 'namma.sinho' }, true],
    [{ kind: 'commune', name: 'Xã Nậm Mạ', parent: 'sinho', address: 'namma.sinho', decision }, true],
    [{ kind: 'commune', name: 'Xã Nậm Mạ', parent: 'sinho', address: 'nm.sinho', decision }, false],
    [{ kind: 'commune', name: 'Xã Nậm Mạ', parent: 'sinho', address: 'namma', decision }, false],
    [{ kind: 'district', name: 'Huyện Sìn Hồ', address: 'sh', decision }, false],
    [{ kind: 'city', name: 'Thành phố Lai Châu', address: 'laichau', decision }, false],
    [{ kind: 'city', name: 'Thành phố Lai Châu', address: 'tplc@laichau.gov.vn' }, true],
    [{ kind: 'people-committee', name: 'UBND tỉnh', address: 'ubnd@laichau.gov.vn' }, true],
    [{ kind: 'people-committee', name: 'UBND tỉnh', address: 'ubndtinh', decision }, false],
    [{ kind: 'town', name: 'Thị trấn Phong Thổ', parent: 'phongtho', address: 'ttpt.phongtho' }, true],
    [{ kind: 'town', name: 'Thị trấn Phong Thổ', parent: 'phongtho', address: 'ttphongtho.phongtho' }, true],
    [
      {
        kind: 'town',
        name: 'Thị trấn Phong Thổ',
        parent: 'phongtho',
        address: 'phongtho.phongtho',
        decision,
      },
      false,
    ],
    [{ kind: 'town', name: 'Thị trấn Phong Thổ', parent: 'phongtho', address: 'pt.phongtho' }, false],
    [
      { kind: 'town', name: 'Thị trấn Phong Thổ', parent: 'phongtho', address: 'pt.phongtho', decision },
      true,
    ],
    [{ kind: 'district-room', name: 'Phòng Nội vụ', parent: 'sinho', address: 'pnv.sinho' }, true],
    [{ kind: 'district-room', name: 'Phòng Nội vụ', parent: 'sinho', address: 'phongnv.sinho' }, true],
    [
      { kind: 'district-room', name: 'Phòng Nội vụ', parent: 'sinho', address: 'pnv.muongte', decision },
      false,
    ],
    [
      { kind: 'provincial-unit', name: 'Chi cục Kiểm lâm', parent: 'snnptnt', address: 'chicuckl.snnptnt' },
      true,
    ],
    [
      { kind: 'provincial-unit', name: 'Chi cục Kiểm lâm', parent: 'snnptnt', address: 'kiemlam.snnptnt' },
      false,
    ],
    [
      {
        kind: 'provincial-unit',
        name: 'Chi cục Kiểm lâm',
        parent: 'snnptnt',
        address: 'kiemlam.snnptnt',
        decision,
      },
      true,
    ],
  ])('%j accepted: %s', (request, accepted) => {
    expect(judgeOne(inDomain(request)).accepted).toBe(accepted);
  });

  test('a name that is not understood stays so, whatever the address', () => {
    expect(office({ name: 'Sở Y tế & Dân số', address: 'sytds', decision })).toMatchObject({
      localPart: null,
      address: null,
      accepted: false,
    });
  });

  test('candidates: the other accepted style where no code is registered, every one where the code is refused', () => {
    expect(office({}).candidates).toEqual(['soyt@laichau.gov.vn']);
    expect(office({ code: 'syt' }).candidates).toEqual([]);
    expect(office({ code: 'yte' }).candidates).toEqual(['syt@laichau.gov.vn', 'soyt@laichau.gov.vn']);
    expect(office({ address: 'info', decision }).candidates).toEqual([
      'syt@laichau.gov.vn',
      'soyt@laichau.gov.vn',
    ]);
  });

  test('a suggestion that is reserved is told, with the other style', () => {
    const policy = { ...defaultNamingPolicy, reserved: ['syt'] };
    const judged = judge({ kind: 'provincial', name: 'Sở Y tế' }, policy);
    expect(judged).toMatchObject({ accepted: false, candidates: ['soyt@laichau.gov.vn'] });
    expect(codes(judged)).toEqual(['address-reserved']);
    expect(judge({ kind: 'provincial', name: 'Sở Y tế', code: 'soyt' }, policy).accepted).toBe(true);
  });
});
