/** Who arrives, and what becomes of it: nobody gets another address, nothing is lost, and what is not certain is asked. */
import { describe, expect, it } from 'vitest';
import {
  again,
  arrival,
  arrive,
  errorsOf,
  fileOf,
  notesOf,
  organizations,
  policy,
  row,
  rowsOf,
  signed,
} from './arrive.ts';

const an = arrival('nv1', 'Nguyễn Văn An', 'annv.sonv', {
  phones: ['0213 3 876 543'],
  titles: ['Chuyên viên'],
});

describe('an address by the rules', () => {
  it('is taken over silently, and needs no line', () => {
    const made = arrive([an]);
    expect(fileOf(made)).toBe(`# yaml-language-server: $schema=../../../schemas/organization.schema.json

id: sonv
name: Sở Nội vụ
kind: provincial
parent: ubnd
code: sonv
mailbox: none
people:
  - id: LC-000001
    name: Nguyễn Văn An
    title: Chuyên viên
    phone: "0213 3 876 543"
`);
    expect(made.decisions).toEqual([]);
    expect(made.report.counts).toMatchObject({ people: 1, byRule: 1, added: 1, waiting: 0 });
    expect(made.adoption?.entries).toEqual([
      {
        key: 'person:LC-000001',
        uuid: 'uuid-nv1',
        dn: 'uid=nv1,ou=people,dc=laichau,dc=gov,dc=vn',
        addresses: ['annv.sonv@laichau.gov.vn'],
      },
    ]);
  });
});

describe('another address', () => {
  const other = arrival('nv1', 'Nguyễn Văn An', 'nguyenvanan');
  const decidable = arrival('nv2', 'Trần Thị Bình', 'binhtrt.sonv');

  it('stays, is asked, and until then check refuses its line', () => {
    const made = arrive([other, decidable]);
    expect(fileOf(made)).toContain('    address: nguyenvanan@laichau.gov.vn\n');
    expect(rowsOf(made)).toEqual([
      'address · differs · Trần Thị Bình · binhtrt.sonv@laichau.gov.vn · keep · waits',
      'address · legacy · Nguyễn Văn An · nguyenvanan@laichau.gov.vn · keep · waits',
    ]);
    expect(errorsOf(made)).toEqual(['address-differs sonv.yaml:12', 'address-differs sonv.yaml:15']);
  });

  it('is kept by a signed decision, an old form as legacy', () => {
    const made = arrive([other, decidable], {
      answers: signed(arrive([other, decidable]), 'address', 'giữ'),
    });
    expect(fileOf(made)).toContain(`    address: nguyenvanan@laichau.gov.vn
    addressDecision:
      document: 15/STTTT-CNTT
      date: 2026-05-04
      legacy: true
`);
    expect(fileOf(made).match(/legacy/g)).toHaveLength(1);
    expect(made.report.counts.waiting).toBe(0);
  });

  it('gives way where renaming is signed', () => {
    const first = arrive([other]);
    const made = again(first, [other], { answers: signed(first, 'address', 'rename') });
    expect(fileOf(made)).not.toContain('address');
    expect(errorsOf(made)).toEqual([]);
  });

  it('becomes a third one that is signed, where the form is kept', () => {
    const first = arrive([other]);
    const answers = signed(first, 'address', 'annguv.sonv@laichau.gov.vn');
    const made = again(first, [other], { answers });
    expect(fileOf(made)).toContain('address: annguv.sonv@laichau.gov.vn');
    expect(made.report.counts.waiting).toBe(0);
  });

  it.each([
    ['keep', { document: '', date: '2026-05-04' }, 'document'],
    ['keep', { document: '15/STTTT', date: '2027-05-04' }, 'date'],
    ['keep', { document: '15/STTTT', date: 'hôm qua' }, 'date'],
    ['có lẽ', {}, 'word'],
    ['nguyenan@laichau.gov.vn', {}, 'address'],
  ])('goes on waiting where %s is signed with %o', (answer, more, refusal) => {
    const first = arrive([other]);
    const answers = signed(first, 'address', answer).map((one) => ({ ...one, ...more }));
    const made = again(first, [other], { answers });
    expect(made.decisions).toMatchObject([{ waits: true, refusal, answer }]);
    expect(fileOf(made)).not.toContain('addressDecision');
  });

  it('of another domain can only be renamed', () => {
    const outside = arrival('nv1', 'Nguyễn Văn An', 'an@gmail.com');
    const first = arrive([outside]);
    expect(rowsOf(first)).toEqual(['address · outside · Nguyễn Văn An · an@gmail.com · rename · waits']);
    expect(again(first, [outside], { answers: signed(first, 'address', 'keep') }).decisions).toMatchObject([
      { waits: true, refusal: 'outside' },
    ]);
  });
});

