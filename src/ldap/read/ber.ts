/** Reads the few BER forms of LDAP answers (RFC 4511 §5.1) straight from a buffer, without copies. */

export const tags = {
  sequence: 0x30,
  set: 0x31,
  octetString: 0x04,
  enumerated: 0x0a,
  searchEntry: 0x64,
  searchDone: 0x65,
  searchReference: 0x73,
  intermediate: 0x79,
  controls: 0xa0,
  referral: 0xa3,
} as const;

/** One element: its tag, and where its content starts and ends in the buffer. */
export interface Element {
  tag: number;
  start: number;
  end: number;
}

/** The element at `offset`; undefined where the buffer does not hold all of it yet. */
export function readElement(buffer: Buffer, offset: number, limit: number): Element | undefined {
  if (offset + 2 > limit) return undefined;
  const tag = buffer[offset] as number;
  let length = buffer[offset + 1] as number;
  let start = offset + 2;
  if (length > 0x7f) {
    const octets = length & 0x7f;
    if (octets === 0 || octets > 4) throw new RangeError(`BER length of ${octets} octets`);
    if (start + octets > limit) return undefined;
    length = 0;
    for (let index = 0; index < octets; index++) length = length * 256 + (buffer[start + index] as number);
    start += octets;
  }
  const end = start + length;
  return end > limit ? undefined : { tag, start, end };
}

/** The element at `offset`, which must be whole and of this tag. */
export function expectElement(buffer: Buffer, offset: number, limit: number, tag?: number): Element {
  const element = readElement(buffer, offset, limit);
  if (element === undefined) throw new RangeError('BER element cut short');
  if (tag !== undefined && element.tag !== tag) throw new RangeError(`BER tag ${element.tag}, not ${tag}`);
  return element;
}

export function readInteger(buffer: Buffer, { start, end }: Element): number {
  let value = (buffer[start] as number) > 0x7f ? -1 : 0;
  for (let offset = start; offset < end; offset++) value = value * 256 + (buffer[offset] as number);
  return value;
}

export function readText(buffer: Buffer, { start, end }: Element): string {
  return buffer.toString('utf8', start, end);
}
