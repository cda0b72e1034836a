/** Which written notices the acts that happened call for: one for each managing organization and kind of act. */
import { type Account, type Evidence, scopeOf } from '../model/account/account.ts';
import { parseBasis } from '../model/account/basis.ts';
import type { Declared } from '../model/directory/declared.ts';
import type { NoticeRecord } from '../model/directory/notice-record.ts';
import type { AccountDeclaration, CalendarDate } from '../model/directory/organization.ts';
import {
  type DeletedMailbox,
  type Notice,
  type NoticeKind,
  type NoticePerson,
  noticeKinds,
} from '../model/notice.ts';
import { dateOfGeneralizedTime, dayOf, latestOf } from '../model/time/date.ts';
import { markText, noticeId } from './id.ts';

export interface NoticeFacts {
  /** As the server has them, or as the run left them. */
  readonly accounts: readonly (Account & Evidence)[];
  readonly declared: readonly Declared[];
  readonly deleted: readonly DeletedMailbox[];
  /** Written notices that were sent already. */
  readonly register?: readonly NoticeRecord[];
  readonly today: CalendarDate;
  /** Answers are due for what was done from this day on: no entry tells that one was sent. */
  readonly since: CalendarDate;
}

interface Act extends NoticePerson {
  readonly kind: NoticeKind;
  readonly organization: string;
}

/** Acts that a document tells of already: the kind, and the mark of one person. */
export const actText = (kind: NoticeKind, person: Parameters<typeof markText>[0]): string =>
  `${kind} ${markText(person)}`;

/** Without the acts of `told`, so that a second run drafts nothing twice. */
export function draftNotices(facts: NoticeFacts, told: ReadonlySet<string>): readonly Notice[] {
  const declarations = new Map(facts.declared.map(({ key, declaration }) => [key, declaration ?? {}]));
  const acts = [
    ...facts.accounts.flatMap((account) => actsOf(account, declarations.get(account.key) ?? {}, facts)),
    ...facts.deleted.map(deletionOf),
  ].filter((act) => !told.has(actText(act.kind, act)) && !facts.register?.some((one) => tells(one, act)));
  const groups = Map.groupBy(acts, ({ kind, organization }) => `${kind} ${organization}`);
  return [...groups.values()].map((group) => noticeOf(group, facts.today)).toSorted(byKind);
}

/** When a mailbox was deleted the run knows, and no file: a later notice of it is the one. */
function tells({ kind, people, date }: NoticeRecord, { kind: done, key, day, notice }: Act): boolean {
  const earliest = done === 'deletion' ? (notice?.date ?? day) : day;
  return kind === done && people.includes(key) && date >= earliest;
}

function noticeOf(acts: readonly Act[], drafted: CalendarDate): Notice {
  const [first] = acts as readonly [Act, ...Act[]];
  const { kind, organization } = first;
  const people = acts
    .map(({ kind: _kind, organization: _organization, ...person }) => person)
    .toSorted((a, b) => (markText(a) < markText(b) ? -1 : 1));
  return { id: noticeId(first, people), kind, organization, people, drafted };
}

const byKind = (a: Notice, b: Notice): number =>
  noticeKinds.indexOf(a.kind) - noticeKinds.indexOf(b.kind) || (a.organization < b.organization ? -1 : 1);

function actsOf(
  account: Account & Evidence,
  declaration: AccountDeclaration,
  facts: NoticeFacts,
): readonly Act[] {
  const { address, mailbox } = account;
  if (!mailbox || address === undefined) return [];
  const base = { ...personOf(account), address, organization: scopeOf(account) };
  const makers = [suspensionOf, terminationOf, restorationOf, resetOf, issueOf, changeOf];
  return makers.flatMap((make) => {
    const act = make(account, declaration, facts);
    return act === undefined ? [] : [{ ...base, ...act }];
  });
}

const personOf = ({
  key,
  name,
  title,
  unit,
}: Account): Pick<NoticePerson, 'key' | 'name' | 'title' | 'unit'> => ({
  key,
  name,
  ...(title !== undefined && { title }),
  ...(unit !== undefined && { unit }),
});

