/** What stands where the LDAP server should: a relay that hears what the client sends, or some other server. */
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';

export interface Tap {
  readonly port: number;
  readonly connections: () => number;
  /** Everything clients have sent so far, one text per connection, bytes as characters. */
  readonly sent: () => readonly string[];
  readonly cut: () => void;
  readonly stop: () => Promise<void>;
}

export async function startTap(targetUrl: string): Promise<Tap> {
  const target = new URL(targetUrl);
  const sockets = new Set<Socket>();
  const sent: string[] = [];
  const server = createServer((client) => {
    const number = sent.push('') - 1;
    const upstream = connect(Number(target.port), target.hostname);
    for (const [one, other] of [
      [client, upstream],
      [upstream, client],
    ] as const) {
      sockets.add(one);
      one.on('error', () => {});
      one.on('close', () => {
        sockets.delete(one);
        other.destroy();
      });
    }
    client.on('data', (data) => {
      sent[number] += data.toString('latin1');
      upstream.write(data);
    });
    upstream.on('data', (data) => client.write(data));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const cut = () => {
    for (const socket of sockets) socket.destroy();
  };
  return {
    port: (server.address() as AddressInfo).port,
    connections: () => sent.length,
    sent: () => sent,
    cut,
    stop: async () => {
      cut();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** A server that speaks no LDAP: does this with every connection, and hears what comes. */
export async function serveRaw(serve: (socket: Socket) => void) {
  const sockets = new Set<Socket>();
  let heard = '';
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => {});
    socket.on('data', (data) => {
      heard += data.toString('latin1');
    });
    serve(socket);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const stop = async () => {
    for (const socket of sockets) socket.destroy();
    await new Promise((resolve) => server.close(resolve));
  };
  return { port, heard: () => heard, stop };
}
