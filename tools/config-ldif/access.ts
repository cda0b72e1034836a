/**
 * The rules of acl.conf for a server that has rules of its own: danhba's accounts get what acl.conf says and nothing else,
 * everybody else goes on to the rules that were there, but for what only came with danhba.
 */
import { withoutComments } from './text.ts';

interface Clause {
  readonly who: string;
  /** Absent: what was given so far. */
  readonly right: string;
}

export interface Rule {
  readonly what: string;
  readonly by: readonly Clause[];
}

/** Each by its whole name, since a pattern (dn.regex) makes every reader of the server wait: it is compiled at each use. */
const accounts = ['planner', 'reconciler', 'mailserver', 'passwordpage', 'addressbook'].map(
  (name) => `dn.exact="cn=${name},ou=services,@BASE@"`,
);

const goesOn: Clause = { who: '*', right: 'break' };
const ends: Clause = { who: '*', right: 'none' };

/** The same for all of danhba's accounts but those that have been named. */
const forTheRest = (right: string, named: readonly Clause[] = []): readonly Clause[] =>
  accounts.filter((who) => named.every((one) => one.who !== who)).map((who) => ({ who, right }));

/** @throws Error on a line that is none of a rule. */
export function parseRules(text: string): readonly Rule[] {
  const rules: { what: string; by: Clause[] }[] = [];
  for (const line of withoutComments(text).split('\n')) {
    const [, what] = /^access to (.+)$/.exec(line) ?? [];
    const [, who, right] = /^ {2}by (\S+) (\S+)$/.exec(line) ?? [];
    if (what !== undefined) rules.push({ what, by: [] });
    else if (who !== undefined && right !== undefined) rules.at(-1)?.by.push({ who, right });
    else throw new Error(`acl.conf: not a line of a rule: ${line}`);
  }
  return rules;
}

/** Those of an account that is there for a while, as they stand: they end for it alone, and everybody else goes on. */
export const renderOwnAccess = (rules: string): readonly string[] => parseRules(rules).map(valueOfRule);

/** As the values of olcAccess, in their order. */
export function renderAccess(acl: string, attributes: readonly string[]): readonly string[] {
  const rules = [...ownAttributes(attributes), ...parseRules(acl).flatMap(beside)];
  return rules.map(valueOfRule);
}

const valueOfRule = ({ what, by }: Rule, place: number): string =>
  `{${place}}to ${what} ${by.map(({ who, right }) => `by ${who} ${right}`).join(' ')}`;

/** What nobody could read before there was danhba: closed, but for what a holder sees of the own entry. */
function ownAttributes(attributes: readonly string[]): readonly Rule[] {
  const on = forTheRest('break');
  const within = 'dn.subtree="@BASE@"';
  return [
    { what: `${within} attrs=danhbaOperatorLock,authTimestamp`, by: [...on, ends] },
    {
      what: `${within} attrs=${attributes.filter((name) => name !== 'danhbaOperatorLock').join(',')}`,
      by: [...on, { who: 'self', right: 'read' }, ends],
    },
  ];
}

function beside(rule: Rule): readonly Rule[] {
  const { what, by } = rule;
  // Hashes of former passwords, and an entry of danhba's own kind: nobody had them.
  if (what === 'attrs=pwdHistory' || what === 'dn.one="ou=tombstones,@BASE@"') return [rule];
  const own = by.filter(({ who }) => who.startsWith('dn.exact='));
  const open = by.some(({ who, right }) => who === '*' && right === 'break');
  const rest: Rule = { what, by: open ? [...own, goesOn] : [...own, ...forTheRest('none', own), goesOn] };
  if (!by.some(({ who }) => who === 'anonymous')) return [rest];
  // Passwords: danhba's holders and accounts log in, and the former change theirs, whatever the other rules say.
  const holders = by.filter(({ who }) => who === 'self' || who === 'anonymous');
  const [where, attribute] = what.split(' ');
  if (attribute === undefined) {
    const own = accounts.map((who) => ({ what: `${who} ${what}`, by: [...holders, ends] }));
    return [...own, rest];
  }
  return [{ what: `${where} filter="(danhbaKey=*)" ${attribute}`, by: [...holders, goesOn] }, rest];
}
