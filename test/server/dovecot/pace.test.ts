/** A doveadm that goes on without getting anywhere: blanks, headers, octets without end; each is given up in one line. */
import { type AddressInfo, createServer, type Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, describe, expect, test } from 'vitest';
import { type Command, openDoveadm } from '../../../src/dovecot/connect/doveadm.ts';
import type { MailPace } from '../../../src/dovecot/connect/pace.ts';
import { told } from '../../support/told.ts';

/** Answers one request on this connection; never again on one that it leaves open. */
type Serve = (socket: Socket, body: string) => Promise<void>;

interface Server {
  readonly url: string;
  readonly requests: () => number;
  readonly open: () => number;
  readonly stop: () => Promise<void>;
}

let server: Server;
afterEach(() => server?.stop());

async function start(serve: Serve): Promise<Server> {
  const sockets = new Set<Socket>();
  let requests = 0;
  const listening = createServer((socket) => {
    sockets.add(socket);
    let heard = '';
    socket.on('error', () => {});
    socket.on('close', () => sockets.delete(socket));
    socket.on('data', (data) => {
      heard += data.toString('latin1');
      const [head = '', body] = heard.split('\r\n\r\n');
      const length = Number(/content-length: (\d+)/i.exec(head)?.[1]);
      if (body === undefined || body.length < length) return;
      heard = '';
      requests++;
      void serve(socket, body);
    });
  });
  await new Promise<void>((resolve) => listening.listen(0, '127.0.0.1', resolve));
  const { port } = listening.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    requests: () => requests,
    open: () => sockets.size,
    stop: async () => {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => listening.close(resolve));
    },
  };
}

/** Until the other side has had enough. */
async function forEver(socket: Socket, text: string, pause: number): Promise<void> {
  while (!socket.destroyed) {
    socket.write(text);
    await sleep(pause);
  }
}

const head = 'HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n';
const chunk = (text: string) => `${text.length.toString(16)}\r\n${text}\r\n`;
const answerTo = (body: string): string =>
  JSON.stringify((JSON.parse(body) as unknown[][]).map(([, , tag]) => ['doveadmResponse', [], tag]));
const whole = (text: string) => `HTTP/1.1 200 OK\r\nContent-Length: ${text.length}\r\n\r\n${text}`;

const pace: Partial<MailPace> = {
  usual: { silence: 400, command: 200 },
  slow: { silence: 600, command: 200 },
  octet: 0.5,
};
const status: Command = { name: 'who', parameters: { mask: ['a@people'] } };

async function call(
  count = 1,
  options: { readonly slow?: true } = {},
  more: Partial<MailPace> = {},
): Promise<number> {
  const doveadm = openDoveadm({ url: server.url, apiKey: 'k', pace: { ...pace, ...more } });
  try {
    const commands = Array.from({ length: count }, () => status);
    return (await doveadm.call(commands, { batch: count, ...options })).length;
  } finally {
    doveadm.close();
  }
}

const givenUp = {
  code: 'doveadm-timeout',
  message: expect.stringMatching(/^http:[^\n]+: no whole answer within \d+ s, given up: \d+ bytes$/),
  hint: expect.stringContaining('dovecot.log'),
};

