/** Runs the danhba command as a process of its own, as a shell would, and keeps what it said. */
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';

/** What a child needs of this process's environment: where programs are, and where danhba's own stand compiled. */
export const ownOnly = { PATH: process.env.PATH, NODE_COMPILE_CACHE: process.env.NODE_COMPILE_CACHE };

const cli = join(import.meta.dirname, '../../src/cli.ts');

export interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

export type Environment = Readonly<Record<string, string>>;

export interface ChildOptions {
  /** Added to an environment that has nothing of danhba's. */
  readonly environment?: Environment;
  readonly cwd?: string;
  readonly input?: string;
  /** Told the process id as soon as there is one. */
  readonly onStart?: (pid: number) => void;
}

export async function runDanhba(args: readonly string[], options: ChildOptions = {}): Promise<Ended> {
  const child = spawn(process.execPath, [cli, ...args], {
    env: { ...ownOnly, ...options.environment },
    ...(options.cwd !== undefined && { cwd: options.cwd }),
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  if (child.pid !== undefined) options.onStart?.(child.pid);
  child.stdin.end(options.input ?? '');
  const ended = new Promise<number | null>((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', resolve);
  });
  const [code, out, err] = await Promise.all([ended, text(child.stdout), text(child.stderr)]);
  return { code, out, err };
}

/** SIGKILL for a process that may have ended by itself a moment ago. */
export function killIfThere(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch (thrown) {
    if ((thrown as NodeJS.ErrnoException).code !== 'ESRCH') throw thrown;
  }
}

/** The settings an operator would export for this server. */
export function settingsOf(server: {
  readonly url: string;
  readonly bindDn: string;
  readonly passwordFile: string;
}): Environment {
  return {
    DANHBA_LDAP_URL: server.url,
    DANHBA_LDAP_BIND_DN: server.bindDn,
    DANHBA_LDAP_PASSWORD_FILE: server.passwordFile,
  };
}
