/** Tells whether an entry still is what a deletion was planned on, before anything that cannot be asserted is done. */
import { type Client, ResultCodeError } from 'ldapts';
import type { Deletion } from '../../model/plan/plan.ts';
import { InternalError } from '../../model/problems/errors.ts';
import type { Tree } from '../profile.ts';
import { makeRequest } from './request.ts';

const noSuchObject = 32;

/** The facts the deletion itself will assert, asked beforehand. Throws what the server refuses or the link loses. */
export async function isAsPlanned(client: Client, tree: Tree, deletion: Deletion): Promise<boolean> {
  const request = makeRequest(tree, deletion);
  if (request.kind !== 'delete') throw new InternalError(`${deletion.id}: no deletion`);
  try {
    const { searchEntries } = await client.search(request.dn, {
      scope: 'base',
      filter: request.assertion,
      attributes: ['hasSubordinates'],
    });
    // Its mail would be gone, and the entry would stay.
    return searchEntries.length === 1 && searchEntries[0]?.hasSubordinates !== 'TRUE';
  } catch (thrown) {
    if (thrown instanceof ResultCodeError && thrown.code === noSuchObject) return false;
    throw thrown;
  }
}
