/** Makes text of others harmless where it is shown: terminals, workflow commands, Markdown, JSON. */

/** Control, bidirectional, zero-width and unassigned characters: they can rewrite a screen or hide what is there. */
const unprintable = /[\p{C}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/gu;

/** Text for a terminal or a job's log: every invisible character is shown by its code point. */
export function visible(text: string): string {
  return (
    text
      .replace(unprintable, (character) => escaped(character))
      // A runner of GitHub obeys "##[" anywhere in a line of a log, and "::" at its start.
      .replaceAll('##[', `##${escaped('[')}`)
      .replace(/^(\s*):(?=:)/, (_, space: string) => space + escaped(':'))
  );
}

function escaped(character: string): string {
  return `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`;
}

/** Text of a file that a program reads and shows: what could turn it around or hide in it is left out; lines and tabs stay. */
export const withoutUnseen = (text: string): string =>
  text.replace(unprintable, (character) => (character === '\n' || character === '\t' ? character : ''));

/** Text inside HTML, attributes included; what could not be seen is shown by its code point. */
export function html(text: string): string {
  return visible(text)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
}

/** One JSON document, as JSON.stringify writes it; what it leaves unprintable is written in JSON's own escapes. */
export function renderJson(value: unknown, indent?: number): string {
  const units = (character: string) => character.split('').map((unit) => unit.charCodeAt(0));
  return JSON.stringify(value, null, indent).replace(unprintable, (character) =>
    character === '\n'
      ? character
      : units(character)
          .map((unit) => `\\u${unit.toString(16).padStart(4, '0')}`)
          .join(''),
  );
}

/** The message of a workflow command: its own escapes, so that no text can end it and begin another. */
export function workflowData(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

/** A property of a workflow command, where colons and commas separate too. */
export function workflowProperty(text: string): string {
  return workflowData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}

/** Shown as nothing; it keeps GitHub from reading what stands on both sides as one word. */
const nothing = '&#8203;';

/**
 * Text inside Markdown: no markup, no HTML, no mention, no link, one line. GitHub looks for mentions, issue numbers
 * and bare links after entities are decoded, so that only something between their characters stops it.
 */
export function markdown(text: string): string {
  return visible(text)
    .trim()
    .replace(/[\\`*_{}[\]()#+!|~>$]/g, (character) => `\\${character}`)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replace(/^(-|=|:)/, '\\$1')
    .replace(/^(\d+)([.)])/, (_, digits: string, sign: string) => `${digits}\\${sign}`)
    .replace(/(?<![A-Za-z0-9_])@(?=[A-Za-z0-9])/g, `@${nothing}`)
    .replace(/\\#(?=\d)/g, `\\#${nothing}`)
    .replaceAll('://', `:${nothing}//`)
    .replace(/www\./gi, (word) => `${word.slice(0, 3)}${nothing}.`);
}
