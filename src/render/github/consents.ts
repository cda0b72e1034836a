/** Tells a terminal who must still agree to a change, and to what of it. */
import type { AuthorVerdict, Consent } from '../../model/github/review.ts';
import { visible } from '../text/escape.ts';
import { type Names, organizationName } from '../text/named.ts';
import type { Language } from '../text/wording.ts';
import { consentWords, reviewWords } from './words/review.ts';

export function renderConsents(verdict: AuthorVerdict, names: Names, language: Language): string {
  const words = reviewWords[language];
  if (verdict.allowed) return `${words.allowed}\n`;
  const lines = verdict.missing.flatMap((one) => linesOf(one, names, language));
  return `${words.consents}: ${verdict.missing.length}\n${lines.map((line) => `${line}\n`).join('')}`;
}

function linesOf(
  { code, organization = '', files, ask, records }: Consent,
  names: Names,
  language: Language,
) {
  const words = reviewWords[language];
  const who = ask.length === 0 ? words.operatorsMissing : `${words.oneOf} ${ask.join(', ')}`;
  const places = records.map(
    ({ key, file, line, fields }) => `${file}:${line} ${key} (${fields.join(', ')})`,
  );
  return [
    `! ${visible(consentWords[code][language](organizationName(names, organization)))}: ${visible(who)}`,
    ...(places.length > 0 ? places : files).map((place) => `    ${visible(place)}`),
  ];
}
