/** Who counts as one source: an IPv4 address, or a whole /64 of IPv6, which is what one subscriber gets. */
import { isIPv6 } from 'node:net';

export function sourceOf(address: string): string {
  const [, mapped] = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address) ?? [];
  if (mapped !== undefined) return mapped;
  const plain = address.replace(/%.*$/, '');
  if (!isIPv6(plain)) return address;
  // WHATWG writes every address in one way; the gap stands for as many zeros as are missing.
  const text = new URL(`http://[${plain}]/`).hostname.slice(1, -1);
  const [head = '', tail] = text.split('::');
  const parts = (part: string) => (part === '' ? [] : part.split(':'));
  const missing = tail === undefined ? 0 : 8 - parts(head).length - parts(tail).length;
  const groups = [...parts(head), ...Array<string>(missing).fill('0'), ...parts(tail ?? '')];
  return `${groups.slice(0, 4).join(':')}::/64`;
}
