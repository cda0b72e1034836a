/** Contract of the protocol itself, on a bare socket: framing, pipelining, broken input, extended operations. */
import { connect as connectSocket, type Socket } from 'node:net';
import {
  AbandonRequest,
  BerReader,
  BindRequest,
  ExtendedRequest,
  FilterParser,
  SearchRequest,
  UnbindRequest,
} from 'ldapts';
import { describe, expect, test } from 'vitest';
import { type Bench, codeOf } from './bench.ts';

interface Raw {
  readonly socket: Socket;
  /** Waits for so many messages and returns [message id, operation tag, result code where it has one]. */
  readonly take: (count: number) => Promise<(readonly [number, number, number | undefined])[]>;
  readonly closed: Promise<void>;
}

const openRaw = async (url: string): Promise<Raw> => {
  const socket = connectSocket(Number(new URL(url).port), '127.0.0.1');
  let bytes = Buffer.alloc(0);
  let wake = (): void => {};
  const closed = new Promise<void>((resolve) => socket.once('close', () => resolve()));
  socket.on('data', (chunk) => {
    bytes = Buffer.concat([bytes, chunk]);
    wake();
  });
  socket.on('error', () => {});
  await new Promise<void>((resolve) => socket.once('connect', () => resolve()));
  const takeOne = (): readonly [number, number, number | undefined] | undefined => {
    const outer = new BerReader(bytes);
    if (bytes.length < 2 || outer.readSequence(0x30) === null || outer.remain < outer.length)
      return undefined;
    const end = outer.offset + outer.length;
    const id = outer.readInt()!;
    const tag = outer.readSequence()!;
    const code = tag === 0x64 ? undefined : outer.readEnumeration()!;
    bytes = bytes.subarray(end);
    return [id, tag, code];
  };
  return {
    socket,
    closed,
    take: async (count) => {
      const messages: (readonly [number, number, number | undefined])[] = [];
      while (messages.length < count) {
        const one = takeOne();
        if (one !== undefined) messages.push(one);
        else if (socket.destroyed) throw new Error(`connection closed after ${messages.length} messages`);
        else {
          await Promise.race([
            new Promise<void>((resolve) => {
              wake = resolve;
            }),
            closed,
          ]);
        }
      }
      return messages;
    },
  };
};

export const describeProtocol = (bench: () => Bench): void => {
  const bindMessage = (messageId: number): Buffer => {
    const { dn, password } = bench().subject.planner;
    return new BindRequest({ messageId, dn, password }).write();
  };
  const searchMessage = (messageId: number): Buffer =>
    new SearchRequest({
      messageId,
      baseDN: bench().base,
      scope: 'base',
      filter: FilterParser.parseString('(objectClass=*)'),
      attributes: ['1.1'],
    }).write();

  describe('framing', () => {
    test('many requests in one chunk are all answered', async () => {
      const raw = await openRaw(bench().subject.url);
      raw.socket.write(bindMessage(1));
      expect(await raw.take(1)).toEqual([[1, 0x61, 0]]);
      const ids = Array.from({ length: 50 }, (_, i) => i + 2);
      raw.socket.write(Buffer.concat(ids.map(searchMessage)));
      const answers = await raw.take(100);
      const done = answers.filter(([, tag, code]) => tag === 0x65 && code === 0).map(([id]) => id);
      expect(done.sort((a, b) => a - b)).toEqual(ids);
      raw.socket.destroy();
    });

    test('a request in single bytes is understood', async () => {
      const raw = await openRaw(bench().subject.url);
      raw.socket.setNoDelay(true);
      for (const byte of bindMessage(7)) {
        raw.socket.write(Buffer.from([byte]));
        await new Promise((resolve) => setImmediate(resolve));
      }
      expect(await raw.take(1)).toEqual([[7, 0x61, 0]]);
      raw.socket.destroy();
    });

    test('bytes that are not LDAP end this connection and no other', async () => {
      const other = await bench().connect(bench().subject.planner);
      const raw = await openRaw(bench().subject.url);
      // Long enough that even a reader that takes 'G' and 'E' for a tag and a length gets a whole element.
      raw.socket.write(`GET / HTTP/1.1\r\nHost: localhost\r\nX-Padding: ${'x'.repeat(1000)}\r\n\r\n`);
      await raw.closed;
      expect(await codeOf(other.search(bench().base, { scope: 'base' }))).toBe(0);
    });

    test('a request that is cut short inside ends the connection', async () => {
      const raw = await openRaw(bench().subject.url);
      // A search request whose base object says it is longer than the message.
      raw.socket.write(Buffer.from([0x30, 0x07, 0x02, 0x01, 0x05, 0x63, 0x02, 0x04, 0x7f]));
      await raw.closed;
      expect(raw.socket.destroyed).toBe(true);
    });

    test('unbind closes without an answer', async () => {
      const raw = await openRaw(bench().subject.url);
      raw.socket.write(new UnbindRequest({ messageId: 1 }).write());
      await raw.closed;
      expect(raw.socket.destroyed).toBe(true);
    });

    test('abandon has no answer', async () => {
      const raw = await openRaw(bench().subject.url);
      raw.socket.write(Buffer.concat([bindMessage(1)]));
      await raw.take(1);
      raw.socket.write(new AbandonRequest({ messageId: 2, abandonId: 1 }).write());
      raw.socket.write(searchMessage(3));
      expect((await raw.take(2)).map(([id]) => id)).toEqual([3, 3]);
      raw.socket.destroy();
    });

    test('version 2 is refused (2)', async () => {
      const raw = await openRaw(bench().subject.url);
      const request = new BindRequest({ messageId: 1, ...bench().subject.planner });
      request.version = 2 as 3;
      raw.socket.write(request.write());
      expect(await raw.take(1)).toEqual([[1, 0x61, 2]]);
      raw.socket.destroy();
    });
  });

  describe('extended operations', () => {
    test('an unknown one is protocolError (2)', async () => {
      const client = await bench().connect(bench().subject.planner);
      expect(await codeOf(client.exop('1.2.3.4.5.6.7'))).toBe(2);
    });

    test('StartTLS without a certificate is an unknown operation (2), and the connection goes on', async () => {
      const raw = await openRaw(bench().subject.url);
      raw.socket.write(new ExtendedRequest({ messageId: 1, oid: '1.3.6.1.4.1.1466.20037' }).write());
      expect(await raw.take(1)).toEqual([[1, 0x78, 2]]);
      raw.socket.write(bindMessage(2));
      expect(await raw.take(1)).toEqual([[2, 0x61, 0]]);
      raw.socket.destroy();
    });
  });

  describe('many clients', () => {
    test('several connections with many requests in flight each', async () => {
      const clients = await Promise.all(
        Array.from({ length: 8 }, () => bench().connect(bench().subject.reconciler)),
      );
      const codes = await Promise.all(
        clients.flatMap((client) =>
          Array.from({ length: 16 }, () => {
            const person = bench().person({ danhbaOrganization: 'many' });
            return codeOf(bench().addAttributes(person.dn, person.attributes, client));
          }),
        ),
      );
      expect(codes.every((code) => code === 0)).toBe(true);
      const { searchEntries } = await bench().planner.search(`ou=people,${bench().base}`, {
        filter: '(danhbaOrganization=many)',
        attributes: ['1.1'],
      });
      expect(searchEntries).toHaveLength(128);
    });
  });
};
