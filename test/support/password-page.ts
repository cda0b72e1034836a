/** What a browser does with the page where a password is changed, without a browser: forms and cookies by hand. */
import type { IncomingHttpHeaders } from 'node:http';
import { request } from 'node:https';

export interface Visit {
  readonly cookie: string;
  readonly token: string;
  readonly html: string;
  readonly headers: Headers;
}

/** Opens the form. */
export async function visit(url: string, headers: Readonly<Record<string, string>> = {}): Promise<Visit> {
  const answer = await fetch(url, { headers });
  const html = await answer.text();
  return {
    cookie: answer.headers.getSetCookie()[0]?.split(';')[0] ?? headers.cookie ?? '',
    token: /name="token" value="([^"]+)"/.exec(html)?.[1] ?? '',
    html,
    headers: answer.headers,
  };
}

export interface Filled {
  readonly address: string;
  readonly present: string;
  readonly next: string;
  readonly again?: string;
  readonly token?: string;
  readonly cookie?: string;
}

export interface Sent {
  readonly status: number;
  readonly location: string | null;
  readonly html: string;
  /** The message above the form, in words alone. */
  readonly told: string;
  readonly retryAfter: string | null;
}

/** Fills the form as it came and sends it. */
export async function send(
  url: string,
  filled: Filled,
  headers: Readonly<Record<string, string>> = {},
): Promise<Sent> {
  const { cookie, token } =
    filled.cookie === undefined ? await visit(url, headers) : { ...filled, token: '' };
  const { address, present, next, again = next } = filled;
  const answer = await fetch(url, {
    method: 'POST',
    redirect: 'manual',
    headers: { ...headers, cookie },
    body: new URLSearchParams({ token: filled.token ?? token, address, present, next, again }),
  });
  const html = await answer.text();
  const [, box = ''] = /<div class="told[^>]*>([\s\S]*?)<\/div>/.exec(html) ?? [];
  return {
    status: answer.status,
    location: answer.headers.get('location'),
    html,
    told: box
      .replace(/<[^>]*>/g, ' ')
      .replace(/\s+/g, ' ')
      .trim(),
    retryAfter: answer.headers.get('retry-after'),
  };
}

export interface TlsAnswer {
  readonly status: number | undefined;
  readonly headers: IncomingHttpHeaders;
  readonly text: string;
}

/** A request over TLS that trusts this authority alone. */
export async function askTls(
  url: string,
  authority: string,
  headers: Readonly<Record<string, string>>,
  body?: string,
): Promise<TlsAnswer> {
  const form = { 'content-type': 'application/x-www-form-urlencoded' };
  return await new Promise((resolve, reject) => {
    const asked = request(
      url,
      {
        ca: authority,
        agent: false,
        method: body === undefined ? 'GET' : 'POST',
        headers: { ...(body && form), ...headers },
      },
      (answer) => {
        let text = '';
        answer.setEncoding('utf8').on('data', (part) => (text += part));
        answer.on('end', () => resolve({ status: answer.statusCode, headers: answer.headers, text }));
      },
    );
    asked.on('error', reject).end(body);
  });
}

/** As soon as it does not fail any more. */
export async function persist<T>(attempt: () => Promise<T>): Promise<T> {
  for (let tried = 0; ; tried++) {
    try {
      return await attempt();
    } catch (thrown) {
      if (tried === 100) throw thrown;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
}
