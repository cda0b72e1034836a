/** 5.1.a–d: the local part of an organization, its accepted codes, and the names that are not understood. */
import { describe, expect, test } from 'vitest';
import type { OrganizationKind } from '../../../src/model/directory/organization.ts';
import { deriveOrganization, type OrganizationName } from '../../../src/naming/organization/derive.ts';
import { defaultNamingPolicy } from '../../../src/naming/policy.ts';

const derive = (kind: OrganizationKind, name: string, rest: Partial<OrganizationName> = {}) =>
  deriveOrganization({ kind, name, ...rest }, defaultNamingPolicy);
const codes = (...args: Parameters<typeof derive>) => derive(...args).findings.map(({ code }) => code);

describe('5.1.a provincial organizations: accepted codes, initials first', () => {
  test.each([
    ['Sở Thông tin và Truyền thông', ['stttt', 'sotttt']],
    ['Sở Khoa học và Công nghệ', ['skhcn', 'sokhcn']],
    ['Sở Lao động - Thương binh và Xã hội', ['sldtbxh', 'soldtbxh']],
    ['Sở Lao động – Thương binh và Xã hội', ['sldtbxh', 'soldtbxh']],
    ['Sở Lao động, Thương binh và Xã hội', ['sldtbxh', 'soldtbxh']],
    ['Sở Lao động—Thương binh và Xã hội', ['sldtbxh', 'soldtbxh']],
    ['Sở Văn hóa, Thể thao và Du lịch', ['svhttdl', 'sovhttdl']],
    ['Sở Văn hoá,Thể thao VÀ Du lịch', ['svhttdl', 'sovhttdl']],
    ['SỞ THÔNG TIN VÀ TRUYỀN THÔNG', ['stttt', 'sotttt']],
    ['sở thông tin và truyền thông', ['stttt', 'sotttt']],
    ['Sở\u00a0Thông tin  và\tTruyền thông', ['stttt', 'sotttt']],
    ['SỞ Thông tin và Truyền thông', ['stttt', 'sotttt']],
    ['Sở Y tế', ['syt', 'soyt']],
    ['Sở Y tế tỉnh', ['syt', 'soyt']],
    ['Sở Y tế tỉnh Lai Châu', ['syt', 'soyt']],
    ['Sở Y tế Lai Châu', ['syt', 'soyt']],
    ['Sở Y tế, tỉnh Lai Châu', ['syt', 'soyt']],
    ['Sở Y tế - Tỉnh Lai Châu', ['syt', 'soyt']],
    ['SỞ Y TẾ TỈNH LAI CHÂU', ['syt', 'soyt']],
    ['Thanh tra tỉnh', ['tt', 'thanhtra']],
    ['Ban Dân tộc', ['bdt', 'bandt']],
    ['Trường Chính trị tỉnh', ['tct', 'truongct']],
    ['Trường Cao đẳng Cộng đồng', ['tcdcd', 'truongcdcd', 'truongcaodangcd']],
    ['Ban Quản lý Khu kinh tế cửa khẩu', ['bqlkktck', 'banqlkktck', 'banquanlykktck']],
    ['Đài Phát thanh - Truyền hình', ['dptth', 'daiptth']],
    ['Văn phòng Ủy ban nhân dân tỉnh', ['vpubnd', 'vanphongubnd']],
    ['Văn phòng Uỷ ban nhân dân tỉnh Lai Châu', ['vpubnd', 'vanphongubnd']],
    ['Văn phòng UBND tỉnh', ['vpubnd', 'vanphongubnd']],
    ['Văn phòng Đoàn ĐBQH và HĐND tỉnh', ['vpddbqhhdnd', 'vanphongddbqhhdnd']],
    ['VĂN PHÒNG ĐOÀN ĐBQH VÀ HĐND TỈNH', ['vpddbqhhdnd', 'vanphongddbqhhdnd']],
    ['văn phòng đoàn đbqh và hđnd tỉnh', ['vpddbqhhdnd', 'vanphongddbqhhdnd']],
    ['VĂN PHÒNG UBND TỈNH', ['vpubnd', 'vanphongubnd']],
    ['Trung tâm CNTT', ['ttcntt', 'trungtamcntt']],
    ['Trung tâm GDTX', ['ttgdtx', 'trungtamgdtx']],
    ['Trung tâm Tin học - Công báo', ['ttthcb', 'trungtamthcb']],
    ['Trường THPT số 2', ['tthpts2', 'truongthpts2']],
    ['Hội Nhà báo', ['hnb', 'hoinb']],
    ['Bảo tàng', ['bt', 'baotang']],
    ['Thư viện tỉnh', ['tv', 'thuvien']],
    ['Bệnh viện Đa khoa tỉnh Lai Châu', ['bvdk', 'benhviendk']],
    ['Ban QLDA', ['bqlda', 'banqlda']],
    ['Huyện ủy Sìn Hồ', ['hush']],
    ['Tỉnh ủy Lai Châu', ['tu']],
    ['Tỉnh đoàn', ['td', 'tinhdoan']],
  ])('%s', (name, accepted) => {
    for (const form of [name, name.normalize('NFD')]) {
      const result = derive('provincial', form, { parent: 'ubnd' });
      expect(result).toMatchObject({ localPart: accepted[0], findings: [] });
      expect(result.alternatives).toEqual(accepted);
    }
  });

  test('Sở Nội vụ and Sở Ngoại vụ cannot be told apart in either style', () => {
    expect(derive('provincial', 'Sở Nội vụ').alternatives).toEqual(['snv', 'sonv']);
    expect(derive('provincial', 'Sở Ngoại vụ').alternatives).toEqual(['snv', 'sonv']);
  });

  test('each word is explained; "và" gives nothing', () => {
    expect(derive('provincial', 'Sở Khoa học và Công nghệ').parts).toContainEqual({
      word: 'và',
      letters: '',
    });
    expect(derive('provincial', 'Văn phòng UBND').parts).toContainEqual({ word: 'UBND', letters: 'ubnd' });
  });

  test.each([
    ['Ủy ban nhân dân tỉnh Lai Châu'],
    ['Uỷ ban nhân dân tỉnh Lai Châu'],
    ['Ủy ban Nhân dân tỉnh'],
    ['ỦY BAN NHÂN DÂN TỈNH LAI CHÂU'],
    ['UBND tỉnh'],
    ['UBND tỉnh Lai Châu'],
    ['UBND'],
    ['Ubnd Lai Châu'],
  ])('the provincial People’s Committee is ubnd: %s', (name) => {
    expect(derive('people-committee', name)).toMatchObject({ localPart: 'ubnd', findings: [] });
    expect(derive('people-committee', name, { parent: 'ubnd' }).localPart).toBe('ubnd');
  });

  test.each([
    'Ủy ban nhân dân huyện Sìn Hồ',
    'Sở Y tế',
    'tỉnh Lai Châu',
    'UBND tỉnh Điện Biên',
    'UBND thành phố Lai Châu',
  ])('and nobody else: %s', (name) => {
    expect(derive('people-committee', name).localPart).toBeNull();
    expect(codes('people-committee', name)).toEqual(['name-kind-mismatch']);
  });
});

