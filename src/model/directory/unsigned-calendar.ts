/** How a calendar says that nobody has signed it yet: no term may be counted by a draft. */

/** What stands for the notices in a draft; whoever has them writes their numbers over it. */
export const unsignedSource = 'CHƯA KÝ';

/** True where `source` still says that there is no notice, whatever else it says. */
export const isUnsigned = (source: string): boolean =>
  source.normalize('NFC').trim().toUpperCase().startsWith(unsignedSource);
