/** Requests: what ldapts writes is read back whole; whatever else arrives is InvalidAsn1Error and nothing worse. */

import fc from 'fast-check';
import {
  AddRequest,
  Attribute,
  BindRequest,
  Change,
  CompareRequest,
  Control,
  DeleteRequest,
  ExtendedRequest,
  FilterParser,
  InvalidAsn1Error,
  ModifyDNRequest,
  ModifyRequest,
  PagedResultsControl,
  SearchRequest,
  UnbindRequest,
} from 'ldapts';
import { describe, expect, test } from 'vitest';
import { readRequest } from '../../../src/embedded/wire/request.ts';

const text = fc.string({ unit: 'grapheme', maxLength: 40 });
const name = fc.stringMatching(/^[a-z][a-zA-Z0-9-]{0,12}$/);
const values = fc.array(text, { maxLength: 4 });
const id = fc.integer({ min: 1, max: 2 ** 31 - 1 });
const octets = (list: readonly string[]): Buffer[] => list.map((one) => Buffer.from(one));

describe('requests', () => {
  test('bind', () => {
    fc.assert(
      fc.property(id, text, text, (messageId, dn, password) => {
        const { id: found, request } = readRequest(new BindRequest({ messageId, dn, password }).write());
        expect(found).toBe(messageId);
        expect(request).toEqual({ op: 'bind', version: 3, dn, password: Buffer.from(password) });
      }),
    );
    const sasl = new BindRequest({ messageId: 1, dn: '', mechanism: 'PLAIN', password: 'x' });
    expect(readRequest(sasl.write()).request).toMatchObject({ password: 'sasl' });
  });

  test('add', () => {
    fc.assert(
      fc.property(id, text, fc.array(fc.record({ type: name, values })), (messageId, dn, attributes) => {
        const list = attributes.map((one) => new Attribute(one));
        expect(readRequest(new AddRequest({ messageId, dn, attributes: list }).write()).request).toEqual({
          op: 'add',
          dn,
          attributes: attributes.map((one) => ({ type: one.type, values: octets(one.values) })),
        });
      }),
    );
  });

  test('modify', () => {
    const operation = fc.constantFrom('add', 'delete', 'replace');
    fc.assert(
      fc.property(id, text, fc.array(fc.record({ operation, type: name, values })), (messageId, dn, list) => {
        const changes = list.map(
          (one) => new Change({ operation: one.operation, modification: new Attribute(one) }),
        );
        expect(readRequest(new ModifyRequest({ messageId, dn, changes }).write()).request).toEqual({
          op: 'modify',
          dn,
          changes: list.map((one) => ({ change: one.operation, type: one.type, values: octets(one.values) })),
        });
      }),
    );
  });

  test('delete, extended, unbind', () => {
    const del = new DeleteRequest({ messageId: 300, dn: 'uid=đ,ou=people' });
    expect(readRequest(del.write()).request).toEqual({ op: 'delete', dn: 'uid=đ,ou=people' });
    const extended = new ExtendedRequest({ messageId: 1, oid: '1.2.3.4', value: Buffer.from([1]) });
    expect(readRequest(extended.write()).request).toEqual({ op: 'extended' });
    expect(readRequest(new UnbindRequest({ messageId: 1 }).write()).request).toEqual({ op: 'unbind' });
  });

  test('what danhba never sends is no request: modify DN, compare', () => {
    const rename = new ModifyDNRequest({ messageId: 1, dn: 'a', newRdn: 'b', deleteOldRdn: true });
    const compare = new CompareRequest({ messageId: 1, dn: 'a', attribute: 'cn', value: 'x' });
    for (const request of [rename, compare]) {
      expect(() => readRequest(request.write())).toThrow(InvalidAsn1Error);
    }
  });

  test('search, with every kind of filter', () => {
    const filter = '(&(|(a=1)(b=2*3*4))(!(c=*))(d>=5)(e<=6)(f~=7)(g:caseExactMatch:=8))';
    const message = new SearchRequest({
      messageId: 5,
      baseDN: 'ou=people',
      scope: 'one',
      sizeLimit: 70_000,
      returnAttributeValues: false,
      filter: FilterParser.parseString(filter),
      attributes: ['cn', '+'],
    });
    const equal = (type: string, value: string): object => ({
      kind: 'equal',
      type,
      value: Buffer.from(value),
    });
    expect(readRequest(message.write()).request).toEqual({
      op: 'search',
      baseDn: 'ou=people',
      scope: 'one',
      sizeLimit: 70_000,
      typesOnly: true,
      attributes: ['cn', '+'],
      filter: {
        kind: 'and',
        filters: [
          {
            kind: 'or',
            filters: [
              equal('a', '1'),
              {
                kind: 'substrings',
                type: 'b',
                initial: Buffer.from('2'),
                any: [Buffer.from('3')],
                final: Buffer.from('4'),
              },
            ],
          },
          { kind: 'not', filter: { kind: 'present', type: 'c' } },
          { kind: 'atLeast', type: 'd', value: Buffer.from('5') },
          { kind: 'atMost', type: 'e', value: Buffer.from('6') },
          equal('f', '7'),
          { kind: 'undefined' },
        ],
      },
    });
  });

  test('controls', () => {
    const controls = [
      new PagedResultsControl({ value: { size: 1000, cookie: Buffer.from('12345678') } }),
      new Control('1.2.3', { critical: false }),
      new Control('1.2.4', { critical: true }),
    ];
    const message = new DeleteRequest({ messageId: 1, dn: 'a', controls });
    expect(readRequest(message.write()).controls).toEqual({
      paged: { size: 1000, cookie: Buffer.from('12345678'), critical: false },
      unknownCritical: '1.2.4',
    });
  });
});

describe('malformed requests', () => {
  const whole = new SearchRequest({
    messageId: 5,
    baseDN: 'ou=people,dc=laichau',
    filter: FilterParser.parseString('(&(a=1)(b=2*3)(!(c=*)))'),
    attributes: ['cn', 'sn'],
    controls: [new PagedResultsControl({ value: { size: 10 } })],
  }).write();

  const readOrRefuse = (bytes: Buffer): void => {
    try {
      readRequest(bytes);
    } catch (thrown) {
      expect(thrown).toBeInstanceOf(InvalidAsn1Error);
    }
  };

  test('a message with some bytes changed is read or refused, nothing else', () => {
    const edit = fc.tuple(fc.nat({ max: whole.length - 1 }), fc.nat({ max: 255 }));
    fc.assert(
      fc.property(fc.array(edit, { minLength: 1, maxLength: 4 }), (edits) => {
        const bytes = Buffer.from(whole);
        for (const [at, value] of edits) bytes[at] = value;
        readOrRefuse(bytes);
      }),
      { numRuns: 5000 },
    );
  });

  test('any bytes at all are read or refused', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 60 }), (bytes) => readOrRefuse(Buffer.from(bytes))));
  });

  test('a message cut anywhere is refused', () => {
    for (let end = 0; end < whole.length; end++) {
      expect(() => readRequest(whole.subarray(0, end)), `${end}`).toThrow(InvalidAsn1Error);
    }
  });

  test('a filter nested a thousand times is refused, not a stack overflow', () => {
    const deep = `${'(!'.repeat(1000)}(a=1)${')'.repeat(1000)}`;
    const message = new SearchRequest({ messageId: 1, filter: FilterParser.parseString(deep) });
    expect(() => readRequest(message.write())).toThrow(/nested/);
  });
});
