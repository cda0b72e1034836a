import fc from 'fast-check';
import { expect, it } from 'vitest';
import { makeSharedTexts } from '../../../src/ldap/read/shared-texts.ts';

const text = fc.oneof(
  fc.constantFrom('', 'cn', 'danhbaKey', 'Chuyên viên', 'Sở Y tế', 'x'.repeat(96), 'x'.repeat(97)),
  fc.string({ unit: 'grapheme', maxLength: 60 }),
);

it('is the text that the octets say, whatever came before', () => {
  fc.assert(
    fc.property(fc.array(text, { maxLength: 60 }), fc.nat(3), (texts, shift) => {
      const shared = makeSharedTexts((one) => one);
      for (const one of texts) {
        const buffer = Buffer.concat([Buffer.alloc(shift, 0x41), Buffer.from(one), Buffer.from('behind')]);
        const element = { tag: 4, start: shift, end: shift + Buffer.byteLength(one) };
        expect(shared.find(buffer, element) ?? shared.make(buffer, element)).toBe(
          buffer.toString('utf8', element.start, element.end),
        );
      }
    }),
  );
});

it('makes a text once, and keeps what is told of it after the buffer is used for something else', () => {
  let made = 0;
  const shared = makeSharedTexts((one) => ({ one, number: ++made }));
  const buffer = Buffer.from('title');
  const element = { tag: 4, start: 0, end: 5 };
  const first = shared.make(buffer, element);
  expect(shared.find(buffer, element)).toBe(first);
  buffer.write('other');
  expect(shared.find(buffer, element)).toBeUndefined();
  expect(shared.find(Buffer.from('title'), element)).toBe(first);
});
