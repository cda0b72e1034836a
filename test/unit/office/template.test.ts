/** A province's own template: what is wrong with it is told before it is used, and what it says is kept. */
import { Document, Packer, Paragraph } from 'docx';
import { strFromU8, strToU8 } from 'fflate';
import { describe, expect, it } from 'vitest';
import { ExpectedError } from '../../../src/model/problems/errors.ts';
import { unpackDocument } from '../../../src/office/custom-properties.ts';
import { packParts } from '../../../src/office/pack.ts';
import { readNotice } from '../../../src/office/read-notice.ts';
import { checkTemplate } from '../../../src/office/template.ts';
import { makeDocument } from '../../../src/office/write-notice.ts';
import { renderLetter } from '../../../src/render/notices/letter.ts';
import { context, noticesOfEveryKind } from '../../support/notices.ts';

const templateOf = (...lines: string[]): Promise<Uint8Array> =>
  Packer.pack(
    new Document({ sections: [{ children: lines.map((text) => new Paragraph({ text })) }] }),
    'uint8array',
  );

async function refusalOf(bytes: Uint8Array): Promise<unknown> {
  try {
    await checkTemplate('templates/suspension.docx', bytes);
    return undefined;
  } catch (thrown) {
    return thrown instanceof ExpectedError ? thrown.remark : thrown;
  }
}

describe('a template', () => {
  it('is refused with one line: no Word document, macros, a placeholder nobody knows, one that is missing', async () => {
    const good = await templateOf('{{organization}}', '{{ people }}');
    const at = 'templates/suspension.docx';
    const macros = packParts({ ...unpackDocument(good), 'word/vbaProject.bin': strToU8('x') });
    expect(await refusalOf(good)).toBeUndefined();
    expect(await refusalOf(strToU8('%PDF'))).toEqual({ says: 'notice-template.format', facts: { at } });
    expect(await refusalOf(macros)).toEqual({ says: 'notice-template.format', facts: { at } });
    expect(await refusalOf(await templateOf('{{organization}} {{people}} {{signr}}'))).toEqual({
      says: 'notice-template.near',
      facts: { at, placeholder: '{{signr}}', nearest: '{{signer}}' },
    });
    expect(await refusalOf(await templateOf('{{organization}} {{people}} {{mật khẩu}}'))).toMatchObject({
      says: 'notice-template.unknown',
      facts: { placeholder: '{{mật khẩu}}' },
    });
    expect(await refusalOf(await templateOf('{{organization}}'))).toEqual({
      says: 'notice-template.needed',
      facts: { at, placeholder: '{{people}}' },
    });
  });

  it('is filled, keeps its own words, says which notice it is, and is the same bytes each time', async () => {
    const template = await templateOf(
      'Mẫu của tỉnh: {{organization}}',
      '{{text}}',
      '{{people}}',
      '{{signer}} {{number}}',
    );
    const [notice] = noticesOfEveryKind(3);
    if (notice === undefined) throw new Error('no notice');
    const letter = renderLetter(notice, context);
    const bytes = await makeDocument(notice, letter, template);
    expect(await makeDocument(notice, letter, template)).toEqual(bytes);
    const text = strFromU8(unpackDocument(bytes)?.['word/document.xml'] ?? new Uint8Array());
    for (const part of [
      'Mẫu của tỉnh: ',
      'Sở Tư pháp',
      'Căn cứ khoản 1',
      '2. Trong thời gian',
      'Nguyễn Văn An',
    ]) {
      expect(text).toContain(part);
    }
    for (const { address } of notice.people) expect(text).toContain(address);
    expect(text).not.toContain('{{');
    const stamp = readNotice(bytes);
    expect(typeof stamp === 'string' ? stamp : stamp.id).toBe(notice.id);
  });
});
