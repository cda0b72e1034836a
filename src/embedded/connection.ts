/** One client connection: bytes in, answers out, in the order of the requests. */
import type { Socket } from 'node:net';
import { InvalidAsn1Error } from 'ldapts';
import type { Directory } from './directory.ts';
import { dispatch } from './dispatch.ts';
import { refuse } from './result.ts';
import { makeSession } from './session.ts';
import { makeFramer } from './wire/framing.ts';
import { readRequest } from './wire/request.ts';
import { renderDisconnection } from './wire/response.ts';

/** Far above any entry of danhba, far below what could hurt. */
const maxMessageBytes = 4 * 1024 * 1024;

/** Answers gathered before they are written: fewer, larger writes, while a large search still streams. */
const flushBytes = 256 * 1024;

/** Serves a connection until either side ends it. */
export const serveConnection = (socket: Socket, directory: Directory): void => {
  const framer = makeFramer(maxMessageBytes);
  const session = makeSession();
  let waiting: Buffer[] = [];
  let answers: Buffer[] = [];
  let answerBytes = 0;

  const flush = (): void => {
    if (answers.length === 0 || socket.destroyed) return;
    const bytes = answers.length === 1 ? answers[0]! : Buffer.concat(answers, answerBytes);
    answers = [];
    answerBytes = 0;
    socket.write(bytes);
  };

  const send = (message: Buffer): void => {
    answers.push(message);
    answerBytes += message.length;
    if (answerBytes >= flushBytes) flush();
  };

  const disconnect = (thrown: unknown): void => {
    // Only this connection ends; what is not malformed input is our own fault and must not take the server down.
    const malformed = thrown instanceof InvalidAsn1Error || thrown instanceof RangeError;
    waiting = [];
    send(renderDisconnection(refuse(malformed ? 'protocolError' : 'other', String(thrown))));
    flush();
    socket.end();
  };

  /** Performs the waiting requests; stops while the client does not read its answers. */
  const work = (): void => {
    try {
      while (waiting.length > 0 && !socket.destroyed) {
        const message = readRequest(waiting.shift()!);
        if (message.request.op === 'unbind') {
          flush();
          socket.end();
          waiting = [];
          return;
        }
        dispatch(directory, session, message, send);
        if (socket.writableNeedDrain) break;
      }
      flush();
    } catch (thrown) {
      disconnect(thrown);
      return;
    }
    if (socket.writableNeedDrain) socket.pause();
  };

  socket.setNoDelay(true);
  socket.on('data', (chunk) => {
    if (socket.writableEnded) return;
    const { messages, fault } = framer.push(chunk);
    waiting.push(...messages);
    work();
    if (fault !== undefined && !socket.writableEnded) disconnect(fault);
  });
  socket.on('drain', () => {
    work();
    if (!socket.writableNeedDrain) socket.resume();
  });
  // A client that breaks off is an ordinary end; 'close' follows.
  socket.on('error', () => socket.destroy());
};
