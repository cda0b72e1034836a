#!/usr/bin/env node
// Makes sure that what the npm scripts need is installed, or says exactly what is missing; never skips silently.
//
// Plain JavaScript without dependencies: it runs on the machine's own Node before anything is installed.
//   node tools/install.mjs            the npm packages of package-lock.json
//   node tools/install.mjs --servers  also OpenLDAP, a C compiler, Dovecot, Postfix, rspamd, NSD, nginx, Chromium, zsh and fish,
//                                   from Debian packages
//   node tools/install.mjs --containers  also a container engine, where no Docker is: podman, and what makes images
//   node tools/install.mjs --peers    also what danhba is measured beside: bench/

import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));

// One file that only this package brings: a look at these files takes less than a millisecond, `dpkg -s` 20.
const serverPackages = [
  { name: 'slapd', proof: '/usr/sbin/slapd' },
  { name: 'slapd-contrib', proof: '/usr/lib/ldap/pw-pbkdf2.so' },
  { name: 'ldap-utils', proof: '/usr/bin/ldapsearch' },
  { name: 'gcc', proof: '/usr/bin/gcc' },
  { name: 'libc6-dev', proof: '/usr/include/stdio.h' },
  { name: 'dovecot-core', proof: '/usr/sbin/dovecot' },
  { name: 'dovecot-imapd', proof: '/usr/lib/dovecot/imap' },
  { name: 'dovecot-pop3d', proof: '/usr/lib/dovecot/pop3' },
  { name: 'dovecot-lmtpd', proof: '/usr/lib/dovecot/lmtp' },
  { name: 'dovecot-submissiond', proof: '/usr/lib/dovecot/submission' },
  { name: 'dovecot-sieve', proof: '/usr/lib/dovecot/modules/lib90_sieve_plugin.so' },
  { name: 'dovecot-managesieved', proof: '/usr/lib/dovecot/managesieve' },
  { name: 'dovecot-ldap', proof: '/usr/lib/dovecot/modules/auth/libauthdb_ldap.so' },
  { name: 'postfix', proof: '/usr/lib/postfix/sbin/master' },
  { name: 'postfix-ldap', proof: '/usr/lib/postfix/postfix-ldap.so' },
  { name: 'rspamd', proof: '/usr/bin/rspamd' },
  // The DNS of the lab.
  { name: 'nsd', proof: '/usr/sbin/nsd' },
  // The page where a password is changed: the proxy before it, and the browser that looks at it.
  { name: 'nginx-light', proof: '/usr/sbin/nginx' },
  { name: 'chromium', proof: '/usr/bin/chromium' },
  { name: 'fonts-dejavu-core', proof: '/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf' },
  // The shells beside bash that complete danhba's commands.
  { name: 'zsh', proof: '/usr/bin/zsh' },
  { name: 'fish', proof: '/usr/bin/fish' },
  // Not to be started: it says whether the units are right.
  { name: 'systemd', proof: '/usr/bin/systemd-analyze' },
];
const containerPackages = [
  { name: 'podman', proof: '/usr/bin/podman' },
  { name: 'netavark', proof: '/usr/lib/podman/netavark' },
  { name: 'aardvark-dns', proof: '/usr/lib/podman/aardvark-dns' },
  { name: 'runc', proof: '/usr/sbin/runc' },
  { name: 'iptables', proof: '/usr/sbin/iptables' },
  { name: 'mmdebstrap', proof: '/usr/bin/mmdebstrap' },
];
const peerPackages = [
  { name: 'time', proof: '/usr/bin/time' },
  { name: 'ldap-utils', proof: '/usr/bin/ldapsearch' },
  { name: 'python3-ldap', proof: '/usr/lib/python3/dist-packages/ldap/__init__.py' },
  { name: 'python3-yaml', proof: '/usr/lib/python3/dist-packages/yaml/__init__.py' },
];

// `--no-remove`: Postfix would take the place of the mail server a machine may already have. Then apt stops instead.
const aptInstall = [
  ...['install', '-y', '-q', '--no-install-recommends', '--no-remove'],
  ...['-o', 'DPkg::Lock::Timeout=300'],
];
// No directory and no mail system of the machine's own: every instance here brings its own configuration.
const answers =
  'slapd slapd/no_configuration boolean true\n' +
  'postfix postfix/main_mailer_type select No configuration\n';

/** Prints the reason in Vietnamese and English, with the tool's own words if there are any, and ends with 1. */
function fail(vi, en, details = '') {
  process.stderr.write(`${details ? `${details.trimEnd()}\n` : ''}✗ ${vi}\n  ${en}\n`);
  process.exit(1);
}

function say(text) {
  process.stderr.write(`${text}\n`);
}

function run(command, args, env = process.env) {
  const result = spawnSync(command, args, { cwd: root, env, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 });
  const output = `${result.stdout ?? ''}${result.stderr ?? ''}${result.error ? `${result.error.message}\n` : ''}`;
  return { ok: result.status === 0, output };
}

function readLockedPackages(file) {
  const packages = JSON.parse(readFileSync(file, 'utf8')).packages ?? {};
  return Object.entries(packages).filter(([path]) => path !== '');
}

/**
 * True when node_modules holds exactly what package-lock.json asks for.
 *
 * By content, not by time: switching branches back and forth changes times and needs no new install.
 * npm writes node_modules/.package-lock.json last, so an interrupted install is never taken for a whole one.
 */
