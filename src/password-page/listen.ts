/** Where the page is to be served: read from one word, refused where passwords would cross a network in clear. */
import { isIP } from 'node:net';
import { createSecureContext } from 'node:tls';
import type { FastifyInstance } from 'fastify';
import { ExpectedError } from '../model/problems/errors.ts';
import { isLoopback } from '../model/text/loopback.ts';
import type { PageSettings, TlsFiles } from './settings.ts';

/** `HOST:PORT`, an IPv6 address in brackets. @throws ExpectedError for any other text. */
export function parseListen(value: string): Pick<PageSettings, 'host' | 'port'> {
  const [, bracketed, plain, digits = ''] = /^(?:\[([^\]]+)\]|([^:[\]\s]+)):(\d{1,5})$/.exec(value) ?? [];
  const host = bracketed ?? plain;
  const port = Number(digits);
  const isHost = host !== undefined && (bracketed === undefined ? isIP(host) !== 6 : isIP(host) === 6);
  if (host === undefined || !isHost || port > 65_535) throw new ExpectedError('page-listen.form', { value });
  return { host, port };
}

/** Opens the port. @returns the address to go to. @throws ExpectedError where it cannot be served so. */
export async function listen(app: FastifyInstance, { host, port, tls }: PageSettings): Promise<string> {
  try {
    await app.listen({ host, port });
  } catch (thrown) {
    const { code = '' } = thrown as NodeJS.ErrnoException;
    throw new ExpectedError('page-listen.busy', { at: `${host}:${port}`, cause: code }, { cause: thrown });
  }
  const address = app.server.address();
  const shown = host.includes(':') ? `[${host}]` : host;
  const real = typeof address === 'object' && address !== null ? address.port : port;
  return `${tls === undefined ? 'http' : 'https'}://${shown}:${real}/`;
}

export function refusePlaintext({ host, port, tls }: PageSettings): void {
  if (tls === undefined && !isLoopback(host)) {
    throw new ExpectedError('page-listen.plaintext', { at: `${host}:${port}` });
  }
}

/** @throws ExpectedError where the key is none, or another's. */
export function refuseOtherKey(tls: TlsFiles, at: string): void {
  try {
    createSecureContext(tls);
  } catch (thrown) {
    const { code = '' } = thrown as NodeJS.ErrnoException;
    throw new ExpectedError('page-tls', { at, cause: code }, { cause: thrown });
  }
}
