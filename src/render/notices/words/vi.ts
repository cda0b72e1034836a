/** The text of notices in Vietnamese, as offices write it: the whole wording of every kind. */
import type { CalendarDate, Decision } from '../../../model/directory/organization.ts';
import type { NoticePerson, NoticeReason } from '../../../model/notice.ts';
import { groundsOf, type KindWords, type LetterFacts, type NoticeWords } from './shape.ts';

/** Decree 30/2020, annex I: a zero before days under ten, and before January and February. */
function longDate(date: CalendarDate): string {
  const [year, month = '', day] = date.split('-');
  return `ngày ${day} tháng ${Number(month) > 2 ? Number(month) : month} năm ${year}`;
}

function shortDate(date: CalendarDate): string {
  const [year, month, day] = date.split('-');
  return `${day}/${month}/${year}`;
}

const two = (count: number): string => String(count).padStart(2, '0');

const documentText = ({ document, date }: Decision): string => `Văn bản số ${document} ${longDate(date)}`;

const shortDocument = (document: Decision | undefined): string =>
  document === undefined ? '' : `${document.document}, ${shortDate(document.date)}`;

const asked = ({ document }: NoticePerson): string =>
  document === undefined ? '' : `, theo ${documentText(document)}`;

/** "khoản 5 Điều 12" of 12.5. */
function clauseText(clause: string | undefined): string {
  const [article, paragraph] = (clause ?? '12').split('.');
  return paragraph === undefined ? `Điều ${article}` : `khoản ${paragraph} Điều ${article}`;
}

const isAgency = ({ key }: NoticePerson): boolean => key.startsWith('organization:');

function mailboxOf(person: NoticePerson): string {
  const { address, name, title, unit } = person;
  if (isAgency(person)) return `hộp thư điện tử công vụ cơ quan ${address}`;
  const holder = [name, title, unit].filter((one) => one !== undefined).join(', ');
  return `hộp thư điện tử công vụ cá nhân của ông (bà) ${holder} (${address})`;
}

const listed = (count: number): string =>
  `${two(count)} hộp thư điện tử công vụ có tên trong Phụ lục kèm theo văn bản này`;

/** What was done: to the one mailbox, or to those of the annex. */
function done(
  { people }: LetterFacts,
  verb: string,
  one: (person: NoticePerson) => string,
  several: string,
): string {
  return people.length === 1
    ? `${verb} ${mailboxOf(people[0])}${one(people[0])}.`
    : `${verb} ${listed(people.length)}. ${several}`;
}

const reasons = {
  inactivity: 'không truy cập, không thông báo lý do',
  violation: 'vi phạm điều cấm',
  retirement: 'nghỉ hưu',
  resignation: 'thôi việc',
  transfer: 'chuyển công tác sang tổ chức khác',
  dismissal: 'buộc thôi việc',
  'contract-end': 'hết hạn hợp đồng',
  death: 'từ trần',
  removed: 'không còn trong danh sách của tổ chức',
  dissolved: 'tổ chức giải thể, sáp nhập',
  request: 'theo đề nghị',
  term: 'hết thời hạn sau thông báo tạm dừng',
  retention: 'hết thời hạn lưu giữ sau khi chấm dứt',
} as const satisfies Record<NoticeReason, string>;

const lastAccessText = ({ lastAccess }: NoticePerson): string =>
  lastAccess === undefined
    ? 'hệ thống chưa ghi nhận lần truy cập nào'
    : `lần truy cập cuối cùng: ${longDate(lastAccess)}`;

function suspensionReason(person: NoticePerson, { months }: LetterFacts): string {
  if (person.reason === 'violation') return `vi phạm ${clauseText(person.clause)} Quy chế${asked(person)}`;
  return `quá ${two(months.unused)} tháng không truy cập, không thông báo lý do; ${lastAccessText(person)}`;
}

const opening =
  (clause: string, what: string): KindWords['opening'] =>
  ({ office, organization }) =>
    `Căn cứ ${clause} ${office.regulation} (sau đây gọi là Quy chế), ${office.body} thông báo đến ${organization} ${what} như sau:`;

const passwordPoint = ({ page }: LetterFacts, clause: string): string =>
  `Mật khẩu không ghi trong văn bản này mà được giao riêng, niêm phong, cho người nhận của tổ chức. Người sử dụng có trách nhiệm đăng nhập và đổi mật khẩu ngay${page === undefined ? '' : ` tại ${page}`} (${clause} Quy chế).`;

const addressRests = ({ tombstoneYears }: LetterFacts): string =>
  `Địa chỉ không được cấp cho tổ chức, cá nhân khác trong ${two(tombstoneYears)} năm kể từ ngày xóa.`;

