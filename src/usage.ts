/** How a command is used, in one language: the help commander lays out, and what it says of a command that is misused. */
import type { Command, CommanderError, HelpConfiguration } from 'commander';
import { ExpectedError } from './model/problems/errors.ts';
import { remark } from './model/problems/remark.ts';
import { commandHelp, defaultWords, helpTerms, optionHelp } from './render/help.ts';
import type { Language } from './render/text/wording.ts';

/** Every command and option below gets its words. */
export function describe(command: Command, language: Language, way: readonly string[] = []): void {
  const path = way.join(' ');
  const told = (name: string) => (optionHelp[`${path} ${name}`.trim()] ?? optionHelp[name])?.[language];
  command.description(commandHelp[path === '' ? command.name() : path]?.[language] ?? '');
  for (const option of command.options) option.description = told(option.long ?? '') ?? option.description;
  for (const argument of command.registeredArguments) {
    argument.description = told(`[${argument.name()}]`) ?? argument.description;
  }
  for (const below of command.commands) describe(below, language, [...way, below.name()]);
}

/** The names of values are English in the program. */
export function helpIn(language: Language): HelpConfiguration {
  const term = (word: string) => (language === 'vi' ? helpTerms[word] : undefined) ?? word;
  const inTerms = (text: string) =>
    text.replace(
      /([<[])([a-z]+)((?:\.{3})?[>\]])/g,
      (_, open, word, close) => `${open}${term(word)}${close}`,
    );
  return {
    showGlobalOptions: true,
    styleTitle: term,
    styleUsage: inTerms,
    styleSubcommandTerm: inTerms,
    styleArgumentTerm: term,
    styleOptionTerm: inTerms,
    subcommandDescription: (command) => command.description(),
    optionDescription: ({ long, description, defaultValue }) => {
      const text = (long === '--help' ? optionHelp['--help']?.[language] : description) ?? '';
      const isTold = typeof defaultValue === 'string';
      return isTold ? `${text} (${defaultWords[language]}: ${defaultValue})`.trim() : text;
    },
  };
}

const misuses = {
  'commander.excessArguments': 'usage.excess',
  'commander.missingArgument': 'usage.argument',
  'commander.missingMandatoryOptionValue': 'usage.missing',
  'commander.optionMissingArgument': 'usage.value',
  'commander.unknownCommand': 'usage.command',
  'commander.unknownOption': 'usage.option',
} as const;

/** What commander found wrong, in our words; undefined where it has only shown its help. */
export function misuseOf({ code, message }: CommanderError): ExpectedError<ErrorOf> | undefined {
  const says = misuses[code as keyof typeof misuses];
  if (says === undefined) return undefined;
  const [, word = ''] = /'([^']*)'/.exec(message) ?? [];
  const [, near] = /Did you mean (?:one of )?(.*)\?\)/.exec(message) ?? [];
  return new ExpectedError(says, {
    word,
    ...(near !== undefined && { near: remark('near', { word: near }) }),
  });
}
type ErrorOf = (typeof misuses)[keyof typeof misuses];
