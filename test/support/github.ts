/** A GitHub to test with: the stateful emulator, what it lacks, and a watch on every request danhba sends. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { createEmulator } from 'emulate';
import { findFreePort } from '../../servers/launch/port.ts';
import { type GitHub, openGitHub } from '../../src/github/connect/open.ts';
import type { GitHubSettings } from '../../src/github/connect/settings.ts';
import { openAsk } from './github-ask.ts';
import { checkQuestion } from './github-edits.ts';
import { checkRequest, type Request } from './github-openapi.ts';
import { makeSettings, type TestSettings } from './github-settings.ts';
import { type Answer, makeSupplement } from './github-supplement.ts';

/** As of GitHub Enterprise: the path is part of GITHUB_API_URL. */
const prefix = '/api/v3';
/** Beside it, not below it. */
const graphqlPath = '/api/graphql';
const owner = 'laichau';
const repository = 'hop-thu';

/**
 * `github-actions[bot]` is danhba in a workflow, may on the operator's machine; minh represents an organization, lan is a
 * clerk, thu has no access.
 */
const people = {
  laichau: 'ghp_owner',
  lan: 'ghp_lan',
  minh: 'ghp_minh',
  thu: 'ghp_thu',
  may: 'ghp_may',
} as const;
const bot = { login: 'github-actions[bot]', token: 'ghs_bot' } as const;
export type Login = keyof typeof people | typeof bot.login;

const tokenOf = (login: Login): string => (login === bot.login ? bot.token : people[login]);

/**
 * `cut`: the connection ends before the emulator is asked; `lose`: it does what is asked, and then the connection ends;
 * `silence`: no answer ever; `half`: the answer ends in the middle.
 */
export type Fault =
  | 'cut'
  | 'lose'
  | 'silence'
  | 'half'
  | { readonly status: number; readonly headers?: Readonly<Record<string, string>>; readonly body?: unknown };

type MaybeFault = Fault | undefined | Promise<Fault | undefined>;

export interface TestGitHub {
  readonly url: string;
  readonly repository: string;
  /** All that danhba sent since the last `forget`. */
  readonly requests: Request[];
  /** What GitHub's description does not know of them. */
  readonly problems: string[];
  /** Most requests under way at one time. */
  readonly mostAtOnce: () => number;
  readonly open: (settings?: Partial<GitHubSettings>) => GitHub;
  /** Decides for each request of danhba; the count begins at 1. */
  readonly strike: (fault: ((request: Request, count: number) => MaybeFault) | undefined) => void;
  /** Does something as somebody, unwatched: no request is sent. */
  // biome-ignore lint/suspicious/noExplicitAny: whatever GitHub answers.
  readonly as: (login: Login, method: string, path: string, body?: unknown) => Promise<any>;
  /** One commit on the branch, which is made from main where it is missing; null removes a file. */
  readonly commit: (
    login: Login,
    branch: string,
    files: Readonly<Record<string, string | null>>,
    repo?: string,
  ) => Promise<string>;
  readonly openPull: (login: Login, head: string, title?: string, body?: string) => Promise<number>;
  /** A copy of the repository with its history. */
  readonly fork: (login: Login) => Promise<string>;
  /** What no interface of GitHub sets. */
  readonly settings: TestSettings;
  readonly forget: () => void;
  readonly stop: () => Promise<void>;
}

