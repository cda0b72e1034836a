/** The words for problems between well-formed files: ids, references, custodians, dates, collisions. */
import type { RuleArgs } from '../../../model/problems/rules.ts';
import type { WordingTable } from '../../text/wording.ts';

const or = (words: readonly string[]) => words.join(' · ');

/** A file that was deleted is brought back: no line elsewhere is bent to its absence. */
const missingFile = (id: string) => ({
  vi: `Tệp ${id}.yaml bị xóa hay đổi tên thì lấy lại tệp; gõ nhầm thì dùng mã của một tệp đang có`,
  en: `Bring the file ${id}.yaml back if it was deleted or renamed; if the id is mistyped, use that of an existing file`,
});

export const ruleWords: WordingTable<RuleArgs> = {
  'file-name': {
    vi: ({ id, expected }) => ({
      message: `Mã "${id}" khác tên tệp "${expected}.yaml"`,
      hint: 'Mã là cố định: đặt lại tên tệp theo mã, đừng đổi mã của tổ chức đang có',
    }),
    en: ({ id, expected }) => ({
      message: `The id "${id}" differs from the file name "${expected}.yaml"`,
      hint: 'Ids are stable: rename the file, never the id of an existing organization',
    }),
  },
  'organization-duplicate': {
    vi: ({ id, otherFile }) => ({
      message: `Mã tổ chức "${id}" đã dùng ở ${otherFile}`,
      hint: 'Mỗi tổ chức một mã riêng',
    }),
    en: ({ id, otherFile }) => ({
      message: `The organization id "${id}" is already used in ${otherFile}`,
      hint: 'Give every organization an id of its own',
    }),
  },
  'person-duplicate': {
    vi: ({ id, name, otherFile, otherLine, free }) => ({
      message: `Mã "${id}" đã là của ${name} (${otherFile}:${otherLine})`,
      hint: `Người chuyển công tác: tệp cũ ghi "termination: {reason: transfer, document: …, decided: …, to: …}". Người mới: dùng mã chưa ai có, ${free === undefined ? 'hỏi bằng "danhba person-id"' : `tiếp theo là ${free}`}`,
    }),
    en: ({ id, name, otherFile, otherLine, free }) => ({
      message: `The id "${id}" already belongs to ${name} (${otherFile}:${otherLine})`,
      hint: `A transfer: the old file records "termination: {reason: transfer, document: …, decided: …, to: …}". A new person: take an id nobody has, ${free === undefined ? 'as "danhba person-id" tells' : `the next is ${free}`}`,
    }),
  },
  'parent-required': {
    vi: ({ kind }) => ({
      message: `Tổ chức loại ${kind} phải có "parent"`,
      hint: 'Thêm "parent: <mã của cơ quan quản lý trực tiếp>"',
    }),
    en: ({ kind }) => ({
      message: `An organization of kind ${kind} needs a "parent"`,
      hint: 'Add "parent: <id of the organization that manages it directly>"',
    }),
  },
  'parent-forbidden': {
    vi: () => ({ message: 'Ủy ban nhân dân tỉnh không có "parent"', hint: 'Xóa dòng "parent"' }),
    en: () => ({
      message: "The provincial People's Committee has no parent",
      hint: 'Delete the line "parent"',
    }),
  },
  'parent-unknown': {
    vi: ({ parent, suggestion }) => ({
      message: `Không có tổ chức nào mã "${parent}"`,
      hint: suggestion ? `Có phải là "${suggestion}"?` : missingFile(parent).vi,
    }),
    en: ({ parent, suggestion }) => ({
      message: `No organization has the id "${parent}"`,
      hint: suggestion ? `Did you mean "${suggestion}"?` : missingFile(parent).en,
    }),
  },
  'parent-unreadable': {
    vi: ({ parent, file }) => ({
      message: `Tệp của cơ quan quản lý "${parent}" đang lỗi nên chưa đặt được địa chỉ: ${file}`,
      hint: 'Sửa tệp đó trước; tài khoản ở đây giữ nguyên cho đến khi sửa xong',
    }),
    en: ({ parent, file }) => ({
      message: `The file of the parent "${parent}" cannot be used, so no address can be derived: ${file}`,
      hint: 'Correct that file first; the account stays as it is until then',
    }),
  },
  'parent-cycle': {
    vi: ({ ids }) => ({
      message: `Các tổ chức quản lý vòng tròn: ${ids.join(' → ')}`,
      hint: 'Sửa "parent" của một tổ chức trong vòng',
    }),
    en: ({ ids }) => ({
      message: `These organizations manage one another in a circle: ${ids.join(' → ')}`,
      hint: 'Correct the "parent" of one of them',
    }),
  },
  'operator-unknown': {
    vi: ({ operator }) => ({
      message: `Đơn vị vận hành "${operator}" không có tệp`,
      hint: missingFile(operator).vi,
    }),
    en: ({ operator }) => ({
      message: `The operator "${operator}" has no file`,
      hint: missingFile(operator).en,
    }),
  },
  'successor-unknown': {
    vi: ({ successor }) => ({
      message: `Không có tổ chức kế thừa mã "${successor}"`,
      hint: missingFile(successor).vi,
    }),
    en: ({ successor }) => ({
      message: `No organization has the successor id "${successor}"`,
      hint: missingFile(successor).en,
    }),
  },
  'destination-unknown': {
    vi: ({ to, suggestion }) => ({
      message: `Không chuyển đến "${to}" được: không phải mã của một cơ quan khác`,
      hint: suggestion === undefined ? 'Dùng mã (id) của cơ quan nhận người' : `Có phải "${suggestion}"?`,
    }),
    en: ({ to, suggestion }) => ({
      message: `Nobody moves to "${to}": it is not the id of another organization`,
      hint:
        suggestion === undefined
          ? 'Use the id of the organization that takes the person on'
          : `Did you mean "${suggestion}"?`,
    }),
  },
  'to-without-transfer': {
    vi: ({ to }) => ({
      message: `Ghi chuyển đến "${to}" nhưng lý do không phải chuyển công tác`,
      hint: 'Người chuyển công tác: "reason: transfer". Người nghỉ hẳn: bỏ "to"',
    }),
    en: ({ to, reason }) => ({
      message: `It says to "${to}", and the reason is ${reason}, not transfer`,
      hint: 'For somebody who moves: "reason: transfer". For somebody who leaves for good: leave "to" out',
    }),
  },
  'dissolved-with-people': {
    vi: ({ count }) => ({
      message: `Tổ chức đã giải thể nhưng còn ${count} người chưa chuyển hoặc chấm dứt`,
      hint: 'Chuyển từng người sang tổ chức mới, hoặc ghi "termination" (8.2)',
    }),
    en: ({ count }) => ({
      message: `The organization is dissolved but ${count} people have neither moved nor ended`,
      hint: 'Move each to the new organization, or record a "termination" (8.2)',
    }),
  },
  'custodian-missing': {
    vi: () => ({
      message: 'Hộp thư cơ quan chưa có người quản lý (khoản 9.1)',
      hint: 'Thêm "custodian: <mã của một người trong tổ chức>"',
    }),
    en: () => ({
      message: 'The agency mailbox has no custodian (9.1)',
      hint: 'Add "custodian: <id of a person of the organization>"',
    }),
  },
  'custodian-unknown': {
    vi: ({ custodian }) => ({
      message: `Người quản lý hộp thư "${custodian}" không có trong danh bạ`,
      hint: 'Dùng mã của một người đang có',
    }),
    en: ({ custodian }) => ({
      message: `The custodian "${custodian}" is nobody in the directory`,
      hint: 'Use the id of an existing person',
    }),
  },
  'custodian-elsewhere': {
    vi: ({ custodian, organization }) => ({
      message: `Người quản lý hộp thư "${custodian}" thuộc tổ chức khác (${organization})`,
      hint: 'Phân công một người của chính tổ chức (khoản 9.1)',
    }),
    en: ({ custodian, organization }) => ({
      message: `The custodian "${custodian}" belongs to another organization (${organization})`,
      hint: 'Assign somebody of this organization (9.1)',
    }),
  },
  'custodian-ended': {
    vi: ({ name }) => ({
      message: `Người quản lý hộp thư ${name} đã nghỉ hoặc chuyển công tác`,
      hint: 'Phân công người khác quản lý hộp thư cơ quan (khoản 9.1)',
    }),
    en: ({ name }) => ({
      message: `The custodian ${name} has left`,
      hint: 'Assign somebody else to the agency mailbox (9.1)',
    }),
  },
  'custodian-leaving': {
    vi: ({ name, until }) => ({
      message: `Người quản lý hộp thư ${name} làm việc đến hết ngày ${until}`,
      hint: 'Phân công người thay trước ngày đó (khoản 9.1)',
    }),
    en: ({ name, until }) => ({
      message: `The custodian ${name} works until ${until}`,
      hint: 'Assign somebody else before that day (9.1)',
    }),
  },
  'address-without-decision': {
    vi: ({ address, derived }) => ({
      message: `Địa chỉ "${address}" khác địa chỉ theo quy chế "${derived}" mà không có quyết định`,
      hint: 'Xóa dòng "address", hoặc thêm "addressDecision" (khoản 5.2.b)',
    }),
    en: ({ address, derived }) => ({
      message: `The address "${address}" differs from the derived "${derived}" without a decision`,
      hint: 'Delete the line "address", or add an "addressDecision" (5.2.b)',
    }),
  },
  'address-collision': {
    vi: ({ address, holder, place, candidates }) => ({
      message: `Địa chỉ ${address} đã là của ${holder} (${place})`,
      hint: candidates.length
        ? `Xin quyết định một địa chỉ khác (khoản 5.2.b), ví dụ: ${or(candidates)}`
        : 'Đăng ký một tên viết tắt khác và ghi căn cứ (codeBasis), hoặc bỏ bí danh trùng',
    }),
    en: ({ address, holder, place, candidates }) => ({
      message: `The address ${address} already belongs to ${holder} (${place})`,
      hint: candidates.length
        ? `Have another address decided (5.2.b), for example: ${or(candidates)}`
        : 'Register another code with its basis (codeBasis), or drop the alias',
    }),
  },
  'alias-invalid': {
    vi: ({ alias, domain }) => ({
      message: `Bí danh "${alias}" không phải địa chỉ thuộc ${domain}`,
      hint: `Viết thường, không dấu: ten.donvi@${domain}`,
    }),
    en: ({ alias, domain }) => ({
      message: `The alias "${alias}" is no address under ${domain}`,
      hint: `Lower case, no marks: name.unit@${domain}`,
    }),
  },
  'suspension-clause-missing': {
    vi: () => ({
      message: 'Tạm dừng do vi phạm phải ghi khoản bị vi phạm của Điều 12',
      hint: 'Thêm clause: "12.1" … "12.6"',
    }),
    en: () => ({
      message: 'A suspension for a violation must name the clause of Article 12',
      hint: 'Add clause: "12.1" … "12.6"',
    }),
  },
  'suspension-clause': {
    vi: ({ clause }) => ({
      message: `"${clause}" không phải một khoản của Điều 12`,
      hint: 'Một trong 12.1 … 12.6',
    }),
    en: ({ clause }) => ({ message: `"${clause}" is no clause of Article 12`, hint: 'One of 12.1 … 12.6' }),
  },
  'dates-order': {
    vi: ({ earlier, later, field, other }) => ({
      message: `Ngày của ${field} (${earlier}) trước ngày của ${other} (${later})`,
      hint: 'Kiểm tra lại ngày trên hai văn bản',
    }),
    en: ({ earlier, later, field, other }) => ({
      message: `The date of ${field} (${earlier}) is before that of ${other} (${later})`,
      hint: 'Check the dates of the two documents',
    }),
  },
  'date-in-future': {
    vi: ({ date, field }) => ({
      message: `Ngày của ${field} (${date}) chưa tới; việc này chờ đến ngày đó`,
      hint: 'Sửa lại nếu gõ nhầm năm',
    }),
    en: ({ date, field }) => ({
      message: `The date of ${field} (${date}) is in the future; it waits until that day`,
      hint: 'Correct it if the year was mistyped',
    }),
  },
  'notification-late': {
    vi: ({ name, decided, due, live, ended }) => ({
      message: `${name}: quyết định ngày ${decided}, hạn thông báo cho đơn vị vận hành là ${due} (khoản 8.2)${
        live ? '; hộp thư vẫn chưa chấm dứt' : ended ? `; hộp thư đến ${ended} mới chấm dứt` : ''
      }`,
      hint: 'Nếu thông báo sau hạn: ghi lại lý do chậm; nếu gõ nhầm ngày: sửa "decided"',
    }),
    en: ({ name, decided, due, live, ended }) => ({
      message: `${name}: decided on ${decided}, to be notified to the operator by ${due} (8.2)${
        live ? '; the mailbox is still live' : ended ? `; the mailbox ended only on ${ended}` : ''
      }`,
      hint: 'Notified after that day: record why it was late; a mistyped date: correct "decided"',
    }),
  },
  'codeowners-stale': {
    vi: ({ line, wanted }) => ({
      message:
        wanted === ''
          ? `Từ dòng ${line} trở đi là thừa so với các tệp của tổ chức`
          : `Dòng ${line} không đúng như các tệp của tổ chức: phải là "${wanted}"`,
      hint: 'Chạy: danhba codeowners',
    }),
    en: ({ line, wanted }) => ({
      message:
        wanted === ''
          ? `From line ${line} on it says more than the organizations' files`
          : `Line ${line} is not as the organizations' files say: it must be "${wanted}"`,
      hint: 'Run: danhba codeowners',
    }),
  },
};
