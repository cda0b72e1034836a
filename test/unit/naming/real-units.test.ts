/** The real organizations of the province (names as promulgated, public facts): each has the address of Article 5. */
import { describe, expect, test } from 'vitest';
import type { OrganizationKind } from '../../../src/model/directory/organization.ts';
import { judge } from '../../../src/naming/judge.ts';
import { defaultNamingPolicy } from '../../../src/naming/policy.ts';

const judgeUnit = (kind: OrganizationKind, name: string, parent?: string) =>
  judge({ kind, name, ...(parent && { parent }) }, defaultNamingPolicy);

function expectAddress(kind: OrganizationKind, name: string, parent: string | undefined, localPart: string) {
  for (const form of [name, name.normalize('NFD'), name.toUpperCase()]) {
    const judged = judgeUnit(kind, form, parent);
    expect(judged).toMatchObject({
      localPart,
      address: `${localPart}@laichau.gov.vn`,
      accepted: true,
      problems: [],
    });
  }
}

describe('districts and the city in 2024, with their communes, wards and towns', () => {
  const districts: Readonly<Record<string, readonly (readonly [string, string])[]>> = {
    'Thành phố Lai Châu = tplc': [
      ['Phường Quyết Thắng', 'quyetthang.tplc'],
      ['Phường Tân Phong', 'tanphong.tplc'],
      ['Phường Quyết Tiến', 'quyettien.tplc'],
      ['Phường Đoàn Kết', 'doanket.tplc'],
      ['Xã Sùng Phài', 'sungphai.tplc'],
      ['Phường Đông Phong', 'dongphong.tplc'],
      ['Xã San Thàng', 'santhang.tplc'],
    ],
    'Huyện Tam Đường = tamduong': [
      ['Thị trấn Tam Đường', 'tttd.tamduong'],
      ['Xã Thèn Sin', 'thensin.tamduong'],
      ['Xã Tả Lèng', 'taleng.tamduong'],
      ['Xã Giang Ma', 'giangma.tamduong'],
      ['Xã Hồ Thầu', 'hothau.tamduong'],
      ['Xã Bình Lư', 'binhlu.tamduong'],
      ['Xã Sơn Bình', 'sonbinh.tamduong'],
      ['Xã Nùng Nàng', 'nungnang.tamduong'],
      ['Xã Bản Giang', 'bangiang.tamduong'],
      ['Xã Bản Hon', 'banhon.tamduong'],
      ['Xã Bản Bo', 'banbo.tamduong'],
      ['Xã Nà Tăm', 'natam.tamduong'],
      ['Xã Khun Há', 'khunha.tamduong'],
    ],
    'Huyện Mường Tè = muongte': [
      ['Thị trấn Mường Tè', 'ttmt.muongte'],
      ['Xã Thu Lũm', 'thulum.muongte'],
      ['Xã Ka Lăng', 'kalang.muongte'],
      ['Xã Tá Bạ', 'taba.muongte'],
      ['Xã Pa ủ', 'pau.muongte'],
      ['Xã Mường Tè', 'muongte.muongte'],
      ['Xã Pa Vệ Sử', 'pavesu.muongte'],
      ['Xã Mù Cả', 'muca.muongte'],
      ['Xã Bum Tở', 'bumto.muongte'],
      ['Xã Nậm Khao', 'namkhao.muongte'],
      ['Xã Tà Tổng', 'tatong.muongte'],
      ['Xã Bum Nưa', 'bumnua.muongte'],
      ['Xã Vàng San', 'vangsan.muongte'],
      ['Xã Kan Hồ', 'kanho.muongte'],
    ],
    'Huyện Sìn Hồ = sinho': [
      ['Thị trấn Sìn Hồ', 'ttsh.sinho'],
      ['Xã Chăn Nưa', 'channua.sinho'],
      ['Xã Pa Tần', 'patan.sinho'],
      ['Xã Phìn Hồ', 'phinho.sinho'],
      ['Xã Hồng Thu', 'hongthu.sinho'],
      ['Xã Phăng Sô Lin', 'phangsolin.sinho'],
      ['Xã Ma Quai', 'maquai.sinho'],
      ['Xã Lùng Thàng', 'lungthang.sinho'],
      ['Xã Tả Phìn', 'taphin.sinho'],
      ['Xã Sà Dề Phìn', 'sadephin.sinho'],
      ['Xã Nậm Tăm', 'namtam.sinho'],
      ['Xã Tả Ngảo', 'tangao.sinho'],
      ['Xã Pu Sam Cáp', 'pusamcap.sinho'],
      ['Xã Nậm Cha', 'namcha.sinho'],
      ['Xã Pa Khoá', 'pakhoa.sinho'],
      ['Xã Làng Mô', 'langmo.sinho'],
      ['Xã Noong Hẻo', 'noongheo.sinho'],
      ['Xã Nậm Mạ', 'namma.sinho'],
      ['Xã Căn Co', 'canco.sinho'],
      ['Xã Tủa Sín Chải', 'tuasinchai.sinho'],
      ['Xã Nậm Cuổi', 'namcuoi.sinho'],
      ['Xã Nậm Hăn', 'namhan.sinho'],
    ],
    'Huyện Phong Thổ = phongtho': [
      ['Xã Lả Nhì Thàng', 'lanhithang.phongtho'],
      ['Xã Huổi Luông', 'huoiluong.phongtho'],
      ['Thị trấn Phong Thổ', 'ttpt.phongtho'],
      ['Xã Sì Lở Lầu', 'silolau.phongtho'],
      ['Xã Mồ Sì San', 'mosisan.phongtho'],
      ['Xã Pa Vây Sử', 'pavaysu.phongtho'],
      ['Xã Vàng Ma Chải', 'vangmachai.phongtho'],
      ['Xã Tông Qua Lìn', 'tongqualin.phongtho'],
      ['Xã Mù Sang', 'musang.phongtho'],
      ['Xã Dào San', 'daosan.phongtho'],
      ['Xã Ma Ly Pho', 'malypho.phongtho'],
      ['Xã Bản Lang', 'banlang.phongtho'],
      ['Xã Hoang Thèn', 'hoangthen.phongtho'],
      ['Xã Khổng Lào', 'khonglao.phongtho'],
      ['Xã Nậm Xe', 'namxe.phongtho'],
      ['Xã Mường So', 'muongso.phongtho'],
      ['Xã Sin Suối Hồ', 'sinsuoiho.phongtho'],
    ],
    'Huyện Than Uyên = thanuyen': [
      ['Thị trấn Than Uyên', 'tttu.thanuyen'],
      ['Xã Phúc Than', 'phucthan.thanuyen'],
      ['Xã Mường Than', 'muongthan.thanuyen'],
      ['Xã Mường Mít', 'muongmit.thanuyen'],
      ['Xã Pha Mu', 'phamu.thanuyen'],
      ['Xã Mường Cang', 'muongcang.thanuyen'],
      ['Xã Hua Nà', 'huana.thanuyen'],
      ['Xã Tà Hừa', 'tahua.thanuyen'],
      ['Xã Mường Kim', 'muongkim.thanuyen'],
      ['Xã Tà Mung', 'tamung.thanuyen'],
      ['Xã Tà Gia', 'tagia.thanuyen'],
      ['Xã Khoen On', 'khoenon.thanuyen'],
    ],
    'Huyện Tân Uyên = tanuyen': [
      ['Thị trấn Tân Uyên', 'tttu.tanuyen'],
      ['Xã Mường Khoa', 'muongkhoa.tanuyen'],
      ['Xã Phúc Khoa', 'phuckhoa.tanuyen'],
      ['Xã Thân Thuộc', 'thanthuoc.tanuyen'],
      ['Xã Trung Đồng', 'trungdong.tanuyen'],
      ['Xã Hố Mít', 'homit.tanuyen'],
      ['Xã Nậm Cần', 'namcan.tanuyen'],
      ['Xã Nậm Sỏ', 'namso.tanuyen'],
      ['Xã Pắc Ta', 'pacta.tanuyen'],
      ['Xã Tà Mít', 'tamit.tanuyen'],
    ],
    'Huyện Nậm Nhùn = namnhun': [
      ['Thị trấn Nậm Nhùn', 'ttnn.namnhun'],
      ['Xã Hua Bun', 'huabun.namnhun'],
      ['Xã Mường Mô', 'muongmo.namnhun'],
      ['Xã Nậm Chà', 'namcha.namnhun'],
      ['Xã Nậm Manh', 'nammanh.namnhun'],
      ['Xã Nậm Hàng', 'namhang.namnhun'],
      ['Xã Lê Lợi', 'leloi.namnhun'],
      ['Xã Pú Đao', 'pudao.namnhun'],
      ['Xã Nậm Pì', 'nampi.namnhun'],
      ['Xã Nậm Ban', 'namban.namnhun'],
      ['Xã Trung Chải', 'trungchai.namnhun'],
    ],
  };
  const kindOf = (name: string): OrganizationKind =>
    name.startsWith('Thị trấn') ? 'town' : name.startsWith('Phường') ? 'ward' : 'commune';

  for (const [district, units] of Object.entries(districts)) {
    const [name = '', localPart = ''] = district.split(' = ');
    test(district, () =>
      expectAddress(name.startsWith('Thành phố') ? 'city' : 'district', name, 'ubnd', localPart),
    );
    test.each(units)(`${name}: %s → %s`, (unit, expected) => {
      expectAddress(kindOf(unit), unit, localPart, expected);
      expectAddress(kindOf(unit), `Ủy ban nhân dân ${unit}`, localPart, expected);
      expectAddress(kindOf(unit), `${unit}, ${name}, tỉnh Lai Châu`, localPart, expected);
    });
  }
});

