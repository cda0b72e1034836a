/** The words of what ends `danhba import`. */
import type { RemarkWords } from './remark-words.ts';

export const importErrors = {
  'import-decisions.adoption': {
    vi: 'không phải danh sách tiếp nhận do lần nhập trước ghi, không ghi đè',
    en: 'is no list that an import has written, and is not written over',
    hint: {
      vi: 'Đổi tên hoặc chuyển tệp này đi, rồi chạy lại',
      en: 'Give it another name or move it away, and run again',
    },
  },
  'import-decisions.columns': {
    vi: 'thiếu cột {columns}: không phải bảng quyết định của lần nhập trước, không ghi đè',
    en: 'lacks the columns {columns}: it is not the table of decisions of an import, and is not written over',
    hint: {
      vi: 'Giữ nguyên dòng tiêu đề khi điền; hoặc chuyển tệp này đi, rồi chạy lại',
      en: 'Leave the header as it is; or move this file away, and run again',
    },
  },
  'import-encoding': {
    vi: 'tệp không ghi bằng Unicode mà bằng bảng mã cũ ({encoding}): tên người đọc ra có thể sai',
    en: 'this file is no Unicode text but of an older encoding ({encoding}): names could be read wrongly',
    hint: {
      vi: 'Chuyển sang Unicode (UniKey Toolkit, nút "Chuyển mã"), hoặc mở bằng Excel rồi lưu dạng "CSV UTF-8", rồi chạy lại',
      en: 'Convert it to Unicode (by a converter), or open it in Excel and save it as "CSV UTF-8", then run again',
    },
  },
  'import-file.ending': {
    vi: 'không biết đọc tệp có đuôi này',
    en: 'files of this ending are not read',
    hint: {
      vi: '--from ldap, hoặc một tệp .ldif, .csv hay .xlsx (tệp .xls cũ: mở bằng Excel rồi lưu thành .xlsx)',
      en: '--from ldap, or a file of .ldif, .csv or .xlsx (an old .xls: save it as .xlsx first)',
    },
  },
  'import-file.size': {
    vi: 'tệp lớn hơn {limit} byte, không đọc',
    en: 'larger than {limit} octets, so it is not read',
    hint: {
      vi: 'Xuất lại, không kèm ảnh và chứng thư',
      en: 'Export it again, without pictures and certificates',
    },
  },
  'import-file.unreadable': {
    vi: 'không đọc được ({cause})',
    en: 'cannot be read ({cause})',
    hint: {
      vi: 'Xem lại tên tệp và quyền đọc',
      en: 'See to the name of the file, and to the right to read it',
    },
  },
  'import-ldif.base64': {
    vi: 'giá trị sau "::" không phải base64: {text}',
    en: 'what follows "::" is no base64: {text}',
    hint: {
      vi: 'Tệp có thể bị cắt dở hoặc bị sửa tay: xuất lại từ máy chủ (slapcat, ldapsearch -LLL)',
      en: 'The file may be cut short, or was edited: export it again (slapcat, ldapsearch -LLL)',
    },
  },
  'import-ldif.changes': {
    vi: 'tệp này ghi thay đổi, không phải mục: {text}',
    en: 'this file has changes, not entries: {text}',
    hint: {
      vi: 'Xuất toàn bộ cây từ máy chủ (slapcat, ldapsearch -LLL), đừng dùng tệp cho ldapmodify',
      en: 'Export the whole tree (slapcat, ldapsearch -LLL) instead of a file for ldapmodify',
    },
  },
  'import-ldif.dn': {
    vi: 'một mục phải bắt đầu bằng "dn:": {text}',
    en: 'an entry has to begin with "dn:": {text}',
    hint: {
      vi: 'Giữa hai mục có một dòng trống; trong một mục không có dòng trống nào',
      en: 'A blank line stands between two entries, and none inside of one',
    },
  },
  'import-ldif.line': {
    vi: 'dòng này không có dạng "thuộc tính: giá trị": {text}',
    en: 'this line has not the form "attribute: value": {text}',
    hint: {
      vi: 'Dòng nối tiếp phải bắt đầu bằng một dấu cách; xuất lại từ máy chủ nếu tệp bị sửa tay',
      en: 'A line that goes on begins with a space; export it again where the file was edited',
    },
  },
  'import-ldif.url': {
    vi: 'giá trị nằm ở một tệp khác, không đọc: {text}',
    en: 'the value stands in another file, which is not read: {text}',
    hint: {
      vi: 'Xuất lại sao cho giá trị nằm ngay trong tệp',
      en: 'Export it so that the values stand in the file itself',
    },
  },
  'import-map.exists': {
    vi: 'đã có sẵn, không ghi đè lên những gì đã quyết định trong đó',
    en: 'is there already, and what was decided in it is not written over',
    hint: {
      vi: 'Nêu một tệp khác bằng --map; hoặc xóa tệp này nếu không cần nữa; hoặc thêm --overwrite',
      en: 'Name another file by --map; or delete this one where nobody needs it; or add --overwrite',
    },
  },
  'import-map.missing': {
    vi: 'không có tệp ánh xạ này',
    en: 'there is no such map',
    hint: {
      vi: 'Cho danhba viết bản đầu từ dữ liệu, rồi đọc lại và ký: thêm --suggest-map',
      en: 'Let danhba write a first one from the data, then read and sign it: add --suggest-map',
    },
  },
  'import-map.unusable': {
    vi: 'không dùng được tệp ánh xạ:\n{problems}',
    en: 'the map cannot be used:\n{problems}',
  },
  'import-policy': {
    vi: 'chưa có policy.yaml: không biết tên miền và quy tắc của tỉnh',
    en: 'has no policy.yaml: the domain and the rules of the province are not known',
    hint: {
      vi: 'Tạo kho của tỉnh trước (danhba init), hoặc nêu chính sách bằng --policy',
      en: "Make the province's repository first (danhba init), or name a policy by --policy",
    },
  },
  'import-table.column': {
    vi: 'hai cột cùng tên "{column}"',
    en: 'two columns are called "{column}"',
    hint: {
      vi: 'Đặt tên khác nhau cho hai cột ở dòng tiêu đề',
      en: 'Give them different names in the header',
    },
  },
  'import-table.empty': {
    vi: 'bảng không có dòng nào',
    en: 'has no rows',
    hint: {
      vi: 'Dòng đầu là tên các cột, mỗi người một dòng bên dưới',
      en: 'The first row names the columns, and each person has a row below',
    },
  },
  'import-table.quote': {
    vi: 'dấu ngoặc kép ở đây mở mà không đóng, hoặc đứng giữa một ô',
    en: 'a quotation mark opens here and does not close, or stands inside of a cell',
    hint: {
      vi: 'Trong ô có ngoặc kép thì viết hai dấu liền nhau (""), hoặc lưu lại từ Excel',
      en: 'Write it twice ("") inside of a cell, or save the file from Excel again',
    },
  },
  'import-xlsx.sheet': {
    vi: 'không có trang tính "{sheet}"; có: {sheets}',
    en: 'there is no sheet "{sheet}"; there are: {sheets}',
    hint: { vi: 'Sửa sheet: trong tệp ánh xạ', en: 'Correct sheet: in the map' },
  },
  'import-xlsx.sheets': {
    vi: 'có nhiều trang tính, không biết lấy trang nào: {sheets}',
    en: 'has several sheets, and nothing tells which one is meant: {sheets}',
    hint: {
      vi: 'Ghi tên một trang vào sheet: trong tệp ánh xạ',
      en: 'Name one of them as sheet: in the map',
    },
  },
  'import-xlsx.unreadable': {
    vi: 'không phải sổ tính .xlsx đọc được ({cause})',
    en: 'is no workbook that can be read ({cause})',
    hint: {
      vi: 'Bỏ mật khẩu của tệp nếu có, mở bằng Excel rồi lưu lại dạng .xlsx',
      en: 'Take off its password where it has one, open it in Excel and save it as .xlsx again',
    },
  },
} as const satisfies Record<string, RemarkWords>;
