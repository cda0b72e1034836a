/** The values of a field are told in the words of the reader, never in those of the program. */
import { expect, it } from 'vitest';
import { type Account, type AccountField, valueSeparator } from '../../../src/model/account/account.ts';
import { valueText } from '../../../src/render/text/values.ts';

const account = {
  key: 'person:LC-1',
  name: 'Lò Văn Chi',
  mailbox: false,
  addresses: ['a@x.vn', 'b@x.vn'],
  state: 'terminated',
  reason: 'retirement',
  organizationKind: 'district-room',
  locked: true,
} as unknown as Account;

it.each([
  ['state', 'đã chấm dứt', 'ended'],
  ['reason', 'nghỉ hưu', 'retirement'],
  ['organizationKind', 'phòng thuộc huyện', 'a district room'],
  ['locked', 'có', 'yes'],
  ['mailbox', 'không', 'no'],
  ['title', 'không có', 'none'],
  ['addresses', 'a@x.vn, b@x.vn', 'a@x.vn, b@x.vn'],
  ['name', 'Lò Văn Chi', 'Lò Văn Chi'],
] as const satisfies readonly (readonly [AccountField, string, string])[])('%s: %s, %s', (field, vi, en) => {
  expect(valueText(account, field, 'vi')).toBe(vi);
  expect(valueText(account, field, 'en')).toBe(en);
});

it('what danhba does not know is shown as the server has it, each part apart', () => {
  const state = `active${valueSeparator}asleep` as Account['state'];
  expect(valueText({ ...account, ...(state && { state }) }, 'state', 'vi')).toBe('đang dùng | asleep');
  expect(valueText({ ...account, locked: '20300101000000Z' }, 'locked', 'vi')).toBe('20300101000000Z');
});
