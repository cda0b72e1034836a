/** Runs what a step of a workflow says, as a runner runs it: bash, this environment, this folder. */
import { mkdir, mkdtemp, readFile, readlink, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { parse } from 'yaml';
import { cli, type Ended, type Environment, ownOnly, runDanhba } from './child.ts';
import { runScript } from './shell.ts';

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
  const started = new Set<string>();

  return async (workflow, name, cwd, environment) => {
    const isWarm = starts === 'warm' || started.has(workflow);
    started.add(workflow);
    const path = [...(isWarm ? [folder] : []), dirname(process.execPath), process.env.PATH].join(':');
    return await runScript({
      text: await readScript(workflow, name),
      cwd,
      environment: { ...ownOnly, PATH: path, ...environment },
      answer: (pid) => runAsked(pid, folder),
    });
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

/** Stands for Node on the PATH: whoever reads descriptor 3 runs danhba in its place; anything else is Node's. */
const warmNode = `#!/bin/bash
if ! [ "$1" -ef '${cli}' ]; then exec '${process.execPath}' "$@"; fi
echo "$$" >&3
read -r -u 3 code said
IFS= read -r -d '' out <"$said/out"
IFS= read -r -d '' err <"$said/err"
printf %s "$out"
printf %s "$err" >&2
exit "$code"
`;

/** Runs danhba in the place of this process: its folder, its arguments, its environment. */
async function runAsked(pid: string, folder: string): Promise<string> {
  const words = async (file: string) =>
    (await readFile(`/proc/${pid}/${file}`, 'utf8')).split('\0').slice(0, -1);
  // bash and its script, and then what Node would have been given.
  const [, , , ...args] = await words('cmdline');
  const environment = Object.fromEntries(
    (await words('environ')).map((word) => {
      const at = word.indexOf('=');
      return [word.slice(0, at), word.slice(at + 1)];
    }),
  );
  const { code, out, err } = await runDanhba(args, { cwd: await readlink(`/proc/${pid}/cwd`), environment });
  const said = await mkdtemp(join(folder, 'said-'));
  await writeFile(join(said, 'out'), out);
  await writeFile(join(said, 'err'), err);
  return `${code ?? 70} ${said}`;
}