describe('5.1.a units under a provincial organization', () => {
  test.each([
    ['Chi cục Kiểm lâm', 'snnptnt', 'cckl.snnptnt'],
    ['Trung tâm Công nghệ thông tin và Truyền thông', 'sotttt', 'ttcntttt.sotttt'],
    ['Chi cục Dân số - Kế hoạch hóa gia đình', 'syt', 'ccdskhhgd.syt'],
    ['Phòng Quản lý Du lịch', 'SOVHTTDL', 'pqldl.sovhttdl'],
    ['Hạt Kiểm lâm huyện Mường Tè', 'cckl.snnptnt', 'hklhmt.cckl.snnptnt'],
    ['Đội Kiểm lâm cơ động số 1', 'cckl.snnptnt', 'dklcds1.cckl.snnptnt'],
    ['Trung tâm Y tế thành phố Lai Châu', 'syt', 'ttyttplc.syt'],
    ['Văn phòng', 'stttt', 'vp.stttt'],
    ['Thanh tra', 'stttt', 'tt.stttt'],
  ])('%s under %s: %s', (name, parent, expected) => {
    expect(derive('provincial-unit', name, { parent })).toMatchObject({ localPart: expected, findings: [] });
  });
});

describe('5.1.b districts and the city', () => {
  test.each([
    ['Huyện Mường Tè', 'muongte'],
    ['huyện sìn hồ', 'sinho'],
    ['HUYỆN SÌN HỒ', 'sinho'],
    ['Ủy ban nhân dân huyện Phong Thổ', 'phongtho'],
    ['Uỷ ban nhân dân huyện Phong Thổ, tỉnh Lai Châu', 'phongtho'],
    ['UBND huyện Than Uyên tỉnh Lai Châu', 'thanuyen'],
    ['Nậm Nhùn', 'namnhun'],
    ['UBND Tân Uyên', 'tanuyen'],
    ['Huyện Tam Đường - Lai Châu', 'tamduong'],
  ])('%s → %s', (name, expected) => {
    for (const form of [name, name.normalize('NFD')]) {
      expect(derive('district', form)).toMatchObject({
        localPart: expected,
        findings: [],
        alternatives: [expected],
      });
    }
  });

  test.each([
    'Thành phố Lai Châu',
    'Ủy ban nhân dân thành phố Lai Châu',
    'UBND TP Lai Châu',
    'UBND TP. Lai Châu',
    'TP.Lai Châu',
    'Thành phố Lai Châu, tỉnh Lai Châu',
    'THÀNH PHỐ LAI CHÂU',
    'Lai Châu',
  ])('the city is tplc: %s', (name) => {
    expect(derive('city', name)).toMatchObject({ localPart: 'tplc', findings: [] });
  });

  test.each<[OrganizationKind, string, string]>([
    ['city', 'Thành phố Điện Biên Phủ', 'name-kind-mismatch'],
    ['city', 'Huyện Sìn Hồ', 'name-kind-mismatch'],
    ['city', 'Thành phố', 'name-no-words'],
    ['district', 'Thành phố Lai Châu', 'name-kind-mismatch'],
    ['district', 'Xã Mường Tè', 'name-kind-mismatch'],
    ['district', 'UBND phường Đoàn Kết', 'name-kind-mismatch'],
    ['district', 'Thị xã Mường Lay', 'name-kind-mismatch'],
    ['district', 'Phòng Nội vụ', 'name-kind-mismatch'],
    ['district', 'Huyện', 'name-no-words'],
    ['district', 'UBND huyện, tỉnh Lai Châu', 'name-no-words'],
    ['district', 'Huyện Tủa Chùa tỉnh Điện Biên', 'name-parent-mismatch'],
    ['district', 'Huyen Muong Te', 'name-unmarked'],
  ])('%s %s: %s', (kind, name, code) => {
    expect(derive(kind, name).localPart).toBeNull();
    expect(codes(kind, name)).toEqual([code]);
  });

  test('another parent than the People’s Committee', () => {
    expect(codes('district', 'Huyện Sìn Hồ', { parent: 'ubnd' })).toEqual([]);
    expect(codes('district', 'Huyện Sìn Hồ', { parent: 'soyte' })).toEqual(['parent-unexpected']);
    expect(codes('provincial', 'Sở Y tế', { parent: 'sinho' })).toEqual(['parent-unexpected']);
  });
});

