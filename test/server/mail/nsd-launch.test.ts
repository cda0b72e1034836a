// The launcher of the lab's name server: another port where one is taken, and no start with a zone that cannot be read.

import { createSocket } from 'node:dgram';
import { Resolver } from 'node:dns/promises';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { expect, test } from 'vitest';
import { startNsd } from '../../../servers/launch/nsd.ts';
import { findFreePort } from '../../../servers/launch/port.ts';

const firstly = (taken: number) => {
  let calls = 0;
  return async () => (calls++ === 0 ? taken : await findFreePort());
};

async function takeUdp(): Promise<{ port: number; close(): void }> {
  const socket = createSocket('udp4');
  socket.bind(0, '127.0.0.1');
  await once(socket, 'listening');
  return { port: socket.address().port, close: () => socket.close() };
}

async function takeTcp(): Promise<{ port: number; close(): void }> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  return { port: (server.address() as { port: number }).port, close: () => server.close() };
}

test.each([
  ['UDP', takeUdp],
  ['TCP', takeTcp],
] as const)('a port that is taken (%s) is replaced, and the zone is the whole DNS', async (_, take) => {
  const taken = await take();
  const nsd = await startNsd({ zone: 'a.example. IN TXT "Kinh gui"\n' }, firstly(taken.port));
  try {
    expect(nsd.port).not.toBe(taken.port);
    const resolver = new Resolver();
    resolver.setServers([`127.0.0.1:${nsd.port}`]);
    expect(await resolver.resolveTxt('a.example')).toEqual([['Kinh gui']]);
    await expect(resolver.resolveTxt('b.example')).rejects.toMatchObject({ code: 'ENOTFOUND' });
  } finally {
    await nsd.stop();
    taken.close();
  }
});

test.each(['a. IN TXT "open\n', 'a. IN NOTHING\n', 'a. IN A 1.2.3\n'])(
  'a zone that cannot be read: %j',
  async (zone) => {
    await expect(startNsd({ zone })).rejects.toThrow(/NSD does not start:[\s\S]*error: zone:/);
  },
);