describe('provincial organizations', () => {
  test.each([
    ['Ủy ban nhân dân tỉnh Lai Châu', 'ubnd'],
    ['Văn phòng Ủy ban nhân dân tỉnh', 'vpubnd'],
    ['Văn phòng Đoàn ĐBQH và HĐND tỉnh', 'vpddbqhhdnd'],
    ['Sở Nội vụ', 'snv'],
    ['Sở Tư pháp', 'stp'],
    ['Sở Kế hoạch và Đầu tư', 'skhdt'],
    ['Sở Tài chính', 'stc'],
    ['Sở Công Thương', 'sct'],
    ['Sở Nông nghiệp và Phát triển nông thôn', 'snnptnt'],
    ['Sở Giao thông vận tải', 'sgtvt'],
    ['Sở Xây dựng', 'sxd'],
    ['Sở Tài nguyên và Môi trường', 'stnmt'],
    ['Sở Thông tin và Truyền thông', 'stttt'],
    ['Sở Lao động - Thương binh và Xã hội', 'sldtbxh'],
    ['Sở Văn hóa, Thể thao và Du lịch', 'svhttdl'],
    ['Sở Khoa học và Công nghệ', 'skhcn'],
    ['Sở Giáo dục và Đào tạo', 'sgddt'],
    ['Sở Y tế', 'syt'],
    ['Sở Ngoại vụ', 'snv'],
    ['Thanh tra tỉnh', 'tt'],
    ['Ban Dân tộc', 'bdt'],
    ['Ban Quản lý Khu kinh tế cửa khẩu', 'bqlkktck'],
    ['Đài Phát thanh - Truyền hình', 'dptth'],
    ['Trường Chính trị tỉnh', 'tct'],
    ['Trường Cao đẳng Cộng đồng', 'tcdcd'],
    ['Trung tâm Tin học - Công báo', 'ttthcb'],
  ])('%s → %s', (name, expected) => {
    expectAddress(expected === 'ubnd' ? 'people-committee' : 'provincial', name, undefined, expected);
  });
});