describe('two of one name', () => {
  const two = [an, arrival('nv2', 'Nguyễn Văn Ân', 'an2.sonv')];

  it('leave the address to whom it has, and the other his own', () => {
    const made = arrive(two);
    expect(rowsOf(made)).toEqual([
      'address · taken · Nguyễn Văn Ân · an2.sonv@laichau.gov.vn · keep · waits',
    ]);
    const renamed = again(made, two, { answers: signed(made, 'address', 'rename') });
    expect(renamed.decisions).toMatchObject([{ waits: true, refusal: 'taken' }]);
    expect(renamed.files.size).toBe(0);
  });

  it('are both told where neither has an address', () => {
    const rows = [row(2, 'Nguyễn Văn An', ''), row(3, 'Ngô Văn An', '')];
    const made = arrive(rows);
    expect(made.decisions.map(({ name, proposal }) => [name, proposal])).toEqual([
      ['Nguyễn Văn An', 'rename'],
      ['Ngô Văn An', 'rename'],
    ]);
    const settled = again(made, rows, {
      answers: made.decisions.map((one, index) => ({
        ...one,
        answer: index === 0 ? 'rename' : 'anngv.sonv@laichau.gov.vn',
        document: '15/STTTT',
        date: '2026-05-04',
      })),
    });
    expect(settled.report.counts.waiting).toBe(0);
    expect(errorsOf(settled)).toEqual([]);
  });

  it('are one person twice, perhaps: with one address, one telephone, or one number', () => {
    const phone = { phones: ['0213 3 876 543'] };
    const made = arrive([
      an,
      arrival('nv2', 'Trần Bình', 'annv.sonv'),
      arrival('nv3', 'NGUYỄN VĂN AN', 'nva.sonv', phone),
      arrival('nv4', 'Lò Văn Chi', 'chilv.sonv', { id: 'LC-000077' }),
      arrival('nv5', 'Lò Thị Dung', 'dunglt.sonv', { id: 'LC-000077' }),
    ]);
    expect(rowsOf(made).filter((one) => one.startsWith('duplicate'))).toEqual([
      'duplicate · same-address · Trần Bình · uid=nv1,ou=people,dc=laichau,dc=gov,dc=vn ·  · waits',
      'duplicate · same-id · Lò Thị Dung · uid=nv4,ou=people,dc=laichau,dc=gov,dc=vn · both · waits',
      'duplicate · same-person · NGUYỄN VĂN AN · uid=nv1,ou=people,dc=laichau,dc=gov,dc=vn · both · waits',
    ]);
    expect(made.report.counts.people).toBe(5);
    expect(new Set(made.adoption?.entries.map(({ key }) => key)).size).toBe(5);
  });

  it('of which one is left out are one', () => {
    const entries = [an, arrival('nv2', 'Trần Bình', 'annv.sonv')];
    const first = arrive(entries);
    const made = again(first, entries, { answers: signed(first, 'duplicate', 'skip') });
    expect(fileOf(made)).not.toContain('Trần Bình');
    expect(made.adoption?.entries.map(({ uuid }) => uuid)).toEqual(['uuid-nv1']);
    expect(again(made, entries, { files: new Map([...first.files, ...made.files]) }).files.size).toBe(0);
  });
});

