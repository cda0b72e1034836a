/** What the rules say of a small directory, in one line each: code, file, way to the node. */

import type { ActualAccount } from '../../../src/model/account/account.ts';
import type { Key } from '../../../src/model/account/key.ts';
import type { Problem } from '../../../src/model/problems/problem.ts';
import { findProblems } from '../../../src/rules/index.ts';
import { type Files, policyText, readWorld } from '../../support/world.ts';

export interface Setting {
  readonly accounts?: readonly ActualAccount[];
  readonly today?: string;
  readonly policy?: string;
}

export function problemsOf(files: Files, setting: Setting = {}): readonly Problem[] {
  const { accounts = [], today = '2026-11-23', policy = policyText } = setting;
  const { directory, declared } = readWorld(files, policy);
  return findProblems(directory, declared, accounts, today);
}

export function told(files: Files, setting: Setting = {}): readonly string[] {
  return problemsOf(files, setting)
    .map(({ code, at }) => `${code} ${at.file.split('/').at(-1)} ${at.path.join('.')}`.trim())
    .sort();
}

/** An organization without a mailbox; its code has a basis, so that no name is in the way. */
export function organization(id: string, more = '', people: readonly string[] = []): string {
  const list = people.length === 0 ? '' : `people:\n${people.map((person) => `  - {${person}}\n`).join('')}`;
  const own = (key: string, text: string) => (more.includes(`${key}:`) ? '' : `${key}: ${text}\n`);
  return `id: ${id}\nname: Sở Y tế\n${own('kind', 'provincial')}${own('parent', 'ubnd')}${own('code', id)}codeBasis: 1/QĐ\n${own('mailbox', 'none')}${more}${list}`;
}

/** An account of the server, of which a rule reads only who holds which address. */
export function holder(key: Key, ...addresses: string[]): ActualAccount {
  return { key, name: key, mailbox: true, addresses, locked: false, dn: `cn=${key}`, uuid: key };
}
