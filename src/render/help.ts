/** What --help says: of each command, and of each option by its flag, or by "command flag" where it means another thing. */
import { exportHelp, exportOptionHelp } from './export/help.ts';
import { planOptionHelp } from './plan/help.ts';
import { reportOptionHelp } from './report/help.ts';
import { publishOptionHelp } from './site/words/options.ts';
import type { Language } from './text/wording.ts';

type Words = Readonly<Record<Language, string>>;

export const commandHelp: Readonly<Record<string, Words>> = {
  danhba: {
    vi: 'Danh bạ thư điện tử công vụ bằng tệp YAML trong Git',
    en: 'an official mailbox directory as code: YAML in Git',
  },
  adopt: { vi: 'trả lại các mục đã tiếp nhận', en: 'give adopted entries back' },
  apply: { vi: 'thực hiện kế hoạch', en: 'perform the plan' },
  audit: { vi: 'nhật ký kiểm toán', en: 'the audit' },
  'audit verify': {
    vi: 'kiểm tra chuỗi, chỉ ra dòng đầu tiên bị sửa',
    en: 'verify the chain, tell the first broken line',
  },
  calendar: { vi: 'lịch nghỉ', en: 'calendars of days off' },
  'calendar draft': { vi: 'bắt đầu lịch nghỉ của một năm', en: 'begin the calendar of a year' },
  check: { vi: 'kiểm tra tệp theo quy tắc', en: 'hold the files against schema and rules' },
  codeowners: {
    vi: 'ghi .github/CODEOWNERS theo các tệp',
    en: 'write .github/CODEOWNERS as the files say',
  },
  completion: {
    vi: 'hoàn thành lệnh bằng phím Tab',
    en: 'complete commands at the Tab key',
  },
  consent: { vi: 'ai còn phải duyệt một thay đổi', en: 'who must still agree to a change' },
  credentials: { vi: 'mật khẩu đã niêm phong (6.3, 7.3)', en: 'sealed passwords (6.3, 7.3)' },
  'credentials key': { vi: 'tạo khóa age mới cho đơn vị', en: 'make an age key for an organization' },
  'credentials open': {
    vi: 'mở tệp niêm phong thành phiếu để in',
    en: 'open a sealed file into sheets to print',
  },
  deadline: { vi: 'tính hạn theo lịch làm việc', en: 'a due date by the calendar' },
  demo: { vi: 'cả câu chuyện trên máy chủ nhúng', en: 'the whole story on the embedded server' },
  doctor: {
    vi: 'xem máy chủ, quyền và máy này đã đúng chưa',
    en: 'whether servers, rights and this machine are as they must be',
  },
  export: exportHelp,
  github: { vi: 'trả lời trên GitHub, xem thiết đặt', en: 'answer on GitHub, look at its settings' },
  'github answer': { vi: 'trả lời các pull request đang mở', en: 'answer the open pull requests' },
  'github doctor': {
    vi: 'xem kho đã đặt đúng chưa',
    en: 'whether the repository is set up as it must be',
  },
  'github request': { vi: 'lập pull request từ một phiếu', en: 'make a pull request of a form' },
  'github review': { vi: 'trả lời một pull request', en: 'answer a pull request' },
  help: { vi: 'cách dùng một lệnh', en: 'how to use a command' },
  import: {
    vi: 'lập các tệp từ danh bạ đang có',
    en: 'make the files from what is there',
  },
  init: {
    vi: 'tạo kho riêng của một tỉnh',
    en: 'make a province’s own repository',
  },
  lock: {
    vi: 'khóa một hộp thư theo điện thoại (17.2), hoặc mở khóa đó',
    en: 'lock a mailbox upon a call (17.2), or lift that lock',
  },
  name: { vi: 'đặt địa chỉ theo Điều 5', en: 'derive an address by Article 5' },
  'name organization': { vi: 'địa chỉ cơ quan (5.1)', en: 'an agency address (5.1)' },
  'name person': { vi: 'địa chỉ cá nhân (5.2)', en: 'a personal address (5.2)' },
  'notices list': {
    vi: 'còn thiếu, chờ số, đã ghi số',
    en: 'what is missing, waits for a number, is recorded',
  },
  'notices record': {
    vi: 'ghi số và ngày văn thư đã cấp vào các tệp',
    en: 'write the number and day that were given into the files',
  },
  'password-page': {
    vi: 'trang web để đổi mật khẩu (6.3)',
    en: 'the page where a password is changed (6.3)',
  },
  notices: { vi: 'văn bản thông báo (6.2, 7.2, 8.1–8.3)', en: 'written notices (6.2, 7.2, 8.1–8.3)' },
  'notices draft': {
    vi: 'soạn văn bản cho những việc đã làm, theo Nghị định 30/2020',
    en: 'draft them for what was done, in the form of Decree 30/2020',
  },
  publish: {
    vi: 'danh bạ để mọi người xem, bằng trang web (13.6, 16.4)',
    en: 'the directory people look at, as web pages (13.6, 16.4)',
  },
  'person-id': { vi: 'mã cá nhân tiếp theo chưa ai có', en: 'the next free person id' },
  plan: { vi: 'cho xem sẽ làm gì', en: 'show what would be done' },
  reconcile: {
    vi: 'việc chạy định kỳ: thực hiện, kiểm toán, số đo',
    en: 'the scheduled job: perform, audit, metrics',
  },
  report: {
    vi: 'báo cáo: hạn, mật khẩu, việc giữ lại…',
    en: 'reports: deadlines, passwords, what is held…',
  },
};

