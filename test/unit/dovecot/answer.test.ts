/** Answers of doveadm as Dovecot 2.3 gives them, and texts that are none. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { parseAnswers } from '../../../src/dovecot/connect/answer.ts';
import { quoted, remark } from '../../../src/model/problems/remark.ts';

const error = (exitCode: number) => `[["error",{"type":"exitCode", "exitCode":${exitCode}},"0"]]`;

it.each([
  ['nothing to say', '[["doveadmResponse",[],"0"]]', { result: 'done', rows: [] }],
  ['a row', '[["doveadmResponse",[{"script":"a"}],"0"]]', { result: 'done', rows: [{ script: 'a' }] }],
  [
    'the list of users',
    '[["doveadmResponse",{"userList":["a@b","c@d"]},"0"]]',
    { result: 'done', rows: [{ user: 'a@b' }, { user: 'c@d' }] },
  ],
  ['67', error(67), { result: 'absent' }],
  ['68', error(68), { result: 'nothing' }],
  ['75', error(75), { result: 'temporary' }],
  ['65', error(65), { result: 'refused', detail: remark('mail.data') }],
  ['another code', error(99), { result: 'refused', detail: quoted('doveadm 99') }],
  [
    'a command it lacks',
    '[["error",{"type":"unknownMethod", "exitCode":0},"0"]]',
    { result: 'refused', detail: remark('mail.no-command') },
  ],
])('%s', (_name, text, answer) => {
  expect(parseAnswers(text, 1)).toEqual([answer]);
});

it('reads on behind the comma Dovecot forgets, and leaves the same characters in a text alone', () => {
  const text = JSON.stringify([['doveadmResponse', [{ 'sieve script': ']["error",' }], '0']]).slice(0, -1);
  const unknown = '["error",{"type":"unknownMethod", "exitCode":0},"1"]]';
  expect(parseAnswers(text + unknown, 2)).toEqual([
    { result: 'done', rows: [{ 'sieve script': ']["error",' }] },
    { result: 'refused', detail: remark('mail.no-command') },
  ]);
});

it.each([
  ['no JSON', '<html>'],
  ['half of it', '[["doveadmResponse",[{"a":'],
  ['nothing', ''],
  ['fewer answers', '[]'],
  ['more answers', '[["doveadmResponse",[],"0"],["doveadmResponse",[],"1"]]'],
  ['the answer to another command', '[["doveadmResponse",[],"1"]]'],
  ['`who` without separateConnections', '[["doveadmResponse",[{"username":"a"}],{"username":"b"},"0"]]'],
  ['values that are no texts', '[["doveadmResponse",[{"a":1}],"0"]]'],
  ['users that are no texts', '[["doveadmResponse",{"userList":[1]},"0"]]'],
  ['an error without a code', '[["error",{"type":"exitCode"},"0"]]'],
])('is no answer: %s', (_name, text) => {
  expect(parseAnswers(text, 1)).toBeUndefined();
});

it('throws on no text', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.json()), fc.nat(3), (text, count) => {
      const answers = parseAnswers(text, count);
      expect(answers === undefined || answers.length === count).toBe(true);
    }),
  );
});
