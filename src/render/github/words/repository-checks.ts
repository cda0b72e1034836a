/** What `danhba github doctor` looks for, one sentence a check, and what a token needs to be shown it. */
import type { RepositoryCheckId, TokenRight } from '../../../model/github/repository-finding.ts';
import type { Language } from '../../text/wording.ts';

type Both = Readonly<Record<Language, string>>;

/** As it must be. */
export const checkTitles: Readonly<Record<RepositoryCheckId, Both>> = {
  visibility: { vi: 'kho là riêng tư', en: 'the repository is private' },
  plan: {
    vi: 'gói GitHub cho bảo vệ nhánh của kho này',
    en: 'the plan of GitHub has protection of branches',
  },
  'pull-request': {
    vi: '{branch} chỉ thay đổi bằng pull request',
    en: '{branch} changes by pull requests alone',
  },
  'code-owners': {
    vi: 'người duyệt của tệp ("Code Owners") phải duyệt',
    en: 'code owners must agree',
  },
  'codeowners-file': {
    vi: 'GitHub biết mọi người trong CODEOWNERS',
    en: 'GitHub knows everybody in CODEOWNERS',
  },
  'stale-approvals': {
    vi: 'đẩy commit mới làm mất các lượt duyệt cũ',
    en: 'a new push takes earlier approvals back',
  },
  'last-push': {
    vi: 'lần đẩy cuối phải được người khác duyệt',
    en: 'the most recent push needs somebody else’s approval',
  },
  'check-required': {
    vi: 'phải qua kiểm tra "danhba" của ứng dụng riêng',
    en: 'the check "danhba" is required, from an app of your own',
  },
  'up-to-date': {
    vi: 'nhánh không cần theo kịp {branch}: danhba xét bản sau khi gộp',
    en: 'a branch need not be up to date: danhba judges what would be merged',
  },
  history: {
    vi: 'không ai được viết lại hay xóa {branch}',
    en: 'nobody rewrites or deletes {branch}',
  },
  'no-bypass': { vi: 'không ai được bỏ qua các quy tắc trên', en: 'nobody may bypass these rules' },
  'environment-plan': {
    vi: 'môi trường "plan" chỉ mở cho {branch}',
    en: 'the environment "plan" is open to {branch} alone',
  },
  'environment-reconcile': {
    vi: 'môi trường "reconcile" chỉ mở cho {branch}',
    en: 'the environment "reconcile" is open to {branch} alone',
  },
  secrets: {
    vi: 'không có mật khẩu nào đặt ngoài môi trường',
    en: 'no secret stands outside the environments',
  },
  labels: { vi: 'có đủ nhãn của các phiếu', en: 'the labels of the forms are there' },
  'actions-pull-requests': {
    vi: 'GitHub Actions được mở pull request',
    en: 'GitHub Actions may open pull requests',
  },
  'actions-token': {
    vi: 'mặc định, quy trình chỉ được đọc kho',
    en: 'by default, workflows only read the repository',
  },
  runners: {
    vi: 'máy chạy việc chỉ phục vụ kho này, quy trình của {branch}',
    en: 'the runners serve this repository and workflows of {branch} alone',
  },
  operators: {
    vi: 'ít nhất hai người vận hành, đều có quyền ghi',
    en: 'two operators at least, who have write access',
  },
  'two-factor': {
    vi: 'người vận hành đều dùng xác thực hai lớp',
    en: 'the operators use two-factor authentication',
  },
  teams: {
    vi: 'mã này xem được thành viên của mọi nhóm đại diện',
    en: 'the token is shown who is in every team that represents an organization',
  },
};

/** As the page of a fine-grained token writes it. */
export const rightNames: Readonly<Record<TokenRight, string>> = {
  metadata: 'Repository access › Only select repositories; Metadata: Read-only',
  administration: 'Repository permissions › Administration: Read-only',
  'administration-write': 'Repository permissions › Administration: Read and write',
  actions: 'Repository permissions › Actions: Read-only',
  contents: 'Repository permissions › Contents: Read-only',
  issues: 'Repository permissions › Issues: Read-only',
  secrets: 'Repository permissions › Secrets: Read-only',
  runners: 'Repository permissions › Administration: Read-only',
  'runner-groups': 'Organization permissions › Self-hosted runners: Read-only',
  'two-factor': 'Organization permissions › Members, Administration: Read-only',
  members: 'Organization permissions › Members: Read-only',
};

/** Where the right of the token is not enough. */
export const rightNotes: Readonly<Partial<Record<TokenRight, Both>>> = {
  metadata: {
    vi: '(GITHUB_REPOSITORY phải đúng tên kho; tổ chức có thể phải duyệt mã trước)',
    en: '(GITHUB_REPOSITORY must name the repository; the organization may have to approve the token first)',
  },
  'administration-write': {
    vi: '(GitHub chỉ cho ai sửa được quy tắc xem "Bypass list"); hoặc tự mở trang này xem',
    en: '(GitHub shows the "Bypass list" only to those who may change it); or look at this page yourself',
  },
  'two-factor': {
    vi: '(mã của một chủ sở hữu tổ chức)',
    en: '(the token of an owner of the organization)',
  },
  members: {
    vi: '(cả mã của tài khoản chạy danhba; mã có sẵn của Actions không bao giờ xem được; hoặc nhóm đã nêu không có)',
    en: '(that of the account danhba runs by too; the token of Actions can never have it; or there is no such team)',
  },
  'runner-groups': {
    vi: '(mã của một chủ sở hữu tổ chức)',
    en: '(the token of an owner of the organization)',
  },
};

interface DoctorWords {
  readonly title: (repository: string, branch: string) => string;
  readonly blind: string;
  readonly right: string;
  readonly personOwned: string;
}

export const doctorWords: Readonly<Record<Language, DoctorWords>> = {
  vi: {
    title: (repository, branch) => `Thiết đặt GitHub của ${repository}, nhánh ${branch}`,
    blind: 'Mã truy cập không xem được mục nào: chưa có gì được kiểm tra.',
    right: 'Mã truy cập cần',
    personOwned: 'Kho là của cá nhân; chỉ kho của một tổ chức mới cho xem. Hỏi từng người',
  },
  en: {
    title: (repository, branch) => `GitHub settings of ${repository}, branch ${branch}`,
    blind: 'The token sees none of it: nothing has been checked.',
    right: 'The token needs',
    personOwned: 'The repository is a person’s; only one of an organization shows it. Ask each of them',
  },
};
