/** Reads where a result leads that sends its asker elsewhere (RFC 4511 §4.1.9, §4.1.10). */
import { type Element, expectElement, readElement, readInteger, readText, tags } from '../read/ber.ts';

const referralCode = 10;

/** The first URL; undefined for every other result, and for what is no result. */
export function readReferral(buffer: Buffer, { start, end }: Element): string | undefined {
  const code = readElement(buffer, start, end);
  if (code?.tag !== tags.enumerated || readInteger(buffer, code) !== referralCode) return undefined;
  const matched = expectElement(buffer, code.end, end);
  const diagnostic = expectElement(buffer, matched.end, end);
  const urls = readElement(buffer, diagnostic.end, end);
  const url = urls?.tag === tags.referral ? readElement(buffer, urls.start, urls.end) : undefined;
  return url && readText(buffer, url);
}