const kinds: NoticeWords['kinds'] = {
  suspension: {
    subject: ({ organization }) => `tạm dừng hoạt động hộp thư điện tử công vụ thuộc ${organization}`,
    opening: opening(
      'khoản 1 Điều 8',
      'việc tạm dừng hoạt động hộp thư điện tử công vụ và thời hạn xóa tài khoản',
    ),
    points: (facts) => [
      done(
        facts,
        'Tạm dừng hoạt động',
        (person) => ` từ ${longDate(person.day)}. Lý do: ${suspensionReason(person, facts)}`,
        'Lý do và ngày tạm dừng của từng hộp thư ghi trong Phụ lục.',
      ),
      'Trong thời gian tạm dừng, người sử dụng không đăng nhập được vào hộp thư; thư đã có trong hộp thư được giữ nguyên.',
      `Sau ${two(facts.months.deletion)} tháng kể từ ngày thông báo bằng văn bản này, hộp thư chưa được khôi phục thì ${facts.office.body} xóa tài khoản khỏi hệ thống và thông báo bằng văn bản (khoản 1 Điều 8 Quy chế).`,
      `Để khôi phục hoạt động hộp thư, ${facts.organization} gửi văn bản đề nghị đến ${facts.office.body}. Trong thời hạn ${two(facts.restoreWorkingDays)} ngày làm việc kể từ ngày nhận được văn bản đề nghị, ${facts.office.body} khôi phục và thông báo lại (khoản 3 Điều 8 Quy chế).`,
    ],
    columns: { ground: 'Lý do', day: 'Ngày tạm dừng' },
    ground: (person) =>
      person.reason === 'violation'
        ? `Vi phạm ${clauseText(person.clause)}${person.document === undefined ? '' : ` (${shortDocument(person.document)})`}`
        : person.lastAccess === undefined
          ? 'Không truy cập; chưa ghi nhận lần nào'
          : `Không truy cập; lần cuối ${shortDate(person.lastAccess)}`,
  },
  deletion: {
    subject: ({ organization }) => `xóa tài khoản hộp thư điện tử công vụ thuộc ${organization}`,
    opening: (facts) =>
      opening(
        { notice: 'khoản 1 Điều 8', retention: 'khoản 2 Điều 8', both: 'khoản 1, khoản 2 Điều 8' }[
          groundsOf(facts)
        ],
        'việc xóa tài khoản hộp thư điện tử công vụ',
      )(facts),
    points: (facts) => [
      done(
        facts,
        'Đã xóa khỏi hệ thống tài khoản',
        (person) =>
          ` vào ${longDate(person.day)}. Lý do: ${
            person.notice === undefined
              ? `đã chấm dứt hoạt động và hết thời hạn lưu giữ ${two(facts.months.kept)} tháng`
              : `đã hết ${two(facts.months.deletion)} tháng kể từ ngày thông báo tạm dừng tại ${documentText(person.notice)}, không có đề nghị khôi phục`
          }`,
        'Lý do và ngày xóa của từng tài khoản ghi trong Phụ lục.',
      ),
      `Tài khoản đã xóa không khôi phục được. ${addressRests(facts)}`,
      `Khi còn nhu cầu sử dụng, ${facts.organization} gửi văn bản đề nghị cấp mới đến ${facts.office.body} (khoản 1 Điều 6 Quy chế).`,
    ],
    columns: { ground: 'Lý do', day: 'Ngày xóa' },
    ground: ({ notice }) =>
      notice === undefined ? 'Hết thời hạn lưu giữ' : `Hết thời hạn sau thông báo ${shortDocument(notice)}`,
  },
  issue: {
    subject: () => 'cấp mới hộp thư điện tử công vụ',
    opening: opening('khoản 2 Điều 6', 'kết quả cấp mới hộp thư điện tử công vụ theo đề nghị'),
    points: (facts) => [
      done(
        facts,
        'Đã cấp mới',
        ({ day }) => `, sử dụng từ ${longDate(day)}`,
        'Ngày cấp của từng hộp thư ghi trong Phụ lục.',
      ),
      passwordPoint(facts, 'khoản 3 Điều 6'),
      `Hộp thư ${two(facts.months.unused)} tháng không truy cập mà không thông báo lý do thì bị tạm dừng hoạt động (khoản 1 Điều 8 Quy chế).`,
    ],
    columns: { ground: 'Chức vụ, đơn vị', day: 'Ngày cấp' },
    ground: ({ title, unit }) => [title, unit].filter((one) => one !== undefined).join(', '),
  },
  change: {
    subject: () => 'thay đổi địa chỉ hộp thư điện tử công vụ',
    opening: opening('khoản 2 Điều 6', 'kết quả thay đổi địa chỉ hộp thư điện tử công vụ'),
    points: (facts) => [
      done(
        facts,
        'Đã thay đổi địa chỉ, nay là',
        (person) =>
          `${asked(person)}, từ ${longDate(person.day)}${person.before === undefined ? '' : `. Địa chỉ cũ: ${person.before}`}${
            person.receivesUntil === undefined
              ? ''
              : `; thư gửi đến địa chỉ cũ vẫn nhận được đến hết ${longDate(person.receivesUntil)}`
          }`,
        'Địa chỉ cũ và ngày thay đổi của từng hộp thư ghi trong Phụ lục.',
      ),
      'Mật khẩu và thư đã có trong hộp thư không thay đổi.',
      `Nội dung chưa đúng với đề nghị thì ${facts.organization} gửi văn bản đến ${facts.office.body} để thay đổi lại (khoản 1 Điều 6 Quy chế).`,
    ],
    columns: { ground: 'Địa chỉ cũ', day: 'Ngày thay đổi' },
    ground: ({ before }) => before ?? '',
  },
  reset: {
    subject: () => 'cấp lại mật khẩu hộp thư điện tử công vụ',
    opening: opening('khoản 2 Điều 7', 'kết quả cấp lại mật khẩu hộp thư điện tử công vụ'),
    points: (facts) => [
      done(
        facts,
        'Đã cấp lại mật khẩu của',
        asked,
        'Văn bản đề nghị đối với từng hộp thư ghi trong Phụ lục.',
      ),
      passwordPoint(facts, 'khoản 3 Điều 7'),
    ],
    columns: { ground: 'Văn bản đề nghị', day: 'Ngày đề nghị' },
    ground: ({ document }) => document?.document ?? '',
  },
  termination: {
    subject: () => 'chấm dứt hoạt động hộp thư điện tử công vụ',
    opening: opening('khoản 2 Điều 8', 'việc chấm dứt hoạt động hộp thư điện tử công vụ'),
    points: (facts) => [
      done(
        facts,
        'Chấm dứt hoạt động',
        (person) => ` từ ${longDate(person.day)}. Lý do: ${reasons[person.reason]}${asked(person)}`,
        'Lý do và ngày chấm dứt của từng hộp thư ghi trong Phụ lục.',
      ),
      `Người sử dụng không đăng nhập được vào hộp thư nữa. Dữ liệu được lưu giữ ${two(facts.months.kept)} tháng kể từ ngày chấm dứt, sau đó tài khoản được xóa khỏi hệ thống. ${addressRests(facts)}`,
      `Nội dung chưa đúng thì ${facts.organization} gửi văn bản đến ${facts.office.body} trước khi hết thời hạn lưu giữ nêu trên.`,
    ],
    columns: { ground: 'Lý do', day: 'Ngày chấm dứt' },
    ground: ({ reason, document }) =>
      document === undefined ? reasons[reason] : `${reasons[reason]} (${shortDocument(document)})`,
  },
  restoration: {
    subject: () => 'khôi phục hoạt động hộp thư điện tử công vụ',
    opening: opening('khoản 3 Điều 8', 'kết quả khôi phục hoạt động hộp thư điện tử công vụ'),
    points: (facts) => [
      done(
        facts,
        'Đã khôi phục hoạt động',
        (person) => ` từ ${longDate(person.day)}${asked(person)}`,
        'Văn bản đề nghị và ngày khôi phục của từng hộp thư ghi trong Phụ lục.',
      ),
      `Thời hạn ${two(facts.months.unused)} tháng không truy cập được tính lại từ ngày khôi phục; quá thời hạn mà không thông báo lý do thì hộp thư bị tạm dừng hoạt động (khoản 1 Điều 8 Quy chế).`,
    ],
    columns: { ground: 'Văn bản đề nghị', day: 'Ngày khôi phục' },
    ground: ({ document }) => shortDocument(document),
  },
};

