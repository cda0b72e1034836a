/** Follows the variables of a Sieve script along every way through it: what each string can be where it stands. */
import { allCommands, allTests, readSet, textsOf, variablesChanged } from './actions.ts';
import {
  decodeCharacters,
  hasReference,
  join,
  modify,
  type Possible,
  substitute,
  type Variables,
} from './expand.ts';
import type { Command, Test } from './parse.ts';

/** Which extensions of strings the script has switched on. */
export interface StringExtensions {
  readonly encodedCharacter: boolean;
  readonly variables: boolean;
}

/** All a string can be at one place of the script; undefined: only the server will know. */
export type Evaluate = (text: string) => Possible;

interface Flow {
  readonly extensions: StringExtensions;
  /** Names that other scripts may set too (RFC 6609 §3.4). */
  readonly shared: ReadonlySet<string>;
  /** False where the script has more variables than are followed. */
  readonly follows: boolean;
  readonly visit: (one: Test, evaluate: Evaluate) => void;
}

/** Dovecot takes no more variables in one script. */
const mostVariables = 255;

/** Calls `visit` for each command and each test, reached or not, with what strings can be there. */
export function followScript(
  commands: readonly Command[],
  extensions: StringExtensions,
  visit: (one: Test, evaluate: Evaluate) => void,
): void {
  const all = allCommands(commands);
  const shares = all.filter(({ name }) => ['global', 'import', 'export'].includes(name));
  const shared = new Set(shares.flatMap((one) => namesOf(textsOf(one.arguments), extensions)));
  const names = new Set(all.flatMap((one) => changedBy(one, extensions)));
  const follows = names.size <= mostVariables;
  walk(commands, forget(new Map(), [...shared]), { extensions, shared, follows, visit });
}

/** What the variables can be after the commands. */
function walk(commands: readonly Command[], before: Variables, flow: Flow): Variables {
  let variables = before;
  for (let at = 0; at < commands.length; at++) {
    const command = commands[at] as Command;
    if (command.name === 'if') {
      const branches = chainOf(commands, at);
      for (const branch of branches) look(branch, variables, flow);
      const entered = variables;
      const ways = branches.map(({ block }) => walk(block ?? [], entered, flow));
      if (branches.at(-1)?.name !== 'else') ways.push(entered);
      variables = ways.reduce(join);
      at += branches.length - 1;
      continue;
    }
    look(command, variables, flow);
    if (command.block === undefined) {
      variables = assign(command, variables, flow);
      continue;
    }
    // A loop (RFC 5703 §3), or what may be one: it begins with whatever its last round has left.
    const changed = allCommands(command.block).flatMap((one) => changedBy(one, flow.extensions));
    const entered = forget(variables, changed);
    variables = join(entered, walk(command.block, entered, flow));
  }
  return variables;
}

/** The `if` at this place with the `elsif` and `else` that follow it. */
function chainOf(commands: readonly Command[], start: number): readonly Command[] {
  let end = start + 1;
  while (commands[end]?.name === 'elsif' || commands[end]?.name === 'else') end++;
  return commands.slice(start, end);
}

function look(command: Command, variables: Variables, flow: Flow): void {
  const evaluate = (text: string) => evaluateIn(text, variables, flow);
  for (const one of [command, ...allTests(command)]) flow.visit(one, evaluate);
}

function evaluateIn(text: string, variables: Variables, { extensions, follows }: Flow): Possible {
  // Characters are decoded first: one of them may be the $ of a variable.
  const decoded = extensions.encodedCharacter ? decodeCharacters(text) : text;
  if (decoded === undefined) return undefined;
  if (!extensions.variables) return [decoded];
  return follows || !hasReference(decoded) ? substitute(decoded, variables) : undefined;
}

function assign(command: Command, variables: Variables, flow: Flow): Variables {
  const set = readSet(command);
  const [name] = set === undefined ? [] : namesOf([set.name], flow.extensions);
  if (set === undefined || name === undefined) return forget(variables, changedBy(command, flow.extensions));
  const value = flow.shared.has(name)
    ? undefined
    : modify(evaluateIn(set.value, variables, flow), set.modifiers);
  return new Map([...variables, [name, value]]);
}

function forget(variables: Variables, names: readonly string[]): Variables {
  return names.length === 0
    ? variables
    : new Map([...variables, ...names.map((name) => [name, undefined] as const)]);
}

/** The variables that a command, or a test of it, sets. */
function changedBy(command: Command, extensions: StringExtensions): readonly string[] {
  const set = readSet(command);
  const others = [command, ...allTests(command)].flatMap(variablesChanged);
  return namesOf(set === undefined ? others : [set.name, ...others], extensions);
}

function namesOf(texts: readonly string[], { encodedCharacter }: StringExtensions): readonly string[] {
  return texts.map((text) => ((encodedCharacter ? decodeCharacters(text) : text) ?? text).toLowerCase());
}
