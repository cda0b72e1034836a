/** The line at the foot of a terminal that tells how far a run is: drawn again in place, and out of the way of what is told. */
import { foldText } from '../render/text/screen.ts';
import { openScreen } from './screen.ts';

/** Back to the first column, and what stood in the line is gone. */
const cleared = '\r\u001b[2K';

export interface TerminalErrors {
  readonly err: (text: string) => void;
  /** Absent where there is no terminal: nothing can be drawn again there. An empty line takes it away. */
  readonly status?: (line: string) => void;
}

/** Everything that is told on stderr are sentences: they are broken for the terminal here, once for all. */
export function openErrors(stream: NodeJS.WriteStream): TerminalErrors {
  const screen = openScreen(stream);
  if (stream.isTTY !== true) return { err: (text) => void stream.write(text) };
  let shown = '';
  return {
    err: (text) => {
      const told = foldText(text, screen.width);
      stream.write(shown === '' ? told : `${cleared}${told}${told.endsWith('\n') ? shown : ''}`);
    },
    status: (line) => {
      if (line === shown) return;
      stream.write(`${cleared}${line}`);
      shown = line;
    },
  };
}
