/** What every answer says to the browser: nothing from elsewhere, nowhere else, and nothing kept. */

const common = {
  // form-action: the form goes nowhere else, whatever could be written into the page.
  'content-security-policy':
    "default-src 'none'; script-src 'self'; style-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
  'x-frame-options': 'DENY',
  'x-content-type-options': 'nosniff',
  // With less, browsers hide from this page itself that its form came from it.
  'referrer-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
  'cache-control': 'no-store',
  'x-robots-tag': 'noindex',
} as const;

/** `secure`: over TLS, which a browser then insists on for half a year. */
export const headersOf = (secure: boolean): Readonly<Record<string, string>> =>
  secure ? { ...common, 'strict-transport-security': 'max-age=15552000' } : common;