function npmPackagesAreInstalled() {
  const installedLock = join(root, 'node_modules/.package-lock.json');
  if (!existsSync(installedLock)) return false;
  try {
    const installed = new Map(readLockedPackages(installedLock));
    const wanted = readLockedPackages(join(root, 'package-lock.json'));
    const wantedPaths = new Set(wanted.map(([path]) => path));
    const nothingLeftOver = [...installed.keys()].every((path) => wantedPaths.has(path));
    // Optional packages are those of other systems and processors: npm leaves them out.
    const nothingMissing = wanted.every(([path, { version, integrity, optional }]) => {
      const found = installed.get(path);
      if (found === undefined) return optional === true;
      return found.version === version && (integrity === undefined || found.integrity === integrity);
    });
    return nothingLeftOver && nothingMissing;
  } catch {
    return false; // An unreadable copy is replaced; an unreadable package-lock.json is npm's to explain.
  }
}

function installNpmPackages() {
  if (npmPackagesAreInstalled()) return;
  say('Đang cài các gói npm… / Installing the npm packages…');
  // Inside an npm script PATH begins with node_modules/.bin, whose node `npm ci` deletes under its own feet.
  const path = (process.env.PATH ?? '')
    .split(delimiter)
    .filter((folder) => !/node_modules[\\/]\.bin[\\/]?$/.test(folder))
    .join(delimiter);
  const quiet = ['--loglevel=error', '--no-audit', '--no-fund', '--no-progress'];
  const { ok, output } = run('npm', ['ci', ...quiet], { ...process.env, PATH: path });
  if (ok) return;
  fail(
    'Không cài được các gói npm (nguyên văn lỗi ở trên). Sửa lỗi rồi chạy: npm ci',
    'The npm packages could not be installed (npm’s own words are above). Mend that, then run: npm ci',
    output,
  );
}

/**
 * Runs `work` while Debian's start-up policy forbids packages to start their services.
 *
 * Only private instances on loopback are wanted; a policy that the machine already has is its administrator's.
 */
function withoutStartingServices(work) {
  const policy = '/usr/sbin/policy-rc.d';
  if (existsSync(policy)) return work();
  writeFileSync(policy, '#!/bin/sh\nexit 101\n', { mode: 0o755 });
  try {
    return work();
  } finally {
    rmSync(policy, { force: true });
  }
}

function installDebianPackages(wanted) {
  const missing = wanted.filter(({ proof }) => !existsSync(proof)).map(({ name }) => name);
  if (missing.length === 0) return;

  const command = `sudo apt-get install -y --no-install-recommends ${missing.join(' ')}`;
  if (!existsSync('/usr/bin/apt-get')) {
    fail(
      `Thiếu ${missing.join(', ')} và máy này không có apt-get. Trên Debian hoặc Ubuntu hãy chạy: ${command}`,
      `Missing: ${missing.join(', ')}, and this machine has no apt-get. On Debian or Ubuntu run: ${command}`,
    );
  }
  if (process.getuid?.() !== 0) {
    fail(
      `Thiếu ${missing.join(', ')}; cài gói hệ thống cần quyền root. Hãy chạy: ${command}`,
      `Missing: ${missing.join(', ')}; system packages need root. Run: ${command}`,
    );
  }

  say(`Đang cài gói hệ thống… / Installing the system packages… (${missing.join(' ')})`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive', LC_ALL: 'C.UTF-8' };
  const { ok, output } = withoutStartingServices(() => {
    const questions = answers.split('\n').filter((line) => missing.includes(line.split(' ')[0]));
    if (questions.length > 0) {
      spawnSync('/usr/bin/debconf-set-selections', [], { input: `${questions.join('\n')}\n`, env });
    }
    // The package lists of a fresh container are empty and those of an old machine outdated: then ask again.
    const first = run('apt-get', [...aptInstall, ...missing], env);
    if (first.ok) return first;
    const update = run('apt-get', ['update', '-q'], env);
    return update.ok ? run('apt-get', [...aptInstall, ...missing], env) : update;
  });
  // Debian also enables what it installs: after the next boot Dovecot would listen on every address of the machine.
  // (Postfix has no configuration and slapd no directory: they would not start.) rspamd would listen on loopback.
  const units = [
    ...(missing.includes('dovecot-core') ? ['dovecot.service', 'dovecot.socket'] : []),
    ...(missing.includes('rspamd') ? ['rspamd.service'] : []),
    ...(missing.includes('nsd') ? ['nsd.service'] : []),
    ...(missing.includes('nginx-light') ? ['nginx.service'] : []),
  ];
  if (units.length > 0 && existsSync('/usr/bin/systemctl')) {
    run('systemctl', ['disable', '--quiet', ...units], env);
  }
  const stillMissing = wanted.filter(({ proof }) => !existsSync(proof)).map(({ name }) => name);
  if (ok && stillMissing.length === 0) return;
  fail(
    `Không cài được ${stillMissing.join(', ')} (nguyên văn lỗi ở trên). Hãy chạy: ${command}`,
    `Could not install ${stillMissing.join(', ')} (apt’s own words are above). Run: ${command}`,
    output,
  );
}

const known = ['--servers', '--containers', '--peers'];
const unknown = process.argv.slice(2).filter((argument) => !known.includes(argument));
if (unknown.length > 0) {
  fail(
    `Tùy chọn lạ: ${unknown.join(' ')}. Cách dùng: node tools/install.mjs [--servers] [--containers] [--peers]`,
    `Unknown option: ${unknown.join(' ')}. Usage: node tools/install.mjs [--servers] [--containers] [--peers]`,
  );
}
installNpmPackages();
const wanted = [
  ...(process.argv.includes('--servers') ? serverPackages : []),
  ...(process.argv.includes('--containers') ? containerPackages : []),
  ...(process.argv.includes('--peers') ? peerPackages : []),
];
installDebianPackages(wanted);
