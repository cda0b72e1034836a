/** Runs what a step of a workflow says, as a runner runs it: bash, this environment, this folder. */
import { spawn } from 'node:child_process';
import { mkdir, mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Duplex } from 'node:stream';
import { text } from 'node:stream/consumers';
import { parse } from 'yaml';
import { type Ended, type Environment, ownOnly, runDanhba } from './child.ts';

const project = join(import.meta.dirname, '../..');

/**
 * `warm`: where the step starts danhba, a process that has run it before is told to: a start costs more than the run.
 * `first`: but for the first step of each workflow, whose `node` is Node.
 */
export type Starts = 'warm' | 'first';

type RunStep = (workflow: string, name: string, cwd: string, environment: Environment) => Promise<Ended>;

/** Keeps its own files in the folder, which may not exist yet. */
export async function makeSteps(folder: string, starts: Starts): Promise<RunStep> {
  await mkdir(folder);
  await writeFile(join(folder, 'node'), warmNode, { mode: 0o755 });
  const nodeItself = dirname(process.execPath);
  const started = new Set<string>();

  return async (workflow, name, cwd, environment) => {
    const isWarm = starts === 'warm' || started.has(workflow);
    started.add(workflow);
    const path = [...(isWarm ? [folder] : []), nodeItself, process.env.PATH].join(':');
    const script = await readScript(workflow, name);
    const child = spawn('bash', ['--noprofile', '--norc', '-eo', 'pipefail', '-c', script], {
      cwd,
      env: { ...ownOnly, PATH: path, ...environment },
      stdio: ['ignore', 'pipe', 'pipe', 'pipe'],
    });
    const orders = child.stdio[3] as Duplex;
    const carriedOut = carryOut(orders, folder);
    const ended = new Promise<number | null>((resolve) => child.once('exit', resolve));
    const [code, out, err] = await Promise.all([
      ended,
      text(child.stdout as Duplex),
      text(child.stderr as Duplex),
      carriedOut,
    ]);
    return { code, out, err };
  };
}

async function readScript(workflow: string, name: string): Promise<string> {
  const { jobs } = parse(await readFile(join(project, '.github/workflows', workflow), 'utf8'));
  const steps: readonly { readonly name?: string; readonly run?: string }[] = Object.values(
    jobs as Record<string, { readonly steps?: [] }>,
  ).flatMap(({ steps: own = [] }) => own);
  const script = steps.find((step) => step.name === name)?.run;
  if (script === undefined) throw new Error(`${workflow} has no step ${name}`);
  return script;
}

/**
 * Stands for Node on the PATH: danhba is handed on, with its folder, arguments and environment, by descriptor 3; anything
 * else is Node's.
 */
const warmNode = `#!/bin/bash
if [ "$(realpath "$1")" != '${join(project, 'src/cli.ts')}' ]; then exec '${process.execPath}' "$@"; fi
shift
{ printf '%s\\0' "$PWD" "$#" "$@"; env -0; printf '\\0'; } >&3
read -r -u 3 code said
cat "$said/out"
cat "$said/err" >&2
exit "$code"
`;

/** Runs danhba for each order, one after the other as a script gives them, until the step has ended. */
async function carryOut(orders: Duplex, folder: string): Promise<void> {
  let read = '';
  for await (const part of orders.setEncoding('utf8')) {
    read += part;
    const order = readOrder(read);
    if (order === undefined) continue;
    read = '';
    const { code, out, err } = await runDanhba(order.args, order);
    const said = await mkdtemp(join(folder, 'said-'));
    await writeFile(join(said, 'out'), out);
    await writeFile(join(said, 'err'), err);
    orders.write(`${code ?? 70} ${said}\n`);
  }
}

/** Undefined: not all of it has come. An empty word ends it, but an empty argument may be its last so far. */
function readOrder(read: string) {
  const [cwd, count, ...words] = read.split('\0');
  const args = words.splice(0, Number(count));
  const end = words.indexOf('');
  if (cwd === undefined || !read.endsWith('\0\0') || end < 1) return undefined;
  const environment = Object.fromEntries(
    words.slice(0, end).map((word) => {
      const at = word.indexOf('=');
      return [word.slice(0, at), word.slice(at + 1)];
    }),
  );
  return { cwd, args, environment };
}
