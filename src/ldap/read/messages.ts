/**
 * Cuts what comes off a connection into whole LDAP messages and brings each to whoever asked.
 * ldapts gets its answers whole, one at a time, so that a reader beside it can neither take nor tear one of them.
 */
import type { Socket } from 'node:net';
import { ExpectedError } from '../../model/problems/errors.ts';
import { startBound } from '../../patience/bound.ts';
import type { Ledger } from '../connect/ledger.ts';
import { type Pace, secondsOf } from '../connect/pace.ts';
import { readReferral } from '../connect/referral.ts';
import { type Element, expectElement, readElement, readInteger, tags } from './ber.ts';

export interface Messages {
  /**
   * Sends a request and hands each message that answers it to `take` (the buffer, the message, the offset after its id)
   * until that gives a value or throws. Rejects when the connection ends first or the server falls silent; `what` is
   * what the request is for, in the words of that error.
   */
  readonly ask: <T>(what: string, request: (messageId: number) => Buffer, take: Take<T>) => Promise<T>;
  /** Ends the connection, for this reason. */
  readonly end: (why: Error) => void;
  readonly pace: Pace;
  /** Where the last answer led that sent somebody elsewhere (RFC 4511 §4.1.10): ldapts does not tell. */
  readonly referral: () => string | undefined;
  /** Octets of a message that is not whole yet. */
  readonly underWay: () => number;
  /** Tells that something came that the whole run may wait so much longer for, in milliseconds. */
  readonly earn: (milliseconds: number) => void;
}

export type Take<T> = (buffer: Buffer, message: Element, offset: number) => T | undefined;

interface Asked {
  readonly take: (buffer: Buffer, message: Element, offset: number) => void;
  readonly fail: (reason: unknown) => void;
}

/** Above any number ldapts reaches on one connection, so that no answer is taken for another's. */
const firstMessageId = 0x40000000;
/** No entry of a directory comes near this; a length beyond it is a broken stream. */
const messageLimit = 16_000_000;
/** What ldapts is asked for here has one entry, or few: it keeps all of them until the answer is whole. */
const answerLimit = 16_000_000;
/** An entry, a reference, an intermediate response (RFC 4511 §4.5, §4.13): the answer is not whole yet. */
const parts: ReadonlySet<number> = new Set([tags.searchEntry, tags.searchReference, tags.intermediate]);

/** Takes the place of ldapts as the listener of this socket, for good: call it while no request is under way. */
export function routeMessages(socket: Socket, pace: Pace, ledger: Ledger): Messages {
  const owners = socket.listeners('data') as ((data: Buffer) => void)[];
  const asked = new Map<number, Asked>();
  let pending: Buffer = Buffer.alloc(0);
  let nextMessageId = firstMessageId;
  let handed = 0;
  /** Octets behind the last whole message. */
  let underWay = 0;
  let referral: string | undefined;

  const hand = (message: Buffer, tag: number) => {
    handed = parts.has(tag) ? handed + message.length : 0;
    if (handed > answerLimit) throw new RangeError('LDAP answer too large');
    for (const owner of owners) owner(message);
  };

  const takeMessages = () => {
    let offset = 0;
    for (;;) {
      const message = readElement(pending, offset, pending.length);
      if (message === undefined) break;
      const id = expectElement(pending, message.start, message.end);
      underWay = pending.length - message.end;
      const asker = asked.get(readInteger(pending, id));
      if (asker !== undefined) asker.take(pending, message, id.end);
      else {
        const operation = expectElement(pending, id.end, message.end);
        referral = readReferral(pending, operation) ?? referral;
        hand(pending.subarray(offset, message.end), operation.tag);
      }
      offset = message.end;
    }
    pending = pending.subarray(offset);
    underWay = pending.length;
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

  const ask = <T>(what: string, request: (messageId: number) => Buffer, take: Take<T>) =>
    new Promise<T>((resolve, reject) => {
      // Its `close` has been told already and would not come again.
      if (socket.destroyed) return reject(new Error('the connection was closed'));
      const messageId = nextMessageId++;
      // Not by what comes but by whole messages; one that is large, over a slow line, gets its time.
      const silence = startBound(
        pace.answer,
        () => underWay * pace.octet,
        () => {
          const facts = { request: what, octets: underWay, seconds: secondsOf(pace.answer) };
          socket.destroy(new ExpectedError('ldap-slow.answer', facts));
        },
      );
      const finish = (settle: () => void) => {
        silence.stop();
        asked.delete(messageId);
        settle();
      };
      asked.set(messageId, {
        take: (buffer, message, offset) => {
          silence.restart();
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
    });

  return {
    ask: (what, request, take) => ledger.count(ask(what, request, take)),
    end: (why) => void socket.destroy(why),
    pace,
    referral: () => referral,
    underWay: () => underWay,
    earn: ledger.earn,
  };
}
