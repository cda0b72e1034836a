/** A directory of so many files that a second thread reads some of them is told as one that is read by one. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { makeCheckedProvince } from '../../support/checked-province.ts';

/** With them more files than one thread reads alone. */
const many = 2000;

const fileOf = (number: number): string => {
  const id = `tt${number}`;
  // Of every tenth there is something to say: its record goes from thread to thread.
  const name = number % 10 === 0 ? 'Le Van Nguyen' : 'Lò Văn Chí';
  return [
    ...[`id: ${id}`, `name: Trung tâm Thử nghiệm ${id}`, 'kind: provincial', `code: ${id}`, 'mailbox: none'],
    ...['people:', `  - id: LC-${800_000 + number}`, `    name: ${name}`, '    title: Giám đốc', ''],
  ].join('\n');
};

it('a check of many files tells what one thread tells', async () => {
  const province = makeCheckedProvince();
  const folder = join(province.directory, 'organizations/many');
  mkdirSync(folder);
  for (let number = 0; number < many; number++)
    writeFileSync(join(folder, `tt${number}.yaml`), fileOf(number));
  const ended: Promise<number>[] = [];
  const note = (worker: { once(event: 'exit', listener: (code: number) => void): void }) => {
    ended.push(new Promise((resolve) => worker.once('exit', resolve)));
  };
  process.on('worker', note);
  try {
    const whole = await province.whole();
    expect(await province.said({ cache: false })).toBe(whole);
    expect(ended).toHaveLength(1);
    expect(await Promise.all(ended)).toEqual([0]);
    // And by what both threads have kept, and nobody reads again.
    expect(await province.said()).toBe(whole);
    expect(await province.said()).toBe(whole);
  } finally {
    process.off('worker', note);
    province.remove();
  }
});
