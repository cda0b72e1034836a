/** A page read as its reader follows it: what is written into files, what is typed, and what is to be seen then. */
import { editsOf, type PageEdit } from './page-edits.ts';

export interface TypedCommand {
  readonly command: string;
  /** The lines below it on the page. */
  readonly shown: readonly string[];
}

export type TourStep =
  | { readonly does: 'edit'; readonly edit: PageEdit }
  | { readonly does: 'file'; readonly name: string; readonly text: string }
  | { readonly does: 'type'; readonly typed: TypedCommand };

/** Edits, files that are spelled out, and commands after "$ ", in the order of the page. */
export function tourOf(page: string): readonly TourStep[] {
  const parts = page.matchAll(
    /(<!-- (edit|file) ([\w.-]+)(?:: [^>]*)? -->)\s+^```\w*\n([\s\S]*?)^```$|^```\n(\$ [\s\S]*?)^```$/gm,
  );
  return [...parts].flatMap(([whole, , does, name = '', text = '', shell]): readonly TourStep[] => {
    if (shell !== undefined) return typedIn(shell).map((typed) => ({ does: 'type', typed }));
    if (does === 'file') return [{ does, name, text }];
    return editsOf(whole).map((edit) => ({ does: 'edit', edit }));
  });
}

function typedIn(shell: string): readonly TypedCommand[] {
  return shell
    .split(/^\$ /m)
    .slice(1)
    .map((part) => {
      const [command = '', ...shown] = part.trimEnd().split('\n');
      return { command, shown };
    });
}

const literally = (text: string) => text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');

/** Digests and keys are never the same twice. */
const alike = (text: string) =>
  text.replace(/sha256:[0-9a-f]{64}/g, 'sha256:').replace(/age1[a-z0-9]{58}/g, 'age1');

/** A line "…" stands for any lines. */
export function isAsShown(shown: readonly string[], said: string): boolean {
  const pattern = shown.map((line) => (line === '…' ? '(?:[^\\n]*\\n)*?' : `${literally(alike(line))}\\n`));
  return new RegExp(`^${pattern.join('')}\\s*$`).test(`${alike(said).trimEnd()}\n`);
}
