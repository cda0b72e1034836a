/** What can be typed, as the scripts that complete it need it: commands, options, and what follows them. */

/** What is typed after an option, or as an argument. */
export type Value =
  | { readonly kind: 'choices'; readonly choices: readonly string[] }
  | { readonly kind: 'file' | 'folder' | 'organization' | 'text' };

export interface OptionShape {
  /** `-h`, `--help`. */
  readonly flags: readonly string[];
  readonly description: string;
  /** Absent where nothing follows. */
  readonly value?: Value;
}

export interface CommandShape {
  /** The words that lead to it; none for the program itself. */
  readonly path: readonly string[];
  readonly description: string;
  readonly options: readonly OptionShape[];
  readonly argument?: Value;
  readonly commands: readonly CommandShape[];
}

export const shells = ['bash', 'zsh', 'fish'] as const;

/** The command itself and all below it. */
export const allCommands = (command: CommandShape): readonly CommandShape[] => [
  command,
  ...command.commands.flatMap(allCommands),
];

/** Inside of single quotes, for any shell of POSIX; fish has its own rule. */
export const quoted = (text: string): string => `'${text.replaceAll("'", "'\\''")}'`;

/** The ids of the organizations at hand, for whoever types one: their files are named by them. */
export const listOrganizations =
  "find directory/organizations -name '*.yaml' 2>/dev/null | sed 's:.*/::; s:[.]yaml$::'";
