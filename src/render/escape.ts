/** Makes text of others harmless where it is shown: terminals, workflow commands, Markdown. */

/** Control, bidirectional and zero-width characters: they can rewrite a screen or hide what is there. */
const unprintable = /[\u0000-\u001f\u007f-\u009f\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]/g;

/** Text for a terminal: every invisible character is shown by its code point. */
export function visible(text: string): string {
  return text.replace(unprintable, (character) => {
    const code = character.codePointAt(0) ?? 0;
    return `\\u{${code.toString(16)}}`;
  });
}

/** The message of a workflow command: its own escapes, so that no text can end it and begin another. */
export function workflowData(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

/** A property of a workflow command, where colons and commas separate too. */
export function workflowProperty(text: string): string {
  return workflowData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}

/** Text inside Markdown: no markup, no HTML, no mention, no link, one line. */
export function markdown(text: string): string {
  return visible(text)
    .replace(/[\\`*_{}[\]()#+!|~>$]/g, (character) => `\\${character}`)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('@', '&#64;')
    .replaceAll('://', ':&#47;&#47;');
}
