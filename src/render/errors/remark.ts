/** Words a remark: what ends a command, what became of a change, what a server answered. */
import { type ErrorFacts, isRemark, type Remark, type RemarkFacts } from '../../model/problems/remark.ts';
import type { Language, Words } from '../text/wording.ts';
import { adoptErrors } from './adopt.ts';
import { askedErrors } from './asked.ts';
import { commandErrors } from './commands.ts';
import { detailWords } from './details.ts';
import { fileErrors } from './files.ts';
import { githubErrors } from './github.ts';
import { importErrors } from './import.ts';
import { initErrors } from './init.ts';
import { ldapErrors } from './ldap.ts';
import { lockErrors } from './lock.ts';
import { mailErrors } from './mail.ts';
import { noticeRecordErrors } from './notice-record.ts';
import { noticeErrors } from './notices.ts';
import { pageErrors } from './page.ts';
import { publishErrors } from './publish.ts';
import type { RemarkWords } from './remark-words.ts';
import { reportErrors } from './report.ts';

export const errorWords = {
  ...adoptErrors,
  ...askedErrors,
  ...commandErrors,
  ...fileErrors,
  ...githubErrors,
  ...importErrors,
  ...ldapErrors,
  ...initErrors,
  ...lockErrors,
  ...mailErrors,
  ...noticeRecordErrors,
  ...noticeErrors,
  ...pageErrors,
  ...publishErrors,
  ...reportErrors,
} as const satisfies Readonly<Record<keyof ErrorFacts, RemarkWords>>;

const allWords: Readonly<Record<keyof RemarkFacts, RemarkWords>> = { ...errorWords, ...detailWords };

export function remarkWords({ says, facts }: Remark, language: Language): Words {
  const { [language]: text, hint = '' } = allWords[says];
  const given = facts as Readonly<Record<string, unknown>>;
  const filled = (template: string) =>
    template.replace(/\{(\w+)\}/g, (_, name: string) => factText(given[name], language));
  const at = typeof given.at === 'string' && !text.includes('{at}') && given.at !== '' ? `${given.at}: ` : '';
  return { message: `${at}${filled(text)}`, hint: filled(typeof hint === 'string' ? hint : hint[language]) };
}

/** With how to put it right, for a place that has one line. */
export function remarkText(remark: Remark, language: Language): string {
  const { message, hint } = remarkWords(remark, language);
  return hint === '' ? message : `${message} (${hint})`;
}

function factText(fact: unknown, language: Language): string {
  if (isRemark(fact)) return remarkText(fact, language);
  if (!Array.isArray(fact)) return fact === undefined ? '' : String(fact);
  const parts = fact.map((part) => factText(part, language));
  return parts.join(fact.some(isRemark) ? '; ' : ', ');
}

/** JSON keeps a remark as one text, in English: who reads it by a program goes by codes. */
export const remarkInJson = (_key: string, value: unknown): unknown =>
  isRemark(value) ? remarkText(value, 'en') : value;
