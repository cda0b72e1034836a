/** The machine the figures are of, without anything that names it. */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { cpus, release, totalmem } from 'node:os';
import { python } from './peers/installed.ts';

export interface Machine {
  readonly processor: string;
  readonly cores: number;
  /** Of 2^30 bytes. */
  readonly gibibytes: number;
  readonly system: string;
  readonly node: string;
  readonly slapd: string;
  readonly python: string;
}

export function describeMachine(): Machine {
  const processors = cpus();
  const [, system = 'Linux'] = /^PRETTY_NAME="?([^"\n]*)/m.exec(readOr('/etc/os-release')) ?? [];
  return {
    processor: processors[0]?.model.trim() ?? 'unknown',
    cores: processors.length,
    gibibytes: Math.round(totalmem() / 2 ** 30),
    system: `${system}, Linux ${release().split('-')[0]}`,
    node: process.versions.node,
    slapd: versionIn('/usr/sbin/slapd', '-VV'),
    python: versionIn(python, '--version'),
  };
}

/** The first number of several parts in what a program says of itself. */
function versionIn(program: string, option: string): string {
  const { stdout, stderr } = spawnSync(program, [option], { encoding: 'utf8' });
  return /\d+\.\d+[\d.]*/.exec(`${stdout ?? ''}${stderr ?? ''}`)?.[0] ?? 'not installed';
}

function readOr(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}
