/** Shows how far a run is: one redrawn line on a terminal, a line now and then in a log. */
import type { Outcome } from '../model/plan/outcome.ts';
import { renderCount, renderProgress } from '../render/run/progress.ts';
import type { Language } from '../render/text/wording.ts';
import type { Io } from './io.ts';

export interface Progress {
  readonly step: (outcome: Outcome) => void;
  /** While `work` copies a mailbox, the line says so. */
  readonly archive: <T>(work: Promise<T>) => Promise<T>;
  readonly end: () => void;
}

const redrawMilliseconds = 80;
/** The time that is left runs on while one long step, an archive, is at work. */
const ticking = 1_000;
const usualWidth = 80;

export function makeProgress(total: number, language: Language, io: Io): Progress {
  const begun = io.now().getTime();
  let done = 0;
  let failed = 0;
  let archiving = 0;
  let drawnAt = Number.NEGATIVE_INFINITY;
  let loggedTenths = 0;
  const state = () => ({ done, total, failed, archiving, milliseconds: io.now().getTime() - begun });
  const draw = () => io.status?.(renderProgress(state(), language, io.errScreen?.width ?? usualWidth));
  const timer = io.status && setInterval(draw, ticking).unref();
  return {
    step: (outcome) => {
      done++;
      if (outcome.result !== 'applied' && outcome.result !== 'already') failed++;
      const now = io.now().getTime();
      if (io.status !== undefined) {
        if (now - drawnAt < redrawMilliseconds && done < total) return;
        drawnAt = now;
        draw();
      } else if (Math.floor((done / total) * 10) > loggedTenths) {
        loggedTenths = Math.floor((done / total) * 10);
        io.err(`${renderCount(state(), language)}\n`);
      }
    },
    archive: async (work) => {
      archiving++;
      return await work.finally(() => archiving--);
    },
    end: () => {
      clearInterval(timer);
      if (io.status === undefined) return;
      io.status('');
      io.err(`${renderProgress(state(), language, io.errScreen?.width ?? usualWidth)}\n`);
    },
  };
}
