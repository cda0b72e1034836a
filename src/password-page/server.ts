/** Serves the page over HTTP: one form and what it answers, health and metrics; nothing of a form is kept or logged. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type FastifyInstance, type FastifyReply, type FastifyRequest, fastify } from 'fastify';
import type { Told } from '../model/password-page/told.ts';
import { isLoopback } from '../model/text/loopback.ts';
import type { Attempt } from './attempt.ts';
import type { Counted } from './counts.ts';
import { faultsOf, parseForm } from './form.ts';
import { headersOf } from './headers.ts';
import type { PageSettings } from './settings.ts';
import { sourceOf } from './source.ts';
import { cookieName, openTokens, readCookie, renderCookie, type Tokens } from './token.ts';

export type PageLanguage = 'vi' | 'en';

/** What is shown, as HTML: the wording is not of this room. */
export interface Pages {
  readonly form: (language: PageLanguage, token: string, address: string, told?: Told) => string;
  readonly done: (language: PageLanguage) => string;
  readonly missing: (language: PageLanguage) => string;
  readonly metrics: () => string;
}

export interface PageServer {
  readonly pages: Pages;
  readonly minLength: number;
  readonly attempt: (change: ReturnType<typeof parseForm>['change'], source: string) => Promise<Attempt>;
  /** True where the directory server answers the page's own account. */
  readonly isHealthy: () => Promise<boolean>;
  /** Told of each form: what became of it and where it came from. */
  readonly tell: (what: Counted, source: string) => void;
  /** Told of what is no visitor's fault. */
  readonly fail: (thrown: unknown) => void;
}

const assets = join(import.meta.dirname, '../../assets');
/** Octets: four fields of the longest, each octet of them escaped. */
const longestForm = 4096;
const statusOf = {
  faults: 422,
  refused: 422,
  expired: 422,
  unsuitable: 422,
  stale: 403,
  limited: 429,
  busy: 503,
  unavailable: 503,
} as const satisfies Record<Told['says'], number>;

export function makePageServer(settings: PageSettings, page: PageServer): FastifyInstance {
  const app = openFastify(settings);
  app.removeAllContentTypeParsers();
  const asText = { parseAs: 'string' as const };
  app.addContentTypeParser('application/x-www-form-urlencoded', asText, (_request, body, done) => {
    done(null, body);
  });
  app.addHook('onRequest', async (request, reply) => {
    reply.headers(headersOf(request.protocol === 'https'));
    // Whoever forwards for others, and is not known to, would make them all one source.
    if (settings.proxies.length === 0 && isForwarded(request)) {
      page.fail(new Error('DANHBA_PAGE_PROXY'));
      await reply.code(503).type('text/plain').send('DANHBA_PAGE_PROXY\n');
    }
  });
  serveFixed(app, page);
  // One for both languages: who changes the language goes on.
  const tokens = openTokens();
  for (const language of ['vi', 'en'] as const) serveForm(app, page, tokens, language);
  app.setNotFoundHandler((request, reply) => html(reply.code(404), page.pages.missing(languageOf(request))));
  app.setErrorHandler((thrown, request, reply) => {
    const { statusCode = 500 } = thrown as { readonly statusCode?: number };
    if (statusCode >= 500) page.fail(thrown);
    return html(reply.code(statusCode), page.pages.missing(languageOf(request)));
  });
  return app;
}

function openFastify({ proxies, tls }: PageSettings): FastifyInstance {
  // Slow and endless visitors are cut off: a form is a few hundred octets.
  const http = { maxHeaderSize: 8192, headersTimeout: 10_000, connectionsCheckingInterval: 1000 };
  const app = fastify({
    bodyLimit: longestForm,
    requestTimeout: 15_000,
    connectionTimeout: 60_000,
    keepAliveTimeout: 5_000,
    maxRequestsPerSocket: 100,
    forceCloseConnections: 'idle',
    trustProxy: proxies.length === 0 ? false : [...proxies],
    ...(tls === undefined ? { http } : { https: { ...http, ...tls } }),
  } as object) as unknown as FastifyInstance;
  app.server.maxConnections = 512;
  return app;
}

