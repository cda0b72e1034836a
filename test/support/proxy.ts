/** A loopback relay before an LDAP server that knows where messages end, and breaks the connection at a chosen one. */
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

/** The operations of RFC 4511 by their tag. */
export const operation = {
  bind: 0x60,
  bindAnswer: 0x61,
  unbind: 0x42,
  search: 0x63,
  entry: 0x64,
  searchDone: 0x65,
  modify: 0x66,
  modifyAnswer: 0x67,
  add: 0x68,
  addAnswer: 0x69,
  delete: 0x4a,
  deleteAnswer: 0x6b,
} as const;
export type Operation = keyof typeof operation;

/**
 * `cut` closes both sides instead of passing the message on, `reset` does so by RST, `truncate` after half of the
 * message; `tear` drops half of it and goes on; `silence` passes nothing more of that connection; `delay` holds it and
 * all that follows back; `throttle` passes it and what follows in small pieces, `dribble` octet by octet; `drop` passes
 * all but this message.
 */
export type Deed =
  | 'cut'
  | 'reset'
  | 'truncate'
  | 'tear'
  | 'silence'
  | 'delay'
  | 'throttle'
  | 'dribble'
  | 'drop';

export interface Fault {
  readonly deed: Deed;
  readonly at: Operation;
  /** The how manyth message of this operation, over all connections since the fault was set; from 1. */
  readonly nth?: number;
  /** At that message and at each later one. */
  readonly always?: boolean;
  /** How long `delay` holds back, and `dribble` waits after each octet. */
  readonly milliseconds?: number;
  /** Of requests those that carry this text, of answers those to such requests. */
  readonly about?: string;
}

export interface Wire {
  readonly url: string;
  /** Sets the fault to come, and forgets the one before. */
  readonly set: (fault: Fault | undefined) => void;
  /** How often the fault set last has struck. */
  readonly struck: () => number;
  /** Connections taken since the fault was set. */
  readonly connections: () => number;
  /** Relays to another address from now on: a server that came back on another port. */
  readonly aim: (url: string) => void;
  /** Holds the nth and each later message of this operation back, until it is released. */
  readonly hold: (
    at: Operation,
    nth?: number,
  ) => { readonly reached: Promise<void>; readonly release: () => void };
  /** Calls once this many requests of clients have come by from now. */
  readonly after: (requests: number, call: () => void) => void;
  /** How many requests of clients have come by since the beginning. */
  readonly requests: () => number;
  /** How many have come in, those that wait behind what is held among them. */
  readonly received: () => number;
  readonly stop: () => Promise<void>;
}

const delayMilliseconds = 300;
const pieceOctets = 700;