describe('5.1.c district rooms', () => {
  test.each([
    ['Phòng Nội vụ', 'sinho', 'pnv.sinho'],
    ['Phòng Tài chính - Kế hoạch', 'sinho', 'ptckh.sinho'],
    ['Phòng Tài chính-Kế hoạch', 'sinho', 'ptckh.sinho'],
    ['Văn phòng HĐND và UBND', 'muongte', 'vphdndubnd.muongte'],
    ['Phòng LĐ-TBXH', 'muongte', 'pldtbxh.muongte'],
    ['Thanh tra huyện', 'muongte', 'tth.muongte'],
    ['Phòng Nội vụ huyện Sìn Hồ', 'sinho', 'pnv.sinho'],
    ['Phòng Nội vụ, huyện Sìn Hồ, tỉnh Lai Châu', 'sinho', 'pnv.sinho'],
    ['Phòng Nội vụ huyện Sìn Hồ', 'phongtho', 'pnvhsh.phongtho'],
    ['Phòng Y tế thành phố Lai Châu', 'tplc', 'pyt.tplc'],
    ['Phòng Y tế TP. Lai Châu', 'tplc', 'pyt.tplc'],
    ['Phòng Y tế thành phố Lai Châu, tỉnh Lai Châu', 'tplc', 'pyt.tplc'],
    ['Phòng Y tế thành phố', 'tplc', 'pyttp.tplc'],
    ['Phòng Y tế tỉnh Lai Châu', 'tplc', 'pyt.tplc'],
  ])('%s in %s: %s', (name, parent, expected) => {
    expect(derive('district-room', name, { parent })).toMatchObject({ localPart: expected, findings: [] });
  });
});