export const optionHelp: Readonly<Record<string, Words>> = {
  ...publishOptionHelp,
  '--base-dn': {
    vi: 'gốc của cây LDAP (mặc định theo tên miền)',
    en: 'base of the LDAP tree (default: by the domain)',
  },
  '--danhba': {
    vi: 'gói danhba cho package.json (mặc định: đóng gói bản này)',
    en: 'danhba for package.json (default: this one, packed)',
  },
  '--domain': { vi: 'tên miền thư', en: 'the mail domain' },
  '--operator-code': { vi: 'mã của đơn vị vận hành', en: 'the code of the operator' },
  '--operator-name': { vi: 'tên đầy đủ của đơn vị vận hành', en: 'the full name of the operator' },
  '--province': { vi: 'tên tỉnh', en: 'the name of the province' },
  '--refresh': {
    vi: 'ghi lại lược đồ, quy trình, phiếu theo phiên bản này',
    en: 'schemas, workflows and forms of this version again',
  },
  'import --from': {
    vi: '"ldap", hoặc tệp .ldif, .csv, .xlsx',
    en: '"ldap", or a file of .ldif, .csv or .xlsx',
  },
  'import --map': {
    vi: 'thuộc tính hay cột nào là gì, mục nào là ai',
    en: 'which attribute or column means what, and which entry is whom',
  },
  'import --out': { vi: 'thư mục danh bạ được ghi vào', en: 'the directory that is filled' },
  'import --policy': { vi: 'policy.yaml, khi --out chưa có', en: 'where --out has no policy.yaml' },
  '--suggest-map': { vi: 'viết tệp ánh xạ đầu tiên từ dữ liệu', en: 'write a first map from the data' },
  '--overwrite': { vi: 'ghi đè tệp ánh xạ đã có', en: 'write over a map that is there' },
  '--address': { vi: 'xét địa chỉ này', en: 'judge this address' },
  ...planOptionHelp,
  ...reportOptionHelp,
  '--approver': { vi: 'người đã duyệt, có thể nhiều lần', en: 'who agreed, may be given more than once' },
  '--audit': { vi: 'nhật ký kiểm toán nối chuỗi (JSON Lines)', en: 'the hash-chained audit (JSON Lines)' },
  ...exportOptionHelp,
  '--author': { vi: 'người gửi', en: 'who proposes it' },
  '--base': { vi: 'danh bạ của nhánh gốc', en: 'the directory of the base branch' },
  '--branch': { vi: 'nhánh của --directory', en: 'the branch --directory is of' },
  '--check': { vi: 'chỉ xem tệp có đúng không', en: 'only say whether the file is right' },
  '--code': { vi: 'mã viết tắt đã đăng ký', en: 'the registered code' },
  '--commit': {
    vi: 'commit của --directory (mặc định: git HEAD)',
    en: 'the commit of --directory (default: git HEAD)',
  },
  '--consented': {
    vi: 'coi mọi thay đổi đến commit này là đã được duyệt',
    en: 'take all up to this commit for agreed to',
  },
  '--credentials': { vi: 'nơi đặt mật khẩu đã niêm phong', en: 'where sealed passwords go' },
  '--days': { vi: 'số ngày', en: 'calendar days' },
  '--decision': { vi: 'số văn bản quyết định', en: 'the decision behind it' },
  '--digest': { vi: 'chỉ làm đúng kế hoạch có mã này', en: 'perform only the plan of this digest' },
  '--directory': { vi: 'thư mục danh bạ', en: 'the directory' },
  '--listen': { vi: 'địa chỉ và cổng của trang', en: 'where the page is served' },
  '--expect': { vi: 'xác nhận số mục trên máy chủ', en: 'confirm the number of entries read' },
  '--forms': {
    vi: 'các mẫu địa chỉ cho xã, phường trực thuộc tỉnh',
    en: 'ready forms for places under the province',
  },
  '--from': { vi: 'ngày của sự việc (không tính)', en: 'the day of the event (not counted)' },
  '--github': {
    vi: 'báo trên GitHub việc đã làm, việc giữ lại',
    en: 'tell on GitHub what was done and held',
  },
  'audit verify --head': {
    vi: 'mã đã cất giữ ở nơi khác phải còn trong tệp',
    en: 'a hash kept elsewhere, which must be in the file',
  },
  'consent --head': { vi: 'danh bạ có thay đổi', en: 'the directory with the change' },
  '--help': { vi: 'cách dùng', en: 'how to use it' },
  '--identity': { vi: 'tệp khóa riêng age của đơn vị', en: 'the age identity file' },
  '--issue': { vi: 'số của phiếu', en: 'the number of the issue' },
  '--journal': { vi: 'nhật ký', en: 'the journal' },
  '--lift': { vi: 'mở khóa đã đặt theo điện thoại', en: 'lift the lock that was made upon a call' },
  '--metrics': {
    vi: 'số đo cho hệ thống giám sát (OpenMetrics)',
    en: 'metrics for the monitoring (OpenMetrics)',
  },
  '--months': { vi: 'số tháng', en: 'months' },
  'plan --out': { vi: 'ghi kế hoạch ra tệp', en: 'write the plan to a file' },
  'github review --out': { vi: 'ghi kế hoạch đầy đủ ra tệp', en: 'write the whole plan to a file' },
  'credentials open --out': {
    vi: 'ghi phiếu ra tệp (HTML) thay vì stdout',
    en: 'write the sheets (HTML) to a file, not to stdout',
  },
  'credentials key --out': {
    vi: 'tệp khóa riêng, không ghi đè',
    en: 'the identity file, never overwritten',
  },
  'notices draft --out': { vi: 'thư mục để ghi văn bản', en: 'the folder for the documents' },
  'notices draft --kind': { vi: 'chỉ soạn loại này', en: 'draft this kind alone' },
  'notices draft --since': {
    vi: 'trả lời việc làm từ ngày này (mặc định: 30 ngày trước)',
    en: 'answer what was done from this day on (default: 30 days ago)',
  },
  'notices draft --audit': {
    vi: 'nhật ký kiểm toán, để biết đã xóa những hộp thư nào',
    en: 'the audit, which tells the mailboxes that were deleted',
  },
  '--organization': {
    vi: 'chỉ cho xem phần của tổ chức này',
    en: 'show what concerns this organization alone',
  },
  '--parent': {
    vi: 'phần địa chỉ của cơ quan quản lý',
    en: 'local part of the managing organization',
  },
  'github answer --pull-request': {
    vi: 'chỉ pull request này, của kho khác cũng được',
    en: 'only this one, a fork’s too',
  },
  'github review --pull-request': { vi: 'số của pull request', en: 'the number of the pull request' },
  '--reason': { vi: 'ai gọi và vì sao, một câu', en: 'who called and why, in one sentence' },
  '--record': {
    vi: 'ghi vào tệp việc tạm dừng do không truy cập',
    en: 'record suspensions for inactivity in the files',
  },
  '--stdin': { vi: 'đọc JSON Lines', en: 'read JSON Lines' },
  '--suffix': { vi: 'phần sau dấu chấm của tổ chức: sotttt', en: 'the organization’s part: sotttt' },
  '--summary': {
    vi: 'trang tóm tắt Markdown (mặc định: $GITHUB_STEP_SUMMARY)',
    en: 'a Markdown page of the run (default: $GITHUB_STEP_SUMMARY)',
  },
  '--today': { vi: 'ngày để xét (mặc định: hôm nay)', en: 'the day to judge by (default: today)' },
  '--undo': { vi: 'adoption.yaml, hoặc tệp .undo.jsonl', en: 'adoption.yaml, or the .undo.jsonl file' },
  '--version': { vi: 'phiên bản', en: 'the version' },
  '--copied': {
    vi: 'ngày đã gửi cơ quan cấp trên (chỉ thông báo xóa)',
    en: 'the day its copy went to the superior body (of a deletion alone)',
  },
  '--drafts': {
    vi: 'thư mục có các dự thảo do danhba soạn',
    en: 'the folder with the drafts',
  },
  '--notices': {
    vi: 'soạn vào đây các thông báo lần chạy này cần',
    en: 'draft the notices that the run has made necessary into it',
  },
  'notices record --date': { vi: 'ngày ghi trên văn bản', en: 'the day on the document' },
  'notices record --document': { vi: 'số, ký hiệu: 45/TB-SKHCN', en: 'number and symbol: 45/TB-SKHCN' },
  'notices record [file]': {
    vi: 'các tệp .docx danhba đã soạn và đã ký gửi',
    en: 'the .docx files that danhba drafted, as they were sent',
  },
  '--yes': { vi: 'không hỏi lại, làm luôn', en: 'do not ask, go ahead' },
  '--working-days': { vi: 'số ngày làm việc', en: 'working days' },
  'lock [key]': { vi: 'person:<id> hoặc organization:<id>', en: 'person:<id> or organization:<id>' },
};