function serveFixed(app: FastifyInstance, page: PageServer): void {
  for (const [name, type] of [
    ['page.css', 'text/css; charset=utf-8'],
    ['page.js', 'text/javascript; charset=utf-8'],
  ] as const) {
    const text = readFileSync(join(assets, name), 'utf8');
    app.get(`/${name}`, (_request, reply) =>
      reply.type(type).header('cache-control', 'max-age=300').send(text),
    );
  }
  // Where password managers send who wants to change one.
  app.get('/.well-known/change-password', (_request, reply) => reply.redirect('/', 303));
  app.get('/health', async (_request, reply) => {
    const healthy = await page.isHealthy();
    return reply
      .code(healthy ? 200 : 503)
      .type('text/plain')
      .send(healthy ? 'ok\n' : 'ldap\n');
  });
  app.get('/metrics', (request, reply) => {
    const type = 'application/openmetrics-text; version=1.0.0; charset=utf-8';
    // For a collector on this machine: no visitor's request comes so.
    if (isForwarded(request) || !isLoopback((request.socket.remoteAddress ?? '').replace(/^::ffff:/, '')))
      return reply.callNotFound();
    return reply.type(type).send(page.pages.metrics());
  });
}

function serveForm(app: FastifyInstance, page: PageServer, tokens: Tokens, language: PageLanguage): void {
  const path = language === 'vi' ? '/' : '/en';
  const below = language === 'vi' ? '' : '/en';
  const show = (request: FastifyRequest, reply: FastifyReply, address: string, told?: Told) => {
    const secure = request.protocol === 'https';
    const name = cookieName(secure);
    const known = readCookie(request.headers.cookie, name);
    const cookie = known ?? tokens.makeCookie();
    if (known === undefined) reply.header('set-cookie', renderCookie(name, cookie, secure));
    if (told !== undefined) reply.code(statusOf[told.says]);
    if (told?.says === 'limited') reply.header('retry-after', String(told.minutes * 60));
    return html(reply, page.pages.form(language, tokens.tokenOf(cookie), address, told));
  };

  app.get(path, (request, reply) => show(request, reply, ''));
  app.get(`${below}/done`, (_request, reply) => html(reply, page.pages.done(language)));
  app.post(path, async (request, reply) => {
    const source = sourceOf(request.ip);
    const form = parseForm(typeof request.body === 'string' ? request.body : '');
    const { change, token } = form;
    const cookie = readCookie(request.headers.cookie, cookieName(request.protocol === 'https'));
    if (isFromElsewhere(request) || cookie === undefined || !tokens.fits(cookie, token)) {
      page.tell('foreign', source);
      return show(request, reply, '', { says: 'stale' });
    }
    const faults = faultsOf(form, page.minLength);
    if (faults.length > 0) {
      page.tell('invalid', source);
      return show(request, reply, change.address, { says: 'faults', faults });
    }
    const told = await page.attempt(change, source);
    page.tell(told.says, source);
    if (told.says === 'changed') return reply.redirect(`${below}/done`, 303);
    return show(request, reply, change.address, told);
  });
}

const html = (reply: FastifyReply, text: string) => reply.type('text/html; charset=utf-8').send(text);

const languageOf = (request: FastifyRequest): PageLanguage => (/^\/en\b/.test(request.url) ? 'en' : 'vi');

/** What browsers say by themselves of where a form comes from; a browser that says nothing is held by the cookie. */
function isFromElsewhere({ headers }: FastifyRequest): boolean {
  const site = headers['sec-fetch-site'];
  return (site !== undefined && site !== 'same-origin') || headers.origin === 'null';
}

const isForwarded = ({ headers }: FastifyRequest): boolean =>
  headers['x-forwarded-for'] !== undefined || headers.forwarded !== undefined;
