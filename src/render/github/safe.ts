/** Text of others in the Markdown of an answer: no markup, no mention, and no longer than somebody reads. */
import { markdown } from '../text/escape.ts';

const longest = 300;

export function safe(text: string): string {
  return markdown(text.length > longest ? `${text.slice(0, longest - 1).toWellFormed()}…` : text);
}

/** An address may break behind its dots: one that may not makes a table wider than a telephone. */
export const breakable = (text: string): string => breakAtDots(safe(text));

/** The addresses in Markdown that is safe already. */
export const breakAddresses = (text: string): string => text.replace(/\S+@\S+/g, breakAtDots);

const breakAtDots = (text: string): string => text.replace(/(?<=[^.])\.(?=[^.\s])/g, '.<wbr>');

/** A login in a code span is no mention: nobody is called by a comment that is written again and again. */
export function loginText(login: string): string {
  return /^[A-Za-z0-9][A-Za-z0-9_-]{0,80}(?:\/[A-Za-z0-9_.-]{1,100})?$/.test(login)
    ? `\`${login}\``
    : safe(login);
}

/** The first few of a list that may have thousands, each made safe by `tell`. */
export function someOf(texts: readonly string[], most: number, tell = safe): string {
  const shown = texts.slice(0, most).map(tell).join(', ');
  return texts.length > most ? `${shown}${most > 0 ? ', ' : ''}+${texts.length - most}` : shown;
}
