/** Reads what doveadm answers to a batch of commands: one outcome for each, or that this is no such answer. */

import { quoted, type Remark, remark } from '../../model/problems/remark.ts';
import { isRecord } from '../../model/text/json.ts';

/** The fields of one line of output, all of them texts. */
export type Row = Readonly<Record<string, string>>;

export type Answer =
  | { readonly result: 'done'; readonly rows: readonly Row[] }
  /** EX_NOUSER 67: the server does not know this user. */
  | { readonly result: 'absent' }
  /** EX_NOHOST 68: there is nothing of what was asked for. */
  | { readonly result: 'nothing' }
  /** EX_TEMPFAIL 75: trying again may help. */
  | { readonly result: 'temporary' }
  /** Anything else. */
  | { readonly result: 'refused'; readonly detail: Remark };

/** sysexits.h, as doveadm uses it. */
const refusals: Readonly<Record<number, Remark>> = {
  64: remark('mail.usage'),
  65: remark('mail.data'),
  77: remark('mail.permission'),
  78: remark('mail.configuration'),
};

/** The answers in the order of the commands; undefined where the text is no answer to exactly `count` commands. */
export function parseAnswers(text: string, count: number): readonly Answer[] | undefined {
  const answers = parseJson(text);
  if (!Array.isArray(answers) || answers.length !== count) return undefined;
  const parsed = answers.map((answer: unknown, index) => parseAnswer(answer, String(index)));
  return parsed.every((answer) => answer !== undefined) ? parsed : undefined;
}

function parseJson(text: string): unknown {
  try {
    // Before the error of a command it does not know, Dovecot 2.3 forgets the comma. Inside a JSON string a quote is
    // escaped, so that these characters can stand together nowhere else.
    return JSON.parse(text.replaceAll(']["error",', '],["error",'));
  } catch {
    return undefined;
  }
}

function parseAnswer(answer: unknown, tag: string): Answer | undefined {
  if (!Array.isArray(answer) || answer.length !== 3 || answer[2] !== tag) return undefined;
  const [kind, content] = answer as readonly unknown[];
  if (kind === 'error') return parseError(content);
  return kind === 'doveadmResponse' ? parseRows(content) : undefined;
}

function parseError(content: unknown): Answer | undefined {
  if (!isRecord(content)) return undefined;
  const { type, exitCode } = content;
  if (type === 'unknownMethod') {
    return {
      result: 'refused',
      detail: remark('mail.no-command'),
    };
  }
  if (typeof exitCode !== 'number') return undefined;
  if (exitCode === 67) return { result: 'absent' };
  if (exitCode === 68) return { result: 'nothing' };
  if (exitCode === 75) return { result: 'temporary' };
  return { result: 'refused', detail: refusals[exitCode] ?? quoted(`doveadm ${exitCode}`) };
}

/** Output is a list of objects; that of `user` is an object, with a list of names or with the fields of each user. */
function parseRows(content: unknown): Answer | undefined {
  if (isRecord(content) && Array.isArray(content.userList)) {
    const rows = content.userList.map((user) => ({ user }));
    return rows.every(isRow) ? { result: 'done', rows } : undefined;
  }
  if (isRecord(content)) {
    const fields = Object.entries(content).map(([user, row]) => (isRow(row) ? { ...row, user } : undefined));
    return fields.every((row) => row !== undefined) ? { result: 'done', rows: fields } : undefined;
  }
  return Array.isArray(content) && content.every(isRow) ? { result: 'done', rows: content } : undefined;
}

const isRow = (value: unknown): value is Row =>
  isRecord(value) && Object.values(value).every((field) => typeof field === 'string');
