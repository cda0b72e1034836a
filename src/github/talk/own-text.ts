/** Knows our own comments and issues again: by a hidden mark at the beginning, and by whose they are. */
import { InternalError } from '../../model/problems/errors.ts';
import { wrongLogin } from '../connect/find-login.ts';
import type { GitHub } from '../connect/open.ts';

/** A text whose first line is the mark, which nobody sees. */
export function markText(marker: string, body: string): string {
  return `${markOf(marker)}\n${body}`;
}

/** The mark must be what the text begins with: further on, it may be quoted from what somebody else wrote. */
export function isMarked(marker: string, text: string | null | undefined): boolean {
  return text?.startsWith(markOf(marker)) === true;
}

/** The mark a text begins with; undefined where it has none. */
export function readMarker(text: string | null | undefined): string | undefined {
  return /^<!-- danhba:([a-z0-9-]+) -->/.exec(text ?? '')?.[1];
}

/** Its end closes the comment, so that one marker is never the beginning of another. */
function markOf(marker: string): string {
  if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(marker)) throw new InternalError(`marker: ${marker}`);
  return `<!-- danhba:${marker} -->`;
}

/** GitHub may give line ends and the end of a text back in another way than it took them. */
export function sameText(left: string | null | undefined, right: string | null | undefined): boolean {
  const plain = (text: string | null | undefined) => (text ?? '').replace(/\r\n?/g, '\n').trim();
  return plain(left) === plain(right);
}

/** @throws ExpectedError `github-login` where what was just written is another account's: where GitHub told us none. */
export async function refuseOtherLogin(
  github: GitHub,
  user: { readonly login?: string } | null | undefined,
): Promise<void> {
  if (!(await isOurs(github, user))) throw wrongLogin(await github.login(), user?.login ?? 'ghost');
}

/** Logins are compared without regard to case, as GitHub does. */
export async function isOurs(
  github: GitHub,
  user: { readonly login?: string } | null | undefined,
): Promise<boolean> {
  return user?.login?.toLowerCase() === (await github.login()).toLowerCase();
}