export async function startGitHub(): Promise<TestGitHub> {
  const port = await findFreePort();
  const logins = [...Object.entries(people), [bot.login, bot.token] as const];
  const emulator = await createEmulator({
    service: 'github',
    port,
    seed: {
      tokens: Object.fromEntries(logins.map(([login, token]) => [token, { login, scopes: ['repo'] }])),
      github: {
        users: logins.map(([login]) => ({ login })),
        repos: [{ owner, name: repository, private: true }],
      },
    },
  });
  const known = new Set<string>(logins.map(([, token]) => token));
  const requests: Request[] = [];
  const problems: string[] = [];
  let fault: ((request: Request, count: number) => MaybeFault) | undefined;
  let counted = 0;
  let underWay = 0;
  let most = 0;

  const ask = openAsk(port, people.laichau, () => base);

  const serve = async (incoming: IncomingMessage, response: ServerResponse, leave: () => void) => {
    const url = new URL(incoming.url ?? '', 'http://localhost');
    const said = await text(incoming);
    const request: Request = {
      method: incoming.method ?? '',
      path: url.pathname === graphqlPath ? '/graphql' : url.pathname.slice(prefix.length),
      query: url.searchParams,
      body: said === '' ? undefined : JSON.parse(said),
    };
    const token = incoming.headers.authorization?.replace(/^(token|bearer) /i, '');
    requests.push(request);
    if (url.pathname === graphqlPath) problems.push(...checkQuestion(request));
    else problems.push(...checkRequest(request));
    if (url.pathname !== graphqlPath && !url.pathname.startsWith(`${prefix}/`))
      problems.push(`${url.pathname}: outside the API`);
    const strikes = await fault?.(request, ++counted);
    if (strikes === 'cut') return void incoming.socket.destroy();
    if (strikes === 'silence') return;
    const answer = typeof strikes === 'object' ? asAnswer(strikes) : await carryOut(request, token);
    if (strikes === 'lose') return void incoming.socket.destroy();
    leave();
    const body = answer.body === undefined ? '' : JSON.stringify(answer.body);
    response.writeHead(answer.status, {
      'content-type': 'application/json; charset=utf-8',
      'content-length': Buffer.byteLength(body),
      ...answer.headers,
    });
    if (strikes !== 'half') return void response.end(body);
    response.write(body.slice(0, body.length >> 1));
    setTimeout(() => incoming.socket.destroy(), 10);
  };

  const carryOut = async (request: Request, token: string | undefined): Promise<Answer> => {
    // The emulator takes an unknown token for its first user's.
    if (token === undefined || !(known.has(token) || settings.knows(token))) {
      return { status: 401, headers: {}, body: { message: 'Bad credentials', status: '401' } };
    }
    const supplied = (await settings.answer(request, token)) ?? (await supplement(request, token));
    if (supplied !== undefined) return supplied;
    const query = request.query.size === 0 ? '' : `?${request.query}`;
    return await ask(request.method, `${request.path}${query}`, { body: request.body, token });
  };

  const server = createServer((incoming, response) => {
    most = Math.max(most, ++underWay);
    let left = false;
    const leave = () => {
      if (!left) underWay--;
      left = true;
    };
    response.once('close', leave);
    serve(incoming, response, leave).catch((thrown: unknown) => {
      problems.push(`the test's own server: ${thrown}`);
      response.destroy();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}${prefix}`;
  const supplement = makeSupplement(ask, base);
  const settings = makeSettings(ask, owner, repository, Object.keys(people), people.laichau, base);
  const root = `/repos/${owner}/${repository}`;

  const as: TestGitHub['as'] = async (login, method, path, body) => {
    const whole = /^\/(repos|orgs)\//.test(path) ? path : `${root}${path}`;
    const url = new URL(`${base}${whole}`);
    const request = {
      ...{ method, path: url.pathname.slice(prefix.length), query: url.searchParams },
      body: body === undefined ? undefined : JSON.parse(JSON.stringify(body)),
    };
    const answer = await carryOut(request, tokenOf(login)).catch((thrown: unknown) => {
      problems.push(`the test's own server: ${thrown}`);
      throw thrown;
    });
    // As it would have come: nobody shares an object with this server.
    const said = answer.body === undefined ? '' : JSON.stringify(answer.body);
    if (answer.status >= 300) throw new Error(`${method} ${path}: ${answer.status} ${said}`);
    return said === '' ? undefined : JSON.parse(said);
  };

  const commit: TestGitHub['commit'] = async (login, branch, files, repo = root) => {
    const standing = await as(login, 'GET', `${repo}/git/matching-refs/heads/${branch}`);
    const exists = standing.some(({ ref }: { ref: string }) => ref === `refs/heads/${branch}`);
    const from = await as(login, 'GET', `${repo}/git/ref/heads/${exists ? branch : 'main'}`);
    const parent = await as(login, 'GET', `${repo}/git/commits/${from.object.sha}`);
    const entries = Object.entries(files).map(([path, content]) => ({
      path,
      mode: '100644',
      type: 'blob',
      ...(content === null ? { sha: null } : { content }),
    }));
    const tree = await as(login, 'POST', `${repo}/git/trees`, { base_tree: parent.tree.sha, tree: entries });
    const made = await as(login, 'POST', `${repo}/git/commits`, {
      message: `${login}: ${branch}`,
      tree: tree.sha,
      parents: [parent.sha],
    });
    if (exists) await as(login, 'PATCH', `${repo}/git/refs/heads/${branch}`, { sha: made.sha });
    else await as(login, 'POST', `${repo}/git/refs`, { ref: `refs/heads/${branch}`, sha: made.sha });
    return made.sha;
  };

  for (const login of ['lan', 'minh', 'may', bot.login]) {
    await as('laichau', 'PUT', `/collaborators/${encodeURIComponent(login)}`, { permission: 'push' });
  }

  return {
    url: base,
    repository: `${owner}/${repository}`,
    requests,
    problems,
    mostAtOnce: () => most,
    open: (settings) =>
      openGitHub({ apiUrl: base, token: bot.token, repository: `${owner}/${repository}`, ...settings }),
    strike: (next) => {
      fault = next;
      counted = 0;
    },
    as,
    commit,
    openPull: async (login, head, title = `Cập nhật ${head}`, body = '') =>
      (await as(login, 'POST', '/pulls', { title, body, head, base: 'main' })).number,
    fork: (login) => copyRepository(as, login, root),
    settings: settings.settings,
    forget: () => {
      requests.length = 0;
      problems.length = 0;
      most = 0;
      fault = undefined;
    },
    stop: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      ask.close();
      await emulator.close();
    },
  };
}

