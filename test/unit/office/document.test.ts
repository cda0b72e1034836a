/** A notice in Word, held against Decree 30/2020/NĐ-CP, annex I, by what stands in its XML. */
import { strFromU8 } from 'fflate';
import { describe, expect, it } from 'vitest';
import type { Letter } from '../../../src/model/letter.ts';
import { type Notice, noticeKinds } from '../../../src/model/notice.ts';
import { noticeId } from '../../../src/notices/id.ts';
import { unpackDocument } from '../../../src/office/custom-properties.ts';
import { readNotice } from '../../../src/office/read-notice.ts';
import { linesOf, textWidth } from '../../../src/office/text-width.ts';
import { makeDocument } from '../../../src/office/write-notice.ts';
import { renderLetter } from '../../../src/render/notices/letter.ts';
import { context, noticesOfEveryKind, office } from '../../support/notices.ts';

async function partsOf(notice: Notice, letter: Letter = renderLetter(notice, context)) {
  const bytes = await makeDocument(notice, letter);
  const parts = unpackDocument(bytes) ?? {};
  const part = (name: string) => strFromU8(parts[name] ?? new Uint8Array());
  return { bytes, parts, document: part('word/document.xml'), styles: part('word/styles.xml'), part };
}

const ofKind = (kind: string, many = 1): Notice => {
  const found = noticesOfEveryKind(many).find((one) => one.kind === kind);
  if (found === undefined) throw new Error(kind);
  return found;
};

/** A style's XML, by the name an office sees. */
function styleOf(styles: string, name: string): string {
  const found = styles.match(/<w:style [\s\S]*?<\/w:style>/g)?.find((one) => one.includes(`w:val="${name}"`));
  if (found === undefined) throw new Error(name);
  return found;
}

const millimetres = (twips: string | undefined): number => (Number(twips) * 25.4) / 1440;
const attribute = (xml: string, element: string, name: string): string | undefined =>
  new RegExp(`<w:${element} [^>]*w:${name}="([^"]*)"`).exec(xml)?.[1];
const sizeOf = (style: string): number => Number(attribute(style, 'sz', 'val')) / 2;
const textOf = (xml: string): string =>
  [...xml.matchAll(/<w:t[ >][^<]*<\/w:t>|<w:t>[^<]*|<w:p[ >]/g)]
    .map(([one]) => (one.startsWith('<w:p') ? '\n' : one.replace(/<[^>]*>/g, '')))
    .join('');

describe('the sheet', async () => {
  const { document, part, styles } = await partsOf(ofKind('suspension', 7));

  it('is A4 upright, with the margins of the decree', () => {
    const sections = document.match(/<w:sectPr>[\s\S]*?<\/w:sectPr>/g) ?? [];
    expect(sections).toHaveLength(2);
    for (const section of sections) {
      expect(Math.round(millimetres(attribute(section, 'pgSz', 'w')))).toBe(210);
      expect(Math.round(millimetres(attribute(section, 'pgSz', 'h')))).toBe(297);
      expect(section).not.toContain('landscape');
      const margin = (side: string) => Math.round(millimetres(attribute(section, 'pgMar', side)));
      for (const side of ['top', 'bottom']) expect([20, 21, 22, 23, 24, 25]).toContain(margin(side));
      expect(margin('left')).toBeGreaterThanOrEqual(30);
      expect(margin('left')).toBeLessThanOrEqual(35);
      expect(margin('right')).toBeGreaterThanOrEqual(15);
      expect(margin('right')).toBeLessThanOrEqual(20);
    }
  });

  it('counts the pages of the text and of the annex from 1, in the top margin, but not on their first', () => {
    const sections = document.match(/<w:sectPr>[\s\S]*?<\/w:sectPr>/g) ?? [];
    for (const section of sections) {
      expect(section).toContain('<w:titlePg/>');
      expect(attribute(section, 'pgNumType', 'start')).toBe('1');
    }
    const headers = ['word/header1.xml', 'word/header2.xml', 'word/header3.xml', 'word/header4.xml'].map(
      part,
    );
    expect(headers.filter((header) => header.includes('PAGE'))).toHaveLength(2);
    expect(headers.every((header) => header.includes('w:val="PageNumber"'))).toBe(true);
    expect(attribute(styleOf(styles, 'Số trang'), 'jc', 'val')).toBe('center');
  });

  it('is written in black Times New Roman, in Vietnamese', () => {
    const defaults = /<w:docDefaults>[\s\S]*<\/w:docDefaults>/.exec(styles)?.[0] ?? '';
    for (const range of ['ascii', 'hAnsi', 'cs', 'eastAsia']) {
      expect(attribute(defaults, 'rFonts', range)).toBe('Times New Roman');
    }
    expect(attribute(defaults, 'color', 'val')).toBe('000000');
    expect(attribute(defaults, 'lang', 'val')).toBe('vi-VN');
    expect(document).not.toContain('w:rFonts');
  });

  it('has everything by styles: no run and no paragraph of it has a look of its own', () => {
    const runs = document.match(/<w:rPr>[\s\S]*?<\/w:rPr>/g) ?? [];
    expect(runs).toEqual([]);
    const looks = (document.match(/<w:pPr>[\s\S]*?<\/w:pPr>/g) ?? []).map((one) =>
      one.replace(/<w:sectPr>[\s\S]*/, '').replace(/<w:pStyle [^>]*\/>|<\/?w:pPr>/g, ''),
    );
    expect(looks.filter((one) => one !== '')).toEqual([]);
  });
});

