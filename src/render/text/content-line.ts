/** Lines of vCards (RFC 6350 §3) and calendars (RFC 5545 §3.1): what a text may hold, and how long a line is. */
import { withoutUnseen } from './escape.ts';

/** RFC 6350 §3.4. */
export const escapedText = (value: string): string =>
  withoutUnseen(
    value
      .replaceAll('\\', '\\\\')
      .replaceAll(/\r\n?|\n/g, '\\n')
      .replaceAll(',', '\\,'),
  );

/** Where a semicolon would end it: one of several parts of a value, and any text of a calendar (RFC 5545 §3.3.11). */
export const escapedPart = (value: string): string => escapedText(value).replaceAll(';', '\\;');

/** No line is longer than 75 octets, and none is cut inside of a character. @returns the line with its end */
export function foldedLine(line: string, end = '\r\n'): string {
  if (Buffer.byteLength(line) <= 75) return line + end;
  const parts: string[] = [];
  let part = '';
  let length = 0;
  for (const character of line) {
    const bytes = Buffer.byteLength(character);
    if (length + bytes > (parts.length === 0 ? 75 : 74)) {
      parts.push(part);
      part = '';
      length = 0;
    }
    part += character;
    length += bytes;
  }
  return [...parts, part].join(`${end} `) + end;
}
