/** What --help shows of each command: lines that can be typed as they are, and what each is for. */
import { exportExamples } from './export/help.ts';
import { arrivalExamples } from './import/examples.ts';
import { noticeExamples } from './notices/examples.ts';
import { reportExamples } from './report/examples.ts';
import { publishExamples } from './site/examples.ts';
import type { Language } from './text/wording.ts';

export interface Example {
  readonly line: string;
  readonly vi: string;
  readonly en: string;
}

const exampleWords = { vi: 'Ví dụ:', en: 'Examples:' } as const satisfies Record<Language, string>;

const sotttt = 'directory/organizations/provincial/sotttt.yaml';
const digest = 'sha256:eeea9b31f529a4f4f1d4aa292cffe95d4adf3e7c2ca0e23dc1c4225fbfe5201b';

/** By the command's words. */
export const commandExamples: Readonly<Record<string, readonly Example[]>> = {
  danhba: [
    { line: 'danhba check', vi: 'các tệp có đúng quy tắc không', en: 'whether the files keep the rules' },
    { line: 'danhba plan', vi: 'sẽ làm gì trên máy chủ', en: 'what would be done on the server' },
    { line: 'danhba help apply', vi: 'cách dùng một lệnh', en: 'how to use a command' },
  ],
  apply: [
    {
      line: 'danhba apply',
      vi: 'xem kế hoạch, trả lời, rồi làm',
      en: 'look at the plan, answer, and go ahead',
    },
    {
      line: 'danhba apply plan.json --yes',
      vi: 'làm đúng kế hoạch đã ghi ra tệp, không hỏi lại',
      en: 'exactly the plan that was written to a file, without a question',
    },
    {
      line: `danhba apply --approve ${digest}`,
      vi: 'duyệt một lần những gì đang giữ lại',
      en: 'approve what is held, once',
    },
    {
      line: 'danhba apply --adopt adoption.yaml',
      vi: 'tiếp nhận các mục có sẵn trên máy chủ',
      en: 'take over entries that were there before',
    },
  ],
  audit: [
    {
      line: 'danhba audit verify audit.jsonl',
      vi: 'chuỗi còn nguyên không',
      en: 'whether the chain is whole',
    },
  ],
  'audit verify': [
    {
      line: 'danhba audit verify audit.jsonl',
      vi: 'chuỗi còn nguyên không',
      en: 'whether the chain is whole',
    },
    {
      line: `danhba audit verify audit.jsonl --head ${digest}`,
      vi: 'mã đã cất giữ có còn trong tệp không',
      en: 'whether the hash that was kept is still in it',
    },
  ],
  calendar: [
    {
      line: 'danhba calendar draft 2027',
      vi: 'bắt đầu lịch nghỉ năm 2027',
      en: 'begin the calendar of 2027',
    },
  ],
  'calendar draft': [
    {
      line: 'danhba calendar draft 2027',
      vi: 'ghi directory/calendar/2027.yaml, rồi điền theo thông báo',
      en: 'write directory/calendar/2027.yaml, to be filled in by the notices',
    },
  ],
  check: [
    { line: 'danhba check', vi: 'cả danh bạ', en: 'the whole directory' },
    { line: `danhba check ${sotttt}`, vi: 'chỉ lỗi của một tệp', en: 'the problems of one file alone' },
    { line: 'danhba check --format json', vi: 'cho chương trình khác đọc', en: 'for another program' },
  ],
  codeowners: [
    { line: 'danhba codeowners', vi: 'ghi lại tệp theo danh bạ', en: 'write the file anew' },
    { line: 'danhba codeowners --check', vi: 'chỉ xem có đúng không', en: 'only say whether it is right' },
  ],
  completion: [
    {
      line: 'danhba completion bash > ~/.local/share/bash-completion/completions/danhba',
      vi: 'bash: phím Tab hoàn thành lệnh từ lần mở sau',
      en: 'bash: the Tab key completes from the next start on',
    },
    {
      line: 'danhba completion zsh > ~/.zfunc/_danhba',
      vi: 'zsh: thư mục này phải ở trong fpath',
      en: 'zsh: the folder must be in fpath',
    },
    { line: 'danhba completion fish > ~/.config/fish/completions/danhba.fish', vi: 'fish', en: 'fish' },
  ],
  consent: [
    {
      line: 'danhba consent --base main/directory --head directory --author octocat',
      vi: 'còn ai phải duyệt với thay đổi này',
      en: 'who must still agree to this change',
    },
  ],
  credentials: [
    {
      line: 'danhba credentials key --out sotttt.key',
      vi: 'tạo khóa cho đơn vị, một lần',
      en: 'a key for the organization, once',
    },
    {
      line: 'danhba credentials open sotttt-2026-11-24-1f2e3d4c.html.age --identity sotttt.key --out phieu.html',
      vi: 'mở tệp nhận được thành phiếu để in',
      en: 'open a file that was received into sheets to print',
    },
  ],
  'credentials key': [
    {
      line: 'danhba credentials key --out sotttt.key',
      vi: 'khóa riêng vào tệp, khóa công khai ra màn hình',
      en: 'the identity into a file, the public half onto the screen',
    },
  ],
  'credentials open': [
    {
      line: 'danhba credentials open sotttt-2026-11-24-1f2e3d4c.html.age --identity sotttt.key --out phieu.html',
      vi: 'thành một tệp để in',
      en: 'into a file to print',
    },
  ],
  deadline: [
    {
      line: 'danhba deadline --from 2026-11-23 --working-days 3',
      vi: 'ba ngày làm việc',
      en: 'three working days',
    },
    {
      line: 'danhba deadline --from 2026-05-04 --months 12 --json',
      vi: 'mười hai tháng',
      en: 'twelve months',
    },
  ],
  demo: [{ line: 'danhba demo', vi: 'không cần máy chủ nào', en: 'needs no server' }],
  github: [
    { line: 'danhba github doctor', vi: 'kho đã đặt đúng chưa', en: 'whether the repository is set up' },
    { line: 'danhba github answer', vi: 'trả lời các pull request đang mở', en: 'answer what is open' },
  ],
  'github answer': [
    { line: 'danhba github answer', vi: 'mọi pull request đang mở', en: 'every open pull request' },
    { line: 'danhba github answer --pull-request 12', vi: 'chỉ một cái', en: 'one alone' },
  ],
  'github doctor': [
    { line: 'danhba github doctor', vi: 'từng mục, cách sửa', en: 'each check, with its remedy' },
    {
      line: 'danhba github doctor --format json',
      vi: 'cho chương trình khác đọc',
      en: 'for another program',
    },
  ],
  'github request': [{ line: 'danhba github request --issue 34', vi: 'từ phiếu số 34', en: 'from issue 34' }],
  'github review': [
    {
      line: 'danhba github review --pull-request 12 --base main/directory',
      vi: 'trả lời, so với danh bạ của nhánh gốc',
      en: 'answer, against the directory of the base branch',
    },
  ],
  doctor: [
    {
      line: 'danhba doctor',
      vi: 'trước kế hoạch đầu tiên, và mỗi tuần',
      en: 'before the first plan, and every week',
    },
    { line: 'danhba doctor --format json', vi: 'cho chương trình đọc', en: 'for programs' },
  ],
  init: [
    { line: 'danhba init danh-ba', vi: 'hỏi từng điều trên màn hình', en: 'ask on the terminal' },
    {
      line: 'danhba init danh-ba --domain laichau.gov.vn --province "Lai Châu" --operator-name "Sở Khoa học và Công nghệ" --operator-code sokhcn',
      vi: 'nêu đủ, không hỏi',
      en: 'all of it given',
    },
    {
      line: 'danhba init . --refresh',
      vi: 'sau khi nâng cấp danhba',
      en: 'after danhba was upgraded',
    },
  ],
  lock: [
    {
      line: 'danhba lock person:LC-000017 --reason "Trưởng phòng Nội vụ gọi: máy tính bị mất"',
      vi: 'khóa ngay theo điện thoại',
      en: 'lock at once, upon a call',
    },
    { line: 'danhba lock person:LC-000017 --lift', vi: 'mở khóa đó', en: 'lift that lock' },
  ],
  name: [
    {
      line: 'danhba name person "Nguyễn Văn An" --suffix sotttt',
      vi: 'địa chỉ của một người',
      en: 'the address of a person',
    },
    {
      line: 'danhba name --stdin < names.jsonl',
      vi: 'nhiều người một lúc, mỗi dòng một người',
      en: 'many at once, one a line',
    },
    {
      line: 'danhba name --forms',
      vi: 'so sánh các mẫu địa chỉ cho xã, phường trực thuộc tỉnh',
      en: 'compare ready forms for places under the province',
    },
  ],
  'name organization': [
    {
      line: 'danhba name organization "Phòng Nội vụ" --kind district-room --parent sinho --code pnv',
      vi: 'phòng của huyện, với mã viết tắt',
      en: 'a room of a district, with its code',
    },
  ],
  'name person': [
    {
      line: 'danhba name person "Nguyễn Văn An" --suffix sotttt',
      vi: 'địa chỉ theo quy tắc',
      en: 'the address by the rules',
    },
    {
      line: 'danhba name person "Nguyễn Văn An" --suffix sotttt --address anngv.sotttt@laichau.gov.vn --decision 15/STTTT',
      vi: 'xét địa chỉ đã có quyết định',
      en: 'judge an address that was decided',
    },
  ],
  ...arrivalExamples,
  ...exportExamples,
  ...noticeExamples,
  'password-page': [
    {
      line: 'danhba password-page --listen 127.0.0.1:8089',
      vi: 'sau nginx trên cùng máy',
      en: 'behind nginx on this machine',
    },
  ],
  ...publishExamples,
  'person-id': [{ line: 'danhba person-id', vi: 'để thêm một người', en: 'to add a person' }],
  plan: [
    { line: 'danhba plan', vi: 'tất cả', en: 'everything' },
    {
      line: 'danhba plan --organization sotttt',
      vi: 'chỉ phần của một tổ chức',
      en: 'the part of one organization',
    },
    {
      line: 'danhba plan --out plan.json',
      vi: 'ghi ra tệp, để "danhba apply" làm đúng kế hoạch này',
      en: 'also into a file, for "danhba apply" to perform exactly this',
    },
  ],
  ...reportExamples,
};

export function renderExamples(command: string, language: Language): string {
  const examples = commandExamples[command] ?? [];
  if (examples.length === 0) return '';
  const lines = examples.flatMap((one) => [`  # ${one[language]}`, `  $ ${one.line}`]);
  return `\n${[exampleWords[language], ...lines].join('\n')}`;
}
