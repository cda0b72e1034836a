/** What an import did with each kind of thing, in the words of its report. */
import type { NoteCode } from '../../../model/import/report.ts';
import type { Language } from '../../text/wording.ts';

type Words = Readonly<Record<Language, string>>;

/** The heading of each kind, and what became of it. */
export const noteWords = {
  'file-unedited': {
    title: { vi: 'Tệp không sửa được', en: 'Files that could not be edited' },
    done: { vi: 'Tệp giữ nguyên; sửa bằng tay.', en: 'Left as they are; to be edited by hand.' },
  },
  'no-organization': {
    title: { vi: 'Chưa vào tệp nào: không rõ cơ quan', en: 'In no file: organization unknown' },
    done: {
      vi: 'Vẫn nguyên trên máy chủ; vào tệp khi có câu trả lời.',
      en: 'As they are on the server; they come when it is answered.',
    },
  },
  'no-name': {
    title: { vi: 'Chưa vào tệp nào: không có họ tên', en: 'In no file: no name' },
    done: {
      vi: 'Vẫn nguyên ở nguồn; ghi họ tên vào câu trả lời.',
      en: 'As they are there; the answer gives the name.',
    },
  },
  'entry-unknown': {
    title: { vi: 'Không biết là gì', en: 'Of unknown kind' },
    done: {
      vi: 'Không nhập; không quy tắc nào của map.yaml khớp.',
      en: 'Not imported; no rule of map.yaml fits.',
    },
  },
  service: {
    title: { vi: 'Tài khoản dịch vụ', en: 'Services' },
    done: {
      vi: 'Không nhập; vẫn nguyên trên máy chủ, địa chỉ không cấp cho ai.',
      en: 'Not imported; as they are on the server, and nobody gets their addresses.',
    },
  },
  skipped: {
    title: { vi: 'Bỏ qua theo câu trả lời', en: 'Left out by an answer' },
    done: { vi: 'Không nhập; vẫn nguyên trên máy chủ.', en: 'Not imported; as they are on the server.' },
  },
  agency: {
    title: { vi: 'Hộp thư cơ quan', en: 'Agency mailboxes' },
    done: {
      vi: 'Thành mailbox của cơ quan; chưa rõ người quản lý (custodian), thủ trưởng giao (Điều 9).',
      en: 'Become the mailbox of the organization; the custodian is unknown, the head assigns one (Article 9).',
    },
  },
  'agency-second': {
    title: { vi: 'Hộp thư cơ quan thừa', en: 'Agency mailboxes too many' },
    done: {
      vi: 'Không nhập: cơ quan đã có hộp thư, hoặc map.yaml, hay tệp của cơ quan, nói không có.',
      en: 'Not imported: the organization has one, or map.yaml or its file says it has none.',
    },
  },
  disabled: {
    title: { vi: 'Bị khóa ở nguồn', en: 'Disabled in the source' },
    done: {
      vi: 'Trong tệp vẫn đang dùng: không có văn bản thì không tạm dừng ai.',
      en: 'Active in the files: nobody is suspended without a document.',
    },
  },
  'locked-by-map': {
    title: { vi: 'Tạm dừng hoặc chấm dứt theo văn bản', en: 'Suspended or ended by a document' },
    done: { vi: 'Ghi theo map.yaml.', en: 'Written as map.yaml says.' },
  },
  'ended-there': {
    title: { vi: 'danhba đã chấm dứt trước đây', en: 'Ended by danhba before' },
    done: { vi: 'Không vào tệp nào.', en: 'In no file.' },
  },
  duplicate: {
    title: { vi: 'Có thể ghi hai lần', en: 'Perhaps twice' },
    done: { vi: 'Cả hai đều vào tệp, chờ trả lời.', en: 'Both are in the files, until it is answered.' },
  },
  'no-address': {
    title: { vi: 'Chưa có địa chỉ', en: 'Without an address' },
    done: { vi: 'Được địa chỉ theo quy tắc.', en: 'They get the one by the rules.' },
  },
  'alias-kept': {
    title: { vi: 'Địa chỉ phụ được giữ', en: 'Further addresses that stay' },
    done: { vi: 'Vào aliases.', en: 'Among the aliases.' },
  },
  'alias-dated': {
    title: { vi: 'Địa chỉ phụ sẽ hết', en: 'Further addresses that end' },
    done: {
      vi: 'Còn nhận thư một thời gian sau khi danhba nhận quản lý (policy.yaml, aliasMonths).',
      en: 'They receive for a time after adoption (policy.yaml, aliasMonths).',
    },
  },
  'name-chosen': {
    title: { vi: 'Chọn cách viết đủ dấu', en: 'The spelling with marks was chosen' },
    done: { vi: 'Cùng một họ tên, viết hai cách.', en: 'One name in two spellings.' },
  },
  'name-ascii': {
    title: { vi: 'Họ tên không có chữ nào mang dấu', en: 'Names without any mark' },
    done: { vi: 'Giữ nguyên; xem lại nếu thiếu dấu.', en: 'Kept; to be looked at where marks are missing.' },
  },
  'name-tidied': {
    title: { vi: 'Họ tên sửa khoảng trắng, dạng chữ', en: 'Names with spaces and letter forms put right' },
    done: { vi: 'Chữ không đổi.', en: 'The same letters.' },
  },
  'value-second': {
    title: { vi: 'Chức danh, phòng ban có nhiều giá trị', en: 'Titles and units with several values' },
    done: { vi: 'Giữ giá trị đầu.', en: 'The first is kept.' },
  },
  'value-left-out': {
    title: { vi: 'Giá trị không ghi được vào tệp', en: 'Values no file can hold' },
    done: { vi: 'Bỏ ra.', en: 'Left out.' },
  },
  'phones-dropped': {
    title: { vi: 'Số điện thoại không giữ', en: 'Telephone numbers that are not kept' },
    done: {
      vi: 'Danh bạ sẽ mất các số này khi danhba nhận quản lý, trừ khi policy.yaml có telephoneNumber trong unmanaged.',
      en: 'The directory loses them at adoption unless policy.yaml has telephoneNumber among unmanaged.',
    },
  },
  'phones-unmanaged': {
    title: { vi: 'Nhiều số điện thoại, danhba không quản lý', en: 'Several telephone numbers, not managed' },
    done: {
      vi: 'Trên máy chủ giữ cả; tệp ghi số đầu.',
      en: 'All stay on the server; the file has the first.',
    },
  },
  'broken-attribute': {
    title: { vi: 'Thuộc tính không phải UTF-8', en: 'Attributes that are no UTF-8' },
    done: { vi: 'Đọc được đến đâu ghi đến đó.', en: 'Read as well as could be.' },
  },
  numbered: {
    title: { vi: 'Được đánh số mới', en: 'Numbered on' },
    done: { vi: 'Mã cá nhân là số tiếp theo; không đổi về sau.', en: 'The id is the next number; it stays.' },
  },
} as const satisfies Record<NoteCode, { readonly title: Words; readonly done: Words }>;

