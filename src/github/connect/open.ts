/** Opens one repository: requests go one after another, passing failures are tried again, and the rest is one clear line. */
import { setTimeout as sleep } from 'node:timers/promises';
import { Octokit } from '@octokit/rest';
import { explainFailure, explainUnsure, type Target } from './explain.ts';
import { judgeFailure, type Thrown } from './failure.ts';
import { findLogin } from './find-login.ts';
import { isCode } from './refusal.ts';
import { type GitHubSettings, type Place, parseApiUrl, parseRepository, parseToken } from './settings.ts';

export interface GitHub {
  /** Whatever is asked of it is queued, tried again and explained; a failure is always an ExpectedError. */
  readonly octokit: Octokit;
  /** Without a slash at its end. */
  readonly apiUrl: string;
  readonly place: Place;
  /** The account whose comments and issues are ours. */
  readonly login: () => Promise<string>;
  /** The branch that pull requests go to, under any name. */
  readonly defaultBranch: () => Promise<string>;
  /**
   * Does the work once more where a creation was lost on the way: it must look at what is there first, so that nothing
   * is created twice.
   */
  readonly lookingAgain: <T>(work: () => Promise<T>) => Promise<T>;
}

const attempts = 5;
const firstDelayMilliseconds = 500;
const defaultPatienceMilliseconds = 120_000;
const defaultTimeoutMilliseconds = 30_000;

/**
 * POSTs that may be repeated: git objects are named by their content, a label is on an issue once, and of GraphQL only
 * questions are asked.
 */
const repeatable = /\/git\/(blobs|trees|commits)$|\/issues\/\{issue_number\}\/labels$|\/graphql$/;

/** A PATCH that adds to what is there: a second one would add the same annotations again. */
const adding = /\/check-runs\/\{check_run_id\}$/;

const silent = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} };

/** Nothing is sent yet. @throws ExpectedError where the settings cannot be used. */
export function openGitHub(settings: GitHubSettings): GitHub {
  const baseUrl = parseApiUrl(settings.apiUrl);
  const token = parseToken(settings.token);
  const place = parseRepository(settings.repository);
  const timeout = settings.timeoutMilliseconds ?? defaultTimeoutMilliseconds;
  let patience = settings.patienceMilliseconds ?? defaultPatienceMilliseconds;
  /** Silence uses up the patience too: then one more second is all that each request is given. */
  const longest = () => Math.min(timeout, Math.max(Math.ceil(patience), 1000));
  const octokit = new Octokit({
    auth: token,
    baseUrl,
    userAgent: 'danhba',
    log: silent,
    // A redirected POST would arrive as a GET.
    request: {
      redirect: 'manual',
      log: silent,
      fetch: (url: string, init: RequestInit) =>
        fetch(url, { ...init, signal: AbortSignal.timeout(longest()) }),
    },
  });

  /** False where the wait would be longer than the patience that is left. */
  const waitFor = async (milliseconds: number): Promise<boolean> => {
    if (milliseconds > patience) return false;
    patience -= milliseconds;
    await sleep(milliseconds);
    return true;
  };
  const backOff = (attempt: number) =>
    waitFor(firstDelayMilliseconds * 2 ** (attempt - 1) * (0.5 + Math.random() / 2));

  /** GitHub asks for requests one after another; a wait for a limit is a wait for all. */
  let last: Promise<unknown> = Promise.resolve();
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const done = last.then(work, work);
    last = done;
    return done;
  };

  octokit.hook.wrap('request', (request, options) =>
    inTurn(async () => {
      const target: Target = {
        origin: new URL(baseUrl).host,
        repository: settings.repository,
        method: options.method,
        template: options.url.startsWith(baseUrl) ? options.url.slice(baseUrl.length) : options.url,
      };
      const mayRepeat = options.method === 'POST' ? repeatable.test(options.url) : !adding.test(options.url);
      for (let attempt = 1; ; attempt++) {
        const begun = Date.now();
        try {
          const answer = await request(options);
          return whole(answer);
        } catch (thrown) {
          const failure = judgeFailure(thrown as Thrown, attempt, Date.now());
          patience -= Date.now() - begun;
          if (failure.kind === 'lost' && !mayRepeat) throw explainUnsure(failure, target);
          const passes =
            failure.kind === 'lost' || failure.kind === 'unreachable' || failure.kind === 'limited';
          const goOn =
            passes &&
            attempt < attempts &&
            (failure.kind === 'limited' ? await waitFor(failure.wait) : await backOff(attempt));
          if (!goOn) throw explainFailure(failure, thrown as Thrown, target);
        }
      }
    }),
  );

  let branch: Promise<string> | undefined;
  let login: Promise<string> | undefined;
  return {
    octokit,
    apiUrl: baseUrl,
    place,
    login: () => {
      login ??= findLogin(octokit, token, settings.login).catch((thrown) => {
        login = undefined;
        throw thrown;
      });
      return login;
    },
    defaultBranch: () => {
      branch ??= octokit.rest.repos.get({ ...place }).then(({ data }) => data.default_branch);
      branch.catch(() => {
        branch = undefined;
      });
      return branch;
    },
    lookingAgain: async (work) => {
      for (let attempt = 1; ; attempt++) {
        try {
          return await work();
        } catch (thrown) {
          const again = isCode(thrown, 'github-unsure') && attempt < attempts && (await backOff(attempt));
          if (!again) throw thrown;
        }
      }
    },
  };
}

/** An answer that was cut off reaches us as text; one that leads elsewhere as a success. */
function whole<
  T extends {
    readonly status: number;
    readonly headers: NonNullable<Thrown['response']>['headers'];
    readonly data: unknown;
  },
>(answer: T): T {
  const { status, headers, data } = answer;
  if (status >= 300) throw { status, response: { status, headers, data } } satisfies Thrown;
  if (status !== 204 && typeof data !== 'object') throw { status: 500 } satisfies Thrown;
  return answer;
}