describe('5.1.d communes, wards, towns', () => {
  test.each<[OrganizationKind, string, string, string]>([
    ['commune', 'Xã Nậm Mạ', 'sinho', 'namma.sinho'],
    ['commune', 'Nậm Mạ', 'sinho', 'namma.sinho'],
    ['commune', 'UBND xã Nậm Mạ', 'sinho', 'namma.sinho'],
    ['commune', 'Ủy ban nhân dân xã Nậm Mạ, huyện Sìn Hồ, tỉnh Lai Châu', 'sinho', 'namma.sinho'],
    ['commune', 'Xã Nậm Mạ huyện Sìn Hồ', 'sinho', 'namma.sinho'],
    ['commune', 'Xã Nậm Mạ - huyện Sìn Hồ', 'sinho', 'namma.sinho'],
    ['commune', 'Xã Nậm Mạ, Sìn Hồ', 'sinho', 'namma.sinho'],
    ['commune', 'Xã Nậm Mạ Lai Châu', 'sinho', 'namma.sinho'],
    ['commune', 'XÃ NẬM MẠ', 'SINHO', 'namma.sinho'],
    ['commune', 'Xã Pa ủ', 'muongte', 'pau.muongte'],
    ['commune', 'Xã Pa-Ủ', 'muongte', 'pau.muongte'],
    ['commune', 'Xã Bản Bo', 'tamduong', 'banbo.tamduong'],
    ['commune', 'Xã San Thàng', 'tplc', 'santhang.tplc'],
    ['ward', 'Phường Đoàn Kết', 'tplc', 'doanket.tplc'],
    ['ward', 'UBND phường Đoàn Kết, thành phố Lai Châu', 'tplc', 'doanket.tplc'],
    ['ward', 'Phường Đoàn Kết TP Lai Châu', 'tplc', 'doanket.tplc'],
    ['ward', 'Phường 1', 'tplc', '1.tplc'],
    ['town', 'Thị trấn Phong Thổ', 'phongtho', 'ttpt.phongtho'],
    ['town', 'UBND thị trấn Phong Thổ', 'phongtho', 'ttpt.phongtho'],
    ['town', 'TT Phong Thổ', 'phongtho', 'ttpt.phongtho'],
    ['town', 'TT. Phong Thổ', 'phongtho', 'ttpt.phongtho'],
    ['town', 'Phong Thổ', 'phongtho', 'ttpt.phongtho'],
    ['town', 'Thị trấn Phong Thổ, huyện Phong Thổ', 'phongtho', 'ttpt.phongtho'],
    ['town', 'THỊ TRẤN THAN UYÊN', 'thanuyen', 'tttu.thanuyen'],
  ])('%s %s in %s: %s', (kind, name, parent, expected) => {
    for (const form of [name, name.normalize('NFD')]) {
      expect(derive(kind, form, { parent })).toMatchObject({ localPart: expected, findings: [] });
    }
  });

  test.each<[OrganizationKind, string, string, string]>([
    ['commune', 'Thị trấn Phong Thổ', 'phongtho', 'name-kind-mismatch'],
    ['commune', 'Phường Đoàn Kết', 'tplc', 'name-kind-mismatch'],
    ['ward', 'Xã San Thàng', 'tplc', 'name-kind-mismatch'],
    ['town', 'Xã Mường Tè', 'muongte', 'name-kind-mismatch'],
    ['commune', 'Huyện Sìn Hồ', 'sinho', 'name-kind-mismatch'],
    ['commune', 'Phòng Nội vụ', 'sinho', 'name-kind-mismatch'],
    ['commune', 'Xã Nậm Mạ huyện Phong Thổ', 'sinho', 'name-parent-mismatch'],
    ['commune', 'Xã Nậm Mạ, Phong Thổ', 'sinho', 'name-parent-mismatch'],
    ['ward', 'Phường Đoàn Kết, thành phố Lai Châu', 'sinho', 'name-parent-mismatch'],
    ['commune', 'Xã', 'sinho', 'name-no-words'],
    ['commune', 'UBND xã, huyện Sìn Hồ', 'sinho', 'name-no-words'],
    ['commune', 'UBND xã, huyện Phong Thổ', 'sinho', 'name-parent-mismatch'],
    ['commune', 'Xa Muong Than', 'thanuyen', 'name-unmarked'],
    ['town', 'Thi tran Phong Tho', 'phongtho', 'name-unmarked'],
  ])('%s %s in %s: %s', (kind, name, parent, code) => {
    expect(derive(kind, name, { parent }).localPart).toBeNull();
    expect(codes(kind, name, { parent })).toEqual([code]);
  });

  test('a town is never its bare full name', () => {
    expect(derive('town', 'Thị trấn Phong Thổ', { parent: 'phongtho' }).alternatives).toEqual([
      'ttpt',
      'ttphongtho',
    ]);
    for (const decision of [undefined, '12/QĐ-UBND']) {
      const rest = { parent: 'phongtho', code: 'phongtho', ...(decision && { decision }) };
      expect(codes('town', 'Thị trấn Phong Thổ', rest)).toEqual(['code-town-full-name']);
    }
  });

  test.each<[OrganizationKind]>([['commune'], ['ward'], ['town']])(
    'a %s directly under the province has no form until the operator sets one',
    (kind) => {
      const org = { kind, name: 'Mường Than', parent: 'ubnd' };
      const form = `${kind}-of-province`;
      expect(deriveOrganization(org, defaultNamingPolicy)).toMatchObject({
        localPart: null,
        findings: [{ code: 'form-missing', args: { kind, form } }],
      });
      const forms = { ...defaultNamingPolicy.forms, [form]: '{name}' };
      expect(deriveOrganization(org, { ...defaultNamingPolicy, forms })).toMatchObject({
        localPart: 'muongthan',
        findings: [],
      });
      expect(codes(kind, 'Mường Than')).toEqual(['parent-missing']);
    },
  );
});

