/** The assertion control (RFC 4528): the server makes the change only where the filter still holds. */
import {
  AndFilter,
  BerWriter,
  Control,
  EqualityFilter,
  type Filter,
  NotFilter,
  OrFilter,
  PresenceFilter,
} from 'ldapts';
import type { Attributes, Tree } from '../profile.ts';

export class AssertionControl extends Control {
  static readonly oid = '1.3.6.1.1.12';
  readonly filter: Filter;

  constructor(filter: Filter) {
    super(AssertionControl.oid, { critical: true });
    this.filter = filter;
  }

  protected override writeControl(writer: BerWriter): void {
    const value = new BerWriter();
    this.filter.write(value);
    writer.writeBuffer(value.buffer, 4);
  }
}

/**
 * A filter that holds while the entry has exactly these values, absence included. Of an attribute that is there with an
 * option no filter says that it is absent without one: that the entry has what was read is asserted then.
 *
 * slapd's unique overlay looks for other holders of an address by a search of its own that inherits the control,
 * and so holds the assertion against the suffix entry too (seen with 2.5.13). No account has that DN: letting the
 * suffix pass weakens nothing.
 */
export function factsFilter(
  tree: Tree,
  facts: Attributes,
  names: Iterable<string>,
  options: readonly string[] = [],
): Filter {
  const filters: Filter[] = [];
  const isThere = (attribute: string) => new PresenceFilter({ attribute });
  for (const name of names) {
    const values = facts[name] ?? [];
    const withOptions = options.filter((one) => one.toLowerCase().startsWith(`${name.toLowerCase()};`));
    if (values.length === 0 && withOptions.length === 0)
      filters.push(new NotFilter({ filter: isThere(name) }));
    filters.push(...withOptions.map(isThere));
    for (const value of values) filters.push(new EqualityFilter({ attribute: name, value }));
  }
  const suffix = new EqualityFilter({ attribute: 'entryDN', value: tree.baseDn });
  return new OrFilter({ filters: [suffix, new AndFilter({ filters })] });
}
