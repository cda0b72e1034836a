/** The words for codes and addresses that break Article 5, or that somebody else has. */
import type { NamingArgs } from '../../../model/problems/naming.ts';
import type { WordingTable } from '../../text/wording.ts';
import { kindNames, list } from './naming-kinds.ts';

export const codeWords: WordingTable<Pick<NamingArgs, Extract<keyof NamingArgs, `code-${string}`>>> = {
  'code-form': {
    vi: ({ code }) => ({
      message: `Mã "${code}" không đúng: viết liền, không dấu, chỉ a–z và 0–9 (5.1)`,
      hint: 'Sửa mã thành một nhãn, ví dụ sotttt.',
    }),
    en: ({ code }) => ({
      message: `The code "${code}" is not one label of a–z and 0–9 (5.1)`,
      hint: 'Make it one label, such as sotttt.',
    }),
  },
  'code-not-accepted': {
    vi: ({ code, accepted }) => ({
      message: `Mã "${code}" không phải tên viết tắt của tổ chức (5.1.a, 5.1.c); chấp nhận: ${list(accepted)}`,
      hint: 'Dùng một mã được chấp nhận, hoặc ghi văn bản làm căn cứ ("codeBasis", "decision").',
    }),
    en: ({ code, accepted }) => ({
      message: `The code "${code}" does not abbreviate the name (5.1.a, 5.1.c); accepted: ${list(accepted)}`,
      hint: 'Use an accepted code, or record the document it rests on ("codeBasis", "decision").',
    }),
  },
  'code-full-name': {
    vi: ({ code, expected, kind }) => ({
      message: `Địa chỉ của ${kindNames[kind].vi} dùng tên đầy đủ viết liền "${expected}", không phải "${code}" (5.1.b, 5.1.d)`,
      hint: `Sửa thành "${expected}"; văn bản quyết định không thay đổi được điều này.`,
    }),
    en: ({ code, expected, kind }) => ({
      message: `The address of ${kindNames[kind].en} is its full name joined, "${expected}", not "${code}" (5.1.b, 5.1.d)`,
      hint: `Make it "${expected}"; a decision does not change this.`,
    }),
  },
  'code-fixed': {
    vi: ({ code, expected, kind }) => ({
      message: `Địa chỉ của ${kindNames[kind].vi} là "${expected}", không phải "${code}" (5.1.a, 5.1.b)`,
      hint: `Sửa thành "${expected}".`,
    }),
    en: ({ code, expected, kind }) => ({
      message: `The address of ${kindNames[kind].en} is "${expected}", not "${code}" (5.1.a, 5.1.b)`,
      hint: `Make it "${expected}".`,
    }),
  },
  'code-town-full-name': {
    vi: ({ code, accepted }) => ({
      message: `Thị trấn dùng tên viết tắt, không dùng tên đầy đủ "${code}" (5.1.d)`,
      hint: `Dùng: ${list(accepted)}.`,
    }),
    en: ({ code, accepted }) => ({
      message: `A town has an abbreviated name, not its full name "${code}" (5.1.d)`,
      hint: `Use: ${list(accepted)}.`,
    }),
  },
};

