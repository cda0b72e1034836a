/** A door before doveadm's HTTP API: tells of each request before the server has it and after it has answered. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Given the request's body; false: the connection is cut instead of going on. */
export type Hook = (body: string) => boolean | Promise<boolean>;

export interface Door {
  readonly url: string;
  /** How often each command has come, by its name, since `watch`. */
  readonly commands: ReadonlyMap<string, number>;
  /** Forgets what has come. `before`: the server has nothing of it yet; `after`: it has done it, and nobody knows. */
  watch(hooks?: { readonly before?: Hook; readonly after?: Hook }): void;
  /** From then on nobody listens there. */
  stop(): Promise<void>;
}

export async function openDoor(target: string): Promise<Door> {
  let commands = new Map<string, number>();
  let before: Hook = () => true;
  let after: Hook = () => true;
  const pass = async (incoming: IncomingMessage, answer: ServerResponse) => {
    const body = Buffer.concat(await incoming.toArray()).toString('utf8');
    for (const [name] of JSON.parse(body) as [string][]) commands.set(name, (commands.get(name) ?? 0) + 1);
    if (!(await before(body))) return void incoming.socket.destroy();
    const authorization = incoming.headers.authorization ?? '';
    const headers = { authorization, 'content-type': 'application/json' };
    const said = await fetch(target, { method: 'POST', headers, body });
    const text = await said.text();
    if (!(await after(body))) return void incoming.socket.destroy();
    answer.writeHead(said.status).end(text);
  };
  const server = createServer((incoming, answer) => void pass(incoming, answer));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/doveadm/v1`,
    get commands() {
      return commands;
    },
    watch(hooks = {}) {
      commands = new Map();
      before = hooks.before ?? (() => true);
      after = hooks.after ?? (() => true);
    },
    async stop() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** True where a request carries this command. */
export const carries = (body: string, command: string) => body.includes(`["${command}",`);
