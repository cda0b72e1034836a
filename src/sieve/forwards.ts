/** Finds every way a Sieve script can send mail out of the government's domains (12.5), also one it hides. */
import { allCommands, forwarding, harmless, positionalStrings, tagNames, textsOf } from './actions.ts';
import { judgeAddress } from './address.ts';
import type { Possible } from './expand.ts';
import { type Evaluate, followScript } from './flow.ts';
import type { Place } from './lexer.ts';
import { readMailto } from './mailto.ts';
import { type Command, parseSieve, type Test } from './parse.ts';

export interface Forward extends Place {
  /** Where the mail goes, for people to read; `unknown` where the script alone does not tell. */
  readonly target: string;
  /**
   * `outside`: an address outside; `variable`: an address that only the server will know; `include`: another script;
   * `notify`: a notification outside; `list`: a list of the server (RFC 6134); `program`: a program of the server;
   * `syntax`: what the server makes of this is not known.
   */
  readonly reason: 'outside' | 'variable' | 'include' | 'notify' | 'list' | 'program' | 'syntax';
}

type Finding = Pick<Forward, 'target' | 'reason'>;

const unknown = (reason: Forward['reason']): Finding => ({ target: 'unknown', reason });

/** Longer targets are cut: they go into a report. */
const longestTarget = 254;

/**
 * All forwards of a script, in the order they stand there; none means that no mail leaves by it.
 *
 * Never throws, whatever the text. Code that is never reached counts. A variable is followed as long as all its values
 * are constants of the script. A subdomain of a government domain is inside.
 */
export function findForwards(scriptText: string, governmentDomains: readonly string[]): readonly Forward[] {
  const { commands, fault } = parseSieve(scriptText);
  const found = new Map<string, Forward>();
  const report = ({ line, column }: Place, { target, reason }: Finding) => {
    const shown = target.slice(0, longestTarget);
    found.set(`${line}:${column} ${reason} ${shown}`, { line, column, target: shown, reason });
  };
  const { required, doubtful } = readRequired(commands);
  for (const command of doubtful) report(command, unknown('syntax'));
  const extensions = {
    encodedCharacter: required.has('encoded-character'),
    variables: required.has('variables'),
  };
  const known = new Set(allCommands(commands));
  followScript(commands, extensions, (one, evaluate) => {
    const findings = known.has(one) ? judgeCommand(one, evaluate, governmentDomains) : judgeTest(one);
    for (const finding of findings) report(one, finding);
  });
  if (fault !== undefined) report(fault, unknown('syntax'));
  return [...found.values()].sort((a, b) => a.line - b.line || a.column - b.column);
}

/** `require` counts at the head of a script alone (RFC 5228 §3.2), with names as they are written. */
export function readRequired(commands: readonly Command[]): {
  readonly required: ReadonlySet<string>;
  readonly doubtful: readonly Command[];
} {
  const end = commands.findIndex(({ name }) => name !== 'require');
  const head = new Set(end === -1 ? commands : commands.slice(0, end));
  const doubtful = allCommands(commands).filter((command) => {
    if (command.name !== 'require') return false;
    return !head.has(command) || textsOf(command.arguments).some((text) => text.includes('${'));
  });
  return { required: new Set([...head].flatMap((command) => textsOf(command.arguments))), doubtful };
}

function judgeCommand(command: Test, evaluate: Evaluate, domains: readonly string[]): readonly Finding[] {
  if (!Object.hasOwn(forwarding, command.name)) return harmless.has(command.name) ? [] : [unknown('syntax')];
  const strings = positionalStrings(command);
  switch (forwarding[command.name as keyof typeof forwarding]) {
    case 'script':
      return [unknown('include')];
    case 'program':
      return [{ target: strings[0] ?? 'unknown', reason: 'program' }];
    case 'uri':
      return judgeUri(readUri(command), evaluate, domains);
    case 'address': {
      if (tagNames(command).includes('list')) return [unknown('list')];
      const last = command.arguments.at(-1);
      if (last?.kind !== 'string' || last.text !== strings.at(-1)) return [unknown('syntax')];
      if (command.name === 'redirect' && strings.length > 1) return [unknown('syntax')];
      return judgeValues(evaluate(last.text), (value) => judgeRecipient(value, domains));
    }
  }
}

function judgeTest(test: Test): readonly Finding[] {
  if (test.name === 'execute' || test.name === 'filter') return [unknown('program')];
  if (Object.hasOwn(forwarding, test.name) || harmless.has(test.name)) return [unknown('syntax')];
  // `ihave` switches extensions on, in its block alone, without `require` (RFC 5463).
  const switches = textsOf(test.arguments).some((text) => /variables|encoded-character|\$\{/.test(text));
  return test.name === 'ihave' && switches ? [unknown('syntax')] : [];
}

function judgeValues(values: Possible, judge: (value: string) => readonly Finding[]): readonly Finding[] {
  return values === undefined ? [unknown('variable')] : values.flatMap(judge);
}

function judgeRecipient(value: string, domains: readonly string[]): readonly Finding[] {
  const destination = judgeAddress(value, domains);
  switch (destination.kind) {
    case 'inside':
      return [];
    case 'outside':
      return [{ target: destination.address, reason: 'outside' }];
    case 'unknown':
      return [unknown('syntax')];
  }
}

/** RFC 5435 has one string that belongs to no tag, the URI; the drafts before it had an address in :options. */
function readUri({ arguments: given }: Test): string | undefined {
  const last = given.at(-1);
  return last?.kind === 'string' && given.at(-2)?.kind !== 'tag' ? last.text : undefined;
}

function judgeUri(
  uri: string | undefined,
  evaluate: Evaluate,
  domains: readonly string[],
): readonly Finding[] {
  const values = uri === undefined ? undefined : evaluate(uri);
  if (values === undefined) return [unknown('notify')];
  return values.flatMap((value) => {
    const recipients = readMailto(value);
    if (recipients === undefined) return [{ target: value, reason: 'notify' } as const];
    return recipients.flatMap((recipient) =>
      judgeRecipient(recipient, domains).map(({ target }) => ({ target, reason: 'notify' }) as const),
    );
  });
}
