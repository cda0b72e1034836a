/** How a command is used, in one language: the help commander lays out, what it says of a command that is misused, and what shells complete. */
import type { Command, CommanderError, HelpConfiguration } from 'commander';
import { organizationKinds } from './model/directory/organization.ts';
import { ExpectedError } from './model/problems/errors.ts';
import { remark } from './model/problems/remark.ts';
import type { CommandShape, OptionShape, Value } from './render/completion/shape.ts';
import { renderExamples } from './render/examples.ts';
import { commandHelp, defaultWords, helpTerms, optionHelp } from './render/help.ts';
import type { Language } from './render/text/wording.ts';

/** Every command and option below gets its words. */
export function describe(command: Command, language: Language, way: readonly string[] = []): void {
  const path = way.join(' ');
  const told = (name: string) => (optionHelp[`${path} ${name}`.trim()] ?? optionHelp[name])?.[language];
  const name = path === '' ? command.name() : path;
  command.description(commandHelp[name]?.[language] ?? '');
  command.addHelpText('after', renderExamples(name, language));
  for (const option of command.options) option.description = told(option.long ?? '') ?? option.description;
  for (const argument of command.registeredArguments) {
    argument.description = told(`[${argument.name()}]`) ?? argument.description;
  }
  for (const below of command.commands) describe(below, language, [...way, below.name()]);
}

/** What can be typed, as it was declared; a command below takes the options of those above it. */
export function shapeOf(
  command: Command,
  path: readonly string[] = [],
  above: readonly OptionShape[] = [],
): CommandShape {
  const help = command.createHelp();
  const own = help.visibleOptions(command).map((option): OptionShape => {
    const [, name] = /[<[]([a-z]+)/.exec(option.flags) ?? [];
    return {
      flags: [option.short, option.long].filter((flag) => flag !== undefined && flag !== null),
      description: help.optionDescription(option),
      ...(name !== undefined && { value: valueNamed(name, option.description) }),
    };
  });
  const known = new Set(own.flatMap(({ flags }) => flags));
  const options = [...own, ...above.filter(({ flags }) => !flags.some((flag) => known.has(flag)))];
  const [argument] = command.registeredArguments;
  return {
    path,
    description: command.description(),
    options,
    ...(argument && { argument: valueNamed(argument.name(), argument.description) }),
    commands: help
      .visibleCommands(command)
      .map((below) => shapeOf(below, [...path, below.name()], path.length === 0 ? [] : options)),
  };
}

/** By the name that stands for the value, and by its description where that lists what may be given. */
function valueNamed(name: string, description: string): Value {
  const choices = description.split(' | ');
  if (choices.length > 1) return { kind: 'choices', choices };
  if (name === 'kind') return { kind: 'choices', choices: organizationKinds };
  if (name === 'dir') return { kind: 'folder' };
  if (name === 'id') return { kind: 'organization' };
  return { kind: name === 'file' || name === 'plan' ? 'file' : 'text' };
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
    // Also where half of a narrow terminal is left for what an option does.
    minWidthToWrap: 20,
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
