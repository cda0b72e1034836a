/** Reads one LDAPMessage (RFC 4511 §4) into a request as data; ldapts, a client, can write requests but not fully read them. */
import { Ber, BerReader, InvalidAsn1Error } from 'ldapts';
import {
  peekTag,
  readAll,
  readBoolean,
  readContents,
  readEnumerated,
  readInside,
  readInteger,
  readText,
  sequence,
  set,
} from './ber.ts';
import { type Controls, noControls, readControls } from './controls.ts';
import { type Filter, readFilter } from './filter.ts';

export interface RawAttribute {
  readonly type: string;
  readonly values: readonly Buffer[];
}

export type Scope = 'base' | 'one' | 'sub' | 'children';

export interface Modification extends RawAttribute {
  readonly change: 'add' | 'delete' | 'replace';
}

export type Request =
  | { readonly op: 'bind'; readonly version: number; readonly dn: string; readonly password: Buffer | 'sasl' }
  | { readonly op: 'unbind' }
  | { readonly op: 'abandon' }
  | SearchRequest
  | { readonly op: 'add'; readonly dn: string; readonly attributes: readonly RawAttribute[] }
  | { readonly op: 'modify'; readonly dn: string; readonly changes: readonly Modification[] }
  | { readonly op: 'delete'; readonly dn: string }
  | { readonly op: 'extended' };

export interface SearchRequest {
  readonly op: 'search';
  readonly baseDn: string;
  readonly scope: Scope;
  /** 0: no limit. */
  readonly sizeLimit: number;
  readonly typesOnly: boolean;
  readonly filter: Filter;
  readonly attributes: readonly string[];
}

export interface RequestMessage {
  readonly id: number;
  readonly request: Request;
  readonly controls: Controls;
}

const scopes: readonly Scope[] = ['base', 'one', 'sub', 'children'];
const changes: readonly Modification['change'][] = ['add', 'delete', 'replace'];

const pick = <T>(choices: readonly T[], index: number, what: string): T => {
  const choice = choices[index];
  if (choice === undefined) throw new InvalidAsn1Error(`unknown ${what} ${index}`);
  return choice;
};

const readOctets = (reader: BerReader): Buffer => readContents(reader, Ber.OctetString);

const readAttribute = (reader: BerReader): RawAttribute => {
  const inside = readInside(reader, sequence);
  return { type: readText(inside), values: readAll(readInside(inside, set), readOctets) };
};

const readBind = (inside: BerReader): Request => {
  const version = readInteger(inside);
  const dn = readText(inside);
  // Whatever is not simple ([0]) is SASL ([3]): refused later by its own result code, not as malformed.
  const password = peekTag(inside) === 0x80 ? readContents(inside, 0x80) : 'sasl';
  return { op: 'bind', version, dn, password };
};

const readSearch = (inside: BerReader): Request => {
  const baseDn = readText(inside);
  const scope = pick(scopes, readEnumerated(inside), 'scope');
  readEnumerated(inside); // derefAliases: there are no aliases
  const sizeLimit = readInteger(inside);
  readInteger(inside); // timeLimit: every search here ends within it
  const typesOnly = readBoolean(inside);
  const filter = readFilter(inside);
  const attributes = readAll(readInside(inside, sequence), (reader) => readText(reader));
  return { op: 'search', baseDn, scope, sizeLimit, typesOnly, filter, attributes };
};

const readModify = (inside: BerReader): Request => {
  const dn = readText(inside);
  const list = readAll(readInside(inside, sequence), (reader) => {
    const change = readInside(reader, sequence);
    return { change: pick(changes, readEnumerated(change), 'change'), ...readAttribute(change) };
  });
  return { op: 'modify', dn, changes: list };
};

const readOperation = (reader: BerReader): Request => {
  const tag = peekTag(reader);
  switch (tag) {
    case 0x60:
      return readBind(readInside(reader, tag));
    case 0x42:
      readContents(reader, tag);
      return { op: 'unbind' };
    case 0x50:
      readContents(reader, tag);
      return { op: 'abandon' };
    case 0x63:
      return readSearch(readInside(reader, tag));
    case 0x68: {
      const inside = readInside(reader, tag);
      return {
        op: 'add',
        dn: readText(inside),
        attributes: readAll(readInside(inside, sequence), readAttribute),
      };
    }
    case 0x66:
      return readModify(readInside(reader, tag));
    case 0x4a:
      return { op: 'delete', dn: readText(reader, tag) };
    case 0x77:
      readContents(reader, tag);
      return { op: 'extended' };
    default:
      throw new InvalidAsn1Error(`unknown operation 0x${tag.toString(16)}`);
  }
};

/** Reads a whole message as cut by the framer; throws InvalidAsn1Error where it is malformed. */
export const readRequest = (message: Buffer): RequestMessage => {
  const inside = readInside(new BerReader(message), sequence);
  const id = readInteger(inside);
  const request = readOperation(inside);
  const bare = request.op === 'unbind' || request.op === 'abandon';
  return { id, request, controls: bare ? noControls : readControls(inside) };
};
