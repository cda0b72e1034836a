/** `danhba completion`: the script by which a shell completes commands and options at the Tab key. */
import { type ExitCode, exitCode, type Io, oneOf } from '../process/io.ts';
import { renderBashCompletion } from '../render/completion/bash.ts';
import { renderFishCompletion } from '../render/completion/fish.ts';
import { type CommandShape, shells } from '../render/completion/shape.ts';
import { renderZshCompletion } from '../render/completion/zsh.ts';

const renderers = {
  bash: renderBashCompletion,
  zsh: renderZshCompletion,
  fish: renderFishCompletion,
} as const satisfies Record<(typeof shells)[number], unknown>;

export async function completion(shell: string, program: CommandShape, io: Io): Promise<ExitCode> {
  io.out(renderers[oneOf('completion', shell, shells)](program));
  return exitCode.clean;
}
