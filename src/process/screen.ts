/** The terminal a stream writes to: its width as it is now, and colour where its owner wants it (NO_COLOR, FORCE_COLOR). */
import { styleText } from 'node:util';
import type { Screen, Tone } from '../render/text/screen.ts';

/** Narrower than this no text is laid out: a window that small is being dragged, or says nothing true. */
const narrowest = 20;

const formats = {
  good: 'green',
  warning: 'yellow',
  bad: 'red',
  title: 'bold',
} as const satisfies Record<Tone, Parameters<typeof styleText>[0]>;

export function openScreen(stream: NodeJS.WriteStream): Screen {
  return {
    get width() {
      const { isTTY, columns } = stream;
      return isTTY === true && columns >= narrowest ? columns : undefined;
    },
    paint: (tone, text) => styleText(formats[tone], text, { stream }),
  };
}
