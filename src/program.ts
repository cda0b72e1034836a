/** Reads arguments, runs one command, turns what it says into an exit code. */
import { CommanderError } from 'commander';
import { remark } from './model/problems/remark.ts';
import { type ExitCode, exitCode, exitCodeOf, type Io } from './process/io.ts';
import { languageAsked } from './process/language.ts';
import { openQuestions } from './process/question.ts';
import { openScreen } from './process/screen.ts';
import { openErrors } from './process/status-line.ts';
import { renderError } from './process/told-error.ts';
import { remarkText } from './render/errors/remark.ts';
import { makeProgram } from './typed.ts';
import { misuseOf } from './usage.ts';

/** Runs what the arguments of the process say, and leaves the exit code with it. */
export async function runProgram(): Promise<void> {
  const ask = openQuestions(process.stdin, process.stdout);
  const io: Io = {
    out: (text) => void process.stdout.write(text),
    ...openErrors(process.stderr),
    environment: process.env,
    errIsTerminal: process.stderr.isTTY === true,
    outScreen: openScreen(process.stdout),
    errScreen: openScreen(process.stderr),
    language: await languageAsked(process.argv.slice(2)),
    ...(ask && { ask }),
    now: () => new Date(),
    input: process.stdin,
  };
  let isLost = false;
  for (const stream of [process.stdout, process.stderr]) {
    stream.on('error', (error: NodeJS.ErrnoException) => {
      // A reader that closes early (`danhba plan | head`) is no error.
      if (error.code === 'EPIPE' || isLost) return;
      // What a run does is not left half done because nobody can be told of it (a full disk).
      isLost = true;
      process.exitCode ||= exitCode.problems;
      if (stream === process.stdout) io.err(renderError(error, io.language, io.errScreen) ?? '');
    });
  }
  try {
    await makeProgram(io, async (command) => {
      const code = await command;
      process.exitCode = code === exitCode.clean && isLost ? exitCode.problems : code;
    }).parseAsync();
  } catch (thrown) {
    process.exitCode = explain(thrown, io);
  }
}

function explain(thrown: unknown, io: Io): ExitCode {
  const misused = thrown instanceof CommanderError ? misuseOf(thrown) : undefined;
  if (misused === undefined && thrown instanceof CommanderError) {
    return thrown.exitCode === 0 ? exitCode.clean : exitCode.problems;
  }
  const stack = thrown instanceof Error ? thrown.stack : String(thrown);
  io.err(
    renderError(misused ?? thrown, io.language, io.errScreen) ??
      `danhba: ${remarkText(remark('bug'), io.language)}\n${stack}\n`,
  );
  return exitCodeOf(misused ?? thrown);
}
