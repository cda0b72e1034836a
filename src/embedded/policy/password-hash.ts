/** Passwords at rest: a salted scrypt hash (RFC 7914), never the password. */
import { randomBytes, scryptSync, timingSafeEqual } from 'node:crypto';

// Below 1 ms each: a demonstration takes the first passwords of a whole province in one thread, and lives for minutes.
const cost = { N: 256, r: 8, p: 1 } as const;
const hashBytes = 32;
const form = /^\{SCRYPT\}N=(\d+),r=(\d+),p=(\d+)\$([\w-]+)\$([\w-]+)$/;

/** Hashes a clear password with a new salt. */
export const hashPassword = (password: string): string => {
  const salt = randomBytes(16);
  const hash = scryptSync(password, salt, hashBytes, cost);
  const parameters = `N=${cost.N},r=${cost.r},p=${cost.p}`;
  return `{SCRYPT}${parameters}$${salt.toString('base64url')}$${hash.toString('base64url')}`;
};

/** Whether the password is the one the hash was made from; false for a hash of another form. */
export const verifyPassword = (password: string, stored: string): boolean => {
  const match = form.exec(stored);
  if (match === null) return false;
  const [N, r, p] = match.slice(1, 4).map(Number);
  const expected = Buffer.from(match[5]!, 'base64url');
  const actual = scryptSync(password, Buffer.from(match[4]!, 'base64url'), expected.length, {
    N: N!,
    r: r!,
    p: p!,
  });
  return timingSafeEqual(actual, expected);
};

/** Whether a client sent a hash in place of a password; the storage schemes slapd and its contrib modules know. */
export const isHashed = (password: string): boolean =>
  /^\{(?:S?SHA(?:256|384|512)?|S?MD5|CRYPT|UNIX|ARGON2|PBKDF2[^}]*|SASL|SCRYPT)\}/i.test(password);