describe('parents', () => {
  const needy: OrganizationKind[] = ['provincial-unit', 'district-room', 'commune', 'ward', 'town'];
  test.each(needy)('%s needs one', (kind) => {
    expect(derive(kind, 'Nậm Mạ').localPart).toBeNull();
    expect(codes(kind, 'Nậm Mạ')).toEqual(['parent-missing']);
    for (const parent of ['', 'sinho@laichau.gov.vn', 'sìn hồ', 'a..b', '.']) {
      expect(derive(kind, 'Nậm Mạ', { parent }).localPart).toBeNull();
      expect(codes(kind, 'Nậm Mạ', { parent })).toEqual(['parent-form']);
    }
  });

  test('a room is in a district, not under the province', () => {
    expect(derive('district-room', 'Phòng Y tế', { parent: 'ubnd' }).localPart).toBeNull();
    expect(codes('district-room', 'Phòng Y tế', { parent: 'ubnd' })).toEqual(['parent-unexpected']);
  });
});

describe('registered codes', () => {
  test.each<[string, string, string | undefined, string | null, string | undefined]>([
    ['Sở Thông tin và Truyền thông', 'stttt', undefined, 'stttt', undefined],
    ['Sở Thông tin và Truyền thông', 'sotttt', undefined, 'sotttt', undefined],
    ['Sở Thông tin và Truyền thông', 'SOTTTT', undefined, 'sotttt', undefined],
    ['Sở Thông tin và Truyền thông', 'ttvtt', undefined, 'stttt', 'code-not-accepted'],
    ['Sở Thông tin và Truyền thông', 'sothongtin', undefined, 'stttt', 'code-not-accepted'],
    ['Sở Thông tin và Truyền thông', 'sothongtin', '15/QĐ-UBND', 'sothongtin', undefined],
    ['Sở Y tế', 'soyte', undefined, 'syt', 'code-not-accepted'],
    ['Sở Y tế', 'so.yt', undefined, 'syt', 'code-form'],
    ['Sở Y tế', 'so-yt', '15/QĐ-UBND', 'syt', 'code-form'],
    ['Sở Y tế', '', undefined, 'syt', 'code-form'],
    ['Sở Y tế', 'sởyt', '15/QĐ-UBND', 'syt', 'code-form'],
    ['Sở Y tế', 'syt@laichau.gov.vn', '15/QĐ-UBND', 'syt', 'code-form'],
    ['Sở Y tế', 'ubnd', '15/QĐ-UBND', 'syt', 'address-fixed'],
    ['Sở Y tế', 'tplc', '15/QĐ-UBND', 'syt', 'address-fixed'],
    ['Sở Y tế', 'postmaster', '15/QĐ-UBND', 'syt', 'address-reserved'],
    ['Sở Y tế', 'a'.repeat(65), '15/QĐ-UBND', 'syt', 'address-length'],
    ['Chi cục Kiểm lâm', 'chicuckl', undefined, 'chicuckl', undefined],
  ])('%s %s %s → %s %s', (name, code, decision, localPart, finding) => {
    const result = derive('provincial', name, { code, ...(decision && { decision }) });
    expect(result.localPart).toBe(localPart);
    expect(result.findings.map((one) => one.code)).toEqual(finding ? [finding] : []);
  });

  test.each<[OrganizationKind, string, string, string]>([
    ['district', 'Huyện Mường Tè', 'mt', 'code-full-name'],
    ['commune', 'Xã Nậm Mạ', 'nm', 'code-full-name'],
    ['ward', 'Phường Đoàn Kết', 'pdk', 'code-full-name'],
    ['city', 'Thành phố Lai Châu', 'laichau', 'code-fixed'],
    ['people-committee', 'UBND tỉnh', 'ubndtinh', 'code-fixed'],
  ])('a decision does not bend the full name or the fixed one: %s', (kind, name, code, finding) => {
    const parent = kind === 'commune' || kind === 'ward' ? { parent: 'sinho' } : {};
    expect(codes(kind, name, { code, decision: '15/QĐ-UBND', ...parent })).toEqual([finding]);
  });

  test('the right full name as code is accepted', () => {
    expect(codes('district', 'Huyện Mường Tè', { code: 'muongte' })).toEqual([]);
    expect(codes('commune', 'Xã Nậm Mạ', { code: 'NamMa', parent: 'sinho' })).toEqual([]);
    expect(codes('city', 'Thành phố Lai Châu', { code: 'tplc' })).toEqual([]);
    expect(codes('people-committee', 'UBND tỉnh', { code: 'UBND' })).toEqual([]);
    const town = derive('town', 'TT Phong Thổ', { code: 'ttphongtho', parent: 'phongtho' });
    expect(town).toMatchObject({ localPart: 'ttphongtho.phongtho', findings: [] });
  });
});

