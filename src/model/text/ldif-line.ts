/** One line of LDIF (RFC 2849): plain where it may be, in base64 where not. */

/** SAFE-STRING: printable ASCII that does not begin like something else or end in a space. */
const safe = /^(?![ :<])[\x20-\x7e]*(?<! )$/;

export function ldifLine(type: string, value: string): string {
  if (safe.test(value)) return `${type}: ${value}`;
  return `${type}:: ${btoa(String.fromCharCode(...new TextEncoder().encode(value)))}`;
}
