/** The log: JSON lines for machines, one readable line each on a terminal, silent below the chosen level. */
import type { Logger } from 'pino';
import type { Io } from './io.ts';

export type { Logger } from 'pino';

const levels = ['silent', 'error', 'warn', 'info', 'debug'] as const;

/** `DANHBA_LOG_LEVEL`, by default `error`: what a run does is told by its report, its journal tells each change. */
export async function makeLogger(io: Io): Promise<Logger> {
  const wanted = io.environment.DANHBA_LOG_LEVEL ?? 'error';
  const level = levels.find((one) => one === wanted) ?? 'error';
  const write = io.errIsTerminal ? (line: string) => io.err(readable(line)) : io.err;
  const options = { level, base: null, timestamp: () => `,"time":"${io.now().toISOString()}"` };
  // A run that only looks logs nothing, and does without the package.
  const { pino } = await import('pino');
  return pino({ ...options, formatters: { level: (label) => ({ level: label }) } }, { write });
}

/** The line for a terminal: time, level, message, then what else was said; LDIF keeps its lines. */
function readable(line: string): string {
  const { time, level, msg, ldif, ...facts } = JSON.parse(line) as Record<string, unknown>;
  const rest = Object.entries(facts).map(([name, value]) => ` ${name}=${JSON.stringify(value)}`);
  const indented = typeof ldif === 'string' ? ldif.trimEnd().replace(/^/gm, '      ') : undefined;
  const head = `${String(time).slice(11, 19)} ${String(level).padEnd(5)} ${String(msg)}${rest.join('')}\n`;
  return indented === undefined ? head : `${head}${indented}\n`;
}