describe('names of offices that are not understood', () => {
  test.each([
    ['Sở Thông tin & Truyền thông', 'name-sign'],
    ['Sở Y tế (cũ)', 'name-sign'],
    ['Sở "Y tế"', 'name-sign'],
    ['Sở Y tế/Dân số', 'name-sign'],
    ['Sở Y tế.', 'name-sign'],
    ["Trung tâm H'Mông", 'name-sign'],
    ['Sở Y tế + Dân số', 'name-sign'],
    ['Ủy ban nhân dân tỉnh Lai Châu', 'name-kind-mismatch'],
    ['UBND huyện Sìn Hồ', 'name-kind-mismatch'],
    ['Huyện Sìn Hồ', 'name-kind-mismatch'],
    ['Xã Nậm Mạ', 'name-kind-mismatch'],
    ['Thị trấn Phong Thổ', 'name-kind-mismatch'],
    ['tỉnh Lai Châu', 'name-no-words'],
    ['Lai Châu', 'name-no-words'],
    ['và', 'name-no-words'],
    ['', 'name-empty'],
    [' - ', 'name-empty'],
    ['So Thong tin va Truyen thong', 'name-unmarked'],
    ['Thanh tra tinh', 'name-unmarked'],
    ['Së Th«ng tin', 'name-encoding'],
    ['Sở Y t\u0435', 'name-letter'],
    ['Sở Y\u200b tế', 'name-letter'],
  ])('%s: %s', (name, code) => {
    expect(derive('provincial', name, { code: 'sx', decision: '1' }).localPart).toBeNull();
    expect(codes('provincial', name)[0]).toBe(code);
  });

  test('a sign is told with its place', () => {
    expect(derive('provincial', 'Sở A & B').findings).toMatchObject([
      { code: 'name-sign', args: { char: '&', position: 6, codePoint: 'U+0026', of: 'organization' } },
    ]);
    expect(derive('town', 'TT. Phong & Thổ', { parent: 'a' }).findings).toMatchObject([
      { args: { position: 11 } },
    ]);
  });
});
