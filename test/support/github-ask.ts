/** Puts requests to the emulator, over connections that stay: there are thousands, and `fetch` is the dear way to ask. */
import { Agent, type IncomingMessage, request } from 'node:http';
import { text } from 'node:stream/consumers';
import type { Ask } from './github-supplement.ts';

/** What hangs on a hash never changes. */
const lasting = /\/git\/(blobs|trees|commits)\/[0-9a-f]{40}(\?|$)/;

/** `owner` is who asks where nobody is named, and may see everything; `base` stands in the links it answers with. */
export function openAsk(port: number, owner: string, base: () => string): Ask & { close: () => void } {
  const agent = new Agent({ keepAlive: true });
  /** What the owner was answered about what never changes: each checkout asks for every object anew. */
  const told = new Map<string, string>();

  const send = async (method: string, path: string, token: string, body: unknown) => {
    const content = body === undefined ? undefined : Buffer.from(JSON.stringify(body));
    const headers = {
      authorization: `token ${token}`,
      'content-type': 'application/json',
      ...(content !== undefined && { 'content-length': content.byteLength }),
    };
    // The address escapes what a branch may be called and HTTP cannot carry, as it does for `fetch`.
    const address = new URL(`http://127.0.0.1:${port}${path}`);
    return await new Promise<IncomingMessage>((resolve, reject) => {
      const asked = request(address, { agent, method, headers }, resolve);
      asked.once('error', reject).end(content);
    });
  };

  const ask: Ask = async (method, path, { body, token = owner } = {}) => {
    const lasts = method === 'GET' && token === owner && lasting.test(path);
    const known = lasts ? told.get(path) : undefined;
    if (known !== undefined) return { status: 200, headers: {}, body: JSON.parse(known) };
    const response = await send(method, path, token, body);
    const said = await text(response);
    const { statusCode: status = 0, headers } = response;
    const { link } = headers;
    if (lasts && status === 200) told.set(path, said);
    const origin = /http:\/\/(localhost|127\.0\.0\.1):\d+/g;
    return {
      status,
      headers: link === undefined ? {} : { link: `${link}`.replace(origin, base()) },
      body: said === '' ? undefined : JSON.parse(said),
    };
  };
  return Object.assign(ask, { close: () => agent.destroy() });
}
