/** Words the findings of `danhba doctor`: what is wrong, and the line or command that puts it right. */
import type { ServerFinding } from '../../model/doctor/finding.ts';
import { remarkWords } from '../errors/remark.ts';
import type { Language, Words } from '../text/wording.ts';
import { type ChecksHead, couldNotSee, type ToldCheck } from './checks.ts';
import { directoryWords } from './words/directory.ts';
import { filesWords } from './words/files.ts';
import { machineWords } from './words/machine.ts';
import { rightsWords } from './words/rights.ts';
import { serverTitles, unseenHints } from './words/titles.ts';

const findingWords = { ...directoryWords, ...rightsWords, ...machineWords, ...filesWords };

export const serversHead: Readonly<Record<Language, ChecksHead>> = {
  vi: {
    title: 'Máy chủ, quyền và máy này',
    blind: 'Không xem được mục nào: chưa có gì được kiểm tra.',
  },
  en: {
    title: 'Servers, rights and this machine',
    blind: 'None of it could be seen: nothing has been checked.',
  },
};

export function tellServerChecks(
  findings: readonly ServerFinding[],
  baseDn: string,
  language: Language,
): readonly ToldCheck[] {
  const named = (text: string) => text.replaceAll('{base}', () => baseDn);
  return findings.map((finding) => {
    const { message, hint } = wordsOf(finding, language);
    const { id, status } = finding;
    return { id, status, message: named(message), hint: hint === '' ? undefined : named(hint) };
  });
}

function wordsOf({ id, code, args }: ServerFinding, language: Language): Words {
  const title = serverTitles[id][language];
  if (code === 'sound') return { message: title, hint: '' };
  if (code === 'unseen')
    return { message: couldNotSee(title, language), hint: unseenHints[args.why][language] };
  if (code === 'told') return remarkWords(args.what, language);
  const wording: (args: never) => Words = findingWords[code][language];
  return wording(args as never);
}
