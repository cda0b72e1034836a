/** What is wrong with the protection of the main branch, and which box puts it right; GitHub's own names are English. */
import type { RepositoryFindings, Unrequired } from '../../../model/github/repository-finding.ts';
import type { BypassActor, LayerSource } from '../../../model/github/repository-settings.ts';
import type { Language, WordingTable } from '../../text/wording.ts';

/** The box to tick; the same in rulesets and in classic protection. */
const boxes: Readonly<Record<Unrequired, string>> = {
  'pull-request': '"Require a pull request before merging"',
  'code-owners': '"Require a pull request before merging" › "Require review from Code Owners"',
  'stale-approvals':
    '"Require a pull request before merging" › "Dismiss stale pull request approvals when new commits are pushed"',
  'last-push':
    '"Require a pull request before merging" › "Require approval of the most recent reviewable push"',
};

const lacks: Readonly<Record<Unrequired, Readonly<Record<Language, string>>>> = {
  'pull-request': {
    vi: 'ai có quyền ghi cũng đẩy thẳng được vào {branch}',
    en: 'anyone with write access can push to {branch} directly',
  },
  'code-owners': {
    vi: 'gộp được mà không cần người duyệt của tệp',
    en: 'changes can be merged without the agreement of code owners',
  },
  'stale-approvals': {
    vi: 'lượt duyệt bản cũ vẫn có hiệu lực với commit đẩy thêm sau',
    en: 'an approval still counts for commits pushed after it',
  },
  'last-push': {
    vi: 'người đẩy commit cuối có thể tự mình làm đủ lượt duyệt',
    en: 'the person who pushed last can give the missing approval',
  },
};

const addDanhba = '"Require status checks to pass" › "Add checks" › danhba';
const tick = (language: Language) => (language === 'vi' ? 'Đánh dấu' : 'Tick');

/** GitHub's built-in roles. */
const roles: Readonly<Record<string, string>> = { 2: 'Maintain', 4: 'Write', 5: 'Repository admin' };

function actorName(actor: BypassActor, language: Language): string {
  const vi = language === 'vi';
  switch (actor.kind) {
    case 'administrators':
      return vi ? 'quản trị viên của kho' : 'administrators of the repository';
    case 'organization-owners':
      return vi ? 'chủ sở hữu tổ chức' : 'owners of the organization';
    case 'deploy-keys':
      return 'deploy keys';
    case 'token-owner':
      return vi ? 'chủ của mã truy cập này' : 'the owner of this token';
    case 'role':
      return roles[actor.id] ?? `${vi ? 'vai trò' : 'role'} ${actor.id}`;
    case 'team':
      return `${vi ? 'nhóm' : 'team'} ${actor.id}`;
    case 'app':
      return `${vi ? 'ứng dụng' : 'app'} ${actor.id}`;
    case 'user':
      return `${vi ? 'người dùng' : 'user'} ${actor.id}`;
  }
}

const layerName = (source: LayerSource, language: Language): string =>
  source.kind === 'ruleset'
    ? `ruleset "${source.name}"`
    : language === 'vi'
      ? 'bảo vệ nhánh kiểu cũ'
      : 'classic protection';

const bypassed = ({ layers }: RepositoryFindings['bypass'], language: Language): string =>
  layers
    .map(({ source, actors }) => {
      const names = actors.map((actor) => actorName(actor, language)).join(', ');
      return `${layerName(source, language)}: ${names}`;
    })
    .join('; ');

const bypassBox = ({ layers: [first] }: RepositoryFindings['bypass']): string =>
  first?.source.kind === 'classic'
    ? '"Do not allow bypassing the above settings"; "Allow specified actors to bypass required pull requests"'
    : '"Bypass list"';

export type ProtectionFindings = Pick<
  RepositoryFindings,
  | 'plan-lacks'
  | 'plan-none'
  | 'public'
  | 'unrequired'
  | 'owners-none'
  | 'owners-unknown'
  | 'check-none'
  | 'check-any-source'
  | 'check-of-actions'
  | 'check-of-unknown'
  | 'history-open'
  | 'unprotected'
  | 'bypass'
>;

