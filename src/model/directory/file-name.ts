/** Tells by its name alone that a file beside ours is a copy of one, or one saved under another ending. */
import type { Problem } from '../problems/problem.ts';

interface FileName {
  readonly code: 'file-copy' | 'file-ending';
  /** The name the file would be read under. */
  readonly meant: string;
  /** What may hold records nobody has elsewhere is an error, what a program left behind a warning. */
  readonly severity: 'error' | 'warning';
}

/** What nobody made on purpose: backups of editors, locks, what Git and macOS leave beside a file. */
const leftovers: readonly RegExp[] = [
  /^\.(.+\.ya?ml)\.sw[a-z]$/i,
  /^(?:\._|\.#|~\$|\.~lock\.)(.+\.ya?ml)#?$/i,
  /^#(.+\.ya?ml)#$/i,
  /^(.+\.ya?ml)(?:~|\.(?:~\d+~|bak|backup|old|orig|rej|swp|tmp|save|\d+))$/i,
];

/** What systems and hands name a copy, in Vietnamese and English. */
const word = '(?:copy|sao chép|sao chep|bản sao|ban sao|bak|backup|old|cũ|mới|new|final)';
const copies: readonly RegExp[] = [
  /^(.+?) ?\(\d+\)$/,
  new RegExp(`^(.+?)(?: - |[ _.])${word}(?: ?\\(?\\d+\\)?)?$`, 'i'),
  /^(?:copy of|bản sao(?: của)?|sao chép) (.+)$/i,
];

/** `.txt` as Notepad adds it, `.yml`, capitals, a blank at the end, and letters that changed places. */
const otherEnding =
  /^(.+?)(?:\.ya?ml\.(?:txt|docx?|rtf|html?|json|ya?ml)|[.,](?:yml|yalm|ymal|yam|yamll|yanl)|[.,]ya?ml[. ]*)$/i;

/** No copy and no leftover is called so. */
const plain = /^[a-z0-9][a-z0-9-]*\.yaml$/;

/** Undefined for a name that is read, or that has nothing to do with ours. */
export function judgeFileName(path: string): FileName | undefined {
  const name = path.slice(path.lastIndexOf('/') + 1);
  if (plain.test(name)) return undefined;
  if (!/^(?:organizations|calendar)\/.|^[^/]*(?:policy|grants|notices)[^/]*$/.test(path)) return undefined;
  for (const pattern of leftovers) {
    const [, meant] = pattern.exec(name) ?? [];
    if (meant !== undefined) return { code: 'file-copy', meant, severity: 'warning' };
  }
  const [, stem] = otherEnding.exec(name) ?? [];
  if (stem !== undefined && !name.endsWith('.yaml')) {
    return { code: 'file-ending', meant: `${originalOf(stem) ?? stem}.yaml`, severity: 'error' };
  }
  const original = name.endsWith('.yaml') ? originalOf(name.slice(0, -'.yaml'.length)) : undefined;
  if (original !== undefined) return { code: 'file-copy', meant: `${original}.yaml`, severity: 'error' };
  const isText = path.startsWith('organizations/') && /^[a-z0-9-]+\.txt$/.test(name);
  return isText
    ? { code: 'file-ending', meant: name.replace(/txt$/, 'yaml'), severity: 'warning' }
    : undefined;
}

function originalOf(stem: string): string | undefined {
  for (const pattern of copies) {
    const [, original] = pattern.exec(stem) ?? [];
    if (original !== undefined) return original;
  }
  return undefined;
}

/** The same as a problem of the file. */
export function fileNameProblem(file: string, path: string): Problem | undefined {
  const judged = judgeFileName(path);
  if (judged === undefined) return undefined;
  const { code, meant, severity } = judged;
  const name = path.split('/').at(-1) ?? path;
  const at = { file, path: [] };
  return code === 'file-copy'
    ? { code, args: { name, of: meant }, severity, at }
    : { code, args: { name, wanted: meant }, severity, at };
}
