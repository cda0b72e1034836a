// The sections of docs/adopt.md that have commands, so that what a test runs is what the page says.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';

export interface PageStep {
  /** The heading. */
  readonly name: string;
  readonly script: string;
  /** What the page says the commands answer; absent: nothing worth telling. */
  readonly answer?: string;
  /** What later sections need of it, in a shell that has forgotten: words, and how the server is spoken to. */
  readonly sets: string;
}

/** Blocks of `sh` are commands, a block of `text` below them is the answer; other blocks are for reading. */
export function readPageSteps(page: string): readonly PageStep[] {
  const sections = readFileSync(join(import.meta.dirname, '../..', page), 'utf8').split(/^(?=## )/m);
  return sections.slice(1).flatMap((section) => {
    const [, name = ''] = /^## (.+)/.exec(section) ?? [];
    const blocksOf = (kind: string) =>
      [...section.matchAll(/^```(\w*)\n(.*?)^```$/gms)].flatMap(([, one, body = '']) =>
        one === kind ? [body] : [],
      );
    const script = blocksOf('sh').join('');
    const [answer] = blocksOf('text');
    if (script === '') return [];
    const words = script.match(/^[A-Z]+=\$\{[A-Z]+:-.*$/gm) ?? [];
    const sets = /^config\(\)/m.test(script) ? script : words.join('\n');
    return [{ name, script, sets, ...(answer !== undefined && { answer: tidyAnswer(answer) }) }];
  });
}

/** The commands for another day, of one section or of all: blocks of `bash`. */
export function readLaterCommands(page: string, heading = ''): string {
  const text = readFileSync(join(import.meta.dirname, '../..', page), 'utf8');
  const [section = ''] = text
    .split(/^(?=## )/m)
    .filter((one) => one.startsWith(`## ${heading}`) && one.includes('```bash'));
  const part = heading === '' ? text : section;
  return [...part.matchAll(/^```bash\n(.*?)^```$/gms)].map(([, body = '']) => body).join('');
}

/** What the page says the commands of such a section answer. */
export function readLaterAnswer(page: string, heading: string): readonly string[] {
  const text = readFileSync(join(import.meta.dirname, '../..', page), 'utf8');
  const [section = ''] = text.split(/^(?=## )/m).filter((one) => one.startsWith(`## ${heading}\n`));
  const [answer] = [...section.matchAll(/^```text\n(.*?)^```$/gms)].map(([, body = '']) => body);
  if (answer === undefined) throw new Error(`${page}: ${heading} tells no answer`);
  return answer.trimEnd().split('\n');
}

/** An answer as the page has it: without empty lines. */
export const tidyAnswer = (text: string): string => text.replace(/\n{2,}/g, '\n').trim();
