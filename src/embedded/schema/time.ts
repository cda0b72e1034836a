/** Generalized time (RFC 4517 §3.3.13): between text, its comparison key, and Date. */

const form = /^(\d{4})(\d\d)(\d\d)(\d\d)(?:(\d\d)(\d\d)?)?(?:[.,](\d+))?(Z|[+-]\d\d(?:\d\d)?)$/;

/** A Date as `YYYYmmddHHMMSSZ`. */
export const renderTime = (date: Date): string => `${date.toISOString().replace(/[-:T]|\.\d+Z$/g, '')}Z`;

/** A Date and the microseconds (0 to 999) below its millisecond, as slapd writes pwdFailureTime and entryCSN. */
export const renderPreciseTime = (date: Date, micros = 0): string =>
  `${date.toISOString().replace(/[-:T]|Z$/g, '')}${String(micros).padStart(3, '0')}Z`;

/** The Date a generalized time stands for; undefined where it is none. */
export const parseTime = (text: string): Date | undefined => {
  const match = form.exec(text);
  if (match === null) return undefined;
  const [, year, month, day, hour, minute = '00', second = '00', fraction, zone = 'Z'] = match;
  const sign = zone.startsWith('-') ? 1 : -1;
  const offset = zone === 'Z' ? 0 : sign * (Number(zone.slice(1, 3)) * 60 + Number(zone.slice(3) || 0));
  const millis = fraction === undefined ? 0 : Math.floor(Number(`0.${fraction}`) * 1000);
  // A leap second (60) is legal; Date knows none.
  const leap = second === '60';
  const time = Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${leap ? '59' : second}Z`);
  if (Number.isNaN(time)) return undefined;
  // Date.parse rolls 31 February over into March; the text is then not a time.
  if (new Date(time).getUTCDate() !== Number(day)) return undefined;
  return new Date(time + offset * 60_000 + millis + (leap ? 1000 : 0));
};

/** The value that means "for ever" in pwdAccountLockedTime (draft-behera-ldap-password-policy §5.3.3): no real date. */
export const lockedForEver = '000001010000Z';

/** The comparison key: UTC, seconds, then the fraction if it is not zero; undefined where the text is no time. */
export const normalizeTime = (text: string): string | undefined => {
  if (text === lockedForEver) return '00000101000000Z';
  const date = parseTime(text);
  if (date === undefined) return undefined;
  const fraction = form.exec(text)?.[7]?.replace(/0+$/, '');
  const seconds = renderTime(date).slice(0, -1);
  return fraction ? `${seconds}.${fraction}Z` : `${seconds}Z`;
};