describe('what else arrives', () => {
  it('several telephones: one is kept, and the others are told', () => {
    const two = arrival('nv1', 'Nguyễn Văn An', 'annv.sonv', {
      phones: ['0213 3 876 543', '0912 345 678', '02133876543'],
    });
    const made = arrive([two]);
    expect(rowsOf(made)).toEqual([
      'phone · several-phones · Nguyễn Văn An · 0213 3 876 543 | 0912 345 678 · 0213 3 876 543 · waits',
    ]);
    expect(notesOf(made)).toContain('phones-dropped · Nguyễn Văn An · 0912 345 678 · 0213 3 876 543');
    expect(fileOf(again(made, [two], { answers: signed(made, 'phone', '0912345678') }))).toContain(
      'phone: "0912 345 678"',
    );
    const unmanaged = arrive([two], { policy: { ...policy, unmanaged: ['telephoneNumber'] } });
    expect(unmanaged.decisions).toEqual([]);
    expect(notesOf(unmanaged)).toContain(
      'phones-unmanaged · Nguyễn Văn An · 0213 3 876 543 | 0912 345 678 · 0213 3 876 543',
    );
  });

  it('further addresses: kept where the rules let them, else they end', () => {
    const made = arrive([
      {
        ...an,
        addresses: [...an.addresses, 'an.sonv@laichau.gov.vn'],
        aliases: ['an@laichau.gov.vn', 'an.sotp@laichau.gov.vn'],
      },
    ]);
    expect(fileOf(made)).toContain('    aliases:\n      - an.sonv@laichau.gov.vn\n');
    expect(rowsOf(made)).toEqual([
      'alias · alias-refused · Nguyễn Văn An · an.sotp@laichau.gov.vn · expire · waits',
      'alias · alias-refused · Nguyễn Văn An · an@laichau.gov.vn · expire · waits',
    ]);
    expect(made.adoption?.entries[0]?.addresses).toHaveLength(4);
    expect(errorsOf(made)).toEqual([]);
  });

  it('an alias that is another’s address is nobody’s alias', () => {
    const made = arrive([
      an,
      arrival('nv2', 'Trần Thị Bình', 'binhtt.sonv', { aliases: ['annv.sonv@laichau.gov.vn'] }),
    ]);
    expect(fileOf(made)).not.toContain('aliases');
    expect(errorsOf(made)).toEqual([]);
  });

  it('the disabled: active, but by a decision in the map', () => {
    const disabled = { ...an, status: { state: 'undecided', value: 'disabled' } } as const;
    const made = arrive([disabled]);
    expect(rowsOf(made)).toEqual(['status · disabled · Nguyễn Văn An · disabled · active · waits']);
    expect(fileOf(made)).not.toMatch(/suspension|termination/);
    const refused = again(made, [disabled], { answers: signed(made, 'status', 'suspended') });
    expect(refused.decisions).toMatchObject([{ waits: true, refusal: 'in-map' }]);
    expect(fileOf(refused)).not.toMatch(/suspension|termination/);
    const byMap = { reason: 'retirement', document: '77/QĐ-SNV', decided: '2026-11-02' } as const;
    expect(fileOf(arrive([{ ...an, status: { state: 'terminated', ...byMap } }]))).toContain(`    termination:
      reason: retirement
      document: 77/QĐ-SNV
      decided: 2026-11-02
`);
  });

  it('agencies become mailboxes, services stay where they are', () => {
    const made = arrive([
      arrival('sonv', 'Sở Nội vụ', 'sonv', { role: 'agency' }),
      arrival('sonv2', 'Sở Nội vụ', 'sonoivu', { role: 'agency' }),
      arrival('scan', 'Máy quét', 'scan', { role: 'service' }),
      arrival('x', 'X', 'x', { role: 'unknown' }),
    ]);
    expect(fileOf(made)).toContain('mailbox: {}\n');
    expect(made.adoption?.entries.map(({ key }) => key)).toEqual(['organization:sonv']);
    expect(notesOf(made).map((one) => one.split(' · ')[0])).toEqual([
      'entry-unknown',
      'service',
      'agency',
      'agency-second',
    ]);
  });

  it('people of an unknown organization wait, and come when somebody has said which', () => {
    const lost = { ...an, organization: undefined, organizationValue: 'So Noi Vu' } as never;
    const made = arrive([lost]);
    expect(rowsOf(made)).toEqual(['organization-unknown · unknown-value ·  · So Noi Vu ·  · waits']);
    expect(notesOf(made)).toEqual(['no-organization · Nguyễn Văn An · So Noi Vu · ']);
    expect(made.adoption?.entries).toEqual([]);
    expect(fileOf(again(made, [lost], { answers: signed(made, 'organization-unknown', 'sonv') }))).toContain(
      'Nguyễn Văn An',
    );
    expect(
      arrive([lost], { answers: signed(made, 'organization-unknown', 'sonnv') }).decisions,
    ).toMatchObject([{ refusal: 'organization', waits: true }]);
  });

  it('a proposed organization is asked', () => {
    const proposed = organizations.map((one) => ({ ...one, signed: one.id !== 'sotp' }));
    const input = { arrivals: { entries: [an], organizations: proposed, unknownOrganizations: new Map() } };
    const made = arrive([], input);
    expect(rowsOf(made)).toEqual([
      'organization · proposed · Sở Tư pháp · Sở Tư pháp · sotp provincial ubnd sotp · waits',
    ]);
    expect(
      arrive([], { ...input, answers: signed(made, 'organization', 'đồng ý') }).report.counts.waiting,
    ).toBe(0);
  });
});

