/** What an entry is called in decisions.csv that has no key yet: the same from run to run, wherever it stands in its file. */
import type { Arrival } from '../model/import/arrival.ts';

export function subjectsOf(arrivals: readonly Arrival[]): ReadonlyMap<Arrival, string> {
  const times = new Map<string, number>();
  for (const { addresses } of arrivals) {
    const [address] = addresses;
    if (address !== undefined) times.set(address, (times.get(address) ?? 0) + 1);
  }
  return new Map(
    arrivals.map((arrival) => {
      const { source, addresses } = arrival;
      const [address] = addresses;
      const own = address !== undefined && times.get(address) === 1 ? address : source.place;
      return [arrival, source.dn ?? own];
    }),
  );
}
