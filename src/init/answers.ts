/** What a new province's repository is made from: five answers, each held against its form before anything is written. */
import { ExpectedError } from '../model/problems/errors.ts';
import { deriveOrganization } from '../naming/organization/derive.ts';
import { defaultNamingPolicy } from '../naming/policy.ts';

export interface InitAnswers {
  readonly domain: string;
  readonly baseDn: string;
  readonly province: string;
  readonly operatorName: string;
  readonly operatorCode: string;
}

export type InitQuestion = keyof InitAnswers;

/** In the order they are asked. */
export const initQuestions = [
  'domain',
  'baseDn',
  'province',
  'operatorName',
  'operatorCode',
] as const satisfies readonly InitQuestion[];

/** As the schema of policy.yaml and of an organization have them. */
const forms = {
  domain: /^[a-z0-9-]+(\.[a-z0-9-]+)+$/,
  baseDn: /^[A-Za-z][A-Za-z0-9-]*=[^\n#"]+$/,
  province: /^[\p{L}\p{M}][\p{L}\p{M} -]{0,99}$/u,
  operatorName: /^[\p{L}\p{M}][^\n"#:]{0,249}$/u,
  operatorCode: /^[a-z0-9]{1,63}$/,
} as const satisfies Record<InitQuestion, RegExp>;

/** What is typed is tidied, never guessed at. @throws ExpectedError `init-value` where it has not the form. */
export function parseAnswer(question: InitQuestion, typed: string): string {
  const text = typed.normalize('NFC').replace(/\s+/g, ' ').trim();
  if (!forms[question].test(text)) throw new ExpectedError(`init-value.${question}`, { value: text });
  return text;
}

/** What an answer follows from others, to be offered; undefined where it follows from nothing. */
export function suggestAnswer(question: InitQuestion, known: Partial<InitAnswers>): string | undefined {
  if (question === 'baseDn')
    return known.domain
      ?.split('.')
      .map((label) => `dc=${label}`)
      .join(',');
  if (question !== 'operatorCode' || known.operatorName === undefined) return undefined;
  const policy = {
    ...defaultNamingPolicy,
    ...(known.province !== undefined && { province: known.province }),
  };
  return deriveOrganization({ kind: 'provincial', name: known.operatorName }, policy).alternatives[0];
}