export const reportWords = {
  vi: {
    title: 'Kết quả nhập',
    counts: {
      entries: 'mục đọc được',
      people: 'người',
      agencies: 'hộp thư cơ quan',
      organizations: 'tệp cơ quan',
      byRule: 'địa chỉ đúng quy tắc, nhận luôn',
      known: 'người đã có từ trước',
      added: 'người mới vào tệp',
      waiting: 'điều chờ quyết định (decisions.csv)',
    },
    done: 'Nhập xong, không còn gì chờ.',
    check: 'Điều `danhba check` sẽ báo',
    checkDone: (errors: number, warnings: number) => `${errors} lỗi, ${warnings} lưu ý.`,
    clean: 'Không có gì.',
    warnings: 'Lưu ý',
    more: (count: number) => `… và ${count} dòng nữa.`,
    columns: {
      name: 'Họ tên',
      key: 'Mã',
      there: 'Ở nguồn',
      became: 'Thành',
      place: 'Chỗ',
      line: 'Tệp và dòng',
      message: 'Điều sai',
    },
  },
  en: {
    title: 'What the import did',
    counts: {
      entries: 'entries read',
      people: 'people',
      agencies: 'agency mailboxes',
      organizations: 'organizations’ files',
      byRule: 'addresses by the rules, taken over',
      known: 'people who were there before',
      added: 'people who are new in the files',
      waiting: 'decisions that wait (decisions.csv)',
    },
    done: 'All is imported, nothing waits.',
    check: 'What `danhba check` will say',
    checkDone: (errors: number, warnings: number) => `Errors: ${errors}, warnings: ${warnings}.`,
    clean: 'Nothing.',
    warnings: 'Warnings',
    more: (count: number) => `… and ${count} more.`,
    columns: {
      name: 'Name',
      key: 'Key',
      there: 'In the source',
      became: 'Became',
      place: 'Place',
      line: 'File and line',
      message: 'What is wrong',
    },
  },
} as const;