export const addressWords: WordingTable<Pick<NamingArgs, Extract<keyof NamingArgs, `address-${string}`>>> = {
  'address-form': {
    vi: ({ address }) => ({
      message: `"${address}" không phải địa chỉ hợp lệ: chỉ a–z, 0–9 và dấu chấm, phần trước @ không quá 64 ký tự (Điều 5)`,
      hint: 'Sửa lại địa chỉ, viết liền không dấu.',
    }),
    en: ({ address }) => ({
      message: `"${address}" is no address: a–z, 0–9 and dots only, 64 characters at most before @ (Article 5)`,
      hint: 'Correct the address; no marks, no spaces.',
    }),
  },
  'address-domain': {
    vi: ({ address, domain }) =>
      address.includes('@')
        ? {
            message: `"${address}" không thuộc tên miền ${domain} (Điều 5)`,
            hint: `Dùng địa chỉ @${domain}.`,
          }
        : {
            message: `"${address}" chưa phải địa chỉ: thiếu @ và tên miền (Điều 5)`,
            hint: `Ghi đủ cả "@${domain}".`,
          },
    en: ({ address, domain }) =>
      address.includes('@')
        ? {
            message: `"${address}" is not under the domain ${domain} (Article 5)`,
            hint: `Use an address @${domain}.`,
          }
        : {
            message: `"${address}" is no address: @ and the domain are missing (Article 5)`,
            hint: `Write all of it, with "@${domain}".`,
          },
  },
  'address-differs': {
    vi: ({ address, expected, of }) => ({
      message: `Địa chỉ "${address}" khác với địa chỉ theo quy định "${expected}" (${of === 'person' ? '5.2.a' : '5.1'})`,
      hint:
        of === 'person'
          ? 'Dùng địa chỉ theo quy định, hoặc ghi số văn bản quyết định (5.2.b).'
          : 'Dùng địa chỉ theo quy định; mã khác cần văn bản làm căn cứ.',
    }),
    en: ({ address, expected, of }) => ({
      message: `The address "${address}" is not the one by the rules, "${expected}" (${of === 'person' ? '5.2.a' : '5.1'})`,
      hint:
        of === 'person'
          ? 'Use the address by the rules, or record the deciding document (5.2.b).'
          : 'Use the address by the rules; another code needs a recorded basis.',
    }),
  },
  'address-decided-form': {
    vi: ({ address, given, suffix }) => ({
      message: `Địa chỉ đã quyết định "${address}" không giữ dạng: phải bắt đầu bằng tên gọi (${list(given)}), thêm chữ của họ và tên đệm, kết thúc bằng ".${suffix}" (5.2.b)`,
      hint: 'Đề nghị thủ trưởng tổ chức chọn địa chỉ khác, đúng dạng.',
    }),
    en: ({ address, given, suffix }) => ({
      message: `The decided address "${address}" does not keep the form: it must begin with the given name (${list(given)}), go on with letters of the other names, and end in ".${suffix}" (5.2.b)`,
      hint: 'Ask the head of the organization for another address in the form.',
    }),
  },
  'address-old-form': {
    vi: ({ address }) => ({
      message: `"${address}" không giữ lại được: phần trước @ chỉ gồm a–z, 0–9, giữa chúng từng dấu . - _, không quá 64 ký tự (13.7)`,
      hint: 'Bỏ dòng "address" để dùng địa chỉ theo quy định, hoặc ghi một địa chỉ khác có quyết định.',
    }),
    en: ({ address }) => ({
      message: `"${address}" cannot be kept: before @ there may be a–z, 0–9, and between them single . - _, 64 characters at most (13.7)`,
      hint: 'Delete "address" to use the one by the rules, or write another that was decided on.',
    }),
  },
  'address-length': {
    vi: ({ localPart, max }) => ({
      message: `"${localPart}" dài quá ${max} ký tự trước @ (RFC 5321)`,
      hint: 'Ghi địa chỉ ngắn hơn kèm số văn bản quyết định.',
    }),
    en: ({ localPart, max }) => ({
      message: `"${localPart}" is longer than ${max} characters before @ (RFC 5321)`,
      hint: 'Record a shorter address with the deciding document.',
    }),
  },
  'address-reserved': {
    vi: ({ localPart }) => ({
      message: `"${localPart}" dành cho hệ thống thư, không cấp cho tổ chức hay cá nhân`,
      hint: 'Chọn mã hoặc địa chỉ khác.',
    }),
    en: ({ localPart }) => ({
      message: `"${localPart}" is reserved for the mail system`,
      hint: 'Choose another code or address.',
    }),
  },
  'address-fixed': {
    vi: ({ localPart, owner }) => ({
      message: `"${localPart}" là địa chỉ của ${kindNames[owner].vi} (${owner === 'city' ? '5.1.b' : '5.1.a'})`,
      hint: 'Chọn mã khác, hoặc sửa kind.',
    }),
    en: ({ localPart, owner }) => ({
      message: `"${localPart}" is the address of ${kindNames[owner].en} (${owner === 'city' ? '5.1.b' : '5.1.a'})`,
      hint: 'Choose another code, or correct the kind.',
    }),
  },
  'address-taken': {
    vi: ({ address, ...by }) => ({
      message: `Địa chỉ "${address}" đã thuộc ${by.holder === undefined ? `dòng ${by.line}` : `${by.holder} (${by.place})`}`,
      hint: 'Cá nhân: ghi address khác còn giữ dạng và số văn bản quyết định (5.2.b). Tổ chức: ghi code khác.',
    }),
    en: ({ address, ...by }) => ({
      message: `The address "${address}" is that of ${by.holder === undefined ? `line ${by.line}` : `${by.holder} (${by.place})`}`,
      hint: 'A person: give another address in the form and the deciding document (5.2.b). An organization: another code.',
    }),
  },
};
