/**
 * Golden cases: `test/cases/<name>/` holds the files as they were (`before/`, taken by the server), as they are now
 * (`organizations/`) and the day; some have a run in between (`between/`, on 19 November), what the mail server holds
 * (`mail.json`), what an operator has locked upon a call (`operator-locks.json`), and more of policy.yaml (`more-policy.yaml`); plan.json, plan.md and plan.txt are what a reader gets.
 * Read every change of them.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { ActualAccount } from '../../../src/model/account/account.ts';
import type { MailState } from '../../../src/model/mail/state.ts';
import { isMailChange, type Plan } from '../../../src/model/plan/plan.ts';
import { quoted } from '../../../src/model/problems/remark.ts';
import { renderPlanJson } from '../../../src/render/plan/json.ts';
import { renderPlanMarkdown } from '../../../src/render/plan/markdown.ts';
import { renderPlanText } from '../../../src/render/plan/text.ts';
import { namesOf } from '../../../src/review/names.ts';
import { applied, planOf, policyText, readWorld } from '../../support/world.ts';
import { planWithMail } from './mail-world.ts';

const root = join(import.meta.dirname, '../../cases');

function filesOf(folder: string): Record<string, string> {
  // Git keeps no empty folder: a first issue has nothing before it.
  const names = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.yaml')) : [];
  return Object.fromEntries(
    names.map((name) => [name.replace(/\.yaml$/, ''), readFileSync(join(folder, name), 'utf8')]),
  );
}

const textOf = (file: string) => (existsSync(file) ? readFileSync(file, 'utf8') : undefined);

/** In a file why a mailbox is unread is a text. */
const mailOf = (text: string): MailState =>
  JSON.parse(text, (key, value) => (key === 'unread' ? quoted(value) : value));

/** The mail server after it took the plan. */
function mailAfter({ mailboxes, orphans }: MailState, { changes }: Plan): MailState {
  const done = changes.filter(isMailChange);
  const ids = new Set(done.map(({ kind, user, script }) => `${kind} ${user} ${script ?? ''}`));
  return {
    orphans,
    mailboxes: mailboxes.map((mailbox) => ({
      ...mailbox,
      sessions: ids.has(`end-sessions ${mailbox.user} `) ? 0 : mailbox.sessions,
      scripts: mailbox.scripts.map((script) =>
        ids.has(`deactivate-script ${mailbox.user} ${script.name}`) ? { ...script, active: false } : script,
      ),
    })),
  };
}

/** The situation a folder tells, and its plan. */
function stage(name: string) {
  const folder = join(root, name);
  const today = readFileSync(join(folder, 'today'), 'utf8').trim();
  let accounts: readonly ActualAccount[] = [];
  for (const [files, day] of [
    [filesOf(join(folder, 'before')), '2026-11-10'],
    [filesOf(join(folder, 'between')), '2026-11-19'],
  ] as const) {
    if (Object.keys(files).length === 0) continue;
    accounts = applied(accounts, planOf({ organizations: files, accounts, today: day }).plan);
  }
  const locks: Record<string, string> = JSON.parse(textOf(join(folder, 'operator-locks.json')) ?? '{}');
  accounts = accounts.map((one) =>
    locks[one.key] === undefined ? one : { ...one, operatorLock: locks[one.key] as string, locked: true },
  );
  const organizations = filesOf(join(folder, 'organizations'));
  const mailText = textOf(join(folder, 'mail.json'));
  const mail = mailText === undefined ? undefined : mailOf(mailText);
  const policy = `${policyText}${textOf(join(folder, 'more-policy.yaml')) ?? ''}`;
  const plan = planWithMail({ organizations, accounts, today, policy, ...(mail && { mail }) });
  const names = namesOf([readWorld(organizations, policy).directory], accounts);
  return { folder, organizations, today, policy, accounts, mail, names, plan };
}

describe.each(readdirSync(root))('the case %s', (name) => {
  it('gives its plan, for programs and for readers', async () => {
    const { folder, names, plan } = stage(name);
    const all = { language: 'vi', limit: 100 } as const;
    await expect(renderPlanJson(plan)).toMatchFileSnapshot(join(folder, 'plan.json'));
    await expect(renderPlanText(plan, all)).toMatchFileSnapshot(join(folder, 'plan.txt'));
    await expect(renderPlanMarkdown(plan, { ...all, names })).toMatchFileSnapshot(join(folder, 'plan.md'));
  });

  it('settles: once taken, nothing of it is left', () => {
    const { organizations, today, policy, mail, ...before } = stage(name);
    const accounts = applied(before.accounts, before.plan);
    const after = { accounts, ...(mail && { mail: mailAfter(mail, before.plan) }) };
    expect(planWithMail({ organizations, today, policy, ...after }).changes).toEqual([]);
  });
});
