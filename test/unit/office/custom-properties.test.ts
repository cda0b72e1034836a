/** Custom properties of a Word document: written, read, and the same bytes each time. */
import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { readProperties, unpackDocument, withProperties } from '../../../src/office/custom-properties.ts';
import { packParts } from '../../../src/office/pack.ts';
import { readNotice } from '../../../src/office/read-notice.ts';

const parts = {
  'word/document.xml': strToU8('<w:document/>'),
  '_rels/.rels': strToU8('<Relationships></Relationships>'),
  '[Content_Types].xml': strToU8('<Types></Types>'),
};
const properties = [
  { name: 'one', value: 'Lý & <Xừ> "Go"' },
  { name: 'two', value: '' },
];

describe('custom properties', () => {
  it('are read as they were written, and again after being replaced', () => {
    const once = withProperties(parts, properties);
    expect(readProperties(packParts(once))).toEqual(properties);
    const twice = withProperties(once, [{ name: 'three', value: '3' }]);
    expect(readProperties(packParts(twice))).toEqual([{ name: 'three', value: '3' }]);
    const types = new TextDecoder().decode(twice['[Content_Types].xml']);
    expect(types.match(/custom\.xml/g)).toHaveLength(1);
  });

  it('are packed to the same bytes in whatever order the parts are given', () => {
    const reversed = Object.fromEntries(Object.entries(parts).toReversed());
    expect(packParts(reversed)).toEqual(packParts(parts));
  });

  it('are none of bytes that are no Word document', () => {
    expect(unpackDocument(strToU8('%PDF-1.7'))).toBeUndefined();
    expect(unpackDocument(zipSync({ 'xl/workbook.xml': strToU8('<x/>') }))).toBeUndefined();
    expect(readNotice(strToU8(''))).toBe('foreign');
    expect(readNotice(packParts(withProperties(parts, properties)))).toBe('foreign');
  });

  it('are none of a document that unfolds to more than any letter has', () => {
    const bomb = zipSync({ ...parts, 'word/media/x': new Uint8Array(65 * 1024 * 1024) }, { level: 1 });
    expect(unpackDocument(bomb)).toBeUndefined();
  });
});