function asAnswer({ status, headers = {}, body }: Exclude<Fault, string>): Answer {
  return { status, headers, body: body ?? { message: `HTTP ${status}` } };
}

/** The emulator's fork begins anew: its history is put in the place of that, object by object. */
async function copyRepository(as: TestGitHub['as'], login: Login, root: string): Promise<string> {
  const made = await as(login, 'POST', `${root}/forks`, {});
  const fork = `/repos/${made.full_name}`;
  // Else the fork of a private repository would be hidden from those who read the pull request.
  await as(login, 'PUT', `${fork}/collaborators/laichau`, { permission: 'push' });
  const copied = new Set<string>();
  const copy = async (sha: string): Promise<void> => {
    if (copied.has(sha)) return;
    copied.add(sha);
    const commit = await as('laichau', 'GET', `${root}/git/commits/${sha}`);
    for (const parent of commit.parents) await copy(parent.sha);
    const { tree } = await as('laichau', 'GET', `${root}/git/trees/${commit.tree.sha}?recursive=1`);
    const files = [];
    for (const { path, mode, type, sha: blob } of tree) {
      if (type !== 'blob') continue;
      const { content } = await as('laichau', 'GET', `${root}/git/blobs/${blob}`);
      files.push({ path, mode, type, content: Buffer.from(content, 'base64').toString('utf8') });
    }
    const made = await as(login, 'POST', `${fork}/git/trees`, { tree: files });
    const same = await as(login, 'POST', `${fork}/git/commits`, {
      message: commit.message,
      tree: made.sha,
      parents: commit.parents.map((parent: { sha: string }) => parent.sha),
      author: commit.author,
      committer: commit.committer,
    });
    if (same.sha !== sha) throw new Error(`the copy of ${sha} is ${same.sha}`);
  };
  const main = await as('laichau', 'GET', `${root}/git/ref/heads/main`);
  await copy(main.object.sha);
  await as(login, 'PATCH', `${fork}/git/refs/heads/main`, { sha: main.object.sha, force: true });
  return fork;
}
