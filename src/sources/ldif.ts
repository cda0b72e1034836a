/** The text of an LDIF export (RFC 2849) → its entries; a file of changes, or a line that is none, is refused with its number. */
import { isNeverRead } from '../ldap/read/whole-tree.ts';
import type { SourceEntry } from '../model/import/source-entry.ts';
import { ExpectedError } from '../model/problems/errors.ts';

interface Line {
  /** Each character is one octet. */
  readonly octets: string;
  readonly number: number;
}

interface Value {
  readonly text: string;
  /** Its octets are no UTF-8. */
  readonly isBroken: boolean;
}

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

export function parseLdif(bytes: Buffer, file: string): readonly SourceEntry[] {
  const entries: SourceEntry[] = [];
  let lines: Line[] = [];
  const close = () => {
    const [first] = lines;
    if (first === undefined) return;
    // RFC 2849 note 1: the version stands once, before the first entry.
    const rest = entries.length === 0 && /^version:/i.test(first.octets) ? lines.slice(1) : lines;
    if (rest.length > 0) entries.push(parseEntry(rest, file));
    lines = [];
  };
  for (const line of unfold(bytes.toString('latin1'))) {
    if (line.octets === '') close();
    else if (!line.octets.startsWith('#')) lines.push(line);
  }
  close();
  return entries;
}

/** Lines as they are meant: what begins with a space goes on with the one before, comments too. */
function* unfold(text: string): Generator<Line> {
  let octets: string[] = [];
  let number = 0;
  let at = 0;
  // Notepad's byte-order mark, as octets.
  for (const raw of text.replace(/^\u00ef\u00bb\u00bf/, '').split('\n')) {
    at++;
    const line = raw.endsWith('\r') ? raw.slice(0, -1) : raw;
    if (line.startsWith(' ') && octets.length > 0) {
      octets.push(line.slice(1));
      continue;
    }
    if (octets.length > 0) yield { octets: octets.join(''), number };
    octets = [];
    number = at;
    // Some tools leave spaces on the line between two entries.
    if (line.trim() === '') yield { octets: '', number };
    else octets.push(line);
  }
  if (octets.length > 0) yield { octets: octets.join(''), number };
}

function parseEntry([first, ...rest]: readonly Line[], file: string): SourceEntry {
  const { name, value } = parseLine(first as Line, file);
  if (name !== 'dn') throw refusal('import-ldif.dn', first as Line, file);
  const values: Record<string, string[]> = {};
  const broken = new Set<string>();
  for (const line of rest) {
    const read = parseLine(line, file);
    if (read.name === 'changetype' || read.name === 'control') {
      throw refusal('import-ldif.changes', line, file);
    }
    if (isNeverRead(read.name)) continue;
    const { text, isBroken } = read.value();
    if (isBroken) broken.add(read.name);
    if (Object.hasOwn(values, read.name)) values[read.name]?.push(text);
    else values[read.name] = [text];
  }
  const dn = value().text;
  const uuid = values.entryuuid?.[0];
  return {
    place: dn,
    dn,
    ...(uuid !== undefined && { uuid }),
    values,
    ...(broken.size > 0 && { broken: [...broken].sort() }),
  };
}

/** The value is read when it is asked for: a picture is not even decoded. */
function parseLine(line: Line, file: string): { readonly name: string; readonly value: () => Value } {
  const [, name, sign, rest] = /^([A-Za-z0-9][\w.-]*(?:;[\w-]+)*):([:<]?) *(.*)$/s.exec(line.octets) ?? [];
  if (name === undefined || rest === undefined) throw refusal('import-ldif.line', line, file);
  const value = (): Value => {
    // What stands elsewhere is not part of the export.
    if (sign === '<') throw refusal('import-ldif.url', line, file);
    if (sign !== ':') return decode(Buffer.from(rest, 'latin1'));
    const plain = rest.replaceAll(/\s/g, '');
    if (!/^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}(?:==)?|[A-Za-z0-9+/]{3}=?)?$/.test(plain)) {
      throw refusal('import-ldif.base64', line, file);
    }
    return decode(Buffer.from(plain, 'base64'));
  };
  return { name: name.toLowerCase(), value };
}

function decode(bytes: Buffer): Value {
  try {
    return { text: utf8.decode(bytes), isBroken: false };
  } catch {
    return { text: bytes.toString('latin1'), isBroken: true };
  }
}

const refusal = (
  says:
    | 'import-ldif.base64'
    | 'import-ldif.changes'
    | 'import-ldif.dn'
    | 'import-ldif.line'
    | 'import-ldif.url',
  { number, octets }: Line,
  file: string,
) =>
  new ExpectedError(says, {
    at: `${file}:${number}`,
    text: decode(Buffer.from(octets, 'latin1')).text.slice(0, 60).toWellFormed(),
  });