describe('the parts', async () => {
  const { styles } = await partsOf(ofKind('suspension'));

  it.each([
    ['Tên cơ quan chủ quản', 12, 13, false, false],
    ['Tên cơ quan ban hành', 12, 13, true, false],
    ['Quốc hiệu', 12, 13, true, false],
    ['Tiêu ngữ', 13, 14, true, false],
    ['Số, ký hiệu', 13, 13, false, false],
    ['Địa danh, thời gian', 13, 14, false, true],
    ['Tên loại văn bản', 13, 14, true, false],
    ['Trích yếu', 13, 14, true, false],
    ['Trích yếu công văn', 12, 13, false, false],
    ['Kính gửi', 13, 14, false, false],
    ['Nội dung', 13, 14, false, false],
    ['Chức vụ người ký', 13, 14, true, false],
    ['Họ tên người ký', 13, 14, true, false],
    ['Nơi nhận', 12, 12, true, true],
    ['Nơi nhận, danh sách', 11, 11, false, false],
    ['Số trang', 13, 14, false, false],
    ['Phụ lục', 14, 14, true, false],
  ])('%s: %d to %d points', (name, least, most, bold, italic) => {
    const style = styleOf(styles, name);
    expect(sizeOf(style)).toBeGreaterThanOrEqual(least);
    expect(sizeOf(style)).toBeLessThanOrEqual(most);
    expect(style.includes('<w:b/>')).toBe(bold);
    expect(style.includes('<w:i/>')).toBe(italic);
  });

  it('the text is justified, its first line 1 to 1.27 cm in, 6 points between paragraphs', () => {
    const style = styleOf(styles, 'Nội dung');
    expect(attribute(style, 'jc', 'val')).toBe('both');
    expect(millimetres(attribute(style, 'ind', 'firstLine'))).toBeGreaterThanOrEqual(10);
    expect(millimetres(attribute(style, 'ind', 'firstLine'))).toBeLessThanOrEqual(12.71);
    expect(Number(attribute(style, 'spacing', 'before')) / 20).toBeGreaterThanOrEqual(6);
  });

  it('rules are lines: a third to a half below the body, as long as the motto below the motto', () => {
    const length = (name: string, column: number) => {
      const style = styleOf(styles, name);
      expect(style).toContain('<w:top w:val="single"');
      return (column * 72) / 25.4 - (2 * Number(attribute(style, 'ind', 'left'))) / 20;
    };
    const last = linesOf('SỞ THÔNG TIN VÀ TRUYỀN THÔNG', 12, (70 * 72) / 25.4).at(-1) ?? '';
    expect(last).toBe('VÀ TRUYỀN THÔNG');
    const share = length('Đường kẻ dưới tên cơ quan', 70) / textWidth(last, 12);
    expect(share).toBeGreaterThan(1 / 3);
    expect(share).toBeLessThan(1 / 2);
    const motto = length('Đường kẻ dưới tiêu ngữ', 95) / textWidth('Độc lập - Tự do - Hạnh phúc', 13);
    expect(motto).toBeCloseTo(1, 1);
  });
});

