/** What is told where GitHub cannot be used, or the repository is not as it must be. */
import type { RemarkWords } from './remark-words.ts';

const apiUrl = 'https://api.github.com · https://github.example.gov.vn/api/v3';

export const githubErrors = {
  'branch-other': {
    vi: 'không thuộc nhánh {branch} của kho',
    en: 'not a commit of the branch {branch}',
    hint: 'git fetch origin {branch} && git checkout --detach FETCH_HEAD',
  },
  'checkout-differs.file': {
    vi: '{file}: không đúng như commit đã xét',
    en: '{file}: not what the judged commit has',
    hint: 'git status · git checkout --force · .gitattributes',
  },
  'checkout-differs.none': {
    vi: 'không phải checkout của Git',
    en: 'not a checkout of Git',
    hint: '--directory DIR',
  },
  'consent-missing': {
    vi: 'đã gộp nhưng chưa được đơn vị vận hành duyệt',
    en: "merged without an operator's word",
    hint: {
      vi: '{operators}: duyệt bằng "gh pr review SỐ --approve" rồi chạy lại, hoặc xem xong thì chạy một lần với --consented COMMIT',
      en: '{operators}: approve by "gh pr review NUMBER --approve" and run again, or having looked at it run once with --consented COMMIT',
    },
  },
  'consent-unknown': {
    vi: 'Git ở đây không có {commit}, nên không biết ai đã duyệt các thay đổi từ đó',
    en: 'Git here lacks {commit}, so who agreed to what was merged since is not known',
    hint: '"actions/checkout: fetch-depth: 0" · danhba reconcile --consented COMMIT',
  },
  'github-branch': {
    vi: 'nhánh đã được người khác sửa',
    en: 'somebody else has pushed to the branch',
    hint: { vi: 'Gộp hoặc xóa nhánh', en: 'Merge or delete the branch' },
  },
  'github-certificate': {
    vi: 'chứng chỉ không được tin: {cause}',
    en: 'the certificate is not trusted: {cause}',
    hint: 'NODE_EXTRA_CA_CERTS=ca.pem',
  },
  'github-head.directory': {
    vi: '{at} không phải là bản mới nhất của pull request #{number}: {found} ≠ {head}',
    en: '{at} is not the head of pull request #{number}: {found} ≠ {head}',
    hint: '"actions/checkout: ref: <head.sha>" · --commit SHA',
  },
  'github-head.moved': {
    vi: 'nhánh đã có thay đổi mới: {before} → {now}',
    en: 'the branch has moved on: {before} → {now}',
    hint: { vi: 'Lần chạy mới sẽ xét', en: 'The run for the new commit will judge it' },
  },
  'github-login': {
    vi: 'GITHUB_TOKEN ghi với tên {real}, còn thiết đặt là {told}: danhba không nhận ra lời của chính mình, nên không ghi gì',
    en: 'GITHUB_TOKEN writes as {real}, but {told} is set: our own comments would not be known again, so nothing is written',
    hint: 'DANHBA_GITHUB_LOGIN={real}',
  },
  'github-lost': {
    vi: 'GitHub không phục vụ được: {what}',
    en: 'GitHub does not serve: {what}',
    hint: { vi: 'Chạy lại{status}', en: 'Run again{status}' },
  },
  'github-missing': {
    vi: 'không tìm thấy, hoặc mã truy cập không được thấy: {path} ({said})',
    en: 'not found, or hidden from the token: {path} ({said})',
    hint: 'GITHUB_REPOSITORY={repository} · "permissions: { {permission} }"',
  },
  'github-moved': {
    vi: 'kho đã đổi tên hoặc chuyển đi: {repository} ({said})',
    en: 'the repository has moved: {repository} ({said})',
    hint: 'GITHUB_REPOSITORY=owner/name',
  },
  'github-plaintext': {
    vi: 'không gửi mã truy cập khi chưa mã hóa',
    en: 'the token is not sent unencrypted',
    hint: apiUrl,
  },
  'github-plan': {
    vi: 'gói GitHub này không có phần đó cho kho riêng tư ({said})',
    en: 'this plan of GitHub has no such thing for a private repository ({said})',
    hint: 'https://github.com/pricing',
  },
  'github-rate-limit': {
    vi: 'vượt hạn mức yêu cầu; thử lại sau {seconds} giây',
    en: 'rate limit exceeded; try again in {seconds} s',
    hint: { vi: 'Chạy lại sau', en: 'Run again later' },
  },
  'github-refused.comments': {
    vi: 'GitHub không cho biết ai đã sửa bình luận (GraphQL)',
    en: 'GitHub does not tell who has edited comments (GraphQL)',
    hint: '"permissions: { issues: read }"',
  },
  'github-refused.content': {
    vi: 'GitHub trả nội dung khác tên của nó',
    en: 'GitHub answers other content than was asked for',
  },
  'github-refused.request': {
    vi: 'GitHub từ chối: {request} ({said})',
    en: 'GitHub refuses: {request} ({said})',
  },
  'github-repository': {
    vi: '"{text}" không phải kho trên GitHub',
    en: '"{text}" is not a repository on GitHub',
    hint: 'GITHUB_REPOSITORY=owner/name',
  },
  'github-rights.permission': {
    vi: 'thiếu quyền: "{permission}" ({said})',
    en: 'missing permission: "{permission}" ({said})',
    hint: '"permissions: { {permission} }" · {repository}',
  },
  'github-rights.setting': {
    vi: 'kho không cho GitHub Actions mở yêu cầu ({said})',
    en: 'the repository lets GitHub Actions open no pull requests ({said})',
    hint: '"Settings → Actions → General → Allow GitHub Actions to create and approve pull requests"',
  },
  'github-token.characters': {
    vi: 'GITHUB_TOKEN có ký tự không hợp lệ',
    en: 'GITHUB_TOKEN holds characters no token has',
    hint: 'GITHUB_TOKEN: ${{ github.token }}',
  },
  'github-token.empty': {
    vi: 'Thiếu GITHUB_TOKEN',
    en: 'GITHUB_TOKEN is empty',
    hint: 'GITHUB_TOKEN: ${{ github.token }}',
  },
  'github-token.wrong': {
    vi: 'mã truy cập sai hoặc hết hạn ({said})',
    en: 'the token is wrong or has expired ({said})',
    hint: 'GITHUB_TOKEN',
  },
  'github-tree': {
    vi: 'Kho có quá nhiều tệp, GitHub không liệt kê đủ',
    en: 'The repository has more files than GitHub lists',
  },
  'github-unprotected': {
    vi: 'nhánh không được bảo vệ ({said})',
    en: 'the branch is not protected ({said})',
  },
  'github-unreachable': {
    vi: 'không kết nối được: {cause}',
    en: 'cannot connect: {cause}',
    hint: 'GITHUB_API_URL{status}',
  },
  'github-unsure': {
    vi: 'mất kết nối giữa chừng: {what}',
    en: 'the connection was lost on the way: {what}',
    hint: { vi: 'Chạy lại{status}', en: 'Run again{status}' },
  },
  'github-url.form': {
    vi: '"{text}" không phải địa chỉ HTTP',
    en: '"{text}" is not an HTTP URL',
    hint: apiUrl,
  },
  'github-url.secret': {
    vi: 'không viết tài khoản, mật khẩu trong địa chỉ',
    en: 'no account or password belongs in the URL',
    hint: apiUrl,
  },
  'history-cut': {
    vi: 'cần toàn bộ lịch sử Git để không cấp lại mã cũ',
    en: 'the whole Git history is needed, so that no id is given twice',
    hint: '"actions/checkout: fetch-depth: 0" · git fetch --unshallow',
  },
  'pull-path': { vi: '{path}: không phải đường dẫn của Git', en: '{path}: not a path of Git' },
  'pull-too-large': {
    vi: 'quá nhiều tệp để tự xét',
    en: 'too much to be looked at unasked',
    hint: 'danhba github review --pull-request N --base DIR --directory DIR',
  },
  'request-form': {
    vi: 'không phải phiếu đang mở với đúng một nhãn danhba:…',
    en: 'not an open form with exactly one label danhba:…',
    hint: '{labels}',
  },
  'team-unread': {
    vi: 'GitHub không cho xem thành viên của nhóm, nên lời của nhóm chưa được tính',
    en: 'GitHub does not show who is in the team, so its word counts for nothing',
    hint: {
      vi: 'Token cần quyền "Members: read" của tổ chức sở hữu kho (GITHUB_TOKEN của workflow không có); nhóm phải của chính tổ chức đó. Hoặc ghi tên đăng nhập từng người',
      en: 'The token needs "Members: read" of the organization that owns the repository (a workflow\'s GITHUB_TOKEN has none), and the team has to be its own. Or name logins one by one',
    },
  },
} as const satisfies Record<string, RemarkWords>;