export async function startProxy(targetUrl: string): Promise<Wire> {
  let target = new URL(targetUrl);
  const sockets = new Set<Socket>();
  let fault: Fault | undefined;
  let seen = 0;
  let struck = 0;
  let connections = 0;
  let held: { at: Operation; left: number; reach: () => void; released: Promise<void> } | undefined;

  let passed = 0;
  let received = 0;
  let countdown: { left: number; call: () => void } | undefined;

  const relay = (from: Socket, to: Socket, requests: boolean, meant: Set<number>) => {
    let pending = Buffer.alloc(0);
    let work: Promise<void> = Promise.resolve();
    let silent = false;
    let pieces: { readonly octets: number; readonly pause: number } | undefined;
    const pass = async (data: Buffer) => {
      if (pieces === undefined) return void to.write(data);
      const { octets, pause } = pieces;
      for (let at = 0; at < data.length && !to.destroyed; at += octets) {
        to.write(data.subarray(at, at + octets));
        await sleep(pause);
      }
    };
    const handle = async (message: Buffer) => {
      if (silent || from.destroyed) return;
      if (requests) passed++;
      if (requests && countdown !== undefined && --countdown.left === 0) countdown.call();
      const name = operationOf(message);
      if (held !== undefined && held.at === name && --held.left <= 0) {
        held.reach();
        await held.released;
      }
      if (requests && fault?.about !== undefined && message.includes(fault.about)) meant.add(idOf(message));
      const isMeant = fault?.about === undefined || meant.has(idOf(message));
      const due = fault !== undefined && name === fault.at && isMeant && isDue(++seen, fault);
      if (!due || fault === undefined) return await pass(message);
      struck++;
      const half = message.subarray(0, message.length >> 1);
      switch (fault.deed) {
        case 'cut':
          from.destroy();
          to.destroy();
          return;
        case 'reset':
          from.resetAndDestroy();
          to.resetAndDestroy();
          return;
        case 'truncate':
          to.end(half);
          from.destroy();
          return;
        case 'tear':
          return await pass(half);
        case 'silence':
          silent = true;
          return;
        case 'delay':
          await sleep(fault.milliseconds ?? delayMilliseconds);
          return await pass(message);
        case 'throttle':
          pieces = { octets: pieceOctets, pause: 1 };
          return await pass(message);
        case 'dribble':
          pieces = { octets: 1, pause: fault.milliseconds ?? 1 };
          return await pass(message);
        case 'drop':
          return;
      }
    };
    from.on('data', (data) => {
      pending = Buffer.concat([pending, data]);
      for (let end = endOfMessage(pending); end <= pending.length; end = endOfMessage(pending)) {
        const message = pending.subarray(0, end);
        pending = pending.subarray(end);
        if (requests) received++;
        work = work.then(() => handle(message));
      }
    });
    from.on('error', () => {});
    from.on('close', () => {
      sockets.delete(from);
      void work.then(() => to.end());
    });
    sockets.add(from);
  };

  const server = createServer((client) => {
    connections++;
    const upstream = connect(Number(target.port), target.hostname);
    const meant = new Set<number>();
    relay(client, upstream, true, meant);
    relay(upstream, client, false, meant);
    upstream.on('error', () => client.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `ldap://127.0.0.1:${(server.address() as AddressInfo).port}`,
    set: (next) => {
      fault = next;
      seen = 0;
      struck = 0;
      connections = 0;
    },
    struck: () => struck,
    connections: () => connections,
    aim: (url) => {
      target = new URL(url);
    },
    hold: (at, nth = 1) => {
      const reached = Promise.withResolvers<void>();
      const released = Promise.withResolvers<void>();
      held = { at, left: nth, reach: reached.resolve, released: released.promise };
      const release = () => {
        held = undefined;
        released.resolve();
      };
      return { reached: reached.promise, release };
    },
    after: (requests, call) => {
      countdown = { left: requests, call };
    },
    requests: () => passed,
    received: () => received,
    stop: async () => {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function isDue(seen: number, { nth = 1, always = false }: Fault): boolean {
  return always ? seen >= nth : seen === nth;
}

/** Where the first message ends (RFC 4511 §5.1: definite lengths only); infinity where that cannot be told yet. */
function endOfMessage(data: Buffer): number {
  if (data.length < 2) return Number.POSITIVE_INFINITY;
  const length = data[1] as number;
  if (length < 0x80) return 2 + length;
  const octets = length & 0x7f;
  if (data.length < 2 + octets) return Number.POSITIVE_INFINITY;
  return 2 + octets + data.readUIntBE(2, octets);
}

const headOf = (message: Buffer) => 2 + ((message[1] as number) < 0x80 ? 0 : (message[1] as number) & 0x7f);

/** What a request and its answer have in common, on one connection. */
const idOf = (message: Buffer) =>
  message.readUIntBE(headOf(message) + 2, message[headOf(message) + 1] as number);

/** The operation stands behind the message's head and its id. */
function operationOf(message: Buffer): Operation | undefined {
  const head = headOf(message);
  const tag = message[head + 2 + (message[head + 1] as number)];
  return (Object.keys(operation) as Operation[]).find((name) => operation[name] === tag);
}
