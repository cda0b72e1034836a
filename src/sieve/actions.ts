/** The commands of Sieve by what they do with mail and with variables; what is not here is not trusted. */
import type { Argument, Command, Test } from './parse.ts';

/** Commands that send the message, or what is in it, to an address or a program. */
export const forwarding = {
  /** RFC 5228 §4.2, RFC 3894, RFC 6009, RFC 6134. */
  redirect: 'address',
  /** vnd.dovecot.report: the message as an abuse report, to any address. */
  report: 'address',
  /** RFC 5435, RFC 5436: a text, which may quote the message, to any URI; before them, to an address in :options. */
  notify: 'uri',
  /** RFC 6609: another script, which may do all of this. */
  include: 'script',
  /** vnd.dovecot.pipe, .filter and .execute: a program of the server gets the message. */
  pipe: 'program',
  filter: 'program',
  execute: 'program',
} as const satisfies Record<string, string>;

/** Commands that send the message nowhere, so that nothing more need be known about them. */
export const harmless: ReadonlySet<string> = new Set([
  ...['require', 'if', 'elsif', 'else', 'stop', 'keep', 'discard', 'fileinto'],
  // Answers to the sender that do not carry the message: RFC 5429, RFC 5230.
  ...['reject', 'ereject', 'vacation'],
  ...['set', 'global', 'import', 'export', 'return', 'error'],
  ...['setflag', 'addflag', 'removeflag', 'mark', 'unmark', 'denotify'],
  ...['addheader', 'deleteheader', 'foreverypart', 'break', 'extracttext', 'replace', 'enclose', 'convert'],
  'debug_log',
]);

/** Tags of redirect that take a string of their own (RFC 6009 §4, §6). */
const tagsWithString: ReadonlySet<string> = new Set(['notify', 'ret', 'bytimeabsolute', 'bymode']);

/** The strings that stand for themselves, not for a tag before them. */
export function positionalStrings(test: Test): readonly string[] {
  return test.arguments.flatMap((argument, index) => {
    const before = test.arguments[index - 1];
    const belongsToTag =
      test.name === 'redirect' && before?.kind === 'tag' && tagsWithString.has(before.name);
    return argument.kind === 'string' && !belongsToTag ? [argument.text] : [];
  });
}

export function tagNames(test: Test): readonly string[] {
  return test.arguments.flatMap((argument) => (argument.kind === 'tag' ? [argument.name] : []));
}

export function textsOf(given: readonly Argument[]): readonly string[] {
  return given.flatMap((argument) => {
    if (argument.kind === 'string') return [argument.text];
    return argument.kind === 'list' ? argument.texts : [];
  });
}

/** The variables that a command other than `set` changes, to something that only the server will know. */
export function variablesChanged(test: Test): readonly string[] {
  const strings = positionalStrings(test);
  switch (test.name) {
    case 'global':
    case 'import':
    case 'export':
      return textsOf(test.arguments);
    case 'extracttext':
      return strings.slice(-1);
    case 'setflag':
    case 'addflag':
    case 'removeflag': {
      // RFC 5232 §3: a string before the list of flags is the variable that holds them.
      const [first, second] = test.arguments;
      return first?.kind === 'string' && second !== undefined ? [first.text] : [];
    }
    case 'execute':
    case 'filter': {
      const output = test.arguments.findIndex((one) => one.kind === 'tag' && one.name === 'output');
      return output === -1 ? [] : textsOf(test.arguments.slice(output + 1, output + 2));
    }
    default:
      return [];
  }
}

/** The name and the value that `set` is given, and the modifiers; undefined for another command or another form. */
export function readSet(
  command: Test,
): { readonly name: string; readonly value: string; readonly modifiers: readonly string[] } | undefined {
  if (command.name !== 'set') return undefined;
  const [name, value] = positionalStrings(command);
  const isWhole = command.arguments.length === tagNames(command).length + 2;
  if (name === undefined || value === undefined || !isWhole) return undefined;
  return { name, value, modifiers: tagNames(command) };
}

/** A command's tests, at any depth. */
export function allTests(test: Test): readonly Test[] {
  return test.tests.flatMap((one) => [one, ...allTests(one)]);
}

/** The commands and those in their blocks, at any depth. */
export function allCommands(commands: readonly Command[]): readonly Command[] {
  return commands.flatMap((one) => [one, ...allCommands(one.block ?? [])]);
}