type Told = Pick<Act, 'kind' | 'day' | 'reason'> &
  Partial<Pick<Act, 'clause' | 'document' | 'lastAccess' | 'before' | 'receivesUntil'>>;
type Maker = (
  account: Account & Evidence,
  declaration: AccountDeclaration,
  facts: NoticeFacts,
) => Told | undefined;

/** 8.1: as long as no notice of this suspension is recorded, whenever it was; one from before it is none of it. */
const suspensionOf: Maker = (account, { suspension }) => {
  if (account.state !== 'suspended') return undefined;
  const day = dayOf(account.since);
  if (day === undefined) return undefined;
  const recorded = latestOf([parseBasis(account.notice)?.date, suspension?.notice?.date]);
  if (recorded !== undefined && recorded >= day) return undefined;
  const accesses = [account.lastAccess, account.replicaAccess];
  const lastAccess = latestOf(accesses.map((time) => time && dateOfGeneralizedTime(time)));
  const { clause } = suspension ?? {};
  return {
    kind: 'suspension',
    day,
    reason: account.reason ?? 'inactivity',
    ...(clause !== undefined && account.reason === 'violation' && { clause }),
    ...documentOf(account.basis),
    ...(lastAccess !== undefined && { lastAccess }),
  };
};

/** 8.2: counted from the day danhba ended it. */
const terminationOf: Maker = (account, _declaration, facts) => {
  if (account.state !== 'terminated' || account.reason === undefined) return undefined;
  const day = dayOf(account.lockedOn ?? account.since);
  if (!isRecent(day, facts)) return undefined;
  return { kind: 'termination', day, reason: account.reason, ...documentOf(account.basis) };
};

/** 8.3. */
const restorationOf: Maker = (account, { restoration }, facts) => {
  const day = dayOf(account.restored);
  if (account.state !== 'active' || !isRecent(day, facts)) return undefined;
  const asked = restoration !== undefined && restoration.date <= day ? { document: restoration } : {};
  return { kind: 'restoration', day, reason: 'request', ...asked };
};

/** 7.2: the entry keeps the request that was carried out. */
const resetOf: Maker = (account, _declaration, facts) => {
  const document = parseBasis(account.reset);
  if (account.state !== 'active' || !isRecent(document?.date, facts)) return undefined;
  return {
    kind: 'reset',
    day: document?.date ?? facts.today,
    reason: 'request',
    ...documentOf(account.reset),
  };
};

/** 6.2. */
const issueOf: Maker = (account, _declaration, facts) => {
  const day = dayOf(account.issued);
  if (account.state !== 'active' || !isRecent(day, facts)) return undefined;
  return { kind: 'issue', day, reason: 'request' };
};

/** 6.2: another address; who was issued the mailbox that day knows it by the answer to that. */
const changeOf: Maker = (account, { addressDecision }, facts) => {
  const day = dayOf(account.renamedOn);
  if (account.state !== 'active' || !isRecent(day, facts) || day === dayOf(account.issued)) return undefined;
  const [before = '', receivesUntil] = account.former?.at(-1)?.split(' ') ?? [];
  const asked =
    addressDecision !== undefined && addressDecision.date <= day ? { document: addressDecision } : {};
  return {
    kind: 'change',
    day,
    reason: 'request',
    ...asked,
    ...(before !== '' && { before }),
    ...(receivesUntil !== undefined && { receivesUntil }),
  };
};

const documentOf = (basis: string | undefined): Pick<Told, 'document'> => {
  const document = parseBasis(basis);
  return document === undefined ? {} : { document };
};

const isRecent = (day: CalendarDate | undefined, { since, today }: NoticeFacts): day is CalendarDate =>
  day !== undefined && day >= since && day <= today;

const deletionOf = ({ notice, ...mailbox }: DeletedMailbox): Act => ({
  ...mailbox,
  kind: 'deletion',
  // 8.1 deletes after the notice; 8.2 ends a mailbox, and the province's policy deletes it.
  reason: notice === undefined ? 'retention' : 'term',
  ...(notice !== undefined && { notice }),
});
