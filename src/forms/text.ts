/** Compares what is written by hand: one writing of a name, the same without its marks, and what means "nothing". */
import { remember } from '../model/text/remember.ts';

/** One writing of a name: composed, small letters, single spaces. */
export function fold(name: string): string {
  return name
    .normalize('NFC')
    .toLowerCase()
    .replace(/\p{White_Space}+/gu, ' ')
    .trim();
}

/** The name without its marks, to find what was meant. */
export const bare = remember((name) =>
  fold(name).replaceAll('đ', 'd').normalize('NFD').replace(/\p{M}/gu, ''),
);

const nothing = new Set([
  'khong',
  'khong co',
  'chua co',
  'khong doi',
  'n/a',
  'none',
  'null',
  '_no response_',
]);

/** True for what people write into a field they have nothing to say in. */
export function saysNothing(answer: string): boolean {
  const text = bare(answer).replace(/[.!]+$/, '');
  return nothing.has(text) || /^[-–—_./ ]*$/.test(text);
}
