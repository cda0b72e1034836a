/** Tells the names and addresses of this very machine: what goes there crosses no network, and needs no TLS. */

/** Anything else that begins with 127 is a name, which may lead anywhere. */
const octet = '(25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)';
const own = new RegExp(`^(localhost|\\[::1\\]|::1|127(\\.${octet}){3})$`);

/** An IPv6 address with or without the brackets of a URL. */
export const isLoopback = (host: string): boolean => own.test(host);
