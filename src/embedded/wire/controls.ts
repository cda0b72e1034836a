/** The controls of a request (RFC 4511 §4.1.11): those understood, as data, and the first critical one that is not. */
import { Ber, BerReader, InvalidAsn1Error } from 'ldapts';
import { readAll, readBoolean, readContents, readInside, readInteger, readText, sequence } from './ber.ts';
import { type Filter, readFilter } from './filter.ts';

export const controlOid = {
  pagedResults: '1.2.840.113556.1.4.319',
  assertion: '1.3.6.1.1.12',
  /** draft-zeilenga-ldap-relax: lets root write what the server alone writes, and past unique and constraint. */
  relax: '1.3.6.1.4.1.4203.666.5.12',
  /** Every entry here is ordinary, so ManageDsaIT (RFC 3296) changes nothing. */
  manageDsaIt: '2.16.840.1.113730.3.4.2',
} as const;

export interface Controls {
  /** RFC 2696; the cookie is empty on the first page. */
  readonly paged?: { readonly size: number; readonly cookie: Buffer; readonly critical: boolean };
  /** RFC 4528: perform the operation only where this filter is true. */
  readonly assertion?: Filter;
  readonly relax?: true;
  readonly unknownCritical?: string;
}

export const noControls: Controls = {};

interface RawControl {
  readonly oid: string;
  readonly critical: boolean;
  readonly value: Buffer | undefined;
}

const readControl = (reader: BerReader): RawControl => {
  const inside = readInside(reader, sequence);
  const oid = readText(inside);
  const critical = inside.peek() === Ber.Boolean && readBoolean(inside);
  const value = inside.remain > 0 ? readContents(inside, Ber.OctetString) : undefined;
  return { oid, critical, value };
};

const openValue = (control: RawControl): BerReader => {
  if (control.value === undefined) throw new InvalidAsn1Error(`control ${control.oid} has no value`);
  return new BerReader(control.value);
};

const addControl = (controls: Controls, control: RawControl): Controls => {
  switch (control.oid) {
    case controlOid.pagedResults: {
      const inside = readInside(openValue(control), sequence);
      const paged = {
        size: readInteger(inside),
        cookie: readContents(inside, 4),
        critical: control.critical,
      };
      return { ...controls, paged };
    }
    case controlOid.assertion:
      return { ...controls, assertion: readFilter(openValue(control)) };
    case controlOid.relax:
      return { ...controls, relax: true };
    case controlOid.manageDsaIt:
      return controls;
    default:
      return control.critical && controls.unknownCritical === undefined
        ? { ...controls, unknownCritical: control.oid }
        : controls;
  }
};

/** Reads the optional controls at the end of a message. */
export const readControls = (reader: BerReader): Controls => {
  if (reader.remain === 0) return noControls;
  return readAll(readInside(reader, 0xa0), readControl).reduce(addControl, noControls);
};