/** What commander says by itself, and the names of values, which are English in the program. */
export const helpTerms: Readonly<Record<string, string>> = {
  'Usage:': 'Cách dùng:',
  'Arguments:': 'Đối số:',
  'Options:': 'Tùy chọn:',
  'Global Options:': 'Tùy chọn chung:',
  'Commands:': 'Lệnh:',
  address: 'địa-chỉ',
  code: 'mã',
  command: 'lệnh',
  date: 'ngày',
  digest: 'mã',
  dir: 'thư-mục',
  dn: 'gốc',
  document: 'văn-bản',
  domain: 'tên-miền',
  file: 'tệp',
  format: 'dạng',
  hash: 'mã',
  id: 'mã',
  key: 'mã',
  kind: 'loại',
  label: 'nhãn',
  language: 'ngôn-ngữ',
  localpart: 'phần-địa-chỉ',
  login: 'tài-khoản',
  n: 'số',
  name: 'tên',
  number: 'số',
  options: 'tùy-chọn',
  period: 'kỳ',
  plan: 'kế-hoạch',
  report: 'báo-cáo',
  sha: 'mã',
  shell: 'shell',
  spec: 'gói',
  text: 'lời',
  year: 'năm',
};

export const defaultWords = { vi: 'mặc định', en: 'default' } as const satisfies Words;
