/** Cuts a TCP byte stream into whole LDAPMessages, however the bytes were chunked. */
import { InvalidAsn1Error } from 'ldapts';

/** Tag of the outer SEQUENCE of every LDAPMessage (RFC 4511 §4.1.1). */
const sequenceTag = 0x30;

export interface Framed {
  /** The messages that are now complete, each with its outer header. */
  readonly messages: readonly Buffer[];
  /** What follows them cannot be an LDAP message, or would exceed the bound: the connection must end. */
  readonly fault: InvalidAsn1Error | undefined;
}

export interface Framer {
  /** Takes the next bytes of the stream; not to be called again after a fault. */
  readonly push: (chunk: Buffer) => Framed;
}

/** Length of the message that starts at `at`, header included; undefined while the header is incomplete. */
const readMessageLength = (bytes: Buffer, at: number): number | undefined | InvalidAsn1Error => {
  const tag = bytes[at];
  const first = bytes[at + 1];
  if (tag !== sequenceTag) return new InvalidAsn1Error(`not an LDAPMessage: tag 0x${tag?.toString(16)}`);
  if (first === undefined) return undefined;
  if (first < 0x80) return 2 + first;
  const octets = first & 0x7f;
  // RFC 4511 §5.1 allows the definite form only.
  if (octets === 0 || octets > 4) return new InvalidAsn1Error('unsupported length form');
  if (bytes.length < at + 2 + octets) return undefined;
  return 2 + octets + bytes.readUIntBE(at + 2, octets);
};

/** A framer that refuses messages longer than `maxBytes`, before they are buffered. */
export const makeFramer = (maxBytes: number): Framer => {
  let pending: Buffer[] = [];
  let pendingBytes = 0;
  // Bytes needed before the next look: without it a long message in small chunks would be joined each time.
  let wanted = 0;

  const cut = (bytes: Buffer): Framed => {
    const messages: Buffer[] = [];
    let at = 0;
    let fault: InvalidAsn1Error | undefined;
    wanted = 0;
    while (at < bytes.length) {
      const length = readMessageLength(bytes, at);
      if (length === undefined) break;
      if (typeof length !== 'number') fault = length;
      else if (length > maxBytes)
        fault = new InvalidAsn1Error(`message of ${length} bytes exceeds ${maxBytes}`);
      else if (bytes.length - at < length) wanted = length;
      if (typeof length !== 'number' || fault !== undefined || wanted > 0) break;
      messages.push(bytes.subarray(at, at + length));
      at += length;
    }
    pending = at < bytes.length ? [bytes.subarray(at)] : [];
    pendingBytes = bytes.length - at;
    return { messages, fault };
  };

  return {
    push: (chunk) => {
      pending.push(chunk);
      pendingBytes += chunk.length;
      if (pendingBytes < wanted) return { messages: [], fault: undefined };
      return cut(pending.length === 1 ? chunk : Buffer.concat(pending, pendingBytes));
    },
  };
};
