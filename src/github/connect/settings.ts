/** What is needed to reach one repository on GitHub or GitHub Enterprise, and what is refused before anything is sent. */
import { ExpectedError } from '../../model/problems/errors.ts';
import { isLoopback } from '../../model/text/loopback.ts';

export interface GitHubSettings {
  /** GITHUB_API_URL: `https://api.github.com`, or `https://github.example.gov.vn/api/v3` of an Enterprise server. */
  readonly apiUrl: string;
  /** GITHUB_TOKEN, or the token of a person or an app; never shown. */
  readonly token: string;
  /** GITHUB_REPOSITORY: `owner/name`. */
  readonly repository: string;
  /**
   * The account the token belongs to: held against what GitHub says of the token, and believed where GitHub says nothing;
   * then, unset, the token of an app is taken for that of GitHub Actions, `github-actions[bot]`.
   */
  readonly login?: string;
  /** How long all requests together may wait for GitHub to be well again; by default two minutes. */
  readonly patienceMilliseconds?: number;
  /** How long one request may take; by default 30 seconds. */
  readonly timeoutMilliseconds?: number;
}

export interface Place {
  readonly owner: string;
  readonly repo: string;
}

/** The repository; @throws ExpectedError where the text names none. */
export function parseRepository(text: string): Place {
  const [, owner, repo] = /^([A-Za-z0-9][A-Za-z0-9_-]*)\/([A-Za-z0-9._-]+)$/.exec(text) ?? [];
  // As a segment of a path, a dot would lead to another address.
  if (owner !== undefined && repo !== undefined && !/^\.{1,2}$/.test(repo)) return { owner, repo };
  throw new ExpectedError('github-repository', { at: 'GITHUB_REPOSITORY', text });
}

/** The address without a slash at its end; @throws ExpectedError where it is none, or the token would go in clear. */
export function parseApiUrl(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  const at = 'GITHUB_API_URL';
  if (url !== undefined && (url.username !== '' || url.password !== '')) {
    throw new ExpectedError('github-url.secret', { at });
  }
  if (url === undefined || !['http:', 'https:'].includes(url.protocol)) {
    throw new ExpectedError('github-url.form', { at, text });
  }
  if (url.protocol === 'http:' && !isLoopback(url.hostname)) {
    throw new ExpectedError('github-plaintext', { at });
  }
  return `${url.origin}${url.pathname.replace(/\/+$/, '')}`;
}

/** The token without what a file or a secret adds at its ends; @throws ExpectedError, never with the token in it. */
export function parseToken(text: string): string {
  const token = text.trim();
  // The error of a request would show a token that no header can carry.
  if (/^[\x21-\x7e]+$/.test(token)) return token;
  throw new ExpectedError(token === '' ? 'github-token.empty' : 'github-token.characters', {});
}

/** The address of the pages a person opens: that of the API leads to it. */
export function webUrlOf(apiUrl: string): string {
  const { protocol, host, pathname } = new URL(apiUrl);
  // `api.github.com`, `api.name.ghe.com`; an Enterprise server has the API below its own pages.
  const name = pathname.endsWith('/api/v3') ? host : host.replace(/^api\./, '');
  return `${protocol}//${name}${pathname.replace(/\/api\/v3$/, '').replace(/\/+$/, '')}`;
}
