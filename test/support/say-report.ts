/** `danhba report` with the rights of the planner alone, and what it says. */
import { join } from 'node:path';
import { type ReportOptions, report } from '../../src/commands/report.ts';
import type { Subject } from '../contract/bench.ts';
import type { Said, Workplace } from './run.ts';

export async function sayReport(
  work: Workplace,
  { url, planner }: Pick<Subject, 'url' | 'planner'>,
  name: string,
  options: Partial<ReportOptions>,
): Promise<Said> {
  let out = '';
  let err = '';
  const code = await report(
    name,
    { directory: join(work.root, 'directory'), ...options },
    {
      out: (text) => {
        out += text;
      },
      err: (text) => {
        err += text;
      },
      environment: {
        DANHBA_LDAP_URL: url,
        DANHBA_LDAP_BIND_DN: planner.dn,
        DANHBA_LDAP_PASSWORD: planner.password,
      },
      errIsTerminal: false,
      language: 'vi',
      now: () => new Date(),
      input: (async function* () {})(),
    },
  );
  return { code, out, err };
}
