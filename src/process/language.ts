/** In which language a command speaks before it has read anything: `--lang`, else what the policy says, else Vietnamese. */
import { join } from 'node:path';
import { readPlainFile } from '../files/read-plain-file.ts';
import type { Language } from '../render/text/wording.ts';

const longestPolicy = 1_000_000;

/** By one line of the policy: it is told in this language, too, that nothing else of the file can be read. */
export async function languageAsked(words: readonly string[]): Promise<Language> {
  const asked = optionIn('--lang', words);
  if (asked === 'vi' || asked === 'en') return asked;
  const file = join(optionIn('--directory', words) ?? 'directory', 'policy.yaml');
  const found = await readPlainFile(file, longestPolicy).catch(() => ({}));
  const text = 'bytes' in found ? found.bytes.toString('utf8') : '';
  return /^language: *["']?en["']? *(#.*)?$/m.test(text) ? 'en' : 'vi';
}

function optionIn(option: string, words: readonly string[]): string | undefined {
  const at = words.findLastIndex((word) => word === option || word.startsWith(`${option}=`));
  const [, value = words[at + 1]] = words[at]?.split(/=(.*)/s) ?? [];
  return at < 0 ? undefined : value;
}
