/** What will change, in three columns that fit a telephone: the deed, whose mailbox, what of it. */

import { fieldFacts } from '../../model/account/fields.ts';
import { parseKey } from '../../model/account/key.ts';
import type { LeavingPerson } from '../../model/github/review.ts';
import { type Change, isMailChange, type Modification } from '../../model/plan/plan.ts';
import { addressOf, fieldLines, nameOf } from '../plan/lines.ts';
import { organizationOf } from '../plan/summary.ts';
import { fieldWords, kindWords } from '../plan/words/plan.ts';
import { dateText, withDates } from '../text/dates.ts';
import { namedLine, organizationName } from '../text/named.ts';
import { noneWords } from '../text/values.ts';
import type { Language } from '../text/wording.ts';
import { leavingRows } from './leaving.ts';
import { breakable, safe } from './safe.ts';
import { deedCell, manyCell, oneCell, type TableOptions } from './table-cells.ts';
import { reviewWords } from './words/review.ts';

/** Where the same happens to many, one row tells it with their names. */
export function changeTable(
  changes: readonly Change[],
  leaving: readonly LeavingPerson[],
  options: TableOptions,
): readonly string[] {
  if (changes.length + leaving.length === 0) return [];
  const words = reviewWords[options.language];
  const rows = new Map<string, Change[]>();
  for (const change of changes) {
    const own = change.kind === 'create' || change.kind === 'rename' ? change.id : '';
    const key = `${change.kind} ${own} ${whatText(change, options)}`;
    rows.set(key, [...(rows.get(key) ?? []), change]);
  }
  const lines = [...[...rows.values()].map((same) => rowOf(same, options)), ...leavingRows(leaving, options)];
  const rest = lines.length - options.shown;
  return [
    `| ${words.deed} | ${words.who} | ${words.change} |`,
    '|---|---|---|',
    ...lines.slice(0, options.shown),
    ...(rest > 0 ? ['', words.more(rest)] : []),
  ];
}

function rowOf(same: readonly Change[], options: TableOptions): string {
  const [change] = same as readonly [Change, ...Change[]];
  const deed = deedCell(kindWords[change.kind][options.language], same.length);
  return `| ${deed} | ${whoText(same, options)} | ${whatText(change, options)} |`;
}

function whoText(same: readonly Change[], options: TableOptions): string {
  const { language, names, isOneOrganization } = options;
  const [change] = same as readonly [Change, ...Change[]];
  if (same.length > 1) {
    return manyCell(
      same.map((one) => ({ name: nameOf(one), id: idOf(one) })),
      options,
    );
  }
  const parsed = parseKey(change.key);
  const isPerson = parsed?.kind === 'person';
  const organization = organizationOf(change);
  const { line } = change.why;
  const one = {
    name: nameOf(change),
    organization:
      isPerson && organization !== '' && !isOneOrganization
        ? organizationName(names, organization)
        : undefined,
    id: isPerson ? safe(parsed.id) : parsed && reviewWords[language].agency,
    line: line === 1 ? undefined : line,
  };
  return oneCell(one, options);
}

const idOf = ({ key }: Change): string => parseKey(key)?.id ?? key;

/** Line by line what becomes otherwise; never nothing. */
function whatText(change: Change, options: TableOptions): string {
  const { language } = options;
  const words = reviewWords[language];
  const lines = [...linesOf(change, options)];
  if (change.kind === 'transfer') lines.push(words.ended);
  if (change.kind === 'delete') lines.push(words.deleted);
  if (change.kind === 'end-sessions') lines.push(words.sessions);
  if (change.credential === true && change.kind !== 'create') lines.push(words.sealed);
  if (lines.length === 0) lines.push(kindWords[change.kind][language]);
  return lines.join('<br>');
}

function linesOf(change: Change, options: TableOptions): readonly string[] {
  const { language, names } = options;
  const words = reviewWords[language];
  if (change.kind === 'create') {
    const address = addressOf(change);
    const { title } = change.account;
    return [
      ...(address === undefined ? [] : [`${fieldWords.address[language]}: **${breakable(address)}**`]),
      ...(title === undefined ? [] : [`${fieldWords.title[language]}: ${safe(title)}`]),
    ];
  }
  if (!('fields' in change)) {
    const told = isMailChange(change) || change.kind === 'password-policy';
    return told ? fieldLines(change, language, 'everybody').map((one) => lineText(one, language)) : [];
  }
  const lines = fieldLines(change, language, 'everybody').flatMap((one) => {
    switch (one.field) {
      case 'address':
        return [addressLine(change, language)];
      case 'former':
        return formerLines(change, language);
      case 'addresses':
        return addressesLines(change, language);
      case 'reason':
        // Of a mailbox that is in use again there is none.
        return change.account.reason === undefined ? [] : [lineText(one, language)];
      default:
        return [lineText(namedLine(one, names), language)];
    }
  });
  const isTold = change.credential === true ? 'reset' : undefined;
  const kept = change.fields.filter(
    (field) => fieldFacts[field].private && !fieldFacts[field].implied && field !== isTold,
  );
  return [...lines, ...kept.map((field) => `${fieldWords[field][language]}: ${words.notTold}`)];
}

/** What there was nothing before is only named, and so is what is taken away. */
function lineText(
  { label, from, to }: { readonly label: string; readonly from: string; readonly to: string },
  language: Language,
): string {
  const none: string = noneWords[language];
  const say = (text: string) => safe(withDates(text, language));
  if (from === none || from === '') return `${label}: **${say(to)}**`;
  if (to === none) return `${label}: ${reviewWords[language].withdrawn} “${say(from)}”`;
  return `${label}: ${say(from)} → **${say(to)}**`;
}

/** Both in one domain: that need not be told twice. */
function addressLine({ base, account }: Modification, language: Language): string {
  const label = fieldWords.address[language];
  const { address: from } = base;
  const { address: to } = account;
  if (from === undefined || to === undefined) {
    const none = noneWords[language];
    return `${label}: ${from === undefined ? none : breakable(from)} → **${to === undefined ? none : breakable(to)}**`;
  }
  const domain = to.slice(to.lastIndexOf('@'));
  const short = (text: string) =>
    domain.startsWith('@') && from.endsWith(domain) ? text.slice(0, -domain.length) : text;
  return `${label}: ${breakable(short(from))} → **${breakable(short(to))}**`;
}

/** "<address> <last day>" each. */
function formerLines({ base, account }: Modification, language: Language): readonly string[] {
  const words = reviewWords[language];
  const [before, after] = [new Set(base.former ?? []), new Set(account.former ?? [])];
  const added = [...after].filter((one) => !before.has(one));
  const until = added.map((one) => dateText(one.split(' ').at(-1) ?? '', language));
  if (added.length > 0) return [words.formerUntil([...new Set(until)].map(safe).join(', '))];
  return before.size > after.size ? [words.formerGone] : [];
}

/** Those that come and go beside the first one, and beside what still receives under an old name. */
function addressesLines({ base, account }: Modification, language: Language): readonly string[] {
  const words = reviewWords[language];
  const told = (one: string | undefined) => one?.split(' ')[0];
  const known = new Set([base.address, account.address, ...(account.former ?? []).map(told)]);
  const added = account.addresses.filter((one) => !base.addresses.includes(one) && !known.has(one));
  const gone = base.addresses.filter((one) => !account.addresses.includes(one) && !known.has(one));
  return [
    ...added.map((one) => `${words.addressAdded}: **${breakable(one)}**`),
    ...gone.map((one) => `${words.addressGone}: ${breakable(one)}`),
  ];
}
