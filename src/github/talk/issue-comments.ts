/** Reads what others wrote on an issue of ours, and who has ever edited a comment or an issue. */
import { ExpectedError } from '../../model/problems/errors.ts';
import type { GitHub } from '../connect/open.ts';
import { isOurs } from './own-text.ts';

export interface IssueComment {
  readonly id: number;
  /** GraphQL's name of it. */
  readonly nodeId: string;
  readonly url: string;
  /** A deleted account is GitHub's `ghost`. */
  readonly author: string;
  readonly body: string;
  /** When it was written: UTC, in seconds. */
  readonly written: string;
  /** True where the interface already tells that it is not as it was written. */
  readonly edited: boolean;
}

/** Oldest first; ours are left out. @throws ExpectedError where GitHub cannot be used. */
export async function listOthersComments(github: GitHub, number: number): Promise<readonly IssueComment[]> {
  const all = await github.octokit.paginate(github.octokit.rest.issues.listComments, {
    ...github.place,
    issue_number: number,
    per_page: 100,
  });
  const found: IssueComment[] = [];
  for (const { id, node_id, html_url, user, body, created_at, updated_at } of all) {
    if (await isOurs(github, user)) continue;
    found.push({
      id,
      nodeId: node_id,
      url: html_url,
      author: user?.login ?? 'ghost',
      body: body ?? '',
      written: created_at,
      edited: created_at !== updated_at,
    });
  }
  return found.sort((left, right) => left.id - right.id);
}

/** REST counts in seconds and names no editor: what somebody alters within one second would pass for as written. */
const editsQuery = `query($ids: [ID!]!) {
  nodes(ids: $ids) {
    id
    ... on IssueComment { lastEditedAt includesCreatedEdit editor { __typename login } }
    ... on Issue { lastEditedAt includesCreatedEdit editor { __typename login } }
  }
}`;

interface EditsAnswer {
  readonly nodes: readonly ({
    readonly id: string;
    readonly lastEditedAt?: string | null;
    readonly includesCreatedEdit?: boolean;
    readonly editor?: { readonly __typename: string; readonly login: string } | null;
  } | null)[];
}

/** `nobody`: as it was written; `us`: the last edit is ours; `other`: it is not, or GitHub does not say whose. */
export type Editor = 'nobody' | 'us' | 'other';

export interface Edits {
  readonly editor: Editor;
  /** When the last edit was; absent where nobody has edited. */
  readonly at?: string;
}

const nodesOfRequest = 100;

/** By GraphQL's names; what GitHub does not tell of is missing. @throws ExpectedError where GitHub cannot be used. */
export async function readEdits(
  github: GitHub,
  nodeIds: readonly string[],
): Promise<ReadonlyMap<string, Edits>> {
  const edits = new Map<string, Edits>();
  const own = (await github.login()).toLowerCase();
  for (let at = 0; at < nodeIds.length; at += nodesOfRequest) {
    const { nodes } = await ask(github, nodeIds.slice(at, at + nodesOfRequest));
    for (const node of nodes) {
      if (node === null || node.lastEditedAt === undefined) continue;
      const { lastEditedAt, includesCreatedEdit, editor } = node;
      const untouched = lastEditedAt === null && includesCreatedEdit !== true;
      // GraphQL calls an app by its name alone; REST says "name[bot]".
      const login = editor?.__typename === 'Bot' ? `${editor.login}[bot]` : editor?.login;
      const who = untouched ? 'nobody' : login?.toLowerCase() === own ? 'us' : 'other';
      edits.set(node.id, { editor: who, ...(lastEditedAt !== null && { at: lastEditedAt }) });
    }
  }
  return edits;
}

async function ask(github: GitHub, ids: readonly string[]): Promise<EditsAnswer> {
  try {
    return await github.octokit.graphql<EditsAnswer>(editsQuery, { ids });
  } catch (thrown) {
    if (thrown instanceof ExpectedError) throw thrown;
    // A refusal that arrives as a success.
    throw new ExpectedError('github-refused.comments', {});
  }
}
