/** A container engine for the tests: the machine's own where one answers, else a private podman; never a silent skip. */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { startSupervised } from '../../servers/launch/supervised.ts';

/** An engine that testcontainers will find. */
export interface Engine {
  readonly name: 'docker' | 'podman';
  /** Ends what was started here, containers and all; an engine that was there before stays. */
  stop(): Promise<void>;
}

const pathOf = (file: string): string => fileURLToPath(new URL(file, import.meta.url));
/** The first run installs packages and makes a base image from a hundred more. */
const patience = 620_000;

/**
 * Finds or starts an engine, and leads testcontainers to it.
 *
 * @throws Error saying why when no engine answers and none can be started (no root, no Debian, no packages).
 */
export async function openEngine(): Promise<Engine> {
  if (someEngineAnswers()) return { name: 'docker', stop: async () => {} };

  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) {
    throw new Error(
      'Không có Docker nào trả lời (DOCKER_HOST, /var/run/docker.sock), và chỉ root trên Debian mới tự lập được podman.\n' +
        'No Docker engine answers (DOCKER_HOST, /var/run/docker.sock), and only root on Debian can set up a podman.',
    );
  }
  installPackages();
  return startPodman();
}

/** Asks testcontainers itself, in a process of its own: it remembers for good where it has looked. */
function someEngineAnswers(): boolean {
  const question = "await (await import('testcontainers')).getContainerRuntimeClient(); process.exit(0);";
  const { status } = spawnSync(process.execPath, ['--input-type=module', '--eval', question], {
    cwd: pathOf('../..'),
    stdio: 'ignore',
  });
  return status === 0;
}

/** One file at a time: two that fetch the lists of packages at once are in each other's way. */
function installPackages(): void {
  const lock = join(tmpdir(), 'danhba-install.lock');
  const install = [process.execPath, pathOf('../../tools/install.mjs'), '--containers'];
  const { status, stderr } = spawnSync('flock', [lock, ...install], { encoding: 'utf8' });
  if (status !== 0) throw new Error(stderr.trim());
}

/** The images are kept beside the other caches, so that they are made once; the state of a run is not kept. */
async function startPodman(): Promise<Engine> {
  const script = pathOf('podman-engine.sh');
  const storage = pathOf('../../node_modules/.cache/danhba/containers');
  // Short, for the names of sockets, and different for every checkout.
  const run = `/run/danhba-${createHash('sha256').update(storage).digest('hex').slice(0, 16)}`;
  const folder = await mkdtemp(join(tmpdir(), 'danhba-engine-'));
  // testcontainers asks an engine of this name for its network `podman`, another one for `bridge`.
  const socket = join(folder, 'podman.sock');
  const server = startSupervised({
    command: ['/bin/sh', script, storage, run, socket],
    logFile: join(folder, 'engine.log'),
    removeAfter: folder,
  });

  const deadline = Date.now() + patience;
  while (!existsSync(socket) && server.isRunning() && Date.now() < deadline) await sleep(50);
  if (!existsSync(socket)) {
    const log = await server.readLog();
    await server.stop();
    await rm(folder, { recursive: true, force: true });
    throw new Error(`podman không khởi động được / podman does not start:\n${log.trim()}`);
  }

  const before = { ...process.env };
  process.env.DOCKER_HOST = `unix://${socket}`;
  // The reaper is an image from a registry; podman-engine.sh removes the containers instead, even when we are killed.
  process.env.TESTCONTAINERS_RYUK_DISABLED = 'true';
  return {
    name: 'podman',
    async stop() {
      await server.stop();
      for (const name of ['DOCKER_HOST', 'TESTCONTAINERS_RYUK_DISABLED']) {
        if (before[name] === undefined) delete process.env[name];
        else process.env[name] = before[name];
      }
    },
  };
}