describe('what it says', () => {
  it.each(noticeKinds)('%s: every part in its place, with number and date left blank', async (kind) => {
    const { document } = await partsOf(ofKind(kind));
    const text = textOf(document);
    const isNotice = kind === 'suspension' || kind === 'deletion';
    const order = [
      'ỦY BAN NHÂN DÂN',
      'SỞ THÔNG TIN',
      'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
      'Độc lập - Tự do - Hạnh phúc',
      isNotice ? 'Số: …/TB-STTTT' : 'Số: …/STTTT-CNTT',
      ...(isNotice
        ? ['Lai Châu, ngày … tháng … năm …', 'THÔNG BÁO']
        : ['V/v ', 'Lai Châu, ngày … tháng … năm …', 'Kính gửi: Sở ']),
      'Căn cứ khoản ',
      '0213 3 876 543./.',
      'Nơi nhận:',
      '- Lưu: VT, CNTT.',
      'GIÁM ĐỐC',
      'Nguyễn Văn An',
    ];
    const places = order.map((one) => text.indexOf(one));
    expect(places.every((at) => at >= 0)).toBe(true);
    expect(places).toEqual(places.toSorted((a, b) => a - b));
    expect(text.includes('Ủy ban nhân dân tỉnh Lai Châu (để báo cáo)')).toBe(kind === 'deletion');
    expect(text).not.toContain('undefined');
  });

  it('signs in the head’s stead or by the head’s order under both titles', async () => {
    for (const [onBehalf, ownTitle] of [
      ['KT', 'Phó Giám đốc'],
      ['TL', 'Chánh Văn phòng'],
    ] as const) {
      const signer = { ...office.signer, onBehalf, ownTitle };
      const notice = ofKind('suspension');
      const { document } = await partsOf(
        notice,
        renderLetter(notice, { ...context, office: { ...office, signer } }),
      );
      expect(textOf(document)).toMatch(new RegExp(`${onBehalf}\\. GIÁM ĐỐC\\s+${ownTitle.toUpperCase()}`));
    }
  });

  it('is the same bytes each time, and says which notice it is', async () => {
    for (const notice of noticesOfEveryKind(7)) {
      const [first, second] = [await partsOf(notice), await partsOf(notice)];
      expect(first.bytes).toEqual(second.bytes);
      const { people, ...told } = notice;
      const marks = people.map(({ key, day, reason }) => ({ key, day, reason }));
      expect(readNotice(first.bytes)).toEqual({ ...told, marks });
    }
  });

  it('takes sixty people with long names, marks and signs no XML can hold', async () => {
    const one = ofKind('suspension').people[0];
    if (one === undefined) throw new Error('nobody');
    const names = [
      'Hoàng Phủ Ngọc Tường Nguyễn Thị Thanh Huyền Trân Châu',
      'H’Hen & <Niê>',
      'Lò\u001fVăn\u0000Xư',
    ];
    const people = Array.from({ length: 60 }, (_, i) => ({
      ...one,
      key: `person:LC-${String(i).padStart(6, '0')}` as const,
      name: names[i % names.length] ?? '',
      address: `${'a'.repeat(1 + i)}.phongkinhte.phongtho@laichau.gov.vn`,
    }));
    const base = { kind: 'suspension', organization: 'sotp', drafted: '2026-11-24' } as const;
    const { document, bytes } = await partsOf({ ...base, id: noticeId(base, people), people });
    expect(document.match(/<w:tr[ >]/g)).toHaveLength(2 + 1 + 1 + 60);
    expect(document).toContain('<w:tblHeader/>');
    expect(document).toContain('H’Hen &amp; &lt;Niê&gt;');
    expect(document).toContain('Lò Văn Xư');
    const stamp = readNotice(bytes);
    expect(typeof stamp === 'string' ? [] : stamp.marks).toHaveLength(60);
  });
});
