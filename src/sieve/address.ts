/** To which mail domain an address leads, in any form RFC 5321 and RFC 5322 allow; what is not surely inside is not inside. */

export type Destination =
  | { readonly kind: 'inside' }
  /** `address` without comments and display name, for people to read. */
  | { readonly kind: 'outside'; readonly address: string }
  /** No single address that can be understood. */
  | { readonly kind: 'unknown' };

const ignorable = /[ \t\r\n]+/y;
const quotedString = /"(?:[^"\\]|\\[\s\S])*"/y;
const domainLiteral = /\[[^[\]\\]*\]/y;
const atom = /[^\s"(),:;<>@[\\\]\u0000-\u001f\u007f.]+/y;
const deepestComment = 16;

interface Piece {
  readonly kind: 'atom' | 'quoted' | 'literal' | 'sign';
  readonly text: string;
}

/** Where mail to this address goes, by the domains that are government's with their subdomains. */
export function judgeAddress(text: string, governmentDomains: readonly string[]): Destination {
  const pieces = readPieces(text);
  const mailbox = pieces && findMailbox(pieces);
  if (mailbox === undefined) return { kind: 'unknown' };
  const { local, domain } = mailbox;
  const address = `${local}@${domain}`;
  // user%other@domain, other!user@domain and "user@other"@domain ask the first domain to pass the mail on.
  const routed = /[%!@:/\\]/.test(local);
  return !routed && isGovernment(domain, governmentDomains)
    ? { kind: 'inside' }
    : { kind: 'outside', address };
}

/** The address itself, without comments and display name; undefined where the text is not exactly one. */
export function readAddress(text: string): string | undefined {
  const pieces = readPieces(text);
  const mailbox = pieces && findMailbox(pieces);
  return mailbox && `${mailbox.local}@${mailbox.domain}`;
}

/** A name of letters, digits and hyphens that is one of the domains or ends with it; look-alike letters are none. */
function isGovernment(domain: string, governmentDomains: readonly string[]): boolean {
  const name = domain.toLowerCase().replace(/\.$/, '');
  if (!/^[a-z0-9-]+(\.[a-z0-9-]+)*$/.test(name)) return false;
  return governmentDomains.some((one) => {
    const own = one.toLowerCase();
    return name === own || name.endsWith(`.${own}`);
  });
}

/** The address without what RFC 5322 lets stand between: white space and comments. */
function readPieces(text: string): readonly Piece[] | undefined {
  const pieces: Piece[] = [];
  let at = 0;
  const take = (pattern: RegExp): string | undefined => {
    pattern.lastIndex = at;
    const found = pattern.exec(text)?.[0];
    at += found?.length ?? 0;
    return found;
  };
  while (at < text.length) {
    if (take(ignorable) !== undefined) continue;
    if (text[at] === '(') {
      const end = endOfComment(text, at);
      if (end === undefined) return undefined;
      at = end;
      continue;
    }
    const quoted = take(quotedString);
    const literal = quoted === undefined ? take(domainLiteral) : undefined;
    const word = quoted === undefined && literal === undefined ? take(atom) : undefined;
    if (quoted !== undefined)
      pieces.push({ kind: 'quoted', text: quoted.slice(1, -1).replace(/\\([\s\S])/g, '$1') });
    else if (literal !== undefined) pieces.push({ kind: 'literal', text: literal });
    else if (word !== undefined) pieces.push({ kind: 'atom', text: word });
    else if ('<>@,:;.'.includes(text[at] as string))
      pieces.push({ kind: 'sign', text: text[at++] as string });
    else return undefined;
  }
  return pieces;
}

function endOfComment(text: string, start: number): number | undefined {
  let depth = 0;
  for (let at = start; at < text.length; at++) {
    if (text[at] === '\\') at++;
    else if (text[at] === '(' && ++depth > deepestComment) return undefined;
    else if (text[at] === ')' && --depth === 0) return at + 1;
  }
  return undefined;
}

interface Mailbox {
  readonly local: string;
  readonly domain: string;
}

/** One `local@domain`, bare or between angle brackets after a display name. */
function findMailbox(pieces: readonly Piece[]): Mailbox | undefined {
  const isSign = (piece: Piece | undefined, sign: string) => piece?.kind === 'sign' && piece.text === sign;
  const opening = pieces.findIndex((piece) => isSign(piece, '<'));
  if (opening === -1) return readMailbox(pieces);
  const name = pieces.slice(0, opening);
  const inner = pieces.slice(opening + 1, -1);
  const isName = name.every(
    (piece) => piece.kind === 'atom' || piece.kind === 'quoted' || isSign(piece, '.'),
  );
  if (
    !isName ||
    !isSign(pieces.at(-1), '>') ||
    inner.some(({ text, kind }) => kind === 'sign' && '<>'.includes(text))
  ) {
    return undefined;
  }
  // A source route (RFC 5321 §4.1.1.3) begins with @, and is not taken for a mailbox.
  return readMailbox(inner);
}

function readMailbox(pieces: readonly Piece[]): Mailbox | undefined {
  const at = pieces.findIndex(({ kind, text }) => kind === 'sign' && text === '@');
  const local = pieces.slice(0, at);
  const domain = pieces.slice(at + 1);
  if (at < 1 || domain.length === 0) return undefined;
  if (![...local, ...domain].every(({ kind, text }) => kind !== 'sign' || text === '.')) return undefined;
  if (!alternates(local) || local.some(({ kind }) => kind === 'literal')) return undefined;
  if (domain.some(({ kind }) => kind === 'quoted')) return undefined;
  const isLiteral = domain.length === 1 && domain[0]?.kind === 'literal';
  const names = domain.at(-1)?.kind === 'sign' ? domain.slice(0, -1) : domain;
  if (!isLiteral && (!alternates(names) || names.some(({ kind }) => kind === 'literal'))) return undefined;
  const joined = (some: readonly Piece[]) => some.map(({ text }) => text).join('');
  return { local: joined(local), domain: joined(domain) };
}

/** Words with one dot between two of them: two words side by side would be read as one by nobody but us. */
function alternates(pieces: readonly Piece[]): boolean {
  return (
    pieces.length % 2 === 1 && pieces.every(({ kind }, index) => (kind === 'sign') === (index % 2 === 1))
  );
}
