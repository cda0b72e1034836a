// A seal that fails keeps its organization's mailboxes back and nobody else's: told, and issued by the run after the mend.

import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { bech32 } from '@scure/base';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { makeIdentityFile, readIdentityFile } from '../../../src/credentials/identity.ts';
import {
  type Bench,
  committee,
  expectConverges,
  personLine,
  readAll,
  readJournal,
  run,
  startBench,
} from '../../support/faults-fixture.ts';
import { sealedPasswords } from '../../support/sheets.ts';
import { bindResult, code, personDn } from '../../support/slapd-fixture.ts';
import { organizationText } from '../../support/world.ts';

let bench: Bench;
let identity: string;
let recipient: string;

beforeEach(async () => {
  bench = await startBench({});
  const file = join(bench.work.root, 'identity');
  recipient = await makeIdentityFile(file, new Date());
  [identity = ''] = await readIdentityFile(file);
  await bench.work.write({ ubnd: committee.replace(/age1\w+/, recipient) });
});
afterEach(() => bench?.stop());

const house = (id: string, key: string, people: readonly string[]) =>
  organizationText(id, people, `mailbox: {custodian: LC-000001}\ncredentialRecipients: [${key}]\n`);
const keysNow = async () => (await readAll(bench)).map(({ key }) => key).sort();
const passwords = () => sealedPasswords(join(bench.work.root, 'credentials'), identity);
const [an, binh] = [personLine('sokx', 1), personLine('soky', 2)];
const addressOf = (line: string) => /address: ([^,]+),/.exec(line)?.[1] ?? '';

it('is one organization’s alone where its key is wrong', async () => {
  const { work, slapd } = bench;
  // Right in every letter, which is all that a file can be checked for: a point to which nothing can be sealed.
  const wrong = bech32.encodeFromBytes('age', new Uint8Array(32));
  await work.write({
    sokx: house('sokx', wrong, [an]),
    soky: organizationText('soky', [binh]),
  });
  const ran = await work.apply();
  expect(ran.code).toBe(4);
  for (const part of ['sokx.yaml', 'credentialRecipients', wrong]) expect(ran.out + ran.err).toContain(part);
  // The organization is there, as the place of its people; no mailbox of its own, and none of theirs.
  expect(await keysNow()).toEqual(['organization:soky', 'organization:ubnd', 'person:LC-000002']);
  const sealed = await passwords();
  expect([...sealed.keys()].filter((address) => address.includes('sokx'))).toEqual([]);
  const [password = ''] = sealed.get(addressOf(binh)) ?? [];
  expect(await bindResult(slapd, personDn(slapd, 'LC-000002'), password)).toBe(code.success);

  // Each run tells it until it is mended; who was issued keeps his password.
  expect((await work.apply()).code).toBe(4);
  await work.write({ sokx: house('sokx', recipient, [an]) });
  await expectConverges(work, 'mended');
  const after = await passwords();
  expect(after.get(addressOf(binh))).toEqual([password]);
  const issued = after.get(addressOf(an)) ?? [];
  expect(issued).toHaveLength(1);
  expect(await bindResult(slapd, personDn(slapd, 'LC-000001'), issued[0] ?? '')).toBe(code.success);
  expect(await bindResult(slapd, personDn(slapd, 'LC-000002'), password)).toBe(code.success);
});

it('is everybody’s where the folder cannot be written, and what needs no password goes on', async () => {
  const { work } = bench;
  await work.write({ soky: organizationText('soky', [binh]) });
  expect((await work.apply()).code).toBe(0);
  const credentials = join(work.root, 'in-the-way');
  await writeFile(credentials, '');
  const files = {
    sokx: house('sokx', recipient, [an]),
    soky: organizationText('soky', [`${binh}, title: Phó`]),
  };
  await work.write(files);
  const ran = await run(() => work.apply({ credentials }));
  expect(ran).toMatchObject({ code: 4 });
  expect(ran.out).toContain(credentials);
  expect(await keysNow()).toEqual(['organization:soky', 'organization:ubnd', 'person:LC-000002']);
  const done = (await readJournal(work)).lines as { id: string; result: string }[];
  expect(done.filter(({ id }) => id === 'update person:LC-000002')).toMatchObject([{ result: 'applied' }]);

  await rm(credentials);
  await expectConverges(work, 'the folder is free');
  expect((await passwords()).get(addressOf(an))).toHaveLength(1);
});
