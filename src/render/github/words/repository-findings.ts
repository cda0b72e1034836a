/** What is wrong with a repository's settings, and which box or button puts it right; GitHub's own names are English. */
import type { RepositoryFindings } from '../../../model/github/repository-finding.ts';
import { listed } from '../../doctor/words/listed.ts';
import type { WordingTable } from '../../text/wording.ts';
import { type ProtectionFindings, protectionWords } from './repository-protection.ts';

type Others = Omit<RepositoryFindings, keyof ProtectionFindings | 'sound' | 'unseen' | 'person-owned'>;

const otherWords: WordingTable<Others> = {
  'environment-none': {
    vi: ({ environment }) => ({
      message: `chưa có môi trường "${environment}": việc đầu tiên nhắc đến sẽ tạo nó, mở cho mọi nhánh`,
      hint: `"New environment" › ${environment}; "Selected branches and tags" › {branch}`,
    }),
    en: ({ environment }) => ({
      message: `there is no environment "${environment}": the first job that names it makes it, open to all branches`,
      hint: `"New environment" › ${environment}; "Selected branches and tags" › {branch}`,
    }),
  },
  'environment-open': {
    vi: ({ environment }) => ({
      message: `môi trường "${environment}" mở cho mọi nhánh: ai đẩy được nhánh cũng lấy được mật khẩu`,
      hint: '"Deployment branches and tags" › "Selected branches and tags" › {branch}',
    }),
    en: ({ environment }) => ({
      message: `the environment "${environment}" is open to all branches: anyone who can push a branch can get its password`,
      hint: '"Deployment branches and tags" › "Selected branches and tags" › {branch}',
    }),
  },
  'environment-protected': {
    vi: ({ environment }) => ({
      message: `môi trường "${environment}" mở cho mọi nhánh được bảo vệ (không có nhánh nào thì mở cho tất cả)`,
      hint: 'Thay "Protected branches only" bằng "Selected branches and tags" › {branch}',
    }),
    en: ({ environment }) => ({
      message: `the environment "${environment}" is open to every protected branch (to all, where none is)`,
      hint: '"Selected branches and tags" › {branch} instead of "Protected branches only"',
    }),
  },
  'environment-others': {
    vi: ({ environment, names }) => ({
      message: `môi trường "${environment}" ${names.length > 0 ? `còn mở cho: ${listed(names)}` : 'không mở cho {branch}'}`,
      hint: '"Deployment branches and tags": chỉ để lại nhánh {branch}',
    }),
    en: ({ environment, names }) => ({
      message: `the environment "${environment}" ${names.length > 0 ? `is open to ${listed(names)} too` : 'is not open to {branch}'}`,
      hint: '"Deployment branches and tags": leave the branch {branch} alone',
    }),
  },
  'secrets-outside': {
    vi: ({ names }) => ({
      message: `mật khẩu đặt ở kho hoặc tổ chức, quy trình của nhánh nào cũng đọc được: ${listed(names)}`,
      hint: 'Chuyển vào môi trường "plan", "reconcile"; xóa ở đây; đổi mật khẩu nếu đã có người đẩy được nhánh',
    }),
    en: ({ names }) => ({
      message: `secrets of the repository or organization, which a workflow of any branch reads: ${listed(names)}`,
      hint: 'Move them into the environments plan, reconcile; delete them here; change them, too',
    }),
  },
  'labels-lacking': {
    vi: ({ names }) => ({ message: `thiếu nhãn: ${names.join(', ')}`, hint: '"New label"' }),
    en: ({ names }) => ({ message: `labels are missing: ${names.join(', ')}`, hint: '"New label"' }),
  },
  'actions-refused': {
    vi: () => ({
      message: 'GitHub Actions không được mở pull request: phiếu không thành đề nghị nào',
      hint: `Đánh dấu "Allow GitHub Actions to create and approve pull requests"`,
    }),
    en: () => ({
      message: 'GitHub Actions may not open pull requests: no form becomes one',
      hint: `Tick "Allow GitHub Actions to create and approve pull requests"`,
    }),
  },
  'token-writes': {
    vi: () => ({
      message: 'quy trình không ghi "permissions" thì được ghi vào kho',
      hint: '"Workflow permissions" › "Read repository contents and packages permissions"',
    }),
    en: () => ({
      message: 'a workflow that states no permissions may write to the repository',
      hint: '"Workflow permissions" › "Read repository contents and packages permissions"',
    }),
  },
  'runner-shared': {
    vi: ({ groups }) => ({
      message: `kho khác cũng dùng được máy chạy việc của nhóm: ${listed(groups)}`,
      hint: '"Repository access" › "Selected repositories": chỉ kho này',
    }),
    en: ({ groups }) => ({
      message: `other repositories may use the runners of: ${listed(groups)}`,
      hint: '"Repository access" › "Selected repositories": this one alone',
    }),
  },
  'runner-public': {
    vi: () => ({
      message: 'kho công khai có máy chạy việc riêng: người lạ gửi bản sao là chạy được mã trên máy đó',
      hint: 'Gỡ máy ("Remove"), hoặc đổi kho thành riêng tư',
    }),
    en: () => ({
      message: 'a public repository with runners of its own: a stranger’s fork can run code on them',
      hint: '"Remove" the runner, or make the repository private',
    }),
  },
  'runner-any-workflow': {
    vi: ({ groups }) => ({
      message: `quy trình của nhánh nào cũng chạy được trên máy của nhóm: ${listed(groups)}`,
      hint: '"Workflow access" › "Selected workflows": plan.yml, answer.yml, reconcile.yml, mỗi tệp @refs/heads/{branch}',
    }),
    en: ({ groups }) => ({
      message: `a workflow of any branch can run on the runners of: ${listed(groups)}`,
      hint: '"Workflow access" › "Selected workflows": plan.yml, answer.yml, reconcile.yml, each @refs/heads/{branch}',
    }),
  },
  'runner-any-branch': {
    vi: () => ({
      message: 'máy chạy việc thuộc kho: quy trình của nhánh nào cũng chạy được trên máy đó',
      hint: 'Đưa máy vào một nhóm ("runner group") của tổ chức, chỉ cho quy trình của {branch}',
    }),
    en: () => ({
      message: 'the runner is the repository’s own: a workflow of any branch can run on it',
      hint: 'Put it into a runner group of the organization that takes workflows of {branch} alone',
    }),
  },
  'runner-none': {
    vi: () => ({
      message: 'không có máy chạy việc riêng: máy của GitHub không tới được máy chủ nội bộ',
      hint: '"New self-hosted runner"; biến DANHBA_RUNNER là nhãn của máy',
    }),
    en: () => ({
      message: 'there is no self-hosted runner: those of GitHub reach no server inside',
      hint: '"New self-hosted runner"; the variable DANHBA_RUNNER is its label',
    }),
  },
  'runner-unmatched': {
    vi: ({ label }) => ({
      message: `không máy chạy việc nào có nhãn "${label}" của biến DANHBA_RUNNER`,
      hint: 'Sửa biến, hoặc thêm nhãn cho máy',
    }),
    en: ({ label }) => ({
      message: `no runner has the label "${label}" of the variable DANHBA_RUNNER`,
      hint: 'Correct the variable, or give the runner the label',
    }),
  },
  'operators-unnamed': {
    vi: () => ({
      message: 'policy.yaml chưa nêu tên người vận hành',
      hint: 'policy.yaml: operators: [login, login]',
    }),
    en: () => ({ message: 'policy.yaml names no operators', hint: 'policy.yaml: operators: [login, login]' }),
  },
  'operators-few': {
    vi: ({ logins }) => ({
      message: `chỉ có ${logins.length} người vận hành (${listed(logins)}): vắng một người là không ai duyệt được`,
      hint: 'policy.yaml: operators: [login, login]',
    }),
    en: ({ logins }) => ({
      message: `only ${logins.length} operator (${listed(logins)}): nobody else can approve their changes`,
      hint: 'policy.yaml: operators: [login, login]',
    }),
  },
  'operators-powerless': {
    vi: ({ logins }) => ({
      message: `người vận hành không có quyền ghi, nên GitHub không tính là người duyệt của tệp: ${listed(logins)}`,
      hint: '"Add people" › "Role: Write"',
    }),
    en: ({ logins }) => ({
      message: `operators without write access, so that GitHub does not count them as code owners: ${listed(logins)}`,
      hint: '"Add people" › "Role: Write"',
    }),
  },
  'two-factor-lacking': {
    vi: ({ logins }) => ({
      message: `người vận hành chưa bật xác thực hai lớp: ${listed(logins)}`,
      hint: 'Bật ở từng tài khoản, rồi "Require two-factor authentication for everyone"',
    }),
    en: ({ logins }) => ({
      message: `operators without two-factor authentication: ${listed(logins)}`,
      hint: 'They enable it; then "Require two-factor authentication for everyone"',
    }),
  },
  'two-factor-others': {
    vi: ({ count }) => ({
      message: `${count} thành viên khác chưa bật xác thực hai lớp`,
      hint: '"Require two-factor authentication for everyone"',
    }),
    en: ({ count }) => ({
      message: `${count} other members have no two-factor authentication`,
      hint: '"Require two-factor authentication for everyone"',
    }),
  },
  'teams-foreign': {
    vi: ({ teams }) => ({
      message: `nhóm không thuộc tổ chức của kho này nên lời của nhóm không bao giờ được tính: ${listed(teams)}`,
      hint: 'representatives: nêu nhóm của chính tổ chức có kho này, hoặc nêu từng tài khoản',
    }),
    en: ({ teams }) => ({
      message: `teams of another organization than the repository’s, whose word never counts: ${listed(teams)}`,
      hint: 'representatives: name teams of the repository’s own organization, or logins',
    }),
  },
  'teams-unknown': {
    vi: ({ teams }) => ({
      message: `không có nhóm này, hoặc là nhóm kín mà mã không thuộc về: ${listed(teams)}`,
      hint: 'Sửa tên trong representatives, hoặc đặt "Team visibility" › "Visible"',
    }),
    en: ({ teams }) => ({
      message: `there is no such team, or it is a secret one the token does not belong to: ${listed(teams)}`,
      hint: 'Correct the name in representatives, or set "Team visibility" › "Visible"',
    }),
  },
  'teams-empty': {
    vi: ({ teams }) => ({
      message: `nhóm chưa có ai nên không ai duyệt thay được: ${listed(teams)}`,
      hint: '"Add a member"',
    }),
    en: ({ teams }) => ({
      message: `nobody is in the team, so that nobody can agree for it: ${listed(teams)}`,
      hint: '"Add a member"',
    }),
  },
  'teams-on-actions': {
    vi: () => ({
      message:
        'việc chạy bằng mã có sẵn của Actions, không xem được thành viên nhóm: lời của nhóm chưa được tính',
      hint: 'Chạy trên máy của đơn vị vận hành (bỏ biến DANHBA_RUNNER), hoặc dùng mã của một ứng dụng có quyền "Members: Read-only"',
    }),
    en: () => ({
      message:
        'the jobs run by the token of Actions, which is never shown who is in a team: its word does not count',
      hint: 'Run them on the operator’s machine (without the variable DANHBA_RUNNER), or by the token of an app with "Members: Read-only"',
    }),
  },
};

export const findingWords = { ...protectionWords, ...otherWords };
