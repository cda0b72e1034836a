/** One POST to doveadm's HTTP API: the text of its answer, or what kind of failure stands in the way. */
import type { RequestOptions } from 'node:http';
import { ExpectedError } from '../../model/problems/errors.ts';
import { startBound } from '../../patience/bound.ts';
import { usualPace } from './pace.ts';
import { type DoveadmSettings, parseDoveadmUrl } from './settings.ts';

export type Posted =
  | { readonly result: 'answered'; readonly text: string }
  /** The connection broke, or 5xx: nothing is known of what was done. */
  | { readonly result: 'lost'; readonly detail: string };

export interface Poster {
  /**
   * @param time how long it may take, beside what comes of it.
   * @throws ExpectedError where asking again at once cannot help: no server, wrong key, no trust, silence,
   * an answer without an end.
   */
  readonly post: (body: string, time: Time) => Promise<Posted>;
  readonly close: () => void;
}

/** Milliseconds. */
export interface Time {
  /** Without an octet of the answer that is no blank. */
  readonly silence: number;
  /** In all. */
  readonly total: number;
}

const connectMilliseconds = 10_000;
const notTrusted = /^(CERT_|ERR_TLS_|DEPTH_ZERO_SELF_SIGNED_CERT|SELF_SIGNED_CERT_IN_CHAIN|UNABLE_TO_)/;
/** Nobody listens, or there is no way there: another connection meets the same. */
const notThere = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ETIMEDOUT',
]);

/** What JSON has between its parts says nothing (RFC 8259 §2), however much of it comes. */
const blanks: ReadonlySet<number> = new Set([0x20, 0x09, 0x0a, 0x0d]);

function countSaid(piece: Buffer): number {
  let said = 0;
  for (const octet of piece) if (!blanks.has(octet)) said++;
  return said;
}

/** @throws ExpectedError where the settings cannot be used. */
export function openPoster(settings: DoveadmSettings, connections: number): Poster {
  const url = parseDoveadmUrl(settings);
  const secure = url.protocol === 'https:';
  // Imported, `node:http` is asked for each of its exports, and loads a WebSocket: a fifth of how long `plan` takes to start.
  const { Agent, request: ask } = process.getBuiltinModule(secure ? 'node:https' : 'node:http');
  const trusted = secure && settings.ca !== undefined ? { ca: settings.ca } : {};
  const agent = new Agent({ keepAlive: true, maxSockets: connections, ...trusted });
  const key = Buffer.from(settings.apiKey).toString('base64');
  const options: RequestOptions = {
    method: 'POST',
    agent,
    headers: { authorization: `X-Dovecot-API ${key}`, 'content-type': 'application/json' },
  };
  const { octet, longest, largest } = { ...usualPace, ...settings.pace };
  const at = url.origin;

  /** What a status means; undefined: the body is an answer. */
  const judgeStatus = (status: number): Posted | undefined => {
    if (status === 200) return undefined;
    if (status === 401 || status === 403) {
      throw new ExpectedError('doveadm-key.wrong', { at });
    }
    if (status >= 500) return { result: 'lost', detail: `HTTP ${status}` };
    throw new ExpectedError('doveadm-url.other', { at, status });
  };

  const post = (body: string, { silence, total }: Time) =>
    new Promise<Posted>((resolve, reject) => {
      const request = ask(url, options);
      let size = 0;
      let told = 0;
      const begun = performance.now();
      const giveUp = () => {
        const seconds = Math.ceil((performance.now() - begun) / 1000);
        reject(new ExpectedError('doveadm-timeout.answer', { at, seconds, octets: told }));
        request.destroy();
      };
      const quiet = startBound(silence, () => 0, giveUp);
      const whole = startBound(
        Math.min(total, longest),
        () => Math.min(told * octet, Math.max(0, longest - total)),
        giveUp,
      );
      request.on('close', () => {
        quiet.stop();
        whole.stop();
      });
      const fail = (thrown: NodeJS.ErrnoException) => {
        const code = thrown.code ?? thrown.message;
        if (notTrusted.test(code)) {
          reject(new ExpectedError('doveadm-certificate', { at, cause: code }));
        } else if (notThere.has(code)) {
          reject(new ExpectedError('doveadm-unreachable', { at, cause: code }));
        } else resolve({ result: 'lost', detail: code });
      };
      request.on('socket', (socket) => {
        if (!socket.connecting) return;
        const patience = setTimeout(
          () => request.destroy(Object.assign(new Error('connect'), { code: 'ETIMEDOUT' })),
          connectMilliseconds,
        );
        socket.once('close', () => clearTimeout(patience));
        socket.once(secure ? 'secureConnect' : 'connect', () => clearTimeout(patience));
      });
      request.on('error', fail);
      request.on('response', (response) => {
        const pieces: Buffer[] = [];
        quiet.restart();
        response.on('data', (piece: Buffer) => {
          pieces.push(piece);
          size += piece.length;
          const said = countSaid(piece);
          told += said;
          if (said > 0) quiet.restart();
          if (size <= largest) return;
          const limit = `${Math.ceil(largest / 2 ** 20)} MiB`;
          reject(new ExpectedError('doveadm-size', { at, limit }));
          request.destroy();
        });
        response.on('error', fail);
        response.on('end', () => {
          try {
            const text = Buffer.concat(pieces).toString('utf8');
            resolve(judgeStatus(response.statusCode ?? 0) ?? { result: 'answered', text });
          } catch (thrown) {
            reject(thrown);
          }
        });
      });
      request.end(body);
    });
  return { post, close: () => agent.destroy() };
}
