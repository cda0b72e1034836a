/** Shows how far a run is: one redrawn line on a terminal, a line now and then in a log. */
import type { Outcome } from '../model/plan/outcome.ts';
import type { Language } from '../render/text/wording.ts';
import type { Io } from './io.ts';

export interface Progress {
  readonly step: (outcome: Outcome) => void;
  readonly end: () => void;
}

const barWidth = 30;
const redrawMilliseconds = 80;

export function makeProgress(total: number, language: Language, io: Io): Progress {
  let done = 0;
  let failed = 0;
  let drawnAt = Number.NEGATIVE_INFINITY;
  let loggedTenths = 0;
  const text = () => {
    const bad = failed === 0 ? '' : language === 'vi' ? `, ${failed} chưa được` : `, ${failed} not done`;
    return `${done}/${total}${bad}`;
  };
  const draw = () => {
    const filled = Math.round((done / total) * barWidth);
    io.err(`\r[${'█'.repeat(filled)}${'░'.repeat(barWidth - filled)}] ${text()} `);
  };
  return {
    step: (outcome) => {
      done++;
      if (outcome.result !== 'applied' && outcome.result !== 'already') failed++;
      const now = io.now().getTime();
      if (io.errIsTerminal) {
        if (now - drawnAt < redrawMilliseconds && done < total) return;
        drawnAt = now;
        draw();
      } else if (Math.floor((done / total) * 10) > loggedTenths) {
        loggedTenths = Math.floor((done / total) * 10);
        io.err(`${text()}\n`);
      }
    },
    end: () => {
      if (!io.errIsTerminal) return;
      draw();
      io.err('\n');
    },
  };
}
