/** Sets the declared accounts against the actual ones: drafts of changes, and what nobody may decide here. */
import type { Account, ActualAccount } from '../model/account.ts';
import type { Declared } from '../model/declared.ts';
import { formerKey, type Key, parseKey } from '../model/key.ts';
import type { CalendarDate } from '../model/organization.ts';
import type { Held, HeldArgs, HeldCode, Why, WhyCode } from '../model/plan.ts';
import type { Problem } from '../model/problem.ts';
import { diffFields, kindOfModification } from './diff.ts';
import { makeDoubt } from './doubt.ts';
import { type CreationDraft, changeId, type Draft, type ModificationDraft } from './draft.ts';
import { ended, type StateDecision } from './state.ts';
import { findUndeclared } from './undeclared.ts';
import { resolveWanted } from './wanted.ts';
import type { World } from './world.ts';

export interface Comparison {
  readonly drafts: readonly Draft[];
  readonly held: readonly Held[];
}

const clauses = {
  declared: '6.1',
  differs: '6.2',
  'address-derived': '5.2.a',
  'address-decided': '5.2.b',
  'suspension-declared': '8.1',
  'restoration-declared': '8.3',
  'declared-again': '6.1',
  'termination-declared': '8.2',
  removed: '8.2',
  dissolved: '8.2',
  moved: '8.2',
} as const satisfies Record<WhyCode, string>;

export function compareAccounts(world: World): Comparison {
  const actualByKey = new Map(world.accounts.map((account) => [account.key, account]));
  const formers = countFormers(world.accounts);
  const blocked = new Map<Key, Problem>();
  for (const problem of world.problems) {
    if (problem.subject !== undefined && problem.severity === 'error') blocked.set(problem.subject, problem);
  }
  const doubt = makeDoubt(world.declared, world.problems);
  const drafts: Draft[] = [];
  const held: Held[] = [];
  const declaredKeys = new Set<Key>();
  for (const declared of world.declared) {
    declaredKeys.add(declared.key);
    // An address that is made of something wrong is neither given nor changed; everything else goes on.
    const unsettled = declared.address !== actualByKey.get(declared.key)?.address;
    const problem = blocked.get(declared.key) ?? (unsettled ? doubt(declared) : undefined);
    if (problem) {
      const place = `${problem.at.file}:${declared.line}`;
      held.push(heldOf(declared, 'problem', { problem: problem.code, place }));
      continue;
    }
    const actual = actualByKey.get(declared.key);
    const found = compareOne(declared, actual, formers.get(declared.key) ?? 0, world.today);
    drafts.push(...found.drafts);
    held.push(...found.held);
  }
  const undeclared = findUndeclared(world, declaredKeys);
  held.push(...undeclared.held);
  for (const { account, why } of undeclared.removed) {
    const { lifecycle } = ended('removed', undefined, account, world.today);
    const { dn: _dn, uuid: _uuid, basis: _basis, notice: _notice, ...rest } = account;
    drafts.push(modification(account, { ...rest, ...lifecycle }, why, account.organization ?? ''));
  }
  return { drafts, held };
}

function compareOne(
  declared: Declared,
  actual: ActualAccount | undefined,
  formers: number,
  today: CalendarDate,
): Comparison {
  const why = (code: WhyCode, document?: string): Why => ({
    code,
    clause: clauses[code],
    file: declared.file,
    line: declared.line,
    ...(document !== undefined && { document }),
  });
  const scope = declared.organization.id;
  if (actual === undefined) {
    // A person who never had an account needs none only to see it end.
    const wanted = resolveWanted(declared, undefined, today);
    if (wanted.account.state === 'terminated') return { drafts: [], held: [] };
    return { drafts: [creation(declared, wanted.account, formers, why('declared'), [])], held: [] };
  }
  if (isTransfer(declared, actual)) {
    if (actual.state === 'suspended') {
      return { drafts: [], held: [heldOf(declared, 'restoration-needed', suspensionOf(actual))] };
    }
    const id = declared.person?.id ?? '';
    const { lifecycle } = ended('transfer', undefined, actual, today);
    const { dn: _dn, uuid: _uuid, ...rest } = actual;
    const left: Account = { ...rest, ...lifecycle, key: formerKey(id, formers + 1) };
    const leaving: Draft = {
      ...modification(actual, left, why('moved'), actual.organization ?? scope),
      id: changeId('transfer', actual.key),
      kind: 'transfer',
    };
    const wanted = resolveWanted(declared, undefined, today).account;
    const issuing: Why = { ...why('moved'), clause: clauses.declared };
    if (wanted.state === 'terminated') return { drafts: [leaving], held: [] };
    return {
      drafts: [leaving, creation(declared, wanted, formers + 1, issuing, [leaving.id])],
      held: [],
    };
  }
  const { account, decision } = resolveWanted(declared, actual, today);
  const held = decision?.needsRestoration
    ? [heldOf(declared, 'restoration-needed', suspensionOf(actual))]
    : [];
  if (diffFields(actual, account).length === 0) return { drafts: [], held };
  return {
    drafts: [modification(actual, account, reasonFor(declared, actual, account, decision, why), scope)],
    held,
  };
}

/** 8.2 and 6.1: a move to another organization ends one mailbox and issues another, unless the address stays. */
function isTransfer(declared: Declared, actual: ActualAccount): boolean {
  return (
    declared.person !== undefined &&
    actual.organization !== declared.organization.id &&
    actual.address !== declared.address
  );
}

function reasonFor(
  declared: Declared,
  actual: Account,
  wanted: Account,
  decision: StateDecision | undefined,
  why: (code: WhyCode, document?: string) => Why,
): Why {
  if (decision && (actual.state !== wanted.state || decision.why !== 'declared')) {
    const code = decision.why === 'declared' ? 'differs' : decision.why;
    if (actual.state !== wanted.state || actual.basis !== wanted.basis) return why(code, decision.document);
  }
  if (actual.address !== wanted.address) {
    const decided = declared.declaration?.addressDecision;
    return decided ? why('address-decided', decided.document) : why('address-derived');
  }
  return why('differs');
}

function creation(
  declared: Declared,
  account: Account,
  formers: number,
  why: Why,
  needs: readonly string[],
): CreationDraft {
  const { key } = declared;
  return {
    id: changeId('create', key),
    kind: 'create',
    key,
    account,
    number: formers + 1,
    why,
    scope: declared.organization.id,
    needs,
  };
}

function modification(actual: ActualAccount, account: Account, why: Why, scope: string): ModificationDraft {
  const fields = diffFields(actual, account);
  const kind = kindOfModification(actual, account, fields);
  const id = changeId(kind, actual.key);
  return { id, kind, key: actual.key, account, base: actual, fields, why, scope, needs: [] };
}

function countFormers(accounts: readonly ActualAccount[]): ReadonlyMap<Key, number> {
  const formers = new Map<Key, number>();
  for (const { key } of accounts) {
    const parsed = key.includes('/') ? parseKey(key) : undefined;
    if (parsed?.former === undefined) continue;
    const own = `${parsed.kind}:${parsed.id}`;
    formers.set(own, Math.max(formers.get(own) ?? 0, parsed.former));
  }
  return formers;
}

function heldOf<C extends HeldCode>(declared: Declared, code: C, args: HeldArgs[C]): Held {
  const { key, name, organization } = declared;
  return { key, name, organization: organization.id, code, args } as Held;
}

function suspensionOf(actual: Account): HeldArgs['restoration-needed'] {
  return { state: actual.state ?? '', since: actual.since ?? '', reason: actual.reason ?? '' };
}
