/** What the reports tell of the mail server: forwards (12.5) apart, and never "all is well" where nobody looked. */
import { describe, expect, it } from 'vitest';
import type { MailObservation } from '../../../src/model/mail/state.ts';
import { quoted } from '../../../src/model/problems/remark.ts';
import { organizationText } from '../../support/world.ts';
import { account, reportOf } from './world.ts';

const outside = 'redirect "x@mail.example";';
const organizations = { soa: organizationText('soa', ['id: LC-1, name: Nguyễn Văn An'], 'mailbox: none\n') };
const accounts = [1, 2].map((number) =>
  account(`person:LC-${number}`, { dn: `uid=LC-${number},ou=people,dc=laichau,dc=gov,dc=vn` }),
);
const mail: MailObservation = {
  mailboxes: [
    {
      user: 'LC-1@people',
      sessions: 0,
      scripts: [
        { name: 'b', active: true, text: `keep;\n${outside}` },
        { name: 'a', active: false, text: `${outside}\n${outside}` },
      ],
    },
  ],
  orphans: ['LC-9@people', 'LC-8@people'],
};
const of = (name: 'forwards' | 'mail', seen: MailObservation | undefined = mail) =>
  reportOf(name, { organizations, accounts, ...(seen && { mail: seen }) });

describe('forwards', () => {
  it('those that run stand first, then by place', () => {
    const { rows, counts } = of('forwards');
    expect(rows.map(({ args }) => 'script' in args && [args.script, args.active, args.line])).toEqual([
      ['b', true, 2],
      ['a', false, 1],
      ['a', false, 2],
    ]);
    expect(counts).toEqual({ active: 1, inactive: 2 });
  });
});

describe('mail', () => {
  it('counts the letters in Quarantine, per mailbox and of all', () => {
    const quarantine = (user: string, quarantined: number) => ({
      user,
      sessions: 0,
      scripts: [],
      quarantined,
    });
    const { rows, counts, quarantined } = of('mail', {
      mailboxes: [
        quarantine('LC-1@people', 3),
        quarantine('LC-2@people', 2),
        quarantine('soa@organizations', 0),
      ],
      orphans: [],
    });
    expect(rows.map(({ code, user, args }) => [code, user, args])).toEqual([
      ['quarantined', 'LC-1@people', { letters: 3 }],
      ['quarantined', 'LC-2@people', { letters: 2 }],
    ]);
    expect({ counts, quarantined }).toEqual({ counts: { quarantined: 2 }, quarantined: 5 });
    expect(of('mail')).not.toHaveProperty('quarantined');
  });

  it('has everything else, by kind', () => {
    const { rows, counts } = of('mail');
    expect(rows.map(({ code, user }) => `${code} ${user}`)).toEqual([
      'no-mailbox LC-2@people',
      'orphan LC-8@people',
      'orphan LC-9@people',
    ]);
    expect(counts).toEqual({ 'no-mailbox': 1, orphan: 2 });
  });
});

describe.each(['forwards', 'mail'] as const)('%s', (name) => {
  it('says whether anybody looked', () => {
    expect(of(name)).not.toHaveProperty('mailUnseen');
    expect(of(name, { unreachable: quoted('ECONNREFUSED') })).toMatchObject({
      mailUnseen: quoted('ECONNREFUSED'),
      rows: [],
    });
    expect(reportOf(name, { organizations, accounts })).toMatchObject({ mailUnseen: 'skipped', rows: [] });
  });
});
