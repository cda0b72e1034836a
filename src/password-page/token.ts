/** The proof that a form was sent from this page: a value in it that only the browser's own cookie fits. */
import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';

export interface Tokens {
  /** A new secret for a browser that has none. */
  readonly makeCookie: () => string;
  readonly tokenOf: (cookie: string) => string;
  readonly fits: (cookie: string, token: string) => boolean;
}

const cookieForm = /^[A-Za-z0-9_-]{22}$/;

/** Forms that were open when the process began anew are told to be too old: nothing is kept. */
export function openTokens(): Tokens {
  const secret = randomBytes(32);
  const tokenOf = (cookie: string) => createHmac('sha256', secret).update(cookie).digest('base64url');
  return {
    makeCookie: () => randomBytes(16).toString('base64url'),
    tokenOf,
    fits: (cookie, token) => {
      const [given, wanted] = [Buffer.from(token), Buffer.from(tokenOf(cookie))];
      return cookieForm.test(cookie) && given.length === wanted.length && timingSafeEqual(given, wanted);
    },
  };
}

/** `__Host-`: no other host of the domain can have set it, which needs TLS; on loopback without it, plain. */
export const cookieName = (secure: boolean): string => (secure ? '__Host-danhba' : 'danhba');

/** The value of one cookie; undefined where the browser sent none, or two of this name. */
export function readCookie(header: string | undefined, name: string): string | undefined {
  const found = (header ?? '')
    .split(';')
    .map((pair) => pair.trim())
    .filter((pair) => pair.startsWith(`${name}=`));
  const [only] = found;
  return found.length === 1 && only !== undefined && cookieForm.test(only.slice(name.length + 1))
    ? only.slice(name.length + 1)
    : undefined;
}

export const renderCookie = (name: string, value: string, secure: boolean): string =>
  `${name}=${value}; Path=/; HttpOnly; SameSite=Strict${secure ? '; Secure' : ''}`;