describe('district rooms', () => {
  test.each([
    ['Văn phòng HĐND và UBND', 'vphdndubnd'],
    ['Phòng Nội vụ', 'pnv'],
    ['Phòng Tư pháp', 'ptp'],
    ['Phòng Tài chính - Kế hoạch', 'ptckh'],
    ['Phòng Tài nguyên và Môi trường', 'ptnmt'],
    ['Phòng Lao động - Thương binh và Xã hội', 'pldtbxh'],
    ['Phòng Văn hóa và Thông tin', 'pvhtt'],
    ['Phòng Giáo dục và Đào tạo', 'pgddt'],
    ['Phòng Y tế', 'pyt'],
    ['Phòng Nông nghiệp và Phát triển nông thôn', 'pnnptnt'],
    ['Phòng Kinh tế và Hạ tầng', 'pktht'],
    ['Phòng Dân tộc', 'pdt'],
    ['Thanh tra huyện', 'tth'],
  ])('%s → %s.sinho', (name, expected) => {
    expectAddress('district-room', name, 'sinho', `${expected}.sinho`);
  });
});

describe('units under them', () => {
  test.each([
    ['Chi cục Kiểm lâm', 'snnptnt', 'cckl.snnptnt'],
    ['Chi cục Thủy lợi', 'snnptnt', 'cctl.snnptnt'],
    ['Trung tâm Công nghệ thông tin và Truyền thông', 'stttt', 'ttcntttt.stttt'],
    ['Phòng Quản lý Du lịch', 'svhttdl', 'pqldl.svhttdl'],
    ['Chi cục Dân số - Kế hoạch hóa gia đình', 'syt', 'ccdskhhgd.syt'],
    ['Trung tâm Kiểm soát bệnh tật', 'syt', 'ttksbt.syt'],
  ])('%s under %s → %s', (name, parent, expected) => {
    expectAddress('provincial-unit', name, parent, expected);
  });
});

