/** Reads both sides and makes the plan: shared by plan, apply and demo. */
import { readLdapSettings } from '../config.ts';
import { type Connection, connect, explainOperation } from '../ldap/connect.ts';
import type { ObservedAccount } from '../model/account.ts';
import { ExpectedError } from '../model/errors.ts';
import type { Plan } from '../model/plan.ts';
import type { Problem } from '../model/problem.ts';
import { makePlan } from '../plan/make-plan.ts';
import { renderProblemsText } from '../render/problems.ts';
import { type Desired, judge, readDesired } from './assess.ts';
import { type CommonOptions, type Io, todayOf } from './io.ts';
import { observe } from './observe.ts';

export interface ProposeOptions extends CommonOptions {
  /** The digest of the changes the guard held, approved by a person for this one run. */
  readonly approve?: string;
}

export interface Proposal {
  readonly plan: Plan;
  /** What was read of the server, with the evidence the plan rests on. */
  readonly accounts: readonly ObservedAccount[];
  readonly desired: Desired;
  readonly problems: readonly Problem[];
}

/** Runs `use` with an authenticated connection and closes it, whatever happens. */
export async function withServer<T>(io: Io, use: (connection: Connection) => Promise<T>): Promise<T> {
  const connection = await connect(readLdapSettings(io.environment));
  try {
    return await use(connection);
  } catch (thrown) {
    throw explainOperation(thrown, connection);
  } finally {
    await connection.close();
  }
}

export async function propose(options: ProposeOptions, connection: Connection, io: Io): Promise<Proposal> {
  const today = todayOf(options, io);
  const desired = await readDesired(options);
  const { directory, declared } = desired;
  if (directory === undefined) {
    io.err(renderProblemsText(desired.formProblems, desired.context));
    throw new ExpectedError('policy-unusable', `${options.directory}/policy.yaml`, 'danhba check');
  }
  const observed = await observe(connection, directory.policy, io.now());
  const { accounts } = observed;
  const problems = judge(desired, accounts, today);
  const approved = options.approve === undefined ? {} : { approved: options.approve };
  const plan = makePlan({ ...observed, directory, declared, problems, today, ...approved });
  return { plan, accounts, desired, problems };
}

/** Problems go to stderr: the plan on stdout stays one document. */
export function tellProblems({ problems, desired }: Proposal, io: Io): void {
  const errors = problems.filter(({ severity }) => severity === 'error');
  if (errors.length > 0) io.err(renderProblemsText(errors, desired.context));
}
