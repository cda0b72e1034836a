/** Makes the report somebody asked for: pure, from what was read and planned. */
import type { Report, ReportName } from '../model/report.ts';
import { reportCustodians } from './custodians.ts';
import { reportDeadlines } from './deadlines.ts';
import { reportHeld } from './held.ts';
import { reportInactive } from './inactive.ts';
import { reportLegacy } from './legacy.ts';
import { reportForwards, reportMail } from './mail.ts';
import { reportPasswords } from './passwords.ts';
import type { Body, Situation } from './situation.ts';
import { reportSuspended } from './suspended.ts';
import { reportUnmanaged } from './unmanaged.ts';
import { reportUsage } from './usage.ts';

const reports = {
  deadlines: reportDeadlines,
  inactive: reportInactive,
  passwords: reportPasswords,
  suspended: reportSuspended,
  held: reportHeld,
  custodians: reportCustodians,
  legacy: reportLegacy,
  forwards: reportForwards,
  mail: reportMail,
  unmanaged: reportUnmanaged,
  usage: reportUsage,
} as const satisfies { readonly [N in ReportName]: (situation: Situation) => Body<N> };

export function makeReport(name: ReportName, situation: Situation): Report {
  const { domain, today, doubt } = situation.plan;
  const body = reports[name](situation);
  return { report: name, domain, today, ...body, ...(doubt && { doubt }) } as Report;
}
