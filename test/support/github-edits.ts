/** What GitHub's GraphQL tells of edits, made from the edits the test's GitHub has seen; the emulator has none of it. */
import type { Request } from './github-openapi.ts';

// biome-ignore lint/suspicious/noExplicitAny: answers of the emulator, whose form the description checks.
type Told = any;

interface Edit {
  readonly at: string;
  readonly login: string;
}

/** As GitHub's schema has them: `interface Comment { lastEditedAt includesCreatedEdit editor }`, `interface Node { id }`. */
const known = new Set(
  'query ids ID nodes id on IssueComment Issue lastEditedAt includesCreatedEdit editor __typename login'.split(
    ' ',
  ),
);

/** `type Query { viewer: User! }`: open to every token, of a person and of an app's installation. */
const viewerQuestion = 'query { viewer { login } }';

/** Two questions are known here, in the words of GitHub's public schema. */
export function checkQuestion({ method, body }: Request): readonly string[] {
  if ((body as { query?: string } | undefined)?.query === viewerQuestion) return [];
  const { query = '', variables } = (body ?? {}) as { query?: string; variables?: { ids?: unknown } };
  const words = query.match(/\w+/g) ?? [];
  const strange = words.filter((word) => !known.has(word)).map((word) => `graphql: ${word}`);
  const ids = variables?.ids;
  const asked = Array.isArray(ids) && ids.length <= 100 && ids.every((id) => typeof id === 'string');
  return method === 'POST' && asked ? strange : [...strange, 'graphql: POST with at most 100 ids'];
}

const seconds = (time: string) => time.replace(/\.\d+Z$/, 'Z');

export function makeEdits(loginOf: (token: string | undefined) => Promise<string>) {
  const edits = new Map<string, Edit>();
  return {
    /** Something was altered, as the answer to it shows. */
    note: async ({ node_id, updated_at }: Told, token: string | undefined): Promise<void> => {
      edits.set(node_id, { at: updated_at, login: await loginOf(token) });
    },
    /** GitHub counts whole seconds; the emulator may find itself a millisecond later at what nobody has edited. */
    inSeconds: (comment: Told): Told => {
      const { node_id, created_at, updated_at } = comment;
      const last = edits.has(node_id) ? updated_at : created_at;
      return { ...comment, created_at: seconds(created_at), updated_at: seconds(last) };
    },
    answer: async ({ query, variables }: Told, token: string | undefined) => {
      const data =
        query === viewerQuestion
          ? { viewer: { login: await loginOf(token) } }
          : { nodes: variables.ids.map((id: string) => asNode(id, edits.get(id))) };
      return { status: 200, headers: {}, body: { data } };
    },
  };
}

/** An app has no "[bot]" here. */
function asNode(id: string, edit: Edit | undefined) {
  if (edit === undefined) return { id, lastEditedAt: null, includesCreatedEdit: false, editor: null };
  const bot = edit.login.endsWith('[bot]');
  const editor = { __typename: bot ? 'Bot' : 'User', login: edit.login.replace(/\[bot\]$/, '') };
  return { id, lastEditedAt: seconds(edit.at), includesCreatedEdit: true, editor };
}