export const vi: NoticeWords = {
  nation: 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
  motto: 'Độc lập - Tự do - Hạnh phúc',
  title: 'THÔNG BÁO',
  number: (form, { code, department }) =>
    form === 'notice' ? `Số: …/TB-${code}` : `Số: …/${code}-${department}`,
  placeAndDate: (place) => `${place}, ngày … tháng … năm …`,
  about: (subject) => `V/v ${subject}`,
  addressee: (organization) => `Kính gửi: ${organization}`,
  closing: ({ office, organization }) =>
    `Nếu có vướng mắc, đề nghị ${organization} liên hệ: ${office.contact}`,
  recipients: {
    title: 'Nơi nhận:',
    asAbove: 'Như trên',
    superior: (name) => `${name} (để báo cáo)`,
    file: (department) => `Lưu: VT, ${department}`,
  },
  onBehalf: { KT: 'KT.', TL: 'TL.' },
  annex: {
    title: 'PHỤ LỤC',
    name: (subject) => `Danh sách ${subject}`,
    reference: (form, number, { office }) =>
      `(Kèm theo ${form === 'notice' ? 'Thông báo' : 'Công văn'} ${number.replace('Số:', 'số')} ngày … tháng … năm … của ${office.body})`,
    columns: ['STT', 'Họ và tên', 'Địa chỉ hộp thư'],
  },
  day: shortDate,
  kinds,
};
