/** The words for what a file says beyond its own house, and for what the policy leaves open. */
import type { AuthorityArgs } from '../../../model/problems/authority.ts';
import type { WordingTable } from '../../text/wording.ts';

export const authorityWords: WordingTable<AuthorityArgs> = {
  'address-foreign': {
    vi: ({ address, organization, space, owner }) => ({
      message:
        owner === undefined
          ? `Địa chỉ ${address} không thuộc phạm vi của "${organization}"`
          : `Địa chỉ ${address} thuộc phạm vi của "${owner}", không phải của "${organization}"`,
      hint:
        space === ''
          ? 'Sửa lỗi của tổ chức trước: chưa biết phạm vi của tệp này'
          : `Tệp này đặt được địa chỉ có phần trước @ là "${space}" hoặc kết thúc bằng ".${space}" (hộp thư cơ quan: cả tên viết tắt khác được chấp nhận của chính mình); địa chỉ khác cần đơn vị vận hành ghi trong grants.yaml kèm văn bản`,
    }),
    en: ({ address, organization, space, owner }) => ({
      message:
        owner === undefined
          ? `The address ${address} lies outside the space of "${organization}"`
          : `The address ${address} lies in the space of "${owner}", not of "${organization}"`,
      hint:
        space === ''
          ? 'Put the organization right first: what its file may name is not known'
          : `This file may name "${space}" and what ends in ".${space}" (an agency mailbox also the other accepted abbreviations of its own name); any other address needs the operator's line in grants.yaml, with its document`,
    }),
  },
  'suffix-foreign': {
    vi: ({ suffix, allowed }) => ({
      message: `Đuôi địa chỉ "${suffix}" không phải của tổ chức này`,
      hint: `Dùng ${allowed.map((one) => `"${one}"`).join(' hoặc ')}, hoặc xóa dòng personSuffix; đuôi khác cần đơn vị vận hành ghi trong grants.yaml kèm văn bản`,
    }),
    en: ({ suffix, allowed }) => ({
      message: `The suffix "${suffix}" is not this organization's`,
      hint: `Use ${allowed.map((one) => `"${one}"`).join(' or ')}, or delete the line personSuffix; another one needs the operator's line in grants.yaml, with its document`,
    }),
  },
  'grant-unused': {
    vi: ({ what, who }) => ({
      message: `Không ai dùng mục cho phép này: ${what} cho ${who}`,
      hint: 'Sửa cho đúng địa chỉ và tài khoản, hoặc xóa mục đó',
    }),
    en: ({ what, who }) => ({
      message: `Nothing uses this grant: ${what} for ${who}`,
      hint: 'Correct the address or the account, or delete the item',
    }),
  },
  'operators-unnamed': {
    vi: ({ operator }) => ({
      message: `Chưa nêu tên người vận hành; đang coi mọi người đại diện của "${operator}" là người vận hành`,
      hint: 'Thêm "operators: [tên đăng nhập GitHub, …]" vào policy.yaml, ít nhất hai người',
    }),
    en: ({ operator }) => ({
      message: `No operator is named; whoever represents "${operator}" counts as one`,
      hint: 'Add "operators: [GitHub login, …]" to policy.yaml, two at least',
    }),
  },
  'policy-below-rule': {
    vi: ({ setting, value, rule, clause }) => ({
      message: `${setting}: ${value} nhẹ hơn quy định ${rule} của khoản ${clause}`,
      hint: `Ghi ${rule}, hoặc giữ nguyên nếu văn bản sau này của tỉnh quy định khác`,
    }),
    en: ({ setting, value, rule, clause }) => ({
      message: `${setting}: ${value} is laxer than the ${rule} of clause ${clause}`,
      hint: `Write ${rule}, or leave it where a later regulation of the province says otherwise`,
    }),
  },
  'password-page-foreign': {
    vi: ({ setting, page, domain }) => ({
      message: `${setting}: ${page} không thuộc tên miền của nhà nước; phiếu mật khẩu không in địa chỉ này`,
      hint: `Dùng một tên máy dưới ${domain} (hoặc dưới một tên miền của governmentDomains), hoặc xóa dòng này`,
    }),
    en: ({ setting, page, domain }) => ({
      message: `${setting}: ${page} is not in a domain of the government; no password sheet shows it`,
      hint: `Use a host below ${domain} (or below one of governmentDomains), or delete the line`,
    }),
  },
  'legacy-domain-foreign': {
    vi: ({ domain, allowed }) => ({
      message: `naming.legacyDomains: ${domain} không thuộc ${allowed.join(', ')}; không địa chỉ nào ở đó được giữ lại (13.7)`,
      hint: 'Chỉ ghi tên miền của nhà nước; nếu đúng là của nhà nước thì thêm vào governmentDomains',
    }),
    en: ({ domain, allowed }) => ({
      message: `naming.legacyDomains: ${domain} is not in ${allowed.join(', ')}; no address there is kept (13.7)`,
      hint: 'Name domains of the government alone; one that is gets a line in governmentDomains',
    }),
  },
  'legacy-collision': {
    vi: ({ address, byRule, until, holder }) => ({
      message: `Từ ${until}, "${address}" phải đổi sang "${byRule}", nhưng địa chỉ này là của ${holder} (13.7)`,
      hint: 'Trước ngày đó, xin quyết định một địa chỉ khác còn giữ dạng (5.2.b) và bỏ "legacy"',
    }),
    en: ({ address, byRule, until, holder }) => ({
      message: `From ${until}, "${address}" is to be "${byRule}", which is that of ${holder} (13.7)`,
      hint: 'Before that day, have another address decided that keeps the form (5.2.b), and take "legacy" out',
    }),
  },
  'protected-unknown': {
    vi: ({ key }) => ({
      message: `guard.protected: chưa thấy tài khoản "${key}" trong các tệp (và trên máy chủ, nếu đã hỏi)`,
      hint: 'Sửa mã cho đúng; tài khoản viết sai mã thì không được bảo vệ',
    }),
    en: ({ key }) => ({
      message: `guard.protected: no file declares "${key}", nor does the server where it was asked`,
      hint: 'Correct the id: an account that is misspelled is not protected',
    }),
  },
};