export const protectionWords: WordingTable<ProtectionFindings> = {
  'plan-lacks': {
    vi: () => ({
      message:
        'gói GitHub này không có bảo vệ nhánh cho kho riêng tư: ai có quyền ghi cũng thay được {branch}',
      hint: 'GitHub "Team" (tổ chức) hoặc "Pro" (cá nhân); đừng đổi kho thành công khai',
    }),
    en: () => ({
      message:
        'this plan of GitHub protects no branch of a private repository: anyone with write access can change {branch}',
      hint: 'GitHub Team (organizations) or Pro (people); do not make the repository public instead',
    }),
  },
  'plan-none': {
    vi: () => ({ message: 'không đặt được với gói GitHub này (xem "plan")', hint: 'Đổi gói trước' }),
    en: () => ({
      message: 'cannot be set with this plan of GitHub (see plan)',
      hint: 'Change the plan first',
    }),
  },
  public: {
    vi: () => ({
      message: 'kho công khai: tên, chức vụ và mọi tệp ai cũng đọc được',
      hint: '"Danger Zone" › "Change visibility"',
    }),
    en: () => ({
      message: 'the repository is public: anyone can read names, titles and every file',
      hint: '"Danger Zone" › "Change visibility"',
    }),
  },
  unrequired: {
    vi: ({ what }) => ({ message: lacks[what].vi, hint: `${tick('vi')} ${boxes[what]}` }),
    en: ({ what }) => ({ message: lacks[what].en, hint: `${tick('en')} ${boxes[what]}` }),
  },
  'owners-none': {
    vi: () => ({
      message: '{branch} không có .github/CODEOWNERS',
      hint: 'danhba codeowners, rồi gộp tệp vào {branch}',
    }),
    en: () => ({
      message: '{branch} has no .github/CODEOWNERS',
      hint: 'danhba codeowners; then merge the file',
    }),
  },
  'owners-unknown': {
    vi: ({ count, first }) => ({
      message: `GitHub không nhận ${count} chỗ trong CODEOWNERS; dòng ${first.line} (${first.kind}): ${first.source}`,
      hint: 'Cho các tài khoản này quyền "Write" vào kho, hoặc sửa representatives rồi chạy danhba codeowners',
    }),
    en: ({ count, first }) => ({
      message: `GitHub rejects ${count} places of CODEOWNERS; line ${first.line} (${first.kind}): ${first.source}`,
      hint: 'Give these accounts write access, or correct representatives and run danhba codeowners',
    }),
  },
  'check-none': {
    vi: () => ({ message: 'gộp được khi kiểm tra "danhba" chưa đạt', hint: `${tick('vi')} ${addDanhba}` }),
    en: () => ({
      message: 'changes can be merged before the check "danhba" has passed',
      hint: `${tick('en')} ${addDanhba}`,
    }),
  },
  'check-any-source': {
    vi: () => ({
      message: 'kiểm tra "danhba" nhận từ bất kỳ ai: ai đẩy được nhánh cũng tự đặt được',
      hint: 'Bên cạnh kiểm tra "danhba", thay "Any source" bằng ứng dụng riêng (không có thì GitHub Actions)',
    }),
    en: () => ({
      message: 'the check "danhba" is accepted from any source: anyone who can push a branch can set it',
      hint: 'Beside the check "danhba", choose an app of your own (else GitHub Actions) instead of "Any source"',
    }),
  },
  'check-of-actions': {
    vi: () => ({
      message: 'kiểm tra "danhba" nhận từ GitHub Actions: quy trình trên một nhánh cũng tự đặt được',
      hint: 'Nếu có ứng dụng (GitHub App) riêng: chọn nó làm nguồn của kiểm tra "danhba"',
    }),
    en: () => ({
      message: 'the check "danhba" is accepted from GitHub Actions: a workflow on any branch can set it',
      hint: 'Where you have a GitHub App of your own: choose it as the source of the check "danhba"',
    }),
  },
  'check-of-unknown': {
    vi: ({ app }) => ({
      message: `kiểm tra "danhba" nhận từ ứng dụng số ${app}; chưa biết đó có phải GitHub Actions không`,
      hint: 'Xem nguồn của kiểm tra "danhba"',
    }),
    en: ({ app }) => ({
      message: `the check "danhba" is accepted from app ${app}, which may be GitHub Actions itself`,
      hint: 'Look at the source of the check "danhba"',
    }),
  },
  'history-open': {
    vi: ({ forcePushes, deletions }) => ({
      message: `{branch} có thể bị ${[forcePushes && 'viết lại', deletions && 'xóa'].filter(Boolean).join(', ')}`,
      hint: '"Block force pushes", "Restrict deletions" (kiểu cũ: bỏ "Allow force pushes", "Allow deletions")',
    }),
    en: ({ forcePushes, deletions }) => ({
      message: `{branch} can be ${[forcePushes && 'rewritten', deletions && 'deleted'].filter(Boolean).join(' and ')}`,
      hint: '"Block force pushes", "Restrict deletions" (classic: untick "Allow force pushes", "Allow deletions")',
    }),
  },
  unprotected: {
    vi: () => ({ message: '{branch} không có quy tắc nào để giữ', hint: 'Lập quy tắc như các mục trên' }),
    en: () => ({ message: '{branch} has no rule that anybody must keep', hint: 'Set the rules above' }),
  },
  bypass: {
    vi: (args) => ({
      message: `có người được bỏ qua quy tắc: ${bypassed(args, 'vi')}`,
      hint: bypassBox(args),
    }),
    en: (args) => ({
      message: `somebody may bypass the rules: ${bypassed(args, 'en')}`,
      hint: bypassBox(args),
    }),
  },
};