describe('names', () => {
  const capitals = arrival('nv1', 'NGUYỄN VĂN AN', 'annv.sonv');
  const turned = arrival('nv2', 'Bình Trần Thị', 'binhtt.sonv');

  it('stay as they are, with the address that is there, until they are signed', () => {
    const made = arrive([capitals, turned]);
    expect(rowsOf(made)).toEqual([
      'name · capitals · NGUYỄN VĂN AN · NGUYỄN VĂN AN · Nguyễn Văn An · waits',
      'name · given-first · Bình Trần Thị · Bình Trần Thị · Trần Thị Bình · waits',
    ]);
    expect(fileOf(made)).toContain('    name: Bình Trần Thị\n    address: binhtt.sonv@laichau.gov.vn\n');
    const accepted = again(made, [capitals, turned], { answers: signed(made, 'name', 'accept') });
    expect(fileOf(accepted)).toContain('    name: Trần Thị Bình\n');
    expect(fileOf(accepted)).not.toContain('address');
    expect(errorsOf(accepted)).toEqual([]);
  });

  it('come before addresses: the one by the rules is that of the name which is signed', () => {
    const both = arrival('nv1', 'Bình Trần Thị', 'nv1', { family: 'Trần', given: 'Bình' });
    const first = arrive([both]);
    const [address, name] = first.decisions;
    expect([address?.byRule, name?.byRule]).toEqual(Array(2).fill('binhtt.sonv@laichau.gov.vn'));
    const early = again(first, [both], { answers: signed(first, 'address', 'rename') });
    expect(early.decisions[0]).toMatchObject({ decision: 'address', refusal: 'name', waits: true });
    const answers = first.decisions.map((one) => ({
      ...one,
      answer: one.decision === 'name' ? 'accept' : 'rename',
    }));
    const made = again(first, [both], { answers });
    expect(fileOf(made)).toContain('  - id: LC-000001\n    name: Trần Thị Bình\n');
    expect(errorsOf(made)).toEqual([]);
  });

  it('are what somebody writes', () => {
    const plain = arrival('nv1', 'Nguyen Van An', 'annv.sonv');
    const first = arrive([plain]);
    const made = again(first, [plain], { answers: signed(first, 'name', 'Nguyễn Văn Ân') });
    expect(fileOf(made)).toContain('    name: Nguyễn Văn Ân\n');
    expect(made.report.counts.waiting).toBe(0);
  });

  it('in parts are signed as they are proposed', () => {
    const hhen = arrival('nv1', "H'Hen Niê", 'hhenn.sonv', { family: 'Niê', given: "H'Hen" });
    const first = arrive([hhen]);
    expect(first.decisions[0]?.proposal).toBe("H'Hen Niê (family: Niê; given: H'Hen)");
    const made = again(first, [hhen], { answers: signed(first, 'name', first.decisions[0]?.proposal ?? '') });
    expect(fileOf(made)).toContain("    nameParts:\n      family: Niê\n      given: H'Hen\n");
    expect(errorsOf(made)).toEqual([]);
  });

  it('that are missing keep their owner out of the files', () => {
    const made = arrive([arrival('nv1', '', 'annv.sonv')]);
    expect(rowsOf(made)).toEqual(['name · no-name ·  ·  ·  · waits']);
    expect(fileOf(made)).not.toContain('people');
  });
});
