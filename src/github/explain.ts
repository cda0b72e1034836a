/** Says in one line, with a hint, why GitHub could not be used, or which permission is missing. */
import { ExpectedError } from '../model/errors.ts';
import { type Failure, messageOf, type Thrown } from './failure.ts';

/** Where the request went: the template of the address, not what stands in it. */
export interface Target {
  readonly origin: string;
  readonly repository: string;
  readonly method: string;
  /** `/repos/{owner}/{repo}/issues/{issue_number}` */
  readonly template: string;
}

/** The permission of a job or an app that each part of the API needs. */
const permissions: readonly (readonly [RegExp, string])[] = [
  [/\/check-runs/, 'checks'],
  [/\/statuses/, 'statuses'],
  [/\/pulls/, 'pull-requests'],
  [/\/(issues|labels)/, 'issues'],
  [/\/(git|commits|contents)\b/, 'contents'],
];

/** Of github.com alone: an Enterprise server has none that we know. */
const statusPage = ({ origin }: Target): string =>
  origin === 'api.github.com' ? ' · https://www.githubstatus.com' : '';

/** @throws nothing: the error is returned. The token is in none of its parts. */
export function explainFailure(failure: Failure, thrown: Thrown, target: Target): ExpectedError {
  const make = (code: string, words: string, hint?: string) =>
    new ExpectedError(code, `${target.origin}: ${words}`, hint);
  switch (failure.kind) {
    case 'unreachable':
      return make(
        'github-unreachable',
        `không kết nối được / cannot connect: ${failure.detail}`,
        `GITHUB_API_URL${statusPage(target)}`,
      );
    case 'certificate':
      return make(
        'github-certificate',
        `chứng chỉ không được tin / the certificate is not trusted: ${failure.detail}`,
        'NODE_EXTRA_CA_CERTS=ca.pem',
      );
    case 'lost':
      return make(
        'github-lost',
        `GitHub không phục vụ được / GitHub does not serve: ${failure.detail}`,
        `Chạy lại / run again${statusPage(target)}`,
      );
    case 'limited': {
      const seconds = Math.ceil(failure.wait / 1000);
      return make(
        'github-rate-limit',
        `vượt hạn mức yêu cầu; thử lại sau ${seconds} giây / rate limit exceeded; try again in ${seconds} s`,
        'Chạy lại sau / run again later',
      );
    }
    case 'refused':
      return explainRefusal(failure.status, thrown, target);
  }
}

/** Nobody knows whether what was to be created is there now; whoever asked looks. */
export function explainUnsure(failure: Failure & { kind: 'lost' }, target: Target): ExpectedError {
  return new ExpectedError(
    'github-unsure',
    `${target.origin}: mất kết nối giữa chừng / the connection was lost on the way: ${failure.detail}`,
    `Chạy lại / run again${statusPage(target)}`,
  );
}

function explainRefusal(status: number, { response }: Thrown, target: Target): ExpectedError {
  const said = messageOf(response?.data);
  const make = (code: string, words: string, hint?: string) =>
    new ExpectedError(
      code,
      `${target.origin}: ${words}${said === '' ? ` (HTTP ${status})` : ` (${said})`}`,
      hint,
    );
  const permission = permissionOf(response?.headers['x-accepted-github-permissions'], target);
  if (status >= 300 && status < 400) {
    return make(
      'github-moved',
      `kho đã đổi tên hoặc chuyển đi / the repository has moved: ${target.repository}`,
      'GITHUB_REPOSITORY=owner/name',
    );
  }
  switch (status) {
    case 401:
      return make(
        'github-token',
        'mã truy cập sai hoặc hết hạn / the token is wrong or has expired',
        'GITHUB_TOKEN',
      );
    case 403:
      // A setting of the repository, which no permission of the job replaces.
      if (/not permitted to create or approve pull requests/i.test(said)) {
        return make(
          'github-rights',
          'kho không cho GitHub Actions mở yêu cầu / the repository lets GitHub Actions open no pull requests',
          'Settings → Actions → General → Allow GitHub Actions to create and approve pull requests',
        );
      }
      if (/^upgrade to github .* to enable this feature/i.test(said)) {
        return make(
          'github-plan',
          'gói GitHub này không có phần đó cho kho riêng tư / this plan of GitHub has no such thing for a private repository',
          'https://github.com/pricing',
        );
      }
      return make(
        'github-rights',
        `thiếu quyền / missing permission: ${permission}`,
        `permissions: { ${permission} } · ${target.repository}`,
      );
    case 404:
    case 410:
      // Whoever may not look is told "Not Found".
      if (said === 'Branch not protected') {
        return make('github-unprotected', 'nhánh không được bảo vệ / the branch is not protected');
      }
      return make(
        'github-missing',
        `không tìm thấy, hoặc mã truy cập không được thấy / not found, or hidden from the token: ${pathOf(target)}`,
        `GITHUB_REPOSITORY=${target.repository} · permissions: { ${permission} }`,
      );
    default:
      return make('github-refused', `GitHub từ chối / GitHub refuses: ${target.method} ${pathOf(target)}`);
  }
}

function pathOf({ template, repository }: Target): string {
  return template.replace('/repos/{owner}/{repo}', repository);
}

/** GitHub tells `pull_requests=write; issues=write`: any of them will do. A workflow writes `pull-requests: write`. */
function permissionOf(header: string | number | undefined, { method, template }: Target): string {
  const told = typeof header === 'string' ? header : '';
  if (/^[a-z_]+=[a-z]+([,;]\s*[a-z_]+=[a-z]+)*$/.test(told)) {
    const first = told.split(';')[0] as string;
    return first
      .split(/,\s*/)
      .map((one) => one.replaceAll('_', '-').replace('=', ': '))
      .join(', ');
  }
  const name = permissions.find(([form]) => form.test(template))?.[1] ?? 'metadata';
  return `${name}: ${method === 'GET' ? 'read' : 'write'}`;
}