describe('is given up, and not asked again', () => {
  test.each<readonly [string, Serve]>([
    ['nothing', async () => {}],
    [
      'a line of a head without end',
      async (socket) => {
        socket.write('HTTP/1.1 200 ');
        await forEver(socket, 'O', 20);
      },
    ],
    [
      'lines of a head without end',
      async (socket) => {
        socket.write('HTTP/1.1 200 OK\r\n');
        await forEver(socket, 'X-A: b\r\n', 20);
      },
    ],
    ['interim answers without end', async (socket) => forEver(socket, 'HTTP/1.1 102 Processing\r\n\r\n', 20)],
    [
      'blanks',
      async (socket) => {
        socket.write(head);
        await forEver(socket, chunk(' \t\r\n'), 20);
      },
    ],
    [
      'an octet now and then',
      async (socket) => {
        socket.write(`${head}${chunk('[')}`);
        await forEver(socket, chunk('"'), 50);
      },
    ],
    [
      'chunks that never end',
      async (socket) => {
        socket.write(head);
        await forEver(socket, '0', 20);
      },
    ],
    [
      'trailers without end',
      async (socket, body) => {
        socket.write(`${head}${chunk(answerTo(body))}0\r\n`);
        await forEver(socket, 'X-A: b\r\n', 20);
      },
    ],
    [
      'blanks under an error',
      async (socket) => {
        socket.write('HTTP/1.1 500 Sorry\r\nTransfer-Encoding: chunked\r\n\r\n');
        await forEver(socket, chunk(' '), 20);
      },
    ],
  ])('%s', async (_what, serve) => {
    server = await start(serve);
    expect(await told(call())).toMatchObject(givenUp);
    expect(await told(call(2, { slow: true }))).toMatchObject(givenUp);
    expect(server.requests()).toBe(2);
    await expect.poll(() => server.open()).toBe(0);
  });

  test('an answer without an end, as fast as it can, before it fills the memory', async () => {
    const megabyte = '"'.repeat(2 ** 20);
    server = await start(async (socket) => {
      socket.write(head);
      await forEver(socket, chunk(megabyte), 0);
    });
    const endless = call(1, {}, { largest: 8 * 2 ** 20 });
    expect(await told(endless)).toMatchObject({
      code: 'doveadm-size',
      message: expect.stringMatching(/^http:[^\n]+: the answer is longer than 8 MiB$/),
    });
    expect(server.requests()).toBe(1);
  });

  test('what comes just fast enough, when no answer takes so long', async () => {
    server = await start(async (socket) => {
      socket.write(`${head}${chunk('["')}`);
      await forEver(socket, chunk('x'.repeat(500)), 20);
    });
    expect(await told(call(1, {}, { longest: 1_500 }))).toMatchObject(givenUp);
  });
});

describe('is waited for', () => {
  test('an answer that comes in pieces, for longer than it may be silent', async () => {
    server = await start(async (socket, body) => {
      const text = answerTo(body);
      socket.write(head);
      for (const octet of text) {
        socket.write(chunk(octet));
        await sleep(25);
      }
      socket.write('0\r\n\r\n');
    });
    // Some fifty octets, two seconds; each has thirty milliseconds more.
    expect(await call(2, {}, { octet: 60 })).toBe(2);
    expect(server.requests()).toBe(1);
  });

  test('a batch that is worked on, command by command', async () => {
    server = await start(async (socket, body) => {
      const answers = answerTo(body).split(/(?<="\]),/);
      socket.write(head);
      for (const [index, answer] of answers.entries()) {
        await sleep(150);
        socket.write(chunk(index < answers.length - 1 ? `${answer},` : answer));
      }
      socket.write('0\r\n\r\n');
    });
    expect(await call(10)).toBe(10);
    expect(server.requests()).toBe(1);
  });

  test('silence while mail is copied', async () => {
    server = await start(async (socket, body) => {
      await sleep(800);
      socket.write(whole(answerTo(body)));
    });
    const slow = { silence: 10_000, command: 0 };
    expect(await call(1, { slow: true }, { slow })).toBe(1);
    expect(await told(call(1, {}, { slow }))).toMatchObject(givenUp);
  });
});

test('a whole run ends, too: what answers each request late is asked no more', async () => {
  server = await start(async (socket, body) => {
    await sleep(200);
    socket.write(whole(answerTo(body)));
  });
  const usual = { silence: 5_000, command: 50 };
  const doveadm = openDoveadm({ url: server.url, apiKey: 'k', pace: { usual, run: 500 } });
  const ask = () => doveadm.call([status], { batch: 1 });
  const runOut = async () => {
    for (let number = 0; number < 50; number++) await ask();
  };
  const all = { code: 'doveadm-timeout', message: expect.stringContaining('over the whole run') };
  expect(await told(runOut())).toMatchObject(all);
  const asked = server.requests();
  expect(asked).toBeLessThan(10);
  expect(await told(ask())).toMatchObject(all);
  expect(server.requests()).toBe(asked);
  doveadm.close();
});
