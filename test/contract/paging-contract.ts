/** Contract of paging (RFC 2696) and size limits: a read is complete, or it fails. */
import { type BerReader, type Client, Control, type SearchOptions } from 'ldapts';
import { beforeAll, describe, expect, test } from 'vitest';
import { type Bench, codeOf } from './bench.ts';

/** A paging control under our own hand: ldapts never sends an old cookie again. */
class Paging extends Control {
  readonly value: Buffer;
  constructor(size: number, cookie: Buffer) {
    super('1.2.840.113556.1.4.319', { critical: true });
    const contents = Buffer.concat([Buffer.from([2, 1, size, 4, cookie.length]), cookie]);
    this.value = Buffer.concat([Buffer.from([0x30, contents.length]), contents]);
  }
  protected override writeControl(writer: { writeBuffer(value: Buffer, tag: number): void }): void {
    writer.writeBuffer(this.value, 4);
  }
  protected override parseControl(_: BerReader): void {}
}

export const describePaging = (bench: () => Bench): void => {
  const total = 25;
  const filter = '(danhbaOrganization=paging)';
  let wanted: string[];

  const pageSizes = async (
    client: Client,
    pageSize: number,
    options: SearchOptions = {},
  ): Promise<number[]> => {
    const sizes: number[] = [];
    const pages = client.searchPaginated(`ou=people,${bench().base}`, {
      filter,
      attributes: ['uid'],
      paged: { pageSize },
      ...options,
    });
    for await (const { searchEntries } of pages) sizes.push(searchEntries.length);
    return sizes;
  };

  beforeAll(async () => {
    const people = await Promise.all(
      Array.from({ length: total }, () => bench().addPerson({ danhbaOrganization: 'paging' })),
    );
    wanted = people.map(({ id }) => id).sort();
  });

  describe('paging', () => {
    test('every entry comes once, on pages of the size asked', async () => {
      expect(await pageSizes(bench().planner, 10)).toEqual([10, 10, 5]);
      const { searchEntries } = await bench().planner.search(`ou=people,${bench().base}`, {
        filter,
        attributes: ['uid'],
        paged: { pageSize: 4 },
      });
      expect(searchEntries.map(({ uid }) => String(uid)).sort()).toEqual(wanted);
    });

    test('a last page that is full is the last', async () => {
      expect(await pageSizes(bench().planner, 5)).toEqual([5, 5, 5, 5, 5]);
    });

    test('a page larger than the answer is one page', async () => {
      expect(await pageSizes(bench().planner, 1000)).toEqual([total]);
    });

    test('a page above 1000 is adminLimitExceeded (11) for planner and reconciler', async () => {
      expect(await codeOf(pageSizes(bench().planner, 1001))).toBe(11);
      expect(await codeOf(pageSizes(bench().reconciler, 1001))).toBe(11);
    });

    test('without paging everything comes too', async () => {
      const { searchEntries } = await bench().planner.search(`ou=people,${bench().base}`, {
        filter,
        attributes: ['1.1'],
      });
      expect(searchEntries).toHaveLength(total);
    });

    test('an entry deleted between two pages is not on the second', async () => {
      const people = await Promise.all(
        Array.from({ length: 4 }, () => bench().addSuspended({ danhbaOrganization: 'paging-delete' })),
      );
      const client = await bench().connect(bench().subject.planner);
      const pages = client.searchPaginated(`ou=people,${bench().base}`, {
        filter: '(danhbaOrganization=paging-delete)',
        attributes: ['uid'],
        paged: { pageSize: 2 },
      });
      const first = (await pages.next()).value!.searchEntries.map(({ uid }: { uid?: unknown }) =>
        String(uid),
      );
      const gone = people.find(({ id }) => !first.includes(id))!;
      await bench().reconciler.del(gone.dn);
      const second = (await pages.next()).value!.searchEntries;
      expect(first).toHaveLength(2);
      expect(second).toHaveLength(1);
    });

    test('a cookie nobody gave out is refused: 2 while no paged search is under way', async () => {
      const client = await bench().connect(bench().subject.planner);
      const search = (cookie: Buffer): Promise<unknown> =>
        client.search(`ou=people,${bench().base}`, { filter, attributes: ['1.1'] }, new Paging(5, cookie));
      expect(await codeOf(search(Buffer.from('abc')))).toBe(2);
      expect(await codeOf(search(Buffer.from('abcdefgh')))).toBe(2);
    });

    test('another paged search on the connection ends the first (53) and goes on itself', async () => {
      const client = await bench().connect(bench().subject.planner);
      const start = (asked: string, pageSize: number): AsyncGenerator<{ searchEntries: unknown[] }> =>
        client.searchPaginated(`ou=people,${bench().base}`, {
          filter: asked,
          attributes: ['1.1'],
          paged: { pageSize },
        });
      const first = start(filter, 5);
      const second = start(filter, 7);
      await first.next();
      await second.next();
      expect(await codeOf(first.next())).toBe(53);
      expect((await second.next()).value?.searchEntries).toHaveLength(7);
    });

    test('a search without paging leaves the paged one alone', async () => {
      const client = await bench().connect(bench().subject.planner);
      const pages = client.searchPaginated(`ou=people,${bench().base}`, {
        filter,
        attributes: ['1.1'],
        paged: { pageSize: 20 },
      });
      await pages.next();
      await client.search(bench().base, { scope: 'base' });
      expect((await pages.next()).value?.searchEntries).toHaveLength(5);
    });
  });

  describe('size limits', () => {
    test('a limit of the client cuts the answer and says so (4)', async () => {
      const client = await bench().connect(bench().subject.planner);
      const options = { filter, attributes: ['1.1'], sizeLimit: 7 };
      // ldapts gives the part it got where the client itself set the limit.
      const { searchEntries } = await client.search(`ou=people,${bench().base}`, options);
      expect(searchEntries).toHaveLength(7);
    });

    test('a limit that is just met is no limit', async () => {
      const { searchEntries } = await bench().planner.search(`ou=people,${bench().base}`, {
        filter,
        attributes: ['1.1'],
        sizeLimit: total,
      });
      expect(searchEntries).toHaveLength(total);
    });
  });
};
