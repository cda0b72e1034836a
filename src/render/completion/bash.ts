/** Completion for bash: one function that knows by the words typed so far which command is meant. */
import { allCommands, type CommandShape, listOrganizations, quoted, type Value } from './shape.ts';

export function renderBashCompletion(program: CommandShape): string {
  const commands = allCommands(program);
  const valued = [
    ...new Set(
      commands.flatMap(({ options }) => options.flatMap(({ flags, value }) => (value ? flags : []))),
    ),
  ];
  const steps = commands.flatMap((command) =>
    command.commands.map(
      ({ path }) => `      ${quoted(path.join(' '))}) command=${quoted(path.join(' '))} ;;`,
    ),
  );
  return `# danhba completion bash
_danhba() {
  local cur=\${COMP_WORDS[COMP_CWORD]} prev=\${COMP_WORDS[COMP_CWORD-1]} command='' word i
  COMPREPLY=()
  for ((i = 1; i < COMP_CWORD; i++)); do
    case "\${COMP_WORDS[i-1]}" in ${valued.join('|')}) continue ;; esac
    word="$command \${COMP_WORDS[i]}"
    case "\${word# }" in
${steps.join('\n')}
    esac
  done
  case "$command $prev" in
${valueCases(commands).join('\n')}
  esac
  case "$command" in
${commands.map(wordsOf).join('\n')}
  esac
}
_danhba_words() { COMPREPLY=($(compgen -W "$1" -- "\${COMP_WORDS[COMP_CWORD]}")); }
_danhba_nothing() { compopt +o default 2>/dev/null; return 0; }
_danhba_folders() {
  compopt -o filenames 2>/dev/null
  local IFS=$'\\n'
  COMPREPLY=($(compgen -d -- "\${COMP_WORDS[COMP_CWORD]}"))
}
_danhba_organizations() { _danhba_words "$(${listOrganizations})"; }
complete -o default -F _danhba danhba
`;
}

/** After an option that wants a value: by the option alone, where it wants the same of every command. */
function valueCases(commands: readonly CommandShape[]): readonly string[] {
  const wanted = commands.flatMap(({ path, options }) =>
    options.flatMap(({ flags, value }) =>
      value === undefined ? [] : flags.map((flag) => ({ flag, path, offered: offer(value) })),
    ),
  );
  const cases = [...Map.groupBy(wanted, ({ flag }) => flag)].flatMap(([flag, all]) => {
    const isOne = all.every(({ offered }) => offered === all[0]?.offered);
    if (isOne) return [{ pattern: `*${quoted(` ${flag}`)}`, offered: all[0]?.offered ?? '' }];
    return all.map(({ path, offered }) => ({ pattern: quoted(`${path.join(' ')} ${flag}`), offered }));
  });
  const byOffer = Map.groupBy(cases, ({ offered }) => offered);
  return [...byOffer].map(
    ([offered, some]) => `    ${some.map(({ pattern }) => pattern).join('|')}) ${offered}; return ;;`,
  );
}

/** Options where a dash was typed; else the commands below, or what the argument may be. */
function wordsOf({ path, options, argument, commands }: CommandShape): string {
  const flags = options.flatMap((option) => option.flags).join(' ');
  const names = commands.map((below) => below.path.at(-1)).join(' ');
  const plain = names === '' ? offer(argument ?? { kind: 'text' }) : offerWords(names);
  return `    ${quoted(path.join(' '))}) if [[ $cur == -* ]]; then ${offerWords(flags)}; else ${plain}; fi ;;`;
}

const offerWords = (words: string): string => `_danhba_nothing; _danhba_words ${quoted(words)}`;

function offer(value: Value): string {
  switch (value.kind) {
    case 'choices':
      return offerWords(value.choices.join(' '));
    case 'organization':
      return '_danhba_nothing; _danhba_organizations';
    case 'folder':
      return '_danhba_folders';
    case 'text':
      return '_danhba_nothing';
    case 'file':
      // Nothing is offered here, so that bash offers files, and quotes them as it does.
      return ':';
  }
}
