/**
 * Cuts what comes off a connection into whole LDAP messages and brings each to whoever asked.
 * ldapts gets its answers whole, one at a time, so that a reader beside it can neither take nor tear one of them.
 */
import type { Socket } from 'node:net';
import { type Element, expectElement, readElement, readInteger } from './ber.ts';

export interface Messages {
  /**
   * Sends a request and hands each message that answers it to `take` (the buffer, the message, the offset after its id)
   * until that gives a value or throws. Rejects when the connection ends first or the server falls silent.
   */
  readonly ask: <T>(request: (messageId: number) => Buffer, take: Take<T>) => Promise<T>;
}

export type Take<T> = (buffer: Buffer, message: Element, offset: number) => T | undefined;

interface Asked {
  readonly take: (buffer: Buffer, message: Element, offset: number) => void;
  readonly fail: (reason: unknown) => void;
}

/** Above any number ldapts reaches on one connection, so that no answer is taken for another's. */
const firstMessageId = 0x40000000;
const silenceMilliseconds = 60_000;
/** No entry of a directory comes near this; a length beyond it is a broken stream. */
const messageLimit = 16_000_000;

/** Takes the place of ldapts as the listener of this socket, for good: call it while no request is under way. */
export function routeMessages(socket: Socket): Messages {
  const owners = socket.listeners('data') as ((data: Buffer) => void)[];
  const asked = new Map<number, Asked>();
  let pending: Buffer = Buffer.alloc(0);
  let nextMessageId = firstMessageId;

  const takeMessages = () => {
    let offset = 0;
    for (;;) {
      const message = readElement(pending, offset, pending.length);
      if (message === undefined) break;
      const id = expectElement(pending, message.start, message.end);
      const asker = asked.get(readInteger(pending, id));
      if (asker !== undefined) asker.take(pending, message, id.end);
      else for (const owner of owners) owner(pending.subarray(offset, message.end));
      offset = message.end;
    }
    pending = pending.subarray(offset);
    if (pending.length > messageLimit) throw new RangeError('LDAP message too large');
  };

  for (const owner of owners) socket.off('data', owner);
  socket.on('data', (data) => {
    pending = pending.length === 0 ? data : Buffer.concat([pending, data]);
    try {
      takeMessages();
    } catch (thrown) {
      // Where one message cannot be told from the next, nothing that follows means anything.
      socket.destroy(thrown as Error);
    }
  });
  socket.on('close', () => {
    for (const { fail } of asked.values()) fail(socket.errored ?? new Error('the connection was closed'));
  });

  return {
    ask: <T>(request: (messageId: number) => Buffer, take: Take<T>) =>
      new Promise<T>((resolve, reject) => {
        // Its `close` has been told already and would not come again.
        if (socket.destroyed) return reject(new Error('the connection was closed'));
        const messageId = nextMessageId++;
        const timer = setTimeout(
          () => socket.destroy(new Error('the server fell silent')),
          silenceMilliseconds,
        );
        const finish = (settle: () => void) => {
          clearTimeout(timer);
          asked.delete(messageId);
          settle();
        };
        asked.set(messageId, {
          take: (buffer, message, offset) => {
            timer.refresh();
            try {
              const value = take(buffer, message, offset);
              if (value !== undefined) finish(() => resolve(value));
            } catch (thrown) {
              finish(() => reject(thrown));
            }
          },
          fail: (reason) => finish(() => reject(reason)),
        });
        socket.write(request(messageId));
      }),
  };
}
