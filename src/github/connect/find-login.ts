/** Finds out whose account the token writes as, and refuses to go on where another one is set. */
import type { Octokit } from '@octokit/rest';
import { ExpectedError } from '../../model/problems/errors.ts';

/** What GitHub Actions writes as. */
const actions = 'github-actions[bot]';

const viewerQuery = 'query { viewer { login } }';

/**
 * GitHub's own word; where it gives none, what is set, or else the account of GitHub Actions. @param told
 * DANHBA_GITHUB_LOGIN. @throws ExpectedError `github-login` where that is another account: by it we should not know our
 * own comments again, and write one more at every run.
 */
export async function findLogin(octokit: Octokit, token: string, told: string | undefined): Promise<string> {
  const real = await askLogin(octokit, token);
  if (real === undefined) return told ?? actions;
  if (told !== undefined && plain(told) !== plain(real)) throw wrongLogin(told, real);
  return real;
}

/** Logins have no case; and an app is called with its sign by one interface, without it by another. */
const plain = (login: string): string => login.toLowerCase().replace(/\[bot\]$/, '');

async function askLogin(octokit: Octokit, token: string): Promise<string | undefined> {
  // The installation token of an app may not ask for /user ("Resource not accessible by integration").
  const ways = token.startsWith('ghs_') ? [askViewer] : [askUser, askViewer];
  for (const ask of ways) {
    try {
      return await ask(octokit);
    } catch (thrown) {
      const isRefusal = !(thrown instanceof ExpectedError) || refusals.has(thrown.code);
      if (!isRefusal) throw thrown;
    }
  }
  return undefined;
}

const refusals: ReadonlySet<string> = new Set(['github-rights', 'github-missing', 'github-refused']);

const askUser = async (octokit: Octokit) => (await octokit.rest.users.getAuthenticated()).data.login;

const askViewer = async (octokit: Octokit) =>
  (await octokit.graphql<{ readonly viewer: { readonly login: string } }>(viewerQuery)).viewer.login;

export function wrongLogin(told: string, real: string): ExpectedError {
  return new ExpectedError('github-login', { real, told });
}
