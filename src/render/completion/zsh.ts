/** Completion for zsh: a function for each command, by `_arguments`, with what each option is for. */
import { type CommandShape, listOrganizations, quoted, type Value } from './shape.ts';

export function renderZshCompletion(program: CommandShape): string {
  return `#compdef danhba
# danhba completion zsh
${functionsOf(program).join('\n')}
_danhba_organizations() { compadd -- \${(f)"$(${listOrganizations})"}; }
if [[ \${funcstack[1]} == _danhba ]]; then _danhba "$@"; else compdef _danhba danhba; fi
`;
}

const nameOf = ({ path }: CommandShape): string => ['_danhba', ...path].join('_').replaceAll('-', '_');

function functionsOf(command: CommandShape): readonly string[] {
  const { commands, options, argument } = command;
  const specs = options.map(optionSpec);
  if (commands.length === 0) {
    const rest = argument === undefined ? [] : [quoted(`*: :${actionOf(argument)}`)];
    return [`${nameOf(command)}() { _arguments ${[...specs, ...rest].join(' \\\n    ')}; }`];
  }
  const described = commands.map((below) => quoted(`${below.path.at(-1)}:${below.description}`));
  const cases = commands.map((below) => `    ${below.path.at(-1)}) ${nameOf(below)} ;;`);
  return [
    ...commands.flatMap(functionsOf),
    `${nameOf(command)}() {
  local context state state_descr line
  typeset -A opt_args
  _arguments -C ${specs.join(' \\\n    ')} '1: :->command' '*::: :->below'
  case $state in
  command) local -a below=(${described.join(' ')}); _describe -V danhba below ;;
  below)
    # As if the line began with the command below.
    words=($line[1] "$words[@]"); (( CURRENT += 1 ))
    case $line[1] in
${cases.join('\n')}
    esac ;;
  esac
}`,
  ];
}

function optionSpec({ flags, description, value }: OptionOf): string {
  const told = `[${description.replace(/[[\]:\\]/g, '\\$&')}]`;
  const after = value === undefined ? '' : `: :${actionOf(value)}`;
  return flags.map((flag) => quoted(`*${flag}${told}${after}`)).join(' ');
}
type OptionOf = CommandShape['options'][number];

function actionOf(value: Value): string {
  switch (value.kind) {
    case 'choices':
      return `(${value.choices.join(' ')})`;
    case 'file':
      return '_files';
    case 'folder':
      return '_files -/';
    case 'organization':
      return '_danhba_organizations';
    case 'text':
      return '()';
  }
}
