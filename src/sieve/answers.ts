/** Finds every automatic answer of a Sieve script that may go out in another's name: by its From, or by whom it answers for. */
import { allCommands, tagNames, textsOf } from './actions.ts';
import { readAddress } from './address.ts';
import type { Possible } from './expand.ts';
import { type Evaluate, followScript } from './flow.ts';
import { readRequired } from './forwards.ts';
import type { Place } from './lexer.ts';
import { parseSieve, type Test } from './parse.ts';

export interface AnswerAs extends Place {
  /** The address the answer is from; `unknown` where only the server will know. */
  readonly address: string;
  /**
   * `from`: `:from` says so; `addresses`: mail to that address is answered, and Pigeonhole answers from it; `mime`: the
   * text brings a From line of its own, which Pigeonhole sends along.
   */
  readonly by: 'from' | 'addresses' | 'mime';
}

/** Longer ones are cut: they go into a report. */
const longest = 254;

/** The answers of a script from addresses other than the `own` ones, in any letter case; never throws. */
export function findAnswersAs(scriptText: string, own: readonly string[]): readonly AnswerAs[] {
  const { commands } = parseSieve(scriptText);
  const { required } = readRequired(commands);
  const mine = new Set(own.map((address) => address.toLowerCase()));
  const found = new Map<string, AnswerAs>();
  const extensions = {
    encodedCharacter: required.has('encoded-character'),
    variables: required.has('variables'),
  };
  const known = new Set<Test>(allCommands(commands));
  followScript(commands, extensions, (one, evaluate) => {
    if (one.name !== 'vacation' || !known.has(one)) return;
    for (const { by, value } of namesGiven(one, evaluate)) {
      const address = value === undefined ? 'unknown' : (readAddress(value) ?? value);
      if (mine.has(address.toLowerCase())) continue;
      const answer = { line: one.line, column: one.column, address: address.slice(0, longest), by };
      found.set(JSON.stringify(answer), answer);
    }
  });
  return [...found.values()].sort((a, b) => a.line - b.line || a.column - b.column);
}

interface Given {
  readonly by: AnswerAs['by'];
  /** Undefined: it cannot be known. */
  readonly value: string | undefined;
}

/** RFC 5230 §4: `:from` and `:addresses`, each with the argument after it, and the text, the last one. */
function namesGiven(vacation: Test, evaluate: Evaluate): readonly Given[] {
  const given = vacation.arguments.flatMap((argument, index): readonly Given[] => {
    if (argument.kind !== 'tag' || (argument.name !== 'from' && argument.name !== 'addresses')) return [];
    const by = argument.name;
    const texts = textsOf(vacation.arguments.slice(index + 1, index + 2));
    return texts.flatMap((text) => valuesOf(evaluate(text)).map((value) => ({ by, value })));
  });
  if (!tagNames(vacation).includes('mime')) return given;
  const [text] = textsOf(vacation.arguments.slice(-1));
  const written = valuesOf(text === undefined ? undefined : evaluate(text)).flatMap(fromLines);
  return [...given, ...written.map((value) => ({ by: 'mime', value }) as const)];
}

const valuesOf = (possible: Possible): readonly (string | undefined)[] => possible ?? [undefined];

/** What the From lines say that stand before the first empty line, folded ones joined. */
function fromLines(text: string | undefined): readonly (string | undefined)[] {
  if (text === undefined) return [undefined];
  const head = text.split(/\r?\n\r?\n/, 1)[0] ?? '';
  const lines = head.replace(/\r?\n[ \t]+/g, ' ').split(/\r?\n/);
  return lines.flatMap((line) => /^from[ \t]*:(.*)$/i.exec(line)?.[1]?.trim() ?? []);
}
