/** Every command shows examples in its help, and each of them is one that the command takes. */
import type { Command } from 'commander';
import { describe, expect, it } from 'vitest';
import type { Io } from '../../../src/process/io.ts';
import { commandExamples } from '../../../src/render/examples.ts';
import { makeProgram } from '../../../src/typed.ts';

const io: Io = {
  out: () => {},
  err: () => {},
  environment: {},
  errIsTerminal: false,
  language: 'vi',
  now: () => new Date(),
  input: (async function* () {})(),
};

const pathsOf = (command: Command, way: readonly string[] = []): readonly string[] => [
  way.join(' ') || command.name(),
  ...command.commands.flatMap((below) => pathsOf(below, [...way, below.name()])),
];

/** What the shell would give the program: without what it does itself with the streams. */
function argumentsIn(line: string): readonly string[] {
  const own = line.replace(/ [<>] .*$/, '');
  const words = [...own.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, plain]) => quoted ?? plain ?? '');
  expect(words[0]).toBe('danhba');
  return words.slice(1);
}

/** Tells which command would be run, and with what, instead of running it. */
async function parsed(args: readonly string[]) {
  let taken: { command: Command; options: Record<string, unknown> } | undefined;
  const program = makeProgram(io, async () => {});
  program.hook('preAction', (_program, command) => {
    taken = { command, options: command.optsWithGlobals() };
    throw new Error('parsed');
  });
  const quiet = (command: Command): void => {
    command.configureOutput({ writeOut: () => {}, writeErr: () => {} });
    command.commands.forEach(quiet);
  };
  quiet(program);
  const thrown = await program.parseAsync([...args], { from: 'user' }).catch((error: Error) => error);
  return { thrown: String(thrown), taken };
}

it('there are some for every command, and for no other', () => {
  const program = makeProgram(io, async () => {});
  expect(Object.keys(commandExamples).sort()).toEqual([...pathsOf(program)].sort());
});

describe.each(Object.entries(commandExamples))('danhba %s', (path, examples) => {
  it.each(examples.map(({ line }) => line))('%s', async (line) => {
    const args = argumentsIn(line);
    if (path !== 'danhba') expect(args.join(' ')).toMatch(new RegExp(`^${path}\\b`));
    const { thrown, taken } = await parsed(args);
    if (args[0] === 'help') return expect(thrown).toContain('(outputHelp)');
    expect(thrown).toBe('Error: parsed');
    // What is one of several is one of them.
    for (const option of taken?.command.options ?? []) {
      const choices = option.description.split(' | ');
      const value = taken?.options[option.attributeName()];
      if (choices.length > 1 && value !== undefined) expect(choices).toContain(value);
    }
    return undefined;
  });

  it('is one command for each line, and lines differ', () => {
    expect(new Set(examples.map(({ line }) => line)).size).toBe(examples.length);
    for (const { line } of examples) expect(line).not.toMatch(/[\n;|&]/);
  });
});
