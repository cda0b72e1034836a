/** Says in one line, with a hint, why GitHub could not be used, or which permission is missing. */
import { ExpectedError } from '../../model/problems/errors.ts';
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
  const [at, status] = [target.origin, statusPage(target)];
  switch (failure.kind) {
    case 'unreachable':
      return new ExpectedError('github-unreachable', { at, cause: failure.detail, status });
    case 'certificate':
      return new ExpectedError('github-certificate', { at, cause: failure.detail });
    case 'lost':
      return new ExpectedError('github-lost', { at, what: failure.detail, status });
    case 'limited':
      return new ExpectedError('github-rate-limit', { at, seconds: Math.ceil(failure.wait / 1000) });
    case 'refused':
      return explainRefusal(failure.status, thrown, target);
  }
}

/** It is unknown whether what was to be created is there now; the caller looks. */
export function explainUnsure(failure: Failure & { kind: 'lost' }, target: Target): ExpectedError {
  return new ExpectedError('github-unsure', {
    at: target.origin,
    what: failure.detail,
    status: statusPage(target),
  });
}

function explainRefusal(status: number, { response }: Thrown, target: Target): ExpectedError {
  const { repository } = target;
  const said = messageOf(response?.data);
  const told = { at: target.origin, said: said === '' ? `HTTP ${status}` : said };
  const permission = permissionOf(response?.headers['x-accepted-github-permissions'], target);
  if (status >= 300 && status < 400) return new ExpectedError('github-moved', { ...told, repository });
  switch (status) {
    case 401:
      return new ExpectedError('github-token.wrong', told);
    case 403:
      // A setting of the repository, which no permission of the job replaces.
      if (/not permitted to create or approve pull requests/i.test(said)) {
        return new ExpectedError('github-rights.setting', told);
      }
      if (/^upgrade to github .* to enable this feature/i.test(said)) {
        return new ExpectedError('github-plan', told);
      }
      return new ExpectedError('github-rights.permission', { ...told, permission, repository });
    case 404:
    case 410:
      // Whoever may not look is told "Not Found".
      if (said === 'Branch not protected') return new ExpectedError('github-unprotected', told);
      return new ExpectedError('github-missing', { ...told, path: pathOf(target), permission, repository });
    default:
      return new ExpectedError('github-refused.request', {
        ...told,
        request: `${target.method} ${pathOf(target)}`,
      });
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