describe('since 1 July 2025 there are no districts: the form is the operator’s to set', () => {
  test.each([
    ['Phường Đoàn Kết', 'doanket'],
    ['Phường Tân Phong', 'tanphong'],
    ['Xã Bản Bo', 'banbo'],
    ['Xã Bình Lư', 'binhlu'],
    ['Xã Bum Nưa', 'bumnua'],
    ['Xã Bum Tở', 'bumto'],
    ['Xã Dào San', 'daosan'],
    ['Xã Hồng Thu', 'hongthu'],
    ['Xã Hua Bum', 'huabum'],
    ['Xã Khoen On', 'khoenon'],
    ['Xã Khổng Lào', 'khonglao'],
    ['Xã Khun Há', 'khunha'],
    ['Xã Lê Lợi', 'leloi'],
    ['Xã Mù Cả', 'muca'],
    ['Xã Mường Khoa', 'muongkhoa'],
    ['Xã Mường Kim', 'muongkim'],
    ['Xã Mường Mô', 'muongmo'],
    ['Xã Mường Tè', 'muongte'],
    ['Xã Mường Than', 'muongthan'],
    ['Xã Nậm Cuổi', 'namcuoi'],
    ['Xã Nậm Hàng', 'namhang'],
    ['Xã Nậm Mạ', 'namma'],
    ['Xã Nậm Sỏ', 'namso'],
    ['Xã Nậm Tăm', 'namtam'],
    ['Xã Pa Tần', 'patan'],
    ['Xã Pa Ủ', 'pau'],
    ['Xã Pắc Ta', 'pacta'],
    ['Xã Phong Thổ', 'phongtho'],
    ['Xã Pu Sam Cáp', 'pusamcap'],
    ['Xã Sì Lở Lầu', 'silolau'],
    ['Xã Sìn Hồ', 'sinho'],
    ['Xã Sin Suối Hồ', 'sinsuoiho'],
    ['Xã Tả Lèng', 'taleng'],
    ['Xã Tà Tổng', 'tatong'],
    ['Xã Tân Uyên', 'tanuyen'],
    ['Xã Than Uyên', 'thanuyen'],
    ['Xã Thu Lũm', 'thulum'],
    ['Xã Tủa Sín Chải', 'tuasinchai'],
  ])('%s', (name, expected) => {
    const kind = name.startsWith('Phường') ? 'ward' : 'commune';
    const judged = judgeUnit(kind, name, 'ubnd');
    expect(judged).toMatchObject({ localPart: null, address: null, accepted: false });
    expect(judged.problems.map(({ code }) => code)).toEqual(['form-missing']);
    const forms = { ...defaultNamingPolicy.forms, [`${kind}-of-province`]: '{name}' };
    const set = judge({ kind, name, parent: 'ubnd' }, { ...defaultNamingPolicy, forms });
    expect(set).toMatchObject({ localPart: expected, accepted: true });
  });
});
