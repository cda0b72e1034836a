/** Completion for fish: one line for each command and option, with what it is for. */
import { allCommands, type CommandShape, listOrganizations, type OptionShape, type Value } from './shape.ts';

export function renderFishCompletion(program: CommandShape): string {
  return `# danhba completion fish
complete -c danhba -e
complete -c danhba -f
${allCommands(program).flatMap(linesOf).join('\n')}
`;
}

/** fish has no other escapes inside of single quotes. */
const quoted = (text: string): string => `'${text.replace(/[\\']/g, '\\$&')}'`;

function linesOf(command: CommandShape): readonly string[] {
  const { path, commands, options, argument } = command;
  const here = quoted(conditionOf(path, commands));
  const inside = path.length === 0 ? '__fish_use_subcommand' : conditionOf(path, []);
  return [
    ...commands.map(
      (below) => `complete -c danhba -n ${here} -a ${below.path.at(-1)} -d ${quoted(below.description)}`,
    ),
    ...options.map((option) => `complete -c danhba -n ${quoted(inside)}${optionPart(option)}`),
    ...(argument === undefined || argument.kind === 'text'
      ? []
      : [
          `complete -c danhba -n ${quoted(inside)}${argument.kind === 'file' ? ' -F' : ` -a ${listOf(argument)}`}`,
        ]),
  ];
}

/** These words were typed, and none of a command below. */
function conditionOf(path: readonly string[], below: readonly CommandShape[]): string {
  if (path.length === 0) return '__fish_use_subcommand';
  const seen = path.map((word) => `__fish_seen_subcommand_from ${word}`);
  const names = below.map((one) => one.path.at(-1)).join(' ');
  return [...seen, ...(names === '' ? [] : [`not __fish_seen_subcommand_from ${names}`])].join('; and ');
}

function optionPart({ flags, description, value }: OptionShape): string {
  const names = flags.map((flag) =>
    flag.startsWith('--') ? ` -l ${flag.slice(2)}` : ` -s ${flag.slice(1)}`,
  );
  return `${names.join('')} -d ${quoted(description)}${value === undefined ? '' : valuePart(value)}`;
}

function valuePart(value: Value): string {
  switch (value.kind) {
    case 'file':
      return ' -r -F';
    case 'folder':
      return " -x -a '(__fish_complete_directories)'";
    case 'text':
      return ' -x';
    case 'choices':
    case 'organization':
      return ` -x -a ${listOf(value)}`;
  }
}

const listOf = (value: Value): string =>
  value.kind === 'choices' ? quoted(value.choices.join(' ')) : quoted(`(${listOrganizations})`);
