/** Makes the report somebody asked for: pure, from what was read and planned. */
import type { Report, ReportName } from '../model/report.ts';
import { reportCustodians } from './custodians.ts';
import { reportDeadlines } from './deadlines.ts';
import { reportHeld } from './held.ts';
import { reportInactive } from './inactive.ts';
import { reportForwards, reportMail } from './mail.ts';
import { reportPasswords } from './passwords.ts';
import type { Situation } from './situation.ts';
import { reportSuspended } from './suspended.ts';

const reports = {
  deadlines: reportDeadlines,
  inactive: reportInactive,
  passwords: reportPasswords,
  suspended: reportSuspended,
  held: reportHeld,
  custodians: reportCustodians,
  forwards: reportForwards,
  mail: reportMail,
} as const satisfies Record<ReportName, (situation: Situation) => Report>;

export function makeReport(name: ReportName, situation: Situation): Report {
  const { doubt } = situation.plan;
  const made = reports[name](situation);
  return doubt === undefined ? made : { ...made, doubt };
}
